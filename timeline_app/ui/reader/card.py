"""Where does the answer to "why?" appear? A small card beside the words; it goes with the pointer, or stays when pinned."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from timeline_app.ui import fonts
from timeline_app.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from timeline_app.ui.reader.explanation import Explanation
    from timeline_app.ui.session import Session
    from timeline_app.ui.theme import Theme

_WIDTH, _GAP, _RADIUS, _ICON = 340, 6, 8, 14


class ExplanationCard(QFrame):
    """The card. ``closed`` is told when the editor closes a pinned one. It lies over the whole window, not the pane alone."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setObjectName("explanationCard")
        self._session = session
        self.explanation: Explanation | None = None
        self.pinned = False
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.dismiss)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 12)
        row.addWidget(self._words, 1)
        column = QVBoxLayout()
        column.addWidget(self._close)
        column.addStretch(1)
        row.addLayout(column)
        self.setGraphicsEffect(shadow(self))
        self.hide()

    def show_beside(self, explanation: Explanation, words: QRect, *, pinned: bool) -> None:
        """Show an answer below (or above) words given in the pane's coordinates."""
        self.explanation, self.pinned = explanation, pinned
        theme, scale = self._session.theme, self._session.settings.scale
        self._words.setFont(fonts.interface_font(scale=scale))
        self._words.setText(_html(explanation, theme, "rtl" if self._session.settings.language == "ar" else "ltr"))
        self._words.setAccessibleName(". ".join(explanation.lines()))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane, ". ".join(explanation.lines())))
        self._close.setVisible(pinned)
        self._close.setIcon(icon("cross", theme.quiet, rtl=self._session.settings.language == "ar"))
        self._close.setIconSize(QSize(_ICON, _ICON) * (scale / 100))
        self._close.setToolTip(self._session.wording.text("Close"))
        self._close.setAccessibleName(self._session.wording.text("Close"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not pinned)
        window = self._pane.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self._place(words.translated(self._pane.mapTo(window, QPoint(0, 0))), window.rect(), scale)
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Take the card away, pinned or not."""
        was_pinned, self.pinned = self.pinned, False
        self.hide()
        if was_pinned:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, hairline, and the accent along its head while pinned."""
        theme = self._session.theme
        path = QPainterPath()
        path.addRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(path, QColor(theme.card))
            painter.setPen(QPen(QColor(theme.accent if self.pinned else theme.hairline), 1.2))
            painter.drawPath(path)

    def _place(self, words: QRect, outer: QRect, scale: int) -> None:
        width = min(round(_WIDTH * max(1.0, scale / 115)), outer.width() - 2 * _GAP)
        self.setFixedWidth(width)
        self._row.activate()
        height = min(self._row.totalHeightForWidth(width), outer.height() - 2 * _GAP)
        self.resize(width, height)
        below = words.bottom() + _GAP
        top = below if below + height <= outer.height() else words.top() - _GAP - height
        left = words.center().x() - width // 2
        corner = QPoint(max(_GAP, min(left, outer.width() - width - _GAP)), max(_GAP, min(top, outer.height() - height - _GAP)))
        self.move(corner)


def shadow(parent: QWidget) -> QGraphicsDropShadowEffect:
    """What lifts a card off the page."""
    effect = QGraphicsDropShadowEffect(parent)
    effect.setBlurRadius(22)
    effect.setOffset(0, 4)
    effect.setColor(QColor(0, 0, 0, 46))
    return effect


def _html(said: Explanation, theme: Theme, direction: str) -> str:
    def line(words: str, colour: str, size: str = "100%", weight: int = 400, gap: int = 3) -> str:
        style = f"color:{colour};font-size:{size};font-weight:{weight};margin:{gap}px 0 0 0"
        return f'<p dir="{direction}" style="{style}">{escape(words)}</p>'

    parts = [line(said.quote, theme.quiet, gap=0)] if said.quote else []
    meaning = f"{said.meaning} \u00b7 {said.badge}" if said.badge else said.meaning
    parts += [line(meaning, theme.ink, weight=600, gap=5)] if meaning else []
    parts += [line(f"\u25b2 {warning}", theme.contradiction, gap=6) for warning in said.warnings]
    parts += [line(f"\u2022 {reason}", theme.ink, gap=4) for reason in said.reasons]
    parts += [line(said.rule, theme.quiet, gap=6)] if said.rule else []
    parts += [line(said.event, theme.ink, weight=600, gap=9)] if said.event else []
    parts += [line(said.links, theme.quiet, gap=3)] if said.links else []
    return "".join(parts)
