"""Where do words stand on their lines? Boxes in pixels, exact in mixed directions and inside joined words.

Marks are painted beneath the text, in these boxes, and never as character formats: a format that ends inside an Arabic
word would cut its letters apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextLayout

_LEADING, _TRAILING = QTextLine.Edge.Leading, QTextLine.Edge.Trailing
_TOUCHING = 0.75
_WIDTHLESS = ("Mn", "Me", "Cf", "Cs")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_LOW_HALF = "\udc00"
_LETTER, _SIGN = "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff", "\u064b-\u065f\u0670"
# what lies between Arabic letters runs as they do, whatever the direction of the line (UAX #9, N1); brackets may not (N0)
_BETWEEN = " \u00a0،؛؟!?.,:;…'\"«»“”–—-"
_WORDS = re.compile(f"([{_LETTER}](?:[{_SIGN}{_BETWEEN}]*[{_LETTER}])*)[{_SIGN}]*")
_ALL = re.compile(f"([{_LETTER}](?:.*[{_LETTER}])?)[{_SIGN}]*", re.DOTALL)
# Latin words set apart leave the Arabic around them as it is; what else turns the direction may hold Arabic letters
_ISOLATED = re.compile(f"\u2066[^{_LETTER}\u202a-\u202e\u2066-\u2069]*\u2069")
_EMBEDDING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Box:
    """Words on one line: from ``left`` to ``right``, standing on ``baseline``, ``size`` pixels high; ``first`` and ``last``
    say whether the stretch begins and ends here.
    """

    left: float
    right: float
    baseline: float
    first: bool = True
    last: bool = True
    size: int = 18

    def rect(self, above: float, below: float) -> QRectF:
        """The box as high as ``above`` and ``below`` its baseline."""
        return QRectF(self.left, self.baseline - above, self.right - self.left, above + below)


def boxes(layout: QTextLayout, words: str, start: int, end: int) -> list[Box]:
    """The boxes of the UTF-16 units from ``start`` to ``end`` of a laid-out paragraph (its text: ``words``), in
    the layout's own coordinates.
    """
    found = []
    text, even = _units(words), _runs_evenly(words, layout.textOption().textDirection())
    near = layout.lineForTextPosition(start)
    for number in range(near.lineNumber() if near.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if last <= start:
            continue
        if first >= end:
            break
        begin, stop = max(first, start), min(last, end)
        while stop > begin and text[stop - 1 : stop].isspace():
            stop -= 1
        baseline = line.y() + line.ascent()
        stretches = _stretches(line, text, begin, stop, even=even)
        found += [Box(left, right, baseline, begin == start, stop == end) for left, right in stretches]
    return found


def block_boxes(block: QTextBlock, start: int, end: int) -> list[Box]:
    """The boxes of positions of the document that lie in one block, in the document's coordinates."""
    layout = block.layout()
    offset = layout.position()
    begin, stop = _inside(block, start, end)
    if begin >= stop:
        return []
    x, y, size = offset.x(), offset.y(), _size(block)
    found = boxes(layout, block.text(), begin, stop)
    return [Box(b.left + x, b.right + x, b.baseline + y, b.first, b.last, size) for b in found]


def block_reach(block: QTextBlock, start: int, end: int) -> tuple[Box, Box]:
    """The first and the last line of positions of the document that lie in one block, as boxes without a width."""
    begin, stop = _inside(block, start, end)
    return _line_at(block, begin), _line_at(block, max(begin, stop - 1))


def between(block: QTextBlock, top: float, bottom: float) -> tuple[int, int]:
    """From where to where in the document are the lines of a block that lie between two of its heights, at least in part?"""
    layout = block.layout()
    down, lines = layout.position().y(), range(layout.lineCount())
    first = bisect_left(lines, top - down, key=lambda number: _end(layout.lineAt(number)))
    after = bisect_right(lines, bottom - down, key=lambda number: layout.lineAt(number).y())
    if first >= after:
        return block.position(), block.position()
    last = layout.lineAt(after - 1)
    return block.position() + layout.lineAt(first).textStart(), block.position() + last.textStart() + last.textLength()


