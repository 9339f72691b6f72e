"""Where does a code point of a text stand in Qt, which counts UTF-16 units? The one converter of the window."""

from __future__ import annotations

from bisect import bisect_left

from timeline_app.model.span import Span


class Units:
    """Positions in one text, both ways: code points (ours) and UTF-16 units (Qt's).

    Texts without characters beyond U+FFFF cost nothing. A unit in the middle of a surrogate pair maps to the character
    it belongs to.
    """

    def __init__(self, text: str) -> None:
        self._wide = (
            [] if text.isascii() or max(text, default="") <= "\uffff" else [i for i, c in enumerate(text) if c > "\uffff"]
        )
        self._wide_units = [position + number for number, position in enumerate(self._wide)]

    def to_unit(self, position: int) -> int:
        """The UTF-16 unit at which the code point ``position`` begins."""
        return position + bisect_left(self._wide, position)

    def to_point(self, unit: int) -> int:
        """The code point that the UTF-16 unit ``unit`` belongs to."""
        before = bisect_left(self._wide_units, unit)
        if before and self._wide_units[before - 1] + 1 == unit:
            return self._wide[before - 1]
        return unit - before

    def to_units(self, span: Span) -> tuple[int, int]:
        """The first unit of a span and the unit after it."""
        return self.to_unit(span.start), self.to_unit(span.end)

    def to_span(self, start: int, end: int) -> Span:
        """The span between two UTF-16 units."""
        return Span(self.to_point(start), self.to_point(end))
