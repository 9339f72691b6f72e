"""Which rules are there? Read from ``resources/rules``: each a pattern over classes, the term it builds, and a name to read.

A file holds ``level`` (0 before 1 before 2: what one level finds is a word of the next) and a table for each rule: ``label``
for the editor, ``pattern``, ``term`` (the builder), ``kind`` (what the match is at later levels), ``type`` and constants
for the builder in ``with``. ``examples`` and ``not`` are for the tests and are skipped here, because start-up is measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline_app import assets
from timeline_app.extraction.pattern import CLITICS, Alphabet, Compiled, character_set, compile_pattern, mask_of
from timeline_app.language.figure import figure_shapes
from timeline_app.language.lexicon import lexicon
from timeline_app.language.word import COUNTABLE, OTHER, punctuation_classes
from timeline_app.model.expression import TimexType

_TESTS = re.compile(r"^(?:examples|not) = \[.*?^\]$", re.MULTILINE | re.DOTALL)
_SLOT = re.compile(r"\(\?P<(\w+)>")
_MET = 30_000


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``kind`` is empty where the match is nothing for later levels but itself; ``hidden`` ones are never shown."""

    name: str
    label: str
    pattern: str
    term: str
    kind: str
    type: TimexType
    order: int
    hidden: bool = False
    constants: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matching:
    """What matches a rule at a place, each slot with its group, and the code of what is found by the clitic before it.

    A slot may stand in several branches of a pattern and so have several groups.
    """

    rule: Rule
    match: Callable[[str, int], re.Match[str] | None]
    slots: tuple[tuple[str, int], ...]
    codes: Mapping[str, str]


class Matcher(dict[str, tuple[Matching, ...]]):
    """The rules of one level that can match where two codes stand (or one, last in its text), each compiled when first met."""

    def __init__(self, rules: tuple[Rule, ...], alphabet: Alphabet, macros: Mapping[str, str]) -> None:
        super().__init__()
        self._alphabet = alphabet
        self._rules = [(rule, compile_pattern(rule.pattern, alphabet, macros)) for rule in rules]
        self._matchings: dict[str, Matching] = {}
        first = 0
        for _, compiled in self._rules:
            first |= compiled.first
        self.trigger = re.compile(character_set(first))

    def __missing__(self, codes: str) -> tuple[Matching, ...]:
        if len(self) >= _MET:
            self.clear()
        one, two = mask_of(codes[0]), mask_of(codes[1]) if len(codes) > 1 else 0
        possible = [each for each in self._rules if each[1].first & one and each[1].may_match(one, two)]
        found = self[codes] = tuple([self._matching(rule, compiled) for rule, compiled in possible])
        return found

    def _matching(self, rule: Rule, compiled: Compiled) -> Matching:
        found = self._matchings.get(rule.name)
        if found is None:
            match = re.compile(self._alphabet.regular(_SLOT.sub("(", compiled.source))).match
            slots = tuple([(name, group) for group, name in enumerate(_SLOT.findall(compiled.source), 1)])
            codes = {clitic: self._alphabet.code((rule.kind or OTHER,), clitic) for clitic in CLITICS}
            found = self._matchings[rule.name] = Matching(rule, match, slots, codes)
        return found


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules by level, with the alphabet their patterns are written in."""

    alphabet: Alphabet
    levels: tuple[Matcher, ...]
    rules: tuple[Rule, ...]


@cache
def grammar() -> Grammar:
    """The grammar of the resources."""
    tables, macros = _read()
    rules: dict[int, list[Rule]] = {}
    for level, name, table in tables:
        rules.setdefault(level, []).append(_rule(name, table, len(rules.get(level, ()))))
    every = tuple(rule for level in sorted(rules) for rule in rules[level])
    kinds = {frozenset({rule.kind}) for rule in every if rule.kind}
    alphabet = Alphabet(
        {
            *lexicon().classes,
            *figure_shapes(),
            *punctuation_classes(),
            frozenset({OTHER}),
            frozenset({COUNTABLE}),
            frozenset(),
            *kinds,
        }
    )
    levels = tuple(Matcher(tuple(rules[level]), alphabet, macros) for level in sorted(rules))
    return Grammar(alphabet, levels, every)


def _read() -> tuple[list[tuple[int, str, dict[str, Any]]], dict[str, str]]:
    tables: list[tuple[int, str, dict[str, Any]]] = []
    macros: dict[str, str] = {}
    for path in sorted(assets.resource("rules").glob("*.toml")):
        source = assets.table(_TESTS.sub("", path.read_text("utf-8")))
        macros |= source.pop("macros", {})
        level = source.pop("level", 0)
        tables += [(level, name, table) for name, table in source.items()]
    return tables, macros


def _rule(name: str, table: dict[str, Any], order: int) -> Rule:
    kind, type_ = table.get("kind", ""), TimexType(table.get("type", "DATE"))
    hidden, constants = table.get("hidden", False), table.get("with", {})
    return Rule(name, table.get("label", ""), table["pattern"], table["term"], kind, type_, order, hidden, constants)
