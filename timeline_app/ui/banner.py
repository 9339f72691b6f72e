"""What went wrong that the editor can act upon? A line above the timeline, never a box in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from timeline_app.model.problem import Problem
from timeline_app.ui.widgets import button, label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session


class Banner(QFrame):
    """Shows the last problem until it is dismissed or another dossier is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("look", "banner")
        self._session = session
        self.message = label("", wraps=True)
        self.dismiss = button("✕", self.hide, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 7)
        row.addWidget(self.message, 1)
        row.addWidget(self.dismiss)
        self.hide()
        session.problem_raised.connect(self.tell)
        session.work_shown.connect(self.hide)

    def tell(self, problem: Problem) -> None:
        """Say a problem; a file by its name alone, for a path of two scripts is hard to read. Where it lies, the tip says."""
        words, given = self._session.wording, dict(problem.step.arguments)
        path = given.get("path")
        named = Problem(problem.step.code, **{**given, "path": Path(path).name}) if isinstance(path, str) and path else problem
        self.message.setText(words.say(named))
        self.message.setToolTip(path if isinstance(path, str) else "")
        self.dismiss.setAccessibleName(self._session.wording.text("Close"))
        self.show()
