"""Which events of a lane get a card, and where does it hang? Remembers where cards stood, so that they stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout import card as setting
from timeline_app.layout.index import LONGER_THAN_A_DAY, LaneIndex
from timeline_app.layout.mark import slots
from timeline_app.layout.placing import Place, Wish, greedy, spread, staircase
from timeline_app.layout.scene import Box, Card

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from timeline_app.layout.columns import Columns, Floats, Ints
    from timeline_app.layout.frame import Lane, Metrics
    from timeline_app.layout.measure import Measure
    from timeline_app.layout.scale import Scale

FEW = 250  # a dossier of so many events is placed as a whole: panning moves nothing
SLOT = 240.0
MOST_KEPT = 20_000
STAYING = 1.25
ROOM_STEP = 8.0


class Typesetter:
    """The cards of events set in type, and kept. At most ``budget`` new ones until it is set again."""

    def __init__(self, say: Callable[[int], setting.Said], measure: Measure, metrics: Metrics) -> None:
        self._say, self._measure, self._metrics = say, measure, metrics
        self._kept: dict[tuple[int, bool, float], setting.CardText] = {}
        self.budget = 1_000_000
        self.pending = False

    def card(self, event: int, *, full: bool = True, room: float = 0.0) -> setting.CardText | None:
        """An event's card; ``room`` is the width of its bar. None when the budget is spent: ``pending`` says so."""
        room = room // ROOM_STEP * ROOM_STEP if room > self._metrics.widest else 0.0
        found = self._kept.get((event, full, room))
        if found is not None:
            return found
        if self.budget <= 0:
            self.pending = True
            return None
        self.budget -= 1
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        said = self._say(event)
        make = (
            setting.typeset(said, self._metrics, self._measure, room=room)
            if full
            else setting.chip(said, self._metrics, self._measure)
        )
        self._kept[event, full, room] = make
        return make

    def ghost(self, date: str) -> setting.CardText:
        """What stands where another source puts an event."""
        return setting.ghost(date, self._metrics, self._measure)


