"""What is the event, whole? Title, chips, dates with their reasons, contradictions, sources, note and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_app.model.decision import Act, Redate, Rename, SetNote, SetPlace
from timeline_app.model.event import Contradiction, Event, EventStatus, Mention, MentionBasis
from timeline_app.model.identity import ArticleId
from timeline_app.ui.dialogs.datefield import DateField
from timeline_app.ui.icons import icon
from timeline_app.ui.index import sources_of
from timeline_app.ui.inspector import doubt
from timeline_app.ui.inspector.bulk import bulk_view
from timeline_app.ui.inspector.history import history_rows
from timeline_app.ui.inspector.source import SourceCard
from timeline_app.ui.kinds import hue_of
from timeline_app.ui.widgets import Field, Flow, button, clear, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline_app.model.daterange import DateRange
    from timeline_app.ui.session import Session


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
        self._shown: object = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(8)
        self._scroll.setWidget(self._body)
        self.setFocusProxy(self._scroll)
        self._verdict = QHBoxLayout()
        self._verdict.setContentsMargins(16, 8, 16, 10)
        self._verdict.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._verdict)
        session.state_changed.connect(self.refresh)
        session.selection_changed.connect(self._another)
        session.passage_requested.connect(self.refresh)
        session.settings_changed.connect(self._anew)
        self._anew()

    def edit(self, part: str) -> None:
        """Open the field of ``title``, ``dates``, ``place`` or ``note``."""
        if self._session.current_event is not None:
            self._editing = part
            self._anew()

    def refresh(self) -> None:
        """Show the event as it stands, if anything of it changed."""
        session = self._session
        event = session.current_event
        doubts = doubt.contradictions_of(session, event) if event else ()
        shown = (event, doubts, session.passage, session.selected, len(session.state.events), session.settings)
        if shown != self._shown:
            self._shown = shown
            self._build(event)

    def _another(self) -> None:
        self._editing = ""
        self._unfolded.clear()
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def _anew(self) -> None:
        self._shown = None
        self.refresh()

    def _done(self) -> None:
        self._editing = ""
        self._anew()

    def _build(self, event: Event | None) -> None:
        self._body.setUpdatesEnabled(False)
        clear(self._column)
        clear(self._verdict)
        if len(self._session.selected) > 1:
            self._column.addWidget(bulk_view(self._session, self.command_requested.emit))
        if event is None:
            self._say_empty()
        else:
            self._build_event(event)
        self._column.addStretch(1)
        self._body.setUpdatesEnabled(True)

    def _build_event(self, event: Event) -> None:
        self._column.addWidget(self._title(event))
        self._column.addLayout(self._chips(event))
        self._dates(event)
        found = doubt.contradictions_of(self._session, event)
        for contradiction in found:
            if not doubt.is_figure(contradiction):
                self._column.addWidget(doubt.doubt_card(self._session, contradiction))
        figures = tuple(one for one in found if doubt.is_figure(one))
        read = self._session.passage
        first = any(evidence.passage == read for one in figures for evidence in one.evidence)
        for part in (self._figures, self._sources) if first else (self._sources, self._figures):
            part(event, figures)
        self._note(event)
        rows = history_rows(self._session, event)
        if rows:
            self._head("History")
            self._add(label(row, "quiet", wraps=True) for row in rows)
        self._judge(event)

    def _title(self, event: Event) -> QWidget:
        if self._editing == "title":
            ref = self._session.ref(event.id)
            return self._field(event.title, "Title", lambda title: Rename(ref, title) if title else None)
        shown = label(event.title, "title", wraps=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        shown.setToolTip(self._session.wording.text("Double click or F2 to rename"))
        shown.mouseDoubleClickEvent = lambda _event: self.edit("title")  # type: ignore[method-assign]
        return shown

    def _chips(self, event: Event) -> QLayout:
        words, theme = self._session.wording, self._session.theme
        row = Flow()
        kind = button(words.kind_name(event.kind), lambda: None, "chip", tip=words.text("Set kind"))
        kind.clicked.connect(lambda: self.kind_menu_requested.emit(kind.mapToGlobal(QPoint(0, kind.height()))))
        kind.setStyleSheet(f"border-color: {theme.hues[hue_of(event.kind)]};")
        row.addWidget(kind)
        if self._editing == "place":
            ref = self._session.ref(event.id)
            row.addWidget(self._field(event.place, "Place", lambda place: SetPlace(ref, place)))
        else:
            place = event.place or words.text("+ place")
            row.addWidget(
                button(place, lambda: self.edit("place"), "chip" if event.place else "quiet", tip=words.text("Set place"))
            )
        row.addWidget(label(words.count("{n} source", "{n} sources", len(sources_of(event))), "chip"))
        if event.status is EventStatus.ACCEPTED:
            done = label("✓ " + words.text("Accepted"), "chip")
            done.setStyleSheet(f"color: {theme.accepted}; border-color: {theme.accepted};")
            row.addWidget(done)
        return row

    def _dates(self, event: Event) -> None:
        words = self._session.wording
        self._head("Date")
        if self._editing == "dates":
            self._column.addWidget(self._date_field(event))
        else:
            row = QHBoxLayout()
            row.addWidget(label(words.dates(event.dates, weekday=True) or words.text("Undated"), "strong", wraps=True), 1)
            pen = button("", lambda: self.edit("dates"), "pen", tip=words.text("Change date"))
            pen.setAccessibleName(words.text("Change date"))
            pen.setIcon(icon("pencil", self._session.theme.quiet, rtl=self._session.settings.language == "ar"))
            row.addWidget(pen)
            self._column.addLayout(row)
        why = words.text("; ").join(words.say(step) for step in event.steps)
        if why:
            self._column.addWidget(label(f"{words.text('Why?')} {why}.", "quiet", wraps=True))
        others = doubt.other_dates(event)
        if others:
            self._column.addWidget(label(words.text("Other dates in the sources"), "quiet"))
        for mention in others:
            self._column.addWidget(doubt.ghost_row(self._session, event, mention))

    def _figures(self, _event: Event, differing: tuple[Contradiction, ...]) -> None:
        """Before the sources while one of the figures is being read, else after them."""
        if differing:
            self._head("Figures differ")
            self._column.addWidget(doubt.figures(self._session, differing))

    def _sources(self, event: Event, _differing: tuple[Contradiction, ...]) -> None:
        self._head("Sources")
        spine = self._session.theme.hues[hue_of(event.kind)]
        for group in sources_of(event):
            article = self._session.state.articles.get(group[0].passage.article)
            title = article.title if article else ""
            for mention in self._unfolded_of(group):
                shown = mention.passage == self._session.passage
                source = SourceCard(self._session, mention, spine, shown=shown, title=title)
                source.pressed.connect(lambda passage=mention.passage: self._session.show_passage(passage))
                source.menu_requested.connect(self.source_menu_requested)
                self._column.addWidget(source)
                title = ""
            self._offer_rest(group)

    def _unfolded_of(self, group: tuple[Mention, ...]) -> list[Mention]:
        """The mentions of one article that are shown: the dated ones first; those tied by inference when asked for."""
        dated = [one for one in group if one.basis is MentionBasis.DATED]
        tied = [one for one in group if one.basis is MentionBasis.INFERRED]
        unfolded = group[0].passage.article in self._unfolded or not dated
        return [*dated, *(one for one in tied if unfolded or one.passage == self._session.passage)]

    def _offer_rest(self, group: tuple[Mention, ...]) -> None:
        rest, article = len(group) - len(self._unfolded_of(group)), group[0].passage.article
        if not rest:
            return

        def unfold() -> None:
            self._unfolded.add(article)
            self._anew()

        words = self._session.wording
        row = Flow()
        row.addWidget(
            button(words.count("+ {n} passage tied by inference", "+ {n} passages tied by inference", rest), unfold, "quiet")
        )
        self._column.addLayout(row)

    def _note(self, event: Event) -> None:
        words = self._session.wording
        if self._editing == "note":
            self._head("Note")
            ref = self._session.ref(event.id)
            self._column.addWidget(self._field(event.note, "Note", lambda note: SetNote(ref, note)))
        elif event.note:
            self._head("Note")
            shown = label(event.note, wraps=True)
            shown.mouseDoubleClickEvent = lambda _event: self.edit("note")  # type: ignore[method-assign]
            self._column.addWidget(shown)
        else:
            row = Flow()
            row.addWidget(button(words.text("+ note"), lambda: self.edit("note"), "quiet"))
            self._column.addLayout(row)

    def _judge(self, event: Event) -> None:
        words = self._session.wording
        if event.status is not EventStatus.ACCEPTED:
            self._verdict.addWidget(button(words.text("Accept"), lambda: self.command_requested.emit("accept"), "primary"))
        self._verdict.addWidget(button(words.text("Reject"), lambda: self.command_requested.emit("reject")))
        self._verdict.addStretch()

    def _field(self, text: str, hint: str, act: Callable[[str], Act | None]) -> Field:
        field = Field(text, self._session.wording.text(hint))
        field.setAccessibleName(self._session.wording.text(hint))
        field.setObjectName(f"field{hint}")

        def commit(typed: str) -> None:
            self._editing = ""
            done = act(typed) if typed != text else None
            self._anew()
            if done is not None:
                self._session.decide(done)

        field.committed.connect(commit)
        field.cancelled.connect(self._done)
        field.selectAll()
        self._focus_later(field)
        return field

    def _date_field(self, event: Event) -> DateField:
        field = DateField(self._session)
        field.word(self._session.wording.text("24 November 2025, autumn 2024, 2025-11, 1923/2007"))

        def commit(dates: tuple[DateRange, ...], typed: str) -> None:
            self._editing = ""
            self._session.decide(Redate(self._session.ref(event.id), dates, typed))
            self._anew()

        field.committed.connect(commit)
        field.cancelled.connect(self._done)
        self._focus_later(field)
        return field

    def _focus_later(self, field: QWidget) -> None:
        # the field is shown at the end of this turn; only then can it take the keys
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QTimer.singleShot(0, field, field.setFocus)

    def _say_empty(self) -> None:
        words = self._session.wording
        if self._session.state.events:
            self._column.addWidget(label(words.text("No event chosen"), "strong"))
            self._column.addWidget(
                label(words.text("Click an event on the timeline, or a marked passage in the reader."), "quiet", wraps=True)
            )
        else:
            self._column.addWidget(label(words.text("Nothing here yet"), "strong"))
            self._column.addWidget(
                label(words.text("An event's date, sources and contradictions will stand here."), "quiet", wraps=True)
            )

    def _head(self, msgid: str) -> QLabel:
        made = label(self._session.wording.text(msgid), "heading")
        self._column.addSpacing(4)
        self._column.addWidget(made)
        return made

    def _add(self, widgets: Iterable[QWidget]) -> None:
        for widget in widgets:
            self._column.addWidget(widget)
