"""How full is each lane, far out? A silhouette in columns that stand still while panning, counted once for a zoom."""

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

COLUMN = 4.0  # pixels a column is wide
STEP = 2.0  # pixels by which columns differ in height: fewer boxes, calmer to the eye
BLOCK = 12  # columns that share a box under them
BINS = 1 << 15  # of the table that answers far out
FINE = 6  # bins a column holds at least where the table answers
LARGE = 20_000  # events of a lane from which a table is worth its room


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """The silhouettes of all lanes as boxes in pixels, ``[n, 4]``: left, top, right, bottom (inclusive); and their hues."""

    boxes: Ints
    hue: Bytes


class Silhouette:
    """The densities of the lanes of an index."""

    def __init__(self, index: Index) -> None:
        self._tables = [_Table(lane) for lane in index.lanes]
        self._hues = [_hue_of(index.columns, lane) for lane in index.lanes]
        self._kept: tuple[object, int, Floats] | None = None

    def density(self, scale: Scale, frame: Frame, room: float) -> Density:
        """What is in view, at most ``room`` pixels high; a full column as high as the root of its count asks."""
        first = math.floor(scale.origin * scale.zoom / COLUMN)
        number = math.ceil(scale.width / COLUMN) + 1
        counts = self._counts(scale, first, number)
        most = np.maximum(counts.max(axis=1, keepdims=True), 4.0)
        height = np.where(counts > 0, np.round((2.0 + np.sqrt(counts / most) * (room - 4.0)) / STEP) * STEP, 0.0)
        shift = first * COLUMN - scale.origin * scale.zoom
        return self._boxes(height, shift, scale, frame)

    def _counts(self, scale: Scale, first: int, number: int) -> Floats:
        """Counts of the columns from ``first`` on, a row a lane; a screen more on both sides is counted at once."""
        state = (scale.zoom, scale.warp)
        if self._kept is None or self._kept[0] != state or not 0 <= first - self._kept[1] <= self._kept[2].shape[1] - number:
            moved = self._kept is not None and self._kept[0] == state
            start, size = (first - number, number * 3) if moved else (first, number)
            edges = scale.warp.time_at(np.arange(start, start + size + 1, dtype=np.float64) * (COLUMN / scale.zoom))
            self._kept = (state, start, np.array([table.counts(edges) for table in self._tables], np.float64))
        _, start, counts = self._kept
        return counts[:, first - start : first - start + number]

    def _boxes(self, height: Floats, shift: float, scale: Scale, frame: Frame) -> Density:
        """Neighbours of one height become one box.

        What all columns of a block have in common is one wide box under them: a few long rows are filled much faster than
        many short ones.
        """
        lanes, number = height.shape
        under = _shared(height, round((scale.origin * scale.zoom + shift) / COLUMN))
        low, high = np.concatenate((np.zeros_like(under), under)), np.concatenate((under, height))
        edge = np.ones(high.shape, np.bool_)
        edge[:, 1:] = (high[:, 1:] != high[:, :-1]) | (low[:, 1:] != low[:, :-1])
        row, column = np.nonzero(edge)
        until = np.append(column[1:], number)
        until[until == 0] = number
        down, up = low[row, column], high[row, column]
        keep = up > down
        lane, column, until, down, up = row[keep] % lanes, column[keep], until[keep], down[keep], up[keep]
        a: Floats = shift + column.astype(np.float64) * COLUMN
        b: Floats = shift + until.astype(np.float64) * COLUMN
        base = np.array([where.base for where in frame.lanes])[lane]
        boxes = np.empty((len(lane), 4), np.int32)
        boxes[:, 0] = np.round(scale.mirror(b) if scale.rtl else a)
        boxes[:, 2] = np.round(scale.mirror(a) if scale.rtl else b) - 1
        boxes[:, 1], boxes[:, 3] = base - up, base - down - 1
        return Density(boxes, np.array(self._hues, np.uint8)[lane])


def _shared(height: Floats, first: int) -> Floats:
    """The least height of each block of columns; blocks stand still while panning (``first`` numbers the first column)."""
    number = height.shape[1]
    cuts = np.arange(-first % BLOCK or BLOCK, number, BLOCK)
    cuts = np.concatenate((np.zeros(1, np.intp), cuts))
    least: Floats = np.repeat(np.minimum.reduceat(height, cuts, axis=1), np.diff(np.append(cuts, number)), axis=1)
    return least


class _Table:
    """Counts of a lane; far out from a table of how many have begun and ended by each of many evenly spread times."""

    def __init__(self, lane: LaneIndex) -> None:
        self._lane = lane
        self._begun = self._ended = np.empty(0, np.int32)
        if len(lane.ids) >= LARGE:
            self._first, last = float(lane.start[0]), float(lane.ends[-1])
            self._bin = max((last - self._first) / BINS, 1e-9)
            times = self._first + np.arange(BINS + 1) * self._bin
            self._begun = np.searchsorted(lane.start, times).astype(np.int32)
            self._ended = np.searchsorted(lane.ends, times, side="right").astype(np.int32)

    def counts(self, edges: Floats) -> Ints:
        """How many events share time with each of the stretches between the edges."""
        if not len(self._begun) or float(edges[-1] - edges[0]) / len(edges) < FINE * self._bin:
            return self._lane.counts(edges)
        places = np.clip((edges - self._first) / self._bin, 0, BINS).astype(np.int32)
        counts: Ints = self._begun[places[1:]] - self._ended[places[:-1]]
        return counts


def _hue_of(columns: Columns, lane: LaneIndex) -> int:
    """The commonest hue of a lane."""
    return int(np.bincount(columns.hue[lane.ids], minlength=1).argmax()) if len(lane.ids) else 0
