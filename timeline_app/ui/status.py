"""What is going on? The line below: saved or not, how much there is, how far long work has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QStatusBar

from timeline_app.ui.naming import file_name
from timeline_app.ui.widgets import Still, button, label

if TYPE_CHECKING:
    from timeline_app.ui.jobs import Progress
    from timeline_app.ui.session import Session


class StatusLine(QStatusBar):
    """Counts at the start, the file's name at the end, progress and a cancel button while something runs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setSizeGripEnabled(False)
        self.counts, self.file, self.doing = label(""), label(""), label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.cancel = button("", lambda: session.opening.cancel(), "quiet")  # noqa: PLW0108 - made late
        self.addWidget(Still(self.counts))
        for widget in (self.doing, self.bar, self.cancel, self.file):
            self.addPermanentWidget(widget)
        session.state_changed.connect(self.refresh)
        session.settings_changed.connect(self.refresh)
        session.busy_changed.connect(self._busy)
        session.status_changed.connect(lambda text: self.showMessage(text, 6000))
        self._busy(None)
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        words, state = self._session.wording, self._session.state
        self.cancel.setText(words.text("Cancel"))
        if not state.articles:
            self.counts.setText(words.text("No articles yet"))
            self.file.setText("")
            return
        events = words.count("{n} event", "{n} events", len(self._session.index))
        articles = words.count("{n} article", "{n} articles", len(state.articles))
        work = self._session.workspace
        kept = "Saved" if work is None or work.problem is None else "Cannot be changed"
        parts = [words.text(kept), words.text("{events} from {articles}", events=events, articles=articles)]
        doubts = sum(not one.update for one in state.contradictions.values())
        if doubts:
            parts.append(words.count("{n} contradiction", "{n} contradictions", doubts))
        if state.lost:
            parts.append(words.count("{n} decision lost its passage", "{n} decisions lost their passages", len(state.lost)))
        self.counts.setText(" · ".join(parts))
        self.file.setText(file_name(self._session))

    def _busy(self, progress: Progress | None) -> None:
        for widget in (self.doing, self.bar, self.cancel):
            widget.setVisible(progress is not None)
        if progress is not None:
            self.doing.setText(self._session.wording.text(progress.doing))
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
