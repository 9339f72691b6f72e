"""Which words speak of time, and as what? Read from ``resources/lexicon``: a word's classes with a value for each.

A file of ``lexicon/time`` holds tables: the class, in it the value, in it the spellings. A class named in ``definite``
also exists with the article, as ``the-<class>``. A file of ``lexicon/months`` is one naming tradition. Spellings are
folded when read; several words make a phrase. Adding a spelling or a tradition is an edit there, never here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from timeline_app import assets
from timeline_app.language.folding import fold_word

Value = int | str
Classes = dict[str, Value]
Phrases = tuple[tuple[tuple[str, ...], Classes], ...]

_ARTICLE = "\u0627\u0644"
_NUMBER_CLASSES = {
    "units": "card", "teens": "card", "hundreds": "card", "scales": "scale", "scales_twice": "scale",
    "scales_after_number": "scale", "compound": "compound", "compound_ordinals": "compound", "ordinals": "ordinal",
    "tens": "ten", "fractions": "share",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words with their classes and values, and the phrases by their first and second word, longest first.

    ``otherwise`` are words that fold into one of these and, as they are written, are another word.
    """

    words: Mapping[str, Classes]
    phrases: Mapping[str, Mapping[str, Phrases]]
    classes: frozenset[frozenset[str]] = field(default=frozenset())
    otherwise: frozenset[str] = frozenset()


@cache
def lexicon() -> Lexicon:
    """The lexicon of the resources."""
    words: dict[str, Classes] = {}
    phrases: dict[str, dict[tuple[str, ...], Classes]] = {}
    otherwise: set[str] = set()
    for spelling, name, value in _entries():
        if name == "written-otherwise":
            otherwise.add(spelling)
            continue
        parts = tuple(fold_word(spelling).split())
        if len(parts) == 1:
            words.setdefault(parts[0], {}).setdefault(name, value)
        else:
            phrases.setdefault(parts[0], {}).setdefault(parts, {}).setdefault(name, value)
    for first in phrases:
        words.setdefault(first, {}).setdefault("phrase-head", 0)
    ordered = {first: _by_second(found) for first, found in phrases.items()}
    sets = {frozenset(classes) for classes in words.values()}
    sets |= {frozenset(classes) for found in phrases.values() for classes in found.values()}
    return Lexicon(words, ordered, frozenset(sets), frozenset(otherwise))


def _by_second(found: Mapping[tuple[str, ...], Classes]) -> dict[str, Phrases]:
    """Phrases of one first word by their second, longest first."""
    seconds: dict[str, list[tuple[tuple[str, ...], Classes]]] = {}
    for parts, classes in sorted(found.items(), key=lambda item: -len(item[0])):
        seconds.setdefault(parts[1], []).append((parts, classes))
    return {second: tuple(phrases) for second, phrases in seconds.items()}


def _entries() -> Iterator[tuple[str, str, Value]]:
    for path in _files("months"):
        yield from _months(assets.table(path.read_text("utf-8")))
    yield from _number_words()
    for path in _files("time"):
        yield from _tables(assets.table(path.read_text("utf-8")))


def _files(folder: str) -> list[Path]:
    return sorted(assets.resource("lexicon", folder).glob("*.toml"))


def _months(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Value]]:
    calendar = table["calendar"]
    for number, spellings in table["months"].items():
        for spelling in spellings:
            yield spelling, f"{calendar}-month", int(number)


def _tables(table: dict[str, Any]) -> Iterator[tuple[str, str, Value]]:
    definite = frozenset(table.pop("definite", ()))
    split = frozenset(table.pop("split", ()))
    for name, values in table.items():
        for key, spellings in values.items():
            value = int(key) if key.lstrip("-").isdecimal() else key
            names = (name, f"{name}.{key}") if name in split else (name,)
            for spelling in spellings:
                for each in names:
                    yield spelling, each, value
                    if name in definite:
                        yield _ARTICLE + spelling, f"the-{each}", value


def _number_words() -> Iterator[tuple[str, str, Value]]:
    source = assets.table(assets.resource("lexicon", "numbers.toml").read_text("utf-8"))
    for table, name in _NUMBER_CLASSES.items():
        for number, spellings in source.get(table, {}).items():
            for spelling in spellings:
                yield spelling, "ten10" if name == "ten" and number == "10" else name, number
                yield _ARTICLE + spelling, f"the-{name}", number
