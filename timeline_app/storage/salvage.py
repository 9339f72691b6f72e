"""What can still be read of a damaged file? Row by row from a copy; the original is never touched."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.connection import FAULTS, connect
from timeline_app.storage.copying import PrivateCopy
from timeline_app.storage.dossier_file import Contents
from timeline_app.storage.rows import article_of, decision_of

T = TypeVar("T")

_ARTICLES = "SELECT position, id, sha256, path, title, outlet, encoding, published, sections, text FROM article"
_DECISIONS = "SELECT seq, id, at, undoes, redoes, act, crc32 FROM decision"
# A broken page holds some dozens of rows; more than this between two that can be read is not damage but chance.
_MOST_MISSING = 100_000
_HEADER = 100
_LARGEST = 1 << 32


def salvage(path: Path) -> Contents:
    """All articles and decisions of the file that can be read whole; empty when there is none."""
    with PrivateCopy(path) as copy:
        _stretch(copy.path)
        try:
            connection = connect(copy.path, write=True)
        except FAULTS:
            return Contents()
        try:
            return _contents(connection)
        finally:
            connection.close()


def _stretch(copy: Path) -> None:
    """Give a file that was cut off the length its header tells: SQLite reads nothing of one that is too short."""
    with copy.open("r+b") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER:
            return
        size = int.from_bytes(header[16:18], "big") * int.from_bytes(header[28:32], "big")
        if file.seek(0, 2) < size <= _LARGEST:
            file.truncate(size)


def _contents(connection: sqlite3.Connection) -> Contents:
    articles = _values(connection, _ARTICLES, "position", article_of)
    log = _values(connection, _DECISIONS, "seq", decision_of)
    return Contents(tuple(articles), tuple(log))


def _values(connection: sqlite3.Connection, query: str, key: str, read: Callable[[tuple[Any, ...]], T]) -> list[T]:
    rows: dict[int, tuple[Any, ...]] = {}
    # A broken page ends a walk; the walk from the other end reaches what lies behind it.
    for direction in ("ASC", "DESC"):
        with contextlib.suppress(*FAULTS):
            for number, *row in connection.execute(f"{query} ORDER BY {key} {direction}"):
                rows[number] = tuple(row)
    if rows:
        missing = (number for number in range(min(rows), max(rows)) if number not in rows)
        for number in islice(missing, _MOST_MISSING):
            with contextlib.suppress(*FAULTS):
                for _, *row in connection.execute(f"{query} WHERE {key} = ?", (number,)):
                    rows[number] = tuple(row)
    values = []
    for number in sorted(rows):
        with contextlib.suppress(UnreadableError, UnicodeError):
            values.append(read(rows[number]))
    return values
