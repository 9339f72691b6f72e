"""Which days do the expressions of a text mean? One pass from the first to the last, each resolved in what came before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from timeline_app.calendars.gregorian import ymd
from timeline_app.calendars.weekday import on_or_before
from timeline_app.language.folding import fold_word
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Expression, Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step
from timeline_app.model.term import (
    Anaphora,
    Between,
    Century,
    Civil,
    Clock,
    DayPart,
    Decade,
    Feast,
    Length,
    Listing,
    Offset,
    Period,
    Repeat,
    Season,
    Slice,
    Term,
    Vague,
    VagueLength,
)
from timeline_app.resolution.answer import Answer
from timeline_app.resolution.civil import resolve_civil
from timeline_app.resolution.clocks import resolve_clock, resolve_day_part
from timeline_app.resolution.company import with_lent
from timeline_app.resolution.context import Context
from timeline_app.resolution.entries import opens_line, years_of_entries
from timeline_app.resolution.feasts import resolve_feast
from timeline_app.resolution.lengths import resolve_length, resolve_repeat, resolve_vague, resolve_vague_length
from timeline_app.resolution.nearness import ends_range, joins_weekday, said_about, said_open
from timeline_app.resolution.periods import (
    resolve_anaphora,
    resolve_century,
    resolve_decade,
    resolve_offset,
    resolve_period,
    resolve_season,
    resolve_slice,
)
from timeline_app.resolution.ranges import resolve_between, resolve_listing
from timeline_app.resolution.speech import day_of_report, day_of_speech, remember_report
from timeline_app.resolution.surroundings import (
    heads_list,
    is_defined,
    is_habitual,
    is_instead,
    is_scheduled,
    stands_alone,
    stands_in_relative,
    was_planned,
)
from timeline_app.resolution.tense import is_nowadays, sentence_at, sentence_bounds, tells, tense_of
from timeline_app.resolution.within import resolve_within
from timeline_app.resolution.written import likeliest_year, years_of_days, years_of_sentences

_TODAY = Civil(deictic=0)
_NAMING = ("year-closing",)  # rules whose year may belong to a name («بطولة 2021»)
_COMMAS = frozenset("\u060c,")
_NEARER = 3  # days ago at most of the weekday that lies nearer behind than ahead
_STAMP = 60  # characters of a line at most
Resolver = Callable[..., Answer]

_RESOLVERS: dict[type[Term], Resolver] = {
    Anaphora: resolve_anaphora,
    Between: resolve_between,
    Century: resolve_century,
    Clock: resolve_clock,
    DayPart: resolve_day_part,
    Decade: resolve_decade,
    Feast: resolve_feast,
    Length: resolve_length,
    Listing: resolve_listing,
    Offset: resolve_offset,
    Period: resolve_period,
    Repeat: resolve_repeat,
    Season: resolve_season,
    Slice: resolve_slice,
    Vague: resolve_vague,
    VagueLength: resolve_vague_length,
}


def resolve(
    text: str,
    expressions: Sequence[Expression],
    published: DateRange | None = None,
    anchors: Sequence[DateRange] = (),
) -> tuple[Reading, ...]:
    """A reading for each expression, in order.

    ``anchors`` are dates of the same events in other articles: where the text itself gives no year they do, likeliest first.
    """
    expressions = with_lent(text, expressions)
    context = Context(published, hint_year=ymd(anchors[0].first)[0] if anchors else None)
    context.text_year = likeliest_year(expressions)
    context.twins = years_of_days(expressions)
    context.entries = years_of_entries(text, expressions, context.today)
    bounds = sentence_bounds(text)
    context.years = years_of_sentences(expressions, bounds)
    recurring = {sentence_at(bounds, each.span.start) for each in expressions if isinstance(each.term, Repeat)}
    readings: list[Reading] = []
    for expression in expressions:
        sentence = _enter(expression, text, bounds, context)
        dated = context.last_day is not None
        context.recurring = context.sentence in recurring or (not dated and _is_habit(expression, text, sentence))
        _set_tense(expression, text, sentence, context)
        said_at, said = context.last_said
        context.after = said if said_at == context.sentence and ends_range(text, expression.span) else None
        context.alone = stands_alone(text, expression.span, sentence)
        context.heads = context.alone or heads_list(text, expression.span)
        answer = _resolve_quoted(expression, text, readings, sentence, context)
        if _is_today(expression.term) and is_nowadays(text, expression.span, sentence.start, sentence.end):
            answer = Answer("PRESENT_REF", steps=(step("nowadays"),))
        reading = _reading(expression, said_open(text, expression.span, said_about(text, expression.span, answer)))
        readings.append(reading)
        _remember(expression, text, answer, context, since=any(days.open_end for days in reading.ranges))
        remember_report(text, expression, answer.range, sentence, context)
        context.remember_end(reading)
    return tuple(readings)


def _enter(expression: Expression, text: str, bounds: Sequence[int], context: Context) -> Span:
    """The sentence of the expression; what was said in the sentence before, or on the line before, no longer holds."""
    here = sentence_at(bounds, expression.span.start)
    if here != context.sentence:
        context.sentence, context.sentence_year, context.bound = here, context.years.get(here), -1
        if "\n" in text[context.place : expression.span.start]:
            context.leave_line()
        context.place = expression.span.start
    if context.bound >= 0 and not _COMMAS.isdisjoint(text[context.bound : expression.span.start]):
        context.sentence_year, context.bound = context.years.get(here), -1
    context.entry = context.entries.get(expression.span.start)
    context.opens = opens_line(text, expression.span)
    context.stamp = expression.type is not TimexType.DATE and _is_stamp(text, expression)
    return Span(bounds[here], bounds[here + 1] if here + 1 < len(bounds) else len(text))


def _set_tense(expression: Expression, text: str, sentence: Span, context: Context) -> None:
    """Whether the words around the expression look ahead; a numbered date without a verb keeps the tense of the one before."""
    if not needs_tense(expression.term):
        return
    numbered = _is_date(expression.term)
    tense = tense_of(text, expression.span, sentence.start, sentence.end, numbered=numbered)
    said_at, said = context.last_said
    if not numbered and said is not None and said_at == context.sentence and is_instead(text, expression.span):
        tense = 1 if context.today is not None and said.first > context.today else tense
    if numbered:
        context.plan = tense or context.plan
    tense = _of_past_plan(expression, text, sentence, context, tense)
    weekday = _weekday_alone(expression.term) is not None
    if weekday and joins_weekday(text, context.weekday_end, expression.span):
        return
    context.weekday_end = expression.span.end if weekday else -1
    bound = weekday and (
        ends_range(text, expression.span) or (isinstance(expression.term, Listing) and context.planned is not None)
    )
    context.tense = tense or (context.plan if numbered else int(bound))


def _of_past_plan(expression: Expression, text: str, sentence: Span, context: Context, tense: int) -> int:
    """«كان مقررا أن تبحر الثلاثاء»: in Wednesday's paper that was yesterday; a plan keeps to the nearer of both weekdays."""
    term = expression.term
    wanted = _weekday_alone(term.day if isinstance(term, (DayPart, Clock)) and term.day is not None else term)
    if tense <= 0 or wanted is None or context.today is None or not was_planned(text, expression.span, sentence):
        return tense
    return -1 if context.today - on_or_before(context.today, wanted) <= _NEARER else tense


