"""Which days does an editor mean by what she types into a date field? «24 نونبر 2025», «خريف 2024», 24/11/2025, EDTF."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.calendars.edtf import parse_edtf
from timeline_app.calendars.gregorian import day_of, month_range
from timeline_app.model.daterange import Certainty, DateRange

_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\Z", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[/.](\d{4})\Z", re.ASCII)
_ENGLISH = re.compile(
    r"(?:(?P<day>\d{1,2})(?:\s*[-–]\s*(?P<last>\d{1,2}))?\s+)?(?P<month>[a-z]{3,9})\.?(?:\s+(?P<after>\d{1,2}),?)?\s+(?P<year>\d{4})\Z",
    re.ASCII | re.IGNORECASE,
)
_DIGITS = {**{0x660 + n: str(n) for n in range(10)}, **{0x6F0 + n: str(n) for n in range(10)}}
_UNSEEN = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_AROUND = 2


def read_typed(text: str, today: DateRange | None = None) -> tuple[DateRange, ...]:
    """The days of a typed date; none when it cannot be read as a whole. What she types is certain: nothing is inferred.

    A day before a month (24/11/2025), as Arab desks write; then EDTF; then words as an article would have them. With
    ``today`` words may count from it («أمس») and leave out the year; without it they name no day.
    """
    typed = _UNSEEN.sub("", text).translate(_DIGITS).strip().rstrip(".،؛")
    if not typed:
        return ()
    readers: tuple[Callable[[str], tuple[DateRange, ...]], ...] = (_numbers, _edtf, _english, lambda words: _words(words, today))
    for read in readers:
        found = read(typed)
        if found:
            return found
    return ()


def _numbers(text: str) -> tuple[DateRange, ...]:
    day, month = _DAY.match(text), _MONTH.match(text)
    try:
        if day:
            number = day_of(int(day[3]), int(day[2]), int(day[1]))
            return (DateRange(number, number),)
        if month:
            return (month_range(int(month[2]), int(month[1])),)
    except (ValueError, IndexError):
        return ()
    return ()


def _edtf(text: str) -> tuple[DateRange, ...]:
    try:
        return parse_edtf(text)
    except ValueError:
        return ()


def _english(text: str) -> tuple[DateRange, ...]:
    """24 November 2025, Nov 24, 2025, 24-27 November 2025, November 2025: for those who use the program in English."""
    from timeline_app.wording.name import names  # noqa: PLC0415 - read when needed

    match = _ENGLISH.match(text)
    if match is None:
        return ()
    written = match["month"].casefold()
    month = next((n for n, name in enumerate(names("months", "english"), 1) if name.casefold().startswith(written)), 0)
    first = match["day"] or match["after"]
    try:
        if first is None:
            return (month_range(int(match["year"]), month),)
        days = [day_of(int(match["year"]), month, int(day)) for day in (first, match["last"] or first)]
        return (DateRange(days[0], days[1]),)
    except (ValueError, IndexError):
        return ()


def _words(text: str, today: DateRange | None) -> tuple[DateRange, ...]:
    """The one expression that covers all the words; a preposition or two around it are allowed, another number is not."""
    from timeline_app.services.tagging import tag  # noqa: PLC0415 - the lexicons load with it

    readings = [reading for reading in tag(text, today) if reading.ranges]
    if len(readings) != 1:
        return ()
    covered = readings[0].span
    rest = text[: covered.start] + text[covered.end :]
    whole = len(rest.split()) <= _AROUND and not any(letter.isdigit() for letter in rest)
    return tuple(map(_sure, readings[0].ranges)) if whole else ()


def _sure(found: DateRange) -> DateRange:
    """What was counted from today is what she meant; a Hijri day can still be the next one, and «حوالي» still is."""
    if found.certainty is not Certainty.INFERRED:
        return found
    return DateRange(
        found.first,
        found.last,
        found.grain,
        first_minute=found.first_minute,
        last_minute=found.last_minute,
        open_start=found.open_start,
        open_end=found.open_end,
    )
