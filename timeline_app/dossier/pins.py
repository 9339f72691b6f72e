"""Where does a decision hold? Passages found again by place and by their words, and acts pinned to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from timeline_app.model.article import Article, Passage
from timeline_app.model.decision import Act, Bulk, EventRef, ref_of
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Mention
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

T = TypeVar("T")


def locate(passage: Passage, articles: Mapping[ArticleId, Article]) -> Passage | None:
    """Where the words of the passage stand now, or None when no article holds them.

    In the same text at the same place they are taken as they are; otherwise the nearest place with the same words in the
    same article, and then the first in any other one (a corrected text comes back as another article).
    """
    own = articles.get(passage.article)
    if own is not None and passage.span.of(own.text) == passage.quote:
        return passage
    if not passage.quote:
        return None
    if own is not None and (start := _nearest(own.text, passage)) is not None:
        return _at(own, start, passage.quote)
    for article in articles.values():
        start = article.text.find(passage.quote)
        if start >= 0:
            return _at(article, start, passage.quote)
    return None


def likeness(mention: Mention, passage: Passage) -> float:
    """How much the mention's passage is this one: 1 for the same stretch, 0 when they are different things.

    A sentence cut otherwise by better rules is still the same report when one covers at least half of the other.
    """
    if mention.passage.article != passage.article:
        return 0.0
    shared = mention.passage.span.overlap(passage.span)
    if shared * 2 < min(len(mention.passage.span), len(passage.span)) or not shared:
        return 0.0
    return shared / (len(mention.passage.span) + len(passage.span) - shared)


def pinned(state: DossierState, act: Act) -> Act:
    """The act with every event it names pinned to the passages it rests on now; LookupError for an unknown event."""
    changes = {f.name: _pinned_value(state, getattr(act, f.name)) for f in fields(act)}
    return replace(act, **changes)


def acts_of(act: Act) -> tuple[Act, ...]:
    """The single acts an act is made of, in order."""
    if not isinstance(act, Bulk):
        return (act,)
    return tuple(single for inner in act.acts for single in acts_of(inner))


def _nearest(text: str, passage: Passage) -> int | None:
    starts, at = [], text.find(passage.quote)
    while at >= 0:
        starts.append(at)
        at = text.find(passage.quote, at + 1)
    return min(starts, key=lambda start: abs(start - passage.span.start), default=None)


def _at(article: Article, start: int, quote: str) -> Passage:
    return Passage(article.id, article.sha256, Span(start, start + len(quote)), quote)


def _pinned_value(state: DossierState, value: T) -> T:
    if isinstance(value, EventRef):
        return _pinned_ref(state, value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_pinned_value(state, item) for item in value)  # type: ignore[return-value]
    if isinstance(value, Act):
        return pinned(state, value)  # type: ignore[return-value]
    return value


def _pinned_ref(state: DossierState, ref: EventRef) -> EventRef:
    if ref.pins and ref.title:
        return ref
    event = state.events.get(ref.event)
    if event is None:
        raise LookupError(ref.event)
    full = ref_of(event)
    return replace(full, pins=ref.pins) if ref.pins else full
