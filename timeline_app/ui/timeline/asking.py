"""To which date? A field over the canvas that goes where she types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from timeline_app.ui.dialogs.datefield import DateField

if TYPE_CHECKING:
    from timeline_app.model.daterange import DateRange
    from timeline_app.ui.session import Session

WIDTH = 320
TOP = 12


class DateQuestion(QFrame):
    """Shown by ``ask``, gone on Enter or Escape. ``answered(first, last)``: the days she typed, both inclusive."""

    answered = Signal(int, int)
    ended = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._over = session, parent
        self.setObjectName("dateQuestion")
        self.setProperty("look", "card")
        self.setAutoFillBackground(True)
        self.field = DateField(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.field)
        self.field.committed.connect(self._commit)
        self.field.cancelled.connect(self._end)
        self.field.dates_changed.connect(self._grow)
        self.setFocusProxy(self.field)
        self.hide()

    def ask(self) -> None:
        """Come up empty, in the middle of the upper edge."""
        self.field.word(self._session.wording.text("Go to a date: 24/11/2025, 2007, a month"))
        self.field.clear()
        self._grow()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _grow(self) -> None:
        width = min(WIDTH, self._over.width() - 2 * TOP)
        self.setGeometry((self._over.width() - width) // 2, TOP, width, self.sizeHint().height())

    def _commit(self, dates: tuple[DateRange, ...], typed: str) -> None:  # noqa: ARG002
        self._end()
        self.answered.emit(min(when.first for when in dates), max(when.last for when in dates))

    def _end(self) -> None:
        self.hide()
        self.ended.emit()
