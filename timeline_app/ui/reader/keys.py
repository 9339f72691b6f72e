"""By which keys, and under which names, are the reader's commands given?"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from timeline_app import assets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from timeline_app.wording import Wording

# what can be done with selected words: name, icon, English label
COMMANDS = (("create", "add", "New event"), ("attach", "attach", "Attach to the event"), ("dismiss", "cross", "Not an event"))
_ALWAYS = frozenset({"find"})
_ENTRIES = ((name, label) for name, _, label in COMMANDS)
_MENU = (*_ENTRIES, None, ("explain", "Why?"), ("find", "Find in the article"), None, ("copy", "Copy"))


@cache
def keys() -> dict[str, tuple[str, ...]]:
    """The keys of each of the reader's commands."""
    return {name: tuple(row["keys"]) for name, row in _table().items()}


def labelled_keys() -> list[tuple[str, tuple[str, ...]]]:
    """The commands' English labels with their keys, for the list of shortcuts."""
    return [(row["label"], tuple(row["keys"])) for row in _table().values()]


def command_of(event: QKeyEvent) -> str | None:
    """The reader's command that a key gives, or None."""
    typed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return next((name for name, known in keys().items() if typed in known), None)


def with_key(words: str, name: str) -> str:
    """A command's name with its key, for a tool tip."""
    return f"{words} (\u2066{QKeySequence(keys()[name][0]).toString(QKeySequence.SequenceFormat.NativeText)}\u2069)"


def word_menu(parent: QWidget, wording: Wording, possible: frozenset[str], deed: Callable[[str], Callable[..., None]]) -> QMenu:
    """The menu of what can be done with words; ``deed`` gives the handler of a command."""
    menu = QMenu(parent)
    for entry in _MENU:
        if entry is None:
            menu.addSeparator()
            continue
        name, label = entry
        action = menu.addAction(wording.text(label))
        action.setObjectName(f"reader_{name}")
        if name in keys():
            action.setShortcut(QKeySequence(keys()[name][0]))
        action.setEnabled(name in possible | _ALWAYS)
        action.triggered.connect(deed(name))
    return menu


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(assets.resource("reader_keys.toml").read_text("utf-8"))
