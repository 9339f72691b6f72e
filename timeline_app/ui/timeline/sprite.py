"""How are thousands of points and soft bars painted in one stroke? As fragments of a sprite, from a numpy buffer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import numpy as np
import shiboken6
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor

    from timeline_app.layout.columns import Bytes, Floats
    from timeline_app.ui.timeline.palette import Palette

CELL = 12  # pixels of a point's cell in the sheet
LONG = 64  # pixels of a soft bar in the sheet, stretched to its width


class Sprites:
    """A sheet with a point and a soft bar in every hue."""

    def __init__(self, palette: Palette, ratio: float) -> None:
        self.ratio = ratio
        self._points = self._sheet(len(palette.hues), CELL)
        self._bars = self._sheet(len(palette.hues), LONG)
        self._draw_points(palette)
        self._draw_bars(palette)

    def points(self, x: Floats, y: Floats, hue: Bytes) -> Fragments:
        """Points with their middles at ``x``, ``y``."""
        where = np.stack((np.round(x * self.ratio), y * self.ratio), axis=1)
        return self._fragments(self._points, where, CELL, hue, np.ones(len(x)))

    def bars(self, left: Floats, right: Floats, y: Floats, hue: Bytes) -> Fragments:
        """Bars with fading ends about a height of ``y``."""
        where = np.stack(((left + right) / 2, y), axis=1) * self.ratio
        return self._fragments(self._bars, where, LONG, hue, (right - left) / LONG)

    def _fragments(self, sheet: QPixmap, where: Floats, size: float, hue: Bytes, stretch: Floats) -> Fragments:
        rows = np.zeros((len(where), 10))
        rows[:, :2] = where
        rows[:, 3] = hue * (CELL * self.ratio)
        rows[:, 4], rows[:, 5] = size * self.ratio, CELL * self.ratio
        rows[:, 6], rows[:, 7] = stretch, 1.0
        rows[:, 9] = 1.0
        return Fragments(sheet, rows)

    def _sheet(self, hues: int, width: int) -> QPixmap:
        sheet = QPixmap(round(width * self.ratio), round(CELL * hues * self.ratio))
        sheet.fill(Qt.GlobalColor.transparent)
        return sheet

    def _draw_points(self, palette: Palette) -> None:
        with QPainter(self._points) as painter:
            painter.scale(self.ratio, self.ratio)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row, colour in enumerate(palette.hues):
                painter.setPen(QPen(palette.paper, 1.4))
                painter.setBrush(colour)
                painter.drawEllipse(QRectF(CELL / 2 - 4, row * CELL + CELL / 2 - 4, 8, 8))

    def _draw_bars(self, palette: Palette) -> None:
        with QPainter(self._bars) as painter:
            painter.scale(self.ratio, self.ratio)
            painter.setPen(Qt.PenStyle.NoPen)
            for row, colour in enumerate(palette.hues):
                box = QRectF(0, row * CELL + CELL / 2 - 4, LONG, 8)
                painter.setBrush(palette.soft(colour, box, LONG * 0.25))
                painter.drawRect(box)


class Fragments:
    """Copies of parts of a sheet, in pixels of the device.

    ``QPainter.PixmapFragment`` is ten doubles: x, y, source left, top, width, height, scale x, y, rotation, opacity.
    """

    def __init__(self, sheet: QPixmap, rows: np.ndarray) -> None:
        self._sheet, self._rows, self._at = sheet, rows, rows.ctypes.data

    def paint(self, painter: QPainter, low: int, high: int) -> None:
        """Those from one to another, in one call."""
        if high > low:
            at = self._at + low * self._rows.strides[0]
            first = cast("QPainter.PixmapFragment", shiboken6.wrapInstance(at, QPainter.PixmapFragment))
            painter.drawPixmapFragments(first, high - low, self._sheet)


def rounded(painter: QPainter, box: QRectF, radius: float, colour: QColor, *, edge: QColor) -> None:
    """A rounded box with an edge a pixel wide: two fills, one within the other. To stroke it takes three times as long."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawRoundedRect(box, radius, radius)
    painter.setBrush(colour)
    painter.drawRoundedRect(box.adjusted(1.0, 1.0, -1.0, -1.0), radius - 1.0, radius - 1.0)


@contextmanager
def device_pixels(painter: QPainter, ratio: float) -> Iterator[None]:
    """Paint in pixels of the device: Qt fills and copies several times faster where it has nothing to scale."""
    if ratio == 1.0:
        yield
        return
    painter.save()
    painter.scale(1.0 / ratio, 1.0 / ratio)
    yield
    painter.restore()


@contextmanager
def plain_fills(painter: QPainter, ratio: float) -> Iterator[None]:
    """Fill in pixels of the device, without soft edges or outlines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    with device_pixels(painter, ratio):
        yield


def on_device(boxes: np.ndarray, ratio: float) -> np.ndarray:
    """Rectangles of pixels of the canvas in those of the device. They touch alike at every ratio.

    An ``[n, 4]`` int32 buffer of left, top, right, bottom (inclusive), as it is for ``fill``.
    """
    boxes = np.ascontiguousarray(boxes, dtype=np.int32)
    if ratio == 1.0:
        return boxes
    ends = np.array([0, 0, 1, 1], np.int32)
    boxes = boxes + ends
    return (boxes * np.int32(ratio) if ratio == round(ratio) else np.round(boxes * ratio).astype(np.int32)) - ends


class Boxes:
    """Rectangles of the device to be filled, within ``plain_fills``: an ``[n, 4]`` int32 buffer as of ``on_device``.

    QRect is exactly four integers, so Qt reads the buffer where it lies and no object is made for a rectangle.
    """

    def __init__(self, boxes: np.ndarray) -> None:
        self.boxes = boxes
        self._at, self._long = boxes.ctypes.data, boxes.strides[0]  # asked for once: to ask takes longer than to fill

    def paint(self, painter: QPainter, colour: QColor, low: int = 0, high: int | None = None) -> None:
        """Those from one to another in one colour, in one call."""
        number = (len(self.boxes) if high is None else high) - low
        if number > 0:
            painter.setBrush(colour)
            painter.drawRects(cast("QRect", shiboken6.wrapInstance(self._at + low * self._long, QRect)), number)


def draw_boxes(painter: QPainter, boxes: np.ndarray, colour: QColor) -> None:
    """Rectangles of the canvas in one colour."""
    ratio = painter.device().devicePixelRatioF()
    with plain_fills(painter, ratio):
        Boxes(on_device(boxes, ratio)).paint(painter, colour)
