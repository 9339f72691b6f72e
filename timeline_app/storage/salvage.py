"""What can still be read of a damaged file? Every row that carries its own check, wherever it lies; the original is only read."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from timeline_app.storage.carving import rows_in
from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.connection import FAULTS, connect
from timeline_app.storage.copying import PrivateCopy
from timeline_app.storage.dossier_file import Contents
from timeline_app.storage.rows import article_of, decision_of

T = TypeVar("T")

# With the number of the row itself, which SQLite keeps apart and writes as NULL.
_ARTICLE_VALUES = 10
_DECISION_VALUES = 7


def salvage(path: Path) -> Contents:
    """All articles and decisions of the file that can be read whole; empty when there is none."""
    with PrivateCopy(path) as copy:
        _play_back(copy.path)
        data = copy.path.read_bytes()
    articles: dict[int, Any] = {}
    log: dict[int, Any] = {}
    for number, (first, *values) in ((number, row) for number, row in rows_in(data) if row):
        if first is None and len(values) == _ARTICLE_VALUES - 1:
            _keep(articles, number, article_of, tuple(values))
        elif first is None and len(values) == _DECISION_VALUES - 1:
            _keep(log, number, decision_of, tuple(values))
    return Contents(tuple(articles[number] for number in sorted(articles)), tuple(log[number] for number in sorted(log)))


def _play_back(copy: Path) -> None:
    """Let SQLite undo what a dead program left half written, where it still can."""
    with contextlib.suppress(*FAULTS), contextlib.closing(connect(copy, write=True)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _keep(found: dict[int, T], number: int, read: Callable[[tuple[Any, ...]], T], row: tuple[Any, ...]) -> None:
    with contextlib.suppress(UnreadableError, UnicodeError, TypeError):
        found[number] = read(row)
