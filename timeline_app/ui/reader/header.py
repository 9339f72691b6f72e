"""Where is the reader? Which passage of the article, which source of the event, and when the article appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStyle, QToolButton, QWidget

from timeline_app.model.article import PublicationBasis
from timeline_app.ui import fonts
from timeline_app.ui.icons import icon
from timeline_app.ui.reader.keys import with_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from timeline_app.model.article import Article, Passage, Publication
    from timeline_app.ui.session import Session
    from timeline_app.wording import Wording

_BASES = {
    PublicationBasis.GIVEN: "",
    PublicationBasis.WRITTEN: "Written in the article",
    PublicationBasis.INFERRED: "Inferred: {reason}",
    PublicationBasis.UNKNOWN: "",
}
_ICON = 14
_SIDE, _ABOVE, _BELOW, _APART = 24, 8, 4, 16


class Header(QWidget):
    """The line above the article: ``show_article`` gives it the article, ``refresh`` reads the rest from the session."""

    find_wished = Signal()
    beside_wished = Signal()
    why_wished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inferred = False
        self._article: Article | None = None
        self._said: tuple[object, ...] = ()
        self.passage = QLabel(self)
        self.source = QLabel(self)
        self.published = QLabel(self)
        self.chip = Chip(self)
        self.chip.clicked.connect(self.why_wished)
        self.previous_passage = self._button("previous", lambda: self._turn(-1))
        self.next_passage = self._button("next", lambda: self._turn(1))
        self.previous_source = self._button("previous", lambda: session.turn_source(-1))
        self.next_source = self._button("next", lambda: session.turn_source(1))
        self.beside = self._button("sidebar", self.beside_wished.emit)
        self.beside.setCheckable(True)
        self.seek = self._button("search", self.find_wished.emit)
        self._lay_out()
        self.word()

    def word(self) -> None:
        """Say everything anew: the language, the colours or the size may be others."""
        text = self._session.wording.text
        names = {
            self.previous_passage: text("Previous passage of the article"),
            self.next_passage: text("Next passage of the article"),
            self.previous_source: text("Previous source of the event"),
            self.next_source: text("Next source of the event"),
            self.beside: with_key(text("Two sources side by side"), "beside"),
            self.seek: with_key(text("Find in the article"), "find"),
        }
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._colour()
        self._arrange()

    def show_article(self, article: Article | None) -> None:
        """Say when the article appeared and how that is known."""
        wording, self._article = self._session.wording, article
        self.published.setText(_appeared(article.published, wording) if article else "")
        self._inferred = article is not None and article.published.basis is PublicationBasis.INFERRED
        self._colour_chip()
        self.chip.say(_basis(article.published, wording) if article else "")
        self.chip.setToolTip("\n".join(wording.say(step) for step in article.published.steps) if article else "")
        self._arrange()

    def refresh(self) -> None:
        """Say which passage of how many, and which source of how many, as the session has it now."""
        session, article = self._session, self._article
        passages = [mark.mention.passage for mark in session.index.marks(article.id)] if article else []
        here = next((n for n, passage in enumerate(passages, 1) if _holds(passage, session.passage)), None)
        index = session.source_index
        self._say((here, len(passages)), (index + 1, len(session.sources)) if index is not None else None)

    def _turn(self, by: int) -> None:
        """Read the next passage, or the one before; the first or the last where none is read yet."""
        article, read = self._article, self._session.passage
        marked = self._session.index.marks(article.id) if article else ()
        if article is not None and marked and (read is None or read.article != article.id):
            self._session.show_passage(marked[0 if by > 0 else -1].mention.passage)
        else:
            self._session.turn_passage(by)

    def _say(self, passage: tuple[int | None, int], source: tuple[int, int] | None) -> None:
        wording = self._session.wording
        said = (wording, passage, source, self.beside.isChecked())
        if said == self._said:
            return
        self._said = said
        here, count = passage
        if here is not None:
            self.passage.setText(_counted(wording, "Passage {n} of {count}", (here, count)))
        else:
            self.passage.setText(wording.count("{n} passage", "{n} passages", count) if count else "")
        self.source.setText(_counted(wording, "Source {n} of {count} for this event", source))
        for button in (self.previous_passage, self.next_passage):
            button.setVisible(count > 0)
            button.setEnabled(count > 1 or (count == 1 and here is None))
        for button in (self.previous_source, self.next_source):
            button.setVisible(source is not None)
            button.setEnabled(source is not None and source[1] > 1)
        self.beside.setEnabled(self.beside.isChecked() or (source is not None and source[1] > 1))
        self._arrange()

    def _button(self, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setObjectName(f"reader_{name}")
        button.setProperty("icon_name", name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda *_: act())
        return button

    def _lay_out(self) -> None:
        self._groups = (
            _group(self, self.passage, self.previous_passage, self.next_passage),
            _group(self, self.source, self.previous_source, self.next_source),
            _group(self, self.published, self.chip, gap=6),
            _group(self, self.beside, self.seek),
        )

    def _arrange(self) -> None:
        """Place and publication on one line; where there is no room for all, on two, or on three."""
        passage, source, published, tools = self._groups
        room = self.width() - 2 * _SIDE
        width = {group: group.sizeHint().width() for group in self._groups}
        rows: list[tuple[tuple[QWidget, ...], tuple[QWidget, ...]]]
        if sum(width.values()) + 2 * _APART <= room:
            rows = [((passage, source), (published, tools))]
        elif width[passage] + width[source] + width[tools] + 2 * _APART <= room:
            rows = [((passage, source), (tools,)), ((published,), ())]
        else:
            rows = [((passage,), (tools,)), ((source,), ()), ((published,), ())]
        top = _ABOVE
        for leading, trailing in rows:
            shown = [group for group in (*leading, *trailing) if width[group] > 0]
            height = max((group.sizeHint().height() for group in shown), default=0)
            self._place(leading, trailing, QRect(_SIDE, top, room, height))
            top += height + (2 if height else 0)
        self.setFixedHeight(top + _BELOW)

    def _place(self, leading: tuple[QWidget, ...], trailing: tuple[QWidget, ...], row: QRect) -> None:
        from_right = self.isRightToLeft()
        start, end = row.left(), row.right() + 1
        for group in leading:
            width = min(group.sizeHint().width(), end - start)
            place = QRect(start, row.top(), width, row.height())
            group.setGeometry(QStyle.visualRect(self.layoutDirection(), row, place) if from_right else place)
            start += width + _APART
        for group in reversed(trailing):
            width = group.sizeHint().width()
            place = QRect(end - width, row.top(), width, row.height())
            group.setGeometry(QStyle.visualRect(self.layoutDirection(), row, place) if from_right else place)
            end -= width + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for the longest group but the publication date, which can be shortened."""
        passage, source, _, tools = (group.sizeHint().width() for group in self._groups)
        return QSize(max(passage + tools + _APART, source) + 2 * _SIDE, self.height())

    def _colour_chip(self) -> None:
        """Amber where the date is inferred, quiet where the article says it."""
        theme, scale = self._session.theme, self._session.settings.scale
        ink, tint = (theme.inferred, theme.inferred_tint) if self._inferred else (theme.quiet, theme.panel)
        self.chip.restyle(ink, tint, theme.accent, scale)

    def _colour(self) -> None:
        theme, settings = self._session.theme, self._session.settings
        font = fonts.interface_font(fonts.SMALL, scale=settings.scale)
        for label in (self.passage, self.source, self.published):
            label.setFont(font)
            label.setStyleSheet(f"color: {theme.quiet}")
        self._colour_chip()
        size = QSize(_ICON, _ICON) * settings.scale / 100
        for button in self.findChildren(QToolButton):
            name = button.property("icon_name")
            if name:
                button.setIcon(icon(name, theme.quiet, rtl=settings.language == "ar", disabled=theme.hairline))
                button.setIconSize(size)