def _resolve_quoted(expression: Expression, text: str, readings: Sequence[Reading], sentence: Span, context: Context) -> Answer:
    """«قال أمس: "نوقع اليوم"»: in dated speech today is the day of speaking; a weekday of a timetable is no day at all."""
    term = expression.term
    weekday = _weekday_alone(term)
    if weekday is not None and is_scheduled(text, expression.span, sentence):
        return Answer(f"XXXX-WXX-{weekday}", steps=(step("each-week"),))
    if isinstance(term, Anaphora) and term.turn == 0 and is_defined(text, expression.span):
        return Answer("PAST_REF", steps=(step("anchor-unknown"),))
    if _is_from_today(term):
        day = day_of_speech(expression, text, readings, context)
        day = day or (day_of_report(expression, text, readings, sentence, context) if _is_today(term) else None)
        if day is not None:
            return resolve_term(term, replace(context, now=day)).because(step("day-of-speech"))
    return resolve_term(term, context)


def _is_from_today(term: Term) -> bool:
    day = term.day if isinstance(term, (DayPart, Clock)) else term
    return isinstance(day, Civil) and day.deictic is not None and day.year is None


def _is_habit(expression: Expression, text: str, sentence: Span) -> bool:
    return isinstance(expression.term, Clock) and expression.term.day is None and is_habitual(text, expression.span, sentence)


