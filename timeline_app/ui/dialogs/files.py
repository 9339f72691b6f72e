"""Which file or folder? The system's own dialogs, opened where the last one was left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from timeline_app.ui.naming import file_name

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

_LAST = "dialogs/folder"


def open_files(window: MainWindow, title: str, kinds: str) -> tuple[Path, ...]:
    """Files to read; empty when she gives up. ``kinds`` as QFileDialog wants its filters."""
    names, _ = QFileDialog.getOpenFileNames(window, title, str(_folder(window)), kinds)
    if names:
        _remember(window, Path(names[0]).parent)
    return tuple(Path(name) for name in names)


def open_folder(window: MainWindow, title: str) -> tuple[Path, ...]:
    """A folder to read; empty when she gives up."""
    name = QFileDialog.getExistingDirectory(window, title, str(_folder(window)))
    if name:
        _remember(window, Path(name))
    return (Path(name),) if name else ()


def save_file(window: MainWindow, title: str, ending: str, kind: str = "") -> Path | None:
    """A file to write, proposed under the dossier's name; its name ends with ``ending`` (".json"). None when she gives up.

    Where the ending had to be added and such a file exists, the dialog comes again with the whole name, so that nothing is
    written over unasked.
    """
    stem = Path(file_name(window.session)).stem or window.session.wording.text("Timeline")
    proposed = _folder(window) / f"{stem}{ending}"
    while True:
        name, _ = QFileDialog.getSaveFileName(window, title, str(proposed), f"{kind} (*{ending})")
        if not name:
            return None
        path = Path(name if name.endswith(ending) else name + ending)
        _remember(window, path.parent)
        if path == Path(name) or not path.exists():
            return path
        proposed = path


def _folder(window: MainWindow) -> Path:
    """Where the last dialog was left; her documents, or her home, the first time and when that folder is gone."""
    last = Path(str(window.session.store.value(_LAST) or ""))
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return next((place for place in (last, documents) if place.is_absolute() and place.is_dir()), Path.home())


def _remember(window: MainWindow, folder: Path) -> None:
    window.session.store.keep(_LAST, str(folder))
