"""Where in the dossier is it said? A list under the search box: events by title, passages by their words, as you type.

The window owns the box; it makes ``SearchResults(session, box)`` once and keeps it. The rest happens here: typing, the
arrow keys, Enter, Esc and the mouse, and the index that follows the session's state. ``open_box()`` puts the caret into
the box (for the window's Search command).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from timeline_app.model.article import passage_of
from timeline_app.services.event_search import EventHit
from timeline_app.services.searching import Results, Searcher
from timeline_app.ui import fonts
from timeline_app.ui.search.rows import FOUND, Rows
from timeline_app.ui.search.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from timeline_app.services.searching import Hit
    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session

_DEBOUNCE_MS = 40
_SLICE = 12
_WIDTH, _HEIGHT, _GAP = 520, 460, 4
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class SearchResults(QFrame):
    """The list of results. It lies over the window, under the box, and never takes the focus from it."""

    def __init__(self, session: Session, line_edit: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent or line_edit.window())
        self.setObjectName("searchResults")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session, self._box = session, line_edit
        self._searcher = Searcher()
        self.results = Results()
        self.rows = Rows(self)
        self.list = QListView(self)
        self.list.setObjectName("searchList")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(Strip(session, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._announce)
        self.note = QLabel(self)
        self.note.setContentsMargins(14, 4, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 6)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        self._typing = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._typing.timeout.connect(self.search)
        self._feeding = QTimer(self, interval=0)
        self._feeding.timeout.connect(self._feed)
        line_edit.textChanged.connect(lambda *_: self._typing.start())
        line_edit.installEventFilter(self)
        session.state_changed.connect(self._take)
        session.settings_changed.connect(self._restyle)
        self.hide()
        self._restyle()
        self._take(None)

    def open_box(self) -> None:
        """Put the caret into the box, what stands there selected; results of before are shown again."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()
        self.search()

    def search(self) -> None:
        """Search now for what stands in the box."""
        self._typing.stop()
        query = self._box.text().strip()
        if not query:
            self.results = Results()
            self.hide()
            return
        self.results = self._searcher.find(query)
        self.rows.show(self.results, self._session)
        self._say_note()
        self._place()
        self.show()
        self.raise_()
        self.list.setCurrentIndex(self.rows.first())
        self.list.scrollToTop()

    def finish_indexing(self) -> None:
        """Index all that still waits, at once: for tests and measurements."""
        while self._feeding.isActive():
            self._feed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The box's keys: up and down in the list, Enter opens, Esc closes; without the focus the list goes."""
        if watched is self._box:
            if event.type() == QEvent.Type.FocusIn:
                QTimer.singleShot(0, self, self._searcher.ready)  # after the caret is seen, before a letter is typed
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
                return True
            if event.type() == QEvent.Type.FocusOut:
                self.hide()
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a hairline."""
        theme = self._session.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(theme.card))
            painter.setPen(QPen(QColor(theme.hairline), 1.2))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            if self.isVisible():
                self.list.setCurrentIndex(self.rows.step(self.list.currentIndex(), _STEPS[key]))
            else:
                self.search()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive() or not self.isVisible():
                self.search()
            self._open(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Escape and self.isVisible():
            self.hide()
            return True
        return False

    def _announce(self, index: QModelIndex) -> None:
        """Tell a screen reader which result is chosen: the caret stays in the box."""
        if index.isValid() and QAccessible.isActive():
            said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, said))

    def _open(self, index: QModelIndex) -> None:
        found = index.data(FOUND) if index.isValid() else None
        if isinstance(found, EventHit):
            self.hide()
            self._session.select([found.event])
        elif found is not None:
            self.hide()
            self._open_passage(found)

    def _open_passage(self, hit: Hit) -> None:
        """Read the words; where they lie in a reported passage, its event is selected too."""
        article = self._session.state.articles[hit.article]
        owner = next((m for m in self._session.index.marks(hit.article) if m.mention.passage.span.contains(hit.place)), None)
        if owner is not None and owner.event is not None:
            self._session.show_passage(owner.mention.passage)
        self._session.show_passage(passage_of(article, hit.place))

    def _take(self, change: Change | None) -> None:
        if change is not None and not change.whole and not change.articles:
            self._searcher.take(self._session.state)
            return
        if change is not None and change.whole and not self._searcher.knows_some(self._session.state):
            self._searcher.close()
            self._searcher = Searcher()
        self._searcher.take(self._session.state)
        self._feeding.start()

    def _feed(self) -> None:
        """Index a little at a time, between two frames of the window."""
        if not self._searcher.feed(_SLICE):
            self._feeding.stop()
            if self.isVisible():
                self._search_again()

    def _search_again(self) -> None:
        """All is indexed now: show what has come to light, but leave a choice where nothing has."""
        if self._searcher.find(self.results.query) != self.results:
            self.search()
        else:
            self._say_note()
            self._place()

    def _restyle(self, *_: object) -> None:
        theme, settings, text = self._session.theme, self._session.settings, self._session.wording.text
        self.list.setStyleSheet(f"QListView {{ background: {theme.card}; color: {theme.ink}; border: none; outline: none }}")
        self.list.setAccessibleName(text("Search results"))
        self.note.setFont(fonts.interface_font(fonts.SMALL, scale=settings.scale))
        self.note.setStyleSheet(f"color: {theme.quiet}; background: transparent")
        if self.isVisible():
            self.search()

    def _say_note(self) -> None:
        wording, found = self._session.wording, self.results
        if self._feeding.isActive():
            self.note.setText(wording.text("The articles are still being read…"))
        elif not found.events and not found.hits:
            self.note.setText(wording.text("Nothing found for “{words}”", words=found.query))
        elif found.more:
            self.note.setText(wording.text("The first {n} passages", n=len(found.hits)))
        self.note.setVisible(self._feeding.isActive() or found.more or not (found.events or found.hits))
        self.list.setVisible(bool(found.events or found.hits))

    def _place(self) -> None:
        outer = self.parentWidget()
        if outer is None:
            return
        scale = self._session.settings.scale / 100
        width = min(max(self._box.width(), round(_WIDTH * scale)), outer.width() - 2 * _GAP)
        corner = self._box.mapTo(outer, QPoint(0, self._box.height() + _GAP))
        left = corner.x() + self._box.width() - width if self.isRightToLeft() else corner.x()
        left = max(_GAP, min(left, outer.width() - width - _GAP))
        room = outer.height() - corner.y() - _GAP
        self.list.setFixedWidth(width - 4)
        wanted = self.rows.height(self.list) + (self.note.sizeHint().height() if self.note.isVisibleTo(self) else 0) + 14
        self.setGeometry(QRect(left, corner.y(), width, max(60, min(wanted, round(_HEIGHT * scale), room))))
