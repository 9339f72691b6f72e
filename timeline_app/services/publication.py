"""What would move if this article had appeared on another day? Asked before it is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline_app.dossier.fold import fold
from timeline_app.model.article import Article, Publication, PublicationBasis
from timeline_app.model.daterange import DateRange
from timeline_app.model.decision import Decision
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Event
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Move:
    """An event as it stands, and the dates it would have; none when its words would name no day any more."""

    event: Event
    dates: tuple[DateRange, ...]


def preview_publication(
    state: DossierState,
    articles: Sequence[Article],
    log: Sequence[Decision],
    article: ArticleId,
    when: DateRange | None,
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Move, ...]:
    """The events whose dates would be others if the article had appeared ``when`` (None: as the program infers).

    ``articles`` are a workspace's ``inputs`` and ``log`` its log; plain values all of them, so that a large dossier can be
    looked through in another process. Nothing is decided.
    """
    from timeline_app.services.analysing import analyse  # noqa: PLC0415 - late: start-up is measured

    published = Publication(when, PublicationBasis.GIVEN) if when is not None else Publication()
    supposed = [replace(one, published=published) if one.id == article else one for one in articles]
    meant = fold(analyse(supposed, progress, cancelled), supposed, log)
    places = {place: event for event in meant.events.values() for place in _places(event)}
    moves = []
    for event in state.events.values():
        there = meant.events.get(event.id) or next((places[p] for p in _places(event) if p in places), None)
        dates = there.dates if there is not None else ()
        if dates != event.dates:
            moves.append(Move(event, dates))
    return tuple(moves)


def _places(event: Event) -> list[tuple[ArticleId, Span]]:
    return [(mention.passage.article, mention.passage.span) for mention in event.mentions]
