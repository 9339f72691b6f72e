"""On which day is a date that names what it lies in? «يناير من العام الماضي», «14 من الشهر ذاته», «يناير الموالي»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline_app.calendars.gregorian import ymd
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.step import step
from timeline_app.model.term import Anaphora, Civil, Period, Term
from timeline_app.resolution.answer import Answer, of_range
from timeline_app.resolution.civil import resolve_civil
from timeline_app.resolution.context import Context
from timeline_app.resolution.years import days_in_year, year_on_or_after

Resolve = Callable[[Term, Context], Answer]
_SATURDAY, _SUNDAY = 6, 7


def resolve_within(term: Civil, context: Context, resolve: Resolve) -> Answer:
    """«يناير من العام الماضي», «14 من الشهر ذاته», «الأحد من الأسبوع الماضي»."""
    assert term.within is not None
    if term.within == Anaphora("date", 1):
        return _resolve_following(term, context)
    outer = resolve(term.within, context)
    days = outer.range
    bare = replace(term, within=None, turn=None)
    if days is None:
        return replace(resolve_civil(replace(bare), Context(None)), steps=outer.steps)
    year, _month, _ = ymd(days.first)
    if term == Civil(deictic=0, within=term.within):
        return resolve_civil(replace(bare, year=year), context).because(*outer.steps)
    if term.month is None and term.day is not None:
        day = days.first + term.day - 1
        if day > days.last:
            return Answer(f"XXXX-XX-{term.day:02d}", steps=(step("no-such-date"),))
        found = DateRange(day, day, Grain.DAY, days.certainty)
        return Answer(_iso(day), (found,), certainty=days.certainty, steps=(*outer.steps, step("day-of-period")))
    if term.month is not None:
        answer = resolve_civil(replace(bare, year=year) if term.calendar == "gregorian" else bare, context)
        return replace(answer, steps=(*outer.steps, step("within-period"), *answer.steps))
    if term.weekday is not None and days.days > 7:
        near = resolve_civil(bare, context)
        inside_it = near.range is not None and days.first <= near.range.first <= days.last
        return near if inside_it else Answer(f"XXXX-WXX-{term.weekday}", steps=outer.steps)
    if term.weekday is not None:
        inside = [day for day in range(days.first, min(days.last, days.first + 6) + 1) if (day - 1) % 7 + 1 == term.weekday]
        if inside:
            day = _in_week_of_region(term, inside[0], context)
            found = DateRange(day, day, Grain.DAY, Certainty.INFERRED)
            return Answer(_iso(day), (found,), certainty=Certainty.INFERRED, steps=(*outer.steps, step("within-period")))
    return resolve_civil(bare, context)


def _resolve_following(term: Civil, context: Context) -> Answer:
    """«يناير الموالي», «15 مارس التالي»: the first such date after what was said before."""
    bare, said = replace(term, within=None), context.said.get("any")
    year = None if said is None else year_on_or_after(bare, said.last + 1)
    days = None if year is None else days_in_year(bare, year, Certainty.INFERRED)
    return resolve_civil(bare, context) if days is None else of_range(days, step("year-from-text", year=year or 0))


def _in_week_of_region(term: Civil, day: int, context: Context) -> int:
    """«السبت من الأسبوع الجاري»: a week begins there on Saturday or Sunday, and the tense says which end is meant."""
    turn = term.within.turn if isinstance(term.within, Period) else None
    if context.today is None or turn is None:
        return day
    if abs(turn) == 1 and term.weekday == _SUNDAY and (context.today - 1) % 7 + 1 != _SUNDAY:
        return day - 7  # it opens the week there, and closes the week of ISO 8601
    if abs(turn) == 1:
        return day + 7 * turn * (abs(day - context.today) <= 1)  # what is tomorrow or was yesterday is not told so
    if turn or (term.weekday or 0) < _SATURDAY or (day - context.today) * context.tense >= 0:
        return day
    return day + 7 * context.tense


def _iso(day: int) -> str:
    year, month, of_month = ymd(day)
    return f"{year:04d}-{month:02d}-{of_month:02d}"
