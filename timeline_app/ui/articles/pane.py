"""Which articles is the chronology made of? The list, and the place where more are dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from timeline_app.model.article import passage_of
from timeline_app.model.decision import Bulk, RemoveArticle
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span
from timeline_app.ui.articles.delegate import RowDelegate
from timeline_app.ui.articles.drop import DropZone, dropped
from timeline_app.ui.articles.model import ROW, AnyIndex, ArticleModel
from timeline_app.ui.icons import icon
from timeline_app.ui.rows import LongList
from timeline_app.ui.style import grown
from timeline_app.ui.widgets import button, label

if TYPE_CHECKING:
    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session

STRIP = 40
_ICON = 16
_ANY = 16_777_215


class ArticlesPane(QWidget):
    """The article list. Wishes: ``paths_dropped(tuple of Path)``, ``text_dropped(str)``, ``paste_requested``,
    ``publication_requested(tuple of ArticleId)``.
    """

    paths_dropped = Signal(object)
    text_dropped = Signal(str)
    open_requested = Signal()
    paste_requested = Signal()
    publication_requested = Signal(tuple)
    folded_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._folded = False
        self.heading = label("", "heading")
        self.folder = button("", lambda: self.fold(folded=not self._folded), "quiet")
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(11, 4, 11, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.folder)
        self.model = ArticleModel(session)
        self.view = LongList()
        self.view.setObjectName("articleList")
        self.view.setModel(self.model)
        self.delegate = RowDelegate(session)
        self.view.setItemDelegate(self.delegate)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setMouseTracking(True)
        self.view.customContextMenuRequested.connect(self._offer)
        self.undated = button("", lambda: self.publication_requested.emit(self._undated), "quiet")
        self._undated: tuple[ArticleId, ...] = ()
        self.drop = DropZone()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 12)
        column.setSpacing(8)
        for widget in (self.view, self.undated, self.drop):
            column.addWidget(widget, 1 if widget is self.view else 0)
        column.addStretch(0)
        self.setAcceptDrops(True)
        self.view.clicked.connect(self._read)
        self.view.activated.connect(self._read)
        self.drop.pressed.connect(self.open_requested)
        self.drop.paste_pressed.connect(self.paste_requested)
        session.state_changed.connect(self.refresh)
        session.settings_changed.connect(lambda _: self.refresh())
        session.passage_requested.connect(self._follow)
        self.refresh()

    def sizeHint(self) -> QSize:
        """As wide as a column of titles; folded, as a strip of dots."""
        return QSize(STRIP if self._folded else grown(252, self._session.settings.scale), 500)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the strip."""
        return QSize(STRIP if self._folded else 150, 120)

    def fold(self, *, folded: bool) -> None:
        """Fold to a strip of dots, or open again."""
        self._folded = folded
        self.delegate.folded = folded
        self.heading.setVisible(not folded)
        self.drop.setVisible(not folded)
        column = self.layout()
        assert column is not None
        column.setContentsMargins(*((2, 4, 2, 12) if folded else (10, 4, 10, 12)))
        for widget in (self, self.head):
            widget.setMaximumWidth(STRIP + 24 if folded else _ANY)
        self.updateGeometry()
        self.refresh()
        self.folded_changed.emit()

    def draw(self) -> None:
        """Colour the icons anew."""
        theme, rtl = self._session.theme, self._session.settings.language == "ar"
        self.folder.setIcon(icon("sidebar", theme.quiet, rtl=rtl))
        self.folder.setIconSize(QSize(_ICON, _ICON) * (self._session.settings.scale / 100))

    def refresh(self, change: Change | None = None) -> None:
        """Show the articles as they stand."""
        words = self._session.wording
        count = len(self._session.state.articles)
        self.heading.setText(f"{words.text('Articles')} · {words.number(count)}" if count else words.text("Articles"))
        self.view.setAccessibleName(words.text("Articles"))
        self.folder.setToolTip(words.text("Open the list" if self._folded else "Fold the list"))
        self.folder.setAccessibleName(self.folder.toolTip())
        self.model.refresh(change)
        self.view.setVisible(count > 0)
        self.drop.word(words, empty=not count)
        if change is None or change.whole or change.articles:
            self._offer_dates()
        self._follow()

    def _offer_dates(self) -> None:
        """Several articles of which nobody knows when they appeared: one press dates them all."""
        words, articles = self._session.wording, self._session.state.articles
        self._undated = tuple(name for name, article in articles.items() if article.published.when is None)
        count = len(self._undated)
        self.undated.setText(words.count("{n} article without a date", "{n} articles without a date", count))
        self.undated.setToolTip(words.text("Say when all of them appeared"))
        self.undated.setVisible(count > 1 and not self._folded)

    @property
    def chosen(self) -> tuple[ArticleId, ...]:
        """The articles chosen in the list, in its order."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.model.index(row).data(ROW).article for row in rows)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text are welcome."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        paths, text = dropped(event.mimeData())
        if paths:
            self.paths_dropped.emit(paths)
        elif text:
            self.text_dropped.emit(text)
        event.acceptProposedAction()

    def _read(self, index: AnyIndex) -> None:
        article = self._session.state.articles[index.data(ROW).article]
        marks = self._session.index.marks(article.id)
        first = marks[0].mention.passage if marks else passage_of(article, Span(0, 0))
        self._session.show_passage(first)

    def _follow(self) -> None:
        passage = self._session.passage
        row = None if passage is None else self.model.row_of(passage.article)
        selection = self.view.selectionModel()
        if row is None:
            selection.clear()
            return
        if row == self.view.currentIndex().row():
            return
        selection.setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _offer(self, where: QPoint) -> None:
        index = self.view.indexAt(where)
        if not index.isValid():
            return
        chosen, menu, words = self.chosen, QMenu(self), self._session.wording
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(words.text("Publication date…"), lambda: self.publication_requested.emit(chosen))
        menu.addAction(words.text("Remove from the chronology"), lambda: self._remove(chosen))
        menu.popup(self.view.viewport().mapToGlobal(where))

    def _remove(self, articles: tuple[ArticleId, ...]) -> None:
        acts = tuple(RemoveArticle(article) for article in articles)
        self._session.decide(acts[0] if len(acts) == 1 else Bulk(acts))
