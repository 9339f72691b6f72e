"""Where are the words read? One article set as a page, its marks painted beneath the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCursor, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from timeline_app.model.span import Span
from timeline_app.ui.reader import brush, marks, setting
from timeline_app.ui.reader.motion import Glide, Pulse
from timeline_app.ui.reader.page import page_of
from timeline_app.ui.reader.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from timeline_app.model.article import Article
    from timeline_app.ui.reader.marks import Mark
    from timeline_app.ui.reader.page import Page
    from timeline_app.ui.reader.sheet import Reach
    from timeline_app.ui.theme import Theme

_MARGIN = 30
_TOP, _BOTTOM = 8, 60
_BEYOND = 20  # pixels, more than a mark reaches beyond its line
_PASSAGE_AT = 0.28
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}
_UNASKED = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_FLAGS = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class ReaderView(QTextEdit):
    """An article to be read. Positions given and told are code points of the article, never Qt's.

    ``mark_clicked`` carries a tuple of marks, the narrowest first; ``mark_hovered`` the same, empty when the pointer leaves;
    ``words_selected`` a span of the article, or None when nothing is selected any more.
    """

    mark_clicked = Signal(tuple, QPoint)
    mark_hovered = Signal(tuple, QPoint)
    words_selected = Signal(object)
    menu_requested = Signal(QPoint)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(_FLAGS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files dropped here are the window's
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._sheet: Sheet | None = None
        self._marks: tuple[Mark, ...] = ()
        self._found: tuple[Mark, ...] = ()
        self._hovered: tuple[Mark, ...] = ()
        self._theme: Theme | None = None
        self._scale = 100
        self.motion = True
        self._unread = ""
        self._pressed_at: QPoint | None = None
        self._by_keyboard = False
        self._glide = Glide(self.verticalScrollBar())
        self.pulse = Pulse(self)
        self.pulse.changed.connect(self.viewport().update)
        self.selectionChanged.connect(self._tell_selection)

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page being read, or None."""
        return self._sheet.page if self._sheet else None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the page, without what the find bar found."""
        return self._marks

    @property
    def found(self) -> tuple[Span, ...]:
        """What is highlighted as found."""
        return tuple(mark.span for mark in self._found)

    def show_article(self, article: Article | None, theme: Theme, scale: int) -> None:
        """Set an article in type; None empties the page. Marks are given afterwards."""
        self._theme, self._scale = theme, scale
        self._marks, self._found, self._hovered = (), (), ()
        self._sheet = Sheet(self.document(), page_of(article)) if article is not None else None
        self._reset()

    def say_unread(self, words: str) -> None:
        """What stands in the middle while no article is open."""
        self._unread = words
        self.viewport().update()

    def restyle(self, theme: Theme, scale: int) -> None:
        """Set the same page in other colours or another size; the words at the top stay at the top."""
        top = self.first_in_view()
        self._theme, self._scale = theme, scale
        self._reset()
        reach = self._sheet.reach(Span(top, top + 1)) if self._sheet and top else None
        if reach is not None:
            self.verticalScrollBar().setValue(int(brush.rect_of(reach.first).top()))

    def show_marks(self, shown: tuple[Mark, ...]) -> None:
        """Draw these marks; the page stays where it is."""
        if shown == self._marks:
            return
        self._marks, self._hovered = shown, ()
        self.viewport().update()

    def show_found(self, spans: tuple[Span, ...], here: int | None) -> None:
        """Highlight what was found, ``here`` more than the others."""
        ranks = (marks.Rank.FOUND_HERE if number == here else marks.Rank.FOUND for number in range(len(spans)))
        self._found = tuple(marks.Mark(span, rank) for span, rank in zip(spans, ranks, strict=True))
        self.viewport().update()

    def go_to(self, span: Span, *, pulse: bool = True) -> None:
        """Bring words of the article into view, smoothly, and let them light up for a moment."""
        self._turn_to(span.start)
        reach = self._sheet.reach(span) if self._sheet else None
        if reach is None:
            return
        self._place_caret(span)
        target = self._scroll_target(brush.rect_of(reach.first).top(), brush.rect_of(reach.last).bottom())
        self._glide.go(target, smoothly=self.motion and self.isVisible())
        if pulse and self.motion:
            self.pulse.begin(span)

    def selected_words(self) -> Span | None:
        """The selected words as a span of the article, without blanks at its ends; None while nothing is selected."""
        cursor = self.textCursor()
        if self._sheet is None or not cursor.hasSelection():
            return None
        span = self._sheet.span(cursor.selectionStart(), cursor.selectionEnd())
        return _trimmed(span, self._sheet.page.article.text) if span else None

    def select_words(self, span: Span) -> None:
        """Select words of the article."""
        where = self._sheet.positions(span) if self._sheet else None
        if where is not None:
            cursor = self.textCursor()
            cursor.setPosition(where[0])
            cursor.setPosition(where[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def caret(self) -> int | None:
        """The article's character after the caret (or at the start of the selected words); None where there is none."""
        return self._sheet.character(self.textCursor().selectionStart()) if self._sheet else None

    def marks_at_caret(self) -> tuple[Mark, ...]:
        """The marks over the character after the caret, the narrowest first."""
        position = self.caret()
        return () if position is None else marks.at(self._marks, position)

    def article_position_at(self, point: QPoint) -> int | None:
        """The article's character under a point of the viewport, or None where there is none."""
        down = self.verticalScrollBar().value()
        return self._sheet.character_at(QPointF(point.x(), point.y() + down)) if self._sheet else None

    def first_in_view(self) -> int:
        """The article's first character that is in view, 0 where there is none."""
        edge = self.viewport().width() - 1
        ends = (self.article_position_at(QPoint(0, 4)), self.article_position_at(QPoint(edge, 4)))
        return min((end for end in ends if end is not None), default=0)

    def rects_of(self, span: Span) -> list[QRectF]:
        """The boxes of words in the viewport, line by line; empty where the page leaves them out."""
        if self._sheet is None:
            return []
        down = self.verticalScrollBar().value()
        return [brush.rect_of(box).translated(0, -down) for box in self._sheet.boxes(span)]

    def marks_at(self, point: QPoint) -> tuple[Mark, ...]:
        """The marks under a point of the viewport, the narrowest first."""
        position = self.article_position_at(point)
        if position is None:
            return ()
        found = marks.at(self._marks, position)
        near = QPointF(point)
        return tuple(m for m in found if any(r.adjusted(-2, -3, 2, 3).contains(near) for r in self.rects_of(m.span)))

    # -- Qt's -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks first, the text over them."""
        if self._sheet is not None and self._theme is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(0, -self.verticalScrollBar().value())
                self._paint_marks(painter, self._sheet, self._theme)
        super().paintEvent(event)
        if self._sheet is None and self._unread:
            with QPainter(self.viewport()) as painter:
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._unread)
        if self._by_keyboard and self.hasFocus() and self._theme is not None:
            with QPainter(self.viewport()) as painter:
                brush.paint_focus(painter, self.viewport().rect().toRectF(), self._theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A frame shows the focus when it came by the keyboard."""
        self._by_keyboard = event.reason() not in _UNASKED
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The measure stays; the margins take the rest."""
        super().resizeEvent(event)
        self._centre()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel interrupts a scroll under way; Ctrl+wheel is the window's zoom, not ours."""
        self._glide.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif not self._turn_over(-event.angleDelta().y()):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that turn pages go on to the next piece of a very long article."""
        if not self._turn_over(_TURNS.get(Qt.Key(event.key()), 0)):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a selection."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag is on the marks beneath it."""
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self._pressed_at is not None and not self.textCursor().hasSelection():
            found = self.marks_at(here)
            if found and (here - self._pressed_at).manhattanLength() < 5:
                self.mark_clicked.emit(found, here)
        self._pressed_at = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The marks under the pointer are told, and drawn a little stronger."""
        super().mouseMoveEvent(event)
        self._hover(() if event.buttons() else self.marks_at(event.position().toPoint()), event.position().toPoint())

    def leaveEvent(self, event: object) -> None:
        """No mark is under the pointer any more."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover((), QPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The pane has a menu of its own."""
        self.menu_requested.emit(event.pos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the article's own text, without what the page added."""
        data = QMimeData()
        span = self.selected_words()
        if span is not None and self._sheet is not None:
            data.setText(span.of(self._sheet.page.article.text))
        return data

    def _turn_to(self, position: int) -> None:
        """Set the piece of a very long article that a character is in."""
        page = self.page
        if page is not None and not (page.piece.start <= position < page.piece.end) and position < len(page.article.text):
            self._sheet = Sheet(self.document(), page_of(page.article, position))
            self._reset()

    def _turn_over(self, by: int) -> bool:
        """Set the next piece (or, below zero, the one before) where this one has been read to its end; whether it was."""
        bar, page = self.verticalScrollBar(), self.page
        if page is None or not by or bar.value() != (bar.maximum() if by > 0 else bar.minimum()):
            return False
        there = page.piece.end if by > 0 else page.piece.start - 1
        if not 0 <= there < len(page.article.text):
            return False
        self._turn_to(there)
        bar.setValue(bar.minimum() if by > 0 else bar.maximum())
        return True

    # -- inside ---------------------------------------------------------------------------------------------------------

    def _reset(self) -> None:
        assert self._theme is not None
        self._glide.stop()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(self._theme.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(self._theme.ink))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(self._theme.selection))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(self._theme.ink))
        self.setPalette(palette)
        # the scroll bar stays while the page is set: it would go with the old one, and all be laid out for each of its comings
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        if self._sheet is None:
            self.document().clear()
        else:
            setting.set_page(self.document(), self._sheet.page, self._theme, self._scale, frame=self._frame())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt keeps the caret in view, and setting left it at the end
        self._laid_out()
        self.verticalScrollBar().setValue(0)

    def _centre(self) -> None:
        self.document().rootFrame().setFrameFormat(self._frame())
        self._laid_out()

    def _frame(self) -> QTextFrameFormat:
        """The margins that centre a line of the measure in the view."""
        side = max(_MARGIN, (self.viewport().width() - setting.measure(self._scale)) / 2)
        form = QTextFrameFormat()
        form.setMargin(0)
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(_TOP)
        form.setBottomMargin(_BOTTOM)
        return form

    def _laid_out(self) -> None:
        if self._sheet is not None:
            self._sheet.forget_boxes()
        self.turned.emit()

    def _paint_marks(self, painter: QPainter, sheet: Sheet, theme: Theme) -> None:
        top = self.verticalScrollBar().value() - _BEYOND
        bottom = top + self.viewport().height() + 2 * _BEYOND
        blocks = list(sheet.blocks_between(top, bottom))
        near, in_view = sheet.span_of(blocks), sheet.span_between(top, bottom, blocks)
        margin, sides = brush.Margin(), self._sides()
        for mark in (m for m in (*self._marks, *self._found) if m.span.overlap(near)):
            for box in sheet.boxes_among(mark.span, blocks) if mark.span.overlap(in_view) else ():
                brush.paint_mark(painter, mark, box, theme, hovered=mark in self._hovered)
            reach = sheet.reach(mark.span, blocks) if mark.mention is not None and mark.reading is None else None
            if reach is not None:
                place = margin.place(_spine(reach, *sides), 1 if reach.from_right else -1)
                if top < place.y2() and place.y1() < bottom:
                    brush.paint_spine(painter, mark, place, theme)
        for box in sheet.boxes_among(self.pulse.span, blocks) if self.pulse.span else ():
            brush.paint_pulse(painter, box, theme, self.pulse.strength)

    def _sides(self) -> tuple[float, float]:
        """Where in the left and the right margin spines stand, from the left."""
        frame = self.document().rootFrame().frameFormat()
        return frame.leftMargin() - brush.SPINE_GAP, self.viewport().width() - frame.rightMargin() + brush.SPINE_GAP

    def _scroll_target(self, top: float, bottom: float) -> int:
        """The scroll position that shows the words: none at all while they are well in view."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        margin = min(40, height / 6)
        if bar.value() + margin <= top and bottom <= bar.value() + height - margin:
            return bar.value()
        return int(max(bar.minimum(), min(bar.maximum(), top - height * _PASSAGE_AT)))

    def _place_caret(self, span: Span) -> None:
        where = self._sheet.positions(span) if self._sheet else None
        value = self.verticalScrollBar().value()
        if where is not None:
            cursor = self.textCursor()
            cursor.setPosition(where[0])
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)

    def _hover(self, found: tuple[Mark, ...], point: QPoint) -> None:
        if found != self._hovered:
            self._hovered = found
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.IBeamCursor)
            self.viewport().update()
            self.mark_hovered.emit(found, point)

    def _tell_selection(self) -> None:
        self.words_selected.emit(self.selected_words())


def _spine(reach: Reach, left: float, right: float) -> QLineF:
    """The spine of a passage, beside its lines."""
    x = right if reach.from_right else left
    return QLineF(x, brush.rect_of(reach.first).top(), x, brush.rect_of(reach.last).bottom())


def _trimmed(span: Span, text: str) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None
