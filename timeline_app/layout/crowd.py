"""Where do the cards of a crowded lane hang? The weightiest of every slot, staying where they were; the others are counted."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.layout.hanging import boxed
from timeline_app.layout.index import LONGER_THAN_A_DAY
from timeline_app.layout.mark import Cluster
from timeline_app.layout.placing import Place, Wish, greedy
from timeline_app.layout.scene import Card
from timeline_app.layout.slot import Candidate, Slot, Slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.frame import Lane, Metrics
    from timeline_app.layout.index import LaneIndex
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.typesetter import Typesetter

MOST_EACH = 10
MOST_REMEMBERED = 20_000
STAYING = 1.25
LARGE = 600  # placed cards from which those far out of view are forgotten

Key = tuple[float, int]
_SHARES = (0.5, 0.25, 0.75, 0.1, 0.9)  # where in its slot a pill may stand


@dataclass(frozen=True, slots=True)
class _Pill:
    """What is hidden in a slot, and where to say so."""

    middle: float
    half: float
    up: float
    slot: Slot
    hidden: int


@dataclass(slots=True)
class _State:
    """What is placed at one zoom, in pixels from ``origin``: cards, and the pills of the slots that are done."""

    of: object
    origin: float
    cards: list[Place] = field(default_factory=list)
    events: set[int] = field(default_factory=set)
    pills: dict[Key, _Pill | None] = field(default_factory=dict)


class Crowd:
    """The cards and clusters of one lane (``number`` of the frame)."""

    def __init__(self, columns: Columns, lane: LaneIndex, typesetter: Typesetter, metrics: Metrics, number: int) -> None:
        self._columns, self._type, self._metrics, self._number = columns, typesetter, metrics, number
        self._slots = Slots(columns, lane)
        self._stood: dict[int, float] = {}
        self._state: _State | None = None

    def hang(
        self, scale: Scale, where: Lane, *, floor: float, top: float, wanted: Sequence[Candidate]
    ) -> tuple[list[Card], list[Cluster]]:
        """Cards between ``top`` and ``floor``, and clusters; ``wanted`` events are given a card before all others."""
        room = floor - top
        of = (scale.zoom, scale.warp, where, room, tuple(wanted))
        if self._state is None or self._state.of != of or len(self._state.cards) > LARGE:
            self._state = _State(of, scale.origin)
            self._place(self._state, wanted, scale, where, room)
        state = self._state
        each = min(MOST_EACH, max(0, int(room // (self._metrics.row * 2.6 if where.full else self._metrics.chip))))
        slots = self._slots.in_view(scale, max(each, 1))
        new = [(key, slot) for key, slot in slots if key not in state.pills]
        if new:
            if each:
                fresh = [one for _, slot in new for one in slot.best if one.event not in state.events]
                self._place(state, fresh, scale, where, room)
            if not self._type.pending:
                self._count(state, new, scale, where)
        by = (state.origin - scale.origin) * scale.zoom
        keys = [key for key, _ in slots]
        return self._cards(state, by, scale, where, floor), self._clusters(state, keys, by, scale, floor)

    def _place(self, state: _State, candidates: Sequence[Candidate], scale: Scale, where: Lane, room: float) -> None:
        stood = self._stood
        wishes = self._wishes(state, candidates, scale, where)
        gap_x, gap_y = self._metrics.gap_x / 2, self._metrics.gap_y / 2
        already = len(state.cards)
        state.cards = greedy(wishes, room, gap_x=gap_x, gap_y=gap_y, before=stood, beside=state.cards)
        if len(stood) > MOST_REMEMBERED:
            stood.clear()
        for place in state.cards[already:]:
            stood[place.wish.key] = place.up
            state.events.add(place.wish.key)

    def _wishes(self, state: _State, candidates: Sequence[Candidate], scale: Scale, where: Lane) -> list[Wish]:
        """The cards asked for, the weightiest first; those that have one already before their equals.

        This runs for every candidate of every frame of a zoom, so it is one loop.
        """
        stood, origin, zoom, inset = self._stood, state.origin, scale.zoom, self._metrics.inset
        card, full = self._type.card, where.full
        weighed = [
            (-weight * STAYING if event in stood else -weight, event, a, b, long) for event, a, b, long, weight in candidates
        ]
        weighed.sort()
        wishes = []
        for _, event, a, b, long in weighed:
            text = card(event, full=full)
            if text is None:
                continue
            half = (b - a) * zoom / 2
            at = (a - origin) * zoom + (min(half, inset) if long else half)
            wishes.append(Wish(event, at - inset, at - inset + text.width, at, text.height, full))
        return wishes

    def _count(self, state: _State, new: list[tuple[Key, Slot]], scale: Scale, where: Lane) -> None:
        """A pill for each new slot that hides events: in a row of its own, or between the chips where none stands."""
        gap, pill = self._metrics.gap_x / 2, self._metrics.pill
        low_ones = [] if where.full else [(p.wish.start - gap, p.wish.end + gap) for p in state.cards if p.up < pill + 6.0]
        events, zoom, origin = state.events, scale.zoom, state.origin
        for key, slot in new:
            hidden = slot.number - len([one for one in slot.best if one[0] in events])
            state.pills[key] = None
            if hidden < 2:
                continue
            half = self._type.pill(hidden) / 2
            low, high = (slot.first - origin) * zoom, (slot.last - origin) * zoom
            near = [(start, end) for start, end in low_ones if start < high + half and end > low - half]
            for share in _SHARES if near else (0.5,):
                middle = low + (high - low) * share
                if not [1 for start, end in near if start < middle + half and middle - half < end]:
                    state.pills[key] = _Pill(middle, half, -pill - 5.0 if where.full else 4.0, slot, hidden)
                    break

    def _cards(self, state: _State, by: float, scale: Scale, where: Lane, floor: float) -> list[Card]:
        cards = []
        for place in state.cards:
            wish = place.wish
            start = wish.start + by
            if start > scale.width or wish.end + by < 0:
                continue
            text = self._type.card(wish.key, full=where.full)
            if text is not None:
                stem = float(scale.mirror(wish.at + by))
                cards.append(
                    Card(wish.key, text, boxed(scale, start, text, floor - place.up), stem, where.base, stemless=not where.full)
                )
        return cards

    def _clusters(self, state: _State, keys: list[Key], by: float, scale: Scale, floor: float) -> list[Cluster]:
        found = []
        for key in keys:
            pill = state.pills.get(key)
            if pill is not None and -20.0 <= pill.middle + by <= scale.width + 20.0:
                x = scale.mirror(pill.middle + by)
                found.append(
                    Cluster(
                        self._number, *pill.slot.times, pill.hidden, x, floor - pill.up - self._metrics.pill / 2, 2 * pill.half
                    )
                )
        return found


def candidate(columns: Columns, event: int, scale: Scale) -> Candidate:
    """An event as a candidate, heavier than all others."""
    start, end = float(columns.start[event]), float(columns.end[event])
    warp = scale.warp
    return Candidate(event, float(warp.length_at(start)), float(warp.length_at(end)), end - start > LONGER_THAN_A_DAY, math.inf)
