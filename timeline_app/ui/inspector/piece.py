"""Of which pieces is an event shown? Its chips and its date, each said anew for another event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout

from timeline_app.model.event import EventStatus
from timeline_app.ui.icons import icon
from timeline_app.ui.index import sources_of
from timeline_app.ui.kinds import hue_of
from timeline_app.ui.widgets import Box, Flow, button, label, relook

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from timeline_app.model.daterange import DateRange
    from timeline_app.model.event import Event
    from timeline_app.ui.session import Session

_ICON = 16


class Chips(Box):
    """Kind, place (or the ``field`` for it), the number of sources, and whether the event is accepted.

    ``kind_pressed(QPoint)`` asks for the kinds at a place of the screen; ``place_pressed()`` for the field of the place.
    """

    kind_pressed = Signal(QPoint)
    place_pressed = Signal()

    def __init__(self, session: Session, field: QWidget | None = None) -> None:
        super().__init__()
        self._session = session
        text = session.wording.text
        self._hue = ""
        self._kind = button("", self._ask_kind, "chip", tip=text("Set kind"))
        self._place = button("", self.place_pressed.emit, "chip", tip=text("Set place"))
        self._sources, self._accepted = label("", "chip"), label("✓ " + text("Accepted"), "chip")
        self._accepted.setStyleSheet(f"color: {session.theme.accepted}; border-color: {session.theme.accepted};")
        row = Flow()
        self.setLayout(row)
        for chip in (self._kind, field or self._place, self._sources, self._accepted):
            row.addWidget(chip)

    def say(self, event: Event) -> None:
        """Show an event."""
        words, hue = self._session.wording, self._session.theme.hues[hue_of(event.kind)]
        self._kind.setText(words.kind_name(event.kind))
        if hue != self._hue:
            self._hue = hue
            self._kind.setStyleSheet(f"border-color: {hue};")
        look = "chip" if event.place else "quiet"
        self._place.setText(event.place or words.text("+ place"))
        if self._place.property("look") != look:
            relook(self._place, "look", look)
        self._sources.setText(words.count("{n} source", "{n} sources", len(sources_of(event))))
        self._accepted.setVisible(event.status is EventStatus.ACCEPTED)

    def _ask_kind(self) -> None:
        self.kind_pressed.emit(self._kind.mapToGlobal(QPoint(0, self._kind.height())))


class DateLine(Box):
    """The dates, and a pen to change them."""

    def __init__(self, session: Session, change: Callable[[], object]) -> None:
        super().__init__()
        self._words = session.wording
        self._dates = label("", "strong", wraps=True)
        pen = button("", change, "pen", tip=self._words.text("Change date"))
        pen.setAccessibleName(self._words.text("Change date"))
        pen.setIcon(icon("pencil", session.theme.quiet, rtl=session.settings.language == "ar"))
        pen.setIconSize(QSize(_ICON, _ICON) * (session.settings.scale / 100))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._dates, 1)
        row.addWidget(pen)

    def say(self, dates: tuple[DateRange, ...]) -> None:
        """Show dates; a single day with its weekday."""
        self._dates.setText(self._words.dates(dates, weekday=True) or self._words.text("Undated"))
