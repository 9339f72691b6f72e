"""By which keys, and under which names, are the reader's commands given?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from timeline_app.wording import Wording

# the reader's own keys, held while it has the focus; those of the whole window stand in resources/actions.toml
KEYS = {
    "find": ("Ctrl+F",),
    "create": ("Ctrl+E",),
    "attach": ("Ctrl+Shift+A",),
    "dismiss": ("Ctrl+Shift+X",),
    "beside": ("Ctrl+B",),
    "explain": ("Return", "Enter", "Space"),
    "next_mark": ("Alt+Down",),
    "previous_mark": ("Alt+Up",),
    "leave": ("Esc",),
}
# what can be done with selected words: name, icon, English label
COMMANDS = (("create", "add", "New event"), ("attach", "attach", "Attach to the event"), ("dismiss", "cross", "Not an event"))
_ALWAYS = frozenset({"find"})
_ENTRIES = ((name, label) for name, _, label in COMMANDS)
_MENU = (*_ENTRIES, None, ("explain", "Why?"), ("find", "Find in the article"), None, ("copy", "Copy"))


def command_of(event: QKeyEvent) -> str | None:
    """The reader's command that a key gives, or None."""
    typed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return next((name for name, keys in KEYS.items() if typed in keys), None)


def with_key(words: str, name: str) -> str:
    """A command's name with its key, for a tool tip."""
    return f"{words} (\u2066{QKeySequence(KEYS[name][0]).toString(QKeySequence.SequenceFormat.NativeText)}\u2069)"


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
        if name in KEYS:
            action.setShortcut(QKeySequence(KEYS[name][0]))
        action.setEnabled(name in possible | _ALWAYS)
        action.triggered.connect(deed(name))
    return menu
