"""What does an event say under the pointer? Its whole title, its dates, how sure they are, and who reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from timeline_app.layout.measure import elided
from timeline_app.ui.timeline.type import draw

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from timeline_app.ui.timeline.view import TimelineView

WIDEST = 380.0
PAD = 12.0
DELAY = 350  # milliseconds over a card; a mark, which has no words of its own, answers at once
MOST_LINES = 5  # of the title, and of what else is said
AWAY = 16


class HoverCard(QWidget):
    """A card beside the pointer that lets the mouse through."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self.setObjectName("hoverCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        self._event: int | None = None
        self._at = QPoint()
        self._title: list[str] = []
        self._lines: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._come)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What the card says, line by line."""
        return (*self._title, *self._lines)

    def point(self, event: int | None, at: QPoint, *, at_once: bool = False) -> None:
        """The pointer is over an event at a place of the canvas, or over none."""
        self._at = at
        if event == self._event:
            if self.isVisible():
                self._move()
            return
        self._event = event
        self._timer.stop()
        if event is None:
            self.hide()
        elif at_once or self.isVisible():
            self._come()
        else:
            self._timer.start()

    def _come(self) -> None:
        if self._event is None:
            return
        stage = self._view.stage
        self._title = self._wrapped(stage.say(self._event).title)
        self._lines = [elided(line, WIDEST - 2 * PAD, stage.type, "date") for line in stage.say.details(self._event)[:MOST_LINES]]
        self.resize(self._size())
        self._move()
        self.show()
        self.raise_()
        self.update()

    def _wrapped(self, title: str) -> list[str]:
        """The whole title in lines."""
        lines: list[str] = []
        for word in title.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._view.stage.type.width(longer, "title") <= WIDEST - 2 * PAD:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines[:MOST_LINES]

    def _size(self) -> QSize:
        stage = self._view.stage
        widest = max(
            [stage.type.width(line, "title") for line in self._title] + [stage.type.width(line, "date") for line in self._lines],
            default=0.0,
        )
        metrics = stage.metrics
        high = len(self._title) * metrics.line + len(self._lines) * metrics.date_line + 2 * PAD
        return QSize(int(widest + 2 * PAD + 6), int(high))

    def _move(self) -> None:
        """Below the pointer and towards the future, within the canvas."""
        view = self._view
        x = self._at.x() - self.width() - AWAY if view.stage.options.rtl else self._at.x() + AWAY
        y = self._at.y() + AWAY
        if y + self.height() > view.height() - 4:
            y = self._at.y() - self.height() - AWAY
        self.move(min(max(x, 4), max(view.width() - self.width() - 4, 4)), max(y, 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Title in ink, the rest quiet."""
        stage = self._view.stage
        palette, metrics, rtl = stage.palette, stage.metrics, stage.options.rtl
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.line, 1.0))
            painter.setBrush(palette.card)
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 8, 8)
            y = PAD
            for role, lines, high, colour in (
                ("title", self._title, metrics.line, palette.ink),
                ("date", self._lines, metrics.date_line, palette.quiet),
            ):
                painter.setFont(stage.type.fonts[role])  # type: ignore[index]
                painter.setPen(colour)
                for line in lines:
                    draw(painter, QRectF(PAD, y, self.width() - 2 * PAD, high), line, rtl=rtl)
                    y += high
