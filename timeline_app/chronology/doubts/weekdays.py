"""Which dates contradict themselves: a weekday that is not the date's, two calendars that name different days, «اليوم الاثنين» in
an article of Tuesday?
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.naming import contradiction_id
from timeline_app.chronology.reports.mention import is_doubted
from timeline_app.model.article import Article, PublicationBasis, passage_of
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Evidence, Mention, MentionBasis, Suggestion
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span
from timeline_app.model.step import step

Told = tuple[Event, Mention]
_WEEKDAY, _CALENDAR = "weekday-conflict", "calendar-conflict"
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 10


def weekday_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Iterator[Contradiction]:
    """A contradiction for each reading whose own check failed, with what may have been meant."""
    told: dict[ArticleId, list[Told]] = defaultdict(list)
    for event in chronicle.events:
        for mention in event.mentions:
            told[mention.passage.article].append((event, mention))
    for article in sorted(articles, key=lambda a: a.sha256):
        inside = [s.span for s in article.sections if s.role not in ("boilerplate", "byline")] or [Span(0, len(article.text))]
        own = [r for r in readings.get(article.id, ()) if r.conflicts and any(span.contains(r.span) for span in inside)]
        doubted = [r for r in own if is_doubted(r)]
        sure = [r for r in readings.get(article.id, ()) if not r.conflicts] if doubted else []
        events: dict[tuple[DateRange, ...], Event] = {}
        by_words: dict[Span | None, list[Told]] = defaultdict(list)
        for event, mention in told[article.id] if doubted else ():
            events.setdefault(event.dates, event)
            by_words[mention.expression].append((event, mention))
        for reading in doubted:
            suggestion = _suggestion(list(events.values()), article, reading, sure)
            yield _contradiction(by_words[reading.span], article, (reading,), suggestion)
        stale = [r for r in own if not is_doubted(r)]
        if stale and article.published.basis is PublicationBasis.GIVEN:  # written before the article appeared
            spans = {r.span for r in stale}
            at = [t for t in told[article.id] if t[1].expression in spans]
            yield _contradiction(at, article, stale, _of_others(at, article, stale))


def _of_others(told: Sequence[Told], article: Article, stale: Sequence[Reading]) -> Suggestion | None:
    """The day by its name, where other articles give it to the event that is told of «today»."""
    days = {reading.ranges[0] for reading in stale if reading.ranges}
    for event, _ in told if len(days) == 1 else ():
        others = (m for m in event.mentions if m.passage.article != article.id and m.basis is MentionBasis.DATED)
        if any(days.issuperset(mention.dates) for mention in others):
            return Suggestion((*days,), "", (step("suggestion-of-event", event=event.title),))
    return None


def _contradiction(
    told: Sequence[Told], article: Article, readings: Sequence[Reading], suggestion: Suggestion | None
) -> Contradiction:
    """The contradiction that readings show, all for one cause."""
    conflict = readings[0].conflicts[0]
    kind = ContradictionKind.CALENDAR if "calendar" in conflict.code else ContradictionKind.WEEKDAY
    passages = [passage_of(article, reading.span) for reading in readings]
    return Contradiction(
        id=contradiction_id(kind.value, passages),
        kind=kind,
        message=conflict,
        evidence=tuple(Evidence(passage, passage.quote) for passage in passages),
        suggestion=suggestion,
        events=tuple(dict.fromkeys(event.id for event, _ in told)),
        mentions=tuple(mention.id for _, mention in told),
    )


def _suggestion(events: Sequence[Event], article: Article, reading: Reading, others: Sequence[Reading]) -> Suggestion | None:
    """The alternative that falls within days the article gives elsewhere, or else within those of an event it reports."""
    for other in others:
        for days in other.ranges:
            day = _within(reading, days) if other.span != reading.span else None
            if day is not None:
                why = step("suggestion-within-range", days=days, words=other.span.of(article.text).strip(" ،,."))
                return Suggestion((day,), _reworded(article.text, reading, other), (why,))
    for event in events:
        day = next((found for days in event.dates if (found := _within(reading, days))), None)
        if day is not None:
            return Suggestion((day,), "", (step("suggestion-of-event", event=event.title),))
    if len(reading.alternatives) == 1:
        return Suggestion((reading.alternatives[0],), "", (step("suggestion-nearest"),))
    return None


def _within(reading: Reading, days: DateRange) -> DateRange | None:
    if days.grain is not Grain.DAY or days.days > _LONGEST:
        return None
    return next((a for a in reading.alternatives if days.contains(a)), None)


def _reworded(text: str, reading: Reading, other: Reading) -> str:
    """The doubted words with the month of the other: «اليوم الاثنين 24 نونبر 2025»."""
    months = _LETTERS.findall(other.span.of(text))
    written = list(_LETTERS.finditer(reading.span.of(text)))
    if not months or not written:
        return ""
    words, last = reading.span.of(text), written[-1]
    return f"{words[: last.start()]}{months[-1]}{words[last.end() :]}"
