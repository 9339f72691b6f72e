"""Where do the cards of a crowd hang? The weightiest of every slot, staying where they were; the others are counted."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.layout.mark import Cluster
from timeline_app.layout.placing import Place, Wish, greedy
from timeline_app.layout.scene import Box
from timeline_app.layout.slot import WIDE, Candidate, Slot, Slots, candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_app.layout.edge import Sight
    from timeline_app.layout.frame import Frame, Metrics
    from timeline_app.layout.index import Index
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.scene import Card
    from timeline_app.layout.typesetter import Typesetter

MOST_EACH = 10
CARD = 2.6  # rows of labels that a card is high
SIDE_BY_SIDE = 3  # candidates for each place in a slot: one finds room where another does not
MOST_TRIED = 150  # candidates in view; where lanes are so many that there would be more, each place has one
MOST_REMEMBERED = 20_000
STAYING = 1.25
LARGE = 800  # placed cards from which those far out of view are forgotten
FAR = 2.0  # widths of the view
LONG = 90.0  # pixels in view from which a bar begun before it is labelled
MOST_LONG = 60

_SHARES = (0.5, 0.25, 0.75, 0.1, 0.9)  # where in its slot a pill may stand


class _Pill(NamedTuple):
    """What a lane hides in a slot, and where to say so: ``middle`` in pixels from the origin of its state."""

    lane: int
    middle: float
    half: float
    up: float
    slot: Slot
    hidden: int


@dataclass(slots=True)
class _State:
    """What is placed at one zoom, in pixels from ``origin``: the cards of each lane, and the pills of slots that are done.

    ``tried`` are the candidates (event and start) that found no room or have their card: room only grows less.
    """

    of: object
    origin: float
    room: float
    shelves: list[list[Place]]
    events: set[int] = field(default_factory=set)
    tried: set[tuple[int, float]] = field(default_factory=set)
    pills: dict[float, list[_Pill]] = field(default_factory=dict)


class Crowd:
    """The cards and clusters of all lanes of a crowded dossier."""

    def __init__(self, index: Index, typesetter: Typesetter, metrics: Metrics) -> None:
        self._index, self._type, self._metrics = index, typesetter, metrics
        self._slots = Slots(index.columns, index.lanes)
        self._stood: dict[int, float] = {}
        self._state: _State | None = None

    def hang(
        self, scale: Scale, frame: Frame, sights: Sequence[Sight], *, room: float, wanted: Iterable[int], bars: bool
    ) -> tuple[list[Card], list[Cluster]]:
        """Cards ``room`` high over each other, and clusters; ``wanted`` events are given a card before all others.

        ``bars`` says whether bars are drawn one by one: those begun before the view are labelled then.
        """
        full = frame.lanes[0].full
        of = (scale.zoom, scale.warp, frame, room, tuple(wanted))
        if self._state is None or self._state.of != of:
            self._state = _State(of, scale.origin, room, [[] for _ in frame.lanes])
            self._place(self._state, self._wanted(wanted, scale), scale, full=full)
        state = self._state
        each = self._each(scale, frame, room)
        slots = self._slots.in_view(scale, max(each, 1))
        new = [slot for slot in slots if slot.first not in state.pills]
        if new:
            if each:
                fresh = chain.from_iterable(share.best for slot in new for share in slot.shares)
                self._place(state, [*fresh, *self._begun(scale, sights, bars=bars)], scale, full=full)
            if not self._type.pending:
                self._count(state, new, scale, full=full)
            if sum(map(len, state.shelves)) > LARGE:
                self._forget(state, scale)
        by = (state.origin - scale.origin) * scale.zoom
        hung = [sight.cards(shelf, by) for sight, shelf in zip(sights, state.shelves, strict=True)]
        pills = [pill for slot in slots for pill in state.pills.get(slot.first, ())]
        clusters = self._clusters(pills, sights, by, [[card.box for card in aside] for _, aside in hung])
        return [card for of_lane in hung for part in of_lane for card in part], clusters

    def _each(self, scale: Scale, frame: Frame, room: float) -> int:
        """How many candidates of a slot ask for a card in each lane."""
        places = int(room // (self._metrics.row * CARD if frame.lanes[0].full else self._metrics.chip))
        tried = places * SIDE_BY_SIDE * len(frame.lanes) * scale.width / WIDE
        return min(MOST_EACH, max(0, places * SIDE_BY_SIDE if tried <= MOST_TRIED else places))

    # -- which events -------------------------------------------------------------------------------------------------

    def _wanted(self, events: Iterable[int], scale: Scale) -> list[Candidate]:
        return [one._replace(weight=math.inf) for one in self._candidates(np.fromiter(events, np.int32), scale)]

    def _begun(self, scale: Scale, sights: Sequence[Sight], *, bars: bool) -> list[Candidate]:
        """The weightiest bars begun before the view that are long in it, as if they began where cards do."""
        if not bars:
            return []
        columns, inset = self._index.columns, self._metrics.inset
        events = self._index.visible(scale.first, scale.first)
        events = events[columns.end[events] >= float(scale.time_along(LONG))]
        if len(events) > MOST_LONG:
            events = np.sort(events[np.argsort(-columns.weight[events])[:MOST_LONG]])
        found = []
        for one in self._candidates(events, scale):
            start = sights[one.lane].start
            if (one.end - scale.origin) * scale.zoom >= start + LONG:
                found.append(one._replace(start=scale.origin + (start + inset) / scale.zoom))
        return found

    def _candidates(self, events: np.ndarray, scale: Scale) -> list[Candidate]:
        columns, lanes = self._index.columns, len(self._index.lanes)
        if not len(events):
            return []
        lane = columns.lane[events] if lanes > 1 else np.zeros(len(events), np.int32)
        return candidates(columns, [events[lane == number] for number in range(lanes)], scale.warp)

    # -- where --------------------------------------------------------------------------------------------------------

    def _place(self, state: _State, fresh: Iterable[Candidate], scale: Scale, *, full: bool) -> None:
        """Each where there is room, the weightiest first; those that have a card already before their equals.

        This runs for every candidate of every frame of a zoom.
        """
        stood, events, origin, zoom, inset = self._stood, state.events, state.origin, scale.zoom, self._metrics.inset
        card, tried = self._type.card, state.tried
        if len(tried) > MOST_REMEMBERED:
            tried.clear()
        asking = (one for one in fresh if one[0] not in events and (one[0], one[2]) not in tried)
        weighed = [(-one[5] * STAYING if one[0] in stood else -one[5], one) for one in asking]
        weighed.sort()
        wishes: list[list[Wish]] = [[] for _ in state.shelves]
        for _, (event, lane, a, b, long, _) in weighed:
            text = card(event, full=full)
            if text is None:
                continue
            tried.add((event, a))
            half = (b - a) * zoom / 2
            at = (a - origin) * zoom + (min(half, inset) if long else half)
            until = (b - origin) * zoom if long else at
            wishes[lane].append(Wish(event, at - inset, at - inset + text.width, at, until, text.height, text, full))
        self._shelve(state, wishes)

    def _shelve(self, state: _State, wishes: list[list[Wish]]) -> None:
        stood, events = self._stood, state.events
        gap_x, gap_y = self._metrics.gap_x / 2, self._metrics.gap_y / 2
        if len(stood) > MOST_REMEMBERED:
            stood.clear()
        for lane, asked in enumerate(wishes):
            if not asked:
                continue
            shelf = state.shelves[lane]
            already = len(shelf)
            state.shelves[lane] = shelf = greedy(asked, state.room, gap_x=gap_x, gap_y=gap_y, before=stood, beside=shelf)
            for place in shelf[already:]:
                stood[place.wish.key] = place.up
                events.add(place.wish.key)

    def _count(self, state: _State, new: list[Slot], scale: Scale, *, full: bool) -> None:
        """A pill for each new slot that hides events: in a row of its own, or between the chips where none stands."""
        gap, high, zoom, origin = self._metrics.gap_x / 2, self._metrics.pill + 6.0, scale.zoom, state.origin
        events, width, up = state.events, self._type.pill, -self._metrics.pill - 5.0 if full else 4.0
        low_ones: list[list[tuple[float, float]]] = [[] for _ in state.shelves]
        if not full:
            low_ones = [[(p.wish.start - gap, p.wish.end + gap) for p in shelf if p.up < high] for shelf in state.shelves]
        for slot in new:
            low, long = (slot.first - origin) * zoom, (slot.last - slot.first) * zoom
            pills = state.pills[slot.first] = []
            for lane, (number, best) in enumerate(slot.shares):
                hidden = number - len([one for one in best if one[0] in events])
                if hidden < 2:
                    continue
                half = width(hidden) / 2
                near = [span for span in low_ones[lane] if span[0] < low + long + half and span[1] > low - half]
                for share in _SHARES if near else (0.5,):
                    middle = low + long * share
                    if not [1 for start, end in near if start < middle + half and middle - half < end]:
                        pills.append(_Pill(lane, middle, half, up, slot, hidden))
                        break

    def _forget(self, state: _State, scale: Scale) -> None:
        """What lies far out of view is placed anew when it comes back."""
        low = (scale.origin - state.origin) * scale.zoom - FAR * scale.width
        high = low + (2 * FAR + 1) * scale.width
        state.shelves = [[place for place in shelf if low < place.wish.at < high] for shelf in state.shelves]
        state.events = {place.wish.key for shelf in state.shelves for place in shelf}
        state.tried.clear()
        first, last = state.origin + low / scale.zoom, state.origin + high / scale.zoom
        state.pills = {at: pills for at, pills in state.pills.items() if first < at < last}

    # -- on the screen ------------------------------------------------------------------------------------------------

    def _clusters(self, pills: list[_Pill], sights: Sequence[Sight], by: float, moved: list[list[Box]]) -> list[Cluster]:
        """The pills in view that are whole and free."""
        found = []
        high = self._metrics.pill
        for pill in pills:
            sight, half, along = sights[pill.lane], pill.half, pill.middle + by
            top = sight.floor - pill.up - high
            if not sight.clear(along - half, along + half, top):
                continue
            x = sight.mirror(along)
            if any(box.meets(Box(x - half, top, 2 * half, high)) for box in moved[pill.lane]):
                continue
            found.append(Cluster(pill.lane, *pill.slot.times, pill.hidden, x, top + high / 2, 2 * half))
        return found
