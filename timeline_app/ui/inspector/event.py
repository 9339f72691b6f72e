"""What is the event, whole? Title, chips, dates with their reasons, contradictions, sources, note and history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from timeline_app.model.decision import Act, Redate, Rename, SetNote, SetPlace
from timeline_app.model.event import Contradiction, Event, EventStatus, Mention, MentionBasis
from timeline_app.model.identity import ArticleId
from timeline_app.ui.dialogs.datefield import DateField
from timeline_app.ui.index import sources_of
from timeline_app.ui.inspector import doubt
from timeline_app.ui.inspector.bulk import BulkCard
from timeline_app.ui.inspector.column import Column, Row
from timeline_app.ui.inspector.history import history_line, history_of
from timeline_app.ui.inspector.piece import Chips, DateLine
from timeline_app.ui.inspector.source import SourceCard
from timeline_app.ui.kinds import hue_of
from timeline_app.ui.widgets import Field, button, flow, label

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from timeline_app.model.step import Step
    from timeline_app.ui.session import Session

_ABOVE_HEADING = 4  # pixels


class EventPane(QWidget):
    """The current event, every part editable in place.

    ``command_requested(str)`` is the wish for a command by name; ``kind_menu_requested(QPoint)`` and
    ``source_menu_requested(Mention, QPoint)`` ask for menus at a place of the screen.
    """

    command_requested = Signal(str)
    kind_menu_requested = Signal(QPoint)
    source_menu_requested = Signal(object, QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._editing = ""
        self._unfolded: set[ArticleId] = set()
        self._column = Column()
        self.setFocusProxy(self._column)
        self._accept = button("", lambda: self.command_requested.emit("accept"), "primary")
        self._reject = button("", lambda: self.command_requested.emit("reject"))
        self._verdict = QWidget()
        row = QHBoxLayout(self._verdict)
        row.setContentsMargins(16, 8, 16, 10)
        row.setSpacing(8)
        row.addWidget(self._accept)
        row.addWidget(self._reject)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._column, 1)
        column.addWidget(self._verdict)
        session.state_changed.connect(self.refresh)
        session.selection_changed.connect(self._another)
        session.passage_requested.connect(self.refresh)
        session.settings_changed.connect(self._anew)
        self._anew()

    def edit(self, part: str) -> None:
        """Open the field of ``title``, ``dates``, ``place`` or ``note``."""
        if self._session.current_event is not None:
            self._editing = part
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what stands and is selected now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the event as it stands: the rows of which something changed are said anew; nobody sees those of a hidden pane."""
        if not self.isVisible():
            return
        event = self._session.current_event
        self._column.show_rows((*self._above(), *(self._empty() if event is None else self._event(event))))
        self._verdict.setVisible(event is not None)
        self._accept.setVisible(event is not None and event.status is not EventStatus.ACCEPTED)

    # -- the event changes

    def _another(self) -> None:
        self._editing = ""
        self._unfolded.clear()
        self._column.verticalScrollBar().setValue(0)
        self.refresh()

    def _anew(self) -> None:
        self._column.forget()
        words = self._session.wording
        self._accept.setText(words.text("Accept"))
        self._reject.setText(words.text("Reject"))
        self.refresh()

    def _done(self) -> None:
        self._editing = ""
        self.refresh()

    # -- rows

    def _above(self) -> Iterator[Row]:
        many = self._session.selected
        if len(many) > 1:
            card = partial(BulkCard, self._session, self.command_requested.emit)
            yield Row(("bulk", len(many)), card, "bulk", lambda card: card.say(len(many)))

    def _empty(self) -> Iterator[Row]:
        state = self._session.state
        if state.events:
            yield self._said("No event chosen", "strong")
            yield self._said("Click an event on the timeline, or a marked passage in the reader.", "quiet")
        elif any(article.published.when is None for article in state.articles.values()):
            yield self._said("No day is known yet", "strong")
            yield self._said("Words such as «yesterday» name a day once it is known when their article appeared.", "quiet")
            yield self._asking_publication()
        else:
            yield self._said("Nothing here yet", "strong")
            yield self._said("An event's date, sources and contradictions will stand here.", "quiet")

    def _asking_publication(self) -> Row:
        def make() -> QWidget:
            return flow(
                button(self._text("Publication date of the article…"), lambda: self.command_requested.emit("publication"))
            )

        return Row("publication", make)

    def _event(self, event: Event) -> Iterator[Row]:
        session = self._session
        found = doubt.contradictions_of(session, event)
        figures = tuple(one for one in found if doubt.is_figure(one))
        being_read = any(evidence.passage == session.passage for one in figures for evidence in one.evidence)
        yield from self._head(event)
        yield from self._dates(event)
        for one in found:
            if not doubt.is_figure(one):
                yield Row(("doubt", one), partial(doubt.doubt_card, session, one))
        if being_read:
            yield from self._figures(figures)
        yield from self._sources(event)
        if not being_read:
            yield from self._figures(figures)
        yield from self._note(event)
        yield from self._history(event)

    def _head(self, event: Event) -> Iterator[Row]:
        if self._editing == "title":
            yield self._field_row(
                event.title, "title", lambda title: Rename(self._session.ref(event.id), title) if title else None
            )
        else:
            yield Row.of_text(("title", event.title), "title", self._title, lambda: event.title)
        chips = ("chips", event.kind, event.place, len(sources_of(event)), event.status)
        if self._editing == "place":
            yield Row((chips, event.id), lambda: self._place_field(event))
        else:
            yield Row(chips, self._chips, "chips", lambda row: row.say(event))
        if event.participants:
            yield self._words(("with", event.participants), "quiet", lambda: self._participants(event.participants))

    def _dates(self, event: Event) -> Iterator[Row]:
        yield self._heading("Date")
        if self._editing == "dates":
            yield Row(("field", "dates", event.id), lambda: self._date_field(event))
        else:
            line = partial(DateLine, self._session, lambda: self.edit("dates"))
            yield Row(("dates", event.dates), line, "dates", lambda row: row.say(event.dates))
        if event.steps:
            yield self._words(("why", event.steps), "quiet", lambda: self._why(event.steps))
        others = doubt.other_dates(event)
        if others:
            yield self._said("Other dates in the sources", "quiet")
        for mention in others:
            key = ("other", event.id, mention.passage, mention.dates)
            yield Row(key, partial(doubt.ghost_row, self._session, event, mention))

    def _figures(self, differing: tuple[Contradiction, ...]) -> Iterator[Row]:
        """Before the sources while one of the figures is being read, else after them."""
        if differing:
            yield self._heading("Figures differ")
        for one in differing:
            yield Row(("figure", one), partial(doubt.figure, self._session, one))

    def _sources(self, event: Event) -> Iterator[Row]:
        yield self._heading("Sources")
        spine = self._session.theme.hues[hue_of(event.kind)]
        for group in sources_of(event):
            article = self._session.state.articles.get(group[0].passage.article)
            title = article.title if article else ""
            for mention in self._unfolded_of(group):
                yield self._source(mention, title, spine, shown=mention.passage == self._session.passage)
                title = ""
            rest = len(group) - len(self._unfolded_of(group))
            if rest:
                yield self._rest(group[0].passage.article, rest)

    def _note(self, event: Event) -> Iterator[Row]:
        if self._editing == "note":
            yield self._heading("Note")
            yield self._field_row(event.note, "note", lambda note: SetNote(self._session.ref(event.id), note))
        elif event.note:
            yield self._heading("Note")
            yield Row.of_text(("note", event.note), "note", self._note_label, lambda: event.note)
        else:
            yield Row("+ note", lambda: flow(button(self._text("+ note"), lambda: self.edit("note"), "quiet")))

    def _history(self, event: Event) -> Iterator[Row]:
        decided = history_of(self._session, event)
        if decided:
            yield self._heading("History")
        for one in decided:
            yield self._words(("decided", one.id), "quiet", partial(history_line, self._session, one))

    # -- their widgets

    def _text(self, msgid: str) -> str:
        return self._session.wording.text(msgid)

    def _words(self, key: Hashable, look: str, text: Callable[[], str]) -> Row:
        return Row.of_text(key, look, lambda: label("", look, wraps=True), text)

    def _said(self, msgid: str, look: str) -> Row:
        return self._words((look, msgid), look, lambda: self._text(msgid))

    def _heading(self, msgid: str) -> Row:
        return Row.of_text(("heading", msgid), "heading", _heading, lambda: self._text(msgid))

    def _title(self) -> QLabel:
        shown = label("", "title", wraps=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        shown.setToolTip(self._text("Double click or F2 to rename"))
        return self._edited(shown, "title")

    def _note_label(self) -> QLabel:
        return self._edited(label("", wraps=True), "note")

    def _edited(self, shown: QLabel, part: str) -> QLabel:
        shown.mouseDoubleClickEvent = lambda _event: self.edit(part)  # type: ignore[method-assign]
        return shown

    def _chips(self, field: QWidget | None = None) -> Chips:
        made = Chips(self._session, field)
        made.kind_pressed.connect(self.kind_menu_requested)
        made.place_pressed.connect(lambda: self.edit("place"))
        return made

    def _place_field(self, event: Event) -> QWidget:
        field = self._field(event.place, "place", lambda place: SetPlace(self._session.ref(event.id), place))
        made = self._chips(field)
        made.say(event)
        return made

    def _participants(self, participants: tuple[str, ...]) -> str:
        # between isolates nothing has a direction: a mark gives the list that of the language
        mark = "\u200f" if self._session.settings.language == "ar" else "\u200e"
        names = mark + self._text(", ").join(f"\u2068{name}\u2069" for name in participants)
        return self._session.wording.text("With: {names}", names=names)

    def _why(self, steps: tuple[Step, ...]) -> str:
        words = self._session.wording
        why = words.text("; ").join(words.say(step) for step in steps)
        return f"{words.text('Why?')} {why}."

    def _source(self, mention: Mention, title: str, spine: str, *, shown: bool) -> Row:
        def make() -> QWidget:
            source = SourceCard(self._session)
            source.pressed.connect(lambda: self._session.show_passage(source.mention.passage))
            source.menu_requested.connect(self.source_menu_requested)
            return source

        key = ("source", mention, title, spine, shown)
        return Row(key, make, "source", lambda card: card.say(mention, title, spine, shown=shown))

    def _unfolded_of(self, group: tuple[Mention, ...]) -> list[Mention]:
        """The mentions of one article that are shown: the dated ones first; those tied by inference when asked for."""
        dated = [one for one in group if one.basis is MentionBasis.DATED]
        tied = [one for one in group if one.basis is MentionBasis.INFERRED]
        unfolded = group[0].passage.article in self._unfolded or not dated
        return [*dated, *(one for one in tied if unfolded or one.passage == self._session.passage)]

    def _rest(self, article: ArticleId, rest: int) -> Row:
        def unfold() -> None:
            self._unfolded.add(article)
            self.refresh()

        text = self._session.wording.count("+ {n} passage tied by inference", "+ {n} passages tied by inference", rest)
        return Row(("rest", article, rest), lambda: flow(button(text, unfold, "quiet")))

    # -- fields

    def _field_row(self, text: str, part: str, act: Callable[[str], Act | None]) -> Row:
        return Row(("field", part, self._session.current, text), lambda: self._field(text, part, act))

    def _field(self, text: str, part: str, act: Callable[[str], Act | None]) -> Field:
        hint = part.capitalize()
        field = Field(text, self._text(hint))
        field.setAccessibleName(self._text(hint))
        field.setObjectName(f"field{hint}")
        field.committed.connect(lambda typed: self._commit(part, act(typed) if typed != text else None))
        field.cancelled.connect(self._done)
        field.selectAll()
        self._focus_later(field)
        return field

    def _date_field(self, event: Event) -> DateField:
        field = DateField(self._session)
        field.word(self._text("24 November 2025, autumn 2024, 2025-11, 1923/2007"))
        field.committed.connect(lambda dates, typed: self._commit("dates", Redate(self._session.ref(event.id), dates, typed)))
        field.cancelled.connect(self._done)
        self._focus_later(field)
        return field

    def _commit(self, part: str, act: Act | None) -> None:
        """Do what was typed; the field stays with it where it could not be kept (on a full disk)."""
        self._editing = ""
        if act is not None and not self._session.decide(act):
            self._editing = part
        self.refresh()

    def _focus_later(self, field: QWidget) -> None:
        # the field is shown at the end of this turn; only then can it take the keys
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QTimer.singleShot(0, field, field.setFocus)


def _heading() -> QLabel:
    made = label("", "heading")
    made.setContentsMargins(0, _ABOVE_HEADING, 0, 0)
    return made
