"""How is a cell of the event list drawn? Its text in at most two lines, flush with the page's start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_app.ui.events.model import CELL, TITLE, Cell
from timeline_app.ui.fonts import NORMAL, SMALL, interface_font
from timeline_app.ui.paragraph import direction_of, title_lines
from timeline_app.ui.rows import OnceDelegate

if TYPE_CHECKING:
    from collections.abc import Hashable

    from timeline_app.ui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
_PAD = 6


class CellDelegate(OnceDelegate):
    """Draws titles in ink and dates in quiet ink, each in at most two lines; all rows are as high as two lines."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Two lines of a title."""
        del option
        return QSize(QFontMetrics(self._font(index)).horizontalAdvance("00000"), self.height())

    def height(self) -> int:
        """The height of every row."""
        return 2 * QFontMetrics(interface_font(NORMAL, scale=self._session.settings.scale)).height() + 2 * _PAD

    def look(self, option: QStyleOptionViewItem, index: AnyIndex) -> Hashable:
        """The words, their font and their colour."""
        del option
        return index.data(CELL), index.column() == TITLE, self._session.theme.name, self._session.settings.scale

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The ground of the row, then the lines."""
        theme = self._session.theme
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.card))
        cell: Cell = index.data(CELL)
        font = self._font(index)
        painter.setFont(font)
        painter.setPen(QColor(getattr(theme, cell.colour)))
        box: QRect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        lines = title_lines(cell.text, font, box.width(), rtl=rtl)
        painter.setLayoutDirection(direction_of(cell.text, rtl=rtl))
        height = QFontMetrics(font).height()
        top = box.center().y() - len(lines) * height // 2 + 1
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        for line in lines:
            painter.drawText(QRect(box.left(), top, box.width(), height), side | Qt.AlignmentFlag.AlignAbsolute, line)
            top += height
        painter.restore()

    def _font(self, index: AnyIndex) -> QFont:
        size = NORMAL if index.column() == TITLE else SMALL
        return interface_font(size, scale=self._session.settings.scale)
