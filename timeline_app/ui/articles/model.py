"""What is known of each article? The rows of the article list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.model.article import Article, PublicationBasis
from timeline_app.model.identity import ArticleId

if TYPE_CHECKING:
    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class Standing(StrEnum):
    """How an article stands, as the colour of its dot says it."""

    DOUBTED = "contradiction"
    INFERRED = "inferred"
    CLEAR = "accepted"
    SILENT = "dimmed"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as its row shows it."""

    article: ArticleId
    title: str
    line: str
    standing: Standing


class ArticleModel(QAbstractListModel):
    """The articles in the order in which they were added; ``ROW`` gives an :class:`ArticleRow`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: list[ArticleRow] = []
        self._row_of: dict[ArticleId, int] = {}
        self._doubted: set[ArticleId] = set()

    def refresh(self, change: Change | None = None) -> None:
        """Make the rows anew: those of the articles that a change touches, else all."""
        session = self._session
        doubted = self._doubted
        if change is None or change.whole or change.contradictions:
            doubted = {e.passage.article for c in session.state.contradictions.values() if not c.update for e in c.evidence[:1]}
        if change is None or change.whole or change.articles:
            self.beginResetModel()
            articles = session.state.articles.values()
            self._rows = [self._row(article, doubted=article.id in doubted) for article in articles]
            self._row_of = {row.article: place for place, row in enumerate(self._rows)}
            self._doubted = doubted
            self.endResetModel()
            return
        for article in change.reporting | (doubted ^ self._doubted):
            place = self._row_of.get(article)
            row = None if place is None else self._row(session.state.articles[article], doubted=article in doubted)
            if place is not None and row is not None and row != self._rows[place]:  # the list is laid out whole for one row
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
        self._doubted = doubted

    def row_of(self, article: ArticleId) -> int | None:
        """The row of an article, or None."""
        return self._row_of.get(article)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row an article."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, tip, accessible text, or the whole row."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.title}\n{row.line}"
        return None

    def _row(self, article: Article, *, doubted: bool) -> ArticleRow:
        words = self._session.wording
        published, count = article.published, self._session.index.count_of(article.id)
        parts = [words.date(published.when) if published.when else words.text("no publication date")]
        if published.basis is PublicationBasis.INFERRED:
            parts.append(words.text("inferred", "publication"))
        parts.append(words.text("contradiction") if doubted else words.count("{n} event", "{n} events", count))
        title = article.title or article.path or words.text("Untitled article")
        standing = _standing(article, count, doubted=doubted)
        return ArticleRow(article.id, title, " · ".join(parts), standing)


def _standing(article: Article, count: int, *, doubted: bool) -> Standing:
    if doubted:
        return Standing.DOUBTED
    if not count or article.published.when is None:
        return Standing.SILENT
    return Standing.INFERRED if article.published.basis is PublicationBasis.INFERRED else Standing.CLEAR
