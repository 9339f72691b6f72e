"""How full is each lane, far out? A silhouette of columns that stand still while panning and widen while zooming."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from timeline_app.layout.columns import Bytes, Floats, Ints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.frame import Frame
    from timeline_app.layout.index import Index, LaneIndex
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.warp import Warp

NARROWEST = 4.0  # pixels a column is wide at least, twice that at most
STEP = 2  # pixels by which columns differ in height
MOST_VIEWS = 8  # views beside each other that are kept counted
LEAST = 4.0  # events in the fullest column of a lane that fills its room


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """The silhouettes of all lanes as boxes in pixels, ``[n, 4]``: left, top, right, bottom (inclusive).

    Those of a lane lie together, from one of the ``cuts`` to the next, in the lane's hue: row upon row from its base, long
    and low, because that is the way of memory. ``solid`` tells of each lane how far above its base no column ends: so many
    pixels are covered from edge to edge.
    """

    boxes: Ints
    cuts: tuple[int, ...]
    hues: Bytes
    solid: tuple[int, ...]


class Silhouette:
    """The densities of the lanes of an index. What was counted once is kept while the view moves, and through a doubling."""

    def __init__(self, index: Index) -> None:
        self._lanes = index.lanes
        self._hues = np.array([_hue_of(index.columns, lane) for lane in index.lanes], np.uint8)
        self._edges: _Edges | None = None

    def density(self, scale: Scale, frame: Frame, room: float) -> Density:
        """What is in view, at most ``room`` pixels high; a column as high as the root of its count asks."""
        size = 2.0 ** math.ceil(math.log2(NARROWEST / scale.zoom))
        first = math.floor(scale.origin / size)
        number = math.ceil((scale.origin + scale.width / scale.zoom) / size) - first
        counts, most = self._counts(scale.warp, size, first, number)
        levels = max(int(room) // STEP, 1)
        level = np.where(counts > 0, 1.0 + np.round(np.sqrt(np.minimum(counts / most, 1.0)) * (levels - 1)), 0.0)
        edges: Floats = (np.arange(first, first + number + 1, dtype=np.float64) * size - scale.origin) * scale.zoom
        return self._boxes(level, levels, np.round(scale.mirror(edges)).astype(np.int32), frame)

    def _counts(self, warp: Warp, size: float, first: int, number: int) -> tuple[Ints, Floats]:
        """Counts of the columns from ``first`` on, a row a lane, and how many make a column full.

        Full is rounded up, so that heights seldom change under the hand.
        """
        edges = self._edges
        if edges is None or edges.warp is not warp or edges.size != size:
            edges = self._edges = _Edges(self._lanes, warp, size, edges if edges is not None and edges.warp is warp else None)
        counts = edges.counts(first, number)
        most = np.maximum(counts.max(axis=1, keepdims=True), LEAST)
        return counts, 2.0 ** (np.ceil(np.log2(most) * 2) / 2)

    def _boxes(self, level: Floats, levels: int, edges: Ints, frame: Frame) -> Density:
        """Of each row of each lane its runs of columns that reach so high."""
        lanes, number = level.shape
        filled = np.zeros((lanes, levels, number + 1), np.bool_)
        np.greater(level[:, None, :], np.arange(levels)[None, :, None], out=filled[:, :, :-1])
        flat = filled.ravel()
        turns = np.flatnonzero(flat[1:] != flat[:-1]) + 1
        turns = np.concatenate(([0], turns)) if flat[0] else turns
        row, begins = np.divmod(turns[0::2], number + 1)
        ends = turns[1::2] - row * (number + 1)
        lane = row // levels
        base = np.array([round(where.base) for where in frame.lanes], np.int32)[lane]
        boxes = np.empty((len(row), 4), np.int32)
        one, other = edges[begins], edges[ends]
        boxes[:, 0], boxes[:, 2] = np.minimum(one, other), np.maximum(one, other) - 1
        boxes[:, 3] = base - (row - lane * levels) * STEP - 1
        boxes[:, 1] = boxes[:, 3] - STEP + 1
        cuts = tuple(np.searchsorted(lane, np.arange(lanes + 1)).tolist())
        solid = (level.min(axis=1) * STEP).astype(np.int32)
        return Density(boxes, cuts, self._hues, tuple(solid.tolist()))


class _Edges:
    """How many events of each lane have begun, and how many are over, by the edges of columns of one size.

    ``coarser`` or finer edges of the same warp spare looking for those they share.
    """

    def __init__(self, lanes: Sequence[LaneIndex], warp: Warp, size: float, known: _Edges | None) -> None:
        self._lanes, self.warp, self.size = lanes, warp, size
        self._first = 0
        self._found = np.empty((2, len(lanes), 0), np.int32)
        if known is not None and known.size * 2 == size:
            self._first = -(-known._first // 2)  # noqa: SLF001 (of the same class)
            self._found = known._found[:, :, self._first * 2 - known._first :: 2]  # noqa: SLF001

    def counts(self, first: int, number: int) -> Ints:
        """How many events of each lane share time with each of the columns from ``first`` on."""
        until = first + number + 1
        low, high = self._first, self._first + self._found.shape[2]
        beside = number // 4
        if not low <= first <= until <= high:
            if low == high or first > high or until < low or high - low > MOST_VIEWS * number:
                low, high, self._found = first, first, self._found[:, :, :0]
            before = self._looked_up(first - beside, low) if first < low else self._found[:, :, :0]
            after = self._looked_up(high, until + beside) if until > high else self._found[:, :, :0]
            self._first = low - before.shape[2]
            self._found = np.concatenate((before, self._found, after), axis=2)
        begun, over = self._found[:, :, first - self._first : until - self._first]
        found: Ints = begun[:, 1:] - over[:, :-1]
        return found

    def _looked_up(self, first: int, until: int) -> Ints:
        """Begun and over, lane by lane, at the edges of these numbers."""
        times = self.warp.time_at(np.arange(first, until, dtype=np.float64) * self.size)
        begun = [_places(lane.start, times, "left") for lane in self._lanes]
        over = [_places(lane.ends, times, "right") for lane in self._lanes]
        return np.array((begun, over), np.int32)


def _places(ordered: Floats, times: Floats, side: Literal["left", "right"]) -> Ints:
    """Where the times belong; looked for among what lies between them alone, which is soon at hand."""
    low, high = np.searchsorted(ordered, times[[0, -1]], side).tolist()
    found: Ints = np.searchsorted(ordered[low:high], times, side) + low
    return found


def _hue_of(columns: Columns, lane: LaneIndex) -> int:
    """The commonest hue of a lane."""
    return int(np.bincount(columns.hue[lane.ids], minlength=1).argmax()) if len(lane.ids) else 0
