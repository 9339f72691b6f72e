"""How are ticks and events called on the canvas? The desk's wording, cut to the width there is."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from timeline_app.calendars.gregorian import day_of, month_range, year_range, ymd
from timeline_app.calendars.weekday import weekday
from timeline_app.layout.card import Said
from timeline_app.layout.columns import CERTAINTIES, GRAINS
from timeline_app.model.daterange import Certainty, DateRange, Grain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.hit import Hit
    from timeline_app.layout.mark import Cluster
    from timeline_app.layout.unit import Unit
    from timeline_app.wording import Wording

_EMPTY = {
    "articles": "No events yet: drop articles here or paste a text",
    "reading": "Reading the articles…",
    "publication": "No day is known yet: say when the articles were published",
}
_MOMENT = 1e-6  # days; far below a minute, far above the error of adding quarters of an hour


class TickNames:
    """Labels of ticks, longest first; ``empty`` is what stands where there is no event."""

    def __init__(self, wording: Wording, *, awaited: str = "articles") -> None:
        self._wording = wording
        self.today = wording.text("Today")
        self.empty = wording.text(_EMPTY[awaited])
        self._tick = lru_cache(4096)(self._tick_of)
        self._heading = lru_cache(1024)(self._heading_of)
        self.number = lru_cache(4096)(wording.number)  # a number in the digits of choice

    def tick(self, unit: Unit, time: float) -> Sequence[str]:
        """The label of a tick in the lower row."""
        return self._tick(unit.name, time)

    def heading(self, unit: Unit, time: float) -> Sequence[str]:
        """The label of a stretch in the upper row."""
        return self._heading(unit.name, time)

    def day(self, first: float, until: float) -> str:
        """The days between two times in full; a whole month or year by its name."""
        start = math.floor(first + _MOMENT)
        end = max(math.ceil(until - _MOMENT) - 1, start)
        year, month, _ = ymd(start)
        named = (year_range(year), month_range(year, month))
        whole = next((one for one in named if (one.first, one.last) == (start, end)), DateRange(start, end))
        return self._wording.date(whole)

    def hijri(self, year: int, month: int, day: int) -> Sequence[str]:
        """A Hijri day, month (day 0) or year (month 0), longest first."""
        wording = self._wording
        if not month:
            return (wording.text("{year} AH", year=wording.number(year)), wording.number(year))
        name = wording.hijri_month_name(month)
        if not day:
            return (f"{name} {wording.number(year)}", name)
        return (f"{wording.number(day)} {name}", wording.number(day))

    def folded(self, first: float, last: float) -> str:
        """How long a break of the axis is, in the unit that says it best."""
        days = last - first
        say = self._wording.count
        if days >= 365 * 1.5:
            return say("{n} year", "{n} years", round(days / 365.2425))
        if days >= 45:
            return say("{n} month", "{n} months", round(days / 30.44))
        return say("{n} day", "{n} days", max(round(days), 1))

    def pointed(self, found: Hit) -> str:
        """What a break or a cluster says under the pointer."""
        if found.cluster is not None:
            return self.gathered(found.cluster)
        return "" if found.times is None else self._wording.text("{length} without events", length=self.folded(*found.times))

    def gathered(self, cluster: Cluster) -> str:
        """How many events a cluster gathers, and where in time."""
        first, last = math.floor(cluster.first + _MOMENT), math.ceil(cluster.last - _MOMENT) - 1
        when = self._wording.date(DateRange(first, max(first, last)))
        return f"{self._wording.count('{n} event', '{n} events', cluster.number)} · {when}"

    def _tick_of(self, name: str, time: float) -> tuple[str, ...]:
        wording = self._wording
        day = math.floor(time + _MOMENT)
        if name in {"minute", "hour"}:
            minute = round((time - day) * 1440)
            return (wording.digits_of(f"{minute // 60:02d}:{minute % 60:02d}"),)
        year, month, of_month = ymd(day)
        if name == "day":
            number = wording.number(of_month)
            return f"{wording.weekday_name(weekday(day))} {number}", number
        if name == "month":
            return (wording.month_name(month),)
        return (self._year(year),)

    def _heading_of(self, name: str, time: float) -> tuple[str, ...]:
        wording = self._wording
        day = math.floor(time + _MOMENT)
        year, month, _ = ymd(day)
        if name == "day":
            when = DateRange(day, day)
            return wording.date(when, weekday=True), wording.date(when), wording.number(ymd(day)[2])
        if name == "month":
            return f"{wording.month_name(month)} {self._year(year)}", wording.month_name(month)
        if name == "year":
            return (self._year(year),)
        if name == "century" and year > 0:
            return (wording.date(DateRange(day, day_of(year + 100) - 1, Grain.CENTURY)),)
        if name == "millennium" and year > 0:
            return (wording.text("Millennium {n}", n=(year - 1) // 1000 + 1),)
        return (self._year(year),)

    def _year(self, year: int) -> str:
        return (
            self._wording.number(year)
            if year > 0
            else self._wording.date(DateRange(day_of(year), day_of(year + 1) - 1, Grain.YEAR))
        )


class Words(Protocol):
    """What the canvas says of an event, by its place in the columns."""

    def __call__(self, event: int) -> Said:
        """What stands on its card."""

    def details(self, event: int) -> tuple[str, ...]:
        """What the hover card says below the title."""


class EventWords:
    """The words of an event by its place in the columns."""

    def __init__(self, columns: Columns, wording: Wording) -> None:
        self._columns, self._wording = columns, wording

    def __call__(self, event: int) -> Said:
        """Title, date, number of sources where there are several, and whether sources differ."""
        columns, wording = self._columns, self._wording
        sources = int(columns.sources[event])
        doubt = wording.text("Two dates") if columns.contradicted[event] else ""
        return Said(columns.titles[event], self.date(event), wording.number(sources) if sources > 1 else "", doubt)

    def details(self, event: int) -> tuple[str, ...]:
        """What the hover card says below the title."""
        columns = self._columns
        certainty = self._wording.certainty(CERTAINTIES[columns.certainty[event]])
        sources = self._wording.count("{n} source", "{n} sources", int(columns.sources[event]))
        doubt = self._wording.text("The sources differ") if columns.contradicted[event] else ""
        return tuple(line for line in (self.date(event), certainty, sources, doubt) if line)

    def date(self, event: int) -> str:
        """When the event happened."""
        when = range_of(self._columns, event)
        return self._wording.date(when, weekday=when.days == 1 and when.grain is Grain.DAY)


def range_of(columns: Columns, event: int) -> DateRange:
    """The days of an event of the columns."""
    start, end = float(columns.start[event]), float(columns.end[event])
    first = math.floor(start + _MOMENT)
    last = max(first, math.ceil(end - _MOMENT) - 1)
    grain, certainty = GRAINS[columns.grain[event]], CERTAINTIES[columns.certainty[event]]
    if grain is Grain.MINUTE:
        begins, ends = round((start - first) * 1440), round((end - last) * 1440)
        return DateRange(first, last, grain, certainty, min(begins, 1439), max(min(ends, 1439), begins if first == last else 0))
    return DateRange(first, last, grain, certainty if isinstance(certainty, Certainty) else Certainty.WRITTEN)
