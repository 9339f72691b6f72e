"""Of which small pieces are the panes made? Labels, buttons and a row that wraps, dressed by the style sheet's ``look``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLayoutItem, QLineEdit, QPushButton, QVBoxLayout, QWidget

from timeline_app.ui.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable


def label(text: str, look: str = "", *, wraps: bool = False) -> QLabel:
    """A label in plain text (never rich text: titles come from articles)."""
    made = Paragraph(text) if wraps else QLabel(text, textFormat=Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    return made


def button(text: str, pressed: Callable[[], object], look: str = "", *, tip: str = "") -> QPushButton:
    """A button that calls ``pressed`` without arguments."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setToolTip(tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(True)  # Enter presses it too: else Qt lets Enter go to nothing outside of dialogs
    made.clicked.connect(lambda: pressed())  # noqa: PLW0108 - without Qt's argument
    return made


def line() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("look", "line")
    return made


def card(look: str) -> tuple[QFrame, QVBoxLayout]:
    """A framed box and its column."""
    made = Box()
    made.setProperty("look", look)
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 10, 12, 11)
    column.setSpacing(7)
    return made, column


def flow(*widgets: QWidget, gap: int = 6) -> QWidget:
    """Widgets in a row that goes on in the next line when it is full."""
    holder = Box()
    row = Flow(gap)
    holder.setLayout(row)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def relook(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and dress the widget anew."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Field(QLineEdit):
    """A line edit for a value in place: Enter keeps it, Escape or leaving it unchanged puts the old one back."""

    committed = Signal(str)
    cancelled = Signal()

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self._before = text
        self.setPlaceholderText(hint)
        self.returnPressed.connect(self._commit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field untouched closes it; what was typed stays until Enter or Escape."""
        super().focusOutEvent(event)
        menu = event.reason() in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if not menu and self.text() == self._before:
            self.cancelled.emit()

    def _commit(self) -> None:
        self.committed.emit(self.text().strip())


class Box(QFrame):
    """A frame around what wraps. It asks for little: else Qt would break every line in it at the least width, for nothing."""

    def sizeHint(self) -> QSize:
        """As small as can be; the height comes with the width."""
        return self.minimumSizeHint()


class Still(QWidget):
    """A place for a widget whose words change often: what stands around is laid out anew only where it needs more room.

    Qt lays out the whole window for every word of a tab, a tool button or a status line, as long as it may be.
    """

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.held = held
        held.setParent(self)
        self.setSizePolicy(held.sizePolicy())

    def sizeHint(self) -> QSize:
        """What the widget asks for."""
        return self.held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What it needs."""
        return self.held.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widget has all the room."""
        super().resizeEvent(event)
        self.held.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """The widget asks for another size: only more is passed on."""
        if event.type() is QEvent.Type.LayoutRequest:
            wanted = self.sizeHint()
            if wanted.width() > self.width() or wanted.height() > self.height():
                self.updateGeometry()
            self.held.setGeometry(self.rect())
        return super().event(event)


class Pressable(Box):
    """A frame that can be pressed like a button, with the mouse, Space or Enter."""

    pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(self.palette().accent().color())
                painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The left button presses."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed.emit()
            return
        super().keyPressEvent(event)


class Flow(QLayout):
    """A row that goes on in the next line when it is full, from the start of the page's direction."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # layouts ask again and again
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's."""
        self._items.append(item)

    def count(self) -> int:
        """Qt's."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt's."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt's."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The height depends on how many lines there are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """What stands in the row is another, or of another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As small as the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        margins: QMargins = self.contentsMargins()
        return size.grownBy(margins)

    def _place(self, rect: QRect, *, move: bool) -> int:
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        used, top, tallest = 0, rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if used and used + size.width() > rect.width():
                used, top, tallest = 0, top + tallest + self._gap, 0
            if move:
                start = rect.right() + 1 - used - size.width() if rtl else rect.left() + used
                item.setGeometry(QRect(QPoint(start, top), size))
            used += size.width() + self._gap
            tallest = max(tallest, size.height())
        return top + tallest - rect.top()
