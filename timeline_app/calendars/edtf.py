"""How are date ranges written in EDTF (ISO 8601-2), and read back?

The subset: days, months, years, decades ``198X``, centuries ``19XX``, seasons 21 to 24, date-times, intervals with open
ends ``..``, negative years, years of more than four digits after ``Y``, and sets: ``{a,b}`` all of these days,
``[a,b]`` one of them. The mark says how sure the days are: ``?`` inferred, ``~`` approximate, ``%`` a day either way.
Weeks, quarters and halves are written as intervals; the quarters 33 to 36 and the halves 40 and 41 are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.calendars.gregorian import (
    century_range,
    day_of,
    days_in_month,
    decade_range,
    month_range,
    season_range,
    year_range,
    ymd,
)
from timeline_app.calendars.iso import iso_date, iso_year, parse_iso
from timeline_app.model.daterange import Certainty, DateRange, Grain

_MARKS = {Certainty.WRITTEN: "", Certainty.INFERRED: "?", Certainty.APPROXIMATE: "~", Certainty.DAY_EITHER_WAY: "%"}
_CERTAINTIES = {mark: certainty for certainty, mark in _MARKS.items()}
_DOUBT = (Certainty.WRITTEN, Certainty.INFERRED, Certainty.DAY_EITHER_WAY, Certainty.APPROXIMATE)
_FINENESS = (*Grain,)
_BY_YEARS = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
_BY_MONTHS = frozenset({Grain.MONTH, Grain.QUARTER, Grain.HALF, *_BY_YEARS})
_ATOM = re.compile(
    r"(?:(?P<century>-?\d\d)XX|(?P<decade>-?\d{3})X|(?P<year>-?\d{4}|Y-?\d{5,9})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"|(?P<time>-?\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?)(?P<mark>[?~%]?)\Z",
    re.ASCII,
)


def write_edtf(ranges: DateRange | Sequence[DateRange], *, one_of: bool = False) -> str:
    """One range as a date or an interval; several as a set: all of them, or one of them when ``one_of``."""
    if isinstance(ranges, DateRange):
        return _write_range(ranges, "/")
    if len(ranges) == 1 and not one_of:
        return _write_range(ranges[0], "/")
    opening, closing = "[]" if one_of else "{}"
    return opening + ",".join(_write_range(each, "..") for each in ranges) + closing


def parse_edtf(text: str) -> tuple[DateRange, ...]:
    """The ranges that ``text`` names, in its order; ValueError when it is not in the subset read here."""
    text = text.strip()
    if text[:1] + text[-1:] in ("{}", "[]"):
        return tuple(_parse_member(member.strip()) for member in text[1:-1].split(","))
    return (_parse_interval(text, "/"),)


def _write_range(dates: DateRange, between: str) -> str:
    mark = _MARKS[dates.certainty]
    whole = _whole(dates)
    if whole is not None:
        start = end = whole + mark
    else:
        start, end = (text + mark for text in _ends(dates))
    if dates.open_end and not dates.open_start:
        return f"{start}{between}.." if between == "/" else f"{start}.."
    if dates.open_start and not dates.open_end:
        return f"..{between}{end}" if between == "/" else f"..{end}"
    return start if start == end else f"{start}{between}{end}"


def _whole(dates: DateRange) -> str | None:
    """The one name of the unit that the range is, or None."""
    if dates.first_minute is not None:
        return None
    year, month, _ = ymd(dates.first)
    number = (year - 1) // 100 + 1
    if dates.grain is Grain.CENTURY and _same_days(dates, century_range(number)) and number > 0:
        return f"{number - 1:02d}XX"
    if dates.grain is Grain.DECADE and year >= 0 and _same_days(dates, decade_range(year)):
        return f"{year // 10:03d}X"
    if dates.grain is Grain.SEASON and month % 3 == 0 and _same_days(dates, season_range(year, month // 3)):
        return f"{_year(year)}-{20 + month // 3}"
    return None


def _same_days(one: DateRange, other: DateRange) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _ends(dates: DateRange) -> tuple[str, str]:
    """The first and the last day, as coarse as the grain and the days allow."""
    if dates.first_minute is not None and dates.last_minute is not None:
        return iso_date(dates.first, dates.first_minute) + ":00", iso_date(dates.last, dates.last_minute) + ":00"
    (year, month, day), (last_year, last_month, last_day) = ymd(dates.first), ymd(dates.last)
    of_months = day == 1 and last_day == days_in_month(last_year, last_month)
    if dates.grain in _BY_YEARS and of_months and (month, last_month) == (1, 12):
        return _year(year), _year(last_year)
    if dates.grain in _BY_MONTHS and of_months:
        return f"{_year(year)}-{month:02d}", f"{_year(last_year)}-{last_month:02d}"
    return f"{_year(year)}-{month:02d}-{day:02d}", f"{_year(last_year)}-{last_month:02d}-{last_day:02d}"


def _year(year: int) -> str:
    return iso_year(year) if -9999 <= year <= 9999 else f"Y{year}"


def _parse_member(text: str) -> DateRange:
    if not text:
        raise _unreadable(text)
    return _parse_interval(text, "..")


def _parse_interval(text: str, between: str) -> DateRange:
    if between not in text:
        return _parse_atom(text)
    start, _, end = text.partition(between)
    if start in ("", "..") and end not in ("", ".."):
        return replace(_parse_atom(end), open_start=True)
    if end in ("", "..") and start not in ("", ".."):
        return replace(_parse_atom(start), open_end=True)
    return _join(_parse_atom(start), _parse_atom(end))


def _join(start: DateRange, end: DateRange) -> DateRange:
    if (start.first_minute is None) != (end.first_minute is None):
        message = "a date-time and a date are no interval"
        raise ValueError(message)
    if start.first == end.last and (start.first_minute or 0) > (end.last_minute or 0):
        message = "an interval ends before it begins"
        raise ValueError(message)
    grain = min(start.grain, end.grain, key=_FINENESS.index)
    certainty = max(start.certainty, end.certainty, key=_DOUBT.index)
    return DateRange(start.first, end.last, grain, certainty, start.first_minute, end.last_minute)


def _parse_atom(text: str) -> DateRange:
    match = _ATOM.match(text)
    if match is None:
        raise _unreadable(text)
    return replace(_dates(match), certainty=_CERTAINTIES[match["mark"]])


def _dates(match: re.Match[str]) -> DateRange:
    if match["time"]:
        day, minute = parse_iso(match["time"])
        return DateRange(day, day, Grain.MINUTE, first_minute=minute, last_minute=minute)
    if match["century"]:
        return century_range(int(match["century"]) + 1)
    if match["decade"]:
        return decade_range(int(match["decade"]) * 10)
    year = int(match["year"].removeprefix("Y"))
    if match["day"]:
        day = day_of(year, int(match["month"]), int(match["day"]))
        return DateRange(day, day)
    return _part_of_year(year, int(match["month"])) if match["month"] else year_range(year)


def _part_of_year(year: int, number: int) -> DateRange:
    if 21 <= number <= 24:
        return season_range(year, number - 20)
    if 33 <= number <= 36:
        return _months(year, 3 * (number - 32) - 2, 3 * (number - 32), Grain.QUARTER)
    if number in (40, 41):
        return _months(year, 6 * (number - 40) + 1, 6 * (number - 40) + 6, Grain.HALF)
    if not 1 <= number <= 12:
        raise _unreadable(f"{_year(year)}-{number:02d}")
    return month_range(year, number)


def _months(year: int, first: int, last: int, grain: Grain) -> DateRange:
    return DateRange(month_range(year, first).first, month_range(year, last).last, grain)


def _unreadable(text: str) -> ValueError:
    return ValueError(f"not a date in EDTF: {text!r}")
