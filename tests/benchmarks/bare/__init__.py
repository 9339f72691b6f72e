"""The real window, offscreen, with nothing open in it: where ``opening.py`` and ``stutter.py`` begin."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
SIZE = 1600, 1000


def dwell_in(folder: str | Path) -> None:
    """Keep what the program keeps in this folder, and show nothing on the screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update(dict.fromkeys(HOMES, str(folder)))


@contextmanager
def window() -> Iterator[tuple]:
    """The application and its window, furnished and at rest; ``dwell_in`` was called."""
    from timeline_app.ui import application as program  # Qt reads the environment
    from timeline_app.ui.settings import MemoryStore, Settings

    application = program.make_application()
    made = program.open_window(MemoryStore(Settings(motion=False)), ())
    made.resize(*SIZE)
    made.show()
    while not made.furnished:
        application.processEvents()
    for _ in range(5):
        application.processEvents()
    yield application, made
    made.session.close()
    made.close()
