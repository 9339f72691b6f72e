"""Which events are there, in the order and of the words the editor asks for? The timeline's twin as a table."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.language.folding import fold_word
from timeline_app.model.decision import Rename
from timeline_app.model.event import Event, EventStatus
from timeline_app.model.identity import EventId
from timeline_app.ui.index import sources_of
from timeline_app.ui.review.queue import wants_look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
CELL = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
DATE, TITLE, SOURCES = range(3)
_MOST_KEPT = 2_000
_FEW = 12  # changed rows that are stepped to one by one
_LABELS = ("Date", "Event", "Sources")
_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


class Cell(NamedTuple):
    """What a cell shows, and the theme's name of its colour."""

    text: str
    colour: str


class EventModel(QAbstractTableModel):
    """Dated events that are not rejected. Sorts itself (by date at first) and filters by folded words.

    ``ID`` gives an event's id, ``CELL`` a :class:`Cell`.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: list[EventId] = []
        self._row_of: dict[EventId, int] | None = None  # made when it is asked for
        self._column, self._descending = DATE, False
        self._words: tuple[str, ...] = ()
        self._cells: dict[EventId, tuple[Event, tuple[Cell, ...]]] = {}

    def refresh(self, change: Change | None = None) -> None:
        """Take the state as it stands; what a decision did not change stays where it is."""
        rows = self._wanted()
        if change is None or change.whole:
            self._cells.clear()
        if change is None or change.whole or not self._step_to(rows, change):
            self.beginResetModel()
            self._take(rows)
            self.endResetModel()

    def filter(self, words: str) -> None:
        """Show only events with all these words in title, place or participants."""
        self._words = tuple(fold_word(words).split())
        self.refresh()

    def row_of(self, event: EventId) -> int | None:
        """The row of an event, or None where it is filtered out."""
        near = self._session.index.position(event)
        if near is not None and near < len(self._rows) and self._rows[near] == event:
            return near
        if self._row_of is None:
            self._row_of = {name: row for row, name in enumerate(self._rows)}
        return self._row_of.get(event)

    def event_at(self, row: int) -> EventId:
        """The event of a row."""
        return self._rows[row]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One row an event."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Date, event, sources."""
        return 0 if parent.isValid() else len(_LABELS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._session.wording.text(_LABELS[section])
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Titles can be edited in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if index.column() == TITLE else _PLAIN

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, says and is coloured with."""
        event = self._session.state.events.get(self._rows[index.row()])
        if event is None:
            return None
        if role == ID:
            return event.id
        if role in {CELL, Qt.ItemDataRole.DisplayRole}:
            cell = self._cells_of(event)[index.column()]
            return cell if role == CELL else cell.text
        if role == Qt.ItemDataRole.EditRole:
            return event.title
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(event)
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A title typed in place renames the event."""
        name = self._rows[index.row()]
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not title or title == self._session.state.events[name].title:
            return False
        self._session.decide(Rename(self._session.ref(name), title))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by date, by title as a dictionary would, or by the number of sources."""
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self.refresh()

    def _take(self, rows: list[EventId]) -> None:
        self._rows, self._row_of = rows, None

    def _step_to(self, rows: list[EventId], change: Change) -> bool:
        """Take out the rows of changed events and put them in where they stand now; False where more than that is different."""
        if rows == self._rows:
            for row in _places(rows, change.events):
                self.dataChanged.emit(self.index(row, 0), self.index(row, SOURCES))
            return True
        if len(change.events) > _FEW:
            return False
        gone, come = _places(self._rows, change.events), _places(rows, change.events)
        if _without(self._rows, gone) != _without(rows, come):
            return False
        for row in reversed(gone):
            self.beginRemoveRows(_NOWHERE, row, row)
            self._take([*self._rows[:row], *self._rows[row + 1 :]])
            self.endRemoveRows()
        for row in come:
            self.beginInsertRows(_NOWHERE, row, row)
            self._take([*self._rows[:row], rows[row], *self._rows[row:]])
            self.endInsertRows()
        return True

    def _wanted(self) -> list[EventId]:
        events = self._session.state.events
        rows = self._session.index.order
        if self._words:
            rows = [name for name in rows if self._matches(events[name])]
        if self._column == TITLE:
            rows = sorted(rows, key=lambda name: fold_word(events[name].title))
        elif self._column == SOURCES:
            rows = sorted(rows, key=lambda name: len(sources_of(events[name])))
        return rows[::-1] if self._descending else rows

    def _matches(self, event: Event) -> bool:
        text = fold_word(" ".join((event.title, event.place, *event.participants, self._session.wording.dates(event.dates))))
        return all(word in text for word in self._words)

    def _cells_of(self, event: Event) -> tuple[Cell, ...]:
        """The cells of a row, as they were while the event is the same."""
        same, cells = self._cells.get(event.id, (None, ()))
        if same is not event:
            if len(self._cells) > _MOST_KEPT:
                self._cells.clear()
            words, mark = self._session.wording, "▲ " if event.contradictions else ""
            date = Cell(words.dates(event.dates), "inferred" if wants_look(event) else "quiet")
            title = Cell(f"{mark}{event.title}", "accepted" if event.status is EventStatus.ACCEPTED else "ink")
            cells = date, title, Cell(words.number(len(sources_of(event))), "quiet")
            self._cells[event.id] = (event, cells)
        return cells

    def _spoken(self, event: Event) -> str:
        words = self._session.wording
        count = words.count("{n} source", "{n} sources", len(sources_of(event)))
        return " · ".join((event.title, words.dates(event.dates), words.kind_name(event.kind), count))


def _places(rows: list[EventId], names: Iterable[EventId]) -> list[int]:
    """Where names stand in the rows, in order; those that do not are left out."""
    found = []
    for name in names:
        with suppress(ValueError):
            found.append(rows.index(name))
    return sorted(found)


def _without(rows: list[EventId], places: list[int]) -> list[EventId]:
    left = rows.copy()
    for place in reversed(places):
        del left[place]
    return left
