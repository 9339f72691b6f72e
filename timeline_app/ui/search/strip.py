"""How does a result look? Its words with what was found marked beneath the letters, and a quiet line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from timeline_app.ui import fonts
from timeline_app.ui.reader.geometry import boxes
from timeline_app.ui.reader.page import runs_from_right
from timeline_app.ui.search.rows import ROW, Row
from timeline_app.ui.text import Units

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleOptionViewItem

    from timeline_app.ui.session import Session

_SIDE, _ABOVE, _BELOW, _SPINE = 16, 6, 7, 4
_MOST_LINES = 2


class Strip(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the lines of its words and the quiet line."""
        row: Row = index.data(ROW)
        if row.found is None:
            return QSize(80, QFontMetrics(self._small()).height() + 10)
        width = max(120, option.widget.width() if option.widget else 400) - 2 * _SIDE
        lines = self._set(row, width)
        height = sum(lines.lineAt(number).height() for number in range(lines.lineCount()))
        below = QFontMetrics(self._small()).height() + 2 if row.below else 0
        return QSize(80, int(height) + below + _ABOVE + _BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """One row."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.found is None:
            self._paint_name(painter, row, rect)
        else:
            self._paint_ground(painter, row, rect, option.state)
            self._paint_words(painter, row, rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_BELOW))
        painter.restore()

    def _paint_name(self, painter: QPainter, row: Row, rect: QRect) -> None:
        painter.setFont(self._small(bold=True))
        painter.setPen(QColor(self._session.theme.quiet))
        inside = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, row.words)

    def _paint_ground(self, painter: QPainter, row: Row, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._session.theme
        if state & QStyle.StateFlag.State_Selected:
            _fill(painter, rect.adjusted(5, 1, -5, -1).toRectF(), theme.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            _fill(painter, rect.adjusted(5, 1, -5, -1).toRectF(), theme.panel)
        if row.hue:
            from_right = self._session.settings.language == "ar"
            x = rect.right() - 9 if from_right else rect.left() + 6
            _fill(painter, QRectF(x, rect.top() + 7, _SPINE, rect.height() - 14), theme.hues.get(row.hue, theme.quiet), 2)

    def _paint_words(self, painter: QPainter, row: Row, rect: QRect) -> None:
        theme, units = self._session.theme, Units(row.words)
        lines = self._set(row, rect.width())
        metrics = QFontMetrics(lines.font())
        origin = QPointF(rect.topLeft())
        for found in row.highlights:
            for box in boxes(lines, row.words, *units.to_units(found)):
                _fill(painter, box.rect(metrics.ascent() * 0.92, metrics.descent()).translated(origin), theme.find, 3)
        painter.setPen(QColor(theme.ink))
        height = 0.0
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            line.draw(painter, origin)
            height += line.height()
        if row.below:
            painter.setFont(self._small())
            painter.setPen(QColor(theme.quiet))
            below = QRect(rect.left(), rect.top() + int(height) + 2, rect.width(), rect.height() - int(height))
            shown = painter.fontMetrics().elidedText(row.below, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop, shown)

    def _set(self, row: Row, width: int) -> QTextLayout:
        """The words in at most two lines."""
        lines = QTextLayout(row.words, fonts.interface_font(fonts.NORMAL + 1, scale=self._session.settings.scale))
        option = QTextOption()
        from_right = runs_from_right(row.words)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft)
        lines.setTextOption(option)
        lines.beginLayout()
        top = 0.0
        for _ in range(_MOST_LINES):
            line = lines.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        lines.endLayout()
        return lines

    def _small(self, *, bold: bool = False) -> QFont:
        return fonts.interface_font(fonts.SMALL, scale=self._session.settings.scale, bold=bold)


def _fill(painter: QPainter, rect: QRectF, colour: str, radius: float = 6) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.fillPath(path, QColor(colour))
