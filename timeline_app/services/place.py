"""Where does the program keep what the editor has not saved anywhere, and which dossiers did she open last?"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

_NAME = "timeline-app"
_RECENT = "recent.json"
_MOST = 12
ENDING = ".timeline"


def own_folder() -> Path:
    """The folder for dossiers without a place of their own; made when it is not there."""
    from platformdirs import user_data_path  # noqa: PLC0415 - late: start-up is measured

    folder = user_data_path(_NAME, appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def free_place(name: str) -> Path:
    """A path in the program's own folder where no dossier is yet."""
    paths = (own_folder() / f"{name}-{number}{ENDING}" for number in range(1, 10_000))
    return next(path for path in paths if not path.exists())


def is_own(path: Path) -> bool:
    """Whether the dossier lies where the program put it, and not where the editor saved it."""
    return path.absolute().parent == own_folder().absolute()


def recent() -> tuple[Path, ...]:
    """The dossiers saved or opened last that are still there, the latest first."""
    return tuple(path for path in _noted() if path.exists())


def note_recent(path: Path) -> None:
    """Put the dossier first among the recent ones; where that cannot be written it is not noted."""
    here = path.absolute()
    paths = [here, *(known for known in _noted() if known != here)][:_MOST]
    with contextlib.suppress(OSError):
        file = own_folder() / _RECENT
        draft = file.with_suffix(".new")
        draft.write_text(json.dumps([str(known) for known in paths], ensure_ascii=False), "utf-8")
        draft.replace(file)


def _noted() -> tuple[Path, ...]:
    try:
        found = json.loads((own_folder() / _RECENT).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(Path(name) for name in found if isinstance(name, str)) if isinstance(found, list) else ()
