"""How is a file looked into without touching it? As a copy in a folder of its own, with the journal a dead program left."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

_COMPANIONS = ("", "-journal", "-wal")


class PrivateCopy:
    """A copy of a dossier that may be repaired, carried forward and thrown away; the original is only read."""

    def __init__(self, path: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="timeline-")
        self.path = Path(self._folder.name) / "copy.timeline"
        for companion in _COMPANIONS:
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{companion}", f"{self.path}{companion}")
        self.path.chmod(0o600)

    def close(self) -> None:
        """Throw the copy away."""
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
