"""How are thousands of points and soft bars painted in one stroke? As fragments of a sprite, from a numpy buffer."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import numpy as np
import shiboken6
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor

    from timeline_app.layout.columns import Bytes, Floats
    from timeline_app.ui.timeline.palette import Palette

CELL = 12  # pixels of a point's cell in the sheet
LONG = 64  # pixels of a soft bar in the sheet, stretched to its width


class Sprites:
    """A sheet with a point and a soft bar in every hue."""

    def __init__(self, palette: Palette, ratio: float) -> None:
        self._ratio = ratio
        self._points = self._sheet(len(palette.hues), CELL)
        self._bars = self._sheet(len(palette.hues), LONG)
        self._draw_points(palette)
        self._draw_bars(palette)

    def points(self, painter: QPainter, x: Floats, y: Floats, hue: Bytes) -> None:
        """Points with their middles at ``x``, ``y``."""
        size = CELL * self._ratio
        with device_pixels(painter, self._ratio):
            self._fragments(painter, self._points, (np.round(x * self._ratio), y * self._ratio, size, hue, np.ones(len(x))))

    def bars(self, painter: QPainter, left: Floats, right: Floats, y: Floats, hue: Bytes) -> None:
        """Bars with fading ends about a height of ``y``."""
        size = LONG * self._ratio
        middle, stretch = (left + right) / 2 * self._ratio, (right - left) * self._ratio / size
        with device_pixels(painter, self._ratio):
            self._fragments(painter, self._bars, (middle, y * self._ratio, size, hue, stretch))

    def _fragments(self, painter: QPainter, sheet: QPixmap, where: tuple[Floats, Floats, float, Bytes, Floats]) -> None:
        """``QPainter.PixmapFragment`` is ten doubles: x, y, source left, top, width, height, scale x, y, rotation, opacity."""
        x, y, size, hue, stretch = where
        if not len(x):
            return
        rows = np.zeros((len(x), 10))
        rows[:, 0], rows[:, 1] = x, y
        rows[:, 3] = hue * (CELL * self._ratio)
        rows[:, 4], rows[:, 5] = size, CELL * self._ratio
        rows[:, 6], rows[:, 7] = stretch, 1.0
        rows[:, 9] = 1.0
        first = cast("QPainter.PixmapFragment", shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment))
        painter.drawPixmapFragments(first, len(rows), sheet)

    def _sheet(self, hues: int, width: int) -> QPixmap:
        sheet = QPixmap(round(width * self._ratio), round(CELL * hues * self._ratio))
        sheet.fill(Qt.GlobalColor.transparent)
        return sheet

    def _draw_points(self, palette: Palette) -> None:
        with QPainter(self._points) as painter:
            painter.scale(self._ratio, self._ratio)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row, colour in enumerate(palette.hues):
                painter.setPen(QPen(palette.paper, 1.4))
                painter.setBrush(colour)
                painter.drawEllipse(QRectF(CELL / 2 - 4, row * CELL + CELL / 2 - 4, 8, 8))

    def _draw_bars(self, palette: Palette) -> None:
        with QPainter(self._bars) as painter:
            painter.scale(self._ratio, self._ratio)
            painter.setPen(Qt.PenStyle.NoPen)
            for row, colour in enumerate(palette.hues):
                box = QRectF(0, row * CELL + CELL / 2 - 4, LONG, 8)
                painter.setBrush(palette.soft(colour, box, LONG * 0.25))
                painter.drawRect(box)


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
    return (boxes * np.int32(ratio) if ratio.is_integer() else np.round(boxes * ratio).astype(np.int32)) - ends


def fill(painter: QPainter, boxes: np.ndarray, colour: QColor) -> None:
    """Rectangles of the device in one colour, in one call, within ``plain_fills``.

    QRect is exactly four integers, so Qt reads the buffer where it lies and no object is made for a rectangle.
    """
    if len(boxes):
        painter.setBrush(colour)
        painter.drawRects(cast("QRect", shiboken6.wrapInstance(boxes.ctypes.data, QRect)), len(boxes))


def draw_boxes(painter: QPainter, boxes: np.ndarray, colour: QColor) -> None:
    """Rectangles of the canvas in one colour."""
    ratio = painter.device().devicePixelRatioF()
    with plain_fills(painter, ratio):
        fill(painter, on_device(boxes, ratio), colour)


def draw_boxes_by_hue(painter: QPainter, boxes: np.ndarray, hue: np.ndarray, colours: Sequence[QColor]) -> None:
    """The same in many colours."""
    if not len(boxes):
        return
    ratio = painter.device().devicePixelRatioF()
    order = np.argsort(hue, kind="stable")
    boxes, hue = on_device(boxes[order], ratio), hue[order]
    cuts = [0, *(np.flatnonzero(hue[1:] != hue[:-1]) + 1).tolist(), len(hue)]
    with plain_fills(painter, ratio):
        for low, high in itertools.pairwise(cuts):
            fill(painter, boxes[low:high], colours[hue[low]])
