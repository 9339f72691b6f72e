"""When and where is it? The time of an act, the program's own folder, and the dossiers the editor opened last."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path

_NAME = "timeline-app"
_RECENT = "recent.json"
_MOST = 12
_SAMPLE = "sample"
ENDING = ".timeline"


def now_utc() -> str:
    """The time of an act, ``YYYY-MM-DDTHH:MM:SSZ``."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def own_folder() -> Path:
    """The folder for dossiers without a place of their own; made when it is not there."""
    folder = _own()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def free_place(name: str) -> Path:
    """A path in the program's own folder where no dossier is yet."""
    paths = (own_folder() / f"{name}-{number}{ENDING}" for number in range(1, 10_000))
    return next(path for path in paths if not path.exists())


def is_own(path: Path) -> bool:
    """Whether the dossier lies where the program put it, and not where the editor saved it."""
    return path.absolute().parent == _own().absolute()


def sample_place(number: int = 1) -> Path:
    """Where the sample dossier is kept; a second window's has a place of its own."""
    return own_folder() / f"{_SAMPLE}{'' if number == 1 else f'-{number}'}{ENDING}"


def is_sample(path: Path) -> bool:
    """Whether the dossier is the sample, or a second window's."""
    return is_own(path) and path.stem.partition("-")[0] == _SAMPLE


def recent() -> tuple[Path, ...]:
    """The dossiers opened last that are still there, the latest first; those never saved under a name are among them."""
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


def _own() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - late: start-up is measured

    return user_data_path(_NAME, appauthor=False)


def _noted() -> tuple[Path, ...]:
    try:
        found = json.loads((_own() / _RECENT).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(Path(name) for name in found if isinstance(name, str)) if isinstance(found, list) else ()
