"""What is drawn where an event happened? A point, or a bar as wide as its time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.layout.columns import Bools, Bytes, Floats, Ints
from timeline_app.layout.index import LONGER_THAN_A_DAY

if TYPE_CHECKING:
    from timeline_app.layout.frame import Frame
    from timeline_app.layout.index import Index
    from timeline_app.layout.scale import Scale

MOST_MARKS = 4000  # events in view that are drawn one by one
POINT = 3.5
FOOT = 5.0  # pixels under the lowest row of bars
DAY_BAR = 30.0  # pixels from which the day of a point shows how long it is
MOST_SPANS = 600
BEYOND = 60.0  # pixels a bar may reach out of view


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Points and bars in pixels: ``event`` indexes the columns, ``lane`` the frame's lanes; ``left`` is left on the screen.

    ``spans`` are boxes ``[n, 5]`` (left, top, right, bottom, whose of these) on the axis: how long the days of points are,
    close up.
    """

    event: Ints
    lane: Ints
    left: Floats
    right: Floats
    top: Floats
    bottom: Floats
    hue: Bytes
    grain: Bytes
    certainty: Bytes
    point: Bools
    openness: Bytes
    spans: Ints
    rtl: bool


class Cluster(NamedTuple):
    """Events that have no card, gathered: how many begin between two times, and where to say so."""

    lane: int
    first: float
    last: float
    number: int
    x: float
    y: float
    width: float


def marks(index: Index, scale: Scale, frame: Frame, band: float) -> Marks:
    """The marks of all events in view; the bars of a lane stand in rows up to ``band`` pixels high."""
    columns, metrics = index.columns, frame.metrics
    event = index.visible(scale.first, scale.last)
    start, end = columns.start[event], columns.end[event]
    a, b = scale.along(start), scale.along(end)
    point = (end - start) <= LONGER_THAN_A_DAY
    middle = (a + b) / 2
    reach = np.where(point, POINT, np.maximum((b - a) / 2, 1.5))
    x = scale.mirror(np.clip(middle - reach, -BEYOND, scale.width + BEYOND))
    y = scale.mirror(np.clip(middle + reach, -BEYOND, scale.width + BEYOND))
    bases = np.array([lane.base for lane in frame.lanes])
    lane = columns.lane[event] if len(bases) > 1 else np.zeros(len(event), np.int32)
    base = bases[lane]
    rows = max(1, min(metrics.bars, int(band // metrics.bar_pitch)))
    row = np.minimum(index.track[event], rows)
    squeezed = min(band / (FOOT + metrics.bar), 1.0)  # in a band lower than a bar
    up = np.where(row < rows, squeezed * FOOT + row * metrics.bar_pitch, band)
    bottom = np.where(point, base + POINT, base - up)
    top = np.where(point, base - POINT, bottom - np.where(row < rows, squeezed * metrics.bar, 2.0))
    hue, grain, certainty = columns.hue[event], columns.grain[event], columns.certainty[event]
    spans = _spans(scale, a, b, base, np.flatnonzero(point & (b - a >= DAY_BAR))[:MOST_SPANS].astype(np.int32))
    return Marks(
        event,
        lane,
        np.minimum(x, y),
        np.maximum(x, y),
        top,
        bottom,
        hue,
        grain,
        certainty,
        point,
        columns.openness[event],
        spans,
        scale.rtl,
    )


def _spans(scale: Scale, a: Floats, b: Floats, base: Floats, which: Ints) -> Ints:
    """Thin boxes on the base of each point's lane, as wide as the point's day."""
    x = scale.mirror(np.clip(a[which], -BEYOND, scale.width + BEYOND))
    y = scale.mirror(np.clip(b[which], -BEYOND, scale.width + BEYOND))
    spans = np.empty((len(which), 5), np.int32)
    spans[:, 0], spans[:, 2] = np.round(np.minimum(x, y)) + 1, np.round(np.maximum(x, y)) - 2
    middle = np.round(base[which])
    spans[:, 1], spans[:, 3], spans[:, 4] = middle - 1, middle + 1, which
    return spans
