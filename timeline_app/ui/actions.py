"""Which commands are there? The table ``resources/actions.toml`` as QActions, worded, with their keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from timeline_app import assets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from timeline_app.ui.session import Session


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table. ``switch`` is ``setting`` or ``setting=value``; ``otherwise`` the value when switched off."""

    name: str
    menu: str
    label: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    switch: str = ""
    otherwise: str = ""
    before: str = ""


@cache
def commands() -> tuple[Command, ...]:
    """All commands in the order of the menus."""
    table = assets.table(assets.resource("actions.toml").read_text("utf-8"))
    return tuple(Command(name, **{**row, "keys": tuple(row.get("keys", ()))}) for name, row in table.items())


class Actions:
    """The QActions of a window by name: ``actions["undo"]``. Handlers are connected by ``connect``."""

    def __init__(self, owner: QWidget, session: Session) -> None:
        self._session = session
        self._actions: dict[str, QAction] = {}
        for command in commands():
            action = QAction(owner)
            action.setObjectName(f"action_{command.name}")
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            if command.switch:
                action.setCheckable(True)
                action.triggered.connect(self._switcher(command))
            owner.addAction(action)
            self._actions[command.name] = action
        self.word()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def in_menu(self, menu: str) -> tuple[tuple[Command, QAction], ...]:
        """The commands of one menu with their actions."""
        return tuple((command, self._actions[command.name]) for command in commands() if command.menu == menu)

    def connect(self, handler: Callable[[str], None]) -> None:
        """Call ``handler(name)`` when a command that is no switch is given."""
        for command in commands():
            if not command.switch:
                self._actions[command.name].triggered.connect(_caller(handler, command.name))

    def word(self) -> None:
        """Set texts and switches by the settings in use."""
        text = self._session.wording.text
        for command in commands():
            action = self._actions[command.name]
            action.setText(text(command.label))
            if command.switch:
                action.setChecked(self._is_on(command))

    def draw(self) -> None:
        """Set the icons in the theme's colours."""
        from timeline_app.ui.icons import icon  # noqa: PLC0415 - late: start-up is measured

        theme, rtl = self._session.theme, self._session.settings.language == "ar"
        for command in commands():
            if command.icon:
                self._actions[command.name].setIcon(icon(command.icon, theme.ink, rtl=rtl, disabled=theme.dimmed))

    def allow(self, available: frozenset[str]) -> None:
        """Switch commands off that need something which is not there."""
        for command in commands():
            if command.needs:
                self._actions[command.name].setEnabled(command.needs in available)

    def _is_on(self, command: Command) -> bool:
        name, _, value = command.switch.partition("=")
        current = getattr(self._session.settings, name)
        return bool(current == value) if value else bool(current)

    def _switcher(self, command: Command) -> Callable[[bool], None]:
        name, _, value = command.switch.partition("=")

        def switch(on: bool) -> None:
            self._session.change_settings(**{name: (value if on else command.otherwise) if value else on})

        return switch


def _caller(handler: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: handler(name)
