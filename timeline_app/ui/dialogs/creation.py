"""Which event do the selected words report? A title and a date, the words' own date filled in where they hold one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.model.article import Passage
from timeline_app.model.decision import CreateEvent
from timeline_app.ui.dialogs.datefield import DateField
from timeline_app.ui.dialogs.frame import Dialog
from timeline_app.ui.widgets import label

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.session import Session

_TITLE_WORDS = 9


def ask(window: MainWindow) -> None:
    """Ask for the event of the reader's selection; say so where nothing is selected."""
    session = window.session
    passage = window.reader.selected_passage()
    if passage is None or not passage.quote.strip():
        session.status_changed.emit(session.wording.text("First select the words in the reader."))
        return
    CreationDialog(session, passage, window).open()


class CreationDialog(Dialog):
    """Makes an event of a passage."""

    def __init__(self, session: Session, passage: Passage, parent: QWidget | None = None) -> None:
        super().__init__(session, "New event", parent)
        words = session.wording
        self._passage = passage
        quote = " ".join(passage.quote.split())
        self.title = QLineEdit(" ".join(quote.split()[:_TITLE_WORDS]))
        self.title.setAccessibleName(words.text("Title"))
        self.date = DateField(session)
        self.date.word(words.text("Date (may stay empty)"))
        self.column.addWidget(label(f"«{quote}»", "quiet", wraps=True))
        self.column.addWidget(label(words.text("Title"), "heading"))
        self.column.addWidget(self.title)
        self.column.addWidget(label(words.text("Date"), "heading"))
        self.column.addWidget(self.date)
        self.column.addStretch()
        self.offer("Create event")
        self.date.line.setText(_date_words(session, passage))
        self.resize(480, 320)
        self.title.setFocus()
        self.title.selectAll()

    def accept(self) -> None:
        """Decide."""
        title = self.title.text().strip()
        if title:
            super().accept()
            self.session.decide(CreateEvent(self._passage, title, self.date.dates))


def _date_words(session: Session, passage: Passage) -> str:
    readings = session.state.analysis.readings_of(passage.article)
    inside = [reading.expression.text for reading in readings if passage.span.contains(reading.span) and reading.ranges]
    return inside[0] if inside else ""
