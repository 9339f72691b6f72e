"""What do all formats say of an event? Which events leave the house, in which order, and each with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.calendars.gregorian import year_range, ymd
from timeline_app.model.daterange import Certainty
from timeline_app.model.event import EventStatus, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.exporting.registry import Voice
    from timeline_app.model.article import Article
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event
    from timeline_app.model.identity import ArticleId


@dataclass(frozen=True, slots=True)
class Source:
    """One article's words on an event: what the article is called, where it was found, and each quote on one line."""

    article: Article
    quotes: tuple[str, ...]

    @property
    def name(self) -> str:
        """What a reader would look the article up by: its title and outlet, else where it was found."""
        return "، ".join(filter(None, (self.article.title, self.article.outlet))) or self.article.path


def told(state: DossierState) -> list[Event]:
    """The events that the editor has not rejected, by date; undated ones last."""
    events = [event for event in state.events.values() if event.status is not EventStatus.REJECTED]
    return sorted(events, key=_place)


def dated(state: DossierState) -> Iterator[Event]:
    """The same without the undated ones, for formats that need a day."""
    return (event for event in told(state) if event.dates)


def sources(event: Event, state: DossierState) -> tuple[Source, ...]:
    """The articles that report an event, in the order of its mentions; each once."""
    quotes: dict[ArticleId, list[str]] = {}
    for mention in event.mentions:
        if mention.passage.article in state.articles:
            quotes.setdefault(mention.passage.article, []).append(" ".join(mention.passage.quote.split()))
    return tuple(Source(state.articles[article], tuple(dict.fromkeys(found))) for article, found in quotes.items())


def doubts(event: Event, state: DossierState, voice: Voice) -> tuple[str, ...]:
    """The contradictions of an event that are still open, a sentence each."""
    return tuple(voice.say(state.contradictions[name].message) for name in event.contradictions if name in state.contradictions)


def remarks(event: Event, voice: Voice) -> tuple[str, ...]:
    """What must be said beside the date: that it was inferred, and that the event did not (yet) happen."""
    hull = event.hull
    sure = "" if hull is None or hull.certainty is Certainty.APPROXIMATE else voice.certainty(hull.certainty)
    happened = "" if event.modality is Modality.HAPPENED else voice.text(str(event.modality), "modality")
    return tuple(filter(None, (sure, happened)))


def when(event: Event, voice: Voice) -> str:
    """The days of an event with what must be said beside them, in one line."""
    return "، ".join((voice.dates(event.dates), *remarks(event, voice)))


def year_of(event: Event, voice: Voice) -> str:
    """The year an event begins in, as a heading; another one for undated events."""
    return voice.date(year_range(ymd(event.hull.first)[0])) if event.hull else voice.text("Undated", "chronology")


def _place(event: Event) -> tuple[bool, int, int, str]:
    hull = event.hull
    return (hull is None, hull.first if hull else 0, hull.last if hull else 0, event.id)
