"""How do several lines of Arabic stand flush? A label that breaks its own lines.

Qt's own wrapped label counts the space at a line's end into its width, which indents right-aligned lines, and takes the
direction from the first letter, which an isolate hides. Here the page's direction rules.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

_NARROW = 20


class Paragraph(QLabel):
    """Plain text in as many lines as it needs, flush with the start of the page's direction."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}  # layouts ask again and again
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at a width."""
        if width not in self._heights:
            box = self.contentsMargins()
            lines = self._lines(width - box.left() - box.right())
            self._heights[width] = len(lines) * self._line() + box.top() + box.bottom()
        return self._heights[width]

    def setText(self, text: str) -> None:
        """Say something else."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style has other heights."""
        self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its lines where a width is given. How wide it is, whoever lays it out decides."""
        given = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return QSize(_NARROW, self.heightForWidth(max(self.width(), _NARROW)) if given else self._line())

    def minimumSizeHint(self) -> QSize:
        """Any width will do; at least a line."""
        return QSize(_NARROW, self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, one below the other."""
        del event
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        box, top = self.contentsRect(), self.contentsRect().top()
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.setLayoutDirection(direction_of(self.text(), rtl=rtl))
            for text in self._lines(box.width()):
                where = QRect(box.left(), top, box.width(), self._line())
                painter.drawText(where, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text)
                top += self._line()

    def _lines(self, width: int) -> tuple[str, ...]:
        return broken(
            self.text(), self.font().key(), max(_NARROW, width), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        )

    def _line(self) -> int:
        return round(QFontMetrics(self.font()).height() * 1.08)


def direction_of(text: str, *, rtl: bool) -> Qt.LayoutDirection:
    """The direction of a line: the page's where it is right-to-left, else that of the text's own first letter."""
    if not rtl:
        first = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L")
        rtl = first != "L"
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def title_lines(title: str, font: QFont, width: int, *, rtl: bool, most: int = 2) -> list[str]:
    """A title broken at words into at most ``most`` lines, the last elided."""
    lines = list(broken(title, font.key(), max(_NARROW, width), rtl))
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    return [*lines[: most - 1], QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(_NARROW, width))]


@lru_cache(maxsize=4096)
def broken(text: str, font: str, width: int, rtl: bool) -> tuple[str, ...]:
    """The lines of a text at a width in pixels, without the spaces at their ends; ``font`` is a ``QFont.key()``."""
    face = QFont()
    face.fromString(font)
    option = QTextOption()
    option.setTextDirection(direction_of(text, rtl=rtl))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found: list[str] = []
    for part in text.split("\n"):
        layout = QTextLayout(part, face)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            units = part.encode("utf-16-le")
            start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
            found.append(units[start:end].decode("utf-16-le", "ignore").strip())
        layout.endLayout()
    return tuple(found)
