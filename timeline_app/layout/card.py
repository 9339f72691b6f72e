"""What does a card say, and how large is it? Title in two lines at most, the date, the number of sources, a doubt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.layout.measure import elided, lines_of

if TYPE_CHECKING:
    from timeline_app.layout.frame import Metrics
    from timeline_app.layout.measure import Measure

WIDER = 1.08  # by which a card grows until its title is whole
MARK = 0.85  # of a line's height, that the mark of a doubt takes


@dataclass(frozen=True, slots=True)
class Said:
    """The words of an event: ``count`` (the number of sources) and ``doubt`` are empty where there is nothing to say."""

    title: str
    date: str = ""
    count: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class CardText:
    """A card set in type: its lines and its size in pixels."""

    lines: tuple[str, ...]
    date: str
    count: str
    doubt: str
    width: float
    height: float

    @property
    def chip(self) -> bool:
        """Whether it is a single line without its date."""
        return not self.date and len(self.lines) == 1


def typeset(said: Said, metrics: Metrics, measure: Measure, *, room: float = 0.0) -> CardText:
    """A whole card; a range offers ``room``, the width of its bar, to a title that can use it."""
    pill = max(measure.width(said.count, "count") + 12, metrics.line - 4) + metrics.line * 0.3 if said.count else 0.0
    frame = 2 * metrics.pad_x
    title = measure.width(said.title, "title")
    under = measure.width(f"{said.date} \u00b7 {said.doubt}" if said.doubt else said.date, "date")
    if said.doubt:
        under += metrics.line * MARK
    one_line = title + pill
    most = max(metrics.widest, min(room, metrics.widest * 1.7)) - frame
    inner = max(one_line, under) if one_line <= most * 0.82 or one_line <= room - frame else max(one_line / 2 + 22, under)
    inner = min(max(inner, metrics.narrowest - frame), max(most, under))
    if room > inner + frame and one_line <= inner:
        inner = min(room, metrics.widest * 1.6) - frame
    lines = lines_of(said.title, inner + 0.5, measure, first=pill)
    while lines[-1].endswith("\u2026") and inner < most:
        inner = min(inner * WIDER, most)
        lines = lines_of(said.title, inner + 0.5, measure, first=pill)
    height = metrics.pad_top + metrics.line * len(lines) + metrics.date_line + metrics.pad_bottom
    return _card(lines, said.date, said.count, said.doubt, width=inner + frame, height=height)


def chip(said: Said, metrics: Metrics, measure: Measure, *, room: float = 0.0) -> CardText:
    """One line: the title, elided where it is long or where there is less ``room``; a doubt is a mark alone."""
    mark = metrics.line * MARK if said.doubt else 0.0
    line = elided(said.title, (room - mark if room else metrics.widest) - 2 * metrics.pad_x, measure)
    width = measure.width(line, "title") + 2 * metrics.pad_x + (metrics.line * MARK if said.doubt else 0.0)
    return _card((line,), "", "", said.doubt, width=width, height=metrics.chip)


def ghost(date: str, metrics: Metrics, measure: Measure) -> CardText:
    """What stands where another source puts an event: the date alone."""
    return _card((), date, "", "", width=measure.width(date, "date") + 2 * metrics.pad_x, height=metrics.chip)


def _card(lines: tuple[str, ...], date: str, count: str, doubt: str, *, width: float, height: float) -> CardText:
    """In whole pixels, so that its edges are sharp."""
    return CardText(lines, date, count, doubt, math.ceil(width), math.ceil(height))
