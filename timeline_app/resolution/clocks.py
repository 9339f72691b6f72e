"""At which minute, in which part of a day? A day said with it, else the day the text speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline_app.calendars.iso import iso_date
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.step import step
from timeline_app.model.term import Clock, DayPart, Term
from timeline_app.resolution.answer import Answer
from timeline_app.resolution.context import Context

_MONTH = 31
_NEXT = 2  # sentences on at most; a stop at the end of a line counts as one
_NEAR = 2  # days between publication and the day the text speaks of, for a clock time without one to lie on it
Resolve = Callable[[Term, Context], Answer]


def resolve_clock(term: Clock, context: Context, resolve: Resolve) -> Answer:
    """The minute on its day; without a day of its own, on the day last spoken of in the sentence, else no day."""
    day, steps, certainty = _day(term.day, context, resolve)
    written = f"T{term.hour % 24:02d}:{term.minute:02d}"
    if day is None:
        return Answer(f"XXXX-XX-XX{written}", steps=steps)
    if term.hour == 24:
        day += 1
    minute = term.hour % 24 * 60 + term.minute
    found = DateRange(day, day, Grain.MINUTE, certainty, minute, minute)
    return Answer(iso_date(day, minute), (found,), certainty=certainty, steps=steps)


def resolve_day_part(term: DayPart, context: Context, resolve: Resolve) -> Answer:
    """The day, with the part as its value."""
    if term.day is not None:
        answer = resolve(term.day, context)
        if answer.range is None:
            return replace(answer, value=f"{answer.value}T{term.code[1:]}")
        days = answer.range
        return replace(answer, value=f"{iso_date(days.first)}{term.code}", ranges=(days,))
    day, steps, certainty = _day(None, context, resolve)
    if day is None:
        return Answer(f"XXXX-XX-XX{term.code}", steps=steps)
    return Answer(f"{iso_date(day)}{term.code}", (DateRange(day, day, Grain.DAY, certainty),), certainty=certainty, steps=steps)


def _goes_on(near: DateRange, today: int, context: Context) -> bool:
    """Whether the sentence plans on from the one before it, which told of a day to come."""
    told, _ = context.last_said
    return context.tense > 0 and today < near.first <= today + _MONTH and context.sentence - told <= _NEXT


def _day(term: Term | None, context: Context, resolve: Resolve) -> tuple[int | None, tuple, Certainty]:  # type: ignore[type-arg]
    if term is not None:
        answer = resolve(term, context)
        days = answer.range
        return (None if days is None else days.first), answer.steps, answer.certainty
    if context.recurring:
        return None, (step("day-unknown"),), Certainty.WRITTEN
    said = context.said.get("sentence-day")
    if said is not None and context.today is not None and context.tense < 0 and said.first > context.today:
        return context.today, (step("day-of-publication"),), Certainty.INFERRED
    if said is not None:
        return said.first, (step("day-from-sentence"),), Certainty.INFERRED
    near = context.said.get("day")
    if near is not None and context.today is not None and abs(near.first - context.today) <= _NEAR:
        return near.first, (step("day-from-text"),), Certainty.INFERRED
    if near is not None and context.today is not None and _goes_on(near, context.today, context):
        return near.first, (step("day-from-text"),), Certainty.INFERRED
    if context.stamp and context.today is not None:
        return context.today, (step("day-of-publication"),), Certainty.INFERRED
    return None, (step("day-unknown"),), Certainty.WRITTEN
