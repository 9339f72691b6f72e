"""How does a match become a range or a list? The last member lends its month and year to those before it."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.extraction.dates import civil
from timeline_app.extraction.field import calendar_of_year, day_of_month, days_of, era_of, months_of, turn_of, whole_year, year_of
from timeline_app.extraction.slot import Slots
from timeline_app.model.term import Anaphora, Between, Civil, Listing, Term

_SEPARATORS = re.compile(r"\D+")
_MONTHS = ("gregorian-month", "hijri-month")


def year_listing(slots: Slots) -> Term | None:
    """Several years: «أعوام 1977 و1978», «عامي 1950 و1953»; a pair after «بين» or «من» is a range."""
    years = slots.numbers("years")
    if len(years) < 2 or any(year > 2300 for year in years):
        return None
    era_calendar, era = era_of(slots)
    calendar = era_calendar or calendar_of_year(years[0])
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
    first, last = sorted(years if slots.has("era") else map(whole_year, years))
    if first == last or (last - first > 400 and not slots.has("era")):
        return None
    era_calendar, era = era_of(slots)
    calendar = era_calendar or calendar_of_year(first)
    ends = (Civil(calendar, year, era=era) for year in ((first, last) if era > 0 else (last, first)))
    return Between(*ends)


def month_listing(slots: Slots) -> Term | None:
    """«يونيو ويوليو»: two months said together."""
    months = [
        Civil(name.removesuffix("-month"), year_of(slots), month=int(word.classes[name]), turn=turn_of(slots))
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
    days = [int(part) for part in _SEPARATORS.split(slots.code("days", "day-pair", "day-month")) if part]
    if not isinstance(month, Civil) or len(days) != 2:
        return None
    return Between(replace(month, day=days[0]), replace(month, day=days[1]))


def days_numbered(slots: Slots) -> Term | None:
    """«اليومين الخامس والـ10»: days of the month named after them, else of the month said before."""
    months = months_of(slots)
    if months is None:
        return None
    calendar, month = months
    days = [day for day in days_of(slots, "days") if 1 <= day <= 31]
    if month is None:
        return Listing(tuple(Civil(day=day, within=Anaphora("month", 0)) for day in days))
    return Listing(tuple(Civil(calendar, month=month, day=day, turn=turn_of(slots)) for day in days))


def between_years(slots: Slots) -> Term | None:
    """«سنة 2006 إلى 2012»."""
    start, year = slots.term("start"), slots.number("year")
    if not isinstance(start, Civil) or start.month is not None or year is None or start.year is None or year < start.year:
        return None
    return Between(start, replace(start, year=year))


def between(slots: Slots) -> Term | None:
    """A range; a day before it takes its month and year from the end: «24 إلى 27 نوفمبر»."""
    end = slots.term("end")
    start = slots.term("start")
    if isinstance(start, Civil) and isinstance(end, Civil) and start.month and start.day and end.within == Anaphora("month", 0):
        end = replace(start, day=end.day, weekday=end.weekday, deictic=None, other=None)  # «من 5 مايو إلى 8 منه»
    if slots.has("day"):
        day = day_of_month(slots)
        date = end.start if isinstance(end, Between) else end
        if not isinstance(date, Civil) or date.day is None or not day:
            return None
        if date.day < day:
            return None
        start = replace(date, day=day, weekday=None, deictic=None, other=None)
    if slots.has("last") and isinstance(start, Civil):
        last = slots.number("last")
        if start.day is None or last is None or last <= start.day:
            return None
        end = replace(start, day=last, weekday=None, deictic=None, other=None)
    if start is None or end is None or (_is_day(start) and _is_year(end)):
        return None
    if _is_year(start) and isinstance(end, Civil) and end.day is not None and end.year is None:
        return None
    return Between(start, end)


def _is_day(term: Term) -> bool:
    return isinstance(term, Civil) and term.day is not None


def _is_year(term: Term) -> bool:
    return isinstance(term, Civil) and term.year is not None and term.month is None


def month_days(slots: Slots) -> Term | None:
    """«تموز 13 إلى 15»: two days of the month said before them."""
    date, last = civil(slots), slots.number("last")
    if not isinstance(date, Civil) or date.day is None or last is None or not date.day < last <= 31:
        return None
    return Between(date, replace(date, day=last))


def listing(slots: Slots) -> Term | None:
    """Several days of one month: «أيام 7 و8 و9 و12 جوان»; two of them after «بين» are a range."""
    last = slots.term("last")
    if not isinstance(last, Civil) or last.day is None:
        return None
    days = [number for number in days_of(slots, "days") if 1 <= number <= 31]
    if not days:
        return None
    members = tuple(replace(last, day=day, weekday=None, deictic=None, other=None) for day in days)
    if len(members) == 1 and slots.has("between"):
        return Between(members[0], last)
    return Listing((*members, last))


def members(slots: Slots) -> Term | None:
    """Terms said together, each whole; the turn after the last holds for all («السبت والأحد المقبلين»)."""
    terms = tuple(slots.terms("members"))
    if len(terms) < 2:
        return None
    turn = getattr(terms[-1], "turn", None)
    if turn is not None:
        terms = tuple(replace(each, turn=turn) if isinstance(each, Civil) and each.turn is None else each for each in terms)
    return Between(terms[0], terms[1]) if slots.constants.get("between") and len(terms) == 2 else Listing(terms)
