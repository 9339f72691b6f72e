"""What stands in the list of results? Events, then passages, each group under its name, as a Qt model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.model.span import Span
from timeline_app.services.event_search import EventHit
from timeline_app.services.searching import Hit, Results
from timeline_app.ui.kinds import hue_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QListView

    from timeline_app.ui.session import Session

ROW = Qt.ItemDataRole.UserRole + 1
FOUND = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a group's name (``found`` is None) or a result, with its second line in quiet ink."""

    words: str
    below: str = ""
    highlights: tuple[Span, ...] = ()
    hue: str = ""
    found: EventHit | Hit | None = None


class Rows(QAbstractListModel):
    """The rows of one search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, results: Results, session: Session) -> None:
        """Take the results of another search."""
        self.beginResetModel()
        self._rows = (*_events(results, session), *_passages(results, session))
        self.endResetModel()

    def first(self) -> QModelIndex:
        """The first result, or no index."""
        return self.step(QModelIndex(), 1)

    def step(self, here: QModelIndex, by: int) -> QModelIndex:
        """The result so many results further down (up where negative), as far as there are some."""
        results = [number for number, row in enumerate(self._rows) if row.found is not None]
        if not results:
            return QModelIndex()
        if not here.isValid():
            return self.index(results[0 if by > 0 else -1])
        place = results.index(here.row()) if here.row() in results else 0
        return self.index(results[max(0, min(len(results) - 1, place + by))])

    def height(self, view: QListView) -> int:
        """How high the whole list is in a view."""
        return sum(view.sizeHintForIndex(self.index(number)).height() for number in range(min(len(self._rows), 12)))

    def rowCount(self, parent: _Index | None = None) -> int:
        """The number of rows; none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words, all of them for a screen reader, the row itself, and what it leads to."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.words}. {row.below}" if row.below else row.words
            case _ if role == ROW:
                return row
            case _ if role == FOUND:
                return row.found
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A group's name cannot be chosen."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if self._rows[index.row()].found is not None else Qt.ItemFlag.NoItemFlags


def _events(results: Results, session: Session) -> list[Row]:
    if not results.events:
        return []
    rows = [Row(session.wording.text("Events"))]
    for hit in results.events:
        event = session.state.events[hit.event]
        rows.append(Row(hit.title, session.wording.dates(event.dates), hit.highlights, hue_of(event.kind), hit))
    return rows


def _passages(results: Results, session: Session) -> list[Row]:
    if not results.hits:
        return []
    articles = session.state.articles
    rows = [Row(session.wording.text("In the articles"))]
    rows += [Row(hit.snippet, articles[hit.article].title, hit.highlights, "", hit) for hit in results.hits]
    return rows
