"""How are a thousand rows listed without measuring them all? Tables that look like lists; only what is in view is measured.

Qt's list and tree views lay out every row whenever one is altered: with many thousand rows that takes seconds.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

AnyIndex = QModelIndex | QPersistentModelIndex
_MOST_PAINTED = 4_000_000  # pixels that a list keeps
_STATES = (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus).value
_ROW_KEYS = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)


class OnceDelegate(QStyledItemDelegate):
    """Paints what looks the same once: to set Arabic in type takes Qt much longer than to copy its pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._painted: dict[Hashable, QPixmap] = {}
        self._pixels = 0

    @abstractmethod
    def look(self, option: QStyleOptionViewItem, index: AnyIndex) -> Hashable:
        """All that decides how an index looks, but its size, its state and its direction."""

    @abstractmethod
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint an index; its place is at the origin."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Copy what was painted before of what looks so."""
        ratio, where = painter.device().devicePixelRatio(), QRect(option.rect)
        state = option.state.value & _STATES
        key = (self.look(option, index), state, option.direction, where.width(), where.height(), ratio)
        found = self._painted.get(key)
        if found is None:
            found = QPixmap(where.size() * ratio)
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            option.rect = QRect(QPoint(0, 0), where.size())
            with QPainter(found) as own:
                own.setRenderHints(painter.renderHints())
                own.setFont(painter.font())
                own.setPen(painter.pen())
                self.draw(own, option, index)
            option.rect = where
            self._keep(key, found)
        painter.drawPixmap(where.topLeft(), found)

    def _keep(self, key: Hashable, found: QPixmap) -> None:
        if self._pixels > _MOST_PAINTED:
            self._painted.clear()
            self._pixels = 0
        self._painted[key] = found
        self._pixels += found.width() * found.height()


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
