"""Which text is pasted? A field for the text and one for its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from timeline_app.ui.dialogs.frame import Dialog
from timeline_app.ui.fonts import reading_font
from timeline_app.ui.widgets import label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session


class PasteDialog(Dialog):
    """Takes a text as an article; what is on the clipboard stands there already."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "Paste a text", parent)
        text = session.wording.text
        self.title = QLineEdit()
        self.title.setPlaceholderText(text("Title (may stay empty)"))
        self.text = QPlainTextEdit()
        option = self.text.document().defaultTextOption()
        option.setTextDirection(self.layoutDirection())
        self.text.document().setDefaultTextOption(option)
        self.text.setPlaceholderText(text("The article's text"))
        self.text.setFont(reading_font(16, scale=session.settings.scale))
        self.text.setPlainText(QApplication.clipboard().text())
        self.column.addWidget(label(text("The text is kept as it is; nothing leaves this computer."), "quiet"))
        self.column.addWidget(self.title)
        self.column.addWidget(self.text, 1)
        self._add = self.offer("Add article")
        self.text.textChanged.connect(self._allow)
        self._allow()
        self.spread(680, 520)
        self.text.setFocus()

    def accept(self) -> None:
        """Add the article."""
        text, title = self.text.toPlainText(), self.title.text().strip()
        super().accept()
        self.session.paste_text(text, title)

    def _allow(self) -> None:
        if self._add is not None:
            self._add.setEnabled(bool(self.text.toPlainText().strip()))
