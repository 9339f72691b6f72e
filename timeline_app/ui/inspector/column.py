"""What stands below what? A column of rows, each made of a key: those whose key stays are kept when others come and go."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from timeline_app.ui.widgets import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable


class Row(NamedTuple):
    """A row of the column: ``key`` is all that decides how it looks and what it does, ``make`` makes it."""

    key: Hashable
    make: Callable[[], QWidget]


class Column(QScrollArea):
    """Rows below each other, scrolled when they are many. The keyboard walks through them from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: dict[Hashable, QWidget] = {}
        self._body = Box()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(self._body)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows; of rows with one key, one."""
        wanted = {row.key: row.make for row in rows}
        if list(wanted) == list(self._shown):
            return
        self._column.setEnabled(False)  # else everything is laid out again for each row that is shown
        for key in [key for key in self._shown if key not in wanted]:
            self._drop(self._shown.pop(key))
        for place, (key, make) in enumerate(wanted.items()):
            known = self._shown.get(key)
            if known is None:
                self._insert(place, self._shown.setdefault(key, make()))
            elif self._column.indexOf(known) != place:
                self._column.removeWidget(known)
                self._column.insertWidget(place, known)
        self._shown = {key: self._shown[key] for key in wanted}
        self._column.setEnabled(True)
        self._column.activate()
        self._order_keyboard()

    def forget(self) -> None:
        """Make every row anew the next time: the words or the colours are others."""
        self.show_rows(())

    # -- inside -------------------------------------------------------------------------------------------------------

    def _insert(self, place: int, row: QWidget) -> None:
        margins = self._column.contentsMargins()
        row.resize(self._body.width() - margins.left() - margins.right(), row.height())  # else lines are broken twice
        self._column.insertWidget(place, row)
        for inner in (row, *row.findChildren(QWidget)):
            inner.ensurePolished()  # the style's fonts decide how high it is: a later polish would lay all of it out again
        row.show()

    def _drop(self, row: QWidget) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _order_keyboard(self) -> None:
        stops = [
            stop
            for row in self._shown.values()
            for stop in (row, *row.findChildren(QWidget))
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
