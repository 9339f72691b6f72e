"""How is an article's row drawn? Title in at most two lines, a dot, and one quiet line."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_app.ui.articles.model import ROW, ArticleRow
from timeline_app.ui.fonts import NORMAL, SMALL, interface_font
from timeline_app.ui.paragraph import direction_of, title_lines
from timeline_app.ui.rows import OnceDelegate

if TYPE_CHECKING:
    from collections.abc import Hashable

    from timeline_app.ui.session import Session

_PAD, _GAP, _DOT = 11, 3, 7


class RowDelegate(OnceDelegate):
    """Draws an :class:`ArticleRow`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.folded = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the title's lines and the line below."""
        if self.folded:
            return QSize(24, 30)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        row: ArticleRow = index.data(ROW)
        return QSize(80, _row_height(row.title, option.rect.width(), self._session.settings.scale, rtl))

    def look(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> Hashable:
        """The row, as it is worded."""
        del option
        return index.data(ROW), self.folded, self._session.theme.name, self._session.settings.scale

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Card when selected; title; dot; line."""
        row, bold, small = self._parts(index)
        theme = self._session.theme
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        box: QRect = option.rect.adjusted(2, 3, -2, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(QColor(theme.hairline if chosen else theme.panel))
            painter.setBrush(QColor(theme.card if chosen else theme.paper))
            painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.folded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(theme, row.standing)))
            painter.drawEllipse(QPointF(box.center()) + QPointF(0.5, 0.5), _DOT / 2 + 1, _DOT / 2 + 1)
            painter.restore()
            return
        inner = box.adjusted(_PAD, _PAD - 3, -_PAD, 0)
        painter.setPen(QColor(theme.ink))
        painter.setFont(bold)
        painter.setLayoutDirection(direction_of(row.title, rtl=rtl))
        top = inner.top()
        align = Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        for text in title_lines(row.title, bold, inner.width(), rtl=rtl):
            painter.drawText(QRect(inner.left(), top, inner.width(), _height(bold)), align | Qt.AlignmentFlag.AlignVCenter, text)
            top += _height(bold)
        self._draw_line(painter, QRect(inner.left(), top + _GAP, inner.width(), _height(small)), row, small, rtl=rtl)
        painter.restore()

    def _draw_line(self, painter: QPainter, box: QRect, row: ArticleRow, small: QFont, *, rtl: bool) -> None:
        theme = self._session.theme
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme, row.standing)))
        centre = QPointF(box.right() - _DOT / 2 if rtl else box.left() + _DOT / 2, box.center().y() + 0.5)
        painter.drawEllipse(centre, _DOT / 2, _DOT / 2)
        painter.setPen(QColor(theme.quiet))
        painter.setFont(small)
        text = box.adjusted(0, 0, -_DOT - 7, 0) if rtl else box.adjusted(_DOT + 7, 0, 0, 0)
        shown = QFontMetrics(small).elidedText(row.line, Qt.TextElideMode.ElideRight, text.width())
        align = Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        painter.drawText(text, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _parts(self, index: QModelIndex | QPersistentModelIndex) -> tuple[ArticleRow, QFont, QFont]:
        scale = self._session.settings.scale
        return index.data(ROW), interface_font(NORMAL, scale=scale, bold=True), interface_font(SMALL, scale=scale)


def _height(font: QFont) -> int:
    return round(QFontMetrics(font).height() * 1.06)


@lru_cache(maxsize=8192)
def _row_height(title: str, width: int, scale: int, rtl: bool) -> int:
    bold, small = interface_font(NORMAL, scale=scale, bold=True), interface_font(SMALL, scale=scale)
    lines = len(title_lines(title, bold, width - 2 * _PAD - 4, rtl=rtl))
    return lines * _height(bold) + _height(small) + _GAP + 2 * _PAD
