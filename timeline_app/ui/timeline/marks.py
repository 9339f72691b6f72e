"""How are points and bars painted? A lane at a time: few of them with care, many in one stroke from a numpy buffer."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.layout.columns import CERTAINTIES, GRAINS, OPEN_END, OPEN_START
from timeline_app.model.daterange import Certainty, Grain
from timeline_app.ui.timeline.sprite import Boxes, Fragments, on_device

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtGui import QColor

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.mark import Marks
    from timeline_app.layout.scene import Scene
    from timeline_app.ui.timeline.palette import Palette
    from timeline_app.ui.timeline.sprite import Sprites

WITH_CARE = 160
TAIL = 44.0  # pixels that a bar with an unknown end goes on
SPRITES = 1000  # points that are drawn round; more are drawn as ticks
MOST_CHOSEN = 2000  # selected events looked for among the marks
THINNER = 2.0  # pixels that a tick is thinner than a point on either side
_EXACT = [GRAINS.index(grain) for grain in (Grain.MINUTE, Grain.DAY, Grain.WEEK)]
_APPROXIMATE = CERTAINTIES.index(Certainty.APPROXIMATE)
_INFERRED = CERTAINTIES.index(Certainty.INFERRED)


class LaneMarks:
    """The marks of one view, painted lane by lane within ``plain_fills``; the chosen ones in the accent, over the others."""

    def __init__(self, found: Marks, lanes: int, palette: Palette, sprites: Sprites, selected: Collection[int]) -> None:
        self._found, self._palette, self._ratio, self._selected = found, palette, sprites.ratio, selected
        self._shades = [*palette.faded, *palette.bars]
        self._lanes = lanes
        self._strokes: list[list[tuple[int, int, int]]] = [[] for _ in range(lanes)]
        self._drawn: list[tuple[Fragments, list[int]]] = []
        few = len(found.event) <= WITH_CARE
        careful = np.arange(len(found.event)) if few else self._chosen()
        self._careful = self._by_lane(careful)
        solid = careful[:0] if few else self._sprites(sprites)
        if len(solid) or len(found.spans):
            self._fill(solid)

    def paint(self, painter: QPainter, lane: int) -> None:
        """The marks of one lane."""
        for low, high, colour in self._strokes[lane]:
            self._boxes.paint(painter, self._shades[colour], low, high)
        for fragments, cuts in self._drawn:
            fragments.paint(painter, cuts[lane], cuts[lane + 1])
        rows, cuts = self._careful
        if cuts[lane] < cuts[lane + 1]:
            with _careful(painter, self._ratio):
                _with_care(painter, self._found, rows[cuts[lane] : cuts[lane + 1]].tolist(), self._palette, self._selected)

    def _chosen(self) -> np.ndarray:
        if not self._selected:
            return np.empty(0, np.int32)
        chosen = np.fromiter(itertools.islice(self._selected, MOST_CHOSEN), np.int64)
        return np.flatnonzero(np.isin(self._found.event, chosen))[:WITH_CARE]

    def _sprites(self, sprites: Sprites) -> np.ndarray:
        """Soft bars and round points as copies of a sprite; the answer is what is filled, in order: ticks, then bars."""
        found, middle = self._found, (self._found.top + self._found.bottom) / 2
        exact = (found.grain[:, None] == _EXACT).any(1) & (found.certainty != _APPROXIMATE)
        rows, cuts = self._by_lane(np.flatnonzero(~found.point & ~exact))
        self._drawn.append((sprites.bars(found.left[rows], found.right[rows], middle[rows], found.hue[rows]), cuts))
        points, bars = np.flatnonzero(found.point), np.flatnonzero(~found.point & exact)
        if len(points) > SPRITES:
            return np.concatenate((points, bars))
        rows, cuts = self._by_lane(points)
        self._drawn.append((sprites.points((found.left[rows] + found.right[rows]) / 2, middle[rows], found.hue[rows]), cuts))
        return bars

    def _fill(self, solid: np.ndarray) -> None:
        """The boxes of all lanes, those of a lane and a colour together: first how long days are, then ticks and bars."""
        found = self._found
        boxes = np.empty((len(solid), 4), np.int32)
        thin = np.where(found.point[solid], THINNER, 0.0)
        boxes[:, 0], boxes[:, 1] = np.round(found.left[solid] + thin), np.round(found.top[solid])
        boxes[:, 2] = np.maximum(np.round(found.right[solid] - thin) - 1, boxes[:, 0] + 1)
        boxes[:, 3] = np.round(found.bottom[solid]) - 1
        whose = np.concatenate((found.spans[:, 4], solid))
        hues = len(self._palette.hues)
        shade = found.hue[whose] + hues * (np.arange(len(whose)) >= len(found.spans))
        key = found.lane[whose] * (2 * hues) + shade
        order = np.argsort(key, kind="stable")
        self._boxes = Boxes(on_device(np.concatenate((found.spans[:, :4], boxes))[order], self._ratio))
        key = key[order]
        cuts = [0, *(np.flatnonzero(key[1:] != key[:-1]) + 1).tolist(), len(key)]
        for low, high in itertools.pairwise(cuts):
            lane, colour = divmod(int(key[low]), 2 * hues)
            self._strokes[lane].append((low, high, colour))

    def _by_lane(self, rows: np.ndarray) -> tuple[np.ndarray, list[int]]:
        """Rows of the marks in order of lanes, and where each lane begins among them."""
        lane = self._found.lane[rows]
        order = np.argsort(lane, kind="stable")
        return rows[order], np.searchsorted(lane[order], np.arange(self._lanes + 1)).tolist()


@contextmanager
def _careful(painter: QPainter, ratio: float) -> Iterator[None]:
    """With soft edges, in pixels of the canvas."""
    painter.save()
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield
    painter.restore()


def _with_care(painter: QPainter, found: Marks, rows: Collection[int], palette: Palette, selected: Collection[int]) -> None:
    for row in rows:
        left, top = float(found.left[row]), float(found.top[row])
        box = QRectF(left, top, float(found.right[row]) - left, float(found.bottom[row]) - top)
        colour = palette.accent if int(found.event[row]) in selected else palette.hues[found.hue[row]]
        certainty = int(found.certainty[row])
        if found.openness[row]:
            _tails(painter, box, colour, (int(found.openness[row]), found.rtl), palette)
        if found.point[row]:
            inferred = certainty == _INFERRED
            painter.setPen(QPen(colour, 1.6) if inferred else QPen(palette.paper, 1.5))
            painter.setBrush(palette.paper if inferred else colour)
            painter.drawEllipse(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        soft = int(found.grain[row]) not in _EXACT or certainty == _APPROXIMATE
        painter.setBrush(palette.soft(colour, box, min(box.width() * 0.3, 26.0)) if soft else colour)
        radius = 0.0 if soft else min(box.height() / 2, box.width() / 2, 4.0)
        painter.drawRoundedRect(box, radius, radius)
        if certainty == _INFERRED:
            _dashes(painter, box, palette)


def _tails(painter: QPainter, box: QRectF, colour: QColor, openness: tuple[int, bool], palette: Palette) -> None:
    """Where a beginning or an end is not known, the bar goes on and pales."""
    painter.setPen(Qt.PenStyle.NoPen)
    for flag in (OPEN_START, OPEN_END):
        which, rtl = openness
        if which & flag:
            to_left = (flag == OPEN_END) == rtl
            tail = QRectF(box.left() - TAIL if to_left else box.right(), box.center().y() - 2.0, TAIL, 4.0)
            painter.setBrush(palette.paling_away(colour, tail, to_left=to_left))
            painter.drawRect(tail)


def _dashes(painter: QPainter, box: QRectF, palette: Palette) -> None:
    """Gaps across a bar whose days were inferred."""
    painter.setPen(QPen(palette.paper, 2.0))
    count = min(int((box.width() - 14) // 12) + 1, 600)
    painter.drawLines([QLineF(box.left() + 10 + 12 * k, box.top(), box.left() + 10 + 12 * k, box.bottom()) for k in range(count)])


def paint_extras(painter: QPainter, columns: Columns, scene: Scene, palette: Palette) -> None:
    """The single days of a list of days, and hollow points where another source puts an event."""
    extras, scale = columns.extras, scene.scale
    if not len(extras.owner):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    visible = np.flatnonzero((extras.end >= scale.first) & (extras.start <= scale.last))[:WITH_CARE]
    for k in visible.tolist():
        event = int(extras.owner[k])
        lane = scene.frame.lanes[int(columns.lane[event]) if len(scene.frame.lanes) > 1 else 0]
        x = float(scale.x_of((extras.start[k] + extras.end[k]) / 2))
        middle = QPointF(x, lane.base)
        if extras.ghost[k]:
            painter.setPen(QPen(palette.contradiction, 1.4, Qt.PenStyle.DotLine))
            painter.setBrush(palette.paper)
            painter.drawEllipse(middle, 4.5, 4.5)
        else:
            painter.setPen(QPen(palette.paper, 1.5))
            painter.setBrush(palette.hues[columns.hue[event]])
            painter.drawEllipse(middle, 4.0, 4.0)
