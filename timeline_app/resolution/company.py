"""What do neighbours lend each other? Weekdays in a row the turn or the week said once, a clock time the day beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline_app.calendars.hour import hour_of_day
from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.expression import Expression
from timeline_app.model.term import Civil, Clock, DayPart, Listing, Offset, Period, Term

_JOINED = re.compile("\\s*(?:[\u060c,]\\s*)?\u0648?\\s*\\Z")
_BESIDE = re.compile("[)\\]]?[^\\S\n]*(?:[\u060c(\\[\u2013-][^\\S\n]*)?(?:(?!\u0648)\\w+[)\\]]?[^\\S\n]+){0,3}[(]?\\Z")
_EVENT = re.compile("(?:[^\\S\n]+\\w+){2,8}[^\\S\n]+\\Z")
_ENDING = re.compile("[^\\S\n]*(?:[\u060c-][^\\S\n]*)?(?:\\w+[^\\S\n]+){1,3}[(]?\\Z")

_HEADLINE = 400  # characters at most of a first line that heads what follows


def with_lent(text: str, expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions: «السبت والأحد المقبلان» are both the next, «الساعة 20:45 يوم السبت» is on that day."""
    found = list(expressions)
    _lend_to_headline(text, found)
    for at in range(len(found) - 1, -1, -1):
        term = found[at].term
        if isinstance(term, Clock) and term.day is None:
            found[at] = replace(found[at], term=_clock_beside(text, found, at))
        elif at + 1 < len(found) and isinstance(term, Offset):
            found[at] = replace(found[at], term=_counted(term, found[at + 1].term, _gap(text, found[at], found[at + 1])))
        elif at + 1 < len(found) and _is_bare(term):
            found[at] = replace(found[at], term=_weekday_before(text, found[at], found[at + 1]))
        elif at + 1 < len(found) and _is_day_of_month(term):
            found[at] = replace(found[at], term=_day_before(text, found[at], found[at + 1]))
    return tuple(found)


def _lend_to_headline(text: str, found: list[Expression]) -> None:
    """A bare weekday of the first line is the one that the text below tells with its turn («الأربعاء المقبل», «غدا الأربعاء»)."""
    headline = text.find("\n", 0, _HEADLINE)
    for at, each in enumerate(found):
        if each.span.end > headline:
            return
        if isinstance(each.term, Civil) and _is_bare(each.term):
            told = {
                date for other in found[at + 1 :] if (date := _weekday_told(other.term)) and date.weekday == each.term.weekday
            }
            if len(told) == 1:
                found[at] = replace(each, term=told.pop())


def _weekday_told(term: Term) -> Civil | None:
    """The weekday of a term that says which one it is: by its turn, or by today, yesterday and tomorrow."""
    day = term.day if isinstance(term, (DayPart, Clock)) else term
    if not isinstance(day, Civil) or day.weekday is None or (day.turn is None and day.deictic is None):
        return None
    return Civil(weekday=day.weekday, deictic=day.deictic, turn=day.turn) if day.month is None and day.within is None else None


def _clock_beside(text: str, found: Sequence[Expression], at: int) -> Term:
    """The clock time with the part of day just before it, or else the day and part just after it."""
    clock = found[at].term
    assert isinstance(clock, Clock)
    if at + 1 < len(found) and isinstance(end := found[at + 1].term, Clock) and _is_to(text, found, at):
        clock = _before_its_end(clock, end)
    if at and _BESIDE.match(_gap(text, found[at - 1], found[at])):
        before = found[at - 1].term
        if _is_day(before):
            return _clock_of(clock, before.code) if isinstance(before, DayPart) else clock
    if at + 1 < len(found) and _ENDING.match(_gap(text, found[at], found[at + 1])):
        after = found[at + 1].term
        if isinstance(after, Clock) and after.day is not None:
            return replace(clock, day=after.day)
    if at + 1 < len(found) and _BESIDE.match(_gap(text, found[at], found[at + 1])):
        after = found[at + 1].term
        if isinstance(after, DayPart) and after.day is not None:
            return replace(_clock_of(clock, after.code), day=after.day)
        if _is_day(after):
            return replace(clock, day=after)
    return clock


