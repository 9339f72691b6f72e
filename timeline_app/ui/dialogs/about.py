"""What is this program, which version, under which licence?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from timeline_app import __version__
from timeline_app.ui.dialogs.frame import Dialog
from timeline_app.ui.widgets import label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

_LINES = (
    "Turns Arabic articles into a chronology, every event tied to the words it came from.",
    "Everything stays on this computer.",
    "Free software under the GNU General Public License, version 3 or later.",
    "Typefaces: IBM Plex Sans Arabic, Noto Naskh Arabic, Noto Serif (SIL Open Font License).",
)


class AboutDialog(Dialog):
    """Name, version, licence."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "Timeline", parent)
        words = session.wording
        self.column.addWidget(label(words.text("Version {version}", version=__version__), "quiet"))
        for one in _LINES:
            self.column.addWidget(label(words.text(one), wraps=True))
        self.column.addStretch()
        self.offer(close="Close")
        self.spread(460, 300)
