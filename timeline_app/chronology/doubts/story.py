"""Are two articles of one story? Within ten days they tell an event together, or begin with much the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.traits.trait import stems_of
from timeline_app.model.article import Article
from timeline_app.model.identity import ArticleId, EventId

_LEDE, _SHARED, _NEAR = 400, 6, 10


class Stories:
    """What each article tells together with others, and the words it begins with, read when they are asked for."""

    def __init__(self, chronicle: Chronicle, articles: Sequence[Article]) -> None:
        """The stories of the articles that a chronicle was made of."""
        self._told = _told(chronicle)
        self._tellers = Counter(event for found in self._told.values() for event in {name for _, name in found})
        self._articles = {article.id: article for article in articles}
        self._ledes: dict[ArticleId, frozenset[str]] = {}

    def events_of(self, article: ArticleId) -> frozenset[EventId]:
        """The names of the events that an article tells together with others."""
        return frozenset(event for _, event in self._told.get(article, ()) if self._tellers[event] > 1)

    def event_at(self, article: ArticleId, offset: int) -> EventId | None:
        """The event that an article tells last before a place, or else first; None where it tells none."""
        told = self._told.get(article, ())
        before = [found for found in told if found[0] <= offset]
        return max(before)[1] if before else min(told)[1] if told else None

    def are_one(self, one: ArticleId, other: ArticleId) -> bool:
        """Whether two articles are of one story."""
        days = [self._articles[article].published.when for article in (one, other)]
        if days[0] is not None and days[1] is not None and abs(days[0].first - days[1].first) > _NEAR:
            return False
        if not self.events_of(one).isdisjoint(self.events_of(other)):
            return True
        return None not in days and len(self._lede(one) & self._lede(other)) >= _SHARED

    def _lede(self, article: ArticleId) -> frozenset[str]:
        if article not in self._ledes:
            self._ledes[article] = stems_of(words_of(self._articles[article].text, 0, _LEDE))
        return self._ledes[article]


def _told(chronicle: Chronicle) -> Mapping[ArticleId, list[tuple[int, EventId]]]:
    """Where each article tells which events."""
    out: dict[ArticleId, list[tuple[int, EventId]]] = defaultdict(list)
    for event in chronicle.events:
        for mention in event.mentions:
            out[mention.passage.article].append((mention.passage.span.start, event.id))
    return out
