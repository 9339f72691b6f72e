"""What can be done with the selected words? A small bar beside them: an event, a source of one, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from timeline_app.ui import fonts
from timeline_app.ui.icons import icon
from timeline_app.ui.reader.card import shadow
from timeline_app.ui.reader.keys import COMMANDS, with_key

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from timeline_app.ui.session import Session

_GAP, _ICON = 8, 14


class WordBar(QFrame):
    """The bar; ``chosen`` carries ``create``, ``attach`` or ``dismiss``."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._outer = parent
        self.setObjectName("wordBar")
        self._session = session
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 4, 5, 4)
        row.setSpacing(2)
        for name, _, _ in COMMANDS:
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda *_, name=name: self.chosen.emit(name))
            row.addWidget(button)
            self.buttons[name] = button
        self.stale = True
        self.setGraphicsEffect(shadow(self))
        self.hide()

    def word(self) -> None:
        """Say everything anew."""
        self.stale = False
        theme, settings = self._session.theme, self._session.settings
        for name, drawing, label in COMMANDS:
            button = self.buttons[name]
            button.setText(self._session.wording.text(label))
            button.setToolTip(with_key(self._session.wording.text(label), name))
            button.setFont(fonts.interface_font(scale=settings.scale))
            button.setIconSize(QSize(_ICON, _ICON) * settings.scale / 100)
            button.setIcon(icon(drawing, theme.accent, rtl=settings.language == "ar", disabled=theme.dimmed))
        self.adjustSize()

    def show_beside(self, words: list[QRectF], possible: frozenset[str]) -> None:
        """Appear above words given in the parent's coordinates (below when there is no room), offering what is possible."""
        if not words:
            self.hide()
            return
        if self.stale:
            self.word()
        for name, button in self.buttons.items():
            button.setEnabled(name in possible)
        self.adjustSize()
        outer, first, last = self._outer.rect(), words[0], words[-1]
        top = int(first.top()) - self.height() - _GAP
        if top < 0:
            top = min(int(last.bottom()) + _GAP, outer.height() - self.height() - _GAP)
        left = int(first.center().x()) - self.width() // 2
        self.move(QPoint(max(_GAP, min(left, outer.width() - self.width() - _GAP)), max(_GAP, top)))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a hairline."""
        theme = self._session.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(theme.card))
            painter.setPen(QPen(QColor(theme.hairline), 1.2))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)
