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
from timeline_app.ui.widgets import Field, Flow, button, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline_app.model.daterange import DateRange
    from timeline_app.ui.session import Session


_OF_EVENT = ("head", "dates", "doubts", "figures_read", "sources", "figures", "note", "history")
_PARTS = ("bulk", "empty", *_OF_EVENT)
_IN_HEAD = ("title", "place")


class Part(QWidget):
    """A part of the inspector: its column, and ``of``, what it was made of (None: it is left out)."""

    def __init__(self, body: QWidget, of: object) -> None:
        super().__init__(body)
        self.of = of
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.hide()


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
        self._parts: dict[str, Part] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body_column = body = QVBoxLayout(self._body)
        body.setContentsMargins(16, 14, 16, 16)
        body.setSpacing(8)
        for name in _PARTS:
            self._parts[name] = Part(self._body, None)
            body.addWidget(self._parts[name])
        body.addStretch(1)
        self._column = self._parts["bulk"].column
        self._scroll.setWidget(self._body)
        self.setFocusProxy(self._scroll)
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
        column.addWidget(self._scroll, 1)
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

    def refresh(self) -> None:
        """Show the event as it stands: the parts of which something changed are made anew."""
        event, many = self._session.current_event, self._session.selected
        self._body_column.setEnabled(False)  # else everything is laid out again for each part that is shown
        self._show("bulk", many if len(many) > 1 else None, self._bulk)
        self._show("empty", bool(self._session.state.events) if event is None else None, self._say_empty)
        if event is None:
            for name in _OF_EVENT:
                self._show(name, None, self._say_empty)
        else:
            self._show_event(event)
        self._body_column.setEnabled(True)
        self._body_column.activate()
        self._judge(event)

    def _show_event(self, event: Event) -> None:
        session, editing = self._session, self._editing
        found = doubt.contradictions_of(session, event)
        doubts = tuple(one for one in found if not doubt.is_figure(one))
        figures = tuple(one for one in found if doubt.is_figure(one))
        read = session.passage
        first = any(evidence.passage == read for one in figures for evidence in one.evidence)
        head = (event.id, event.title, event.kind, event.place, event.status, event.mentions, event.participants)
        self._show("head", (head, editing in _IN_HEAD and editing), lambda: self._head_of(event))
        dates = (event.id, event.dates, event.steps, event.mentions, editing == "dates")
        self._show("dates", dates, lambda: self._dates(event))
        self._show("doubts", doubts or None, lambda: self._add(doubt.doubt_card(session, one) for one in doubts))
        self._show("figures_read", figures if first and figures else None, lambda: self._figures(figures))
        read = read if any(mention.passage == read for mention in event.mentions) else None
        self._show("sources", (event.mentions, event.kind, read, frozenset(self._unfolded)), lambda: self._sources(event))
        self._show("figures", figures if figures and not first else None, lambda: self._figures(figures))
        self._show("note", (event.id, event.note, editing == "note"), lambda: self._note(event))
        rows = history_rows(session, event)
        self._show("history", rows or None, lambda: self._history(rows))

    def _show(self, name: str, of: object, build: Callable[[], None]) -> None:
        """Make a part anew where it was made of something else; None leaves it out."""
        old = self._parts[name]
        if old.of == of:
            return
        made = self._parts[name] = Part(self._body, of)
        self._column = made.column
        if of is not None:
            build()
        for inner in made.findChildren(QWidget):
            inner.ensurePolished()  # the style's fonts decide how high it is: a later polish would lay all of it out again
        self._body_column.replaceWidget(old, made)
        made.setVisible(of is not None)
        old.hide()
        old.deleteLater()

    def _another(self) -> None:
        self._editing = ""
        self._unfolded.clear()
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def _anew(self) -> None:
        for part in self._parts.values():
            part.of = None
        words = self._session.wording
        self._accept.setText(words.text("Accept"))
        self._reject.setText(words.text("Reject"))
        self.refresh()

    def _done(self) -> None:
        self._editing = ""
        self.refresh()

    def _bulk(self) -> None:
        self._column.addWidget(bulk_view(self._session, self.command_requested.emit))

    def _head_of(self, event: Event) -> None:
        self._column.addWidget(self._title(event))
        self._column.addLayout(self._chips(event))
        if event.participants:
            words = self._session.wording
            names = words.text(", ").join(f"\u2068{name}\u2069" for name in event.participants)
            self._column.addWidget(label(words.text("With: {names}", names=names), "quiet", wraps=True))

    def _history(self, rows: tuple[str, ...]) -> None:
        self._head("History")
        self._add(label(row, "quiet", wraps=True) for row in rows)

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

    def _figures(self, differing: tuple[Contradiction, ...]) -> None:
        """Before the sources while one of the figures is being read, else after them."""
        self._head("Figures differ")
        self._column.addWidget(doubt.figures(self._session, differing))

    def _sources(self, event: Event) -> None:
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
            self.refresh()

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

    def _judge(self, event: Event | None) -> None:
        self._verdict.setVisible(event is not None)
        self._accept.setVisible(event is not None and event.status is not EventStatus.ACCEPTED)

    def _field(self, text: str, hint: str, act: Callable[[str], Act | None]) -> Field:
        field = Field(text, self._session.wording.text(hint))
        field.setAccessibleName(self._session.wording.text(hint))
        field.setObjectName(f"field{hint}")

        def commit(typed: str) -> None:
            self._editing = ""
            done = act(typed) if typed != text else None
            self.refresh()
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
            self.refresh()

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
