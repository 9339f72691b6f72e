"""When is a feast, or a named day of the year? From ``resources/lexicon/feasts.toml``: a calendar day, or days from Easter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from timeline_app import assets
from timeline_app.calendars.gregorian import day_of, ymd
from timeline_app.calendars.hijri import hijri_day, hijri_ymd
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.step import step
from timeline_app.model.term import Feast, Term
from timeline_app.resolution.answer import Answer, of_range
from timeline_app.resolution.context import Context

Resolve = Callable[[Term, Context], Answer]


def resolve_feast(term: Feast, context: Context, resolve: Resolve) -> Answer:
    """The days of a feast; without a year the nearest to the publication by turn and tense."""
    table = _feasts()[term.code]
    if "any" in table:
        nearest = [resolve_feast(replace(term, code=code), context, resolve) for code in table["any"]]
        dated = [answer for answer in nearest if answer.range and context.today is not None]
        return min(dated, key=lambda answer: abs(answer.ranges[0].first - (context.today or 0)), default=Answer("XXXX-XX-XX"))
    if table.get("unplaced"):
        return Answer(_feast_value(table))
    if term.year is not None:
        days = _feast_in(table, term.year, given=True)
        return of_range(_shifted(days, term.shift), step("feast", feast=term.code)) if days else Answer("XXXX")
    if context.today is None and context.text_year is None:
        return Answer(_feast_value(table), steps=(step("year-unknown"),))
    today = context.today if context.today is not None else day_of(context.text_year or 2000, 7)
    year = ymd(today)[0]
    if term.within is not None:
        outer = resolve(term.within, context)
        year = ymd(outer.range.first)[0] if outer.range else year
        found = [days for days in (_feast_in(table, year),) if days]
    else:
        found = _around(table, today)
    days = _nearest(found, today, term.turn if term.turn is not None else max(context.tense, 0))
    if days is None:
        return Answer("XXXX")
    return of_range(replace(_shifted(days, term.shift), certainty=Certainty.INFERRED), step("feast", feast=term.code))


def _around(table: Mapping[str, Any], today: int) -> list[DateRange]:
    """The feast in the years around a day, by its own calendar: a Hijri feast can fall twice in a Gregorian year."""
    hijri = table.get("calendar") == "hijri"
    year = (hijri_ymd if hijri else ymd)(today)[0]
    return [days for each in (year - 1, year, year + 1) if (days := _feast_in(table, each, given=hijri))]


def _nearest(found: list[DateRange], today: int, turn: int) -> DateRange | None:
    later = [days for days in found if days.last >= today]
    earlier = [days for days in found if days.first <= today]
    if turn > 0 and later:
        return later[0]
    if turn < 0 and earlier:
        return earlier[-1]
    return min(found, key=lambda days: abs(days.first - today), default=None)


def _shifted(days: DateRange, shift: int) -> DateRange:
    if not shift:
        return days
    day = days.first + shift if shift < 0 else days.last + shift
    return DateRange(day, day, Grain.DAY, days.certainty)


def _feast_value(table: Mapping[str, Any]) -> str:
    return f"XXXX-{table['month']:02d}-{table['day']:02d}" if table.get("calendar") == "gregorian" else "XXXX-XX-XX"


def _feast_in(table: Mapping[str, Any], year: int, *, given: bool = False) -> DateRange | None:
    """The days of a feast in a Gregorian year (a Hijri year when the figure given is one)."""
    if "easter" in table:
        if not 1583 <= year <= 4099:
            return None
        from dateutil.easter import easter  # noqa: PLC0415 - start-up is measured

        day = easter(year).toordinal() + table["easter"]
        return DateRange(day, day)
    length = table.get("days", 1) - 1
    if table["calendar"] == "gregorian":
        day = day_of(year, table["month"], table["day"])
        return DateRange(day, day + length)
    if given and year < 1600:
        day = hijri_day(year, table["month"], table["day"])
        return DateRange(day, day + length, Grain.DAY, Certainty.DAY_EITHER_WAY)
    first = hijri_ymd(day_of(year))[0]
    for hijri_year in (first, first + 1):
        day = hijri_day(hijri_year, table["month"], table["day"])
        if ymd(day)[0] == year:
            return DateRange(day, day + length, Grain.DAY, Certainty.DAY_EITHER_WAY)
    return None


@cache
def _feasts() -> Mapping[str, Any]:
    return assets.table(assets.resource("lexicon", "feasts.toml").read_text("utf-8"))
