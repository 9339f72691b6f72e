"""What do the cards of a lane hang over? Paper, upright lines and the lane's density, painted one lane at a time.

A window of twice as many pixels each way is more than the caches of a processor hold: what lies on each other is painted in
one go, so that the memory of a lane is still near when its density and its cards come. Paper and lines are the same in every
row of pixels: one row is painted, and copied as often as there are rows. Qt copies whole rows three times as fast as it fills
them, for the processor need not fetch what a copy writes over.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.ui.timeline.sprite import fill, on_device, plain_fills

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from timeline_app.layout.scene import Scene
    from timeline_app.ui.timeline.palette import Palette

BELOW = 7  # pixels from the base of a lane to the end of its strip; the last of them is the line between two lanes
NOTCH = 4  # pixels that a line reaches below the axis
TODAY = 6  # and that of today


class Ground:
    """The ground of one view in strips, a lane each and one below them for the axis; within ``plain_fills``.

    ``named`` is how far down the word of today reaches, below which its line begins.
    """

    def __init__(self, scene: Scene, palette: Palette, ratio: float, *, named: float) -> None:
        frame, line, mirror = scene.frame, scene.axis, scene.scale.mirror
        self._palette, self._high = palette, max(round(ratio), 1)
        ends = [round(lane.base) + BELOW for lane in frame.lanes[:-1]]
        self._edges = [round(at * ratio) for at in (0, *ends, round(frame.axis), math.ceil(frame.height))]
        self._notched = self._edges[-2] + round(NOTCH * ratio)
        width = math.ceil(frame.width * ratio)
        lines, headings, notches = (
            _upright([mirror(at) for at in places], ratio) for places in (line.lines, line.heading_lines, line.notches)
        )
        self._row = _row(width, palette.paper, (lines, palette.grid), (headings, palette.hairline))
        self._notches = _row(width, palette.paper, (headings, palette.hairline), (notches, palette.line))
        self._bare = _row(width, palette.paper)
        today = [] if scene.today is None else [float(scene.scale.x_of(scene.today))]
        self._today = _upright([x for x in today if -2 <= x <= frame.width + 2], ratio)
        self._today_at = (round(round(named) * ratio), round((round(frame.axis) + TODAY) * ratio))
        self._density = scene.density
        self._boxes = None if scene.density is None else on_device(scene.density.boxes, ratio)

    def paint(self, painter: QPainter, number: int) -> None:
        """One strip."""
        top, bottom = self._edges[number : number + 2]
        if number == len(self._edges) - 2:
            _tile(painter, self._notches, top, self._notched)
            _tile(painter, self._bare, self._notched, bottom)
        else:
            _tile(painter, self._row, top, bottom)
        if number < len(self._edges) - 3:
            painter.fillRect(0, bottom - self._high, self._row.width(), self._high, self._palette.hairline)
        if self._density is not None and self._boxes is not None and number < len(self._density.hues):
            low, high = self._density.cuts[number : number + 2]
            fill(painter, self._boxes[low:high], self._palette.faded[self._density.hues[number]])
        low, high = max(self._today_at[0], top), min(self._today_at[1], bottom)
        if low < high and len(self._today):
            self._today[:, 1], self._today[:, 3] = low, high - 1
            fill(painter, self._today, self._palette.faint(self._palette.accent, 150))


def _tile(painter: QPainter, row: QPixmap, top: int, bottom: int) -> None:
    """A row of pixels copied to all rows between two heights."""
    painter.drawTiledPixmap(0, top, row.width(), bottom - top, row)


def _row(width: int, paper: QColor, *lines: tuple[np.ndarray, QColor]) -> QPixmap:
    """One row of pixels: paper with upright lines in their colours, the later over the earlier."""
    row = QPixmap(width, 1)
    row.fill(paper)
    with QPainter(row) as painter, plain_fills(painter, 1.0):
        for boxes, colour in lines:
            fill(painter, boxes, colour)
    return row


def _upright(places: Sequence[float], ratio: float) -> np.ndarray:
    """Lines a pixel of the canvas wide as boxes in the first row of pixels, as they are for ``fill``."""
    boxes = np.zeros((len(places), 4), np.int32)
    boxes[:, 0] = np.round(np.round(np.array(places, np.float64)) * ratio)
    boxes[:, 2] = boxes[:, 0] + max(round(ratio), 1) - 1
    return boxes
