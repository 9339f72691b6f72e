"""How are the panes wired? All connections of the window in one place: panes know the session, never each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDockWidget, QFrame, QVBoxLayout, QWidget

from timeline_app.ui.articles.pane import ArticlesPane
from timeline_app.ui.banner import Banner
from timeline_app.ui.commands import Commands
from timeline_app.ui.icons import application_icon
from timeline_app.ui.inspector.pane import Inspector
from timeline_app.ui.menus import Menus
from timeline_app.ui.reader.pane import ReaderPane
from timeline_app.ui.status import StatusLine
from timeline_app.ui.widgets import Still

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


def furnish(window: MainWindow) -> None:
    """Make every pane of the window, put it in its place and connect it."""
    session = window.session
    window.reader = ReaderPane(session)
    window.articles, window.inspector = ArticlesPane(session), Inspector(session)
    window.banner, window.status = Banner(session), StatusLine(session)
    window.centre_column().insertWidget(0, window.banner)
    window.splitter.addWidget(window.reader)
    for number in range(2):
        window.splitter.setStretchFactor(number, 1)
    _fill(window.articles_dock, window.articles, window.articles.head)
    _fill(window.inspector_dock, window.inspector, Still(window.inspector.tabs))
    window.setStatusBar(window.status)
    window.menuBar().clear()
    window.menus = Menus(window, session, window.actions_of)
    window.commands = Commands(window)
    window.setWindowIcon(application_icon())
    _connect(window)


def _connect(window: MainWindow) -> None:
    session, commands = window.session, window.commands
    window.actions_of.connect(commands.give)
    session.decided.connect(commands.tell_done)
    session.settings_changed.connect(window.settings_changed)
    session.state_changed.connect(window.word)
    session.selection_changed.connect(window.allow)
    session.passage_requested.connect(window.allow)
    window.articles.folded_changed.connect(window.size_docks)
    event_pane, articles = window.inspector.event_pane, window.articles
    event_pane.command_requested.connect(commands.give)
    event_pane.kind_menu_requested.connect(commands.offer_kinds)
    event_pane.source_menu_requested.connect(commands.offer_source)
    window.inspector.events_pane.menu_requested.connect(commands.offer_event)
    window.inspector.events_pane.command_requested.connect(commands.give)
    window.banner.save_requested.connect(commands.save_as)
    articles.paths_dropped.connect(commands.open_paths)
    articles.text_dropped.connect(commands.add_text)
    articles.open_requested.connect(commands.open)
    articles.paste_requested.connect(commands.paste)
    articles.publication_requested.connect(commands.set_publication)


def _fill(dock: QDockWidget, content: QWidget, head: QWidget) -> None:
    """A dock whose title is ``head``: dragging it beside its contents moves the dock."""
    dock.setWidget(content)
    bar = QFrame()
    row = QVBoxLayout(bar)
    row.setContentsMargins(9, 8, 9, 0)
    row.addWidget(head)
    dock.setTitleBarWidget(bar)
