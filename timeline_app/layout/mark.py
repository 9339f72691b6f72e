"""What is drawn where an event happened? A point, a bar as wide as its time, or far out a density; and how many hide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout.columns import Bytes, Floats, Ints
from timeline_app.layout.index import LONGER_THAN_A_DAY, OVERFLOW

if TYPE_CHECKING:
    from timeline_app.layout.columns import Columns
    from timeline_app.layout.frame import Lane, Metrics
    from timeline_app.layout.index import LaneIndex
    from timeline_app.layout.scale import Scale

MOST_MARKS = 3000  # events of one lane drawn one by one
COLUMN = 2.0  # pixels a column of density is wide
POINT = 3.5
DAY_BAR = 14.0  # from this width on a day shows how long it is
SLOT = 96.0  # pixels about that one cluster gathers


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Points and bars in pixels: ``event`` indexes the columns; a bar has ``point`` False. ``left`` is left on the screen."""

    event: Ints
    left: Floats
    right: Floats
    top: Floats
    bottom: Floats
    hue: Bytes
    grain: Bytes
    certainty: Bytes
    point: Bytes


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """How full a lane is: ``height`` of each column of ``COLUMN`` pixels, counted from the left of the screen."""

    height: Floats
    base: float
    hue: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events that have no card, gathered: how many begin between two times, and where to say so."""

    lane: int
    first: float
    last: float
    count: int
    x: float
    y: float


def marks(columns: Columns, lane: LaneIndex, scale: Scale, metrics: Metrics, where: Lane) -> Marks:
    """The marks of a lane's events in view."""
    chosen = lane.visible(scale.first, scale.last)
    event = lane.ids[chosen]
    start, end = lane.start[chosen], lane.end[chosen]
    a, b = scale.along(start), scale.along(end)
    ranges = (end - start) > LONGER_THAN_A_DAY
    middle = (a + b) / 2
    point = (~ranges) | (b - a < 2 * POINT)
    a = np.where(point, middle - POINT, np.maximum(a, -60.0))
    b = np.where(point, middle + POINT, np.minimum(b, scale.width + 60.0))
    row = np.minimum(lane.track[chosen], metrics.bars)
    over = lane.track[chosen] == OVERFLOW
    bottom = where.base - 5 - row * metrics.bar_pitch
    top = bottom - np.where(over, 3.0, metrics.bar)
    top = np.where(ranges, top, where.base - POINT)
    bottom = np.where(ranges, bottom, where.base + POINT)
    x, y = scale.mirror(a), scale.mirror(b)
    return Marks(
        event,
        np.minimum(x, y),
        np.maximum(x, y),
        top,
        bottom,
        columns.hue[event],
        columns.grain[event],
        columns.certainty[event],
        (~ranges).astype(np.uint8),
    )


def density(columns: Columns, lane: LaneIndex, scale: Scale, where: Lane, *, room: float) -> Density:
    """How full a lane is, by a logarithm of the number of events in each column."""
    number = int(np.ceil(scale.width / COLUMN))
    edges = scale.time_along(np.arange(number + 1, dtype=np.float64) * COLUMN)
    counts = lane.counts(edges)
    height = np.where(counts > 0, np.minimum(2.0 + np.log2(counts + 1.0) * (room / 12.0), room), 0.0)
    middle = int(lane.ids[len(lane.ids) // 2])
    return Density(height[::-1] if scale.rtl else height, where.base, int(columns.hue[middle]))


def slots(scale: Scale, size: float) -> Floats:
    """The edges of slots about ``size`` pixels wide, in view, as times; they stand still while panning."""
    length = 2.0 ** np.round(np.log2(size / scale.zoom))
    first, last = scale.origin / length, (scale.origin + scale.width / scale.zoom) / length
    edges: Floats = np.arange(np.floor(first), np.ceil(last) + 1, dtype=np.float64) * length
    return scale.warp.time_at(edges)


def clusters(lane: LaneIndex, number: int, scale: Scale, shown: Floats, y: float) -> list[Cluster]:
    """Where events without a card gather; ``shown`` are the sorted starts of those that have one."""
    edges = slots(scale, SLOT)
    hidden = lane.begun(edges) - np.diff(np.searchsorted(shown, edges))
    along = scale.along(edges)
    found = []
    for k in np.flatnonzero(hidden > 1).tolist():
        low, high = max(float(along[k]), 0.0), min(float(along[k + 1]), scale.width)
        if high - low < SLOT / 3:
            continue
        x = float(scale.mirror((low + high) / 2))
        found.append(Cluster(number, float(edges[k]), float(edges[k + 1]), int(hidden[k]), x, y))
    return found
