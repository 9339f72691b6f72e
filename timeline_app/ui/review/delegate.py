"""How is a thing to decide drawn in the list? What is wrong in colour, the event below, then the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from timeline_app.ui.fonts import NORMAL, SMALL, interface_font
from timeline_app.ui.paragraph import direction_of, title_lines
from timeline_app.ui.review import item as words_of
from timeline_app.ui.review.queue import Item
from timeline_app.ui.rows import OnceDelegate

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from timeline_app.model.event import Event
    from timeline_app.ui.session import Session

ITEM = Qt.ItemDataRole.UserRole
_PAD = 10
_MOST_KEPT = 2_000
AnyIndex = QModelIndex | QPersistentModelIndex


class _Line(NamedTuple):
    """One line of an item: its words, their font, the theme's name of their colour, and its height in pixels."""

    text: str
    font: QFont
    colour: str
    height: int


class ItemDelegate(OnceDelegate):
    """Draws a :class:`Item` in up to four lines."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kept: dict[object, tuple[tuple[object, ...], list[_Line]]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as its lines."""
        lines = self._lines(index, option.rect.width() - 2 * _PAD - 4)
        return QSize(80, sum(line.height for line in lines) + 2 * _PAD + 4)

    def look(self, option: QStyleOptionViewItem, index: AnyIndex) -> Hashable:
        """The lines and their colours."""
        lines = self._lines(index, option.rect.width() - 2 * _PAD - 4)
        said = tuple((line.text, line.colour) for line in lines)
        return said, self._session.theme.name, self._session.settings.scale

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """A card when chosen, and the lines."""
        theme = self._session.theme
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        box: QRect = option.rect.adjusted(2, 2, -2, -2)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent if chosen else theme.hairline))
        painter.setBrush(QColor(theme.card if chosen else theme.paper))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        top = box.top() + _PAD - 1
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        for line in self._lines(index, box.width() - 2 * _PAD):
            painter.setFont(line.font)
            painter.setPen(QColor(getattr(theme, line.colour)))
            painter.setLayoutDirection(direction_of(line.text, rtl=rtl))
            where = QRect(box.left() + _PAD, top, box.width() - 2 * _PAD, line.height)
            painter.drawText(where, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, line.text)
            top += line.height
        painter.restore()

    def _lines(self, index: AnyIndex, width: int) -> list[_Line]:
        """The lines of an item, as they were while nothing that they tell is another."""
        one: Item = index.data(ITEM)
        event = self._session.state.events.get(one.event) if one.event else None
        key = (one.event, one.contradiction.id if one.contradiction else "")
        made_of = (event, one.contradiction, self._session.wording, self._session.settings.scale, width)
        kept = self._kept.get(key)
        if kept is not None and all(now is before or now == before for now, before in zip(made_of, kept[0], strict=True)):
            return kept[1]
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        lines = [_Line(*line, QFontMetrics(line[1]).height() + 1) for line in self._said(one, event, width)]
        self._kept[key] = (made_of, lines)
        return lines

    def _said(self, one: Item, event: Event | None, width: int) -> Iterator[tuple[str, QFont, str]]:
        words, scale = self._session.wording, self._session.settings.scale
        rtl = self._session.settings.language == "ar"
        small, normal = interface_font(SMALL, scale=scale), interface_font(NORMAL, scale=scale)
        mark, colour = ("▲ ", "contradiction") if one.contradiction else ("◇ ", "inferred")
        yield mark + words_of.title(words, one), interface_font(SMALL, scale=scale, bold=True), colour
        if event is not None:
            yield from ((text, normal, "ink") for text in title_lines(event.title, normal, width, rtl=rtl))
        said = words_of.line(words, one, event)
        yield from ((text, small, "quiet") for text in title_lines(said, small, width, rtl=rtl, most=3))
