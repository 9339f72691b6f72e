"""What stands below what? A column of rows: those that stay the same are kept, others are said anew where that suffices.

To make a widget, to dress it and to lay it out takes Qt a hundred times as long as to give it other words.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from timeline_app.ui.widgets import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from PySide6.QtWidgets import QLabel


class Row(NamedTuple):
    """A row of the column. ``key`` is all that decides how it looks and what it does; ``make`` makes it.

    Rows of one ``kind`` differ in nothing but what ``say`` says in them: one that is not wanted any more serves for another.
    """

    key: Hashable
    make: Callable[[], QWidget]
    kind: str = ""
    say: Callable[[Any], object] | None = None

    @classmethod
    def of_text(cls, key: Hashable, kind: str, make: Callable[[], QLabel], text: Callable[[], str]) -> Row:
        """A row that is one label."""
        return cls(key, make, kind, lambda shown: shown.setText(text()))


class Column(QScrollArea):
    """Rows below each other, scrolled when they are many. The keyboard walks through them from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: dict[Hashable, tuple[str, QWidget]] = {}
        self._body = Box()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(self._body)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows; of rows with one key, one."""
        wanted = {row.key: row for row in rows}
        if list(wanted) == list(self._shown):
            return
        self._column.setEnabled(False)  # else everything is laid out again for each row that is shown
        spare: dict[str, list[QWidget]] = defaultdict(list)
        for key in [key for key in self._shown if key not in wanted]:
            kind, row = self._shown.pop(key)
            spare[kind].insert(0, row)
        known = self._shown
        self._shown = {key: known.get(key) or (row.kind, _said(row, spare[row.kind])) for key, row in wanted.items()}
        for row in [one for left in spare.values() for one in left]:
            self._drop(row)
        for place, (_, row) in enumerate(self._shown.values()):
            self._put(place, row)
        self._column.setEnabled(True)
        self._column.activate()
        self._order_keyboard()

    def forget(self) -> None:
        """Make every row anew the next time: the words or the colours are others."""
        for _, row in self._shown.values():
            self._drop(row)
        self._shown = {}

    # -- inside -------------------------------------------------------------------------------------------------------

    def _drop(self, row: QWidget) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _put(self, place: int, row: QWidget) -> None:
        here = self._column.indexOf(row)
        if here == place:
            return
        if here >= 0:
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
            return
        margins = self._column.contentsMargins()
        row.resize(self._body.width() - margins.left() - margins.right(), row.height())  # else lines are broken twice
        self._column.insertWidget(place, row)
        for inner in (row, *row.findChildren(QWidget)):
            inner.ensurePolished()  # the style's fonts decide how high it is: a later polish would lay all of it out again
        row.show()

    def _order_keyboard(self) -> None:
        stops = [
            stop
            for _, row in self._shown.values()
            for stop in (row, *row.findChildren(QWidget))
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None
        ]
        for before, after in pairwise((self, *stops)):
            QWidget.setTabOrder(before, after)


def _said(row: Row, spare: list[QWidget]) -> QWidget:
    """The row's widget: a spare one of its kind, else a new one."""
    shown = spare.pop() if row.kind and spare else row.make()
    if row.say is not None:
        row.say(shown)
    return shown
