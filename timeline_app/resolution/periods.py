"""Which days does a period cover: counted from now, from the text, a part of another, a feast, a decade?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline_app.calendars.gregorian import century_range, day_of, season_range, year_range, ymd
from timeline_app.calendars.hijri import hijri_month_range, hijri_year_range, hijri_ymd
from timeline_app.calendars.weekday import on_or_after, on_or_before
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.expression import Mod
from timeline_app.model.step import Step, step
from timeline_app.model.term import Anaphora, Century, Decade, Offset, Period, Season, Slice, Term
from timeline_app.resolution.answer import Answer, of_range, value_of
from timeline_app.resolution.context import Context
from timeline_app.resolution.units import moved, part_of_range, portion_of, unit_around

Resolve = Callable[[Term, Context], Answer]
_UNKNOWN = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX", "decade": "XXX", "century": "XX"}
_VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_MINUTES = {"minute": 1, "hour": 60}
_LONG = ("year", "decade", "century", "millennium")  # so long after nothing said is no date, without a word of the future
_SEASONS = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}


def resolve_period(term: Period, context: Context, _resolve: Resolve) -> Answer:
    """A unit counted from the day of publication."""
    if term.unit in ("season", "hour", "minute", "second", "quarter-year"):
        return Answer(_VAGUE[max(-1, min(1, term.turn))])
    if context.today is None:
        return Answer(_UNKNOWN.get(term.unit, "XXXX"), steps=(step("publication-unknown"),))
    if term.from_text and term.turn < 0 and term.unit == "year" and context.sentence_year is not None:
        return of_range(year_range(context.sentence_year - 1, Certainty.INFERRED), step("from-text", unit="year", turn=-1))
    before = context.said.get("line-period") if term.from_text and term.unit == "month" else None
    if before is not None and before.grain is Grain.MONTH:
        return of_range(unit_around("month", before.first, -1, Certainty.INFERRED), step("from-text", unit="month", turn=-1))
    if term.hijri:
        return of_range(hijri_year_range(hijri_ymd(context.today)[0] + term.turn), step("hijri-year-from-publication"))
    if term.unit == "month" and context.hijri and term.turn == 0:
        year, month, _ = hijri_ymd(context.today)
        return of_range(hijri_month_range(year, month), step("period-from-publication", unit="month", turn=0))
    if term.unit == "week-end":
        return _week_end(term, context.today, context.tense)
    turn = 1 if term.new and ymd(context.today)[1] >= 10 else term.turn
    days = unit_around("day" if term.unit == "night" else term.unit, context.today, turn, Certainty.WRITTEN)
    return of_range(days, step("period-from-publication", unit=term.unit, turn=term.turn))


def _week_end(term: Period, today: int, tense: int) -> Answer:
    """Saturday and Sunday: the last ones, or the next when the words or the tense look ahead."""
    saturday = on_or_after(today, 6) if (term.turn or tense) > 0 else on_or_before(today, 6)
    return of_range(
        DateRange(saturday, saturday + 1, Grain.DAY, Certainty.INFERRED),
        step("period-from-publication", unit="week", turn=term.turn),
        value=f"{value_of(unit_around('week', saturday, 0, Certainty.INFERRED))}-WE",
    )


def resolve_anaphora(term: Anaphora, context: Context, _resolve: Resolve) -> Answer:
    """A unit counted from what the text spoke of last."""
    if term.unit == "this-period":
        period = context.said.get("line-period")
        return (
            Answer("PRESENT_REF")
            if period is None
            else of_range(replace(period, certainty=Certainty.INFERRED), step("from-text", unit="period", turn=0))
        )
    if term.unit == "days":
        days = context.said.get("days")
        return Answer("PRESENT_REF") if days is None else of_range(days, step("from-text", unit="period", turn=0))
    if term.within is not None:
        return _moved_into(term, context, _resolve)
    said = context.said.get(term.unit if term.unit in ("day", "month", "year", "period") else "any")
    if said is None:
        said = context.said.get("any")
    if term.unit in ("hour", "minute", "season") or said is None:
        return Answer("PAST_REF" if term.turn <= 0 else "XXXX-XX-XX", steps=(step("anchor-unknown"),))
    if term.unit == "period":
        return of_range(replace(said, certainty=Certainty.INFERRED), step("from-text", unit="period", turn=0))
    if term.unit in ("day", "night") and said.first != said.last:
        return Answer("XXXX-XX-XX", steps=(step("anchor-unknown"),))
    start = said.last if term.turn > 0 else said.first
    if term.unit == "month" and context.hijri and not term.turn:
        year, month, _ = hijri_ymd(said.first)
        return of_range(hijri_month_range(year, month), step("from-text", unit="month", turn=0))
    days = unit_around("day" if term.unit == "night" else term.unit, start, term.turn, Certainty.INFERRED)
    return of_range(days, step("from-text", unit=term.unit, turn=term.turn))


def _moved_into(term: Anaphora, context: Context, resolve: Resolve) -> Answer:
    """«الشهر نفسه من العام الماضي»: the same months of another year."""
    outer = resolve(term.within, context) if term.within is not None else Answer("XXXX")
    said = context.said.get("period" if term.unit == "period" else term.unit) or context.said.get("any")
    said = context.now if said is None and term.unit == "day" else said
    if outer.range is None or said is None:
        return outer
    year = ymd(outer.range.first)[0]
    first = unit_around("day" if term.unit == "period" else term.unit, said.first)
    last = said.last if term.unit == "period" else first.last
    shift = year - ymd(said.last)[0]
    days = replace(
        said, first=_year_later(first.first, shift), last=_year_later(last + 1, shift) - 1, certainty=Certainty.INFERRED
    )
    return of_range(days, *outer.steps, step("from-text", unit=term.unit, turn=0))


def _year_later(day: int, years: int) -> int:
    year, month, of_month = ymd(day)
    return day_of(year + years, month, min(of_month, 28) if month == 2 else of_month)


def resolve_slice(term: Slice, context: Context, resolve: Resolve) -> Answer:
    """A third of a period («مطلع»), or a numbered part of it."""
    whole = resolve(term.whole, context)
    days = whole.range
    if term.portion:
        mod = Mod(term.portion)
        if days is None:
            return replace(whole, mod=mod)
        part = portion_of(days, term.portion)
        return replace(whole, ranges=(part,), mod=mod, steps=(*whole.steps, step("portion", portion=term.portion)))
    if days is None:
        return Answer(_part_value(whole.value, term), steps=whole.steps)
    piece = part_of_range(days, term.unit, term.number, term.count)
    begun = piece is None or context.today is None or piece.first <= context.today
    if term.whole == Period("year", 0, from_text=True) and not begun and context.tense <= 0:
        return resolve_slice(replace(term, whole=Period("year", -1)), context, resolve)
    if piece is None:
        return Answer("XXXX", steps=(*whole.steps, step("no-such-part")))
    value = _part_value(whole.value, term)
    return Answer(
        value or value_of(piece), (piece,), certainty=whole.certainty, steps=(*whole.steps, step("part-of", unit=term.unit))
    )


def _part_value(whole: str, term: Slice) -> str:
    letters = {"quarter": "Q", "half": "H", "quarter-year": "Q", "half-year": "H"}
    if term.unit in letters and len(whole) == 4 and term.number > 0:
        return f"{whole}-{letters[term.unit]}{term.number}"
    return ""


def resolve_century(term: Century, _context: Context, _resolve: Resolve) -> Answer:
    """A hundred years by their number."""
    if term.calendar == "hijri":
        first, last = 100 * (term.number - 1) + 1, 100 * term.number
        years = ymd(hijri_year_range(first).first)[0], ymd(hijri_year_range(last).last)[0]
        return of_range(DateRange(day_of(years[0]), day_of(years[1] + 1) - 1, Grain.YEAR, Certainty.DAY_EITHER_WAY))
    days = century_range(term.number if term.era > 0 else 1 - term.number)
    return Answer(f"{term.number - 1:02d}" if term.era > 0 else value_of(days), (days,))


def resolve_decade(term: Decade, context: Context, resolve: Resolve) -> Answer:
    """Ten years; without a century, the latest such decade that has begun."""
    if term.calendar == "hijri":
        first = 1300 + term.tens
        days = DateRange(hijri_year_range(first).first, hijri_year_range(first + 9).last, Grain.DECADE, Certainty.INFERRED)
        return of_range(days)
    base = 1900 if term.tens > 10 else 2000
    steps: tuple[Step, ...] = ()
    if term.within is not None:
        outer = resolve(term.within, context)
        if outer.range is not None:
            base = (ymd(outer.range.first)[0]) // 100 * 100
            steps = outer.steps
    days = DateRange(day_of(base + term.tens), day_of(base + term.tens + 10) - 1, Grain.DECADE)
    return of_range(days, *steps, step("decade"))


def resolve_season(term: Season, context: Context, resolve: Resolve) -> Answer:
    """Three months of a year; without one, by turn and tense from the publication."""
    year = term.year
    if term.within is not None:
        outer = resolve(term.within, context)
        year = ymd(outer.range.first)[0] if outer.range else None
    if year is None and context.today is not None:
        this = ymd(context.today)[0]
        current = season_range(this, _SEASONS[term.code])
        turn = term.turn if term.turn is not None else context.tense
        year = this
        if term.turn == 0 and current.first - context.today > 180:
            year = this - 1
        if turn < 0 and current.last >= context.today:
            year = this - 1
        if turn > 0 and current.first <= context.today:
            year = this + 1
    if year is None:
        return Answer(f"XXXX-{term.code}", steps=(step("year-unknown"),))
    days = season_range(year, _SEASONS[term.code], Certainty.INFERRED if term.year is None else Certainty.WRITTEN)
    return of_range(days, step("season"), value=f"{year:04d}-{term.code}")


def resolve_offset(term: Offset, context: Context, resolve: Resolve) -> Answer:
    """So many units before or after now, the text's last day, or an origin of its own."""
    if term.of_event:
        said = context.said.get("any" if term.unit in ("year", "decade") else "sentence-day")
        if said is None and term.unit in ("day", "night"):
            said = context.now
        if said is None or term.unit not in ("day", "night", "year", "decade"):
            return Answer("FUTURE_REF" if context.tense > 0 else "PAST_REF", steps=(step("anchor-unknown"),))
        days = unit_around("day" if term.unit == "night" else term.unit, said.first, 0, Certainty.INFERRED)
        return of_range(days, step("day-of-event"))
    if term.vague:
        return Answer("PAST_REF" if term.sign < 0 or context.tense < 1 else "FUTURE_REF")
    anchor, code = _anchor(term, context, resolve)
    if anchor is None:
        ahead = term.sign > 0 and context.tense > 0
        return Answer("FUTURE_REF" if ahead else "PAST_REF", steps=(step("anchor-unknown"),))
    if term.unit in _MINUTES and code == "from-publication" and context.now is not None and context.now.first_minute is not None:
        return _minutes_away(term, anchor, context.now.first_minute)
    days = moved(anchor, term.unit, term.number, term.sign)
    days = replace(days, certainty=Certainty.INFERRED)
    return of_range(days, step(code), step("offset", sign=term.sign, number=f"{term.number:g}", unit=term.unit))


def _minutes_away(term: Offset, day: int, minute: int) -> Answer:
    """So many minutes or hours from a publication known to the minute."""
    away = minute + term.sign * round(min(term.number, 1e6) * _MINUTES[term.unit])
    day, minute = day + away // 1440, away % 1440
    days = DateRange(day, day, Grain.MINUTE, Certainty.INFERRED, minute, minute)
    return of_range(days, step("from-publication"), step("offset", sign=term.sign, number=f"{term.number:g}", unit=term.unit))


def _anchor(term: Offset, context: Context, resolve: Resolve) -> tuple[int | None, str]:
    if term.origin is not None:
        answer = resolve(term.origin, context)
        return (None if answer.range is None else answer.range.first), "from-origin"
    said = context.said.get("any")
    planned = said is not None and context.today is not None and said.first > context.today
    if term.from_text or (term.sign > 0 and (context.tense < 1 or planned)):
        if said is not None:
            return (said.last if term.sign > 0 else said.first), "from-text"
        near = term.sign > 0 and not term.from_text and (context.alone or term.unit not in _LONG) and context.tense >= 0
        return (context.today, "from-publication") if near else (None, "")
    return context.today, "from-publication"
