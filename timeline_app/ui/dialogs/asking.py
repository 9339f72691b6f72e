"""What is asked in a window of its own? Each function asks one thing; the dialogs themselves load when they are needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline_app.model.identity import ArticleId
    from timeline_app.ui.main_window import MainWindow

_ENDINGS = "*.txt *.text *.md *.html *.htm *.docx"


def choose_files(window: MainWindow) -> tuple[Path, ...]:
    """Articles or a dossier, chosen by the editor; empty when she gives up."""
    from timeline_app.ui.dialogs.files import open_files  # noqa: PLC0415

    text = window.session.wording.text
    kinds = f"{text('Articles and dossiers')} ({_ENDINGS} *.timeline);;{text('All files')} (*)"
    return open_files(window, text("Open articles or a dossier…").rstrip("…"), kinds)


def choose_folder(window: MainWindow) -> tuple[Path, ...]:
    """A folder of articles; empty when she gives up."""
    from timeline_app.ui.dialogs.files import open_folder  # noqa: PLC0415

    return open_folder(window, window.session.wording.text("Open a folder…").rstrip("…"))


def ask_line(window: MainWindow, msgid: str, text: str = "") -> str | None:
    """One line of text; None when she gives up."""
    from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415

    title = window.session.wording.text(msgid)
    typed, given = QInputDialog.getText(window, title, title, text=text)
    return typed.strip() if given else None


def save_as(window: MainWindow) -> None:
    """Write the dossier to a file she chooses."""
    from timeline_app.ui.dialogs.saving import save_as as ask  # noqa: PLC0415

    ask(window)


def export(window: MainWindow, code: str) -> None:
    """Write the chronology in a format to a file she chooses."""
    from timeline_app.ui.dialogs.saving import export as ask  # noqa: PLC0415

    ask(window, code)


def paste(window: MainWindow) -> None:
    """A text as an article."""
    from timeline_app.ui.dialogs.paste import PasteDialog  # noqa: PLC0415

    PasteDialog(window.session, window).open()


def settings(window: MainWindow) -> None:
    """Every setting."""
    from timeline_app.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415

    SettingsDialog(window.session, window).open()


def shortcuts(window: MainWindow) -> None:
    """Every key."""
    from timeline_app.ui.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415

    ShortcutsDialog(window.session, window).open()


def publication(window: MainWindow, articles: Collection[ArticleId]) -> None:
    """The day articles appeared, with what moves."""
    from timeline_app.ui.dialogs.publication import PublicationDialog  # noqa: PLC0415

    PublicationDialog(window.session, articles, window).open()


def about(window: MainWindow) -> None:
    """What this program is."""
    from timeline_app.ui.dialogs.about import AboutDialog  # noqa: PLC0415

    AboutDialog(window.session, window).open()
