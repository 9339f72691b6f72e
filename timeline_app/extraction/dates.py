"""How does a match become the term of a date? One builder for each shape; None where the numbers make no date."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.field import (
    calendar_of_year,
    counted_up,
    day_of_month,
    era_of,
    is_short_year,
    months_of,
    turn_of,
    year_of,
)
from timeline_app.extraction.slot import Slots
from timeline_app.model.term import Anaphora, Between, Civil, Period, Term, Vague

_SEPARATORS = re.compile(r"\D+")
_CONJUNCTIONS, _BA = "\u0648\u0641", "\u0628"


def civil(slots: Slots) -> Term | None:
    """Any of day, month, year, weekday, deictic day and turn, with a doubled month and an era."""
    months = months_of(slots)
    if months is None:
        return None
    calendar, month = months
    day = day_of_month(slots)
    year = year_of(slots)
    if (slots.has("day") and day is None) or (slots.has("year") and year is None):
        return None
    era_calendar, era = era_of(slots)
    if calendar == "" or (era_calendar and month is None):
        calendar = era_calendar or _calendar_of(slots, year)
    if not _is_likely_year(slots, year):
        return None
    turn = turn_of(slots)
    weekday = slots.value("weekday", "weekday", "bare-weekday")
    if weekday is not None and _is_place(slots):
        return None
    deictic = slots.value("deictic", "deictic", "spoken-morrow")
    short = year is not None and is_short_year(slots)
    return Civil(
        calendar, year, month, day,
        int(weekday) if weekday is not None else None, int(deictic) if deictic is not None else None,
        turn and turn * slots.constants.get("times", 1), slots.term("within"), None, era, short,
    )  # fmt: skip


def _calendar_of(slots: Slots, year: int | None) -> str:
    """The calendar of a year without an era: years the old books count up are Hijri."""
    old = counted_up(slots)
    return calendar_of_year(year) if old is None or old > 1452 else "hijri"


def _is_place(slots: Slots) -> bool:
    """«بالأربعاء»: a town or a market; no day of the week takes this preposition."""
    return any(word.clitic == "~" and word.whole.lstrip(_CONJUNCTIONS)[:1] == _BA for word in slots.words("weekday"))


def _is_likely_year(slots: Slots, year: int | None) -> bool:
    """Whether a figure without the word for year, or number words after it, can be one."""
    if slots.constants.get("words"):
        if counted_up(slots) is not None:
            return True
        said = slots.number("year") or 0
        return 500 <= said <= 2200 or 20 <= said < 100
    if year is None:
        return True
    if slots.constants.get("recent"):
        return 1900 <= year <= 2040
    return not slots.constants.get("bare") or 1500 <= year <= 2150


def following(slots: Slots) -> Term | None:
    """«يناير الموالي»: the first such month or day after what was said."""
    date = civil(slots)
    return replace(date, within=Anaphora("date", 1)) if isinstance(date, Civil) else None


def numeric(slots: Slots) -> Term | None:
    """A date in figures: day first unless the year stands first; a month above 12 changes places with the day."""
    text = "/".join(word.text for word in slots.words("date") if word.text[:1].isdecimal())
    parts = [int(part) for part in _SEPARATORS.split(text) if part]
    if len(parts) == 2:
        day, month = parts
        return Civil("gregorian", None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if len(parts) != 3:
        return None
    digits = [len(part) for part in _SEPARATORS.split(text) if part]
    year, month, day = parts if digits[0] > 2 else (parts[2], parts[1], parts[0])
    if month > 12 >= day:
        month, day = day, month
    short = digits[0] <= 2 and digits[2] <= 2
    if short:
        year += 2000 if year < 70 else 1900
    era_calendar, _ = era_of(slots)
    calendar = era_calendar or calendar_of_year(year)
    last_day = 30 if calendar == "hijri" else 31
    if not (1 <= month <= 12 and 1 <= day <= last_day and year >= 1):
        return None
    return Civil(calendar, year, month, day, turn=turn_of(slots))


def month_year(slots: Slots) -> Term | None:
    """«6/2018»: a month in figures and its year."""
    month, year = (int(part) for part in _SEPARATORS.split(slots.code("date", "month-year")))
    return Civil("gregorian", year, month)


def month_numbered(slots: Slots) -> Term | None:
    """«شهر 11 القادم»: a month by its number."""
    number = slots.number("number")
    within = slots.term("within")
    return Civil("gregorian", slots.number("year"), number, turn=turn_of(slots), within=within) if number else None


def this_day_of_year(slots: Slots) -> Term | None:
    """«هذا اليوم من عام 1956»: the day of publication in another year."""
    year = slots.number("year")
    return Civil("gregorian", year, deictic=0) if year else None


def day_with_weekday(slots: Slots) -> Term | None:
    """«ثلاثاء, 2020-03-31»: a whole date with the name of its day before it."""
    date, weekday = slots.term("date"), slots.value("weekday", "bare-weekday")
    whole = isinstance(date, Civil) and date.year is not None and date.weekday is None
    return replace(date, weekday=int(weekday)) if whole and isinstance(date, Civil) and weekday is not None else None


def merged(slots: Slots) -> Term | None:
    """Two or three readings of one day: «اليوم» + «الاثنين» + «24 نوفمبر 2025»."""
    whole: Civil | None = None
    for term in slots.terms("parts"):
        if not isinstance(term, Civil):
            return None
        whole = term if whole is None else _merge(whole, term)
    return whole


def merged_within(slots: Slots) -> Term | None:
    """«الأحد» + «الرابع من الشهر الجاري»: a day named twice, the second time by its number in a period."""
    first, second = slots.terms("parts")
    if not isinstance(first, Civil) or not isinstance(second, Civil):
        return None
    numbered = second.within is not None and second.day is not None and second.weekday is None
    if first.month is not None or first.day is not None or not numbered:
        return None
    return _merge(first, second)


def _merge(one: Civil, other: Civil) -> Civil:
    changes = {
        name: value
        for name in ("year", "month", "day", "weekday", "deictic", "turn", "within", "other")
        if (value := getattr(other, name)) is not None and getattr(one, name) is None
    }
    if other.month is not None or other.year is not None:
        changes["calendar"] = other.calendar
    return replace(one, **changes)


def two_calendars(slots: Slots) -> Term | None:
    """«3 رجب 1440 هـ الموافق 10 مارس 2019»: one date, said twice."""
    first, second = slots.term("first"), slots.term("second")
    if isinstance(first, Between) and isinstance(second, Between):
        return second if getattr(first.start, "calendar", "") == "hijri" else first
    if not isinstance(first, Civil) or not isinstance(second, Civil):
        return None
    if first.calendar == second.calendar or (first.month is None and first.year is None):
        return _merge(first, second) if first.month is None and first.year is None else None
    return replace(first, other=second)


def named_date(slots: Slots) -> Term | None:
    """«ثورة 25 يناير»: the name of an event, whose year the words do not say."""
    date = civil(slots)
    if not isinstance(date, Civil) or date.calendar != "gregorian" or date.day is None:
        return None
    return Vague(f"XXXX-{date.month:02d}-{date.day:02d}")


def day_turn(slots: Slots) -> Term | None:
    """«13 الحالي»: a day of this month, the last or the next."""
    day, turn = day_of_month(slots), turn_of(slots)
    return Civil(day=day, within=Period("month", turn)) if day and turn is not None else None


def day_of_it(slots: Slots) -> Term | None:
    """«13 منه»: a day of the month said before."""
    day = day_of_month(slots)
    return Civil(day=day, within=Anaphora("month", 0)) if day else None


def same(slots: Slots) -> Term | None:
    """The term found before, under other words around it."""
    return slots.term("term")
