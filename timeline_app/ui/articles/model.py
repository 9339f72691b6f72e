"""What is known of each article? The rows of the article list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.model.article import Article, PublicationBasis
from timeline_app.model.identity import ArticleId

if TYPE_CHECKING:
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
    """The articles by publication date, the undated last; ``ROW`` gives an :class:`ArticleRow`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: tuple[ArticleRow, ...] = ()

    def refresh(self) -> None:
        """Make all rows anew."""
        self.beginResetModel()
        doubted = {e.passage.article for c in self._session.state.contradictions.values() if not c.update for e in c.evidence[:1]}
        articles = self._session.state.articles.values()
        self._rows = tuple(self._row(article, doubted=article.id in doubted) for article in articles)
        self.endResetModel()

    def row_of(self, article: ArticleId) -> int | None:
        """The row of an article, or None."""
        return next((i for i, row in enumerate(self._rows) if row.article == article), None)

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
        published, count = article.published, len(self._session.index.events_of(article.id))
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