class Hanging:
    """The cards of one lane."""

    def __init__(self, columns: Columns, lane: LaneIndex, typesetter: Typesetter, metrics: Metrics, *, crowded: bool) -> None:
        self._columns, self._lane, self._type, self._metrics = columns, lane, typesetter, metrics
        self._crowded = crowded
        self._stood: dict[int, float] = {}
        self._fixed: tuple[object, float, list[Place]] | None = None
        owners = columns.extras.owner
        self._ghosts = np.flatnonzero(columns.extras.ghost & np.isin(owners, lane.ids)).tolist() if len(owners) else []

    def cards(
        self, scale: Scale, where: Lane, *, floor: float, top: float, wanted: Collection[int], day: Callable[[float], str]
    ) -> list[Card]:
        """The cards in view between ``top`` and ``floor``; ``wanted`` events are given one before all others."""
        room = floor - top
        placed = self._best(scale, where, room, wanted) if self._crowded else self._all(scale, where, room, day)
        return self._drawn(placed, scale, where, floor, day)

    # -- all of them --------------------------------------------------------------------------------------------------

    def _all(self, scale: Scale, where: Lane, room: float, day: Callable[[float], str]) -> list[Place]:
        """The places of all events, worked out once for a zoom and moved along with the view."""
        state = (scale.zoom, scale.warp, where, room)
        if self._fixed is None or self._fixed[0] != state:
            wishes = self._wishes(scale, where, np.arange(len(self._lane.ids), dtype=np.int32), slide=False)
            ghosts = [self._ghost_wish(scale, k, day) for k in self._ghosts] if where.full else []
            self._fixed = (state, scale.origin, self._placed([*wishes, *ghosts], room))
        _, origin, placed = self._fixed
        moved = (origin - scale.origin) * scale.zoom
        return [Place(_moved(place.wish, moved), place.up) for place in placed]

    def _placed(self, wishes: list[Wish], room: float) -> list[Place]:
        """All of them without a stem behind a card; else the weightiest first, and chips of those that found no room."""
        gap_x, gap_y = self._metrics.gap_x, self._metrics.gap_y
        placed = staircase(wishes, room, gap_x=gap_x, gap_y=gap_y)
        if placed is not None:
            placed = spread(placed, room)
        else:
            weight = self._columns.weight
            order = sorted(wishes, key=lambda wish: (-float(weight[wish.key]) if wish.key >= 0 else 0.0, wish.key))
            placed = greedy(order, room, gap_x=gap_x, gap_y=gap_y, before=self._stood)
            done = {place.wish.key for place in placed}
            chips = [self._as_chip(wish) for wish in order if wish.key not in done]
            placed = greedy(chips, room, gap_x=gap_x / 2, gap_y=gap_y / 2, before=self._stood, beside=placed)
        self._stood = {place.wish.key: place.up for place in placed}
        return placed

    def _as_chip(self, wish: Wish) -> Wish:
        text = self._type.card(wish.key, full=False) if wish.key >= 0 and wish.full else None
        if text is None:
            return wish
        return replace(wish, end=wish.start + text.width, height=text.height, full=False)

    def _ghost_wish(self, scale: Scale, extra: int, day: Callable[[float], str]) -> Wish:
        extras = self._columns.extras
        at = float(scale.along(float(extras.start[extra] + extras.end[extra]) / 2))
        text = self._type.ghost(day(float(extras.start[extra])))
        return Wish(-1 - extra, at - self._metrics.inset, at - self._metrics.inset + text.width, at, text.height)

    # -- the best of many ---------------------------------------------------------------------------------------------

    def _best(self, scale: Scale, where: Lane, room: float, wanted: Collection[int]) -> list[Place]:
        each = max(1, int(room // (self._metrics.row * 2.6 if where.full else self._metrics.chip)))
        wishes = self._wishes(scale, where, self._candidates(scale, min(each, 10), wanted), slide=True)
        placed = greedy(wishes, room, gap_x=self._metrics.gap_x, gap_y=self._metrics.gap_y / 2, before=self._stood)
        if len(self._stood) > MOST_KEPT:
            self._stood.clear()
        self._stood.update((place.wish.key, place.up) for place in placed)
        return placed

    def _candidates(self, scale: Scale, each: int, wanted: Collection[int]) -> Ints:
        """The weightiest events of every part of the view, those that have a card already before their equals."""
        lane = self._lane
        best = lane.weightiest(slots(scale, SLOT), each)
        begun = lane.long[(lane.start[lane.long] < scale.first) & (lane.end[lane.long] > scale.first)]
        if len(begun):
            best.extend(begun[np.argsort(-lane.weight[begun])[:4]].tolist())
        asked = [place for event in wanted if (place := lane.place(event)) >= 0]
        chosen = np.unique(np.array(best + asked, np.int32))
        kept = np.array([event in self._stood for event in lane.ids[chosen].tolist()], np.bool_)
        weight = lane.weight[chosen] * np.where(kept, STAYING, 1.0)
        weight[np.isin(chosen, asked)] = np.inf
        return chosen[np.argsort(-weight, kind="stable")]

    # -- both ---------------------------------------------------------------------------------------------------------

    def _wishes(self, scale: Scale, where: Lane, places: Ints, *, slide: bool) -> list[Wish]:
        """Cards asked for. With ``slide`` that of a bar begun before the view is moved into it, what is outside left out."""
        inset = self._metrics.inset
        a, b, at = stems(scale, self._lane.start[places], self._lane.end[places], inset)
        if slide:
            at = np.where(b - a > 2 * inset, np.maximum(at, np.minimum(inset + 6.0, b - 6.0)), at)
        wishes = []
        for event, stem, until, width in zip(
            self._lane.ids[places].tolist(), at.tolist(), b.tolist(), (b - a).tolist(), strict=True
        ):
            if slide and not (-self._metrics.widest < stem < scale.width + inset):
                continue
            text = self._type.card(event, full=where.full, room=0.0 if slide else width)
            if text is None:
                continue
            reach = text.width if slide or not where.full else max(text.width, until - stem + inset)
            wishes.append(Wish(event, stem - inset, stem - inset + reach, stem, text.height, where.full))
        return wishes

    def _drawn(self, placed: Sequence[Place], scale: Scale, where: Lane, floor: float, day: Callable[[float], str]) -> list[Card]:
        """Cards on the screen, those drawn along their bars last and only where nothing else stands."""
        still: list[Card] = []
        moved: list[Card] = []
        for place in placed:
            wish = place.wish
            text = self._text(wish, day)
            if text is None:
                continue
            shift = max(0.0, min(6.0 - wish.start, wish.end - wish.start - text.width))
            start = wish.start + shift
            if start > scale.width or start + text.width < 0:
                continue
            left = min(float(scale.mirror(start)), float(scale.mirror(start + text.width)))
            box = Box(left, floor - place.up - text.height, text.width, text.height)
            event = wish.key if wish.key >= 0 else int(self._columns.extras.owner[-1 - wish.key])
            card = Card(
                event, text, box, float(scale.mirror(wish.at + shift)), where.base, stemless=not where.full, ghost=wish.key < 0
            )
            (moved if shift else still).append(card)
        return still + [card for card in moved if not any(card.box.meets(other.box) for other in still)]

    def _text(self, wish: Wish, day: Callable[[float], str]) -> setting.CardText | None:
        if wish.key < 0:
            return self._type.ghost(day(float(self._columns.extras.start[-1 - wish.key])))
        return self._type.card(wish.key, full=wish.full, room=0.0 if self._crowded or not wish.full else wish.end - wish.start)


def stems(scale: Scale, start: Floats, end: Floats, inset: float) -> tuple[Floats, Floats, Floats]:
    """Where events begin and end along the axis (a point at its middle), and where their stems stand."""
    a, b = scale.along(start), scale.along(end)
    middle = (a + b) / 2
    ranges = end - start > LONGER_THAN_A_DAY
    at = np.where(ranges, a + np.minimum((b - a) / 2, inset), middle)
    return np.where(ranges, a, middle), np.where(ranges, b, middle), at


def _moved(wish: Wish, by: float) -> Wish:
    return replace(wish, start=wish.start + by, end=wish.end + by, at=wish.at + by)
