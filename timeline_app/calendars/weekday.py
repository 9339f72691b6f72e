"""Which day of the week is it? ISO 8601 numbers: Monday 1 to Sunday 7."""

from __future__ import annotations


def weekday(day: int) -> int:
    """The ISO number of the weekday of a day number, Monday 1 to Sunday 7."""
    return (day - 1) % 7 + 1


def on_or_before(day: int, wanted: int) -> int:
    """The last day with the ISO weekday ``wanted`` that is not after ``day``."""
    return day - (weekday(day) - wanted) % 7


def on_or_after(day: int, wanted: int) -> int:
    """The first day with the ISO weekday ``wanted`` that is not before ``day``."""
    return day + (wanted - weekday(day)) % 7
