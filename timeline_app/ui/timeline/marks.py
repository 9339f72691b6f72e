"""How are points, bars and densities painted? Few of them with care, many in one stroke from a numpy buffer."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, cast

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.layout.columns import CERTAINTIES, GRAINS
from timeline_app.layout.mark import COLUMN
from timeline_app.model.daterange import Certainty, Grain

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.mark import Density, Marks
    from timeline_app.layout.scene import Scene
    from timeline_app.ui.timeline.palette import Palette

WITH_CARE = 300
_EXACT = {GRAINS.index(Grain.MINUTE), GRAINS.index(Grain.DAY), GRAINS.index(Grain.WEEK)}
_APPROXIMATE = CERTAINTIES.index(Certainty.APPROXIMATE)
_INFERRED = CERTAINTIES.index(Certainty.INFERRED)


def paint_marks(painter: QPainter, found: Marks, palette: Palette, selected: Collection[int]) -> None:
    """The marks of one lane."""
    if len(found.event) > WITH_CARE:
        _many(painter, found, palette)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rows = zip(
        found.event.tolist(),
        found.left.tolist(),
        found.right.tolist(),
        found.top.tolist(),
        found.bottom.tolist(),
        found.hue.tolist(),
        found.grain.tolist(),
        found.certainty.tolist(),
        found.point.tolist(),
        strict=True,
    )
    for event, left, right, top, bottom, hue, grain, certainty, point in rows:
        box = QRectF(left, top, right - left, bottom - top)
        colour = palette.accent if event in selected else palette.hues[hue]
        if point:
            painter.setPen(QPen(palette.paper, 1.5))
            painter.setBrush(palette.paper if certainty == _INFERRED else colour)
            if certainty == _INFERRED:
                painter.setPen(QPen(colour, 1.6))
            painter.drawEllipse(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        soft = grain not in _EXACT or certainty == _APPROXIMATE
        painter.setBrush(palette.soft(colour, box, min(box.width() * 0.3, 26.0)) if soft else colour)
        radius = 0.0 if soft else min(box.height() / 2, 4.0)
        painter.drawRoundedRect(box, radius, radius)
        if certainty == _INFERRED:
            _dashes(painter, box, palette)


def _dashes(painter: QPainter, box: QRectF, palette: Palette) -> None:
    """Gaps across a bar whose days were inferred."""
    pen = QPen(palette.paper, 2.0)
    painter.setPen(pen)
    x = box.left() + 10
    while x < box.right() - 4 and x < box.left() + 6000:
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        x += 12


def _many(painter: QPainter, found: Marks, palette: Palette) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    boxes = np.empty((len(found.event), 4), np.int32)
    boxes[:, 0], boxes[:, 1] = found.left, found.top
    boxes[:, 2] = np.maximum(found.right - 1, found.left + 1)
    boxes[:, 3] = found.bottom - 1
    order = np.argsort(found.hue, kind="stable")
    cuts = np.searchsorted(found.hue[order], np.arange(len(palette.hues) + 1)).tolist()
    boxes = np.ascontiguousarray(boxes[order])
    for hue, (low, high) in enumerate(itertools.pairwise(cuts)):
        if high > low:
            painter.setBrush(palette.faint(palette.hues[hue], 205))
            draw_boxes(painter, boxes[low:high])


def paint_density(painter: QPainter, density: Density, palette: Palette) -> None:
    """A silhouette standing on the base of its lane."""
    filled = np.flatnonzero(density.height > 0)
    if not len(filled):
        return
    boxes = np.empty((len(filled), 4), np.int32)
    boxes[:, 0] = filled * COLUMN
    boxes[:, 2] = boxes[:, 0] + COLUMN - 1
    boxes[:, 1] = density.base - density.height[filled]
    boxes[:, 3] = density.base - 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.mixed(palette.hues[density.hue], palette.paper, 0.5))
    draw_boxes(painter, boxes)


def draw_boxes(painter: QPainter, boxes: np.ndarray) -> None:
    """Rectangles from an ``[n, 4]`` int32 buffer of left, top, right, bottom (inclusive), in one call.

    QRect is exactly these four integers, so Qt reads the buffer where it lies and no object is made for a rectangle.
    """
    first = cast("QRect", shiboken6.wrapInstance(boxes.ctypes.data, QRect))
    painter.drawRects(first, len(boxes))


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
