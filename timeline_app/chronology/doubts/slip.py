"""Which dates cannot be meant as written, seen from the day the article appeared: another month called the current one
(«12 شتنبر الجاري» in December), a dateline of days to come?
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline_app.calendars.gregorian import day_of, days_in_month, ymd
from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.doubts.disagreement import days_apart, expressed
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.traits.figure import figure_words
from timeline_app.model.article import Article, PublicationBasis, passage_of
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Contradiction, Event, MentionBasis, Suggestion
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step

_YEAR, _MONTH, _LATER, _SHARED, _SHOWN = 365, 31, 2, 3, 2
_LEAD, _TAIL = re.compile(r"[^.\n؟!:]{2,40}\Z"), re.compile(r"\s*(?:\([^()\n]{1,20}\)\s*)?[-–—_:]+\s")

Told = tuple[Event, Report]


def slip_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Iterator[Contradiction]:
    """A contradiction for each date that the day of publication rules out; only of articles whose day of publication is given."""
    told: dict[tuple[ArticleId, Span | None], list[Told]] = defaultdict(list)
    by_day: dict[int, list[Told]] = defaultdict(list)
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        for report in reports if event.mentions else ():
            if report.mention.basis is MentionBasis.DATED:
                told[report.teller, report.mention.expression].append((event, report))
                by_day[report.days.first].append((event, report))
    for article in sorted(articles, key=lambda a: a.sha256):
        when = article.published.when
        if when is None or article.published.basis is not PublicationBasis.GIVEN:
            continue
        for reading in readings.get(article.id, ()):
            if _is_another_month(reading, when):
                yield _of_month(article, reading, when, told[article.id, reading.span], by_day)
        late = next((r for r in readings.get(article.id, ())[:_SHOWN] if _is_later_dateline(article, r, when)), None)
        if late is not None:
            yield _apart(article, late, step("dateline-conflict", one=late.ranges[0], other=when))


def _is_another_month(reading: Reading, published: DateRange) -> bool:
    """«12 شتنبر الجاري» of an article that appeared more than a month away, in whatever year; «رمضان الجاري» is near it."""
    if not _is_day(reading):
        return False
    forms = [word.form for word in words_of(reading.expression.text)]
    if len(forms) < _LATER or forms[-1] not in figure_words("current") or forms[-2] in figure_words("spans"):
        return False
    apart = abs(reading.ranges[0].first - published.first) % _YEAR
    return min(apart, _YEAR - apart) > _MONTH


def _of_month(
    article: Article, reading: Reading, published: DateRange, told: Sequence[Told], by_day: Mapping[int, Sequence[Told]]
) -> Contradiction:
    """The contradiction, with the day of the month of publication where other articles tell the same of it."""
    year, month, _ = ymd(published.first)
    number = ymd(reading.ranges[0].first)[2]
    meant = day_of(year, month, number) if number <= days_in_month(year, month) else None
    own = frozenset[str]().union(*(report.traits.context for _, report in told))
    others: dict[ArticleId, Told] = {}
    for event, report in by_day.get(meant, ()) if meant is not None else ():
        written = report.mention.expression is not None and report.mention.passage.span.contains(report.mention.expression)
        alike = written and report.days.days == 1 and len(report.traits.context & own) >= _SHARED
        if alike and report.teller != article.id:
            others.setdefault(report.teller, (event, report))
    witnesses = sorted(others.values(), key=lambda t: (-len(expressed(t[1]).quote), t[1].key))[:_SHOWN]  # who writes it out first
    message = step("month-conflict", words=reading.expression.text, published=published)
    return _apart(article, reading, message, told, witnesses)


def _is_later_dateline(article: Article, reading: Reading, published: DateRange) -> bool:
    """«سلا 9 ماي 2019 (وكالة) -» above an article that appeared on the fifth."""
    if not _is_day(reading):
        return False
    line = _LEAD.match(article.text[: reading.span.start].lstrip()) and _TAIL.match(article.text, reading.span.end)
    return bool(line) and reading.ranges[0].first >= published.last + _LATER


def _is_day(reading: Reading) -> bool:
    return len(reading.ranges) == 1 and reading.ranges[0].grain is Grain.DAY and reading.ranges[0].days == 1


def _apart(
    article: Article, reading: Reading, message: Step, told: Sequence[Told] = (), witnesses: Sequence[Told] = ()
) -> Contradiction:
    passages = [passage_of(article, reading.span), *(expressed(report) for _, report in witnesses)]
    days = witnesses[0][1].mention.dates if witnesses else ()
    why = (step("suggestion-in-other", event=witnesses[0][0].title),) if witnesses else ()
    return days_apart(
        message,
        passages,
        (event.id for event, _ in (*told, *witnesses)),
        suggestion=Suggestion(days, "", why) if days else None,
        mentions=tuple(report.mention.id for _, report in told),
    )
