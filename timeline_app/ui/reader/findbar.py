"""Where in this article is it said? A bar under the reader's head: what is sought, how often it was found, on and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from timeline_app.ui import fonts
from timeline_app.ui.icons import icon

if TYPE_CHECKING:
    from timeline_app.model.span import Span
    from timeline_app.ui.session import Session

_DEBOUNCE_MS, _ICON = 60, 14


class FindBar(QWidget):
    """The bar. ``found_changed`` tells all the places found and which of them is looked at (None: none)."""

    found_changed = Signal(tuple, object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._found: tuple[Span, ...] = ()
        self._here = 0
        self._start = 0
        self.field = QLineEdit(self)
        self.field.setObjectName("findField")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.count = QLabel(self)
        self._buttons = {
            "previous": self._button(lambda: self.step(-1)),
            "next": self._button(lambda: self.step(1)),
            "cross": self._button(self.close_bar),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 24, 6)
        row.addWidget(self.field, 1)
        for widget in (self.count, *self._buttons.values()):
            row.addWidget(widget)
        row.addStretch(0)
        self._waiting = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._waiting.timeout.connect(self.search)
        self.field.textEdited.connect(lambda *_: self._waiting.start())
        self.field.textChanged.connect(lambda words: None if words else self.search())
        self.stale = True
        self.hide()

    @property
    def found(self) -> tuple[Span, ...]:
        """What was found in the article."""
        return self._found

    @property
    def here(self) -> int | None:
        """Which of the places found is looked at, from 0."""
        return self._here if self._found else None

    def open_bar(self, words: str, start: int) -> None:
        """Show the bar; ``words`` (what is selected, if anything) are sought from ``start`` on."""
        self._start = start
        if words:
            self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Take the bar and its highlights away."""
        self.hide()
        self._found = ()
        self.found_changed.emit((), None)
        self.closed.emit()

    def show_text(self, text: str) -> None:
        """Another article is read."""
        self._text, self._start = text, 0
        if self.isVisible():
            self.search()

    def search(self) -> None:
        """Find now what is typed."""
        from timeline_app.services.matching import occurrences  # noqa: PLC0415 - late: start-up is measured

        self._waiting.stop()
        self._found = occurrences(self._text, self.field.text())
        self._here = next((i for i, span in enumerate(self._found) if span.start >= self._start), 0)
        self._tell()

    def step(self, by: int) -> None:
        """Look at the next place found, or the one before; after the last comes the first."""
        if self._waiting.isActive():
            self.search()
        elif self._found:
            self._here = (self._here + by) % len(self._found)
            self._tell()

    def word(self) -> None:
        """Say everything anew."""
        self.stale = False
        text, theme, settings = self._session.wording.text, self._session.theme, self._session.settings
        self.field.setPlaceholderText(text("Find in the article"))
        self.field.setAccessibleName(text("Find in the article"))
        names = {"previous": text("Previous match"), "next": text("Next match"), "cross": text("Close")}
        font = fonts.interface_font(scale=settings.scale)
        self.field.setFont(font)
        self.field.setMinimumWidth(100)
        self.field.setMaximumWidth(round(320 * settings.scale / 100))
        self.count.setFont(fonts.interface_font(fonts.SMALL, scale=settings.scale))
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.quiet, rtl=settings.language == "ar", disabled=theme.hairline))
            button.setIconSize(QSize(_ICON, _ICON) * settings.scale / 100)
            button.setToolTip(names[name])
            button.setAccessibleName(names[name])
        self._count()

    def showEvent(self, event: QShowEvent) -> None:
        """Words and icons are made when they are first seen: start-up is measured."""
        if self.stale:
            self.word()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up):
                back = event.key() == Qt.Key.Key_Up or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _button(self, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda *_: act())  # type: ignore[operator]
        return button

    def _tell(self) -> None:
        self._count()
        self.found_changed.emit(self._found, self.here)

    def _count(self) -> None:
        wording, theme = self._session.wording, self._session.theme
        missed = bool(self.field.text().strip()) and not self._found
        if self._found:
            self.count.setText(wording.text("{n} of {count}", n=self._here + 1, count=len(self._found)))
        else:
            self.count.setText(wording.text("Not found") if missed else "")
        self.count.setStyleSheet(f"color: {theme.contradiction if missed else theme.quiet}")
        for name in ("previous", "next"):
            self._buttons[name].setEnabled(len(self._found) > 1)
