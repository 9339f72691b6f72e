"""Which events of a stretch deserve a card, and how many more are there? Kept by stretch: panning asks only for new ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.layout.index import LONGER_THAN_A_DAY

if TYPE_CHECKING:
    from timeline_app.layout.columns import Columns, Floats
    from timeline_app.layout.index import LaneIndex
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.warp import Warp

WIDE = 240.0  # about so many pixels
MOST_KEPT = 4000


class Candidate(NamedTuple):
    """An event that may get a card: ``start`` and ``end`` as lengths of the warp."""

    event: int
    start: float
    end: float
    range: bool
    weight: float


class Slot(NamedTuple):
    """A stretch between two lengths (and their times): how many events begin there, and the weightiest of them."""

    first: float
    last: float
    times: tuple[float, float]
    number: int
    best: tuple[Candidate, ...]


class Slots:
    """The slots of one lane. Their edges are multiples of a power of two of the warp's length, so they stand still."""

    def __init__(self, columns: Columns, lane: LaneIndex) -> None:
        self._columns, self._lane = columns, lane
        self._kept: dict[tuple[float, int], Slot] = {}
        self._made_for: tuple[object, int] | None = None

    def in_view(self, scale: Scale, each: int) -> list[tuple[tuple[float, int], Slot]]:
        """The slots in view and one before it (whose cards reach into it), by their keys, with ``each`` candidates."""
        if self._made_for != (scale.warp, each) or len(self._kept) > MOST_KEPT:
            self._kept.clear()
            self._made_for = (scale.warp, each)
        length = size(scale)
        first = math.floor(scale.origin / length) - 1
        last = math.ceil((scale.origin + scale.width / scale.zoom) / length)
        missing = [k for k in range(first, last) if (length, k) not in self._kept]
        if missing:
            self._make(scale.warp, length, missing[0], missing[-1] + 1, each)
        return [((length, k), self._kept[length, k]) for k in range(first, last)]

    def _make(self, warp: Warp, length: float, first: int, last: int, each: int) -> None:
        edges: Floats = np.arange(first, last + 1, dtype=np.float64) * length
        times = warp.time_at(edges)
        found = self._lane.weightiest(times, each)
        chosen = np.array([place for _, places in found for place in places], np.int64)
        events = self._lane.ids[chosen]
        start, end = self._columns.start[events], self._columns.end[events]
        rows = zip(
            events.tolist(),
            warp.length_at(start).tolist(),
            warp.length_at(end).tolist(),
            (end - start > LONGER_THAN_A_DAY).tolist(),
            self._columns.weight[events].tolist(),
            strict=True,
        )
        candidates = [Candidate(*row) for row in rows]
        at = 0
        for number, (count, places) in enumerate(found):
            best = tuple(candidates[at : at + len(places)])
            at += len(places)
            between = float(times[number]), float(times[number + 1])
            self._kept[length, first + number] = Slot(float(edges[number]), float(edges[number + 1]), between, count, best)


def size(scale: Scale) -> float:
    """How long a slot is at a zoom: a power of two."""
    return float(2.0 ** round(math.log2(WIDE / scale.zoom)))
