"""Which days does a unit cover around a day, or so many units away?"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.calendars.gregorian import century_range, day_of, days_in_month, decade_range, month_range, year_range, ymd
from timeline_app.calendars.weekday import on_or_after, on_or_before
from timeline_app.model.daterange import Certainty, DateRange, Grain


def unit_around(unit: str, day: int, shift: int = 0, certainty: Certainty = Certainty.WRITTEN) -> DateRange:
    """The unit that holds ``day``, moved by ``shift`` units."""
    year, month, _ = ymd(day)
    if unit == "week":
        monday = on_or_before(day, 1) + 7 * shift
        return DateRange(monday, monday + 6, Grain.WEEK, certainty)
    if unit == "month":
        months = 12 * year + month - 1 + shift
        return month_range(months // 12, months % 12 + 1, certainty)
    if unit in ("year", "season"):
        return year_range(year + shift, certainty)
    if unit == "decade":
        return decade_range(year + 10 * shift, certainty)
    if unit == "century":
        return century_range((year - 1) // 100 + 1 + shift, certainty)
    if unit == "millennium":
        first = (year + 1000 * shift) // 1000 * 1000
        return DateRange(day_of(first), day_of(first + 1000) - 1, Grain.CENTURY, certainty)
    return DateRange(day + shift, day + shift, Grain.DAY, certainty)


def moved(day: int, unit: str, number: float, sign: int) -> DateRange:
    """The unit that lies ``number`` units from ``day``; halves move half a unit on, hours and minutes stay on their day."""
    if unit in ("hour", "minute", "second"):
        minutes = {"hour": 60.0, "minute": 1.0, "second": 1 / 60}[unit] * number
        return unit_around("day", day, sign * round(minutes / 1440))
    if unit == "quarter-year":
        unit, number = "month", number * 3
    if number != int(number):
        smaller = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "day": ("day", 1), "decade": ("year", 10)}
        small, factor = smaller.get(unit, ("year", 100))
        return moved(day, small, round(number * factor), sign)
    if unit == "night":
        unit = "day"
    return unit_around(unit, day, sign * int(min(number, 100_000)))


def portion_of(days: DateRange, portion: str) -> DateRange:
    """The first, middle or last third of a range as the conventions of news have it."""
    index = {"START": 0, "MID": 1, "END": 2}[portion]
    first_year, first_month, _ = ymd(days.first)
    if days.grain is Grain.MONTH:
        length = days.days
        ends = ((0, 9), (10, 19), (20, length - 1))[index]
        return replace(days, first=days.first + ends[0], last=days.first + min(ends[1], length - 1))
    if days.grain is Grain.YEAR and days.days in (365, 366) and first_month == 1:
        start = 4 * index + 1
        return replace(days, first=day_of(first_year, start), last=_month_end(first_year, start + 3))
    if days.grain is Grain.DECADE:
        years = ((0, 2), (3, 6), (7, 9))[index]
        return replace(days, first=day_of(first_year + years[0]), last=day_of(first_year + years[1] + 1) - 1)
    if days.grain is Grain.CENTURY:
        years = ((0, 29), (30, 69), (70, 99))[index]
        return replace(days, first=day_of(first_year + years[0]), last=day_of(first_year + years[1] + 1) - 1)
    return days


def _month_end(year: int, month: int) -> int:
    return day_of(year, month, days_in_month(year, month))


def part_of_range(days: DateRange, unit: str, number: int, count: int) -> DateRange | None:
    """The ``number``-th ``unit`` of a range (-1 the last), ``count`` units long; None where there is none."""
    months = {"quarter": 3, "half": 6, "third": 4, "month": 1, "quarter-year": 3, "half-year": 6}
    _year, _month, _ = ymd(days.first)
    if days.grain is Grain.YEAR and unit in months:
        length = months[unit]
        parts = 12 // length
        start = (parts - count if number < 0 else number - 1) * length
        if not 0 <= start <= 12 - length * count:
            return None
        grain = {3: Grain.QUARTER, 6: Grain.HALF, 1: Grain.MONTH}.get(length, Grain.SEASON)
        begin = unit_around("month", days.first, start)
        end = unit_around("month", days.first, start + length * count - 1)
        return replace(begin, last=end.last, grain=grain)
    if unit in ("half", "third", "quarter"):
        parts = {"half": 2, "third": 3, "quarter": 4}[unit]
        index = parts - 1 if number < 0 else number - 1
        if not 0 <= index < parts:
            return None
        return replace(
            days, first=days.first + days.days * index // parts, last=days.first + days.days * (index + 1) // parts - 1
        )
    if unit.startswith("weekday-"):
        return _weekday_of(days, int(unit[-1]), number)
    width = {"day": 1, "week": 7, "night": 1}.get(unit)
    if width is None:
        return _years_of(days, unit, number)
    span = width * count
    first = days.last - span + 1 if number < 0 else days.first + (number - 1) * width
    if first > days.last or first < days.first:
        return None
    return DateRange(first, min(first + span - 1, days.last), Grain.WEEK if unit == "week" else Grain.DAY, days.certainty)


def _weekday_of(days: DateRange, wanted: int, number: int) -> DateRange | None:
    """The n-th day with a weekday (-1 the last) within a range."""
    day = on_or_before(days.last, wanted) if number < 0 else on_or_after(days.first, wanted) + 7 * (number - 1)
    return DateRange(day, day, Grain.DAY, days.certainty) if days.first <= day <= days.last else None


def _years_of(days: DateRange, unit: str, number: int) -> DateRange | None:
    """The n-th decade of a century, the n-th year of a decade."""
    if unit == "decade" and days.grain is Grain.CENTURY:
        year = ymd(days.first)[0] + (90 if number < 0 else 10 * (number - 1))
        return DateRange(day_of(year), day_of(year + 10) - 1, Grain.DECADE, days.certainty)
    return None
