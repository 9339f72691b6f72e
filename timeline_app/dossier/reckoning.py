"""Which dates does an event have once its reports have changed, and in which order do passages stand?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from timeline_app.model.article import Article, Passage
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.identity import ArticleId


def with_mentions(event: Event, mentions: tuple[Mention, ...]) -> Event:
    """The event resting on these reports, its dates reckoned again unless the editor has set them."""
    event = replace(event, mentions=mentions)
    return event if event.decided else replace(event, dates=dates_from(event.dates, mentions))


def dates_from(shown: tuple[DateRange, ...], mentions: Iterable[Mention]) -> tuple[DateRange, ...]:
    """The dates shown while a report still gives them, else those most reports give, the narrowest of equals.

    Doubted reports count only where there is no other.
    """
    dated = [mention for mention in mentions if mention.dates]
    if any(mention.dates == shown for mention in dated):
        return shown
    trusted = [mention.dates for mention in dated if not mention.doubtful] or [mention.dates for mention in dated]
    if not trusted:
        return shown
    counts = Counter(trusted)
    return max(counts, key=lambda dates: (counts[dates], -sum(r.days for r in dates), tuple((-r.first, -r.last) for r in dates)))


def holds_side(event: Event, contradiction: Contradiction) -> bool:
    """Whether a report of the event is one of the two that cannot both be right."""
    places = [side.passage for side in contradiction.evidence]
    return any(
        mention.id in contradiction.mentions
        or any(mention.passage.article == place.article and mention.passage.span.overlap(place.span) for place in places)
        for mention in event.mentions
    )


def ordered(mentions: Iterable[Mention], articles: Mapping[ArticleId, Article]) -> tuple[Mention, ...]:
    """The mentions in the order of the articles and of their texts."""
    place = {article: number for number, article in enumerate(articles)}
    last = len(place)
    return tuple(sorted(mentions, key=lambda m: (place.get(m.passage.article, last), m.passage.span, m.id)))


def in_order(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages without repetition, by article and place."""
    return tuple(sorted(set(passages), key=lambda p: (p.article, p.span, p.quote)))
