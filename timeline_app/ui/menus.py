"""Where is each command found? The menu bar, from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from timeline_app.ui.formats import formats

if TYPE_CHECKING:
    from timeline_app.ui.actions import Actions
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.session import Session

_MENUS = {"file": "&File", "edit": "&Edit", "view": "&View", "review": "&Review", "export": "E&xport", "help": "&Help"}


class Menus:
    """The menu bar of a window; ``recent`` fills itself when it is about to be shown."""

    def __init__(self, window: MainWindow, session: Session, actions: Actions) -> None:
        self._window, self._session, self._actions = window, session, actions
        self._menus: dict[str, QMenu] = {}
        for name in _MENUS:
            menu = window.menuBar().addMenu("")
            menu.setObjectName(f"menu_{name}")
            menu.setToolTipsVisible(True)
            self._menus[name] = menu
            for command, action in actions.in_menu(name):
                if command.before:
                    menu.addSeparator()
                menu.addAction(action)
        self.recent = QMenu(window)
        self._menus["file"].insertMenu(actions["save_as"], self.recent)
        self.recent.aboutToShow.connect(self._offer_recent)
        self._panes = self._menus["view"].addMenu("")
        self._panes.aboutToShow.connect(self._offer_panes)
        self.word()

    def word(self) -> None:
        """Set the menus' titles and the exports."""
        text = self._session.wording.text
        for name, msgid in _MENUS.items():
            self._menus[name].setTitle(text(msgid))
        self.recent.setTitle(text("Recent dossiers"))
        self._panes.setTitle(text("Panes"))
        export = self._menus["export"]
        export.clear()
        for code, label in formats():
            action = export.addAction(text(label))
            action.setObjectName(f"export_{code}")
            action.triggered.connect(lambda _on=False, code=code: self._window.commands.export(code))
        self.name_history()

    def name_history(self) -> None:
        """Say in the menu what undo and redo would do."""
        words, session = self._session.wording, self._session
        for name, plain, named, step in (
            ("undo", "Undo", "Undo {what}", session.undo_name),
            ("redo", "Redo", "Redo {what}", session.redo_name),
        ):
            action = self._actions[name]
            action.setText(words.text(named, what=words.say(step)) if step else words.text(plain))
            action.setEnabled(step is not None)

    def _offer_recent(self) -> None:
        from timeline_app.services.place import recent  # noqa: PLC0415 - late: start-up is measured

        self.recent.clear()
        for path in recent():
            action = QAction(path.name, self.recent)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _on=False, path=path: self._window.commands.open_paths((path,)))
            self.recent.addAction(action)
        if self.recent.isEmpty():
            self.recent.addAction(self._session.wording.text("None yet")).setEnabled(False)

    def _offer_panes(self) -> None:
        self._panes.clear()
        text = self._session.wording.text
        for dock, msgid in ((self._window.articles_dock, "Articles"), (self._window.inspector_dock, "Inspector")):
            action = dock.toggleViewAction()
            action.setText(text(msgid))
            self._panes.addAction(action)
