"""How wide is a text? The measurer is passed in, so layout is tested without fonts."""

from __future__ import annotations

from typing import Literal, Protocol

Role = Literal["title", "date", "count", "tick", "heading", "lane"]
ELLIPSIS = "\u2026"


class Measure(Protocol):
    """Widths and line heights in pixels, by the role a text plays."""

    def width(self, text: str, role: Role) -> float:
        """How far the text reaches in one line."""

    def height(self, role: Role) -> float:
        """The distance of two lines."""


class Monospaced:
    """A measurer for tests: every letter is ``letter`` pixels wide, every line 18 high."""

    def __init__(self, letter: float = 7.0) -> None:
        self.letter = letter

    def width(self, text: str, role: Role) -> float:  # noqa: ARG002 (a text is as wide in every role)
        """The number of letters times the width of one."""
        return len(text) * self.letter

    def height(self, role: Role) -> float:  # noqa: ARG002
        """Eighteen pixels."""
        return 18.0


def lines_of(text: str, width: float, measure: Measure, role: Role = "title", *, first: float = 0.0) -> tuple[str, ...]:
    """The text in at most two lines of ``width``, the first shortened by ``first``; elided after a whole word."""
    words = text.split()
    top, rest = _fill(words, width - first, measure, role)
    if measure.width(top, role) > width - first:
        return (_elided([top], width - first, measure, role),)
    if not rest:
        return (top,)
    second, left = _fill(rest, width, measure, role)
    if left or measure.width(second, role) > width:
        second = _elided(second.split(), width, measure, role)
    return (top, second)


def elided(text: str, width: float, measure: Measure, role: Role = "title") -> str:
    """The text in one line of ``width``, elided after a whole word; empty when not even its first word fits."""
    if measure.width(text, role) <= width:
        return text
    words = text.split()
    line, _ = _fill(words, width, measure, role)
    found = _elided(line.split(), width, measure, role)
    return found if measure.width(found, role) <= width else ""


def _fill(words: list[str], width: float, measure: Measure, role: Role) -> tuple[str, list[str]]:
    """As many words as fit (one at least), and the rest."""
    count = 1
    line = words[0] if words else ""
    while count < len(words):
        longer = f"{line} {words[count]}"
        if measure.width(longer, role) > width:
            break
        line = longer
        count += 1
    return line, words[count:]


def _elided(words: list[str], width: float, measure: Measure, role: Role) -> str:
    while len(words) > 1 and measure.width(" ".join(words) + ELLIPSIS, role) > width:
        words = words[:-1]
    line = " ".join(words)
    while len(line) > 1 and measure.width(line + ELLIPSIS, role) > width:  # one word longer than the line
        line = line[:-1]
    return line + ELLIPSIS
