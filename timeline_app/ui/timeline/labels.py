"""How are small words painted fast? Each once into a pixmap, kept by what it says: ticks, pills, names of lanes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.ui.timeline.sprite import device_pixels, rounded
from timeline_app.ui.timeline.type import draw

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from PySide6.QtGui import QColor

    from timeline_app.layout.measure import Role
    from timeline_app.ui.timeline.palette import Palette
    from timeline_app.ui.timeline.type import Type

MOST = 4000
Look = Literal["quiet", "ink", "accent", "pill", "lane"]
PAD = 3.0
_Drawn = tuple[QPixmap, float, float]  # with half its width and half its height, in pixels of the device


class Labels:
    """One-line texts as pixmaps, those not used for long thrown away. All but those in the accent stand on bare paper.

    Places are given in the pixels of the canvas; the painter counts those of the device (``device``).
    """

    def __init__(self, palette: Palette, faces: Type, ratio: float) -> None:
        self._palette, self._type, self._ratio = palette, faces, ratio
        self.budget = MOST
        self.pending = False
        self._kept: dict[tuple[str, Role, Look], _Drawn] = {}
        self._older: dict[tuple[str, Role, Look], _Drawn] = {}

    def device(self, painter: QPainter) -> AbstractContextManager[None]:
        """Where the labels are painted."""
        return device_pixels(painter, self._ratio)

    def size(self, text: str, role: Role, look: Look = "quiet") -> tuple[float, float]:
        """How wide and high the text is with what is around it, in the pixels of the canvas."""
        wide = self._type.width(text, role) + {"pill": 16.0, "lane": 18.0}.get(look, 2 * PAD) * self._type.scale / 100
        return wide, 18.0 * self._type.scale / 100 if look == "pill" else self._type.height(role) + 4.0 * self._type.scale / 100

    def word(self, painter: QPainter, text: str, role: Role, x: float, y: float, *, look: Look = "quiet") -> None:
        """The text with its middle at a point."""
        self._put(painter, self._found(text, role, look), x, y)

    def pill(self, painter: QPainter, text: str, x: float, y: float) -> None:
        """The text in a pill, with its middle at a point; later, when this frame's budget is spent."""
        key: tuple[str, Role, Look] = (text, "count", "pill")
        if self.budget <= 0 and key not in self._kept and key not in self._older:
            self.pending = True
            return
        self._put(painter, self._found(text, "count", "pill"), x, y)

    def lane(self, painter: QPainter, text: str, edge: float, top: float, *, rtl: bool) -> None:
        """The name of a lane, in a box at an edge of the canvas."""
        pixmap, half, _ = self._found(text, "lane", "lane")
        x = round(edge * self._ratio)
        painter.drawPixmap(x - round(2 * half) if rtl else x, round(top * self._ratio), pixmap)

    def _put(self, painter: QPainter, drawn: _Drawn, x: float, y: float) -> None:
        pixmap, half_wide, half_high = drawn
        painter.drawPixmap(round(x * self._ratio - half_wide), round(y * self._ratio - half_high), pixmap)

    def _found(self, text: str, role: Role, look: Look) -> _Drawn:
        key = (text, role, look)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > MOST // 2:
                self._kept, self._older = {}, self._kept
            found = self._older.get(key)
            if found is None:
                self.budget -= 1
                pixmap = self._painted(text, role, look)
                found = (pixmap, pixmap.width() / 2, pixmap.height() / 2)
            self._kept[key] = found
        return found

    def _painted(self, text: str, role: Role, look: Look) -> QPixmap:
        wide, high = self.size(text, role, look)
        pixmap = QPixmap(math.ceil(wide * self._ratio), math.ceil(high * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent if look == "accent" else self._palette.paper)  # opaque is drawn fast
        box = QRectF(0, 0, wide, high)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if look in {"pill", "lane"}:
                ground = self._palette.pill if look == "pill" else self._palette.panel
                rounded(painter, box, high / 2 if look == "pill" else 6.0, ground, edge=self._palette.hairline)
            painter.setFont(self._type.fonts[role])
            painter.setPen(self._colour(look))
            draw(painter, box, text, centred=True)
        pixmap.setDevicePixelRatio(1.0)
        return pixmap

    def _colour(self, look: Look) -> QColor:
        return {"ink": self._palette.ink, "accent": self._palette.accent}.get(look, self._palette.quiet)
