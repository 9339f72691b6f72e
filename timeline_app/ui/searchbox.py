"""Where is a search typed? The box of the toolbar; its results load when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent, QIcon
from PySide6.QtWidgets import QLineEdit

from timeline_app.ui.icons import icon

if TYPE_CHECKING:
    from timeline_app.ui.search.results import SearchResults
    from timeline_app.ui.session import Session


class SearchBox(QLineEdit):
    """The search box, with ``results`` once it was used."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        self.setProperty("look", "pill")
        self.setClearButtonEnabled(True)
        self._session = session
        self._icon = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.results: SearchResults | None = None
        session.settings_changed.connect(self._word)
        self._word()

    def open_box(self) -> None:
        """Put the caret into the box, what stands there selected."""
        self._load().open_box()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The results are made when the box is entered."""
        super().focusInEvent(event)
        self._load()

    def _load(self) -> SearchResults:
        if self.results is None:
            from timeline_app.ui.search.results import SearchResults as Results  # noqa: PLC0415 - late: start-up is measured

            self.results = Results(self._session, self)
        return self.results

    def _word(self) -> None:
        text = self._session.wording.text("Search the dossier: a word, a name, a date…")
        self.setPlaceholderText(text)
        self.setAccessibleName(self._session.wording.text("Search"))

    def draw(self) -> None:
        """Colour the icon."""
        self._icon.setIcon(icon("search", self._session.theme.quiet, rtl=False))
