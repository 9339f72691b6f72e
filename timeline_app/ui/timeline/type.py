"""In which type are the canvas's texts set, and how wide are they?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from timeline_app.ui.fonts import NORMAL, SMALL, interface_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from timeline_app.layout.measure import Role

MOST_WORDS = 100_000
_ONE_LINE = int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextDontClip)
_ALIGN = Qt.AlignmentFlag
_CENTRED = _ONE_LINE | int(_ALIGN.AlignHCenter) | int(_ALIGN.AlignVCenter)
_RIGHT = _ONE_LINE | int(_ALIGN.AlignRight) | int(_ALIGN.AlignVCenter) | int(_ALIGN.AlignAbsolute)
_LEFT = _ONE_LINE | int(_ALIGN.AlignLeft) | int(_ALIGN.AlignVCenter) | int(_ALIGN.AlignAbsolute)


class Type:
    """The faces of the roles, and a measurer for layout. Words are measured once: a line is its words and the spaces.

    In Arabic no letter joins across a space, so that sum is the width of the line.
    """

    def __init__(self, scale: int = 100) -> None:
        self.scale = scale
        self.fonts: dict[Role, QFont] = {
            "title": interface_font(NORMAL, scale=scale, bold=True),
            "date": interface_font(SMALL, scale=scale),
            "count": interface_font(SMALL - 1, scale=scale),
            "tick": interface_font(SMALL, scale=scale),
            "heading": interface_font(SMALL, scale=scale, bold=True),
            "lane": interface_font(SMALL, scale=scale, bold=True),
        }
        self._metrics = {role: QFontMetricsF(font) for role, font in self.fonts.items()}
        self._space = {role: metrics.horizontalAdvance(" ") for role, metrics in self._metrics.items()}
        self._words: dict[tuple[str, Role], float] = {}

    def width(self, text: str, role: Role) -> float:
        """How far the text reaches in one line."""
        known = self._words
        whole = known.get((text, role))
        if whole is not None:
            return whole
        words = text.split(" ")
        total = self._space[role] * (len(words) - 1)
        for word in words:
            width = known.get((word, role))
            if width is None:
                if len(known) > MOST_WORDS:
                    known.clear()
                width = known[word, role] = self._metrics[role].horizontalAdvance(word)
            total += width
        known[text, role] = total
        return total

    def height(self, role: Role) -> float:
        """The distance of two lines."""
        return self._metrics[role].height()


def draw(painter: QPainter, box: QRectF, text: str, *, centred: bool = False, rtl: bool = True) -> None:
    """One line of text in a box, at its start (in the direction of the canvas) unless centred."""
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if arabic(text) else Qt.LayoutDirection.LeftToRight)
    painter.drawText(box, _CENTRED if centred else _RIGHT if rtl else _LEFT, text)


def arabic(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    for letter in text:
        if letter.isalpha():
            return "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc"
    return any("\u0660" <= letter <= "\u0669" for letter in text) or "\u2067" in text
