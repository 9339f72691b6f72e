"""Which events come after which, and which passages does an article hold? Kept in step with the state, change by change."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.dossier.layered import layered
from timeline_app.dossier.survey import survey
from timeline_app.model.daterange import Certainty
from timeline_app.model.dossier import Change as ModelChange
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Event, EventStatus, Mention
from timeline_app.model.identity import ArticleId, ContradictionId, EventId
from timeline_app.model.outline import INFERRED, LOOKED, SHOWN
from timeline_app.storage.steps import at_once
from timeline_app.ui.review.queue import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_app.model.span import Span
    from timeline_app.storage.steps import Steps

_Key = tuple[int, int, str, EventId]
_Different = tuple[frozenset[EventId], frozenset[ArticleId], frozenset[ContradictionId]]
_LATER = 1 << 60
_MANY = 1000
_SEEN = INFERRED | LOOKED
_LAST: _Key = (_LATER, 0, "", EventId(""))


@dataclass(frozen=True, slots=True)
class Change:
    """What a new state changed. ``whole`` means: take everything anew (another dossier, a new analysis).

    ``articles`` are other articles than before; ``reporting`` those that report a changed event, now or before;
    ``contradictions`` those that were opened, settled or altered.
    """

    whole: bool = False
    events: frozenset[EventId] = frozenset()
    articles: frozenset[ArticleId] = frozenset()
    reporting: frozenset[ArticleId] = frozenset()
    contradictions: frozenset[ContradictionId] = frozenset()


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of an article as the reader marks it: the mention, and the event it reports (None: the undated tray)."""

    mention: Mention
    event: EventId | None


