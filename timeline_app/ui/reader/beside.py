"""What does another source say of the same event? A second, narrower reader with a head of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from timeline_app.ui import fonts
from timeline_app.ui.icons import icon
from timeline_app.ui.reader import marks
from timeline_app.ui.reader.view import ReaderView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from timeline_app.model.event import Mention
    from timeline_app.ui.session import Session


class Beside(QWidget):
    """The second reader. It turns through the current event's other sources on its own; ``closed`` is told when it goes."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._turn = 0
        self._title = ""
        self._heading = QLabel(self)
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._count = QLabel(self)
        self._buttons = {
            "previous": self._button(lambda: self.turn(-1)),
            "next": self._button(lambda: self.turn(1)),
            "cross": self._button(self.closed.emit),
        }
        self.view = ReaderView(self)
        self.view.setObjectName("readerBeside")
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 12, 4)
        head.addWidget(self._heading, 1)
        for widget in (self._count, *self._buttons.values()):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.stale = True

    @property
    def sources(self) -> tuple[Mention, ...]:
        """The current event's mentions but the one being read, those of other articles first."""
        event, read = self._session.current_event, self._session.passage
        if event is None:
            return ()
        others = [mention for mention in event.mentions if mention.passage != read]
        return tuple(sorted(others, key=lambda m: read is not None and m.passage.article == read.article))

    def turn(self, by: int) -> None:
        """Show the next of the other sources, or the one before."""
        self._turn += by
        self.refresh()

    def begin(self) -> None:
        """Start again with the first of the other sources."""
        self._turn = 0
        self.refresh()

    def refresh(self) -> None:
        """Show the source at hand, as the session has it now."""
        sources = self.sources
        wording = self._session.wording
        for name in ("previous", "next"):
            self._buttons[name].setEnabled(len(sources) > 1)
        if not sources:
            self._say(wording.text("No other source"), "")
            self.view.show_article(None, self._session.theme, self._session.settings.scale)
            return
        mention = sources[self._turn % len(sources)]
        article = self._session.state.articles[mention.passage.article]
        if self.view.page is None or self.view.page.article != article:
            self.view.show_article(article, self._session.theme, self._session.settings.scale)
        shown = self._session.index.marks(article.id)
        self.view.show_marks(marks.marks_of(article, self._session.state, shown, self._session.current))
        self._say(article.title, wording.text("{n} of {count}", n=self._turn % len(sources) + 1, count=len(sources)))
        self.view.go_to(mention.passage.span)

    def word(self) -> None:
        """Say everything anew, in the colours and the size in use."""
        self.stale = False
        text, theme, settings = self._session.wording.text, self._session.theme, self._session.settings
        names = {"previous": text("Previous source"), "next": text("Next source"), "cross": text("Close")}
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.quiet, rtl=settings.language == "ar", disabled=theme.hairline))
            button.setIconSize(QSize(14, 14) * settings.scale / 100)
            button.setToolTip(names[name])
            button.setAccessibleName(names[name])
        self._heading.setFont(fonts.interface_font(fonts.SMALL, scale=settings.scale, bold=True))
        self._heading.setStyleSheet(f"color: {theme.ink}")
        self._count.setFont(fonts.interface_font(fonts.SMALL, scale=settings.scale))
        self._count.setStyleSheet(f"color: {theme.quiet}")
        self.view.setAccessibleName(text("The other source"))
        self.view.motion = settings.motion
        if self.view.page is not None:
            self.view.restyle(theme, settings.scale)

    def showEvent(self, event: QShowEvent) -> None:
        """Words and icons are made when they are first seen: start-up is measured."""
        if self.stale:
            self.word()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title is shortened to the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _say(self, title: str, count: str) -> None:
        self._title = title
        self._heading.setToolTip(title)
        self._count.setText(count)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self._heading.font())
        self._heading.setText(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, max(40, self._heading.width())))

    def _button(self, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda *_: act())
        return button
