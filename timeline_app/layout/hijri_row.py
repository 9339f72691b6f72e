"""Which Hijri days, months or years stand in the third row of the axis? As fine as their names have room."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from timeline_app.calendars.hijri import hijri_day, hijri_ymd
from timeline_app.layout.tick import EDGE, Label, apart, shown_stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline_app.layout.measure import Measure
    from timeline_app.layout.scale import Scale

GAP = 14.0
FIRST = 110.0  # pixels that the first label of a stretch may take
WHOLE = 0.6  # of a day, month or year that is in sight when it is named
MOST = 400
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def hijri_row(scale: Scale, names: Callable[[int, int, int], Sequence[str]], measure: Measure) -> tuple[Label, ...]:
    """The labels of the row. ``names`` writes year, month and day, month and day 0 where they are not meant, longest first.

    The first label of a stretch may reach beyond its day, so that a row of bare days says its month.
    """
    found: list[Label] = []
    for stretch, start, end in shown_stretches(scale):
        day = stretch.rate * scale.zoom
        first = True
        for time, until, texts in _parts(stretch.start, stretch.end, day, names, measure):
            seen = min(until, stretch.end) - max(time, stretch.start)
            if seen < WHOLE * (until - time) and until - time < stretch.end - stretch.start:
                continue
            low, high = max(float(scale.along(time)), start), min(float(scale.along(until)), end)
            room = max(high - low, min(FIRST, end - start)) if first else high - low
            text = next((text for text in texts if measure.width(text, "count") + 6 <= room), "")
            if text:
                found.append(Label(text, (low + high) / 2, measure.width(text, "count")))
                first = False
    return apart(found, 8.0, scale.width - EDGE)


def _parts(
    first: float, last: float, day: float, names: Callable[[int, int, int], Sequence[str]], measure: Measure
) -> Iterator[tuple[float, float, Sequence[str]]]:
    """The days, months or years between two times, whichever have room for their shortest names."""
    year, month, of_month = hijri_ymd(math.floor(first))
    if day >= measure.width(names(year, month, of_month)[-1], "count") + GAP:
        for number in range(math.floor(first), min(math.ceil(last), math.floor(first) + MOST)):
            yield number, number + 1.0, names(*hijri_ymd(number))
    elif day * 29.53 >= measure.width(names(year, month, 0)[-1], "count") + GAP:
        for count in range(MOST):
            place = year * 12 + month - 1 + count
            start = hijri_day(place // 12, place % 12 + 1, 1)
            if start > last:
                return
            yield start, hijri_day((place + 1) // 12, (place + 1) % 12 + 1, 1), names(place // 12, place % 12 + 1, 0)
    else:
        wide = measure.width(names(year, 0, 0)[-1], "count") + GAP
        step = next((step for step in _STEPS if step * 354.37 * day >= wide), _STEPS[-1])
        for start_year in range(year - year % step, year + MOST * step, step):
            start = hijri_day(start_year, 1, 1)
            if start > last:
                return
            yield start, hijri_day(start_year + step, 1, 1), names(start_year, 0, 0)
