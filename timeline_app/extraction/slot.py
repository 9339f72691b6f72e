"""What do the named parts of a match hold? Words, numbers, or what an earlier level has found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline_app.language.lexicon import Value
from timeline_app.language.numbers import read_number
from timeline_app.language.word import Word
from timeline_app.model.term import Term

_FIGURES = ("d12", "d23", "d24", "d31", "d59", "d99", "d999", "four", "thousands", "zero")


@dataclass(frozen=True, slots=True)
class Item:
    """A match: its first and last token, the term it means, its rule and what it is for the next level."""

    first: int
    last: int
    term: Term
    rule: str
    kind: str
    type: str
    shown: bool


class Slots:
    """The named parts of one match, and the constants of its rule."""

    def __init__(self, match: re.Match[str], parts: Sequence[Word | Item], constants: Mapping[str, Any]) -> None:
        self._match = match
        self._parts = parts
        self.constants = constants

    def has(self, name: str) -> bool:
        """Whether the slot took part in the match."""
        return self._group(name) is not None

    def parts(self, name: str) -> Sequence[Word | Item]:
        """The words and items of a slot; none when it took no part."""
        group = self._group(name)
        if group is None:
            return ()
        base = self._match.start()
        return self._parts[self._match.start(group) - base : self._match.end(group) - base]

    def _group(self, name: str) -> str | None:
        """The group that filled the slot: a slot may stand in several branches of a pattern (unit, unit_2 ...)."""
        groups = self._match.re.groupindex
        group, number = name, 1
        while group in groups:
            if self._match.start(group) < self._match.end(group):
                return group
            number += 1
            group = f"{name}_{number}"
        return None

    def words(self, name: str) -> list[Word]:
        """The words of a slot, without what earlier levels found."""
        return [part for part in self.parts(name) if isinstance(part, Word)]

    def terms(self, name: str) -> list[Term]:
        """The terms of a slot."""
        return [part.term for part in self.parts(name) if isinstance(part, Item)]

    def term(self, name: str) -> Term | None:
        """The first term of a slot, or None."""
        return next(iter(self.terms(name)), None)

    def value(self, name: str, *classes: str) -> Value | None:
        """The value of the first word of a slot that has one of the classes."""
        for word in self.words(name):
            for each in classes:
                if each in word.classes:
                    return word.classes[each]
        return None

    def code(self, name: str, *classes: str) -> str:
        """As ``value``, as text; empty where there is none."""
        value = self.value(name, *classes)
        return "" if value is None else str(value)

    def numbers(self, name: str) -> list[int]:
        """Every whole number written in the slot, in digits or in words."""
        return numbers_in(self.words(name))

    def number(self, name: str) -> int | None:
        """The one whole number of a slot, or None where there is none or several."""
        numbers = self.numbers(name)
        return numbers[0] if len(numbers) == 1 else None


def numbers_in(words: Sequence[Word]) -> list[int]:
    """The whole numbers said by a row of words; other words between them are passed over."""
    found: list[int] = []
    texts = [word.whole if at else word.text for at, word in enumerate(words)]
    at = 0
    while at < len(words):
        figure = next((words[at].classes[name] for name in _FIGURES if name in words[at].classes), None)
        if isinstance(figure, int) and not (at + 1 < len(words) and "scale" in words[at + 1].classes):
            found.append(figure)
            at += 1
            continue
        said = read_number(texts, at)
        if said is None and words[at].clitic:
            texts[at] = words[at].text
            said = read_number(texts, at)
        if said is None:
            at += 1
            continue
        if isinstance(said.value, int):
            found.append(said.value)
        at += said.count
    return found
