"""Where does everything stand? Docks, toolbar, menus and status line around the timeline and the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QFrame, QMainWindow, QSplitter, QVBoxLayout, QWidget

from timeline_app.ui.actions import Actions
from timeline_app.ui.articles.drop import dropped
from timeline_app.ui.articles.pane import ArticlesPane
from timeline_app.ui.banner import Banner
from timeline_app.ui.commands import Commands
from timeline_app.ui.inspector.pane import Inspector
from timeline_app.ui.menus import Menus
from timeline_app.ui.reader.pane import ReaderPane
from timeline_app.ui.searchbox import SearchBox
from timeline_app.ui.status import StatusLine
from timeline_app.ui.style import dress
from timeline_app.ui.timeline.pane import TimelinePane
from timeline_app.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

WIDE, NARROW = 2200, 1400
SIZE = QSize(1600, 1000)


class MainWindow(QMainWindow):
    """The window on one dossier."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("mainWindow")
        self.actions_of = Actions(self, session)
        self.timeline, self.reader = TimelinePane(session), ReaderPane(session)
        self.articles, self.inspector = ArticlesPane(session), Inspector(session)
        self.search = SearchBox(session)
        self.banner = Banner(session)
        self.toolbar = Toolbar(session, self.actions_of, self.search)
        self.addToolBar(self.toolbar)
        self.menus = Menus(self, session, self.actions_of)
        self.status = StatusLine(session)
        self.setStatusBar(self.status)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._fill_centre()
        self.articles_dock = _dock("articlesDock", self.articles, self.articles.head)
        self.inspector_dock = _dock("inspectorDock", self.inspector, self.inspector.tabs)
        self.commands = Commands(self)
        self.actions_of.connect(self.commands.give)
        self.setAcceptDrops(True)
        session.settings_changed.connect(self._settings_changed)
        session.state_changed.connect(self.word)
        session.selection_changed.connect(self._allow)
        self._direction = ""
        self._arranged: tuple[bool, bool] | None = None
        self._dress()
        self._place_docks()
        self.word()
        self._restore()

    def word(self) -> None:
        """Say what depends on the state: counts, names of undo and redo, the title."""
        built = self.inspector.review_panel.model.queue
        self.toolbar.word(len(built.items), built.total)
        self.menus.name_history()
        self._allow()
        self.setWindowTitle(self.session.title)

    def sizeHint(self) -> QSize:
        """A comfortable desk."""
        return SIZE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow: the articles fold to a strip. Wide: the reader stands beside the timeline."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything stood; what was decided is stored already."""
        self.session.store.keep("window/geometry", self.saveGeometry())
        self.session.store.keep(f"window/state-{self._direction}", self.saveState())
        self.session.store.keep("window/splitter", self.splitter.saveState())
        self.session.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text may be dropped anywhere."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        paths, text = dropped(event.mimeData())
        if paths:
            self.commands.open_paths(paths)
        elif text:
            self.commands.add_text(text)
        event.acceptProposedAction()

    def _fill_centre(self) -> None:
        centre = QFrame()
        centre.setProperty("look", "centre")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.splitter, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.timeline)
        self.splitter.addWidget(self.reader)
        self.splitter.setSizes([600, 500])
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.setCentralWidget(centre)

    def _settings_changed(self) -> None:
        self._dress()
        self._place_docks()
        self.actions_of.word()
        self.menus.word()
        self.word()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        rtl = self.session.settings.language == "ar"
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        dress(application, self.session.theme, self.session.settings.scale)
        self.actions_of.draw()
        self.toolbar.draw()
        self.articles.draw()

    def _place_docks(self) -> None:
        direction = "rtl" if self.session.settings.language == "ar" else "ltr"
        if direction == self._direction:
            return
        self._direction = direction
        start, end = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.LeftDockWidgetArea
        if direction == "ltr":
            start, end = end, start
        self.addDockWidget(start, self.articles_dock)
        self.addDockWidget(end, self.inspector_dock)
        for dock in (self.articles_dock, self.inspector_dock):
            dock.show()
        self._size_docks()

    def _size_docks(self) -> None:
        docks = [self.articles_dock, self.inspector_dock]
        widths = [self.articles.sizeHint().width(), self.inspector.sizeHint().width()]
        self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _arrange(self) -> None:
        wanted = (self.width() < NARROW, self.width() >= WIDE)
        if wanted == self._arranged:
            return
        self._arranged = wanted
        narrow, wide = wanted
        self.articles.fold(folded=narrow)
        self.splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.splitter.setSizes([600, 500])
        self._size_docks()

    def _allow(self) -> None:
        session, available = self.session, set()
        if session.work is not None:
            available.add("work")
        if session.current is not None:
            available.add("event")
        if len(session.selected) > 1:
            available.add("events")
        current = session.current_event
        if current is not None and session.mention is not None and len(current.mentions) > 1:
            available.add("mention")
        self.actions_of.allow(frozenset(available))

    def _restore(self) -> None:
        store = self.session.store
        geometry, state = store.value("window/geometry"), store.value(f"window/state-{self._direction}")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            self.resize(SIZE)
        if isinstance(state, QByteArray):
            self.restoreState(state)
        split = store.value("window/splitter")
        if isinstance(split, QByteArray):
            self.splitter.restoreState(split)


def _dock(name: str, content: QWidget, head: QWidget) -> QDockWidget:
    """A dock whose title is ``head``: dragging it beside its contents moves the dock."""
    dock = QDockWidget()
    dock.setObjectName(name)
    dock.setWidget(content)
    bar = QFrame()
    row = QVBoxLayout(bar)
    row.setContentsMargins(9, 8, 9, 0)
    row.addWidget(head)
    dock.setTitleBarWidget(bar)
    return dock
