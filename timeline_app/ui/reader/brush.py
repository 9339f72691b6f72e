"""How is a mark drawn? Tints, underlines and spines in the colours of the theme, beneath the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from timeline_app.ui.reader.marks import Mark, Rank

if TYPE_CHECKING:
    from timeline_app.ui.reader.geometry import Box
    from timeline_app.ui.theme import Theme

SPINE_WIDTH = 4.0
SPINE_GAP = 14.0
_RADIUS = 4.0
# how strong a tint is on paper, of 255
_FAINT, _QUIET, _CURRENT, _WORDS, _CURRENT_WORDS, _HOVER = 13, 26, 46, 26, 44, 22


@dataclass(frozen=True, slots=True)
class Metrics:
    """Heights above and below the baseline that a mark covers, and the thickness of its line, in pixels."""

    above: float
    below: float
    line: float

    @classmethod
    def of(cls, pixel_size: int) -> Metrics:
        """The heights that suit the reading face at a size."""
        return cls(pixel_size * 1.02, pixel_size * 0.50, max(1.4, pixel_size / 12))


class Margin:
    """The spines beside a text: where passages share lines their spines stand side by side."""

    def __init__(self) -> None:
        self._taken: list[tuple[float, float, int]] = []

    def place(self, wanted: QLineF, outwards: int) -> QLineF:
        """The place for a spine wanted at a line of the margin, moved ``outwards`` (1: to the right) as far as needed."""
        met = {lane for top, bottom, lane in self._taken if top < wanted.y2() and wanted.y1() < bottom}
        lane = next(number for number in range(len(met) + 1) if number not in met)
        self._taken.append((wanted.y1(), wanted.y2(), lane))
        return wanted.translated(outwards * lane * (SPINE_WIDTH + 3), 0)


def paint_mark(painter: QPainter, mark: Mark, box: Box, theme: Theme, *, hovered: bool) -> None:
    """One mark on one line."""
    metrics = Metrics.of(box.size)
    if mark.rank in (Rank.FOUND, Rank.FOUND_HERE):
        _paint_found(painter, mark, box, theme, metrics)
        return
    colour = QColor(colour_of(mark, theme))
    strength = _strength(mark, hovered=hovered)
    if strength:
        tint = QColor(colour)
        tint.setAlpha(strength)
        painter.fillPath(_shape(box, metrics), tint)
    pen = _line(mark, colour, metrics)
    if pen is not None:
        y = box.baseline + metrics.below - metrics.line / 2
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left + 1, y), QPointF(box.right - 1, y))


def paint_spine(painter: QPainter, mark: Mark, place: QLineF, theme: Theme) -> None:
    """The mark in the margin beside the lines of a passage, from their top to their end; a doubtful one has a triangle."""
    x, top, bottom = place.x1(), place.y1(), place.y2()
    colour = QColor(colour_of(mark, theme))
    width = SPINE_WIDTH if mark.current else SPINE_WIDTH / 2
    if not mark.current:
        colour.setAlpha(150)
    if mark.doubtful:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.contradiction))
        painter.drawPolygon(_triangle(x, top))
        top += 14
    if bottom > top:
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if mark.inferred else Qt.PenCapStyle.RoundCap)
        if mark.inferred:
            pen.setDashPattern([4 / width * 1.2, 4 / width * 0.9])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top + width / 2), QPointF(x, bottom - width / 2))


def paint_focus(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """A frame in the accent: the keyboard is here."""
    colour = QColor(theme.accent)
    colour.setAlpha(150)
    painter.setPen(QPen(colour, 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def paint_pulse(painter: QPainter, box: Box, theme: Theme, strength: float) -> None:
    """A passage just arrived at: a ring that fades, ``strength`` from 1 to 0."""
    colour = QColor(theme.accent)
    colour.setAlphaF(0.28 * strength)
    grown = 3 * strength
    rect = rect_of(box).adjusted(-2 - grown, -grown, 2 + grown, grown)
    path = QPainterPath()
    path.addRoundedRect(rect, _RADIUS + grown, _RADIUS + grown)
    painter.fillPath(path, colour)


def rect_of(box: Box) -> QRectF:
    """What a mark on one line covers."""
    metrics = Metrics.of(box.size)
    return box.rect(metrics.above, metrics.below)


def colour_of(mark: Mark, theme: Theme) -> str:
    """The colour of a mark: vermilion where it is doubtful, else the hue of its kind, else quiet ink."""
    if mark.doubtful:
        return theme.contradiction
    return theme.hues.get(mark.hue, theme.quiet)


def _strength(mark: Mark, *, hovered: bool) -> int:
    if mark.rank is Rank.EXPRESSION:
        strength = 0 if mark.event is None else _CURRENT_WORDS if mark.current else _WORDS
    elif mark.rank is Rank.UNDATED:
        strength = 0
    else:
        strength = (_QUIET if mark.inferred else _CURRENT) if mark.current else _FAINT if mark.inferred else _QUIET
    return strength + (_HOVER if hovered else 0)


def _line(mark: Mark, colour: QColor, metrics: Metrics) -> QPen | None:
    if mark.rank is Rank.EXPRESSION:
        return _pen(colour, metrics, dashed=mark.inferred, faint=mark.event is None and not mark.doubtful)
    return _pen(colour, metrics, dashed=True, faint=True) if mark.rank is Rank.UNDATED else None


def _pen(colour: QColor, metrics: Metrics, *, dashed: bool, faint: bool) -> QPen:
    inked = QColor(colour)
    inked.setAlpha(120 if faint else 230)
    pen = QPen(inked, metrics.line * (0.7 if faint else 1.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([3.2, 2.2])
    return pen


def _paint_found(painter: QPainter, mark: Mark, box: Box, theme: Theme, metrics: Metrics) -> None:
    shape = _shape(box, metrics)
    painter.fillPath(shape, QColor(theme.find))
    if mark.rank is Rank.FOUND_HERE:
        painter.setPen(QPen(QColor(theme.accent), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)


def _shape(box: Box, metrics: Metrics) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box.rect(metrics.above, metrics.below), _RADIUS, _RADIUS)
    return path


def _triangle(x: float, top: float) -> QPolygonF:
    return QPolygonF([QPointF(x, top), QPointF(x + 6, top + 10.5), QPointF(x - 6, top + 10.5)])
