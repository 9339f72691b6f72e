"""How is a scene painted? Lane by lane from the paper to the cards, then what crosses lanes: axis, marks, rings."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.layout.scene import Box
from timeline_app.ui.timeline.art import RADIUS, CardArt, margin
from timeline_app.ui.timeline.ground import Ground
from timeline_app.ui.timeline.labels import Labels
from timeline_app.ui.timeline.marks import LaneMarks, paint_extras
from timeline_app.ui.timeline.sprite import Sprites, plain_fills

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.mark import Cluster
    from timeline_app.layout.scene import Card, Scene
    from timeline_app.ui.timeline.names import TickNames
    from timeline_app.ui.timeline.palette import Palette
    from timeline_app.ui.timeline.type import Type


class _Lane(NamedTuple):
    """What is painted in one lane."""

    number: int
    marks: LaneMarks | None
    clusters: list[Cluster]
    cards: list[Card]


class ScenePainter:
    """Paints scenes in one theme and type. ``like`` is a painter before this one: what looks the same is taken from it."""

    def __init__(
        self, columns: Columns, palette: Palette, faces: Type, names: TickNames, art: CardArt, *, like: ScenePainter | None = None
    ) -> None:
        self._columns, self._palette, self._type, self._names, self.art = columns, palette, faces, names, art
        self.look = (palette, faces, art.ratio)
        kept = like if like is not None and like.look == self.look else None
        self.labels: Labels = Labels(palette, faces, art.ratio) if kept is None else kept.labels
        self.sprites: Sprites = Sprites(palette, art.ratio) if kept is None else kept.sprites

    def allow(self, budget: int) -> None:
        """Paint so many new cards, and so many new words, until this is said again."""
        for kept in (self.labels, self.art):
            kept.budget, kept.pending = budget, False

    @property
    def pending(self) -> bool:
        """Whether something waits for another frame."""
        return self.labels.pending or self.art.pending

    def paint(
        self,
        painter: QPainter,
        scene: Scene,
        *,
        selected: Collection[int] = (),
        hovered: int | None = None,
        cluster: Cluster | None = None,
    ) -> None:
        """The whole view without the overview strip; with rings about the selected, the hovered and the current ``cluster``."""
        lanes = self._lanes(scene, selected)
        ground = Ground(scene, self._palette, self.art.ratio, named=self._named)
        with plain_fills(painter, self.art.ratio):
            for number, lane in enumerate(lanes):
                ground.paint(painter, number)
                self._stems(painter, lane.cards, selected)
                if lane is not lanes[-1]:
                    self._hung(painter, lane)
            ground.paint(painter, len(lanes))
        if not len(self._columns):
            self._empty(painter, scene)
        self._axis_words(painter, scene)
        self._axis_line(painter, scene)
        self._today(painter, scene)
        with plain_fills(painter, self.art.ratio):
            self._hung(painter, lanes[-1])
        paint_extras(painter, self._columns, scene, self._palette)
        self._rings(painter, scene, selected, hovered)
        if cluster is not None:
            self._cluster_ring(painter, cluster)

    def _lanes(self, scene: Scene, selected: Collection[int]) -> list[_Lane]:
        """What stands over each lane's ground: painted lane by lane, while the memory of a lane is near."""
        lanes, found = scene.frame.lanes, scene.marks
        drawn = None if found is None else LaneMarks(found, len(lanes), self._palette, self.sprites, selected)
        made = [_Lane(number, drawn, [], []) for number in range(len(lanes))]
        at = {lane.base: one for lane, one in zip(lanes, made, strict=True)}
        for card in scene.cards:
            at[card.base].cards.append(card)
        for cluster in scene.clusters:
            made[cluster.lane].clusters.append(cluster)
        return made

    def _hung(self, painter: QPainter, lane: _Lane) -> None:
        """What stands over the ground of a lane: marks, pills, cards."""
        if lane.marks is not None:
            lane.marks.paint(painter, lane.number)
        for cluster in lane.clusters:
            self.labels.pill(painter, self._names.number(cluster.number), cluster.x, cluster.y)
        ratio, pixmap, put = self.art.ratio, self.art.pixmap, painter.drawPixmap
        for event, text, (left, top, _, _), *_ in lane.cards:
            around, found = margin(text), pixmap(event, text)
            if found is not None:
                put(round((round(left) - around) * ratio), round((round(top) - around) * ratio), found)

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

    @property
    def _named(self) -> float:
        """How far down the word of today reaches."""
        return self.labels.size(self._names.today, "count")[1] + 2

    def _today(self, painter: QPainter, scene: Scene) -> None:
        """The word of today over its line, where neither a card nor a pill stands."""
        if scene.today is None:
            return
        x = float(scene.scale.x_of(scene.today))
        if -2 <= x <= scene.frame.width + 2:
            wide, high = self.labels.size(self._names.today, "count")
            x = min(max(x, wide / 2 + 2), scene.frame.width - wide / 2 - 2)
            word = Box(x - wide / 2, 0.0, wide, high + 2)
            pills = (Box(one.x - one.width / 2, one.y - high / 2, one.width, high) for one in scene.clusters)
            if not any(box.meets(word) for box in itertools.chain((card.box for card in scene.cards), pills)):
                with self.labels.device(painter):
                    self.labels.word(painter, self._names.today, "count", x, high / 2 + 1, look="accent")

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

    def _stems(self, painter: QPainter, cards: Sequence[Card], selected: Collection[int]) -> None:
        """Filled, not stroked: a stroke of two pixels of the device is slow."""
        ratio, high = self.art.ratio, max(round(self.art.ratio), 1)
        for card in cards:
            if card.ghost:
                self._ghost_stem(painter, card)
            elif not card.stemless:
                top, bottom = round(round(card.box.bottom) * ratio), round(round(card.base) * ratio)
                colour = self._palette.accent if card.event in selected else self._palette.line
                painter.fillRect(round(round(card.x) * ratio), top, high, bottom - top, colour)

    def _ghost_stem(self, painter: QPainter, card: Card) -> None:
        ratio, x = self.art.ratio, (round(card.x) + 0.5) * self.art.ratio
        painter.setPen(QPen(self._palette.faint(self._palette.contradiction, 160), ratio, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, card.box.bottom * ratio, x, card.base * ratio))
        painter.setPen(Qt.PenStyle.NoPen)

    def _rings(self, painter: QPainter, scene: Scene, selected: Collection[int], hovered: int | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in scene.cards:
            if (card.event in selected or card.event == hovered) and not card.ghost:
                self._ring(painter, card, strong=card.event in selected)

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

    def _cluster_ring(self, painter: QPainter, cluster: Cluster) -> None:
        wide, high = self.labels.size(self._names.number(cluster.number), "count", "pill")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._palette.accent, 1.8))
        box = QRectF(cluster.x - wide / 2, cluster.y - high / 2, wide, high).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

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
        """How long each break is, where its words have room between the labels; where only the rate changes nothing is folded."""
        scale = scene.scale
        taken = [(label.middle - label.width / 2, label.middle + label.width / 2) for label in scene.axis.headings]
        for start, end in (fold for fold in scene.axis.breaks if fold[0] < fold[1]):
            text = self._names.folded(float(scale.time_along(start)), float(scale.time_along(end)))
            half = self._type.width(text, "count") / 2 + 5
            middle = (start + end) / 2
            if all(middle + half < low or high < middle - half for low, high in taken):
                self.labels.word(painter, text, "count", scale.mirror(middle), y)
                taken.append((middle - half, middle + half))
