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
from timeline_app.extraction.pattern import Alphabet, character_set, compile_pattern, expand, opening_codes
from timeline_app.language.figure import figure_shapes
from timeline_app.language.lexicon import lexicon
from timeline_app.language.word import COUNTABLE, OTHER, punctuation_classes

_TESTS = re.compile(r"^(?:examples|not) = \[.*?^\]$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``kind`` is empty where the match is nothing for later levels but itself; ``hidden`` ones are never shown."""

    name: str
    label: str
    pattern: str
    term: str
    kind: str
    type: str
    order: int
    hidden: bool = False
    constants: Mapping[str, Any] = field(default_factory=dict)


Matching = Callable[[str, int], "re.Match[str] | None"]


class Matcher:
    """The rules of one level by the code they can begin with, each compiled when first met."""

    def __init__(self, rules: tuple[Rule, ...], alphabet: Alphabet, macros: Mapping[str, str]) -> None:
        self._alphabet = alphabet
        self._by_code: dict[str, list[tuple[Rule, str]]] = {}
        self._compiled: dict[str, tuple[tuple[Rule, Matching], ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for rule in rules:
            pattern = expand(rule.pattern, macros)
            for code in opening_codes(pattern, alphabet):
                self._by_code.setdefault(code, []).append((rule, pattern))
        self.trigger = re.compile(character_set(self._by_code))

    def rules_at(self, code: str) -> tuple[tuple[Rule, Matching], ...]:
        """The rules whose pattern can begin with this code, each with what matches it at a place."""
        found = self._compiled.get(code)
        if found is None:
            found = tuple((rule, self._pattern(rule, pattern).match) for rule, pattern in self._by_code[code])
            self._compiled[code] = found
        return found

    def _pattern(self, rule: Rule, pattern: str) -> re.Pattern[str]:
        if rule.name not in self._patterns:
            self._patterns[rule.name] = re.compile(_numbered(compile_pattern(pattern, self._alphabet).source))
        return self._patterns[rule.name]


def _numbered(source: str) -> str:
    """The source with a slot that stands in several branches numbered: unit, unit_2 ..."""
    seen: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        return match[0] if seen[match[1]] == 1 else f"(?P<{match[1]}_{seen[match[1]]}>"

    return re.sub(r"\(\?P<(\w+)>", number, source)


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
    return Rule(
        name, table.get("label", ""), table["pattern"], table["term"], table.get("kind", ""), table.get("type", "DATE"),
        order, table.get("hidden", False), table.get("with", {}),
    )  # fmt: skip
