"""Which day number does a Gregorian date have, and the other way round? Proleptic, astronomical years (year 0 exists).

Day numbers are Rata Die (1 = 1 January 1). The formulas are those of Reingold and Dershowitz, Calendrical Calculations,
chapter 2, in integer arithmetic, so years before 1 work.
"""

from __future__ import annotations

from functools import lru_cache

from timeline_app.model.daterange import Certainty, DateRange, Grain

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


@lru_cache(maxsize=4096)  # reading asks for the same few days again and again
def day_of(year: int, month: int = 1, day: int = 1) -> int:
    """The day number of a date; ValueError when there is no such date."""
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        message = f"no such date: {year}-{month}-{day}"
        raise ValueError(message)
    before = year - 1
    shift = 0 if month <= 2 else (-1 if is_leap(year) else -2)
    return 365 * before + before // 4 - before // 100 + before // 400 + (367 * month - 362) // 12 + shift + day


@lru_cache(maxsize=4096)
def ymd(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    era, rest = divmod(day - 1, 146097)
    century, rest = min(rest // 36524, 3), rest - 36524 * min(rest // 36524, 3)
    four, rest = divmod(rest, 1461)
    single = min(rest // 365, 3)
    year = 400 * era + 100 * century + 4 * four + single + 1
    month = (12 * (day - day_of(year) + _march_shift(year, day)) + 373) // 367
    return year, month, day - day_of(year, month) + 1


def _march_shift(year: int, day: int) -> int:
    if day < day_of(year, 3, 1):
        return 0
    return 1 if is_leap(year) else 2


def month_range(year: int, month: int, certainty: Certainty = Certainty.WRITTEN) -> DateRange:
    """All days of a month."""
    first = day_of(year, month)
    return DateRange(first, first + days_in_month(year, month) - 1, Grain.MONTH, certainty)


def year_range(year: int, certainty: Certainty = Certainty.WRITTEN) -> DateRange:
    """All days of a year."""
    return DateRange(day_of(year), day_of(year + 1) - 1, Grain.YEAR, certainty)


def season_range(year: int, season: int, certainty: Certainty = Certainty.WRITTEN) -> DateRange:
    """All days of a season of the north: spring 1 (from 21 March), summer 2, autumn 3, winter 4 (from 21 December on)."""
    starts = ((3, 21), (6, 21), (9, 23), (12, 21))
    if not 1 <= season <= 4:
        message = f"no such season: {season}"
        raise ValueError(message)
    following = day_of(year, *starts[season]) if season < 4 else day_of(year + 1, *starts[0])
    return DateRange(day_of(year, *starts[season - 1]), following - 1, Grain.SEASON, certainty)


def decade_range(year: int, certainty: Certainty = Certainty.WRITTEN) -> DateRange:
    """All days of the ten years that share all digits but the last with ``year`` (1987: 1980 to 1989)."""
    first = year // 10 * 10
    return DateRange(day_of(first), day_of(first + 10) - 1, Grain.DECADE, certainty)


def century_range(number: int, certainty: Certainty = Certainty.WRITTEN) -> DateRange:
    """All days of a century by its number: the 19th (19) is 1801 to 1900, the first before our era (0) ends with year 0."""
    first = 100 * (number - 1) + 1
    return DateRange(day_of(first), day_of(first + 100) - 1, Grain.CENTURY, certainty)
