"""Which stretch of a text is meant? Half-open, in Unicode code points of ``Article.text``."""

from __future__ import annotations

from functools import total_ordering

from timeline_app.model.frozen import frozen


@total_ordering
@frozen
class Span:
    """A half-open stretch ``[start, end)`` of a text, in Unicode code points (never bytes, never UTF-16 units)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a span: [{self.start}, {self.end})"
            raise ValueError(message)

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """The number of code points both spans cover; 0 when they only touch."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end
