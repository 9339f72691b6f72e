"""Does every rule read its own examples, and leave alone what it must not match?

An example of a rule is ``[sentence, publication date, words, TIMEX3 value]``: the rule finds these words with this value. A
rule against look-alikes has empty words: nothing of the sentence is time.
"""

from __future__ import annotations

import tomllib

import pytest

from timeline_app import assets
from timeline_app.calendars.iso import parse_iso
from timeline_app.extraction.building import BUILDERS
from timeline_app.extraction.rule import grammar
from timeline_app.model.daterange import DateRange
from timeline_app.services.tagging import tag

TABLES = {
    name: table
    for path in sorted(assets.resource("rules").glob("*.toml"))
    for name, table in tomllib.loads(path.read_text("utf-8")).items()
    if isinstance(table, dict) and name != "macros"
}
EXAMPLES = [(name, *row) for name, table in TABLES.items() for row in table.get("examples", ())]
COUNTER_EXAMPLES = [(name, text) for name, table in TABLES.items() for text in table.get("not", ())]


def read(text, published="2018-06-15"):
    when = DateRange(*[parse_iso(published)[0]] * 2) if published else None
    return [(each.expression.rule, each.expression.text, each.value) for each in tag(text, when)]


@pytest.mark.parametrize(("rule", "text", "published", "words", "value"), EXAMPLES)
def test_a_rule_reads_its_example(rule, text, published, words, value):
    assert ((rule, words, value) in read(text, published)) if words else not read(text, published)


@pytest.mark.parametrize(("rule", "text"), COUNTER_EXAMPLES)
def test_a_rule_leaves_its_counter_example_alone(rule, text):
    assert rule not in [name for name, _, _ in read(text)]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_rule_has_a_label_an_editor_can_read_and_a_builder(name):
    table = TABLES[name]
    assert table["label"].strip()
    assert table["term"] in BUILDERS


def test_nearly_every_rule_has_an_example():
    without = [name for name, table in TABLES.items() if not table.get("examples")]
    assert len(without) <= len(TABLES) // 20, without


def test_the_grammar_holds_every_rule_of_the_files():
    assert {rule.name for rule in grammar().rules} == set(TABLES)
