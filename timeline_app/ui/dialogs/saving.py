"""Where is it written? Save as, and export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.model.problem import Problem
from timeline_app.ui.dialogs.files import save_file
from timeline_app.ui.formats import PAINTED
from timeline_app.ui.opening import ENDING

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

_ENDING_OF = {"timelinejs": "json", "timeml": "zip"}


def save_as(window: MainWindow) -> None:
    """Ask for a file, write the whole dossier there and go on in it."""
    session = window.session
    work, words = session.workspace, session.wording
    if work is None:
        return
    path = save_file(window, words.text("Save a copy as…").rstrip("…"), ENDING, words.text("Dossier"))
    if path is None:
        return
    try:
        work.save_as(path)
    except Problem as problem:
        session.problem_raised.emit(problem)
        return
    session.store.keep("dossier/last", str(path))
    session.take()
    session.status_changed.emit(words.text("Saved as {name}", name=path.name))


def export(window: MainWindow, code: str) -> None:
    """Ask for a file and write the chronology there."""
    words = window.session.wording
    ending = _ENDING_OF.get(code, code)
    path = save_file(window, words.text("Export"), f".{ending}")
    if path is not None:
        export_to(window, code, path)


def export_to(window: MainWindow, code: str, path: Path) -> None:
    """Write the chronology, or paint it; problems are told in the window."""
    session = window.session
    if code not in PAINTED:
        session.opening.export(path, code)
        return
    from timeline_app.ui.printing import paint  # noqa: PLC0415 - late: start-up is measured

    try:
        paint(window, code, path)
    except Problem as problem:
        session.problem_raised.emit(problem)
        return
    session.status_changed.emit(session.wording.text("Exported: {name}", name=path.name))
