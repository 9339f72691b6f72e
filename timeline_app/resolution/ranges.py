"""Which days does a range or a list cover? The end lends its year to the start, and the start comes before the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline_app.calendars.gregorian import ymd
from timeline_app.model.daterange import DateRange
from timeline_app.model.step import step
from timeline_app.model.term import Between, Civil, Listing, Slice, Term
from timeline_app.resolution.answer import Answer, of_range, value_of
from timeline_app.resolution.context import Context

Resolve = Callable[[Term, Context], Answer]


def resolve_between(term: Between, context: Context, resolve: Resolve) -> Answer:
    """From the first day of the start to the last of the end."""
    end = resolve(term.end, context)
    first, last = term.start, end.range
    if last is None:
        start = resolve(first, context)
        return Answer(f"{start.value}/{end.value}", steps=end.steps)
    start = resolve(_with_year(first, term.end, last), context)
    days = start.range
    if days is None:
        return Answer(f"{start.value}/{end.value}", steps=start.steps)
    if days.first > last.last and _is_weekday(first) and _is_weekday(term.end):
        ahead = (getattr(term.end, "turn", None) or context.tense) > 0
        days, last = (days, _week_later(last, 1)) if ahead else (_week_later(days, -1), last)
        start, end = of_range(days), of_range(last, *end.steps)
    elif days.first > last.last:
        start = resolve(_year_before(first, last), context)
        days = start.range
        if days is None or days.first > last.last:
            return Answer(end.value, end.ranges, steps=(*end.steps, step("range-reversed")))
    whole = replace(last, first=days.first, first_minute=days.first_minute)
    opening, closing = start.value.split("/")[0], end.value.split("/")[-1]
    value = f"{opening}/{closing}" if start.value != end.value else start.value
    return Answer(
        value, (whole,), None, end.certainty, steps=(*end.steps, step("range")), conflicts=(*start.conflicts, *end.conflicts)
    )


def resolve_listing(term: Listing, context: Context, resolve: Resolve) -> Answer:
    """Each member for itself; the last one's year holds for all."""
    last = resolve(term.members[-1], context)
    if last.range is None:
        return Answer(f"{resolve(term.members[0], context).value}/{last.value}", steps=last.steps)
    if all(_is_weekday(member) for member in term.members):
        return _weekdays_in_row(term, last, context, resolve)
    answers = [resolve(_with_year(member, term.members[-1], last.range), context) for member in term.members]
    ranges = tuple(sorted(days for answer in answers for days in answer.ranges))
    if not ranges:
        return last
    value = f"{value_of(ranges[0])}/{value_of(ranges[-1])}" if len(ranges) > 1 else value_of(ranges[0])
    return Answer(value, ranges, certainty=last.certainty, steps=(*last.steps, step("listing", count=len(ranges))))


def _weekdays_in_row(term: Listing, last: Answer, context: Context, resolve: Resolve) -> Answer:
    """Weekdays said together are days of one week, in their order: the last ones, or the next."""
    if (getattr(term.members[-1], "turn", None) or context.tense) > 0:
        days = [resolve(term.members[0], context).ranges[0]]
        for member in term.members[1:]:
            days.append(_week_later(found := resolve(member, context).ranges[0], int(found.first < days[-1].first)))
    else:
        days = [last.ranges[0]]
        for member in reversed(term.members[:-1]):
            days.insert(0, _week_later(found := resolve(member, context).ranges[0], -int(found.first > days[0].first)))
    value = f"{value_of(days[0])}/{value_of(days[-1])}"
    return Answer(value, tuple(days), certainty=last.certainty, steps=(*last.steps, step("listing", count=len(days))))


def _with_year(term: Term, end: Term, days: DateRange) -> Term:
    """The term with the year of ``end`` where it has none of its own."""
    if isinstance(term, Slice):
        return replace(term, whole=_with_year(term.whole, end, days))
    if (
        isinstance(term, Civil)
        and term.calendar == "gregorian"
        and term.year is None
        and term.month is not None
        and term.within is None
    ):
        return replace(term, year=ymd(days.last)[0], turn=None)
    if isinstance(term, Civil) and isinstance(end, Civil) and term.calendar == end.calendar and term.year is None and term.month:
        return replace(term, year=end.year, turn=end.turn if term.turn is None else term.turn)
    return term


def _is_weekday(term: Term) -> bool:
    return isinstance(term, Civil) and term.weekday is not None and term.day is None and term.deictic is None


def _week_later(days: DateRange, weeks: int) -> DateRange:
    return replace(days, first=days.first + 7 * weeks, last=days.last + 7 * weeks)


def _year_before(term: Term, days: DateRange) -> Term:
    if isinstance(term, Slice):
        return replace(term, whole=_year_before(term.whole, days))
    if isinstance(term, Civil) and term.year is None and term.month is not None:
        return replace(term, year=ymd(days.last)[0] - 1, turn=None)
    return term
