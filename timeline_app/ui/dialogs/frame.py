"""What have all dialogs in common? A title, a column, and worded buttons at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeline_app.ui.widgets import label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session


class Dialog(QDialog):
    """A dialog that is forgotten when it closes; ``column`` takes its contents."""

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(session.wording.text(title))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(20, 18, 20, 16)
        self._whole.setSpacing(10)
        self._whole.addWidget(label(session.wording.text(title), "title"))
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self._whole.addLayout(self.column, 1)

    def spread(self, width: int, height: int) -> None:
        """Take a size, given for text of 100 percent: larger text has more room, as far as the screen has it."""
        wanted = QSize(width, height) * (self.session.settings.scale / 100)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))

    def offer(self, accept: str = "", *, close: str = "Cancel") -> QPushButton | None:
        """The buttons at the end: ``accept`` where there is something to do, and the way out."""
        row = QHBoxLayout()
        main = None
        if accept:
            main = QPushButton(self.session.wording.text(accept))
            main.setProperty("look", "primary")
            main.setDefault(True)
            main.clicked.connect(self.accept)
            row.addWidget(main)
        out = QPushButton(self.session.wording.text(close))
        out.clicked.connect(self.reject)
        row.addWidget(out)
        row.addStretch()
        self._whole.addLayout(row)
        return main
