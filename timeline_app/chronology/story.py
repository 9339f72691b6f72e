"""Are two articles of one story? They tell an event together, or begin with much the same words within ten days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.trait import stems_of
from timeline_app.chronology.words import words_of
from timeline_app.model.article import Article
from timeline_app.model.identity import ArticleId, EventId

_LEDE, _SHARED, _NEAR = 400, 6, 10


class Stories:
    """What each article tells together with others, and the words it begins with, read when they are asked for."""

    def __init__(self, chronicle: Chronicle, articles: Sequence[Article]) -> None:
        """The stories of the articles that a chronicle was made of."""
        self._events = _shared(chronicle)
        self._articles = {article.id: article for article in articles}
        self._ledes: dict[ArticleId, frozenset[str]] = {}

    def events_of(self, article: ArticleId) -> frozenset[EventId]:
        """The names of the events that an article tells together with others."""
        return self._events.get(article, frozenset())

    def are_one(self, one: ArticleId, other: ArticleId) -> bool:
        """Whether two articles are of one story."""
        if not self.events_of(one).isdisjoint(self.events_of(other)):
            return True
        days = [self._articles[article].published.when for article in (one, other)]
        near = days[0] is not None and days[1] is not None and abs(days[0].first - days[1].first) <= _NEAR
        return near and len(self._lede(one) & self._lede(other)) >= _SHARED

    def _lede(self, article: ArticleId) -> frozenset[str]:
        if article not in self._ledes:
            self._ledes[article] = stems_of(words_of(self._articles[article].text, 0, _LEDE))
        return self._ledes[article]


def _shared(chronicle: Chronicle) -> Mapping[ArticleId, frozenset[EventId]]:
    out: dict[ArticleId, set[EventId]] = defaultdict(set)
    for event in chronicle.events:
        tellers = {mention.passage.article for mention in event.mentions}
        for teller in tellers if len(tellers) > 1 else ():
            out[teller].add(event.id)
    return {article: frozenset(found) for article, found in out.items()}
