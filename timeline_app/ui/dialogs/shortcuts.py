"""Which keys are there? Every command with its keys, as the table of commands says."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_app import assets
from timeline_app.ui.actions import commands
from timeline_app.ui.dialogs.frame import Dialog
from timeline_app.ui.reader.keys import labelled_keys
from timeline_app.ui.widgets import label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

_GROUPS = {"file": "File", "edit": "Edit", "view": "View", "review": "Review", "help": "Help"}


class ShortcutsDialog(Dialog):
    """The keys in groups, two columns of groups side by side."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "Keyboard shortcuts", parent)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(14, 4, 14, 4)
        grid.setHorizontalSpacing(36)
        grid.setVerticalSpacing(18)
        groups = [*_rows(), ("On the timeline", _timeline_keys()), ("In the reader", labelled_keys())]
        for number, (title, rows) in enumerate(groups):
            grid.addWidget(_group(session, title, rows), number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        self.column.addWidget(area, 1)
        self.offer(close="Close")
        self.spread(820, 620)


def _rows() -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    return [
        (title, [(one.label, one.keys) for one in commands() if one.menu == menu and one.keys]) for menu, title in _GROUPS.items()
    ]


def _timeline_keys() -> list[tuple[str, tuple[str, ...]]]:
    table = tomllib.loads(assets.resource("timeline_keys.toml").read_text("utf-8"))
    return [(label, tuple(keys)) for label, keys in table["keys"].items()]


def _group(session: Session, title: str, rows: list[tuple[str, tuple[str, ...]]]) -> QWidget:
    words = session.wording
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label(words.text(title), "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for row, (msgid, keys) in enumerate(rows):
        grid.addWidget(label(words.text(msgid)), row, 0)
        shown = label(" · ".join(f"\u2066{QKeySequence(key).toString() or words.text(key)}\u2069" for key in keys[:2]), "quiet")
        grid.addWidget(shown, row, 1)
    column.addLayout(grid)
    return holder
