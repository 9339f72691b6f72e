"""What does each command do? One method a command of ``resources/actions.toml``, by its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu

from timeline_app.dossier.suggestion import acceptance, keeping
from timeline_app.model.article import Passage
from timeline_app.model.decision import (
    AcceptEvent,
    Act,
    Bulk,
    Detach,
    Merge,
    RejectEvent,
    SetKind,
    SetPlace,
    Split,
)
from timeline_app.model.event import Mention
from timeline_app.model.identity import ArticleId, EventId
from timeline_app.ui.articles.drop import dropped
from timeline_app.ui.dialogs import asking
from timeline_app.ui.inspector import pane
from timeline_app.ui.kinds import hues

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.model.decision import EventRef
    from timeline_app.model.event import Contradiction
    from timeline_app.model.step import Step
    from timeline_app.ui.main_window import MainWindow

_STEP, _LEAST, _MOST = 10, 80, 200


class Commands(QObject):
    """The window's commands. ``give("undo")`` does one; wishes of the panes end here too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session

    def give(self, name: str) -> None:
        """Do a command by its name in the table."""
        getattr(self, name)()

    # -- file ---------------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """An empty dossier."""
        self._session.opening.new()

    def open(self) -> None:
        """Choose articles or a dossier."""
        self.open_paths(asking.choose_files(self._window))

    def open_folder(self) -> None:
        """Choose a folder of articles."""
        self.open_paths(asking.choose_folder(self._window))

    def open_paths(self, paths: tuple[Path, ...]) -> None:
        """Open a dossier or add articles."""
        if paths:
            self._window.banner.hide()
            self._session.open_paths(paths)

    def open_sample(self) -> None:
        """The sample dossier."""
        self._session.opening.open_sample()

    def paste(self) -> None:
        """Paste a text as an article."""
        asking.paste(self._window)

    def take_drop(self, data: QMimeData) -> None:
        """Add the files or the text of something dropped on the window."""
        paths, text = dropped(data)
        if paths:
            self.open_paths(paths)
        elif text:
            self.add_text(text)

    def publication(self) -> None:
        """Ask when the article being read appeared, with the others that are chosen with it in the list."""
        page, chosen = self._window.reader.view.page, self._window.articles.chosen
        if page is not None:
            read = page.article.id
            self.set_publication(chosen if read in chosen else (read,))

    def set_publication(self, articles: tuple[ArticleId, ...]) -> None:
        """Ask when articles appeared."""
        asking.publication(self._window, articles)

    def add_text(self, text: str) -> None:
        """Add a text that was dropped."""
        self._session.paste_text(text)

    def save_as(self) -> None:
        """Write the dossier to another file and go on there."""
        asking.save_as(self._window)

    def export(self, code: str) -> None:
        """Write the chronology in a format."""
        asking.export(self._window, code)

    def settings(self) -> None:
        """Every setting in one dialog."""
        asking.settings(self._window)

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # -- edit ---------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last act back."""
        self._tell("Undone: {what}", self._session.undo_name)
        self._session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._tell("Done again: {what}", self._session.redo_name)
        self._session.redo()

    def find(self) -> None:
        """Go to the search box."""
        self._window.search.open_box()

    def rename(self) -> None:
        """Edit the title in place."""
        self._window.inspector.edit("title")

    def redate(self) -> None:
        """Edit the date in place."""
        self._window.inspector.edit("dates")

    def set_place(self) -> None:
        """Edit the place in place; of several events, ask once."""
        if len(self._session.selected) < 2:
            self._window.inspector.edit("place")
            return
        place = asking.ask_line(self._window, "Place")
        if place is not None:
            self._to_selected(lambda ref: SetPlace(ref, place))

    def set_kind(self) -> None:
        """Offer the kinds under the pointer."""
        self.offer_kinds(QCursor.pos())

    def set_note(self) -> None:
        """Edit the note in place."""
        self._window.inspector.edit("note")

    def accept(self) -> None:
        """Say that the selected events are right."""
        self._to_selected(AcceptEvent)

    def reject(self) -> None:
        """Take the selected events off the timeline, and go on to the next; the review goes on by itself."""
        self._to_selected(RejectEvent, then=self._following())

    def merge(self) -> None:
        """Make one event of the selected; the current one keeps its title and dates."""
        current, others = self._session.current, self._session.selected - {self._session.current}
        if current is not None and others:
            refs = tuple(self._session.ref(name) for name in sorted(others))
            self._session.decide(Merge(self._session.ref(current), refs), then=current)

    def split(self) -> None:
        """Make an event of its own from the source being read."""
        mention = self._session.mention
        if mention is not None and self._session.current is not None:
            self.split_off(mention)

    def split_off(self, mention: Mention) -> None:
        """Make an event of its own from one source."""
        if self._session.current is not None:
            ref = self._session.ref(self._session.current)
            self._session.decide(Split(ref, (mention.passage,), mention.title), read=mention.passage)

    def detach(self) -> None:
        """Say that the source being read is no report of the event."""
        if self._session.mention is not None:
            self._detach(self._session.mention.passage)

    def create_event(self) -> None:
        """Make an event of the words selected in the reader."""
        self._window.reader.create_event()

    # -- review -------------------------------------------------------------------------------------------------------

    def next_review(self) -> None:
        """Go to the next thing that wants a decision, and show what there is to decide."""
        self._session.next_to_review()
        tabs = self._window.inspector.tabs
        if self._session.current is not None and tabs.currentIndex() in {pane.EVENTS, pane.UNDATED}:
            tabs.setCurrentIndex(pane.EVENT)

    def accept_suggestion(self) -> None:
        """Take what is suggested for the current event's contradiction."""
        for one in self._doubts():
            act = acceptance(self._session.state, one)
            if act is not None:
                self._session.decide(act)
                return

    def keep_as_written(self) -> None:
        """Leave the words of the current event's contradiction as they stand."""
        for one in self._doubts()[:1]:
            self._session.decide(keeping(self._session.state, one))

    def next_event(self) -> None:
        """Select the next event in time."""
        self._session.turn_event(1)

    def previous_event(self) -> None:
        """Select the event before."""
        self._session.turn_event(-1)

    def next_source(self) -> None:
        """Read the next source."""
        self._session.turn_source(1)

    def previous_source(self) -> None:
        """Read the source before."""
        self._session.turn_source(-1)

    def next_passage(self) -> None:
        """Read the next passage."""
        self._session.turn_passage(1)

    def previous_passage(self) -> None:
        """Read the passage before."""
        self._session.turn_passage(-1)

    # -- view ---------------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show all of the timeline."""
        self._window.timeline.fit()

    def zoom_in(self) -> None:
        """Look closer."""
        self._window.timeline.zoom_in()

    def zoom_out(self) -> None:
        """Look from farther away."""
        self._window.timeline.zoom_out()

    def fit_selection(self) -> None:
        """Show the selected events."""
        self._window.timeline.fit_selection()

    def go_to_date(self) -> None:
        """Type a date and go there."""
        self._window.timeline.ask_date()

    def larger(self) -> None:
        """Larger text."""
        self._scale(_STEP)

    def smaller(self) -> None:
        """Smaller text."""
        self._scale(-_STEP)

    def show_timeline(self) -> None:
        """Give the timeline the keyboard."""
        self._window.timeline.setFocus()

    def show_reader(self) -> None:
        """Give the reader the keyboard."""
        self._window.reader.setFocus()

    def show_articles(self) -> None:
        """Give the article list the keyboard."""
        self._window.articles_dock.show()
        self._window.articles.view.setFocus()

    def show_event(self) -> None:
        """Show the event."""
        self._page(pane.EVENT)

    def show_events(self) -> None:
        """Show the event list."""
        self._page(pane.EVENTS)

    def show_review(self) -> None:
        """Show the review."""
        self._page(pane.REVIEW)

    def show_undated(self) -> None:
        """Show the undated."""
        self._page(pane.UNDATED)

    def shortcuts(self) -> None:
        """Every key in one dialog."""
        asking.shortcuts(self._window)

    def about(self) -> None:
        """What this program is."""
        asking.about(self._window)

    # -- menus at a place ---------------------------------------------------------------------------------------------

    def offer_kinds(self, where: QPoint) -> None:
        """The kinds of event as a menu."""
        menu, words = self._menu(), self._session.wording
        for kind in hues():
            menu.addAction(words.kind_name(kind), self._kind_setter(kind))
        menu.popup(where)

    def offer_source(self, mention: Mention, where: QPoint) -> None:
        """What can be done with one source."""
        menu, text = self._menu(), self._session.wording.text
        menu.addAction(text("Read"), lambda: self._session.show_passage(mention.passage))
        several = self._session.current_event is not None and len(self._session.current_event.mentions) > 1
        menu.addAction(text("Split off as an event of its own"), lambda: self.split_off(mention)).setEnabled(several)
        menu.addAction(text("Not a report of this event"), lambda: self._detach(mention.passage))
        copied = mention.passage.quote
        menu.addAction(text("Copy the quote"), lambda: QApplication.clipboard().setText(copied))
        menu.popup(where)

    def offer_event(self, where: QPoint) -> None:
        """What can be done with the selected events."""
        menu = self._menu()
        for name in ("accept", "reject", "rename", "redate", "set_place", "set_note", "merge"):
            menu.addAction(self._window.actions_of[name])
        menu.popup(where)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # -- inside -------------------------------------------------------------------------------------------------------

    def _to_selected(self, act: Callable[[EventRef], Act], *, then: EventId | None = None) -> None:
        acts = tuple(act(self._session.ref(name)) for name in sorted(self._session.selected))
        if acts:
            self._session.decide(Bulk(acts) if len(acts) > 1 else acts[0], then=then)

    def _kind_setter(self, kind: str) -> Callable[[], None]:
        return lambda: self._to_selected(lambda ref: SetKind(ref, kind))

    def _detach(self, passage: Passage) -> None:
        if self._session.current is not None:
            self._session.decide(Detach(passage, self._session.ref(self._session.current)))

    def _following(self) -> EventId | None:
        """The event after the last selected one (else before the first), to go on with when these are gone."""
        index = self._session.index
        places = sorted(place for name in self._session.selected if (place := index.position(name)) is not None)
        if not places:
            return None
        if places[-1] + 1 < len(index):
            return index.at(places[-1] + 1)
        return index.at(places[0] - 1) if places[0] else None

    def _doubts(self) -> list[Contradiction]:
        current = self._session.current
        return [one for one in self._session.state.contradictions.values() if current in one.events and not one.update]

    def _page(self, page: int) -> None:
        self._window.inspector_dock.show()
        self._window.inspector.show_page(page)

    def _scale(self, by: int) -> None:
        self._session.change_settings(scale=min(_MOST, max(_LEAST, self._session.settings.scale + by)))

    def tell_done(self, name: Step) -> None:
        """Say in the status line what was just done."""
        self._tell("Done: {what}", name)

    def _tell(self, msgid: str, step: Step | None) -> None:
        if step is not None:
            words = self._session.wording
            self._session.status_changed.emit(words.text(msgid, what=words.say(step)))
