"""What went wrong that the editor can act upon? A line above the timeline, never a box in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from timeline_app.model.problem import Problem
from timeline_app.ui.widgets import button, label

if TYPE_CHECKING:
    from timeline_app.ui.index import Change
    from timeline_app.ui.session import Session


_OF_WRITING = {"disk-failed", "disk-full"}
_OF_A_FILE = {"read-only", "dossier-damaged", *_OF_WRITING}


class Banner(QFrame):
    """Shows the last problem until it is dismissed or another dossier is opened.

    ``save_requested()`` is the way out of a file that cannot be written: the dossier is saved elsewhere.
    """

    save_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("look", "banner")
        self._session = session
        self.message = label("", wraps=True)
        self.save = button("", self.save_requested.emit)
        self.dismiss = button("✕", self.hide, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 7)
        row.addWidget(self.message, 1)
        row.addWidget(self.save)
        row.addWidget(self.dismiss)
        self.hide()
        self._of_writing = False
        session.problem_raised.connect(self.tell)
        session.state_changed.connect(self._written)
        session.work_shown.connect(self.hide)

    def tell(self, problem: Problem) -> None:
        """Say a problem; a file by its name alone, for a path of two scripts is hard to read. Where it lies, the tip says."""
        words, given = self._session.wording, dict(problem.step.arguments)
        path = given.get("path")
        named = Problem(problem.step.code, **{**given, "path": Path(path).name}) if isinstance(path, str) and path else problem
        self.message.setText(words.say(named))
        self.message.setToolTip(path if isinstance(path, str) else "")
        self.save.setText(words.text("Save a copy as…"))
        self.save.setVisible(self._is_of_the_file(problem))
        self.dismiss.setAccessibleName(self._session.wording.text("Close"))
        self._of_writing = problem.step.code in _OF_WRITING and self._is_of_the_file(problem)
        self.show()

    def _written(self, change: Change) -> None:
        """What could not be written was tried again, and was."""
        if self._of_writing and not change.whole:
            self.hide()

    def _is_of_the_file(self, problem: Problem) -> bool:
        """Whether it is the open dossier that cannot be written (an export may find a disk full as well)."""
        work = self._session.workspace
        if work is None or problem.step.code not in _OF_A_FILE:
            return False
        return work.problem is not None or dict(problem.step.arguments).get("path") == str(work.path)
