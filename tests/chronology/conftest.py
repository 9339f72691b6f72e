"""Articles with their dates marked by hand: ``written("… في 5 ماي 2019 …", ("5 ماي 2019", "2019-05-05"))``."""

import hashlib
from dataclasses import dataclass

import pytest

from timeline_app.calendars.iso import parse_iso
from timeline_app.model.article import Article, Publication, PublicationBasis
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Expression, Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import step
from timeline_app.model.term import Term


def days(begin, until=None):
    """The days of an ISO date, a month (``2019-05``) or a year, or from one to another."""
    first, last = begin, until or begin
    grain = {4: Grain.YEAR, 7: Grain.MONTH}.get(len(begin), Grain.DAY)
    start = parse_iso(first + {4: "-01-01", 7: "-01"}.get(len(first), ""))[0]
    if len(last) == 4:
        return DateRange(start, parse_iso(f"{last}-12-31")[0], grain)
    if len(last) == 7:
        year, month = int(last[:4]), int(last[5:])
        following = f"{year + month // 12}-{month % 12 + 1:02d}-01"
        return DateRange(start, parse_iso(following)[0] - 1, grain)
    return DateRange(start, parse_iso(last)[0], grain)


@dataclass(frozen=True)
class Written:
    article: Article
    readings: tuple[Reading, ...]


def written(text, *dates, published=None):
    """An article and the readings of the marked words, each searched after the one before."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    when = Publication(days(published), PublicationBasis.GIVEN) if published else Publication()
    article = Article(digest[:16], text, digest, sections=(), published=when)
    readings, start = [], 0
    for words, *marked in dates:
        start = text.index(words, start)
        span = Span(start, start + len(words))
        expression = Expression(span, words, TimexType.DATE, Term(), "by-hand")
        doubted = "doubted" in marked
        ranges = tuple(days(*m.split("/")) for m in marked if m != "doubted" and not m.startswith("or "))
        others = tuple(days(m[3:]) for m in marked if m.startswith("or "))
        conflicts = (step("weekday-conflict", written=1, found=2, day=ranges[0]),) if doubted else ()
        readings.append(Reading(expression, "", ranges, alternatives=others, conflicts=conflicts))
        start = span.end
    return Written(article, tuple(readings))


@pytest.fixture(name="written")
def _written():
    return written


@pytest.fixture(name="chronicle")
def _chronicle():
    from timeline_app.chronology.analysis import chronicle_of

    def build(*articles):
        return chronicle_of([w.article for w in articles], {w.article.id: w.readings for w in articles})

    return build
