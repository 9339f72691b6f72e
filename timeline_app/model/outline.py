"""What do a timeline and a list in order of time need of every event? A few columns, without the events themselves.

A hundred thousand events are read from a file in seconds, their outline in a fraction of one: it is written beside them,
and each event waits until somebody looks at it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import compress
from typing import TYPE_CHECKING, Any

from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.event import Event, EventStatus
from timeline_app.model.identity import EventId

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_app.model.identity import ArticleId, ContradictionId

GRAINS, CERTAINTIES = tuple(Grain), tuple(Certainty)
SHOWN, INFERRED, LOOKED, OPEN_START, OPEN_END = 1, 2, 4, 8, 16

_GRAIN = {grain: number for number, grain in enumerate(GRAINS)}
_CERTAINTY = {certainty: number for number, certainty in enumerate(CERTAINTIES)}
_NOWHEN = DateRange(0, 0)


@dataclass(frozen=True, slots=True)
class Outline:
    """Events by column, one row an event; below them, by id, what few events have.

    ``first``, ``last``, ``grain`` and ``certainty`` (places in ``GRAINS`` and ``CERTAINTIES``) are those of ``Event.hull``;
    0 for an undated event. ``marks`` add up: ``SHOWN`` (dated and not rejected), ``INFERRED`` (some date is), ``LOOKED`` (the
    editor has said something of it), ``OPEN_START`` and ``OPEN_END`` of the hull. ``articles`` are those that report the
    event, in the order of its mentions. ``minutes`` are those of the hull, first and last; ``parts`` the dates of an event
    that has several; ``elsewhere`` the dates of mentions that share no day with the event's.
    """

    ids: Sequence[EventId] = ()
    titles: Sequence[str] = ()
    first: Sequence[int] = ()
    last: Sequence[int] = ()
    grain: Sequence[int] = ()
    certainty: Sequence[int] = ()
    marks: Sequence[int] = ()
    kinds: Sequence[str] = ()
    places: Sequence[str] = ()
    articles: Sequence[tuple[ArticleId, ...]] = ()
    minutes: Mapping[EventId, tuple[int, int]] = field(default_factory=dict)
    parts: Mapping[EventId, tuple[DateRange, ...]] = field(default_factory=dict)
    elsewhere: Mapping[EventId, tuple[DateRange, ...]] = field(default_factory=dict)
    contradictions: Mapping[EventId, tuple[ContradictionId, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    def picked(self, rows: Sequence[int]) -> Outline:
        """The outline of some of the events, in this order."""
        dense: dict[str, Any] = {name: list(map(getattr(self, name).__getitem__, rows)) for name in DENSE}
        return replace(self, **dense)

    def with_changes(self, changes: Mapping[EventId, Event | None]) -> Outline:
        """The outline where these events are as they are given, None: gone. Those given come last."""
        if not changes:
            return self
        now, stays = outline_of(filter(None, changes.values())), [name not in changes for name in self.ids]
        joined: dict[str, Any] = {}
        for name in _FIELDS:
            old, new = getattr(self, name), getattr(now, name)
            if name in SPARSE:
                joined[name] = {key: value for key, value in old.items() if key not in changes} | new
            else:
                joined[name] = [*compress(old, stays), *new]
        return Outline(**joined)


_FIELDS = tuple(one.name for one in fields(Outline))
SPARSE = _FIELDS[_FIELDS.index("minutes") :]
DENSE = _FIELDS[: -len(SPARSE)]


class Catalogue(Mapping[EventId, Event]):
    """Events by their ids, each read when it is asked for; their outline is there at once."""

    outline: Outline

    @abstractmethod
    def peek(self, event: object) -> object:
        """The event where it was read already, else something that is no event, the same for all; None for an unknown one."""

    @abstractmethod
    def everything(self) -> dict[EventId, Event]:
        """All events, read by now, in a dictionary of the caller's own."""


def outline_of(events: Iterable[Event]) -> Outline:
    """The outline of events that are at hand."""
    rows: list[tuple[Any, ...]] = []
    few: dict[str, Any] = {name: {} for name in SPARSE}
    for event in events:
        hull = event.hull
        rows.append(_row(event, hull))
        if hull is not None and hull.first_minute is not None and hull.last_minute is not None:
            few["minutes"][event.id] = hull.first_minute, hull.last_minute
        if len(event.dates) > 1:
            few["parts"][event.id] = event.dates
        if any(mention.dates is not event.dates and mention.dates != event.dates for mention in event.mentions):
            few["elsewhere"] |= {event.id: found} if (found := elsewhere(event)) else {}
        if event.contradictions:
            few["contradictions"][event.id] = event.contradictions
    dense: dict[str, Any] = {name: list(column) for name, column in zip(DENSE, zip(*rows, strict=True), strict=bool(rows))}
    return Outline(**dense, **few)


def _row(event: Event, hull: DateRange | None) -> tuple[Any, ...]:
    shown = hull is not None and event.status is not EventStatus.REJECTED
    looked = event.decided or event.status is not EventStatus.PROPOSED
    inferred = any(dates.certainty is Certainty.INFERRED for dates in event.dates)
    when = hull or _NOWHEN
    marks = SHOWN * shown + INFERRED * inferred + LOOKED * looked + OPEN_START * when.open_start + OPEN_END * when.open_end
    articles = tuple(dict.fromkeys(mention.passage.article for mention in event.mentions))
    days = when.first, when.last, _GRAIN[when.grain], _CERTAINTY[when.certainty]
    return event.id, event.title, *days, marks, event.kind, event.place, articles


def elsewhere(event: Event) -> tuple[DateRange, ...]:
    """What mentions of an event say of its dates that shares no day with those shown."""
    found = {}
    for mention in event.mentions:
        for when in mention.dates:
            if not any(when.overlaps(shown) for shown in event.dates):
                found[when.first, when.last] = when
    return tuple(found.values())
