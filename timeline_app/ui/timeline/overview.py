"""Where in the whole is the view? A strip in true proportion under the axis, with the window in it to be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.layout.index import LONGER_THAN_A_DAY
from timeline_app.layout.scale import Scale, whole
from timeline_app.layout.tick import axis
from timeline_app.layout.warp import true_warp
from timeline_app.ui.timeline.sprite import device_pixels, draw_boxes
from timeline_app.ui.timeline.type import draw

if TYPE_CHECKING:
    from timeline_app.ui.timeline.stage import Stage

FEW = 120
NARROWEST = 10.0


class Overview:
    """Paints the strip and says where in it the window lies. Its ground is painted once for a size and a set of events."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._ground: tuple[object, tuple[QPixmap, QPixmap]] | None = None
        self._scale: tuple[tuple[int, float, bool], Scale] | None = None

    def box(self) -> QRectF:
        """The strip on the canvas."""
        top, height = self._stage.frame().overview
        margin = self._stage.metrics.margin
        return QRectF(margin, top, self._stage.size[0] - 2 * margin, height)

    def scale(self) -> Scale:
        """Time to x within the strip, counted from its left edge: true proportion."""
        key = (id(self._stage.columns), self.box().width(), self._stage.options.rtl)
        if self._scale is None or self._scale[0] != key:
            first, last = self._stage.columns.span
            slack = (last - first) * 0.02 + 0.5
            self._scale = (key, whole(true_warp(first - slack, last + slack), key[1], rtl=key[2]))
        return self._scale[1]

    def window(self) -> QRectF:
        """The window: what the canvas shows, never narrower than a finger finds."""
        box, scale, view = self.box(), self.scale(), self._stage.view()
        a, b = float(scale.x_of(view.first)), float(scale.x_of(view.last))
        low, high = sorted((min(max(a, 0.0), box.width()), min(max(b, 0.0), box.width())))
        if high - low < NARROWEST:
            middle = min(max((low + high) / 2, NARROWEST / 2), box.width() - NARROWEST / 2)
            low, high = middle - NARROWEST / 2, middle + NARROWEST / 2
        return QRectF(box.left() + low, box.top(), high - low, box.height())

    def time_at(self, x: float) -> float:
        """The time under a point of the strip, by its x on the canvas."""
        return float(self.scale().time_at(x - self.box().left()))

    def paint(self, painter: QPainter) -> None:
        """The strip with its window: copied from two pictures made once, the plain one around the tinted."""
        box, ratio = self.box(), self._stage.ratio
        plain, tinted = self._painted(box)
        x, y = round((box.left() - 1) * ratio), round((box.top() - 1) * ratio)
        window = self.window()
        left, right = round(window.left() * ratio), round(window.right() * ratio)
        low, high = round(box.top() * ratio), round(box.bottom() * ratio)
        edge = max(round(2 * ratio), 1)
        with device_pixels(painter, ratio):
            painter.drawPixmap(x, y, plain, 0, 0, plain.width(), low - y)
            painter.drawPixmap(x, high, plain, 0, high - y, plain.width(), y + plain.height() - high)
            painter.drawPixmap(x, low, plain, 0, low - y, left - x, high - low)
            painter.drawPixmap(right, low, plain, right - x, low - y, x + plain.width() - right, high - low)
            painter.drawPixmap(left, low, tinted, left - x, low - y, right - left, high - low)
            for at, top, width, height in (
                (left + edge, low, right - left - 2 * edge, edge),
                (left + edge, high - edge, right - left - 2 * edge, edge),
                (left, low + edge, edge, high - low - 2 * edge),
                (right - edge, low + edge, edge, high - low - 2 * edge),
            ):
                painter.fillRect(at, top, width, height, self._stage.palette.accent)

    def _painted(self, box: QRectF) -> tuple[QPixmap, QPixmap]:
        stage = self._stage
        key = (id(stage.columns), box.width(), box.height(), stage.ratio, id(stage.palette), stage.options)
        if self._ground is None or self._ground[0] != key:
            plain = QPixmap(round((box.width() + 2) * stage.ratio), round((box.height() + 2) * stage.ratio))
            plain.setDevicePixelRatio(stage.ratio)
            plain.fill(stage.palette.paper)
            with QPainter(plain) as painter:
                painter.translate(1, 1)
                self._paint_ground(painter, QRectF(0, 0, box.width(), box.height()))
            plain.setDevicePixelRatio(1.0)
            tinted = plain.copy()
            with QPainter(tinted) as painter:
                painter.fillRect(tinted.rect(), stage.palette.faint(stage.palette.accent, 22))
            self._ground = (key, (plain, tinted))
        return self._ground[1]

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        palette = self._stage.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.panel)
        painter.drawRoundedRect(box, 7, 7)
        if not len(self._stage.columns):
            return
        if len(self._stage.columns) <= FEW:
            self._paint_few(painter, box)
        else:
            self._paint_many(painter, box)
        self._paint_years(painter, box)

    def _paint_few(self, painter: QPainter, box: QRectF) -> None:
        columns, palette, scale = self._stage.columns, self._stage.palette, self.scale()
        starts, ends = scale.x_of(columns.start), scale.x_of(columns.end)
        y = box.height() * 0.4
        for event in range(len(columns)):
            low, high = sorted((float(starts[event]), float(ends[event])))
            width = max(high - low, 6.0)
            middle = (low + high) / 2
            painter.setBrush(palette.faint(palette.hues[columns.hue[event]], 220))
            tall = 9.0 if columns.end[event] - columns.start[event] > LONGER_THAN_A_DAY else 6.0
            painter.drawRoundedRect(QRectF(middle - width / 2, y - tall / 2, width, tall), 3, 3)

    def _paint_many(self, painter: QPainter, box: QRectF) -> None:
        columns, scale = self._stage.columns, self.scale()
        edges = scale.time_along(np.arange(int(box.width()) + 1, dtype=np.float64))
        counts = np.diff(np.searchsorted(columns.start, edges))
        if scale.rtl:
            counts = counts[::-1]
        filled = np.flatnonzero(counts)
        high = np.log2(counts[filled] + 1.0)
        boxes = np.empty((len(filled), 4), np.int32)
        boxes[:, 0] = boxes[:, 2] = filled
        boxes[:, 3] = box.height() - self._low()
        boxes[:, 1] = boxes[:, 3] - high / max(high.max(), 1.0) * (box.height() - self._low() - 4)
        draw_boxes(painter, boxes, self._stage.palette.seen(self._stage.palette.accent, self._stage.palette.panel))

    def _low(self) -> float:
        """The height of the strip's lower part, where the years stand."""
        return 16.0 * self._stage.options.scale / 100

    def _paint_years(self, painter: QPainter, box: QRectF) -> None:
        scale = self.scale()
        painter.setFont(self._stage.type.fonts["count"])
        painter.setPen(self._stage.palette.quiet)
        low = self._low()
        for label in axis(scale, self._stage.names, self._stage.type, gap=90.0).ticks:
            x = float(scale.mirror(label.middle))
            draw(painter, QRectF(x - label.width / 2 - 2, box.height() - low, label.width + 4, low - 1), label.text, centred=True)
