"""How is a day written in ISO 8601, and read back? Extended format, years before 0 with a minus sign."""

from __future__ import annotations

import re

from timeline_app.calendars.gregorian import day_of, ymd

_DATE = re.compile(r"([+-]?\d{4,6})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?\Z", re.ASCII)


def iso_year(year: int) -> str:
    """A year in at least four digits, ``-0331`` for astronomical year -331."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_date(day: int, minute: int | None = None) -> str:
    """``YYYY-MM-DD``, or ``YYYY-MM-DDTHH:MM`` when a minute of the day (0 to 1439) is given."""
    year, month, of_month = ymd(day)
    date = f"{iso_year(year)}-{month:02d}-{of_month:02d}"
    return date if minute is None else f"{date}T{minute // 60:02d}:{minute % 60:02d}"


def parse_iso(text: str) -> tuple[int, int | None]:
    """Day number and minute (None without a time) of an ISO date; ValueError for anything else."""
    match = _DATE.match(text)
    if match is None:
        message = f"not an ISO date: {text!r}"
        raise ValueError(message)
    day = day_of(int(match[1]), int(match[2]), int(match[3]))
    if match[4] is None:
        return day, None
    minute = int(match[4]) * 60 + int(match[5])
    if int(match[4]) > 23 or int(match[5]) > 59:
        message = f"not a time of day: {text!r}"
        raise ValueError(message)
    return day, minute
