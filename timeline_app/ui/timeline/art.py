"""What does a card look like? Each is painted once into a pixmap and kept."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QRegion

from timeline_app.layout.columns import CERTAINTIES
from timeline_app.model.daterange import Certainty
from timeline_app.ui.timeline.sprite import rounded
from timeline_app.ui.timeline.type import draw

if TYPE_CHECKING:
    from timeline_app.layout.card import CardText
    from timeline_app.layout.columns import Columns
    from timeline_app.layout.frame import Metrics
    from timeline_app.ui.timeline.palette import Palette
    from timeline_app.ui.timeline.type import Type

SHADOW = 4.0  # pixels a pixmap is larger than its card on every side; a chip casts none
RADIUS = 8.0
MOST = 3000
SPINE = 4.0
DASH, GAP = 6.0, 4.0  # of the spine of what is inferred


def margin(text: CardText) -> float:
    """How much larger the pixmap of a card is than the card, on every side."""
    return 0.0 if text.chip else SHADOW


class CardArt:
    """Pixmaps of cards, those not used for long thrown away; ``cold`` counts those painted since it was last reset.

    At most ``budget`` are painted until it is set again; ``pending`` says that one had to wait.
    ``like`` is the art of events before these: cards that look the same are taken from it.
    """

    def __init__(
        self,
        columns: Columns,
        palette: Palette,
        faces: Type,
        metrics: Metrics,
        *,
        rtl: bool,
        ratio: float,
        like: CardArt | None = None,
    ) -> None:
        self._columns, self._palette, self._type, self._metrics = columns, palette, faces, metrics
        self._rtl, self.ratio = rtl, ratio
        self._kept: dict[tuple[int, float, float], QPixmap] = {}
        self._older: dict[tuple[int, float, float], QPixmap] = {}
        same = like is not None and like.dress() == self.dress()
        self.looks: OrderedDict[tuple[CardText, int, int], QPixmap] = like.looks if like and same else OrderedDict()
        self.cold, self.budget, self.pending = 0, MOST, False

    def pixmap(self, event: int, text: CardText) -> QPixmap | None:
        """The card of an event, with its margin, in pixels of the device; later, when this frame's budget is spent."""
        key = (event, text.width if text.lines else -text.width, text.height)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > MOST // 2:
                self._kept, self._older = {}, self._kept
            found = self._older.get(key) or self._looking(event, text)
            if found is not None:
                self._kept[key] = found
        return found

    def dress(self) -> tuple[object, ...]:
        """What all cards look like, whatever they say."""
        return self._palette, self._type, self._metrics, self._rtl, self.ratio

    def _looking(self, event: int, text: CardText) -> QPixmap | None:
        """The card of any event with these words, this hue and this certainty."""
        look = (text, int(self._columns.hue[event]), int(self._columns.certainty[event]))
        found = self.looks.pop(look, None)
        if found is None:
            if self.budget <= 0:
                self.pending = True
                return None
            found = self._painted(event, text)
            self.budget -= 1
            self.cold += 1
        self.looks[look] = found
        if len(self.looks) > MOST:
            self.looks.popitem(last=False)
        return found

    def _painted(self, event: int, text: CardText) -> QPixmap:
        ratio, around = self.ratio, margin(text)
        pixmap = QPixmap(math.ceil((text.width + 2 * around) * ratio), math.ceil((text.height + 2 * around) * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._palette.paper if text.chip and text.lines else Qt.GlobalColor.transparent)  # opaque is drawn fast
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(around, around, text.width, text.height)
            if text.lines:
                self._body(painter, box, event, small=text.chip)
                self._words(painter, box, text)
            else:
                self._ghost(painter, box, text)
        pixmap.setDevicePixelRatio(1.0)
        return pixmap

    def _body(self, painter: QPainter, box: QRectF, event: int, *, small: bool) -> None:
        palette = self._palette
        radius = 5.0 if small else RADIUS
        painter.setPen(Qt.PenStyle.NoPen)
        if not small:
            for grow, alpha in ((2.5, 7), (1.5, 9), (0.5, 12)):
                painter.setBrush(palette.shade(alpha))
                painter.drawRoundedRect(box.adjusted(-grow, -grow + 1.5, grow, grow + 1.0), radius + grow, radius + grow)
        rounded(painter, box, radius, palette.card, edge=palette.hairline)
        self._spine(painter, box, event, radius)

    def _spine(self, painter: QPainter, box: QRectF, event: int, radius: float) -> None:
        """The stroke in the hue of the kind: whole when written, dashed when inferred, paling when approximate.

        It is the card once more in that hue, of which its edge is let through: a clip of rectangles costs nothing.
        """
        hue = self._palette.hues[self._columns.hue[event]]
        certainty = CERTAINTIES[self._columns.certainty[event]]
        side = QRectF(box.right() - SPINE if self._rtl else box.left(), box.top(), SPINE, box.height())
        if certainty is Certainty.INFERRED:
            dashes = QRegion()
            top = side.top()
            while top < side.bottom():
                dashes += QRectF(side.left(), top, SPINE, min(DASH, side.bottom() - top)).toRect()
                top += DASH + GAP
            painter.setClipRegion(dashes)
        else:
            painter.setClipRect(side)
        painter.setBrush(self._palette.paling(hue, side) if certainty is not Certainty.WRITTEN else hue)
        painter.drawRoundedRect(box, radius, radius)
        painter.setClipping(False)

    def _words(self, painter: QPainter, box: QRectF, text: CardText) -> None:
        metrics, palette, rtl = self._metrics, self._palette, self._rtl
        inner = box.adjusted(metrics.pad_x, 0, -metrics.pad_x, 0)
        top = box.top() + (metrics.pad_top if not text.chip else (box.height() - metrics.line) / 2)
        painter.setFont(self._type.fonts["title"])
        painter.setPen(palette.ink)
        for line in text.lines:
            draw(painter, QRectF(inner.left(), top, inner.width(), metrics.line), line, rtl=rtl)
            top += metrics.line
        if text.count:
            self._pill(painter, inner, box.top() + metrics.pad_top, text.count)
        if text.chip and text.doubt:
            self._mark(painter, inner.left() + 3 if rtl else inner.right() - 3, box.center().y())
        if text.date:
            self._date(painter, QRectF(inner.left(), top, inner.width(), metrics.date_line), text)

    def _pill(self, painter: QPainter, inner: QRectF, top: float, count: str) -> None:
        width = max(self._type.width(count, "count") + 12, self._metrics.line - 4)
        left = inner.left() if self._rtl else inner.right() - width
        pill = QRectF(left, top + 2, width, self._metrics.line - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.pill)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(self._palette.quiet)
        painter.setFont(self._type.fonts["count"])
        draw(painter, pill, count, centred=True)

    def _date(self, painter: QPainter, row: QRectF, text: CardText) -> None:
        painter.setFont(self._type.fonts["date"])
        painter.setPen(self._palette.quiet)
        draw(painter, row, text.date, rtl=self._rtl)
        if not text.doubt:
            return
        used = self._type.width(text.date, "date") + 8
        rest = row.adjusted(0, 0, -used, 0) if self._rtl else row.adjusted(used, 0, 0, 0)
        self._mark(painter, rest.right() - 5 if self._rtl else rest.left() + 5, rest.center().y())
        painter.setPen(self._palette.contradiction)
        room = self._metrics.line * 0.44 + 5
        rest = rest.adjusted(0, 0, -room, 0) if self._rtl else rest.adjusted(room, 0, 0, 0)
        draw(painter, rest, text.doubt, rtl=self._rtl)

    def _mark(self, painter: QPainter, x: float, y: float) -> None:
        """The sign of a doubt."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.contradiction)
        half = self._metrics.line * 0.22
        painter.drawPolygon(QPolygonF([QPointF(x - half, y + half), QPointF(x + half, y + half), QPointF(x, y - half)]))

    def _ghost(self, painter: QPainter, box: QRectF, text: CardText) -> None:
        colour = self._palette.contradiction
        painter.setBrush(self._palette.faint(colour, 14))
        pen = QPen(self._palette.faint(colour, 190), 1.0, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QColor(colour))
        painter.setFont(self._type.fonts["date"])
        draw(painter, box, text.date, centred=True)
