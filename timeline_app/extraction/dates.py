"""How does a match become the term of a date? One builder for each shape; None where the numbers make no date."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.slot import Item, Slots, numbers_in
from timeline_app.language.word import Word
from timeline_app.model.term import (
    Anaphora,
    Between,
    Century,
    Civil,
    Decade,
    Feast,
    Length,
    Listing,
    Period,
    Season,
    Slice,
    Term,
)

_SEPARATORS = re.compile(r"\D+")
_TURNS = {"last": -1, "previous": -1, "latest": -1, "current": 0, "next": 1, "this": 0}
_MONTHS = ("gregorian-month", "hijri-month")


def turn_of(slots: Slots, name: str = "turn") -> int | None:
    """-1, 0 or 1 for the words of a turn, None without one."""
    for word in slots.words(name):
        for each, turn in _TURNS.items():
            if each in word.classes:
                return turn
    return None


def civil(slots: Slots) -> Term | None:
    """Any of day, month, year, weekday, deictic day and turn, with a doubled month and an era."""
    months = _months(slots)
    if months is None:
        return None
    calendar, month = months
    day = _day(slots)
    year = _year(slots)
    if slots.has("day") and day is None or slots.has("year") and year is None:
        return None
    era_calendar, era = _era(slots)
    if calendar == "" or (era_calendar and month is None):
        calendar = era_calendar or _calendar_of_year(year)
    if year is not None and slots.constants.get("bare") and not 1500 <= year <= 2150:
        return None
    if year is not None and slots.constants.get("recent") and not 1900 <= year <= 2040:
        return None
    if slots.constants.get("words") and (year is None or not (500 <= (slots.number("year") or 0) <= 2200 or 20 <= (slots.number("year") or 0) < 100)):
        return None
    weekday = slots.value("weekday", "weekday", "bare-weekday")
    deictic = slots.value("deictic", "deictic")
    short = year is not None and _is_short(slots)
    return Civil(
        calendar, year, month, day,
        int(weekday) if weekday is not None else None, int(deictic) if deictic is not None else None,
        turn_of(slots), slots.term("within"), None, era, short,
    )  # fmt: skip


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
    era_calendar, _ = _era(slots)
    calendar = era_calendar or _calendar_of_year(year)
    last_day = 30 if calendar == "hijri" else 31
    if not (1 <= month <= 12 and 1 <= day <= last_day and year >= 1):
        return None
    return Civil(calendar, year, month, day, turn=turn_of(slots))


def year_listing(slots: Slots) -> Term | None:
    """Several years: «أعوام 1977 و1978», «عامي 1950 و1953»; a pair after «بين» or «من» is a range."""
    years = slots.numbers("years")
    if len(years) < 2 or any(year > 2300 for year in years):
        return None
    era_calendar, era = _era(slots)
    calendar = era_calendar or _calendar_of_year(years[0])
    members = tuple(Civil(calendar, year, era=era) for year in years)
    if len(members) == 2 and slots.has("between"):
        return Between(*members)
    return Listing(members)


def year_pair(slots: Slots) -> Term | None:
    """«2008-2010», «2016/2017»: from the first to the last, whichever is written first."""
    text = slots.code("years", "year-pair", "pair")
    years = [int(part) for part in _SEPARATORS.split(text)] if text else slots.numbers("years")
    if len(years) != 2:
        return None
    first, last = sorted(years)
    if first == last or (last - first > 400 and not slots.has("era")):
        return None
    era_calendar, era = _era(slots)
    calendar = era_calendar or _calendar_of_year(first)
    ends = (Civil(calendar, year, era=era) for year in ((first, last) if era > 0 else (last, first)))
    return Between(*ends)


def month_year(slots: Slots) -> Term | None:
    """«6/2018»: a month in figures and its year."""
    month, year = (int(part) for part in _SEPARATORS.split(slots.code("date", "month-year")))
    return Civil("gregorian", year, month)


def period(slots: Slots) -> Term | None:
    """«العام الماضي»: a unit and where it lies; ``turn`` of the rule where no word says it."""
    unit = slots.code("unit", "the-one", "one")
    turn = turn_of(slots)
    if turn is None:
        turn = slots.constants.get("turn", 0)
    turn *= slots.constants.get("times", 1)
    if slots.has("year"):
        year = _year(slots)
        return Civil(_calendar_of_year(year), year) if year else None
    era_calendar, _ = _era(slots)
    previous = slots.value("turn", "previous") is not None
    return Period(unit, turn, hijri=era_calendar == "hijri", from_text=previous)


def week_end(slots: Slots) -> Term | None:
    """«نهاية الأسبوع»: Saturday and Sunday."""
    turn = turn_of(slots)
    return Period("week-end", 0 if turn is None else turn)


def anaphora(slots: Slots) -> Term | None:
    """«العام نفسه», «اليوم التالي»: a unit counted from what was said before."""
    unit = slots.code("unit", "the-one", "one", "the-two", "the-many")
    if not unit and slots.terms("unit"):
        return slots.term("unit")
    step = slots.value("step", "before-it")
    return Anaphora(unit, int(step) if step is not None else slots.constants.get("turn", 0))


def merged(slots: Slots) -> Term | None:
    """Two or three readings of one day: «اليوم» + «الاثنين» + «24 نوفمبر 2025»."""
    whole: Civil | None = None
    for term in slots.terms("parts"):
        if not isinstance(term, Civil):
            return None
        whole = term if whole is None else _merge(whole, term)
    return whole


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
    """«26 شوال 1436 هـ الموافق 11 اغسطس 2015»: one date, said twice."""
    first, second = slots.term("first"), slots.term("second")
    if not isinstance(first, Civil) or not isinstance(second, Civil):
        return None
    if first.calendar == second.calendar or (first.month is None and first.year is None):
        return _merge(first, second) if first.month is None and first.year is None else None
    return replace(first, other=second)


def within(slots: Slots) -> Term | None:
    """A date or part that lies in a period said after it: «يناير من العام الماضي», «14 من الشهر ذاته»."""
    period_term = slots.term("within")
    if slots.has("year"):
        period_term = Civil(year=slots.number("year"))
    if slots.has("day"):
        day = _day(slots)
        if isinstance(period_term, Civil) and period_term.month and day:
            return replace(period_term, day=day)
        return Civil(day=day, within=period_term) if day else None
    date = slots.term("date")
    if isinstance(date, Anaphora):
        return Anaphora(date.unit, date.turn, period_term)
    if isinstance(date, Decade):
        return replace(date, within=period_term)
    if isinstance(date, Civil):
        if date.year is not None:
            return None
        if isinstance(period_term, Civil) and period_term.month is None:
            return replace(date, year=period_term.year)
        return replace(date, within=period_term)
    if isinstance(date, (Season, Feast)):
        if isinstance(period_term, Civil):
            return replace(date, year=period_term.year) if period_term.year else None
        return replace(date, within=period_term)
    return None


def portion(slots: Slots) -> Term | None:
    """«مطلع», «منتصف», «نهاية» of a period."""
    whole = _whole(slots)
    return None if whole is None else Slice(whole, portion=slots.code("portion", "portion", "its-portion"))


def part_of(slots: Slots) -> Term | None:
    """The n-th quarter, half, third, week or ten days of a period."""
    whole = _whole(slots)
    if slots.has("year"):
        whole = Civil(year=slots.number("year"))
    if whole is None:
        whole = Period("year", 0) if slots.constants.get("alone") else None
    unit = slots.constants.get("unit") or slots.code("unit", "fraction", "the-one", "one", "the-two", "the-many")
    number = slots.number("number") if slots.has("number") else slots.constants.get("number", 1)
    if slots.value("number", "latest") is not None:
        number = -1
    if whole is None or number is None or number > 60:
        return None
    spans = slots.terms("count")
    if spans and isinstance(spans[0], Length):
        amount, unit = spans[0].amounts[0]
        return Slice(whole, unit=unit, number=1, count=int(amount))
    count = (slots.number("count") or 1) if slots.has("count") else slots.constants.get("count", 1)
    return Slice(whole, unit=unit, number=number, count=count)


def season(slots: Slots) -> Term | None:
    """A season with its year, its turn or the period it lies in."""
    return Season(slots.code("season", "season", "the-season"), _year(slots), turn_of(slots), slots.term("within"))


def feast(slots: Slots) -> Term | None:
    """A feast, with a year, a turn, and so many days from it."""
    shift = slots.value("shift", "eve", "morrow")
    return Feast(slots.code("feast", "feast"), _year(slots), turn_of(slots), int(shift or 0), slots.term("within"))


def decade(slots: Slots) -> Term | None:
    """«التسعينات», with the century it lies in."""
    tens = slots.value("decade", "decade-name")
    era_calendar, _ = _era(slots)
    return Decade(int(tens), slots.term("within"), era_calendar or "gregorian") if isinstance(tens, int) else None


def century(slots: Slots) -> Term | None:
    """«القرن التاسع عشر»."""
    number = slots.number("number")
    era_calendar, era = _era(slots)
    if number is None or not 1 <= number <= 60:
        return None
    return Century(number, era_calendar or "gregorian", era)


def between(slots: Slots) -> Term | None:
    """A range; a day before it takes its month and year from the end: «24 إلى 27 نوفمبر»."""
    end = slots.term("end")
    start = slots.term("start")
    if slots.has("day"):
        day = _day(slots)
        date = end.start if isinstance(end, Between) else end
        if not isinstance(date, Civil) or date.day is None or not day:
            return None
        start = replace(date, day=day, weekday=None, deictic=None, other=None)
    if start is None or end is None:
        return None
    return Between(start, end)


def listing(slots: Slots) -> Term | None:
    """Several days of one month: «أيام 7 و8 و9 و12 جوان»; two of them after «بين» are a range."""
    last = slots.term("last")
    if not isinstance(last, Civil) or last.day is None:
        return None
    days = [number for number in _days(slots, "days") if 1 <= number <= 31]
    if not days:
        return None
    members = tuple(replace(last, day=day, weekday=None, deictic=None, other=None) for day in days)
    if len(members) == 1 and slots.has("between"):
        return Between(members[0], last)
    return Listing((*members, last))


def members(slots: Slots) -> Term | None:
    """Terms said together, each whole."""
    terms = tuple(slots.terms("members"))
    if len(terms) < 2:
        return None
    return Between(terms[0], terms[1]) if slots.constants.get("between") and len(terms) == 2 else Listing(terms)


def month_listing(slots: Slots) -> Term | None:
    """«يونيو ويوليو»: two months said together."""
    months = [
        Civil(name.removesuffix("-month"), _year(slots), month=int(word.classes[name]), turn=turn_of(slots))
        for word in slots.words("months")
        for name in _MONTHS
        if name in word.classes
    ]
    if slots.constants.get("between"):
        return Between(months[0], months[-1])
    return Listing(tuple(months))


def day_pair(slots: Slots) -> Term | None:
    """«1-4 يونيو 2015»: two days of one month."""
    month = civil(slots)
    days = [int(part) for part in _SEPARATORS.split(slots.code("days", "day-pair")) if part]
    if not isinstance(month, Civil) or len(days) != 2:
        return None
    return Between(replace(month, day=days[0]), replace(month, day=days[1]))


def day_of_it(slots: Slots) -> Term | None:
    """«13 منه»: a day of the month said before."""
    day = _day(slots)
    return Civil(day=day, within=Anaphora("month", 0)) if day else None


def days_numbered(slots: Slots) -> Term | None:
    """«اليومين الخامس والـ10»: days of the month named after them, else of the month said before."""
    months = _months(slots)
    if months is None:
        return None
    calendar, month = months
    days = [day for day in _days(slots, "days") if 1 <= day <= 31]
    if month is None:
        return Listing(tuple(Civil(day=day, within=Anaphora("month", 0)) for day in days))
    return Listing(tuple(Civil(calendar, month=month, day=day, turn=turn_of(slots)) for day in days))


def day_of_whole(slots: Slots) -> Term | None:
    """«ثاني أيام عيد الفطر», «اليوم الأخير من رمضان»: a day of a feast or month by its number."""
    whole = slots.term("whole")
    if whole is None or isinstance(whole, Civil) and whole.day is not None:
        return None
    if slots.value("number", "latest") is not None:
        return Slice(whole, unit="day", number=-1)
    if not slots.has("number"):
        return Slice(whole, unit="day", number=1, count=2)
    number = _first_day(slots, "number") or slots.number("number")
    return Slice(whole, unit="day", number=number) if number else None


def between_years(slots: Slots) -> Term | None:
    """«سنة 2006 إلى 2012»."""
    start, year = slots.term("start"), slots.number("year")
    if not isinstance(start, Civil) or start.month is not None or year is None or start.year is None or year < start.year:
        return None
    return Between(start, replace(start, year=year))


def same(slots: Slots) -> Term | None:
    """The term found before, under other words around it."""
    return slots.term("term")


def _days(slots: Slots, name: str) -> list[int]:
    numbers: list[int] = []
    for word in slots.words(name):
        numbers.extend(numbers_in([word]))
    return numbers


def _whole(slots: Slots) -> Term | None:
    term = slots.term("whole")
    if term is not None:
        return term
    if slots.value("whole", "deictic") == 0:
        return Civil(deictic=0)
    unit = slots.code("whole", "the-one", "one")
    if not unit:
        return Anaphora("month", 0) if slots.constants.get("of_text") else None
    return Period(unit, 0)


def _months(slots: Slots) -> tuple[str, int | None] | None:
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


def _day(slots: Slots) -> int | None:
    first = _first_day(slots, "day")
    if first is not None:
        return first
    number = slots.number("day")
    return number if number is not None and 1 <= number <= 31 else None


def _first_day(slots: Slots, name: str) -> int | None:
    value = slots.value(name, "first-day")
    return None if value is None else int(value)


def _year(slots: Slots) -> int | None:
    year = slots.number("year")
    if year is None:
        return None
    if _is_short(slots):
        return year + (1900 if year > 30 else 2000)
    return year


def _is_short(slots: Slots) -> bool:
    year = slots.number("year")
    return year is not None and year < 100 and not slots.has("era")


def _era(slots: Slots) -> tuple[str, int]:
    """Calendar (empty where no era is written) and 1, or -1 before its epoch."""
    before = slots.value("era", "era-before")
    if before is not None:
        return str(before), -1
    after = slots.value("era", "era-after")
    return ("" if after is None else str(after)), 1


def _calendar_of_year(year: int | None) -> str:
    """Figures of 1300 to 1500 without an era are Hijri in news of today."""
    return "hijri" if year is not None and 1300 <= year <= 1500 else "gregorian"
