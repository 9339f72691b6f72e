"""Which date does she type? A field that reads it as she goes and says what it understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from timeline_app.model.daterange import DateRange
from timeline_app.ui.widgets import label, relook

if TYPE_CHECKING:
    from timeline_app.ui.session import Session


class DateField(QWidget):
    """A line for a date as an editor writes it («24 نونبر 2025», «خريف 2024», EDTF).

    ``committed(dates, typed)`` when Enter is pressed on something that was read; ``cancelled()`` on Escape.
    """

    committed = Signal(object, str)
    cancelled = Signal()
    dates_changed = Signal(object)

    def __init__(self, session: Session, text: str = "") -> None:
        super().__init__()
        self._session = session
        self._dates: tuple[DateRange, ...] = ()
        self.line = QLineEdit(text)
        self.line.setObjectName("dateField")
        self.understood = label("", "quiet", wraps=True)
        self.understood.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self.understood)
        self.line.textChanged.connect(self._read)
        self.line.returnPressed.connect(self._commit)
        self.setFocusProxy(self.line)

    @property
    def dates(self) -> tuple[DateRange, ...]:
        """What was read; empty while nothing could be."""
        return self._dates

    def word(self, hint: str) -> None:
        """Say what the field is for."""
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)

    def clear(self) -> None:
        """Empty the field."""
        self.line.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _read(self, text: str) -> None:
        from timeline_app.services.typed_date import read_typed  # noqa: PLC0415 - late: start-up is measured

        self._dates = read_typed(text) if text.strip() else ()
        words = self._session.wording
        self.understood.setVisible(bool(text.strip()))
        read = words.dates(self._dates, weekday=True)
        self.understood.setText(read or words.text("Not a date yet: 24/11/2025, 2025-11, or 192X"))
        relook(self.line, "wrong", bool(text.strip()) and not self._dates)
        self.dates_changed.emit(self._dates)

    def _commit(self) -> None:
        if self._dates:
            self.committed.emit(self._dates, self.line.text().strip())
