"""What do the cards of a lane hang over? Paper, upright lines and the lane's density, painted one lane at a time.

A window of twice as many pixels each way is more than the caches of a processor hold: what lies on each other is painted in
one go, so that the memory of a lane is still near when its density and its cards come, and no paper is laid where the
density covers it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.ui.timeline.sprite import Boxes, on_device

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from timeline_app.layout.columns import Ints
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
        frame, axis, line = scene.frame, round(scene.frame.axis), scene.axis
        self._palette, self._width, self._high = palette, math.ceil(frame.width * ratio), max(round(ratio), 1)
        ends = [round(lane.base) + BELOW for lane in frame.lanes[:-1]]
        self._edges = [round(at * ratio) for at in (0, *ends, axis, math.ceil(frame.height))]
        self._notch, self._named, self._today = (round(at * ratio) for at in (axis + NOTCH, round(named), axis + TODAY))
        today = [] if scene.today is None else [float(scene.scale.along(scene.today))]
        today = [at for at in today if -2 <= at <= frame.width + 2]
        along = np.array((*line.lines, *line.heading_lines, *line.notches, *today), np.float64)
        self._lines = Boxes(self._upright(scene.scale.mirror(along), ratio))
        self._grid, self._headings = len(line.lines), len(line.lines) + len(line.heading_lines)
        self._notches = self._headings + len(line.notches)
        self._density = scene.density
        self._silhouette = None if scene.density is None else Boxes(on_device(scene.density.boxes, ratio))
        solid = () if scene.density is None else scene.density.solid
        bases = [round(lane.base) for lane in frame.lanes]
        self._covered = [(round((base - high) * ratio), round(base * ratio)) for base, high in zip(bases, solid, strict=False)]

    def paint(self, painter: QPainter, number: int) -> None:
        """One strip."""
        top, bottom = self._edges[number : number + 2]
        self._paper(painter, number, top, bottom)
        if number < len(self._edges) - 2:
            self._stand(top, bottom)
            self._lines.paint(painter, self._palette.grid, 0, self._grid)
            self._lines.paint(painter, self._palette.hairline, self._grid, self._headings)
            if number < len(self._edges) - 3:
                painter.fillRect(0, bottom - self._high, self._width, self._high, self._palette.hairline)
        else:
            self._stand(top, self._notch)
            self._lines.paint(painter, self._palette.hairline, self._grid, self._headings)
            self._lines.paint(painter, self._palette.line, self._headings, self._notches)
        if self._density is not None and self._silhouette is not None and number < len(self._density.hues):
            cuts, hue = self._density.cuts, self._density.hues[number]
            self._silhouette.paint(painter, self._palette.faded[hue], cuts[number], cuts[number + 1])
        top, bottom = max(top, self._named), min(bottom, self._today)
        if top < bottom and self._notches < len(self._lines.boxes):
            self._stand(top, bottom)
            self._lines.paint(painter, self._palette.faint(self._palette.accent, 150), self._notches)

    def _paper(self, painter: QPainter, number: int, top: int, bottom: int) -> None:
        """Over what the silhouette covers from edge to edge, and under it."""
        covered, until = self._covered[number] if number < len(self._covered) else (bottom, bottom)
        painter.fillRect(0, top, self._width, covered - top, self._palette.paper)
        if until < bottom:
            painter.fillRect(0, until, self._width, bottom - until, self._palette.paper)

    def _upright(self, x: np.ndarray, ratio: float) -> Ints:
        """Boxes as wide as a pixel of the canvas, whose ends are set anew for every strip."""
        lines = np.zeros((len(x), 4), np.int32)
        lines[:, 0] = np.round(np.round(x) * ratio)
        lines[:, 2] = lines[:, 0] + self._high - 1
        return lines

    def _stand(self, top: int, bottom: int) -> None:
        """All upright lines between two heights."""
        self._lines.boxes[:, 1], self._lines.boxes[:, 3] = top, bottom - 1
