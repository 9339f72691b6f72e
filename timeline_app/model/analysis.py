"""What did the program find in the articles? One disposable value, made again whenever rules get better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId, EventId


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the program read out of the articles together.

    ``articles`` carry the publication dates found; ``readings`` are by article, in the order of the text; ``undated`` are
    mentions whose words name no calendar day (the tray). ``version`` is that of the rules. Readings and events that come
    from a file are sequences that are equal to these tuples, read when they are looked at.
    """

    version: str
    articles: tuple[Article, ...] = ()
    readings: tuple[tuple[ArticleId, tuple[Reading, ...]], ...] = ()
    events: tuple[Event, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    undated: tuple[Mention, ...] = ()

    @property
    def by_id(self) -> Mapping[EventId, Event]:
        """The events by their ids; a ``Catalogue`` where they come from a file."""
        known: Mapping[EventId, Event] | None = getattr(self.events, "by_id", None)
        return {event.id: event for event in self.events} if known is None else known

    def readings_of(self, article: ArticleId) -> tuple[Reading, ...]:
        """The readings of one article, in the order of its text; none for an unknown article."""
        return next((found for owner, found in self.readings if owner == article), ())
