"""How does a screen reader see the canvas? As a list of events, each with its name, place and state."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from timeline_app.layout.scene import Card
    from timeline_app.ui.timeline.view import TimelineView

_NO_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
MOST = 500  # events that are all in the list; of more, those with a card in view


class EventItem(QAccessibleInterface):
    """One event of a canvas. (``interface_cast`` is left alone: overriding it from Python ends the process, PySide6 6.11.)"""

    def __init__(self, view: TimelineView, event: int) -> None:
        super().__init__()
        self._view, self._event = view, event

    def isValid(self) -> bool:
        """Whether the event is still there."""
        return self._event < len(self._view.stage.columns)

    def object(self) -> QObject | None:  # type: ignore[override]
        """None: an event is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the canvas."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The canvas."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        """An event has no parts."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        """An event has no parts."""
        return None

    def childCount(self) -> int:
        """None."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002
        """There is none."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Title, date, number of sources and what is doubted, as one would read the card."""
        if kind == QAccessible.Text.Name and self.isValid():
            return spoken(self._view, self._event)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The canvas is not for writing."""

    def rect(self) -> QRect:
        """The card on the screen; where there is none, the place of the event on the axis."""
        view = self._view
        card = _card(view, self._event)
        if card is not None:
            box = QRect(int(card.box.left), int(card.box.top), int(card.box.width), int(card.box.height))
        else:
            x = float(view.stage.view().x_of(float(view.stage.columns.start[self._event])))
            box = QRect(int(x), int(view.stage.frame().axis) - 8, 8, 16)
        return QRect(view.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Selectable, selected, current, or out of view."""
        view = self._view
        found = QAccessible.State()
        found.selectable = found.focusable = True
        found.selected = self._event in view.stage.selected
        found.focused = self._event == view.choosing.current and view.hasFocus()
        found.offscreen = _card(view, self._event) is None
        return found


class Canvas(QAccessibleWidget):
    """The canvas as a list."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List, view.stage.wording.text("Timeline"))
        self._view = view
        self._kept: dict[int, tuple[EventItem, int]] = {}

    def childCount(self) -> int:
        """The number of events in the list."""
        return len(self._events())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An event by its number in the list, in order of time."""
        events = self._events()
        return self.item(events[index]) if 0 <= index < len(events) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of an event in the list."""
        return next((k for k, event in enumerate(self._events()) if self.item(event) is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The event at a point of the screen."""
        found = self._view.hit_at(self._view.mapFromGlobal(QPoint(x, y)).toPointF())
        return self.item(found.event) if found.event >= 0 else None

    def text(self, kind: QAccessible.Text) -> str:
        """The canvas's name, and how many events it shows."""
        wording = self._view.stage.wording
        if kind == QAccessible.Text.Name:
            return wording.text("Timeline")
        if kind == QAccessible.Text.Description:
            return wording.count("{n} event", "{n} events", len(self._view.stage.columns))
        return ""

    def item(self, event: int) -> EventItem:
        """The interface of an event; made once."""
        if event not in self._kept:
            made = EventItem(self._view, event)
            self._kept[event] = made, QAccessible.registerAccessibleInterface(made)
        return self._kept[event][0]

    def _events(self) -> list[int]:
        count = len(self._view.stage.columns)
        if count <= MOST:
            return list(range(count))
        return sorted({card.event for card in self._view.scene().cards})


def spoken(view: TimelineView, event: int) -> str:
    """An event in one line."""
    wording = view.stage.wording
    said = view.stage.say(event)
    sources = int(view.stage.columns.sources[event])
    parts = [said.title, said.date, wording.count("{n} source", "{n} sources", sources), said.doubt]
    comma = "\u060c " if wording.language == "ar" else ", "
    return comma.join(part for part in parts if part).translate(_NO_ISOLATES)


def install() -> None:
    """Teach Qt to see the canvas so; once a process."""
    if not _kept:
        _kept.append(None)
        QAccessible.installFactory(_factory)


def announce(view: TimelineView) -> None:
    """Tell a screen reader that the current event is another."""
    if QAccessible.isActive() and view.choosing.current is not None:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        canvas = QAccessible.queryAccessibleInterface(view)
        if isinstance(canvas, Canvas):
            event.setChild(canvas.indexOfChild(canvas.item(view.choosing.current)))
        QAccessible.updateAccessibility(event)


_kept: list[QAccessibleInterface | None] = []


def _factory(key: str, made: QObject) -> QAccessibleInterface | None:
    if key.endswith("TimelineView"):
        canvas = Canvas(cast("TimelineView", made))
        _kept.append(canvas)
        made.destroyed.connect(partial(_kept.remove, canvas))
        return canvas
    return None


def _card(view: TimelineView, event: int) -> Card | None:
    return next((card for card in view.scene().cards if card.event == event and not card.ghost), None)