def sources_of(event: Event) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of an event, one group an article, in the order in which the event names the articles."""
    groups: dict[ArticleId, list[Mention]] = {}
    for mention in event.mentions:
        groups.setdefault(mention.passage.article, []).append(mention)
    return tuple(tuple(sorted(group, key=lambda mention: mention.passage.span)) for group in groups.values())


def beside(marks: Sequence[Mark], here: Span, by: int) -> Mark | None:
    """The mark after a stretch of the article (before it, where ``by`` is below zero), beginning again at the other end."""
    ahead = [mark for mark in marks if (mark.mention.passage.span > here if by > 0 else mark.mention.passage.span < here)]
    return next(iter(ahead or marks) if by > 0 else reversed(ahead or marks), None)


class Index:
    """Chronological order of the events and the passages of each article, for one state.

    ``waiting`` are the events whose inferred date nobody has looked at, ``confirmed`` those somebody has; ``review`` is all
    that wants a decision.
    """

    def __init__(self) -> None:
        self._state = DossierState()
        self._keys: list[_Key] = []
        self._order: list[EventId] = []
        self._key_of: dict[EventId, _Key] = {}
        self._marks: dict[ArticleId, tuple[Mark, ...]] = {}  # of the articles that were looked at in this state
        self.waiting: set[EventId] = set()
        self.confirmed: set[EventId] = set()
        self.review = Waiting()

    @property
    def ranks(self) -> list[_Key]:
        """What sorts the events, in their order."""
        return self._keys.copy()

    @property
    def order(self) -> list[EventId]:
        """All dated events that are not rejected, by first day, then last day, then title."""
        return self._order.copy()

    def position(self, event: EventId) -> int | None:
        """The place of an event in the order, or None."""
        key = self._key_of.get(event)
        return None if key is None else bisect_left(self._keys, key)

    def at(self, position: int) -> EventId:
        """The event at a place of the order."""
        return self._order[position]

    def rank(self, event: EventId | None) -> _Key:
        """What sorts the event as the order does; after all others where it is not in the order."""
        return self._key_of.get(event, _LAST) if event is not None else _LAST

    def __len__(self) -> int:
        return len(self._keys)

    def update(self, state: DossierState, known: ModelChange | None = None, *, whole: bool = False) -> Change:
        """Take in a new state; says what is different from the one before. ``known`` is what is known to be."""
        before, self._state = self._state, state
        self._marks.clear()
        if whole:
            if state is not before:
                at_once(self.filling(state))
            return Change(whole=True)
        changed, articles, doubts = _compared(before, state) if known is None else _told(known)
        if len(changed) > _MANY:  # then making anew is less work
            at_once(self.filling(state))
            return Change(False, changed, articles, frozenset({*before.by_article, *state.by_article}), doubts)
        reporting: set[ArticleId] = set()
        for name in changed:
            old, new = before.events.get(name), state.events.get(name)
            self._remove(name)
            if new is not None:
                self._insert(new)
            reporting |= _articles((*(old.mentions if old else ()), *(new.mentions if new else ())))
        change = Change(False, changed, articles, frozenset(reporting), doubts)
        self.review.update(state, self, change)
        return change

    def marks(self, article: ArticleId) -> tuple[Mark, ...]:
        """The passages of an article in the order of its text, undated ones included, rejected events left out."""
        if article not in self._marks:
            self._marks[article] = self._marks_of(article)
        return self._marks[article]

    def count_of(self, article: ArticleId) -> int:
        """How many events an article reports."""
        return len(self._state.by_article.get(article, ()))

    def events_of(self, article: ArticleId) -> tuple[EventId, ...]:
        """The events that an article reports, in their order."""
        return tuple(
            sorted(self._state.by_article.get(article, ()), key=lambda name: self._key_of.get(name, (_LATER, 0, "", name)))
        )

    def filling(self, state: DossierState) -> Steps[None]:
        """Take in a whole state, a few milliseconds between two yields; no event is read for it."""
        found = survey(state.events)
        yield
        rows = zip(found.first, found.last, found.titles, found.ids, found.marks, strict=True)
        keys = [(first, last, title, name) for first, last, title, name, marks in rows if marks & SHOWN]
        yield
        keys.sort()
        yield
        self._state, self._keys = state, keys
        self._marks.clear()
        self._order = [key[3] for key in keys]
        self._key_of = dict(zip(self._order, keys, strict=True))
        yield
        self.waiting = {name for name, marks in zip(found.ids, found.marks, strict=True) if marks & _SEEN == INFERRED}
        self.confirmed = {name for name, marks in zip(found.ids, found.marks, strict=True) if marks & _SEEN == _SEEN}
        yield
        yield from self.review.filling(state, self)

    def _marks_of(self, article: ArticleId) -> tuple[Mark, ...]:
        found = [
            Mark(mention, name)
            for name in self._state.by_article.get(article, ())
            for mention in self._state.events[name].mentions
            if mention.passage.article == article and self._state.events[name].status is not EventStatus.REJECTED
        ]
        found += [Mark(mention, None) for mention in self._state.undated if mention.passage.article == article]
        return tuple(sorted(found, key=lambda mark: (mark.mention.passage.span, mark.event or "")))

    def _insert(self, event: Event) -> None:
        self._note(event)
        key = _key(event)
        if key is not None:
            self._key_of[event.id] = key
            place = bisect_left(self._keys, key)
            self._keys.insert(place, key)
            self._order.insert(place, event.id)

    def _remove(self, name: EventId) -> None:
        key = self._key_of.pop(name, None)
        if key is not None:
            place = bisect_left(self._keys, key)
            del self._keys[place], self._order[place]
        self.waiting.discard(name)
        self.confirmed.discard(name)

    def _note(self, event: Event) -> None:
        if any(dates.certainty is Certainty.INFERRED for dates in event.dates):
            looked = event.decided or event.status is not EventStatus.PROPOSED
            (self.confirmed if looked else self.waiting).add(event.id)


def _told(known: ModelChange) -> _Different:
    return known.changed | known.added | known.removed, known.articles, known.contradictions


def _compared(before: DossierState, now: DossierState) -> _Different:
    return (
        frozenset(layered(now.events).differing(layered(before.events))),
        frozenset(layered(now.articles).differing(layered(before.articles))),
        frozenset(layered(now.contradictions).differing(layered(before.contradictions))),
    )


def _articles(mentions: Iterable[Mention]) -> set[ArticleId]:
    return {mention.passage.article for mention in mentions}


def _key(event: Event) -> _Key | None:
    hull = event.hull
    if hull is None or event.status is EventStatus.REJECTED:
        return None
    return hull.first, hull.last, event.title, event.id