def _weekday_alone(term: Term) -> int | None:
    """The day of the week that a term, or the first of its members, names and nothing more."""
    first = term.members[0] if isinstance(term, Listing) else term
    if not isinstance(first, Civil) or first.weekday is None:
        return None
    return first.weekday if first == Civil(weekday=first.weekday) else None


def _is_today(term: Term) -> bool:
    return isinstance(term, Civil) and term.deictic == 0 and term == _TODAY


def resolve_term(term: Term, context: Context) -> Answer:
    """The answer for any term."""
    if isinstance(term, Civil):
        return resolve_within(term, context, resolve_term) if term.within is not None else resolve_civil(term, context)
    return _RESOLVERS[type(term)](term, context, resolve_term)


def needs_tense(term: Term) -> bool:
    """Whether the tense can change what the term means."""
    if isinstance(term, Civil):
        return term.turn is None and (term.weekday is not None or (term.year is None and term.within is None))
    if isinstance(term, (Between, Listing)):
        return True
    return isinstance(term, (DayPart, Clock, Slice, Season, Feast, Offset, Period, Vague))


def _is_stamp(text: str, expression: Expression) -> bool:
    """Whether the line of an expression is short enough for a date line."""
    span, reach = expression.span, 3 * _STAMP
    start = text.rfind("\n", max(0, span.start - reach), span.start)
    end = text.find("\n", span.end, span.end + reach)
    if (start < 0 and span.start >= reach) or (end < 0 and len(text) - span.end >= reach):
        return False
    line = text[start + 1 : end if end >= 0 else len(text)]
    short = len(line) < _STAMP or len(fold_word(line)) < _STAMP
    return short and (start < 0 or not tells(line))


def _is_date(term: Term) -> bool:
    """Whether a term names a day or month by number: such dates keep the tense of those before them."""
    return isinstance(term, (Between, Listing)) or (isinstance(term, Civil) and term.month is not None)


def _reading(expression: Expression, answer: Answer) -> Reading:
    return Reading(
        expression, answer.value, answer.ranges, answer.mod, answer.certainty, answer.alternatives,
        (_by_rule(expression.rule), *answer.steps), answer.conflicts,
    )  # fmt: skip


@cache
def _by_rule(name: str) -> Step:
    return step("rule", name=name)


def _remember(expression: Expression, text: str, answer: Answer, context: Context, *, since: bool) -> None:
    """Take a date as what the words after it can refer to; a month or year after «منذ» lends its year to no other date."""
    days = answer.range
    if days is None or expression.type not in (TimexType.DATE, TimexType.TIME):
        return
    term = expression.term
    if isinstance(term, Civil) and term.deictic is None and (term.year is not None or term.month is not None):
        year = ymd(days.first)[0]
        if term.year is not None and term.calendar == "gregorian" and term.era > 0:
            lends = term.day is not None or (not since and expression.rule not in _NAMING)
            context.sentence_year = year if lends else context.sentence_year
            bound = lends and term.month is None and stands_in_relative(text, expression.span)
            context.bound = expression.span.end if bound else -1
        elif term.day is not None and term.calendar == "gregorian":
            context.told.setdefault((term.month, term.day), year)
        if term.turn is not None and term.month is not None and term.calendar == "gregorian":
            context.turned[term.month] = year
    if isinstance(term, Civil) and (term.month is not None or (term.within is None and term.year is not None)):
        context.hijri = term.calendar == "hijri"
    if isinstance(term, (Civil, Listing)) and _weekday_alone(term) is None:
        context.remember_weekdays(answer.ranges)
    context.opened = days if context.opens and days.grain is Grain.DAY else context.opened
    context.remember(days, day=isinstance(term, (Civil, DayPart, Clock)) and days.first == days.last)
    if isinstance(term, Civil) and term.month is None and term == Civil(term.calendar, term.year):
        context.heading = term.year if context.heads else context.heading
        context.remember_year(days)
