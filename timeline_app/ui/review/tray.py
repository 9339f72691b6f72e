"""What is reported without a day? The undated passages, and one field that dates them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.model.daterange import DateRange
from timeline_app.model.decision import DateMention, DismissPassage
from timeline_app.model.event import Mention
from timeline_app.ui.dialogs.datefield import DateField
from timeline_app.ui.rows import LongList
from timeline_app.ui.widgets import button, label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
MENTION = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class TrayModel(QAbstractListModel):
    """The undated mentions as rows; ``MENTION`` gives the mention."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: tuple[Mention, ...] = ()

    def refresh(self) -> None:
        """Take the tray as it stands."""
        if self._rows is not self._session.state.undated:
            self.beginResetModel()
            self._rows = self._session.state.undated
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One row a passage."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The quote, its article, or the mention."""
        mention = self._rows[index.row()]
        if role == MENTION:
            return mention
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(mention.passage.quote.split())
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            article = self._session.state.articles.get(mention.passage.article)
            return f"{' '.join(mention.passage.quote.split())}\n{article.title if article else ''}"
        return None


class UndatedTray(QWidget):
    """The tray: choose a passage, type a date, press Enter; or take the day its article appeared."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.model = TrayModel(session)
        self.empty = label("", "quiet", wraps=True)
        self.view = LongList()
        self.view.setObjectName("undatedList")
        self.view.setModel(self.model)
        self.view.selectionModel().currentChanged.connect(self._read)
        self.date: DateField = DateField(session)
        self.view.activated.connect(lambda: self.date.setFocus())  # noqa: PLW0108 - without Qt's argument
        self.date.committed.connect(self._date)
        self.date.cancelled.connect(self._leave)
        self.published = button("", self._date_by_article)
        self.dismiss = button("", self._dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addWidget(self.date)
        row = QHBoxLayout()
        row.addWidget(self.published)
        row.addWidget(self.dismiss)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(0)
        session.state_changed.connect(self.refresh)
        session.settings_changed.connect(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> Mention | None:
        """The passage chosen in the list, or None."""
        index = self.view.currentIndex()
        return index.data(MENTION) if index.isValid() else None

    def refresh(self) -> None:
        """Show the tray as it stands."""
        words = self._session.wording
        row = self.view.currentIndex().row()
        self.model.refresh()
        count = self.model.rowCount()
        if 0 <= row < count:
            self.view.setCurrentIndex(self.model.index(row))
        self.view.setAccessibleName(words.text("Undated"))
        self.empty.setText(words.text("No undated passage waits: what is reported without a day appears here."))
        self.empty.setVisible(not count)
        self.view.setVisible(count > 0)
        self.date.word(words.text("Date of the chosen passage, then Enter"))
        self.published.setText(words.text("On the day it appeared"))
        self.dismiss.setText(words.text("Reports nothing"))
        self._allow()

    def _read(self) -> None:
        if self.chosen is not None:
            # the focus alone makes a row the current one, but does not choose it
            self.view.selectionModel().select(self.view.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._session.show_passage(self.chosen.passage)
        self._allow()

    def _allow(self) -> None:
        chosen = self.chosen
        for widget in (self.date, self.dismiss):
            widget.setVisible(self.model.rowCount() > 0)
            widget.setEnabled(chosen is not None)
        self.published.setVisible(self.model.rowCount() > 0)
        self.published.setEnabled(chosen is not None and self._day_of(chosen) is not None)

    def _day_of(self, mention: Mention) -> DateRange | None:
        article = self._session.state.articles.get(mention.passage.article)
        return article.published.when if article else None

    def _date(self, dates: tuple[DateRange, ...], typed: str) -> None:
        if self.chosen is not None:
            self._session.decide(DateMention(self.chosen.passage, dates, typed), read=self.chosen.passage)
            self.date.clear()

    def _leave(self) -> None:
        self.date.clear()
        self.view.setFocus()

    def _date_by_article(self) -> None:
        day = self._day_of(self.chosen) if self.chosen else None
        if self.chosen is not None and day is not None:
            self._session.decide(DateMention(self.chosen.passage, (day,)), read=self.chosen.passage)

    def _dismiss(self) -> None:
        if self.chosen is not None:
            self._session.decide(DismissPassage(self.chosen.passage))
