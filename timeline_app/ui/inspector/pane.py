"""Which side of the dossier does the editor look at? Four tabs: the event, all events, the review, the undated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from timeline_app.ui.events.pane import EventsPane
from timeline_app.ui.inspector.event import EventPane
from timeline_app.ui.review.panel import ReviewPanel
from timeline_app.ui.review.tray import UndatedTray
from timeline_app.ui.style import grown

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

EVENT, EVENTS, REVIEW, UNDATED = range(4)


class Inspector(QWidget):
    """The inspector with its tabs; ``tabs`` stands in the dock's title, ``event`` and the others are the pages."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self._session = session
        self.event_pane = EventPane(session)
        self.events_pane = EventsPane(session)
        self.review_panel = ReviewPanel(session)
        self.tray = UndatedTray(session)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._pages = QStackedWidget()
        for page in (self.event_pane, self.events_pane, self.review_panel, self.tray):
            self._pages.addWidget(page)
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.tabs.tabBarClicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.review_panel.redate_requested.connect(lambda: self.edit("dates"))
        session.state_changed.connect(self._word)
        session.settings_changed.connect(self._word)
        self._word()

    def sizeHint(self) -> QSize:
        """As wide as a column of quotes."""
        return QSize(grown(332, self._session.settings.scale), 500)

    def show_page(self, page: int) -> None:
        """Show one of the pages and give it the keyboard."""
        self.tabs.setCurrentIndex(page)
        (self.event_pane, self.events_pane.view, self.review_panel.view, self.tray.view)[page].setFocus()

    def _clicked(self, page: int) -> None:
        if page >= 0:
            self.show_page(page)

    def edit(self, part: str) -> None:
        """Show the event and open one of its fields."""
        self.tabs.setCurrentIndex(EVENT)
        self.event_pane.edit(part)

    def _word(self) -> None:
        words, state = self._session.wording, self._session.state
        counts = (0, len(self._session.index), len(self._session.index.review.queue.items), len(state.undated))
        for page, msgid in enumerate(("Event", "Events", "Review", "Undated")):
            count = f" {words.number(counts[page])}" if counts[page] else ""
            text = words.text(msgid, "tab") + count
            if text != self.tabs.tabText(page):  # Qt lays the whole dock out anew even for the same words
                self.tabs.setTabText(page, text)
        self.tabs.setAccessibleName(words.text("Event"))
