"""Where are articles dropped? A dashed field that says so, and can be pressed instead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.ui.widgets import button, label

if TYPE_CHECKING:
    from timeline_app.wording import Wording


class DropZone(QWidget):
    """A dashed field with what to do, and buttons to open files or paste a text."""

    pressed = Signal()
    paste_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "quiet")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = button("", self.pressed.emit, "quiet")
        self._paste = button("", self.paste_pressed.emit, "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 11, 10, 8)
        column.setSpacing(3)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addStretch()
        row.addWidget(self._open)
        row.addWidget(self._paste)
        row.addStretch()
        column.addLayout(row)

    def word(self, words: Wording, *, empty: bool) -> None:
        """Say what can be done here; more when there are no articles yet."""
        self._words.setText(words.text("No articles yet: drop files here" if empty else "Drop articles here"))
        self._open.setText(words.text("Open files"))
        self._paste.setText(words.text("Paste a text"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed, rounded line round the field."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = QColor(self.palette().placeholderText().color())
            colour.setAlpha(120)
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


def dropped(data: QMimeData) -> tuple[tuple[Path, ...], str]:
    """The files and the text of something dropped."""
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return paths, "" if paths else data.text()
