"""How does a screen reader see the canvas? As a list of events and clusters, each with its name, place and state."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from timeline_app.layout.mark import Cluster
    from timeline_app.layout.scene import Card
    from timeline_app.ui.timeline.view import TimelineView

_NO_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
MOST = 500  # events that are all in the list; of more, those with a card in view


class _Item(QAccessibleInterface):
    """One thing on a canvas. (``interface_cast`` is left alone: overriding it from Python ends the process, PySide6 6.11.)"""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self._view = view

    def name(self) -> str:
        """What a screen reader says of it."""
        raise NotImplementedError

    def box(self) -> QRect:
        """Where it stands on the canvas."""
        raise NotImplementedError

    def object(self) -> QObject | None:  # type: ignore[override]
        """None: it is no object of Qt's."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the canvas."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The canvas."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        """It has no parts."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        """It has no parts."""
        return None

    def childCount(self) -> int:
        """None."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002
        """There is none."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Its name."""
        return self.name() if kind == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The canvas is not for writing."""

    def rect(self) -> QRect:
        """Where it stands on the screen."""
        box = self.box() if self.isValid() else QRect()
        return QRect(self._view.mapToGlobal(box.topLeft()), box.size())


class EventItem(_Item):
    """One event."""

    def __init__(self, view: TimelineView, event: int) -> None:
        super().__init__(view)
        self._event = event

    def isValid(self) -> bool:
        """Whether the event is still there."""
        return self._event < len(self._view.stage.columns)

    def name(self) -> str:
        """Title, date, number of sources and what is doubted, as one would read the card."""
        return spoken(self._view, self._event)

    def box(self) -> QRect:
        """The card; where there is none, the place of the event on the axis."""
        view = self._view
        card = _card(view, self._event)
        if card is not None:
            return QRect(int(card.box.left), int(card.box.top), int(card.box.width), int(card.box.height))
        x = float(view.stage.view().x_of(float(view.stage.columns.start[self._event])))
        return QRect(int(x), int(view.stage.frame().axis) - 8, 8, 16)

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Selectable, selected, current, or out of view."""
        view = self._view
        found = QAccessible.State()
        found.selectable = found.focusable = True
        found.selected = self._event in view.stage.selected
        found.focused = self._event == view.choosing.current and view.hasFocus() and view.choosing.cluster is None
        found.offscreen = _card(view, self._event) is None
        return found


class ClusterItem(_Item):
    """One of the clusters in view, by its number among them."""

    def __init__(self, view: TimelineView, number: int) -> None:
        super().__init__(view)
        self._number = number

    def isValid(self) -> bool:
        """Whether so many are in view."""
        return self._number < len(self._view.scene().clusters)

    def name(self) -> str:
        """How many events it gathers, and where in time."""
        return self._view.stage.names.gathered(self._cluster).translate(_NO_ISOLATES)

    def box(self) -> QRect:
        """The pill."""
        one, high = self._cluster, self._view.stage.metrics.pill
        return QRect(int(one.x - one.width / 2), int(one.y - high / 2), int(one.width), int(high))

    def role(self) -> QAccessible.Role:
        """A button: pressed, it shows what it gathers."""
        return QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        """Whether the keyboard is on it."""
        found = QAccessible.State()
        found.focusable = True
        found.focused = self.isValid() and self._view.hasFocus() and self._cluster == self._view.choosing.cluster
        return found

    @property
    def _cluster(self) -> Cluster:
        return self._view.scene().clusters[self._number]


class Canvas(QAccessibleWidget):
    """The canvas as a list of events, and of the clusters in view."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List, view.stage.wording.text("Timeline"))
        self._view = view
        self._kept: dict[tuple[type[EventItem | ClusterItem], int], tuple[EventItem | ClusterItem, int]] = {}

    def childCount(self) -> int:
        """The number of events and clusters in the list."""
        return len(self._parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An event by its number in the list, in order of time; the clusters come after them."""
        parts = self._parts()
        return self._item(*parts[index]) if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of an event or a cluster in the list."""
        return next((k for k, part in enumerate(self._parts()) if self._item(*part) is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The event or the cluster at a point of the screen."""
        found = self._view.hit_at(self._view.mapFromGlobal(QPoint(x, y)).toPointF())
        if found.cluster is not None:
            return self._item(ClusterItem, self._view.scene().clusters.index(found.cluster))
        return self._item(EventItem, found.event) if found.event >= 0 else None

    def text(self, kind: QAccessible.Text) -> str:
        """The canvas's name, and how many events it shows."""
        wording = self._view.stage.wording
        if kind == QAccessible.Text.Name:
            return wording.text("Timeline")
        if kind == QAccessible.Text.Description:
            return wording.count("{n} event", "{n} events", len(self._view.stage.columns))
        return ""

    def current(self) -> int:
        """The number in the list of what the keyboard is on, -1 where it is on nothing."""
        choosing = self._view.choosing
        if choosing.cluster is not None:
            return self._parts().index((ClusterItem, self._view.scene().clusters.index(choosing.cluster)))
        part = (EventItem, choosing.current)
        return self._parts().index(part) if part in self._parts() else -1

    def _item(self, kind: type[EventItem | ClusterItem], number: int) -> QAccessibleInterface:
        """The interface of an event or a cluster; made once."""
        if (kind, number) not in self._kept:
            made = kind(self._view, number)
            self._kept[kind, number] = made, QAccessible.registerAccessibleInterface(made)
        return self._kept[kind, number][0]

    def _parts(self) -> list[tuple[type[EventItem | ClusterItem], int]]:
        count, scene = len(self._view.stage.columns), self._view.scene()
        events = range(count) if count <= MOST else sorted({card.event for card in scene.cards})
        return [*((EventItem, event) for event in events), *((ClusterItem, number) for number in range(len(scene.clusters)))]


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
    """Tell a screen reader that the keyboard is on another event or cluster."""
    canvas = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() else None
    if isinstance(canvas, Canvas) and (current := canvas.current()) >= 0:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(current)
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
