"""What wants a decision? Open contradictions first to last in time, then events whose date was inferred and nobody confirmed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline_app.model.article import Passage
from timeline_app.model.daterange import Certainty
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Contradiction, ContradictionKind, Event, EventStatus
from timeline_app.model.identity import EventId

if TYPE_CHECKING:
    from collections.abc import Generator

    from timeline_app.model.identity import ContradictionId
    from timeline_app.ui.index import Change, Index

_Key = tuple[tuple[int, int, str, EventId], int, str, str]


class ItemKind(StrEnum):
    """Why something wants a decision."""

    CONTRADICTION = "contradiction"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that wants a decision, the event it concerns and the passage to read for it."""

    kind: ItemKind
    event: EventId | None
    passage: Passage | None
    contradiction: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """What still waits, in the order of time, and how many were decided."""

    items: tuple[Item, ...]
    done: int

    @property
    def total(self) -> int:
        """All that waited or waits."""
        return len(self.items) + self.done


def build(state: DossierState, index: Index) -> Queue:
    """The queue of one state."""
    found: dict[EventId | None, list[Item]] = {}
    for one in state.contradictions.values():
        if not one.update:
            item = _doubt(one)
            found.setdefault(item.event, []).append(item)
    for name in index.waiting:
        found.setdefault(name, []).append(_inferred(state.events[name]))
    items: list[Item] = []
    for event in index.order:  # in order already: sorting thousands of items by their keys would be felt
        some = found.pop(event, [])
        items += some if len(some) < 2 else sorted(some, key=lambda item: _key(index, item))
    rest = [item for some in found.values() for item in some]
    items += sorted(rest, key=lambda item: _key(index, item))
    return Queue(tuple(items), len(state.settled) + len(index.confirmed))


class Waiting:
    """The queue from one state to the next: what a decision did not touch stays where it is."""

    def __init__(self) -> None:
        self.queue = Queue((), 0)
        self._items: list[Item] = []
        self._keys: list[_Key] = []
        self._of: dict[EventId | None, list[_Key]] = {}
        self._doubts: dict[EventId | None, dict[ContradictionId, Contradiction]] = {}
        self._about: dict[ContradictionId, EventId | None] = {}

    def update(self, state: DossierState, index: Index, change: Change) -> None:
        """Take in a new state; ``change`` is all that is different from the state before."""
        touched: set[EventId | None] = set(change.events)
        for name in change.contradictions:
            touched |= self._learn(name, state.contradictions.get(name))
        for event in touched:
            self._renew(event, state, index)
        self._count(state, index)

    def filling(self, state: DossierState, index: Index) -> Generator[None, None, None]:
        """Take in a whole state, a few milliseconds between two yields."""
        self._doubts, self._about, self._of = {}, {}, {}
        _known.clear()
        yield
        for name, one in state.contradictions.items():
            self._learn(name, one)
        yield
        self._items = list(build(state, index).items)
        yield
        self._keys = [_key(index, item) for item in self._items]
        yield
        for item, key in zip(self._items, self._keys, strict=True):
            self._of.setdefault(item.event, []).append(key)
        self._count(state, index)

    def _count(self, state: DossierState, index: Index) -> None:
        self.queue = Queue(tuple(self._items), len(state.settled) + len(index.confirmed))

    def row_of(self, event: EventId | None) -> int | None:
        """The place of an event's first item, or None."""
        keys = self._of.get(event) if event is not None else None
        return bisect_left(self._keys, min(keys)) if keys else None

    def at(self, row: int) -> Item | None:
        """The item at a row, the last one beyond the end; None when nothing waits."""
        return self._items[min(row, len(self._items) - 1)] if self._items else None

    def after(self, index: Index, current: EventId | None, read: Passage | None) -> Item | None:
        """The next thing that waits after the passage being read (else the current event), the first after the last."""
        if not self._items:
            return None
        here = [place for key in self._of.get(current, ()) if self._items[place := bisect_left(self._keys, key)].passage == read]
        if here:
            return self._items[(min(here) + 1) % len(self._items)]
        place = 0 if current is None else bisect_right(self._keys, index.rank(current), key=lambda key: key[0])
        return self._items[place % len(self._items)]

    def _learn(self, name: ContradictionId, one: Contradiction | None) -> set[EventId | None]:
        """Note what became of a contradiction; gives the events whose items are others now."""
        touched = set()
        if name in self._about:
            event = self._about.pop(name)
            del self._doubts[event][name]
            touched.add(event)
        if one is not None and not one.update:
            event = self._about[name] = one.events[0] if one.events else None
            self._doubts.setdefault(event, {})[name] = one
            touched.add(event)
        return touched

    def _renew(self, event: EventId | None, state: DossierState, index: Index) -> None:
        for key in self._of.pop(event, ()):
            place = bisect_left(self._keys, key)
            del self._keys[place], self._items[place]
        items = [_doubt(one) for one in self._doubts.get(event, {}).values()]
        if event in index.waiting:
            items.append(_inferred(state.events[event]))
        for item in items:
            key = _key(index, item)
            place = bisect_left(self._keys, key)
            self._keys.insert(place, key)
            self._items.insert(place, item)
            self._of.setdefault(event, []).append(key)


def _key(index: Index, item: Item) -> _Key:
    """What sorts the items: the event's place in time, doubts before inferred dates."""
    return index.rank(item.event), _rank(item), item.event or "", item.contradiction.id if item.contradiction else ""


def _rank(item: Item) -> int:
    """Doubtful dates before inferred ones, figures last."""
    if item.contradiction is None:
        return 1
    return 2 if item.contradiction.kind is ContradictionKind.FIGURE else 0


def wants_look(event: Event) -> bool:
    """Whether the event's date was inferred and the editor has neither confirmed nor changed nor rejected it."""
    return _was_inferred(event) and event.status is EventStatus.PROPOSED and not event.decided


def _was_inferred(event: Event) -> bool:
    return any(dates.certainty is Certainty.INFERRED for dates in event.dates)


def _doubt(contradiction: Contradiction) -> Item:
    event = contradiction.events[0] if contradiction.events else None
    passage = contradiction.evidence[0].passage if contradiction.evidence else None
    return Item(ItemKind.CONTRADICTION, event, passage, contradiction)


_known: dict[EventId, tuple[Event, Item]] = {}


def _inferred(event: Event) -> Item:
    """The item of an event; the one made before while the event is the same."""
    found = _known.get(event.id)
    if found is None or found[0] is not event:
        found = event, Item(ItemKind.INFERRED, event.id, _inferred_passage(event))
        _known[event.id] = found
    return found[1]


def _inferred_passage(event: Event) -> Passage | None:
    unsure = [m for m in event.mentions if any(dates.certainty is Certainty.INFERRED for dates in m.dates)]
    return next((mention.passage for mention in (*unsure, *event.mentions)), None)
