"""How full is each lane, far out? A silhouette of columns that stand still while panning and widen while zooming."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout.columns import Bytes, Floats, Ints

if TYPE_CHECKING:
    from timeline_app.layout.columns import Columns
    from timeline_app.layout.frame import Frame
    from timeline_app.layout.index import Index, LaneIndex
    from timeline_app.layout.scale import Scale

NARROWEST = 4.0  # pixels a column is wide at least, twice that at most
STEP = 2  # pixels by which columns differ in height
LEAST = 4.0  # events in the fullest column of a lane that fills its room


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """The silhouettes of all lanes as boxes in pixels, ``[n, 4]``: left, top, right, bottom (inclusive); and their hues.

    The boxes of a lane lie together, row upon row from its base: long and low, because that is the way of memory.
    """

    boxes: Ints
    hue: Bytes


class Silhouette:
    """The densities of the lanes of an index. Columns are counted once for each doubling of the zoom."""

    def __init__(self, index: Index) -> None:
        self._lanes = index.lanes
        self._hues = np.array([_hue_of(index.columns, lane) for lane in index.lanes], np.uint8)
        self._kept: tuple[object, int, Ints] | None = None
        self._size = math.inf

    def density(self, scale: Scale, frame: Frame, room: float) -> Density:
        """What is in view, at most ``room`` pixels high; a column as high as the root of its count asks."""
        size = 2.0 ** math.ceil(math.log2(NARROWEST / scale.zoom))
        first = math.floor(scale.origin / size)
        number = math.ceil((scale.origin + scale.width / scale.zoom) / size) - first
        counts, most = self._counts(scale, size, first, number)
        levels = max(int(room) // STEP, 1)
        level = np.where(counts > 0, 1.0 + np.round(np.sqrt(np.minimum(counts / most, 1.0)) * (levels - 1)), 0.0)
        edges: Floats = (np.arange(first, first + number + 1, dtype=np.float64) * size - scale.origin) * scale.zoom
        return self._boxes(level, levels, np.round(scale.mirror(edges)).astype(np.int32), frame)

    def _counts(self, scale: Scale, size: float, first: int, number: int) -> tuple[Ints, Floats]:
        """Counts of the columns from ``first`` on, a row a lane, and how many make a column full.

        Some of what lies beside the view is counted at once. Full is rounded up, so that heights seldom change under the
        hand.
        """
        state = (size, scale.warp)
        closer = self._kept is not None and self._kept[0] != state and size < self._size
        if self._kept is None or self._kept[0] != state or not 0 <= first - self._kept[1] <= self._kept[2].shape[1] - number:
            beside = number // 8 if closer else number // 2
            start, wide = first - beside, number + 2 * beside
            times = scale.warp.time_at(np.arange(start, start + wide + 1, dtype=np.float64) * size)
            self._size, self._kept = size, (state, start, np.array([lane.counts(times) for lane in self._lanes]))
        _, start, counts = self._kept
        most = np.maximum(counts.max(axis=1, keepdims=True), LEAST)
        return counts[:, first - start : first - start + number], 2.0 ** (np.ceil(np.log2(most) * 2) / 2)

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
        return Density(boxes, self._hues[lane])


def _hue_of(columns: Columns, lane: LaneIndex) -> int:
    """The commonest hue of a lane."""
    return int(np.bincount(columns.hue[lane.ids], minlength=1).argmax()) if len(lane.ids) else 0
