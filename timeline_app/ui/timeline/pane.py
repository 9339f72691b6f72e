"""The timeline in the window: shows the session's events, tells it what is chosen. Its canvas is made after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session
    from timeline_app.ui.timeline.asking import DateQuestion
    from timeline_app.ui.timeline.binding import DossierWords
    from timeline_app.ui.timeline.following import Following
    from timeline_app.ui.timeline.view import TimelineView

_RATA_DIE = 1_721_425  # the Julian day that Qt gives day number 1, less one


class TimelinePane(QWidget):
    """A ``TimelineView`` bound to a session. ``opened`` carries the id of an event that was opened."""

    opened = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view: TimelineView | None = None
        self._following: Following | None = None
        self._words: DossierWords | None = None
        self._question: DateQuestion | None = None
        self._asked = False
        self._reading = False  # articles are being read
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 260)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        session.state_changed.connect(self._state_changed)
        session.selection_changed.connect(self._selection_changed)
        session.reveal_requested.connect(self.reveal)
        session.settings_changed.connect(self._settings_changed)
        session.busy_changed.connect(self._busy)

    # -- for the window -----------------------------------------------------------------------------------------------

    @property
    def view(self) -> TimelineView:
        """The canvas; made at once when it is asked for."""
        if self._view is None:
            self._make()
        assert self._view is not None
        return self._view

    def fit(self) -> None:
        """Show everything."""
        self.view.fit_all()

    def fit_selection(self) -> None:
        """Show what is selected."""
        self.view.fit_selection()

    def zoom_in(self) -> None:
        """Look closer, at the current event when it is in view."""
        self.view.zoom_by(1.5, self.view.focus_x(), animated=True)

    def zoom_out(self) -> None:
        """Look from farther away."""
        self.view.zoom_by(1 / 1.5, self.view.focus_x(), animated=True)

    def back(self) -> None:
        """The view before this one."""
        self.view.back()

    def forward(self) -> None:
        """The view after this one."""
        self.view.forward()

    def go_to(self, first: int, last: int) -> None:
        """Show a range of days, both inclusive."""
        self.view.go_to(float(first), last + 1.0)

    def ask_date(self) -> None:
        """Let a date be typed, and go there."""
        if self._question is None:
            from timeline_app.ui.timeline.asking import DateQuestion  # noqa: PLC0415 - seldom wanted

            self._question = DateQuestion(self._session, self)
            self._question.answered.connect(self.go_to)
            self._question.ended.connect(self.setFocus)
        self._question.ask()

    def reveal(self, event: object) -> None:
        """Bring an event into view."""
        if self._view is not None:
            self._view.reveal(event)

    def refresh(self) -> None:
        """Take the events anew, now."""
        self._fill()

    # -- Qt -----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for three cards over each other, the axis and the strip."""
        return QSize(960, 460)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The canvas comes as soon as the window was painted for the first time: numpy must not hold that up."""
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._make)

    # -- inside -------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        if self._view is not None:
            return
        from timeline_app.ui.timeline.view import TimelineView  # noqa: PLC0415 - numpy comes late: start-up is measured

        self._view = view = TimelineView(self._session.theme, self)
        self.setFocusProxy(view)
        self._box.addWidget(view)
        view.event_selected.connect(self._chosen)
        view.event_opened.connect(self._opened)
        self._settings_changed(None)
        view.show()

    def _state_changed(self, change: Change) -> None:
        if self._view is not None:
            self._fill(change)

    def _settings_changed(self, _: object) -> None:
        view, settings = self._view, self._session.settings
        if view is None:
            return
        view.set_theme(self._session.theme)
        view.set_options(
            axis=settings.axis,
            proportion=settings.proportion,
            lanes=settings.lanes,
            language=settings.language,
            months=settings.months,
            digits=settings.digits,
            hijri=settings.hijri,
            scale=settings.scale,
            motion=settings.motion,
            today=QDate.currentDate().toJulianDay() - _RATA_DIE,
        )
        self._fill()

    def _busy(self, progress: object) -> None:
        self._reading = progress is not None
        self._say_what_is_awaited()

    def _say_what_is_awaited(self) -> None:
        """Where no event stands yet: articles, the end of their reading, or the days they were published on."""
        state = self._session.state
        if self._view is not None and not state.events:
            undated = any(article.published.when is None for article in state.articles.values())
            self._view.set_options(awaited="reading" if self._reading else "publication" if undated else "articles")

    def _fill(self, change: Change | None = None) -> None:
        """Show the events; ``change`` is what is different from those shown, None: anything may be."""
        from timeline_app.ui.timeline.binding import DossierWords, Names  # noqa: PLC0415 - as above
        from timeline_app.ui.timeline.following import Following  # noqa: PLC0415 - as above

        view, session = self._view, self._session
        if view is None:
            return
        anew = self._following is None or (change is not None and change.whole)
        self._following = self._following or Following()
        found = self._following.columns(session.state, session.wording, lanes=session.settings.lanes, change=change)
        self._words = words = DossierWords(found, session.state, session.wording, like=self._words)
        names = Names(found, session.state)
        view.set_columns(found.columns, ids=names, say=words, keep_view=not anew)
        self._say_what_is_awaited()
        self._selection_changed()

    def _selection_changed(self) -> None:
        if self._view is not None:
            self._view.set_selection(self._session.selected, current=self._session.current)

    def _chosen(self, event: object) -> None:
        view = self._view
        assert view is not None
        self._session.select(view.selection, current=event, reveal=False)  # type: ignore[arg-type]

    def _opened(self, event: object) -> None:
        if self._session.passage is not None:
            self._session.show_passage(self._session.passage)
        self.opened.emit(event)
