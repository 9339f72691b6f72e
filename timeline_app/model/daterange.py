"""When? A first and a last day, how fine the words were, and how sure the reading is.

Days are calendar-free day numbers: Rata Die, where day 1 is 1 January of the year 1 in the proleptic Gregorian
calendar (the same count as ``datetime.date.toordinal``), going below zero for earlier days. ``calendars`` turns them
into years and months.
"""

from __future__ import annotations

from enum import StrEnum
from functools import total_ordering

from timeline_app.model.frozen import frozen


class Grain(StrEnum):
    """The unit the words were written in: what a range is as wide as."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Certainty(StrEnum):
    """How sure the days are."""

    WRITTEN = "written"
    INFERRED = "inferred"
    APPROXIMATE = "approximate"
    DAY_EITHER_WAY = "day-either-way"


@total_ordering
@frozen
class DateRange:
    """A range of days, both ends inclusive, as day numbers (Rata Die).

    ``first_minute`` and ``last_minute`` (0 to 1439, minutes since midnight, both or neither) narrow it within its first
    and its last day. An open end («منذ 2014», «حتى مارس») keeps the known day at both ends and says so in the flag.
    """

    first: int
    last: int
    grain: Grain = Grain.DAY
    certainty: Certainty = Certainty.WRITTEN
    first_minute: int | None = None
    last_minute: int | None = None
    open_start: bool = False
    open_end: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = f"a range ends before it begins: {self.first}..{self.last}"
            raise ValueError(message)

    def __lt__(self, other: object) -> bool:
        """Earlier days first; of ranges of the same days one without minutes stands before one with them."""
        if not isinstance(other, DateRange):
            return NotImplemented
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int, int, str, str, bool, bool]:
        first, last = (-1 if minute is None else minute for minute in (self.first_minute, self.last_minute))
        return self.first, self.last, first, last, self.grain, self.certainty, self.open_start, self.open_end

    @property
    def days(self) -> int:
        """The number of days covered, at least 1."""
        return self.last - self.first + 1

    def overlaps(self, other: DateRange) -> bool:
        """Whether both ranges share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: DateRange) -> bool:
        """Whether every day of ``other`` lies within this range."""
        return self.first <= other.first and other.last <= self.last


def minutes_between(first: DateRange, last: DateRange) -> tuple[int | None, int | None]:
    """The minutes of a range from the beginning of one to the end of another: none unless both have them."""
    if first.first_minute is None or last.last_minute is None:
        return None, None
    return first.first_minute, last.last_minute
