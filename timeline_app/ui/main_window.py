"""Where does everything stand? Docks, toolbar, menus and status line around the timeline and the reader.

The window comes in two steps. The frame (menu bar, toolbar, empty panes) is painted first, then the timeline with its
events; ``furnish`` puts the other panes in. What is imported here at the top delays the first paint: start-up is measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QFrame, QMainWindow, QSplitter, QVBoxLayout, QWidget

from timeline_app.ui.actions import Actions
from timeline_app.ui.searchbox import SearchBox
from timeline_app.ui.style import dress, grown
from timeline_app.ui.timeline.pane import TimelinePane
from timeline_app.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from timeline_app.ui.articles.pane import ArticlesPane
    from timeline_app.ui.banner import Banner
    from timeline_app.ui.commands import Commands
    from timeline_app.ui.inspector.pane import Inspector
    from timeline_app.ui.menus import Menus
    from timeline_app.ui.reader.pane import ReaderPane
    from timeline_app.ui.session import Session
    from timeline_app.ui.status import StatusLine

WIDE, NARROW = 2200, 1400
SIZE = QSize(1600, 1000)
ARTICLES_WIDTH, INSPECTOR_WIDTH = 252, 332
_HALVES, _BESIDE = [600, 500], [660, 440]


class MainWindow(QMainWindow):
    """The window on one dossier. With ``furnished=False`` only the frame stands, until ``furnish`` is called."""

    reader: ReaderPane
    articles: ArticlesPane
    inspector: Inspector
    commands: Commands
    menus: Menus
    banner: Banner
    status: StatusLine

    def __init__(self, session: Session, *, furnished: bool = True) -> None:
        super().__init__()
        self.session = session
        self.furnished = False
        self.setObjectName("mainWindow")
        self._dress()  # before there is anything that would have to be dressed again
        self.actions_of = Actions(self, session)
        self.search = SearchBox(session)
        self.toolbar = Toolbar(session, self.actions_of, self.search)
        self.addToolBar(self.toolbar)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._centre = self._make_centre()
        self.timeline = TimelinePane(session)
        self.splitter.addWidget(self.timeline)
        self.articles_dock, self.inspector_dock = _dock("articlesDock"), _dock("inspectorDock")
        self.setAcceptDrops(True)
        self._direction = ""
        self._arranged: tuple[bool, bool, int] | None = None
        self.menuBar().addMenu(" ")
        self.statusBar()
        self._place_docks()
        self.toolbar.word()
        self.setWindowTitle(session.wording.text("Timeline"))
        self._restore()
        if furnished:
            self.furnish()

    def furnish(self) -> None:
        """Put the panes in, the menus and what the commands do."""
        from timeline_app.ui.furnishing import furnish  # noqa: PLC0415 - late: start-up is measured
        from timeline_app.ui.remembering import bring_back, keep  # noqa: PLC0415

        furnish(self)
        self.furnished = True
        self.session.work_shown.connect(lambda: bring_back(self))
        self.session.work_leaving.connect(lambda: keep(self))
        self.draw()
        self._arranged = None
        self._arrange()
        self.word()
        self.timeline.setFocus()

    def word(self) -> None:
        """Say what depends on the state: counts, names of undo and redo, the title."""
        self._arrange()
        self.toolbar.count(self.session.index.review.queue)
        self.menus.name_history()
        self.allow()
        from timeline_app.ui.naming import window_title  # noqa: PLC0415 - late: start-up is measured

        self.setWindowTitle(window_title(self.session))

    def settings_changed(self) -> None:
        """Dress and word everything anew."""
        self._dress()
        self._place_docks()
        self._arrange()
        self.actions_of.word()
        self.toolbar.word()
        self.menus.word()
        self.word()

    def allow(self) -> None:
        """Switch commands off that need what is not there."""
        session, available = self.session, set()
        if session.work is not None:
            available.add("work")
        if session.current is not None:
            available.add("event")
        if session.state.articles:
            available.add("article")
        if len(session.selected) > 1:
            available.add("events")
        current = session.current_event
        if current is not None and session.mention is not None and len(current.mentions) > 1:
            available.add("mention")
        self.actions_of.allow(frozenset(available))

    def size_docks(self) -> None:
        """Give the docks the width of what they hold."""
        scale = self.session.settings.scale
        articles = self.articles.sizeHint().width() if self.furnished else grown(ARTICLES_WIDTH, scale)
        docks = [self.articles_dock, self.inspector_dock]
        self.resizeDocks(docks, [articles, grown(INSPECTOR_WIDTH, scale)], Qt.Orientation.Horizontal)

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
        self.session.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text may be dropped anywhere."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.commands.take_drop(event.mimeData())
        event.acceptProposedAction()

    def centre_column(self) -> QVBoxLayout:
        """The column of the centre: the banner stands above the splitter."""
        column = self._centre.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    def _make_centre(self) -> QFrame:
        centre = QFrame()
        centre.setProperty("look", "centre")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.setCentralWidget(centre)
        return centre

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        rtl = self.session.settings.language == "ar"
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        dress(application, self.session.theme, self.session.settings.scale)
        if self.furnished:
            self.draw()

    def draw(self) -> None:
        """Draw every icon in the theme's colours: after the first paint, for the sake of the start."""
        for part in (self.toolbar, self.search, self.actions_of, self.articles):
            part.draw()

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
        self.size_docks()

    def _arrange(self) -> None:
        if not self.furnished:
            return
        scale = self.session.settings.scale
        # an empty list is not folded: it says what to do
        narrow = self.width() < max(NARROW, 11 * scale) and bool(self.session.state.articles)
        wanted = (narrow, self.width() >= max(WIDE, 15 * scale), scale)
        if wanted == self._arranged:
            return
        wide = wanted[1]
        turned = self._arranged is None or self._arranged[1] != wide
        self._arranged = wanted
        self.articles.fold(folded=narrow)
        if turned:
            self.splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
            self.splitter.setSizes(_BESIDE if wide else _HALVES)
        self.size_docks()
        # once more when the new size has reached the docks
        QTimer.singleShot(0, self, self.size_docks)

    def _restore(self) -> None:
        store = self.session.store
        geometry, state = store.value("window/geometry"), store.value(f"window/state-{self._direction}")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            self.resize(SIZE.boundedTo(self.screen().availableSize()))
        if isinstance(state, QByteArray):
            self.restoreState(state)


def _dock(name: str) -> QDockWidget:
    dock = QDockWidget()
    dock.setObjectName(name)
    dock.setWidget(QWidget())
    bar = QFrame()
    bar.setMinimumHeight(40)
    dock.setTitleBarWidget(bar)
    return dock
