"""Where on the laid-out page does a word stand, and which word stands here? Article, page and document in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt

from timeline_app.model.span import Span
from timeline_app.ui.reader.geometry import Box, between, block_boxes, block_reach, position_in
from timeline_app.ui.text import Units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

    from timeline_app.ui.reader.page import Page


class Reach(NamedTuple):
    """The first and the last line of words, as boxes without a width, and whether their paragraph is read from the right."""

    first: Box
    last: Box
    from_right: bool


class Sheet:
    """A page set in a document. Spans and characters are the article's; points and boxes the document's, in pixels."""

    def __init__(self, document: QTextDocument, page: Page) -> None:
        self.page = page
        self._document = document
        self._units = Units(page.text)
        self._boxes: dict[tuple[int, Span], list[Box]] = {}
        self._reaches: dict[tuple[int, int, Span], Reach] = {}
        self._where: dict[Span, tuple[int, int] | None] = {}

    def forget_boxes(self) -> None:
        """The document is laid out anew."""
        self._boxes.clear()
        self._reaches.clear()

    def positions(self, span: Span) -> tuple[int, int] | None:
        """The document's positions of words of the article; None where the page leaves them out."""
        if span not in self._where:
            shown = self.page.to_page(span)
            self._where[span] = self._units.to_units(shown) if shown else None
        return self._where[span]

    def span(self, start: int, end: int) -> Span | None:
        """The words of the article between two positions of the document."""
        return self.page.to_article(self._units.to_span(start, end))

    def character(self, position: int) -> int | None:
        """The article's character at a position of the document."""
        point = self._units.to_point(position)
        span = self.page.to_article(Span(point, point + 1))
        return span.start if span else None

    def character_at(self, point: QPointF) -> int | None:
        """The article's character under a point, or nearest to it on its line."""
        found = self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        if found < 0:
            return None
        return self.character(position_in(self._document.findBlock(found), point))

    def boxes(self, span: Span) -> list[Box]:
        """The boxes of words, line by line; the document is laid out as far as they stand."""
        where = self.positions(span)
        return [] if where is None else [box for block in self._blocks(where) for box in self._boxes_in(block, span, where)]

    def boxes_among(self, span: Span, blocks: list[QTextBlock]) -> list[Box]:
        """The boxes of words in some paragraphs that follow each other."""
        where = self.positions(span)
        return [] if where is None else [box for block in _met(where, blocks) for box in self._boxes_in(block, span, where)]

    def reach(self, span: Span, blocks: list[QTextBlock] | None = None) -> Reach | None:
        """The first and the last line of words: among some paragraphs that follow each other, or in all the document, which
        is laid out as far as they stand.
        """
        where = self.positions(span)
        met = [] if where is None else [*self._blocks(where)] if blocks is None else _met(where, blocks)
        if where is None or not met:
            return None
        key = (met[0].blockNumber(), met[-1].blockNumber(), span)
        if key not in self._reaches:
            first, last = block_reach(met[0], *where)[0], block_reach(met[-1], *where)[1]
            begun = self._document.findBlock(where[0]).textDirection()
            self._reaches[key] = Reach(first, last, from_right=begun is Qt.LayoutDirection.RightToLeft)
        return self._reaches[key]

    def blocks_between(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        """The paragraphs from one height of the document to another."""
        layout = self._document.documentLayout()
        block = self._document.findBlock(max(0, layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)))
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()

    def span_of(self, blocks: list[QTextBlock]) -> Span:
        """The stretch of the article that some paragraphs in a row show."""
        if not blocks:
            return Span(0, 0)
        return self.span(blocks[0].position(), blocks[-1].position() + blocks[-1].length()) or Span(0, 0)

    def span_between(self, top: float, bottom: float, blocks: list[QTextBlock]) -> Span:
        """The stretch of the article on those lines of some paragraphs in a row that lie between two heights."""
        if not blocks:
            return Span(0, 0)
        start, end = between(blocks[0], top, bottom)[0], between(blocks[-1], top, bottom)[1]
        return self.span(start, end) or Span(0, 0)

    def _blocks(self, where: tuple[int, int]) -> Iterator[QTextBlock]:
        """The paragraphs from one position to another, laid out."""
        block = self._document.findBlock(where[0])
        while block.isValid() and block.position() < where[1]:
            self._document.documentLayout().blockBoundingRect(block)
            yield block
            block = block.next()

    def _boxes_in(self, block: QTextBlock, span: Span, where: tuple[int, int]) -> list[Box]:
        key = (block.blockNumber(), span)
        if key not in self._boxes:
            self._boxes[key] = block_boxes(block, *where)
        return self._boxes[key]


def _met(where: tuple[int, int], blocks: list[QTextBlock]) -> list[QTextBlock]:
    """Those of some paragraphs in a row in which positions of the document lie."""
    if not blocks or where[1] <= blocks[0].position():
        return []
    return [block for block in blocks if block.position() < where[1] and where[0] < block.position() + block.length()]