def _is_to(text: str, found: Sequence[Expression], at: int) -> bool:
    return _gap(text, found[at], found[at + 1]).strip() in _with("to")


def _before_its_end(clock: Clock, end: Clock) -> Clock:
    """«من الخامسة إلى الثامنة مساء»: the part of day said with the end is that of the beginning, if it comes before it so."""
    so = _clock_of(clock, end.part) if end.part and not clock.part else clock
    return so if (so.hour, so.minute) < (end.hour, end.minute) else clock


def _clock_of(clock: Clock, part: str) -> Clock:
    return clock if clock.part else replace(clock, hour=hour_of_day(clock.hour, part), part=part)


def _is_day(term: Term) -> bool:
    if isinstance(term, DayPart):
        return True
    return isinstance(term, Civil) and (term.day is not None or term.weekday is not None or term.deictic is not None)


def _counted(counted: Offset, date: Term, gap: str) -> Term:
    """«بعد أربعة أيام، أي في 18 نوفمبر» is that day, «بعد 6 سنوات من الحرب في يونيو 1967» counts from it."""
    words = gap.strip("\u060c, ").split()
    if not words or not isinstance(date, Civil):
        return counted
    if counted.of_event and date.year and words[0] in _with("from") and words[-1] in _with("in") and _EVENT.match(gap):
        return replace(counted, of_event=False, origin=date)
    is_that_day = words[0] in _with("that-is") and _with("in", "day-of").issuperset(words[1:])
    return date if is_that_day and date.day and counted.unit == "day" else counted


def _weekday_before(text: str, weekday: Expression, follower: Expression) -> Term:
    """A bare weekday with what the weekday or the week after it lends."""
    gap = _gap(text, weekday, follower)
    lender = follower.term
    if isinstance(lender, Period) and lender.unit == "week" and gap.strip() in _with("in", "from"):
        return _lent(weekday.term, None, lender)
    if isinstance(lender, Civil) and _is_bare(replace(lender, turn=None, within=None)) and _joins(gap):
        return _lent(weekday.term, lender.turn, lender.within)
    return weekday.term


def _is_day_of_month(term: Term) -> bool:
    return isinstance(term, Civil) and term.month is not None and term == Civil(term.calendar, None, term.month, term.day)


def _day_before(text: str, day: Expression, follower: Expression) -> Term:
    """«24 أكتوبر و22 نوفمبر المقبلين»: the turn said once is that of both."""
    lender, term = follower.term, day.term
    if not isinstance(term, Civil) or not isinstance(lender, Civil) or not lender.day or not lender.turn:
        return term
    return replace(term, turn=lender.turn) if _gap(text, day, follower).strip() in _with("and") else term


def _gap(text: str, one: Expression, other: Expression) -> str:
    return fold_word(text[one.span.end : other.span.start])


def _is_bare(term: Term) -> bool:
    """Whether a term is a weekday, or several, and nothing more."""
    if isinstance(term, Listing):
        return all(_is_bare(each) for each in term.members)
    return isinstance(term, Civil) and term.weekday is not None and term == Civil(weekday=term.weekday)


def _lent(term: Term, turn: int | None, within: Term | None) -> Term:
    if isinstance(term, Listing):
        return Listing(tuple(_lent(each, turn, within) for each in term.members))
    assert isinstance(term, Civil)
    return replace(term, turn=turn, within=within)


def _joins(gap: str) -> bool:
    return bool(gap) and (_JOINED.match(gap) is not None or gap.strip() in _with("to"))


@cache
def _with(*names: str) -> frozenset[str]:
    return frozenset(word for word, classes in lexicon().words.items() if not classes.keys().isdisjoint(names))
