"""What do the named parts of a match hold? Words, numbers, or what an earlier level has found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.rule import Matching
from timeline_app.language.lexicon import Value
from timeline_app.language.numbers import read_number
from timeline_app.language.word import Word
from timeline_app.model.expression import TimexType
from timeline_app.model.frozen import frozen
from timeline_app.model.term import Term

_FIGURES = frozenset(("d12", "d23", "d24", "d31", "d59", "d99", "d999", "four", "thousands", "zero"))


@frozen
class Item:
    """A match: its first and last token, the term it means, its rule, what it is for the next level and its first clitic."""

    first: int
    last: int
    term: Term
    rule: str
    kind: str
    type: TimexType
    shown: bool
    clitic: str = ""


class Slots:
    """The named parts of one match, and the constants of its rule."""

    __slots__ = ("_filled", "_numbers", "constants")

    def __init__(self, match: re.Match[str], parts: Sequence[Word | Item], matching: Matching) -> None:
        self.constants = matching.rule.constants
        self._filled: dict[str, Sequence[Word | Item]] = {}
        self._numbers: dict[str, list[int]] = {}
        base, spans = match.start(), match.regs
        for name, group in matching.slots:
            start, end = spans[group]
            if start < end and name not in self._filled:
                self._filled[name] = parts[start - base : end - base]

    def has(self, name: str) -> bool:
        """Whether the slot took part in the match."""
        return name in self._filled

    def parts(self, name: str) -> Sequence[Word | Item]:
        """The words and items of a slot; none when it took no part."""
        return self._filled.get(name, ())

    def words(self, name: str) -> list[Word]:
        """The words of a slot, without what earlier levels found."""
        return [part for part in self._filled[name] if isinstance(part, Word)] if name in self._filled else []

    def terms(self, name: str) -> list[Term]:
        """The terms of a slot."""
        return [part.term for part in self.parts(name) if isinstance(part, Item)]

    def term(self, name: str) -> Term | None:
        """The first term of a slot, or None."""
        for part in self._filled.get(name, ()):
            if isinstance(part, Item):
                return part.term
        return None

    def value(self, name: str, *classes: str) -> Value | None:
        """The value of the first word of a slot that has one of the classes."""
        for part in self._filled.get(name, ()):
            if isinstance(part, Word):
                for each in classes:
                    if each in part.classes:
                        return part.classes[each]
        return None

    def code(self, name: str, *classes: str) -> str:
        """As ``value``, as text; empty where there is none."""
        value = self.value(name, *classes)
        return "" if value is None else str(value)

    def numbers(self, name: str) -> list[int]:
        """Every whole number written in the slot, in digits or in words."""
        numbers = self._numbers.get(name)
        if numbers is None:
            numbers = self._numbers[name] = numbers_in(self.words(name))
        return numbers

    def number(self, name: str) -> int | None:
        """The one whole number of a slot, or None where there is none or several."""
        numbers = self.numbers(name)
        return numbers[0] if len(numbers) == 1 else None


def numbers_in(words: Sequence[Word]) -> list[int]:
    """The whole numbers said by a row of words; other words between them are passed over."""
    found: list[int] = []
    texts: list[str] = []
    at, count = 0, len(words)
    while at < count:
        figure = _figure(words[at])
        if figure is not None and not (at + 1 < count and "scale" in words[at + 1].classes):
            found.append(figure)
            at += 1
            continue
        texts = texts or [word.whole if place else word.text for place, word in enumerate(words)]
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


def _figure(word: Word) -> int | None:
    """The number of a figure in digits."""
    classes = word.classes
    if not _FIGURES.isdisjoint(classes):
        for name in classes:
            if name in _FIGURES:
                value = classes[name]
                return value if isinstance(value, int) else None
    return None
