"""What came out of resolving one term: days, value, and the steps that led there."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.calendars.gregorian import day_of, days_in_month, ymd
from timeline_app.calendars.iso import iso_date, iso_year
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.expression import Mod
from timeline_app.model.frozen import frozen
from timeline_app.model.step import Step

_PARTS = {Grain.QUARTER: (3, "Q"), Grain.HALF: (6, "H")}  # months and the letter of TIMEX3


@frozen
class Answer:
    """The ranges (none when no day is known), the TIMEX3 value, and everything a reading says besides."""

    value: str
    ranges: tuple[DateRange, ...] = ()
    mod: Mod | None = None
    certainty: Certainty = Certainty.WRITTEN
    alternatives: tuple[DateRange, ...] = ()
    steps: tuple[Step, ...] = ()
    conflicts: tuple[Step, ...] = ()

    @property
    def range(self) -> DateRange | None:
        """The one range from the first to the last day."""
        if len(self.ranges) < 2:
            return self.ranges[0] if self.ranges else None
        return replace(self.ranges[0], first=min(r.first for r in self.ranges), last=max(r.last for r in self.ranges))

    def because(self, *steps: Step) -> Answer:
        """The same answer with further steps."""
        return replace(self, steps=(*self.steps, *steps))


def of_range(days: DateRange, *steps: Step, value: str = "") -> Answer:
    """The answer that a range of days is, with its value by its grain."""
    return Answer(value or value_of(days), (days,), certainty=days.certainty, steps=steps)


def value_of(days: DateRange) -> str:
    """The TIMEX3 value of a range: its unit where it is exactly one, else its ends with ``/``."""
    year, month, day = ymd(days.first)
    last_year, last_month, last_day = ymd(days.last)
    if days.first == days.last:
        if days.first_minute is not None:
            return iso_date(days.first, days.first_minute)
        return iso_date(days.first)
    if days.grain is Grain.WEEK and days.days == 7:
        return _week(days.first)
    if day == 1 and last_day == days_in_month(last_year, last_month):
        if (year, month) == (last_year, last_month):
            return f"{iso_year(year)}-{month:02d}"
        if month == 1 and last_month == 12:
            return _years(year, last_year, days.grain)
        if year == last_year and days.grain in _PARTS and (last_month - month + 1) == _PARTS[days.grain][0]:
            length, letter = _PARTS[days.grain]
            return f"{iso_year(year)}-{letter}{month // length + 1}"
        return f"{iso_year(year)}-{month:02d}/{iso_year(last_year)}-{last_month:02d}"
    return f"{iso_date(days.first)}/{iso_date(days.last)}"


def _years(first: int, last: int, grain: Grain) -> str:
    if first == last:
        return iso_year(first)
    if grain is Grain.DECADE and last - first == 9:
        return iso_year(first)[:-1]
    if grain is Grain.CENTURY and last - first == 99:
        return f"{(first - 1) // 100:02d}"
    return f"{iso_year(first)}/{iso_year(last)}"


def _week(first: int) -> str:
    """ISO 8601 week of a Monday."""
    thursday = first + 3
    year = ymd(thursday)[0]
    return f"{iso_year(year)}-W{(thursday - day_of(year)) // 7 + 1:02d}"
