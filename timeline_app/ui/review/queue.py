"""What wants a decision? Open contradictions first to last in time, then events whose date was inferred and nobody confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline_app.model.article import Passage
from timeline_app.model.daterange import Certainty
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Contradiction, ContradictionKind, Event, EventStatus
from timeline_app.model.identity import EventId

if TYPE_CHECKING:
    from timeline_app.ui.index import Index


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
    doubts = [_doubt(one) for one in state.contradictions.values() if not one.update]
    items = doubts + [_inferred(state.events[name]) for name in index.waiting]
    items.sort(key=lambda item: (_place(index, item.event), _rank(item), item.event or ""))
    return Queue(tuple(items), len(state.settled) + len(index.confirmed))


def after(state: DossierState, index: Index, current: EventId | None, read: Passage | None) -> Item | None:
    """The next thing that waits after the passage being read (else the current event), the first after the last."""
    items = build(state, index).items
    for place, item in enumerate(items):
        if item.event == current and item.passage == read:
            return items[(place + 1) % len(items)]
    here = _place(index, current) if current else -1
    later = [item for item in items if _place(index, item.event) > here]
    return later[0] if later else (items[0] if items else None)


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


def _place(index: Index, event: EventId | None) -> int:
    position = None if event is None else index.position(event)
    return len(index) if position is None else position
