"""What is always at hand? Undo and redo, search, month names, Hijri, colours, and the review with its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from timeline_app.ui.icons import icon
from timeline_app.ui.settings import table
from timeline_app.ui.widgets import Still, relook

if TYPE_CHECKING:
    from timeline_app.ui.actions import Actions
    from timeline_app.ui.review.queue import Queue
    from timeline_app.ui.session import Session

_FAMILIES = {
    "morocco": "Morocco",
    "maghreb": "Algeria and Tunisia",
    "gulf": "Egypt and the Gulf",
    "levant": "Levant and Iraq",
    "doubled": "Both names",
}


class Toolbar(QToolBar):
    """The toolbar; ``search`` is the widget of the search room."""

    def __init__(self, session: Session, actions: Actions, search: QWidget) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._session, self._actions = session, actions
        self.undo, self.redo = _follower(actions["undo"]), _follower(actions["redo"])
        self.months = QToolButton()
        self.months.setProperty("look", "box")
        self.months.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.months.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.months.setMenu(QMenu(self.months))
        self.hijri = _follower(actions["hijri"], look="box", checkable=True)
        self.theme = _follower(actions["dark"], look="box", checkable=False)
        self.theme.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.review = _follower(actions["next_review"], look="primary")
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        search.setMinimumWidth(180)
        search.setMaximumWidth(470)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(self.undo)
        self.addWidget(self.redo)
        self.addSeparator()
        for widget in (search, space, self.months, self.hijri, self.theme, Still(self.review)):
            self.addWidget(widget)

    def word(self) -> None:
        """Say everything in the settings' language."""
        words = self._session.wording
        self.undo.setText(words.text("Undo"))
        self.redo.setText(words.text("Redo"))
        self.months.setText(words.text("Months: {family} ▾", family=words.text(_FAMILIES[self._session.settings.months])))
        self.months.setAccessibleName(words.text("Month names"))
        self.hijri.setText(words.text("+ Hijri"))
        self.theme.setAccessibleName(words.text("Dark colours"))
        self.review.setText(words.text("Review"))
        self._offer_months()

    def count(self, queue: Queue) -> None:
        """Say how much waits for the review."""
        words, waiting, total = self._session.wording, len(queue.items), queue.total
        said = words.count("Review · {n} waits", "Review · {n} wait", waiting) if waiting else words.text("Review")
        self.review.setText(said)
        self.review.setEnabled(waiting > 0)
        self.review.setToolTip(words.text("{done} of {total} decided", done=queue.done, total=total) if total else "")

    def draw(self) -> None:
        """Colour the icons."""
        theme, rtl = self._session.theme, self._session.settings.language == "ar"
        size = round(16 * self._session.settings.scale / 100)
        self.setIconSize(QSize(size, size))
        for widget, name in ((self.undo, "undo"), (self.redo, "redo"), (self.theme, "contrast")):
            widget.setIcon(icon(name, theme.ink, rtl=rtl, disabled=theme.dimmed))
            widget.setIconSize(QSize(size, size))
            relook(widget, "drawn", theme.name)

    def _offer_months(self) -> None:
        menu = self.months.menu()
        menu.clear()
        for family in next(row.choices for row in table() if row.name == "months"):
            action = menu.addAction(self._session.wording.text(_FAMILIES[family]))
            action.setCheckable(True)
            action.setChecked(family == self._session.settings.months)
            action.triggered.connect(lambda _on, family=family: self._session.change_settings(months=family))


def _follower(action: QAction, *, look: str = "", checkable: bool = False) -> QToolButton:
    """A button for an action whose text in menus is longer than on the button."""
    made = QToolButton()
    made.setProperty("look", look)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: action.trigger())  # noqa: PLW0108 - without Qt's argument

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setToolTip(f"{action.text()} \u2066({action.shortcut().toString()})\u2069")
        if checkable:
            made.setChecked(action.isChecked())

    action.changed.connect(follow)
    follow()
    return made