class Chip(QToolButton):
    """A word or two in a rounded frame, shortened where there is no room; a click asks why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._said, self._ink, self._tint, self._ring = "", "#000000", "#ffffff", "#000000"

    def say(self, words: str) -> None:
        """Show these words; nothing hides the chip."""
        self._said = words
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()

    def restyle(self, ink: str, tint: str, ring: str, scale: int) -> None:
        """Take other colours and another size."""
        self._ink, self._tint, self._ring = ink, tint, ring
        self.setFont(fonts.interface_font(fonts.SMALL, scale=scale))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all the words, within reason."""
        metrics = QFontMetrics(self.font())
        return QSize(min(metrics.horizontalAdvance(self._said) + 22, metrics.height() * 15), metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded frame; the accent's ring while it has the focus."""
        rect = self.rect().toRectF().adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(self._tint))
            edge = QColor(self._ring if self.hasFocus() else self._ink)
            edge.setAlpha(255 if self.hasFocus() else 120)
            painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
            painter.setPen(QColor(self._ink))
            shown = QFontMetrics(self.font()).elidedText(self._said, Qt.TextElideMode.ElideRight, self.width() - 18)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


class Rule(QFrame):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def restyle(self, colour: str) -> None:
        """Take another colour."""
        self.setStyleSheet(f"background: {colour}; border: none")


def _group(parent: QWidget, *widgets: QWidget, gap: int = 2) -> QWidget:
    group = QWidget(parent)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    return group


def _holds(passage: Passage, read: Passage | None) -> bool:
    return read is not None and passage.article == read.article and passage.span.contains(read.span)


def _counted(wording: Wording, msgid: str, place: tuple[int, int] | None) -> str:
    return "" if place is None else wording.text(msgid, n=place[0], count=place[1])


def _appeared(published: Publication, wording: Wording) -> str:
    if published.when is None:
        return wording.text("Publication date unknown")
    return wording.text("Published {days}" if published.when.days == 1 else "Published within {days}", days=published.when)


def _basis(published: Publication, wording: Wording) -> str:
    reason = wording.say(published.steps[-1]) if published.steps else ""
    if published.basis is PublicationBasis.INFERRED and not reason:
        return wording.text("Inferred")
    msgid = _BASES[published.basis]
    return wording.text(msgid, reason=reason) if msgid else ""
