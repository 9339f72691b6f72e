"""Every act and every analysis comes back from its written form as it was."""

from __future__ import annotations

import json
import pickle

import pytest

from tests.dossier.builder import ARTICLES, DOUBTED, OPENING, analysis, day, passage
from timeline_app import assets
from timeline_app.model import decision as d
from timeline_app.model import term
from timeline_app.model.analysis import Analysis
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.decision import Act, Decision, EventRef
from timeline_app.model.expression import Expression, Mod, Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import step
from timeline_app.storage.codec import UnreadableError, from_names, to_names
from timeline_app.storage.later import Later
from timeline_app.storage.payload import analysis_of, analysis_payload
from timeline_app.storage.rowcode import from_rows, shape, to_rows

WHERE = passage(OPENING, "وحضر كثيرون")
REF = EventRef("e1", (WHERE,), "عنوان", day(5), "session")
FINE = (DateRange(5, 6, Grain.MINUTE, Certainty.APPROXIMATE, 60, 61, open_start=True, open_end=True),)
EVERY_ACT = (
    d.AcceptEvent(REF),
    d.RejectEvent(REF),
    d.Rename(REF, "«آخر»\u2067\n"),
    d.Redate(REF, FINE, "من ٥ إلى ٦"),
    d.SetPlace(REF, "مراكش"),
    d.SetKind(REF, "opening"),
    d.SetNote(REF, ""),
    d.Merge(REF, (EventRef("e2"), EventRef("e3"))),
    d.Split(REF, (WHERE,), "جزء"),
    d.Attach(WHERE, REF),
    d.Detach(WHERE, REF),
    d.CreateEvent(WHERE, "جديد", FINE, "visit"),
    d.DismissPassage(WHERE),
    d.DateMention(WHERE, FINE, "أمس"),
    d.AcceptSuggestion("c1", (DOUBTED.passage,), FINE),
    d.KeepAsWritten("c1", (DOUBTED.passage,)),
    d.ChooseDate(REF, WHERE, FINE),
    d.SetPublication("a1", FINE[0], "الخميس"),
    d.SetPublication("a1", None),
    d.RemoveArticle("a1"),
    d.Bulk((d.AcceptEvent(REF), d.Bulk((d.RejectEvent(REF),)))),
)


def test_the_list_above_names_every_act():
    assert {type(act) for act in EVERY_ACT} == set(Act.__args__)


@pytest.mark.parametrize("act", EVERY_ACT, ids=lambda act: type(act).__name__)
def test_an_act_comes_back_as_it_was(act):
    decision = Decision("d1", "2026-01-02T03:04:05Z", act)
    written = json.dumps(to_names(decision, Decision))
    assert from_names(json.loads(written), Decision) == decision


@pytest.mark.parametrize("act", EVERY_ACT, ids=lambda act: type(act).__name__)
def test_an_act_is_written_as_the_schema_says(act):
    schema = json.loads(assets.resource("schema", "decision.schema.json").read_text("utf-8"))
    fits(to_names(act, Act), {"$ref": "#/$defs/act"}, schema["$defs"])


def fits(value, rule, defs):
    """Whether a value fits the part of JSON Schema our schema uses; AssertionError where it does not."""
    if "$ref" in rule:
        fits(value, defs[rule["$ref"].removeprefix("#/$defs/")], defs)
        return
    if "oneOf" in rule:
        chosen = [one for one in rule["oneOf"] if one_fits(value, one, defs)]
        assert len(chosen) == 1, (value, rule)
        return
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if "const" in rule:
        assert value == rule["const"]
    if "enum" in rule:
        assert value in rule["enum"]
    if "type" in rule:
        assert type(value) is kinds[rule["type"]], (value, rule)
    if rule.get("type") == "object":
        assert set(rule.get("required", ())) <= set(value), (value, rule)
        assert set(value) <= set(rule["properties"]), (value, rule)
        for name, inner in value.items():
            fits(inner, rule["properties"][name], defs)
    if rule.get("type") == "array":
        for inner in value:
            fits(inner, rule["items"], defs)


def one_fits(value, rule, defs):
    try:
        fits(value, rule, defs)
    except AssertionError:
        return False
    return True


def test_what_is_no_act_is_refused():
    for wrong in (None, 5, "Rename", [], {}, {"is": "Delete"}, {"is": "Rename"}, {"is": "Rename", "event": 5, "title": "x"}):
        with pytest.raises(UnreadableError):
            from_names(wrong, Act)
    with pytest.raises(UnreadableError):
        from_names({"is": "RemoveArticle", "article": 5}, Act)


def test_names_a_later_format_may_add_are_passed_over():
    written = to_names(d.RemoveArticle("a1"), Act) | {"reason": "مكرر"}
    assert from_names(written, Act) == d.RemoveArticle("a1")


def test_what_a_deep_nest_of_brackets_costs_is_a_refusal():
    with pytest.raises(UnreadableError):
        analysis_of(b"[" * 100_000, ())


def a_reading():
    inner = term.Civil(year=2025, month=11, day=24, other=term.Civil(calendar="hijri", year=1447))
    expression = Expression(Span(0, 5), "words", TimexType.DATE, inner, "rule")
    steps = (step("year-from-publication", year=2025, range=DateRange(1, 2), word="سنة"),)
    return Reading(expression, "2025-11-24", day(9), Mod.START, Certainty.INFERRED, day(10), steps, steps)


def test_an_analysis_comes_back_as_it_was():
    found = analysis()
    full = Analysis(
        found.version, ARTICLES, ((ARTICLES[0].id, (a_reading(),)),), found.events, found.contradictions, found.undated
    )
    assert from_rows(json.loads(json.dumps(to_rows(full))), Analysis) == full
    assert analysis_of(analysis_payload(full), ARTICLES) == full


def test_readings_wait_until_they_are_looked_at_and_are_then_what_they_were():
    one = a_reading()
    full = Analysis("1", ARTICLES, ((ARTICLES[0].id, (one, one)), (ARTICLES[1].id, ())))
    back = analysis_of(analysis_payload(full), ARTICLES)
    assert back.readings_of(ARTICLES[0].id)[1] == one
    assert list(back.readings_of(ARTICLES[0].id)) == [one, one]
    assert full == back == analysis_of(analysis_payload(back), ARTICLES)
    assert pickle.loads(pickle.dumps(back)) == full
    assert hash(back) == hash(full)


def test_readings_a_stranger_wrote_are_none():
    assert len(Later("[[1]]")) == len(Later("nothing")) == len(Later("5")) == 0


def test_an_analysis_that_would_fill_the_memory_is_refused(monkeypatch):
    payload = analysis_payload(analysis())
    monkeypatch.setattr("timeline_app.storage.payload._LARGEST_ANALYSIS", 1000)
    with pytest.raises(UnreadableError):
        analysis_of(payload, ARTICLES)


def test_an_analysis_over_other_articles_is_refused():
    with pytest.raises(UnreadableError):
        analysis_of(analysis_payload(analysis()), ARTICLES[:1])


def test_the_shape_of_an_analysis_names_the_fields_of_all_it_holds():
    found = shape(Analysis)
    assert all(name in found for name in ("Mention(", "Civil(", "DateRange(", "open_end", "Suggestion("))
