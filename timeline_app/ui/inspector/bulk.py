"""What can be done to several events at once?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from timeline_app.ui.widgets import Box, Flow, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ui.session import Session

_COMMANDS = (
    ("merge", "Merge"),
    ("accept", "Accept all"),
    ("reject", "Reject all"),
    ("set_kind", "Set kind"),
    ("set_place", "Set place"),
)


class BulkCard(Box):
    """A card that says how many are selected, with the commands for all of them; ``give`` does one by its name."""

    def __init__(self, session: Session, give: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("look", "inferred")
        self._words = session.wording
        self._count = label("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 11)
        column.setSpacing(7)
        column.addWidget(self._count)
        row = Flow()
        for name, text in _COMMANDS:
            row.addWidget(button(self._words.text(text), partial(give, name)))
        column.addLayout(row)

    def say(self, number: int) -> None:
        """How many are selected."""
        self._count.setText(self._words.count("{n} event selected", "{n} events selected", number))