def position_in(block: QTextBlock, point: QPointF) -> int:
    """The document's position of the letter under a point of the document, or nearest to it on its line of the block.

    Qt 6.11's own answer is the caret's place (at a run in the other direction: its far end), and by the width of a blank
    beside the point on right-to-left lines that end in one.
    """
    layout = block.layout()
    inside = point - layout.position()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    if not lines:
        return block.position()
    line = next((line for line in lines if inside.y() < line.y() + line.height()), lines[-1])
    text = _units(block.text())
    first, last = line.textStart(), line.textStart() + line.textLength()
    letters = ((_beyond(_letter(line, at), inside.x()), at) for at in range(first, last) if category(text[at]) not in _WIDTHLESS)
    return block.position() + min(letters, default=(0.0, first))[1]


def _beyond(letter: tuple[float, float], x: float) -> float:
    """How far a point lies from a letter; 0 within it."""
    return max(letter[0] - x, x - letter[1], 0.0)


def _line_at(block: QTextBlock, place: int) -> Box:
    line, down = block.layout().lineForTextPosition(place), block.layout().position().y()
    return Box(0.0, 0.0, down + line.y() + line.ascent(), size=_size(block))


def _end(line: QTextLine) -> float:
    return line.y() + line.height()


def _size(block: QTextBlock) -> int:
    return block.charFormat().font().pixelSize()


def _inside(block: QTextBlock, start: int, end: int) -> tuple[int, int]:
    """Positions of the document as places in the block."""
    return max(0, start - block.position()), min(block.length() - 1, end - block.position())


@lru_cache(maxsize=16)
def _runs_evenly(words: str, direction: Qt.LayoutDirection) -> bool:
    """Whether all Arabic letters of a paragraph run as its lines do: then what lies between two of them on a line stands
    between them there (UAX #9, L2).
    """
    return direction is Qt.LayoutDirection.RightToLeft and not _EMBEDDING.search(_ISOLATED.sub("", words))


@lru_cache(maxsize=16)
def _units(words: str) -> str:
    """The text with one character for each of Qt's UTF-16 units."""
    return _WIDE.sub(_with_low_half, words)


def _with_low_half(wide: re.Match[str]) -> str:
    """A character beyond U+FFFF takes two of Qt's units."""
    return wide.group() + _LOW_HALF


def _stretches(line: QTextLine, text: str, begin: int, stop: int, *, even: bool) -> Iterator[tuple[float, float]]:
    """What the letters cover, with touching ones taken together; vowel signs lie within their letter."""
    edges = sorted(_edges(line, text, begin, stop, even=even))
    if not edges:
        return
    left, right = edges[0]
    for next_left, next_right in edges[1:]:
        if next_left > right + _TOUCHING:
            yield left, right
            left = next_left
        right = max(right, next_right)
    yield left, right


def _edges(line: QTextLine, text: str, begin: int, stop: int, *, even: bool) -> Iterator[tuple[float, float]]:
    """What each letter covers; Arabic words in a row as one, from their first letter to their last, with all that stands
    between them where the paragraph runs ``even``.
    """
    position, words = begin, _ALL if even else _WORDS
    while position < stop:
        found = words.match(text, position, stop)
        if found is not None:
            first, last = _letter(line, position), _letter(line, found.end(1) - 1)
            yield min(first[0], last[0]), max(first[1], last[1])
        elif category(text[position]) not in _WIDTHLESS:
            yield _letter(line, position)
        position = found.end() if found is not None else position + 1


def _letter(line: QTextLine, position: int) -> tuple[float, float]:
    one, other = _x(line, position, _LEADING), _x(line, position, _TRAILING)
    if one == other:
        return _glyph(line, position, one)
    return (one, other) if one <= other else (other, one)


def _glyph(line: QTextLine, position: int, where: float) -> tuple[float, float]:
    """A letter the cursor cannot measure: the first of a run in the other direction (Qt 6.11 puts both its edges at the
    end of the run before), or a mark without width.
    """
    runs = line.glyphRuns(position, 1)
    if not runs:
        return where, where
    rect = runs[0].boundingRect()
    return rect.left(), rect.right()


def _x(line: QTextLine, position: int, edge: QTextLine.Edge) -> float:
    found: tuple[float, int] = line.cursorToX(position, edge)  # type: ignore[assignment]  # the stubs of 6.11 say object
    return found[0]
