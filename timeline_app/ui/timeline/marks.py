"""How are points and bars painted? Few of them with care, many in one stroke from a numpy buffer."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.layout.columns import CERTAINTIES, GRAINS, OPEN_END, OPEN_START
from timeline_app.model.daterange import Certainty, Grain
from timeline_app.ui.timeline.sprite import draw_boxes_by_hue

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QColor

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.mark import Marks
    from timeline_app.layout.scene import Scene
    from timeline_app.ui.timeline.palette import Palette
    from timeline_app.ui.timeline.sprite import Sprites

WITH_CARE = 160
TAIL = 44.0  # pixels that a bar with an unknown end goes on
SPRITES = 1000  # points that are drawn round; more are drawn as ticks
THINNER = 2.0  # pixels that a tick is thinner than a point on either side
_EXACT = [GRAINS.index(grain) for grain in (Grain.MINUTE, Grain.DAY, Grain.WEEK)]
_APPROXIMATE = CERTAINTIES.index(Certainty.APPROXIMATE)
_INFERRED = CERTAINTIES.index(Certainty.INFERRED)


def paint_marks(painter: QPainter, found: Marks, palette: Palette, sprites: Sprites, selected: Collection[int]) -> None:
    """The marks in view; the chosen ones in the accent, over the others."""
    draw_boxes_by_hue(painter, found.spans[:, :4], found.spans[:, 4], palette.faded)
    if len(found.event) <= WITH_CARE:
        _with_care(painter, found, range(len(found.event)), palette, selected)
        return
    _many(painter, found, palette, sprites)
    if selected:
        chosen = np.flatnonzero(np.isin(found.event, np.fromiter(itertools.islice(selected, 2000), np.int64)))
        _with_care(painter, found, chosen[:WITH_CARE].tolist(), palette, selected)


def _with_care(painter: QPainter, found: Marks, rows: Collection[int], palette: Palette, selected: Collection[int]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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


def _many(painter: QPainter, found: Marks, palette: Palette, sprites: Sprites) -> None:
    bars = ~found.point
    soft = bars & (~np.isin(found.grain, _EXACT) | (found.certainty == _APPROXIMATE))
    solid = np.flatnonzero(bars & ~soft)
    round_points = np.count_nonzero(found.point) <= SPRITES
    if not round_points:
        solid = np.concatenate((np.flatnonzero(found.point), solid))
    boxes = np.empty((len(solid), 4), np.int32)
    thin = np.where(found.point[solid], THINNER, 0.0)
    boxes[:, 0], boxes[:, 1] = np.round(found.left[solid] + thin), np.round(found.top[solid])
    boxes[:, 2] = np.maximum(np.round(found.right[solid] - thin) - 1, boxes[:, 0] + 1)
    boxes[:, 3] = np.round(found.bottom[solid]) - 1
    draw_boxes_by_hue(painter, boxes, found.hue[solid], palette.bars)
    middle = (found.top + found.bottom) / 2
    sprites.bars(painter, found.left[soft], found.right[soft], middle[soft], found.hue[soft])
    if round_points:
        points = found.point
        sprites.points(painter, (found.left[points] + found.right[points]) / 2, middle[points], found.hue[points])


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
