"""What do the cards of a lane hang over? Paper, upright lines and the lane's density, painted one lane at a time.

A window of twice as many pixels each way is more than the caches of a processor hold: what lies on each other is painted in
one go, so that the memory of a lane is still near when its density and its cards come.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.ui.timeline.sprite import Boxes, on_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

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
        frame, axis, mirror = scene.frame, round(scene.frame.axis), scene.scale.mirror
        self._palette, self._ratio, self._width = palette, ratio, math.ceil(frame.width * ratio)
        ends = [round(lane.base) + BELOW for lane in frame.lanes[:-1]]
        self._edges = [round(at * ratio) for at in (0, *ends, axis, math.ceil(frame.height))]
        self._under = [
            _Upright([mirror(at) for at in scene.axis.lines], 0, axis, palette.grid, ratio),
            _Upright([mirror(at) for at in scene.axis.heading_lines], 0, axis + NOTCH, palette.hairline, ratio),
            _Upright([mirror(at) for at in scene.axis.notches], axis, axis + NOTCH, palette.line, ratio),
        ]
        today = [] if scene.today is None else [float(scene.scale.x_of(scene.today))]
        today = [x for x in today if -2 <= x <= frame.width + 2]
        self._over = _Upright(today, round(named), axis + TODAY, palette.faint(palette.accent, 150), ratio)
        self._density = scene.density
        self._silhouette = None if scene.density is None else Boxes(on_device(scene.density.boxes, ratio))

    def paint(self, painter: QPainter, number: int) -> None:
        """One strip."""
        top, bottom = self._edges[number : number + 2]
        painter.fillRect(0, top, self._width, bottom - top, self._palette.paper)
        for lines in self._under:
            lines.paint(painter, top, bottom)
        if number < len(self._edges) - 3:
            high = max(round(self._ratio), 1)
            painter.fillRect(0, bottom - high, self._width, high, self._palette.hairline)
        if self._density is not None and self._silhouette is not None and number < len(self._density.hues):
            cuts, hue = self._density.cuts, self._density.hues[number]
            self._silhouette.paint(painter, self._palette.faded[hue], cuts[number], cuts[number + 1])
        self._over.paint(painter, top, bottom)


class _Upright:
    """Upright lines of one height and colour, whose ends are set anew for every strip."""

    def __init__(self, places: Sequence[float], top: int, bottom: int, colour: QColor, ratio: float) -> None:
        lines = np.zeros((len(places), 4), np.int32)
        lines[:, 0] = np.round(np.round(np.array(places, np.float64)) * ratio)
        lines[:, 2] = lines[:, 0] + max(round(ratio), 1) - 1
        self._lines, self._colour = Boxes(lines), colour
        self._top, self._bottom = round(top * ratio), round(bottom * ratio)

    def paint(self, painter: QPainter, top: int, bottom: int) -> None:
        """What of them lies between two heights."""
        low, high = max(self._top, top), min(self._bottom, bottom)
        if low < high:
            boxes = self._lines.boxes
            boxes[:, 1], boxes[:, 3] = low, high - 1
            self._lines.paint(painter, self._colour)
