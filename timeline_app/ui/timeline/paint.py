"""How is a scene painted? From the paper up: hairlines, density, marks, stems, cards, the axis and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.layout.scene import Box
from timeline_app.ui.timeline import marks
from timeline_app.ui.timeline.art import RADIUS, CardArt, margin
from timeline_app.ui.timeline.labels import Labels
from timeline_app.ui.timeline.sprite import Sprites, draw_lines

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.scene import Card, Scene
    from timeline_app.ui.timeline.names import TickNames
    from timeline_app.ui.timeline.palette import Palette
    from timeline_app.ui.timeline.type import Type


class ScenePainter:
    """Paints scenes in one theme and type."""

    def __init__(self, columns: Columns, palette: Palette, faces: Type, names: TickNames, art: CardArt) -> None:
        self._columns, self._palette, self._type, self._names, self.art = columns, palette, faces, names, art
        self.labels = Labels(palette, faces, art.ratio)
        self._sprites = Sprites(palette, art.ratio)

    def paint(self, painter: QPainter, scene: Scene, *, selected: Collection[int] = (), hovered: int | None = None) -> None:
        """The whole view without the overview strip."""
        frame = scene.frame
        painter.fillRect(QRectF(0, 0, frame.width, frame.height), self._palette.paper)
        self._lines(painter, scene)
        if not len(self._columns):
            self._empty(painter, scene)
        self._lanes(painter, scene)
        if scene.density is not None:
            marks.paint_density(painter, scene.density, self._palette)
        self._axis_words(painter, scene)
        self._axis_line(painter, scene)
        self._today(painter, scene)
        self._stems(painter, scene, selected)
        if scene.marks is not None:
            marks.paint_marks(painter, scene.marks, self._palette, self._sprites, selected)
        marks.paint_extras(painter, self._columns, scene, self._palette)
        self._clusters(painter, scene)
        self._cards(painter, scene, selected, hovered)

    def _empty(self, painter: QPainter, scene: Scene) -> None:
        """What to do, where there is nothing to show; no line runs through it."""
        x, y = scene.frame.width / 2, scene.frame.axis / 2
        wide, high = self._type.width(self._names.empty, "title") + 48, self._type.height("title") + 28
        painter.fillRect(QRectF(round(x - wide / 2), round(y - high / 2), round(wide), round(high)), self._palette.paper)
        with self.labels.device(painter):
            self.labels.word(painter, self._names.empty, "title", x, y)

    # -- over everything ----------------------------------------------------------------------------------------------

    def band(self, painter: QPainter, box: QRectF) -> None:
        """The rectangle that the hand pulls."""
        painter.setPen(QPen(self._palette.accent, 1.0))
        painter.setBrush(self._palette.faint(self._palette.accent, 28))
        painter.drawRect(box)

    def focus(self, painter: QPainter, width: int, height: int) -> None:
        """A frame that says that the keyboard is here."""
        for box in ((0, 0, width, 2), (0, height - 2, width, 2), (0, 0, 2, height), (width - 2, 0, 2, height)):
            painter.fillRect(*box, self._palette.accent)

    # -- the ground ---------------------------------------------------------------------------------------------------

    def _lines(self, painter: QPainter, scene: Scene) -> None:
        bottom, mirror = scene.frame.axis, scene.scale.mirror
        draw_lines(painter, [(mirror(at), 0.0, bottom) for at in scene.axis.lines], self._palette.grid)
        draw_lines(painter, [(mirror(at), 0.0, bottom + 4) for at in scene.axis.heading_lines], self._palette.hairline)
        draw_lines(painter, [(mirror(at), bottom, bottom + 4) for at in scene.axis.notches], self._palette.line)

    def _today(self, painter: QPainter, scene: Scene) -> None:
        """The line of today, and its word where no card stands."""
        if scene.today is None:
            return
        x = float(scene.scale.x_of(scene.today))
        if -2 <= x <= scene.frame.width + 2:
            wide, high = self.labels.size(self._names.today, "count")
            draw_lines(painter, [(x, high + 2, scene.frame.axis + 6)], self._palette.faint(self._palette.accent, 150))
            x = min(max(x, wide / 2 + 2), scene.frame.width - wide / 2 - 2)
            word = Box(x - wide / 2, 0.0, wide, high + 2)
            if not any(card.box.meets(word) for card in scene.cards):
                with self.labels.device(painter):
                    self.labels.word(painter, self._names.today, "count", x, high / 2 + 1, look="accent")

    def _lanes(self, painter: QPainter, scene: Scene) -> None:
        lanes = scene.frame.lanes
        if len(lanes) <= 1:
            return
        for lane in lanes[:-1]:
            painter.fillRect(0, round(lane.base + 6), round(scene.frame.width), 1, self._palette.hairline)

    def lane_titles(self, painter: QPainter, scene: Scene) -> None:
        """The names of the lanes, over everything that passes below them."""
        if len(scene.frame.lanes) <= 1:
            return
        rtl = scene.scale.rtl
        edge = scene.frame.width - 6 if rtl else 6.0
        with self.labels.device(painter):
            for lane in scene.frame.lanes:
                self.labels.lane(painter, lane.name, edge, lane.top + 5, rtl=rtl)

    # -- cards --------------------------------------------------------------------------------------------------------

    def _stems(self, painter: QPainter, scene: Scene, selected: Collection[int]) -> None:
        plain = [card for card in scene.cards if not card.stemless and not card.ghost]
        draw_lines(painter, [(card.x, card.box.bottom, card.base) for card in plain], self._palette.line)
        chosen = [(card.x, card.box.bottom, card.base) for card in plain if card.event in selected] if selected else []
        draw_lines(painter, chosen, self._palette.accent)
        painter.setPen(QPen(self._palette.faint(self._palette.contradiction, 160), 1.0, Qt.PenStyle.DashLine))
        ghosts = [(round(card.x) + 0.5, card) for card in scene.cards if card.ghost]
        painter.drawLines([QLineF(x, card.box.bottom, x, card.base) for x, card in ghosts])

    def _cards(self, painter: QPainter, scene: Scene, selected: Collection[int], hovered: int | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with self.labels.device(painter):
            for card in scene.cards:
                self._card(painter, card)
        for card in scene.cards:
            if (card.event in selected or card.event == hovered) and not card.ghost:
                self._ring(painter, card, strong=card.event in selected)

    def _card(self, painter: QPainter, card: Card) -> None:
        around, ratio = margin(card.text), self.art.ratio
        left, top = round((round(card.box.left) - around) * ratio), round((round(card.box.top) - around) * ratio)
        painter.drawPixmap(left, top, self.art.pixmap(card.event, card.text))

    def _ring(self, painter: QPainter, card: Card, *, strong: bool) -> None:
        colour = self._palette.accent
        box = QRectF(round(card.box.left), round(card.box.top), card.box.width, card.box.height)
        radius = 5.0 if card.text.chip else RADIUS
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if strong:
            painter.setPen(QPen(self._palette.faint(colour, 46), 5.0))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 2, radius + 2)
        painter.setPen(QPen(colour if strong else self._palette.faint(colour, 150), 1.8 if strong else 1.2))
        painter.drawRoundedRect(box.adjusted(0, 0, 0, 0), radius, radius)

    def _clusters(self, painter: QPainter, scene: Scene) -> None:
        with self.labels.device(painter):
            for cluster in scene.clusters:
                self.labels.pill(painter, self._names.number(cluster.number), cluster.x, cluster.y)

    # -- the axis -----------------------------------------------------------------------------------------------------

    def _axis_line(self, painter: QPainter, scene: Scene) -> None:
        """The line of the axis, cut and marked with two strokes where time is folded."""
        y = round(scene.frame.axis)
        cuts = sorted((a + b) / 2 for a, b in scene.axis.breaks)
        mirror = scene.scale.mirror
        edges = [0.0, *(edge for cut in cuts for edge in (cut - 5, cut + 5)), scene.frame.width]
        for start, end in zip(edges[0::2], edges[1::2], strict=True):
            left, right = sorted((round(mirror(start)), round(mirror(end))))
            painter.fillRect(left, y, right - left, 1, self._palette.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._palette.quiet, 1.3))
        for cut in cuts:
            for x in (mirror(cut) - 4.0, mirror(cut) + 4.0):
                painter.drawLine(QLineF(x - 3, y + 8.5, x + 3, y - 7.5))

    def _axis_words(self, painter: QPainter, scene: Scene) -> None:
        mirror, row = scene.scale.mirror, scene.frame.metrics.row
        first = scene.frame.axis + 4 + row / 2
        with self.labels.device(painter):
            for label in scene.axis.ticks:
                self.labels.word(painter, label.text, "tick", mirror(label.middle), first)
            for label in scene.axis.headings:
                self.labels.word(painter, label.text, "heading", mirror(label.middle), first + row - 1, look="ink")
            for label in scene.axis.hijri:
                self.labels.word(painter, label.text, "count", mirror(label.middle), first + 2 * row - 3)
            self._folded(painter, scene, first + row - 1)

    def _folded(self, painter: QPainter, scene: Scene, y: float) -> None:
        """How long each break is, where its words have room between the labels."""
        scale = scene.scale
        taken = [(label.middle - label.width / 2, label.middle + label.width / 2) for label in scene.axis.headings]
        for start, end in scene.axis.breaks:
            text = self._names.folded(float(scale.time_along(start)), float(scale.time_along(end)))
            half = self._type.width(text, "count") / 2 + 5
            middle = (start + end) / 2
            if all(middle + half < low or high < middle - half for low, high in taken):
                self.labels.word(painter, text, "count", scale.mirror(middle), y)
                taken.append((middle - half, middle + half))
