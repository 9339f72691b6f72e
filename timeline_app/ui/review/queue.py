"""What wants a decision? Open contradictions first to last in time, then events whose date was inferred and nobody confirmed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, overload

from timeline_app.model.article import Passage
from timeline_app.model.daterange import Certainty
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Contradiction, ContradictionKind, Event, EventStatus
from timeline_app.model.identity import ContradictionId, EventId

if TYPE_CHECKING:
    from collections.abc import Generator

    from timeline_app.ui.index import Change, Index

Key = tuple[tuple[int, int, str, EventId], int, EventId, ContradictionId]

_NOBODY, _NONE = EventId(""), ContradictionId("")


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


class Items(Sequence[Item]):
    """What waits in one state, in the order of time; an item is made when it is looked at.

    ``keys`` sort the items; one of which something was decided has another key than before, if only another object.
    """

    def __init__(self, keys: tuple[Key, ...], state: DossierState) -> None:
        self.keys = keys
        self._state = state

    @overload
    def __getitem__(self, row: int) -> Item: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, row: int | slice) -> Item | tuple[Item, ...]:
        return tuple(map(self._item, self.keys[row])) if isinstance(row, slice) else self._item(self.keys[row])

    def __len__(self) -> int:
        return len(self.keys)

    def without(self, rows: slice) -> Items:
        """The items but those of some rows."""
        return Items(self.keys[: rows.start] + self.keys[rows.stop :], self._state)

    def _item(self, key: Key) -> Item:
        _, _, event, doubt = key
        return _doubt(self._state.contradictions[doubt]) if doubt else _inferred(self._state.events[event])


@dataclass(frozen=True, slots=True)
class Queue:
    """What still waits, in the order of time, and how many were decided."""

    items: Items
    done: int

    @property
    def total(self) -> int:
        """All that waited or waits."""
        return len(self.items) + self.done


class Waiting:
    """The queue from one state to the next: what a decision did not touch stays where it is."""

    def __init__(self) -> None:
        self.queue = Queue(Items((), DossierState()), 0)
        self._keys: list[Key] = []
        self._inferred: dict[EventId, Key] = {}
        self._of: dict[EventId | None, list[Key]] = {}
        self._doubts: dict[EventId | None, dict[ContradictionId, Contradiction]] = {}
        self._about: dict[ContradictionId, EventId | None] = {}

    def update(self, state: DossierState, index: Index, change: Change) -> None:
        """Take in a new state; ``change`` is all that is different from the state before."""
        touched: set[EventId | None] = set(change.events)
        for name in change.contradictions:
            touched |= self._learn(name, state.contradictions.get(name))
        for event in touched:
            self._renew(event, index)
        self._count(state, index)

    def filling(self, state: DossierState, index: Index) -> Generator[None, None, None]:
        """Take in a whole state, a few milliseconds between two yields."""
        self._doubts, self._about = {}, {}
        for name, one in state.contradictions.items():
            self._learn(name, one)
        yield
        self._of = {event: [_key_of(index, one) for one in some.values()] for event, some in self._doubts.items()}
        yield
        self._inferred = {rank[3]: (rank, 1, rank[3], _NONE) for rank in index.ranks if rank[3] in index.waiting}
        yield
        # in order already but for the doubts: sorting is joining
        self._keys = [*self._inferred.values(), *sorted(key for keys in self._of.values() for key in keys)]
        self._keys.sort()
        self._count(state, index)

    def _count(self, state: DossierState, index: Index) -> None:
        self.queue = Queue(Items(tuple(self._keys), state), len(state.settled) + len(index.confirmed))

    def row_of(self, event: EventId | None) -> int | None:
        """The place of an event's first item, or None."""
        keys = self._keys_of(event) if event is not None else []
        return bisect_left(self._keys, min(keys)) if keys else None

    def at(self, row: int) -> Item | None:
        """The item at a row, the last one beyond the end; None when nothing waits."""
        return self.queue.items[min(row, len(self._keys) - 1)] if self._keys else None

    def after(self, index: Index, current: EventId | None, read: Passage | None) -> Item | None:
        """The next thing that waits after the passage being read (else the current event), the first after the last."""
        if not self._keys:
            return None
        items, places = self.queue.items, [bisect_left(self._keys, key) for key in self._keys_of(current)]
        here = [place for place in places if items[place].passage == read]
        if here:
            return items[(min(here) + 1) % len(items)]
        place = 0 if current is None else bisect_right(self._keys, index.rank(current), key=lambda key: key[0])
        return items[place % len(items)]

    def _keys_of(self, event: EventId | None) -> list[Key]:
        inferred = self._inferred.get(event) if event is not None else None
        return [*self._of.get(event, ()), *([] if inferred is None else [inferred])]

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

    def _renew(self, event: EventId | None, index: Index) -> None:
        for key in self._keys_of(event):
            del self._keys[bisect_left(self._keys, key)]
        self._of.pop(event, None)
        if event is not None:
            self._inferred.pop(event, None)
        if some := [_key_of(index, one) for one in self._doubts.get(event, {}).values()]:
            self._of[event] = some
        if event is not None and event in index.waiting:
            self._inferred[event] = _key(index, event)
        for key in self._keys_of(event):
            insort(self._keys, key)


def _key(index: Index, event: EventId) -> Key:
    """What sorts an event whose date was inferred: its place in time, after its doubts about dates."""
    return index.rank(event), 1, event, _NONE


def _key_of(index: Index, doubt: Contradiction) -> Key:
    """What sorts a doubt: the place of its event in time; doubtful dates before inferred ones, figures last."""
    event = doubt.events[0] if doubt.events else None
    return index.rank(event), 2 if doubt.kind is ContradictionKind.FIGURE else 0, event or _NOBODY, doubt.id


def wants_look(event: Event) -> bool:
    """Whether the event's date was inferred and the editor has neither confirmed nor changed nor rejected it."""
    return _was_inferred(event) and event.status is EventStatus.PROPOSED and not event.decided


def _was_inferred(event: Event) -> bool:
    return any(dates.certainty is Certainty.INFERRED for dates in event.dates)


def _doubt(contradiction: Contradiction) -> Item:
    event = contradiction.events[0] if contradiction.events else None
    passage = contradiction.evidence[0].passage if contradiction.evidence else None
    return Item(ItemKind.CONTRADICTION, event, passage, contradiction)


def _inferred(event: Event) -> Item:
    return Item(ItemKind.INFERRED, event.id, _inferred_passage(event))


def _inferred_passage(event: Event) -> Passage | None:
    unsure = [m for m in event.mentions if any(dates.certainty is Certainty.INFERRED for dates in m.dates)]
    return next((mention.passage for mention in (*unsure, *event.mentions)), None)
