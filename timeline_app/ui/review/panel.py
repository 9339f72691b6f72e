"""What still waits for the editor? The queue with its progress, and the buttons that decide what is chosen."""

from __future__ import annotations

from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from timeline_app.dossier.naming import told
from timeline_app.dossier.suggestion import keeping
from timeline_app.model.event import ContradictionKind
from timeline_app.ui.review import item as words_of
from timeline_app.ui.review.delegate import ItemDelegate
from timeline_app.ui.review.queue import Item, Items, Key
from timeline_app.ui.rows import LongList
from timeline_app.ui.widgets import Flow, button, label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_FEW = 200
_MOST_LOST = 170  # pixels: a long list of what was lost is scrolled


class QueueModel(QAbstractListModel):
    """The queue's items as rows; ``ITEM`` gives the :class:`Item`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.items = Items((), session.state)

    def refresh(self) -> None:
        """Take the queue as it stands."""
        items = self._session.index.review.queue.items
        gone, come = _different(self.items.keys, items.keys)
        if gone == come == slice(len(items), len(items)):
            self.items = items
            return
        if gone.stop - gone.start > _FEW or come.stop - come.start > _FEW:
            self.beginResetModel()
            self.items = items
            self.endResetModel()
            return
        if [key[2:] for key in self.items.keys[gone]] == [key[2:] for key in items.keys[come]]:
            self.items = items
            self.dataChanged.emit(self.index(gone.start), self.index(gone.stop - 1))
            return
        if gone.start < gone.stop:
            self.beginRemoveRows(_NOWHERE, gone.start, gone.stop - 1)
            self.items = items.without(come)
            self.endRemoveRows()
        if come.start < come.stop:
            self.beginInsertRows(_NOWHERE, come.start, come.stop - 1)
            self.items = items
            self.endInsertRows()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One row an item."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item, or its words."""
        one = self.items[index.row()]
        if role == ITEM:
            return one
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            words = self._session.wording
            event = self._session.state.events.get(one.event) if one.event else None
            parts = (words_of.title(words, one), event.title if event else "", words_of.line(words, one, event))
            return "\n".join(part for part in parts if part)
        return None


def _different(before: tuple[Key, ...], now: tuple[Key, ...]) -> tuple[slice, slice]:
    """Which stretch of keys became which other; before and after it both are the same."""
    least = min(len(before), len(now))
    first = next(compress(count(), map(is_not, before, now)), least)
    same = next(compress(count(), map(is_not, reversed(before), reversed(now))), least)
    same = min(same, least - first)
    return slice(first, len(before) - same), slice(first, len(now) - same)


class ReviewPanel(QWidget):
    """The review panel. ``redate_requested()`` asks the inspector for its date field."""

    redate_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("reviewPanel")
        self._session = session
        self._following = False
        self.model = QueueModel(session)
        self.progress_words, self.empty = label("", "quiet"), label("", "quiet", wraps=True)
        self.lost = label("", "wrong", wraps=True)
        self._lost_area = QScrollArea()
        self._lost_area.setWidget(self.lost)
        self._lost_area.setWidgetResizable(True)
        self._lost_area.setMaximumHeight(_MOST_LOST)
        self._lost_area.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.view = LongList()
        self.view.setModel(self.model)
        self._delegate = ItemDelegate(session)
        self.view.setItemDelegate(self._delegate)
        self.view.selectionModel().currentChanged.connect(self._go)
        self._next = button("", session.next_to_review, "primary")
        self._confirm, self._keep = button("", self.confirm, "primary"), button("", self.keep)
        self._redate = button("", self.redate_requested.emit)
        self._buttons = Flow()
        for one in (self._next, self._confirm, self._keep, self._redate):
            self._buttons.addWidget(one)
        self._lay_out()
        session.state_changed.connect(self.refresh)
        session.settings_changed.connect(self.refresh)
        session.selection_changed.connect(self._follow)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """While the review is looked at, each decision goes on to the next."""
        super().showEvent(event)
        self._session.reviewing = True
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Decisions stay with their event again."""
        super().hideEvent(event)
        self._session.reviewing = False

    def refresh(self) -> None:
        """Show the queue as it stands; what nobody sees waits until it is shown."""
        if not self.isVisible():
            return
        self._following = True
        self.model.refresh()
        self._following = False
        self._say_progress()
        self._say_lost()
        self._follow()
        self._offer()
        self.view.settle()

    @property
    def chosen(self) -> Item | None:
        """The item chosen in the list, or None."""
        index = self.view.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def confirm(self) -> None:
        """Say yes to the chosen item."""
        act = words_of.confirming(self._session, self.chosen) if self.chosen else None
        if act is not None:
            self._session.decide(act)

    def keep(self) -> None:
        """Leave the chosen contradiction as written."""
        chosen = self.chosen
        if chosen is not None and chosen.contradiction is not None:
            self._session.decide(keeping(self._session.state, chosen.contradiction))

    def _go(self, index: QModelIndex) -> None:
        if self._following or not index.isValid():
            return
        chosen = index.data(ITEM)
        if chosen.event != self._session.current or chosen.passage != self._session.passage:
            self._session.review(chosen)
        self._offer()

    def _follow(self) -> None:
        """Choose what is being looked at, where it waits."""
        if self._following or not self.isVisible():
            return
        if self.chosen is None or self.chosen.event != self._session.current:
            row = self._session.index.review.row_of(self._session.current)
            self._following = True
            self.view.setCurrentIndex(_NOWHERE if row is None else self.model.index(row))
            self._following = False
            self._offer()
        self.view.viewport().update()

    def _say_progress(self) -> None:
        words, built = self._session.wording, self._session.index.review.queue
        self.bar.setRange(0, max(1, built.total))
        self.bar.setValue(built.done)
        self.bar.setVisible(built.total > 0)
        self.view.setAccessibleName(words.text("Review"))
        self.progress_words.setText(words.text("{done} of {total} decided", done=built.done, total=built.total))
        self.progress_words.setVisible(built.total > 0)
        none = "Everything is decided." if built.total else "Nothing to decide yet: doubtful and inferred dates will wait here."
        self.empty.setText(words.text(none))
        self.empty.setVisible(not built.items)
        self.view.setVisible(bool(built.items))

    def _offer(self) -> None:
        """The ways to decide what is chosen. The buttons stay: others in their place would lay the list out anew."""
        chosen, words = self.chosen, self._session.wording
        doubt = chosen.contradiction if chosen is not None else None
        self._next.setText(words.text("Next to decide"))
        self._confirm.setText(words.text("Confirm the date") if doubt is None else words_of.accept_label(words, doubt))
        figures = doubt is not None and doubt.kind is ContradictionKind.FIGURE
        self._keep.setText(words.text("Seen" if figures else "Keep as written"))  # as the inspector says it
        self._redate.setText(words.text("Change date"))
        self._next.setVisible(chosen is None and self.model.rowCount() > 0)
        self._confirm.setVisible(chosen is not None and bool(self._confirm.text()))
        self._keep.setVisible(doubt is not None)
        self._redate.setVisible(chosen is not None and not figures)

    def _say_lost(self) -> None:
        """Decisions whose passage a new analysis no longer has: listed, never dropped."""
        words, lost = self._session.wording, self._session.state.lost
        head = words.count("{n} decision lost its passage", "{n} decisions lost their passages", len(lost))
        named = [words.say(told(decision.act)) for decision in lost if decision.act is not None]
        self.lost.setText("\n".join([head, *named]) if lost else "")
        for widget in (self.lost, self._lost_area):
            widget.setVisible(bool(lost))

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
        column.addWidget(self._lost_area)
        column.addStretch(0)
