"""Which events of a stretch deserve a card, and how many more are there? Kept by stretch: panning asks only for new ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.layout.index import LONGER_THAN_A_DAY, unequal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.layout.columns import Columns, Floats, Ints
    from timeline_app.layout.index import LaneIndex
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.warp import Warp

WIDE = 240.0  # about so many pixels
MOST_KEPT = 400


class Candidate(NamedTuple):
    """An event that may get a card in its lane: ``start`` and ``end`` as lengths of the warp."""

    event: int
    lane: int
    start: float
    end: float
    range: bool
    weight: float


class Share(NamedTuple):
    """What one lane has in a slot: how many events begin there, and the weightiest of them."""

    number: int
    best: tuple[Candidate, ...]


class Slot(NamedTuple):
    """A stretch between two lengths (and their times), with the share of each lane."""

    first: float
    last: float
    times: tuple[float, float]
    shares: tuple[Share, ...]


class Slots:
    """The slots of all lanes. Their edges are multiples of a power of two of the warp's length, so they stand still."""

    def __init__(self, columns: Columns, lanes: Sequence[LaneIndex]) -> None:
        self._columns, self._lanes = columns, lanes
        self._kept: dict[tuple[float, int], Slot] = {}
        self._made_for: tuple[object, int] | None = None

    def in_view(self, scale: Scale, each: int) -> list[Slot]:
        """The slots in view and one before them (whose cards reach into it), each lane with ``each`` candidates in each."""
        if self._made_for != (scale.warp, each) or len(self._kept) > MOST_KEPT:
            self._kept.clear()
            self._made_for = (scale.warp, each)
        length = size(scale)
        first = math.floor(scale.origin / length) - 1
        last = math.ceil((scale.origin + scale.width / scale.zoom) / length)
        missing = [k for k in range(first, last) if (length, k) not in self._kept]
        if missing:
            self._make(scale.warp, length, missing[0], missing[-1] + 1, each)
        return [self._kept[length, k] for k in range(first, last)]

    def _make(self, warp: Warp, length: float, first: int, last: int, each: int) -> None:
        edges: Floats = np.arange(first, last + 1, dtype=np.float64) * length
        times = warp.time_at(edges)
        found = [lane.weightiest(times, each) for lane in self._lanes]
        chosen = [
            lane.ids[[place for _, places in row for place in places]] for lane, row in zip(self._lanes, found, strict=True)
        ]
        made = iter(candidates(self._columns, chosen, warp))
        shares = [[Share(number, tuple(next(made) for _ in some)) for number, some in row] for row in found]
        between = list(
            zip(edges.tolist(), edges[1:].tolist(), zip(times.tolist(), times[1:].tolist(), strict=False), strict=False)
        )
        for k, of_lanes in enumerate(zip(*shares, strict=True)):
            self._kept[length, first + k] = Slot(*between[k], of_lanes)


def candidates(columns: Columns, events: Sequence[Ints], warp: Warp) -> list[Candidate]:
    """Events as candidates, given lane by lane."""
    together = np.concatenate(events)
    lane = np.repeat(np.arange(len(events)), [len(some) for some in events])
    start, end = columns.start[together], columns.end[together]
    rows = zip(
        together.tolist(),
        lane.tolist(),
        warp.length_at(start).tolist(),
        warp.length_at(end).tolist(),
        (end - start > LONGER_THAN_A_DAY).tolist(),
        unequal(columns.weight[together], start).tolist(),
        strict=True,
    )
    return [Candidate(*row) for row in rows]


def size(scale: Scale) -> float:
    """How long a slot is at a zoom: a power of two."""
    return float(2.0 ** round(math.log2(WIDE / scale.zoom)))
