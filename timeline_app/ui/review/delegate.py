"""How is a thing to decide drawn in the list? What is wrong in colour, the event below, then the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.ui.fonts import NORMAL, SMALL, interface_font
from timeline_app.ui.paragraph import direction_of, title_lines
from timeline_app.ui.review import item as words_of
from timeline_app.ui.review.queue import Item

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

ITEM = Qt.ItemDataRole.UserRole
_PAD = 10
_MOST_HEIGHTS = 10_000
AnyIndex = QModelIndex | QPersistentModelIndex


class ItemDelegate(QStyledItemDelegate):
    """Draws a :class:`Item` in up to four lines."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as its lines."""
        one: Item = index.data(ITEM)
        event = self._session.state.events.get(one.event) if one.event else None
        doubt = one.contradiction.id if one.contradiction else ""
        key = (one.event, event.title if event else "", doubt, option.rect.width(), self._session.settings)
        if key not in self._heights:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            lines = self._lines(index, option.rect.width() - 2 * _PAD - 4)
            self._heights[key] = sum(QFontMetrics(font).height() + 1 for _, font, _ in lines) + 2 * _PAD + 4
        return QSize(80, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """A card when chosen, and the lines."""
        theme = self._session.theme
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        box: QRect = option.rect.adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(theme.accent if chosen else theme.hairline))
        painter.setBrush(QColor(theme.card if chosen else theme.paper))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        top = box.top() + _PAD - 1
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        for text, font, colour in self._lines(index, box.width() - 2 * _PAD):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.setLayoutDirection(direction_of(text, rtl=rtl))
            height = QFontMetrics(font).height() + 1
            where = QRect(box.left() + _PAD, top, box.width() - 2 * _PAD, height)
            painter.drawText(where, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text)
            top += height
        painter.restore()

    def _lines(self, index: AnyIndex, width: int) -> list[tuple[str, QFont, str]]:
        one: Item = index.data(ITEM)
        words, theme, scale = self._session.wording, self._session.theme, self._session.settings.scale
        rtl = self._session.settings.language == "ar"
        small, normal = interface_font(SMALL, scale=scale), interface_font(NORMAL, scale=scale)
        bold = interface_font(SMALL, scale=scale, bold=True)
        event = self._session.state.events.get(one.event) if one.event else None
        mark, colour = ("▲ ", theme.contradiction) if one.contradiction else ("◇ ", theme.inferred)
        lines = [(mark + words_of.title(words, one), bold, colour)]
        if event is not None:
            lines += [(text, normal, theme.ink) for text in title_lines(event.title, normal, width, rtl=rtl)]
        said = words_of.line(words, one, event)
        lines += [(text, small, theme.quiet) for text in title_lines(said, small, width, rtl=rtl, most=3)]
        return lines
