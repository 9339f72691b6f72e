"""What does the article say? The reader pane: one article, its marks, and what can be done with its words."""

from __future__ import annotations

from functools import partial
from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from timeline_app.model.span import Span
from timeline_app.ui.reader import deed, explanation, marks
from timeline_app.ui.reader.beside import Beside
from timeline_app.ui.reader.card import ExplanationCard
from timeline_app.ui.reader.findbar import FindBar
from timeline_app.ui.reader.header import Header, Rule
from timeline_app.ui.reader.keys import command_of, word_menu
from timeline_app.ui.reader.view import ReaderView
from timeline_app.ui.reader.wordbar import WordBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from timeline_app.model.article import Article, Passage
    from timeline_app.ui.index import Change
    from timeline_app.ui.reader.marks import Mark
    from timeline_app.ui.session import Session

_HOVER_MS = 280


class ReaderPane(QWidget):
    """The reader. It shows the passage the session asks for; ``view`` is the text itself.

    For menus and the window's own keys: ``create_event``, ``attach``, ``dismiss`` act on the selected words, ``show_find``
    opens the find bar, ``set_beside`` shows or hides a second source, ``explain`` pins the answer to "why?".
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.header = Header(session, self)
        self.rule = Rule(self)
        self.findbar = FindBar(session, self)
        self.view = ReaderView(self)
        self.view.setObjectName("reader")
        self.setFocusProxy(self.view)
        self.beside = Beside(session, self)
        self.beside.hide()
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.view)
        self.split.addWidget(self.beside)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.card = ExplanationCard(session, self)
        self.wordbar = WordBar(session, self.view.viewport())
        self._hovering: tuple[ReaderView, tuple[Mark, ...]] = (self.view, ())
        self._marked: tuple[object, ...] = (None, None, None)  # page, state and event that the marks were made of
        self._waiting = QTimer(self, singleShot=True, interval=_HOVER_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.findbar, self.rule):
            column.addWidget(widget)
        column.addWidget(self.split, 1)
        self._deeds: dict[str, Callable[[], object]] = {
            "find": self.show_find,
            "create": self.create_event,
            "attach": self.attach,
            "dismiss": self.dismiss,
            "beside": lambda: self.set_beside(shown=self.beside.isHidden()),
            "explain": self.explain,
            "next_mark": lambda: self.step_mark(1),
            "previous_mark": lambda: self.step_mark(-1),
            "copy": self.view.copy,
            "leave": self._leave,
        }
        self._connect()
        self._word()
        if session.work is None:
            self.header.show_article(None)
            self.header.refresh()
        else:
            self._fill()

    # -- commands -----------------------------------------------------------------------------------------------------

    def create_event(self) -> None:
        """Make an event of the selected words and select it."""
        self._decide_on_words(deed.creation)
        made = deed.event_of(self._session.state, self._session.passage)
        if made is not None:
            self._session.select([made])

    def attach(self) -> None:
        """The selected words are a report of the current event."""
        self._decide_on_words(deed.attachment)

    def dismiss(self) -> None:
        """The selected words, or the passage at the caret, report nothing."""
        passage = self._passage_to_dismiss()
        if passage is not None:
            self._session.decide(deed.dismissal(passage))
            self._clear_selection()

    def show_find(self) -> None:
        """Open the find bar on the selected words, or on what was sought before."""
        page, words = self.view.page, self.view.selected_words()
        if page is None:
            return
        start = words.start if words else self.view.first_in_view()
        self.findbar.open_bar(words.of(page.article.text) if words and len(words) < 80 else "", start)

    def set_beside(self, *, shown: bool) -> None:
        """Show or hide a second source of the current event."""
        shown = shown and bool(self.beside.sources)
        self.beside.setVisible(shown)
        self.header.beside.setChecked(shown)
        if shown:
            self.split.setSizes([self.split.width() // 2] * 2)
            self.beside.begin()
        self.header.refresh()

    def explain(self) -> None:
        """Select the event of the mark at the caret and pin why it is one."""
        found = self.view.marks_at_caret()
        if found:
            self._select_event(found)
            self._answer(self.view, found, pinned=True)

    def step_mark(self, by: int) -> None:
        """Move the caret to the next mark of any kind, or the one before, and say what it is."""
        spans = sorted({mark.span for mark in self.view.marks})
        here = self.view.caret()
        after = [span for span in spans if here is None or span.start > here]
        before = [span for span in spans if here is not None and span.start < here]
        target = (after or spans)[:1] if by > 0 else (before or spans)[-1:]
        if target:
            self.view.go_to(target[0], pulse=False)
            self._answer(self.view, self.view.marks_at_caret(), pinned=False)

    # -- Qt's -----------------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """The answer goes with the words it explains."""
        super().hideEvent(event)
        self.card.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The reader's own keys come before the window's while the reader has the focus."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            name = command_of(event)
            if name is not None and self._has_use_for(name):
                if event.type() is QEvent.Type.KeyPress:
                    self._deeds[name]()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    # -- inside: what is shown ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.state_changed.connect(self._take_state)
        session.selection_changed.connect(self._mark_if_read)
        session.passage_requested.connect(self._show_passage)
        session.settings_changed.connect(self._restyle)
        for each in (view, self.beside.view):
            each.mark_hovered.connect(partial(self._hover, each))
        view.mark_clicked.connect(lambda found, _point: self._choose(found))
        view.words_selected.connect(self._offer)
        view.menu_requested.connect(self._open_menu)
        view.turned.connect(self._hide_overlays)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        view.installEventFilter(self)
        self._waiting.timeout.connect(lambda: self._answer(*self._hovering, pinned=False))
        self.header.find_wished.connect(self.show_find)
        self.header.beside_wished.connect(self._deed("beside"))
        self.header.why_wished.connect(self._explain_publication)
        self.findbar.found_changed.connect(self._show_found)
        self.findbar.closed.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.wordbar.chosen.connect(lambda name: self._deed(name)())
        self.beside.closed.connect(lambda: self.set_beside(shown=False))
        self.beside.view.mark_clicked.connect(lambda found, _point: self._select_event(found))
        self.card.closed.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))

    def _take_state(self, change: Change) -> None:
        page = self.view.page
        if change.whole or (page is not None and page.article.id in change.articles):
            self._fill()
        else:
            self._mark_if_read()

    def _mark_if_read(self) -> None:
        """Mark the page, unless another one is asked for next."""
        page, passage = self.view.page, self._session.passage
        if page is None or passage is None or passage.article == page.article.id:
            self._mark()

    def _fill(self) -> None:
        """Show the session's article anew; before anything is chosen, the first one."""
        state, passage = self._session.state, self._session.passage
        first = next(iter(state.articles.values()), None)
        self._set_article(state.articles.get(passage.article, first) if passage else first)
        self._mark()
        if passage is not None:
            self.view.go_to(passage.span, pulse=False)

    def _show_passage(self, passage: Passage) -> None:
        article = self._session.state.articles.get(passage.article)
        if article is None:
            return
        if self.view.page is None or self.view.page.article != article:
            self._set_article(article)
        self._mark()
        if self.findbar.isHidden():
            reported = any(mark.mention and mark.mention.passage == passage for mark in self.view.marks)
            self.view.show_found(() if reported or not passage.span else (passage.span,), None)
        self.view.go_to(passage.span)
        if self.beside.isVisible():
            self.beside.begin()

    def _set_article(self, article: Article | None) -> None:
        self._hide_overlays()
        self.card.dismiss()
        self.view.show_article(article, self._session.theme, self._session.settings.scale)
        self.header.show_article(article)
        self.findbar.show_text(article.text if article else "")
        self.view.setAccessibleName(self._session.wording.text("Article: {title}", title=article.title if article else ""))

    def _mark(self) -> None:
        page, session = self.view.page, self._session
        marked = (page, session.state, session.current)
        if page is not None and any(map(is_not, marked, self._marked)):
            passages = session.index.marks(page.article.id)
            self.view.show_marks(marks.marks_of(page.article, session.state, passages, session.current))
            self._marked = marked
        if self.beside.isVisible():
            self.beside.refresh()
        self.header.refresh()

    def _restyle(self, *_: object) -> None:
        self._word()
        if self.view.page is not None:
            self.header.show_article(self.view.page.article)
            self.view.restyle(self._session.theme, self._session.settings.scale)
        self.header.refresh()

    def _word(self) -> None:
        self.header.word()
        for hidden in (self.findbar, self.wordbar, self.beside):
            hidden.stale = True
            if not hidden.isHidden():
                hidden.word()
        self.rule.restyle(self._session.theme.hairline)
        self.view.motion = self._session.settings.motion
        self.view.say_unread(self._session.wording.text("No article is open"))
        self.card.dismiss()

    def _show_found(self, spans: tuple[Span, ...], here: int | None) -> None:
        self.view.show_found(spans, here)
        if here is not None:
            self.view.go_to(spans[here], pulse=False)

    # -- inside: marks and words ----------------------------------------------------------------------------------------

    def _hover(self, view: ReaderView, found: tuple[Mark, ...], _point: QPoint) -> None:
        self._hovering = (view, found)
        if self.card.pinned:
            return
        if found:
            self._waiting.start()
        else:
            self._waiting.stop()
            self.card.dismiss()

    def _choose(self, found: tuple[Mark, ...]) -> None:
        self._select_event(found)
        if found[0].reading is not None or found[0].event is None:
            self._answer(self.view, found, pinned=True)

    def _select_event(self, found: tuple[Mark, ...]) -> None:
        mark = next((m for m in found if m.event is not None and m.mention is not None), None)
        if mark is not None and mark.mention is not None:
            self._session.show_passage(mark.mention.passage)

    def _answer(self, view: ReaderView, found: tuple[Mark, ...], *, pinned: bool) -> None:
        """Say why words of one of the readers are marked, beside them."""
        page = view.page
        if page is None or not found:
            return
        if pinned:
            view.go_to(found[0].span, pulse=False)
        said = explanation.explain(found, self._session.state, self._session.wording, page.article.text)
        rects = view.rects_of(found[0].span)
        if said is not None and rects:
            words = _hull(rects, view.viewport().rect()).translated(view.viewport().mapTo(self, QPoint(0, 0)))
            self.card.show_beside(said, words, pinned=pinned)

    def _explain_publication(self) -> None:
        page = self.view.page
        if page is not None:
            said = explanation.of_publication(page.article, self._session.wording)
            chip = QRect(self.header.chip.mapTo(self, QPoint(0, 0)), self.header.chip.size())
            self.card.show_beside(said, chip, pinned=True)

    def _offer(self, words: Span | None) -> None:
        if words is None:
            self.wordbar.hide()
            return
        self._waiting.stop()
        self.card.dismiss()
        self.wordbar.show_beside(self.view.rects_of(words), self._possible(words))

    def _possible(self, words: Span | None) -> frozenset[str]:
        found = {"create"} if words else set()
        found |= {"attach"} if words and self._session.current_event is not None else set()
        found |= {"dismiss"} if self._passage_to_dismiss() is not None else set()
        return frozenset(found)

    def _passage_to_dismiss(self) -> Passage | None:
        return deed.passage_to_dismiss(self.view.marks, self.view.selected_words(), self.view.caret())

    def _decide_on_words(self, act: deed.OnWords) -> None:
        page, words = self.view.page, self.view.selected_words()
        if page is None or words is None:
            return
        done = act(self._session, page.article, words)
        if done is not None:
            self._clear_selection()
            self._session.decide(done, read=deed.passage(page.article, words))

    def _clear_selection(self) -> None:
        cursor = self.view.textCursor()
        cursor.clearSelection()
        self.view.setTextCursor(cursor)

    def menu(self) -> QMenu:
        """What can be done with the words, as a menu; it belongs to the caller."""
        possible = set(self._possible(self.view.selected_words()))
        possible |= {"explain"} if self.view.marks_at_caret() else set()
        possible |= {"copy"} if self.view.selected_words() is not None else set()
        return word_menu(self, self._session.wording, frozenset(possible), self._deed)

    def _open_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.view.viewport().mapToGlobal(point))
        menu.deleteLater()

    def _deed(self, name: str) -> Callable[..., None]:
        def do(*_: object) -> None:
            self._deeds[name]()

        return do

    def _scrolled(self, _value: int) -> None:
        self._hide_overlays()
        words = self.view.selected_words()
        if words is not None:
            self._offer(words)

    def _hide_overlays(self) -> None:
        self.wordbar.hide()
        self._waiting.stop()
        if not self.card.pinned:
            self.card.dismiss()

    def _has_use_for(self, name: str) -> bool:
        """Keys that would do nothing here go on to the text and the window (the space bar turns the page)."""
        if name == "explain":
            return bool(self.view.marks_at_caret())
        return name != "leave" or self._can_leave()

    def _can_leave(self) -> bool:
        return self.card.isVisible() or self.findbar.isVisible() or self.beside.isVisible() or self.wordbar.isVisible()

    def _leave(self) -> None:
        """Esc takes away what lies on top."""
        if self.card.isVisible():
            self.card.dismiss()
        elif self.wordbar.isVisible():
            self._clear_selection()
        elif self.findbar.isVisible():
            self.findbar.close_bar()
        else:
            self.set_beside(shown=False)


def _hull(rects: list[QRectF], within: QRect) -> QRect:
    whole = QRectF(rects[0])
    for rect in rects[1:]:
        whole = whole.united(rect)
    return whole.toAlignedRect().intersected(within)
