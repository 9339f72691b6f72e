"""What still waits for the editor? The queue with its progress, and the buttons that decide what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QProgressBar, QVBoxLayout, QWidget

from timeline_app.dossier.naming import name_of
from timeline_app.model.decision import Act
from timeline_app.ui.review import item as words_of
from timeline_app.ui.review import queue
from timeline_app.ui.review.delegate import ItemDelegate
from timeline_app.ui.widgets import Flow, button, clear, label

if TYPE_CHECKING:
    from timeline_app.model.identity import EventId
    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class QueueModel(QAbstractListModel):
    """The queue's items as rows; ``ITEM`` gives the :class:`queue.Item`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.queue = queue.Queue((), 0)
        self._waiting = queue.Waiting()

    def refresh(self, change: Change | None = None) -> None:
        """Take the queue as it stands; ``change`` is what is different, None: anything may be."""
        built = self._waiting.queue(self._session.state, self._session.index, change)
        gone, come = _different(self.queue.items, built.items)
        before, now = self.queue.items[gone], built.items[come]
        if len(before) == len(now) and all(_key(old) == _key(new) for old, new in zip(before, now, strict=True)):
            self.queue = built
        elif not now and len(before) == 1:
            self.beginRemoveRows(_NOWHERE, gone.start, gone.start)
            self.queue = built
            self.endRemoveRows()
        else:
            self.beginResetModel()
            self.queue = built
            self.endResetModel()

    def row_of_event(self, event: EventId | None) -> int | None:
        """The row of the first item of an event, or None."""
        return None if event is None else self._waiting.row_of(event)

    def row_of(self, wanted: queue.Item) -> int | None:
        """The row of an item, or None once it is decided."""
        return self.queue.items.index(wanted) if wanted in self.queue.items else None

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One row an item."""
        return 0 if parent.isValid() else len(self.queue.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item, or its words."""
        one = self.queue.items[index.row()]
        if role == ITEM:
            return one
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            words = self._session.wording
            event = self._session.state.events.get(one.event) if one.event else None
            parts = (words_of.title(words, one), event.title if event else "", words_of.line(words, one, event))
            return "\n".join(part for part in parts if part)
        return None


def _key(one: queue.Item) -> tuple[str, str]:
    return (one.event or "", one.contradiction.id if one.contradiction else "")


def _different(before: tuple[queue.Item, ...], now: tuple[queue.Item, ...]) -> tuple[slice, slice]:
    """Which stretch of items became which other; before and after it both are the same."""
    least = min(len(before), len(now))
    first = next((row for row, (old, new) in enumerate(zip(before, now, strict=False)) if old is not new), least)
    ends = zip(reversed(before), reversed(now), strict=False)
    same = next((row for row, (old, new) in enumerate(ends) if old is not new), least)
    last = min(same, least - first)
    return slice(first, len(before) - last), slice(first, len(now) - last)


class ReviewPanel(QWidget):
    """The review panel. ``redate_requested()`` asks the inspector for its date field."""

    redate_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("reviewPanel")
        self._session = session
        self.model = QueueModel(session)
        self.progress_words, self.empty = label("", "quiet"), label("", "quiet", wraps=True)
        self.lost = label("", "wrong", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = ItemDelegate(session)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.selectionModel().currentChanged.connect(self._go)
        self._buttons = Flow()
        self._lay_out()
        session.state_changed.connect(self.refresh)
        session.settings_changed.connect(lambda _: self.refresh())
        session.selection_changed.connect(self._follow)
        self.refresh()

    def refresh(self, change: Change | None = None) -> None:
        """Show the queue as it stands."""
        words = self._session.wording
        self.model.refresh(change)
        built = self.model.queue
        waiting = len(built.items)
        self.bar.setRange(0, max(1, built.total))
        self.bar.setValue(built.done)
        self.bar.setVisible(built.total > 0)
        self.view.setAccessibleName(words.text("Review"))
        self.progress_words.setText(words.text("{done} of {total} decided", done=built.done, total=built.total))
        self.progress_words.setVisible(built.total > 0)
        self.empty.setText(
            words.text(
                "Everything is decided." if built.total else "Nothing to decide yet: doubtful and inferred dates will wait here."
            )
        )
        self.empty.setVisible(not waiting)
        self.view.setVisible(waiting > 0)
        self._say_lost()
        self._follow()
        self._offer()

    @property
    def chosen(self) -> queue.Item | None:
        """The item chosen in the list, or None."""
        index = self.view.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def go_to_next(self) -> None:
        """Choose the next item that waits; the first after the last."""
        count = self.model.rowCount()
        if count:
            here = self.view.currentIndex()
            row = (here.row() + 1) % count if here.isValid() and self.chosen_is_current() else max(0, here.row())
            self.view.setCurrentIndex(self.model.index(row))

    def chosen_is_current(self) -> bool:
        """Whether the chosen item's event is the one being shown."""
        return self.chosen is not None and self.chosen.event == self._session.current

    def confirm(self) -> None:
        """Say yes to the chosen item and go on to the next."""
        chosen = self.chosen
        act = words_of.confirming(self._session, chosen) if chosen else None
        if act is not None:
            self._decide_and_go_on(act)

    def keep(self) -> None:
        """Leave the chosen contradiction as written and go on."""
        chosen = self.chosen
        if chosen is not None and chosen.contradiction is not None:
            self._decide_and_go_on(words_of.keeping(chosen.contradiction, self._session.state))

    def _decide_and_go_on(self, act: Act) -> None:
        row = self.view.currentIndex().row()
        self._session.decide(act)
        count = self.model.rowCount()
        if count:
            self.view.setCurrentIndex(self.model.index(min(row, count - 1)))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid() and self.view.hasFocus() | (self.chosen is not None):
            chosen = index.data(ITEM)
            if chosen.event != self._session.current or chosen.passage != self._session.passage:
                self._session.review(chosen)
        self._offer()

    def _follow(self) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.event == self._session.current:
            return
        row = self.model.row_of_event(self._session.current)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if row is None:
            self.view.clearSelection()
        else:
            self.view.setCurrentIndex(self.model.index(row))
        selection.blockSignals(False)
        self._offer()
        self.view.viewport().update()

    def _offer(self) -> None:
        clear(self._buttons)
        chosen, words = self.chosen, self._session.wording
        if chosen is None or not self.model.rowCount():
            return
        if chosen.contradiction is not None:
            accept = words_of.accept_label(words, chosen.contradiction)
            if accept:
                self._buttons.addWidget(button(accept, self.confirm, "primary"))
            self._buttons.addWidget(button(words.text("Keep as written"), self.keep))
        else:
            self._buttons.addWidget(button(words.text("Confirm the date"), self.confirm, "primary"))
        self._buttons.addWidget(button(words.text("Change date"), self.redate_requested.emit))

    def _say_lost(self) -> None:
        """Decisions whose passage a new analysis no longer has: listed, never dropped."""
        words, lost = self._session.wording, self._session.state.lost
        head = words.count("{n} decision lost its passage", "{n} decisions lost their passages", len(lost))
        named = [words.say(name_of(decision.act)) for decision in lost if decision.act is not None]
        self.lost.setText("\n".join([head, *named]) if lost else "")
        self.lost.setVisible(bool(lost))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.progress_words)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addLayout(self._buttons)
        column.addWidget(self.lost)
        column.addStretch(0)
