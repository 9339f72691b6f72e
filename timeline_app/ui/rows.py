"""How are a thousand rows listed without measuring them all? Tables that look like lists; only what is in view is measured.

Qt's list and tree views lay out every row whenever one is altered: with many thousand rows that takes seconds.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_ROW_KEYS = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)


class Rows(QTableView):
    """A table whose rows are chosen whole: no grid, no numbers; Home and End go to the first and the last row."""

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setHighlightSections(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def settle(self) -> None:
        """Lay out what came and went now: Qt puts it off, to the middle of the next painting, and then paints all twice."""
        self.executeDelayedItemsLayout()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: Home and End are about rows, not about cells of one row."""
        if action in _ROW_KEYS:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)


class LongList(Rows):
    """One column of rows, each as high as its delegate says; one that was never in view counts as high as the first seen."""

    def __init__(self) -> None:
        super().__init__()
        self._typical = 0
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        columns = self.horizontalHeader()
        columns.hide()
        columns.setMinimumSectionSize(1)
        columns.setStretchLastSection(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What comes into view is measured just before it is painted."""
        self._measure()
        super().paintEvent(event)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view whole: its neighbours may turn out higher than they counted."""
        super().scrollTo(index, hint)
        while self.isVisible() and self._measure():
            super().scrollTo(index, hint)

    def _measure(self) -> bool:
        """Measure what is in view; whether any of it was not as high as it counted."""
        header, bottom, before = self.verticalHeader(), self.viewport().height(), self.verticalHeader().length()
        if not self._typical and header.count():
            self._typical = self.sizeHintForRow(0)
            header.setDefaultSectionSize(self._typical)
        row = max(0, self.rowAt(0))
        while row < header.count() and self.rowViewportPosition(row) < bottom:
            header.resizeSection(row, self.sizeHintForRow(row))
            row += 1
        return header.length() != before
