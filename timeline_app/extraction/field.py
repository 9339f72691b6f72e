"""What do the slots of a date hold? Day, month, year, era and turn as numbers, None where the words make none."""

from __future__ import annotations

from itertools import pairwise

from timeline_app.extraction.slot import Slots, numbers_in

_TURNS = {"last": -1, "previous": -1, "latest": -1, "current": 0, "next": 1, "this": 0}
_MONTHS = ("gregorian-month", "hijri-month")


def turn_of(slots: Slots, name: str = "turn") -> int | None:
    """-1, 0 or 1 for the words of a turn, None without one."""
    for word in slots.words(name):
        for each, turn in _TURNS.items():
            if each in word.classes:
                return turn
    return None


def months_of(slots: Slots) -> tuple[str, int | None] | None:
    """Calendar and number of the month; an empty calendar without one; None where two months contradict each other."""
    found = [
        (name.removesuffix("-month"), int(part.classes[name]))
        for part in slots.words("month")
        for name in _MONTHS
        if name in part.classes
    ]
    if not found:
        return ("", None) if slots.constants.get("calendar") is None else (slots.constants["calendar"], None)
    if len(found) > 1 and len(set(found)) > 1:
        return None
    return found[0]


def day_of_month(slots: Slots) -> int | None:
    """The day of the month in the slot ``day``, or None."""
    first = first_day(slots, "day")
    if first is not None:
        return first
    number = slots.number("day")
    return number if number is not None and 1 <= number <= 31 else None


def first_day(slots: Slots, name: str) -> int | None:
    """1 for a word that means the first day (or the number it stands for), or None."""
    value = slots.value(name, "first-day")
    return None if value is None else int(value)


def year_of(slots: Slots) -> int | None:
    """The year in the slot ``year``, two figures taken for the nearest century; or None."""
    year = slots.number("year")
    if year is None:
        return counted_up(slots)
    return whole_year(year) if is_short_year(slots) else year


def whole_year(year: int) -> int:
    """The year that two figures mean, taken for the nearest century; any other as it is."""
    return year + (1900 if year > 30 else 2000) if year < 100 else year


def counted_up(slots: Slots) -> int | None:
    """The year told as the old books do, units before hundreds («تسع وتسعين وستمائة»); None where it is not."""
    parts = slots.numbers("year")
    rising = len(parts) > 1 and all(part < after and after % 100 == 0 for part, after in pairwise(parts))
    return sum(parts) if rising else None


def is_short_year(slots: Slots) -> bool:
    """Whether the year is written with two figures."""
    year = slots.number("year")
    return year is not None and year < 100 and not slots.has("era")


def era_of(slots: Slots) -> tuple[str, int]:
    """Calendar (empty where no era is written) and 1, or -1 before its epoch."""
    before = slots.value("era", "era-before")
    if before is not None:
        return str(before), -1
    after = slots.value("era", "era-after")
    return ("" if after is None else str(after)), 1


def calendar_of_year(year: int | None) -> str:
    """Figures of 1300 to 1452 without an era are Hijri in news of today; 1453 and 1492 are years of history."""
    return "hijri" if year is not None and 1300 <= year <= 1452 else "gregorian"


def days_of(slots: Slots, name: str) -> list[int]:
    """Every number of a slot, word by word."""
    numbers: list[int] = []
    for word in slots.words(name):
        numbers.extend(numbers_in([word]))
    return numbers
