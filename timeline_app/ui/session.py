"""What do the panes share? The dossier's state, the selection, the passage being read, the settings; and one signal for each.

Every pane gets the session, reads from it, connects to its signals, and asks it for changes. No pane knows another one.

A pane starts empty and fills itself at ``state_changed``: the window is painted before a dossier is open. Nothing here
blocks: ``open_paths`` and its like return at once and work through ``jobs``.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QObject, Signal

from timeline_app.model.problem import Problem
from timeline_app.ui.settings import MemoryStore, Settings, Store
from timeline_app.ui.theme import Theme, load_theme, system_theme

# the window is painted before any of these is needed: start-up is measured, so they are imported where they are used
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from timeline_app.model.article import Passage
    from timeline_app.model.decision import Act, EventRef
    from timeline_app.model.dossier import Change as ModelChange
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event, Mention
    from timeline_app.model.identity import EventId
    from timeline_app.model.step import Step
    from timeline_app.services.workspace import Workspace
    from timeline_app.ui.index import Index, Mark
    from timeline_app.ui.opening import Opening
    from timeline_app.ui.review.queue import Item
    from timeline_app.ui.work import Work
    from timeline_app.wording import Wording


class Onward(NamedTuple):
    """Where to go on after a decision: from a row of the review to what waits there, to an event, to a passage."""

    row: int | None = None
    event: EventId | None = None
    passage: Passage | None = None


class Session(QObject):
    """The seam of all panes. While ``reviewing`` is set, a decision on what waits goes on to the next thing that does.

    ``state_changed(Change)``: the dossier is another (``whole``) or some events and articles of it are.
    ``selection_changed()``: ``selected`` or ``current`` is different.
    ``passage_requested(Passage)``: the reader shows this passage; the current event and mention are set already.
    ``reveal_requested(EventId)``: the timeline brings this event into view.
    ``settings_changed(Settings)``: wording, theme or fonts may be others; repaint and word everything anew.
    ``busy_changed(object)``: a ``jobs.Progress``, or None when the work has ended.
    ``problem_raised(Problem)``: the world's fault, to be told to the editor.
    ``status_changed(str)``: a worded line for the status bar. ``decided(Step)``: an act was done, by its name.
    ``work_shown()``: another workspace fills the panes; ``work_leaving()``: it is about to be let go of.
    """

    state_changed = Signal(object)
    selection_changed = Signal()
    passage_requested = Signal(object)
    reveal_requested = Signal(str)
    settings_changed = Signal(object)
    busy_changed = Signal(object)
    problem_raised = Signal(object)
    status_changed = Signal(str)
    decided = Signal(object)
    work_shown, work_leaving = Signal(), Signal()

    def __init__(self, store: Store | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store = store or MemoryStore()
        self._settings = self.store.load()
        self._wording: Wording | None = None
        self._work: Work | None = None
        self._state: DossierState | None = None
        self._index: Index | None = None
        self._opening: Opening | None = None
        self._selected: frozenset[EventId] = frozenset()
        self._current: EventId | None = None
        self._passage: Passage | None = None
        self.reviewing = False

    # -- what is known ------------------------------------------------------------------------------------------------

    @property
    def state(self) -> DossierState:
        """The dossier as it stands; empty before one is open."""
        if self._state is None:
            from timeline_app.model.dossier import DossierState as State  # noqa: PLC0415

            self._state = State()
        return self._state

    @property
    def index(self) -> Index:
        """The order of the events, and the passages of each article."""
        if self._index is None:
            from timeline_app.ui.index import Index as Made  # noqa: PLC0415

            self._index = Made()
        return self._index

    @property
    def opening(self) -> Opening:
        """What opens dossiers, adds articles and has them analysed."""
        if self._opening is None:
            from timeline_app.ui.opening import Opening as Made  # noqa: PLC0415

            self._opening = Made(self)
        return self._opening

    @property
    def work(self) -> Work | None:
        """The open workspace, or None before one is open."""
        return self._work

    @property
    def workspace(self) -> Workspace | None:
        """The open workspace where it is one that can take articles (and not one in memory, for tests)."""
        return cast("Workspace", self._work) if hasattr(self._work, "set_analysis") else None

    @property
    def undo_name(self) -> Step | None:
        """What undo would take back, for ``wording.say``; None when nothing can be undone."""
        return None if self._work is None else self._work.undo_name

    @property
    def redo_name(self) -> Step | None:
        """What redo would do again, for ``wording.say``; None when nothing can be redone."""
        return None if self._work is None else self._work.redo_name

    @property
    def selected(self) -> frozenset[EventId]:
        """The selected events: what a bulk act is done to."""
        return self._selected

    @property
    def current(self) -> EventId | None:
        """The one event the inspector and the reader show, or None. It is one of ``selected``."""
        return self._current

    @property
    def current_event(self) -> Event | None:
        """The current event itself."""
        return self.state.events.get(self._current) if self._current else None

    @property
    def passage(self) -> Passage | None:
        """The passage that the reader shows, or None."""
        return self._passage

    @property
    def mention(self) -> Mention | None:
        """The current event's mention that is being read, or None."""
        index = self.mention_index
        return None if index is None or self.current_event is None else self.current_event.mentions[index]

    @property
    def mention_index(self) -> int | None:
        """Which of the current event's mentions is being read, counted from 0."""
        if self.current_event is None:
            return None
        places = [i for i, mention in enumerate(self.current_event.mentions) if mention.passage == self._passage]
        return places[0] if places else None

    @property
    def sources(self) -> tuple[Mention, ...]:
        """One mention of the current event for each article that reports it: the first dated one, else the first."""
        from timeline_app.ui.index import sources_of  # noqa: PLC0415

        event = self.current_event
        groups = sources_of(event) if event else ()
        return tuple(min(group, key=lambda one: not one.dates or one.basis == "inferred") for group in groups)

    @property
    def source_index(self) -> int | None:
        """Which of ``sources`` is of the article being read, counted from 0."""
        article = self._passage.article if self._passage else None
        return next((i for i, mention in enumerate(self.sources) if mention.passage.article == article), None)

    def ref(self, event: EventId) -> EventRef:
        """An event as acts name it, pinned to the passages it rests on now."""
        from timeline_app.model.decision import ref_of  # noqa: PLC0415

        return ref_of(self.state.events[event])

    # -- settings -----------------------------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """What the editor has set."""
        return self._settings

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        wanted = self._settings.theme
        return load_theme(system_theme() if wanted == "system" else wanted)

    @property
    def wording(self) -> Wording:
        """The words in use: ``session.wording.text("Undo")``, ``.say(step)``, ``.dates(event.dates)``."""
        if self._wording is None:
            from timeline_app.wording import Wording  # noqa: PLC0415 - late: start-up is measured

            chosen = self._settings
            self._wording = Wording(chosen.language, chosen.months, chosen.digits, hijri=chosen.hijri, isolate=True)  # type: ignore[arg-type]
        return self._wording

    def change_settings(self, **values: str | int | bool) -> None:
        """Set some settings, keep them, and tell every pane."""
        changed = replace(self._settings, **values)  # type: ignore[arg-type]
        if changed != self._settings:
            self._settings, self._wording = changed, None
            self.store.save(changed)
            self.settings_changed.emit(changed)

    # -- selection and reading ----------------------------------------------------------------------------------------

    def select(self, events: Iterable[EventId], *, current: EventId | None = None, reveal: bool = True) -> None:
        """Select events. ``current`` (else the first in time) is shown in the inspector and its first passage read."""
        chosen = frozenset(name for name in events if name in self.state.events)
        shown = current if current in chosen else min(chosen, key=self._place, default=None)
        if (chosen, shown) != (self._selected, self._current):
            moved = shown != self._current
            self._selected, self._current = chosen, shown
            self._passage = self._first_read() if moved else self._passage
            self.selection_changed.emit()
            if moved and shown is not None and self._passage is not None:
                self.passage_requested.emit(self._passage)
        self._bring_into_view(shown if reveal else None)

    def turn_event(self, by: int) -> None:
        """Select the event after the current one in time (before it, where ``by`` is below zero); at first the outermost."""
        here = None if self._current is None else self.index.position(self._current)
        there = (0 if by > 0 else len(self.index) - 1) if here is None else here + by
        if 0 <= there < len(self.index):
            self.select([self.index.at(there)])

    def show_passage(self, passage: Passage) -> None:
        """Read a passage; the event it reports becomes current (none where it reports nothing or is undated)."""
        self._passage = passage
        owner = self._owner(passage)
        if owner is not None and owner != self._current:
            self._selected, self._current = frozenset({owner}), owner
            self.selection_changed.emit()
            self._bring_into_view(owner)
        self.passage_requested.emit(passage)

    def turn_source(self, by: int) -> None:
        """Read what the next article reports of the current event (the one before, below zero), beginning again at the end."""
        sources, here = self.sources, self.source_index
        if sources:
            there = (0 if by > 0 else len(sources) - 1) if here is None else (here + by) % len(sources)
            self.show_passage(sources[there].passage)

    def turn_passage(self, by: int) -> None:
        """Read the next marked passage of the article (the one before, below zero); its event becomes current."""
        from timeline_app.ui.index import beside  # noqa: PLC0415

        found = None if self._passage is None else beside(self.marks(), self._passage.span, by)
        if found is not None:
            self.show_passage(found.mention.passage)

    def marks(self) -> tuple[Mark, ...]:
        """The marked passages of the article being read, in the order of its text."""
        return () if self._passage is None else self.index.marks(self._passage.article)

    # -- work ---------------------------------------------------------------------------------------------------------

    def show_work(self, work: Work) -> None:
        """Take another workspace: every pane fills itself anew, nothing is selected."""
        self.close()
        self._work = work
        self._selected, self._current, self._passage = frozenset(), None, None
        self.take(whole=True)
        self.work_shown.emit()
        gc.freeze()  # a large dossier lives long: the collector need not walk through it again and again,
        gc.set_threshold(5_000, 2, 200)  # nor through what came since but seldom and little at a time: a pause is felt

    def take(
        self, known: ModelChange | None = None, *, whole: bool = False, filled: Any = None, onward: Onward | None = None
    ) -> None:
        """Look at the workspace anew. ``known`` is all that changed, ``filled`` the new index, ``onward`` where to go on."""
        assert self._work is not None
        self._state, self._index, before = self._work.state, filled or self.index, (self._selected, self._current)
        change = self.index.update(self.state, known, whole=whole)
        goes_on = self._go_on(onward or Onward())
        self.state_changed.emit(change)
        if (self._selected, self._current) != before:
            self.selection_changed.emit()
        if goes_on:
            self.passage_requested.emit(self._passage)
            self._bring_into_view(self._current)

    def close(self) -> None:
        """Let go of the workspace; everything is stored already."""
        if (work := self.workspace) is not None:
            self.work_leaving.emit()
            work.close()
        self._work = None

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open a dossier, or add articles from files and folders; returns at once."""
        self.opening.open_paths(tuple(paths))

    def paste_text(self, text: str, title: str = "") -> None:
        """Add a text as an article."""
        self.opening.add_text(text, title)

    def decide(self, act: Act, *, then: EventId | None = None, read: Passage | None = None) -> bool:
        """Do an act of the editor's: it is stored, applied, every pane hears of it. Whether it was: problems are told.

        ``then`` is the event to go on with, ``read`` the passage; in the review it goes on by itself.
        """
        row = self.index.review.row_of(self._current) if self.reviewing else None
        done = self._do(lambda work: work.decide(act), Onward(row, then, read))
        if done and self.undo_name is not None:
            self.decided.emit(self.undo_name)
        return done

    def undo(self) -> None:
        """Take the last act back."""
        self._do(lambda work: work.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._do(lambda work: work.redo())

    def next_to_review(self) -> None:
        """Go to the next thing that wants a decision, after the current event."""
        if (item := self.index.review.after(self.index, self._current, self._passage)) is not None:
            self.review(item)

    def review(self, item: Item) -> None:
        """Go to one thing that wants a decision: its event is selected, its doubtful passage read."""
        if item.event is not None:
            self.select([item.event])
        if item.passage is not None:
            self._passage = item.passage
            self.passage_requested.emit(item.passage)

    # -- inside -------------------------------------------------------------------------------------------------------

    def _do(self, act: Callable[[Work], ModelChange | None], onward: Onward | None = None) -> bool:
        if self._work is None:
            return False
        try:
            change = act(self._work)
        except Problem as problem:
            self.problem_raised.emit(problem)
            return False
        self.take(change, whole=change is not None and change.whole, onward=onward)
        if change is not None and change.reanalyse:
            self.opening.analyse()
        return True

    def _go_on(self, onward: Onward) -> bool:
        """Choose what is looked at in a new state: what still stands, or what is gone on with; whether that is read anew."""
        waits, index = self.index.review, self.index
        item = waits.at(onward.row) if onward.row is not None and waits.row_of(self._current) is None else None
        event, passage = (onward.event, onward.passage) if item is None else (item.event, item.passage)
        if event is None and passage is not None:
            event = self._owner(passage)
        if event is not None and index.position(event) is not None:
            moved = event != self._current or passage is not None
            self._selected, self._current = frozenset({event}), event
            self._passage = passage or self._first_read()
            return moved and self._passage is not None
        kept = frozenset(name for name in self._selected if index.position(name) is not None)
        self._current = self._current if self._current in kept else min(kept, key=self._place, default=None)
        if self._selected and not kept and self._passage is not None:
            self._current = self._owner(self._passage)
            kept = frozenset({self._current} if self._current else ())
        self._selected, self._passage = kept, passage or self._passage
        return passage is not None

    def _first_read(self) -> Passage | None:
        """The passage to read of the current event: the one being read, else the first."""
        event = self.current_event
        return self.sources[0].passage if event and event.mentions and self.mention_index is None else self._passage

    def _place(self, event: EventId) -> tuple[int, str]:
        position = self.index.position(event)
        return (len(self.index) if position is None else position), event

    def _bring_into_view(self, event: EventId | None) -> None:
        if event is not None:
            self.reveal_requested.emit(event)

    def _owner(self, passage: Passage) -> EventId | None:
        if self.current_event is not None and any(mention.passage == passage for mention in self.current_event.mentions):
            return self._current
        owners = [mark.event for mark in self.index.marks(passage.article) if mark.mention.passage == passage]
        return owners[0] if owners else None
