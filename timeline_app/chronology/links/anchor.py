"""What can the other articles lend? The year of «24 إلى 27 نوفمبر» of the 93rd session, and by it the day an article appeared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline_app.calendars.gregorian import day_of, days_in_month, ymd
from timeline_app.calendars.weekday import weekday
from timeline_app.chronology.reports.mention import is_doubted
from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.traits.figure import Ordinal, ordinals_of
from timeline_app.model.article import Article, Publication, PublicationBasis
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.model.step import Step, step

_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)(?:/XXXX-(\d\d)-(\d\d))?\Z")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)\Z")
_LONGEST, _REACH, _ENOUGH = 10, 200, 2


@dataclass(frozen=True, slots=True)
class Loan:
    """A range of days that dates one of a series, as some article writes it with its year."""

    ordinals: frozenset[Ordinal]
    days: DateRange
    article: str


Readings = Mapping[ArticleId, Sequence[Reading]]
Loans = Mapping[Ordinal, Sequence[Loan]]


def loans_of(articles: Sequence[Article], readings: Readings) -> Loans:
    """What the articles can lend one another: ranges of days with their year, near an ordinal; in an order of their own."""
    out = set()
    for article in articles:
        for reading in readings.get(article.id, ()):
            hull = reading.hull
            if hull is None or hull.grain is not Grain.DAY or hull.days > _LONGEST or reading.conflicts:
                continue
            near = _ordinals_near(article, reading)
            if near:
                out.add(Loan(near, replace(hull, first_minute=None, last_minute=None), article.sha256))
    return _by_ordinal(sorted(out, key=_order))


def _order(loan: Loan) -> tuple[object, ...]:
    return loan.days.first, loan.days.last, loan.article, sorted((o.series, o.number) for o in loan.ordinals)


def _by_ordinal(loans: Sequence[Loan]) -> Loans:
    """The loans by what they can be asked for, in their order; of equal ones those of two articles: one is not the asker's."""
    equal = Counter[tuple[frozenset[Ordinal], DateRange]]()
    out: dict[Ordinal, list[Loan]] = defaultdict(list)
    for loan in loans:
        equal[loan.ordinals, loan.days] += 1
        if equal[loan.ordinals, loan.days] <= _ENOUGH:
            for ordinal in loan.ordinals:
                out[ordinal].append(loan)
    return out


def appeared(article: Article, readings: Sequence[Reading], loans: Loans) -> Publication:
    """The day the article appeared, where a weekday («الاثنين») falls once in a dated range of the article or of another."""
    own = [r.ranges[0] for r in readings if r.ranges and r.ranges[0].grain is Grain.DAY and 1 < r.ranges[0].days <= _LONGEST]
    doubted = next((r for r in readings if is_doubted(r) and r.alternatives), None)
    if doubted is not None:
        day = next((a for a in doubted.alternatives for days in own if days.contains(a)), None)
        if day is not None:
            return _inferred(day.first, step("publication-corrected-weekday", days=day))
    told = next((found for r in readings if not r.ranges and (found := _WEEKDAY.match(r.value))), None)
    if told is None:
        return Publication()
    for days in own:
        day_number = _only(days, int(told[1]))
        if day_number is not None:
            return _inferred(day_number, step("publication-weekday-in-range", weekday=int(told[1]), days=days))
    for reading in readings:
        borrowed = borrow(article, reading, loans)
        day_number = _only(borrowed[0], int(told[1])) if borrowed else None
        if borrowed and day_number is not None:
            why = step("publication-weekday-in-range", weekday=int(told[1]), days=borrowed[0])
            return _inferred(day_number, *borrowed[1], why)
    return Publication()


def borrow(article: Article, reading: Reading, loans: Loans) -> tuple[DateRange, tuple[Step, ...]] | None:
    """The days of a reading without a year, in the year another article gives to the same days of the same session."""
    found = None if reading.ranges or not loans else _YEARLESS.match(reading.value)
    if found is None:
        return None
    mine = _ordinals_near(article, reading) or _ordinals_in(article.text)
    for loan in sorted({loan for ordinal in mine for loan in loans.get(ordinal, ())}, key=_order):
        year = ymd(loan.days.first)[0]
        days = _in_year(found, year)
        if loan.article != article.sha256 and days is not None and days.overlaps(loan.days):
            number = min(o.number for o in mine & loan.ordinals)
            return days, (step("year-from-other-article", number=number, days=loan.days),)
    return None


def filled(article: Article, readings: Sequence[Reading], loans: Loans) -> tuple[Reading, ...]:
    """The readings, those without a year in the year that another article lends."""
    out = []
    for reading in readings:
        borrowed = borrow(article, reading, loans)
        if borrowed is None:
            out.append(reading)
        else:
            days, why = borrowed
            steps = (*(s for s in reading.steps if s.code != "year-unknown"), *why)
            value = reading.value.replace("XXXX", f"{ymd(days.first)[0]:04d}")
            out.append(replace(reading, ranges=(days,), value=value, certainty=Certainty.INFERRED, steps=steps))
    return tuple(out)


def _ordinals_near(article: Article, reading: Reading) -> frozenset[Ordinal]:
    start = max(0, reading.span.start - _REACH)
    return ordinals_of(words_of(article.text, start, min(len(article.text), reading.span.end + _REACH)))


@lru_cache(maxsize=8)
def _ordinals_in(text: str) -> frozenset[Ordinal]:
    return ordinals_of(words_of(text))


def _only(days: DateRange, wanted: int) -> int | None:
    """The one day of the range with that weekday, or None where there is none or more than one."""
    fits = [day for day in range(days.first, days.last + 1) if weekday(day) == wanted]
    return fits[0] if len(fits) == 1 else None


def _in_year(found: re.Match[str], year: int) -> DateRange | None:
    month, day = int(found[1]), int(found[2])
    until_month, until_day = int(found[3] or month), int(found[4] or day)
    if day > days_in_month(year, month) or until_day > days_in_month(year, until_month):
        return None
    first, last = day_of(year, month, day), day_of(year, until_month, until_day)
    return DateRange(first, last, Grain.DAY, Certainty.INFERRED) if first <= last else None


def _inferred(day: int, *why: Step) -> Publication:
    return Publication(DateRange(day, day, Grain.DAY, Certainty.INFERRED), PublicationBasis.INFERRED, why)
