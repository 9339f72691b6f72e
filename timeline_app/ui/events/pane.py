"""Where can all events be read as a list? A sortable table with a filter, tied to the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from timeline_app.ui.events.delegate import CellDelegate
from timeline_app.ui.events.model import DATE, SOURCES, TITLE, EventModel
from timeline_app.ui.inspector.bulk import BulkCard
from timeline_app.ui.rows import Rows
from timeline_app.ui.widgets import label

if TYPE_CHECKING:
    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session


class EventsPane(QWidget):
    """The event list, and what can be done with several chosen ones.

    ``menu_requested(QPoint)`` asks for the menu of acts at a place of the screen, ``command_requested(str)`` for a command.
    """

    menu_requested = Signal(QPoint)
    command_requested = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._following, self._stale = False, True
        self._worded: tuple[object, int] = (None, 0)
        self.model = EventModel(session)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter_later)
        self._timer = QTimer(self, singleShot=True, interval=120)
        self._timer.timeout.connect(self._filter)
        self.empty = label("", "quiet", wraps=True)
        self._bulk: BulkCard | None = None
        self.view = _view()
        self.view.setModel(self.model)
        self._delegate = CellDelegate(session)
        self.view.setItemDelegate(self._delegate)
        _set_columns(self.view)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        self.view.customContextMenuRequested.connect(self._offer)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.addWidget(self.filter)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        session.state_changed.connect(self.refresh)
        session.settings_changed.connect(lambda: self.refresh())  # noqa: PLW0108 - without the settings
        session.selection_changed.connect(self._follow)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what stands and is selected now."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        else:
            self._follow()

    def refresh(self, change: Change | None = None) -> None:
        """Show the events as they stand; nobody sees a hidden list: it is made anew when it is shown."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._word()
        self._following = True
        self.model.refresh(change)
        self._following = False
        self._say_empty()
        self._follow()
        self.view.settle()

    def _word(self) -> None:
        words, scale = self._session.wording, self._session.settings.scale
        if self._worded == (words, scale):
            return
        self._worded = (words, scale)
        self._renew_bulk()
        self.filter.setPlaceholderText(words.text("Filter events"))
        self.filter.setAccessibleName(words.text("Filter events"))
        self.view.setAccessibleName(words.text("Events"))
        for column, width in ((DATE, 104), (SOURCES, 58)):
            self.view.horizontalHeader().resizeSection(column, round(width * scale / 100))
        self.view.verticalHeader().setDefaultSectionSize(self._delegate.height())

    def _renew_bulk(self) -> None:
        if self._bulk is not None:
            self._bulk.deleteLater()
        self._bulk = BulkCard(self._session, self.command_requested.emit)
        self._bulk.hide()
        self._column.addWidget(self._bulk)

    def _filter_later(self) -> None:
        self._timer.start()

    def _filter(self) -> None:
        self._following = True
        self.model.filter(self.filter.text())
        self._following = False
        self._say_empty()
        self._follow()

    def _say_empty(self) -> None:
        words, none = self._session.wording, self.model.rowCount() == 0
        self.empty.setVisible(none)
        articles = self._session.state.articles.values()
        if self.filter.text() and len(self._session.index):
            said = "No event has these words."
        elif any(article.published.when is None for article in articles):
            said = "No day is known yet: say when the articles were published"
        else:
            said = "No events yet: they appear once articles are added."
        self.empty.setText(words.text(said))

    def _chosen(self, *_: QItemSelection) -> None:
        if self._following:
            return
        rows = self.view.selectionModel().selectedRows()
        events = [self.model.event_at(index.row()) for index in rows]
        here = self.view.currentIndex()
        current = self.model.event_at(here.row()) if here.isValid() else None
        self._following = True
        self._session.select(events, current=current if current in events else None)
        self._following = False
        self._offer_bulk()

    def _follow(self) -> None:
        # a hidden list would be laid out whole for nothing: it follows when it is shown
        if self._following or not self.isVisible():
            return
        self._offer_bulk()
        self._following = True
        selection = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        wanted = QItemSelection()
        for name in self._session.selected:
            row = self.model.row_of(name)
            if row is not None:
                wanted.select(self.model.index(row, 0), self.model.index(row, SOURCES))
        selection.select(wanted, flags.ClearAndSelect | flags.Rows)
        current = self._session.current
        row = None if current is None else self.model.row_of(current)
        if row is not None:
            selection.setCurrentIndex(self.model.index(row, TITLE), flags.NoUpdate)
            self.view.scrollTo(self.model.index(row, TITLE))
        self._following = False

    def _offer_bulk(self) -> None:
        """What can be done with several, while several are chosen."""
        many = len(self._session.selected)
        if self._bulk is not None and many > 1:
            self._bulk.say(many)
        if self._bulk is not None:
            self._bulk.setVisible(many > 1)

    def _offer(self, where: QPoint) -> None:
        if self.view.indexAt(where).isValid():
            self.menu_requested.emit(self.view.viewport().mapToGlobal(where))


def _view() -> Rows:
    view = Rows()
    view.setObjectName("eventList")
    view.setSortingEnabled(True)
    view.sortByColumn(DATE, Qt.SortOrder.AscendingOrder)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
    return view


def _set_columns(view: Rows) -> None:
    header = view.horizontalHeader()
    header.setStretchLastSection(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(DATE, QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(SOURCES, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(SOURCES, 58)
    header.resizeSection(DATE, 92)
    header.setMinimumSectionSize(40)
