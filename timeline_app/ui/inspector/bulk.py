"""What can be done to several events at once?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ui.widgets import Flow, button, card, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from timeline_app.ui.session import Session

_COMMANDS = (
    ("merge", "Merge"),
    ("accept", "Accept all"),
    ("reject", "Reject all"),
    ("set_kind", "Set kind"),
    ("set_place", "Set place"),
)


def bulk_view(session: Session, give: Callable[[str], object]) -> QWidget:
    """A card that says how many are selected, with the commands for all of them."""
    words = session.wording
    frame, column = card("inferred")
    column.addWidget(label(words.count("{n} event selected", "{n} events selected", len(session.selected)), "strong"))
    row = Flow()
    for name, text in _COMMANDS:
        row.addWidget(_command(words.text(text), name, give))
    column.addLayout(row)
    return frame


def _command(text: str, name: str, give: Callable[[str], object]) -> QWidget:
    return button(text, lambda: give(name))
