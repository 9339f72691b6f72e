"""How is the file opened safely, and what is said when the disk, the folder or the file itself will not do?"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from timeline_app.model.problem import Problem
from timeline_app.storage import schema

MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_VERSION_AT, _APPLICATION_AT = 60, 68
# What reading a file may raise; a torn schema brings a message that is no text (seen with 3.40 on Python 3.11).
FAULTS = (sqlite3.Error, UnicodeDecodeError, OverflowError)
_BUSY_MS = 3000
_LARGEST_VALUE = 1 << 29
_NEARLY_FULL = 1 << 20

_PRAGMAS = (
    # A copy made by hand of the open file is whole in this mode, and none of it in WAL.
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    # The file may come from anyone: its schema may call nothing but plain functions.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = OFF",
)


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to a file that exists, which will not reach for any other file."""
    mode = "rw" if write else "ro"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_MS / 1000)
    for pragma in _PRAGMAS if write else _PRAGMAS[2:]:
        connection.execute(pragma)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    return connection


def format_of(path: Path) -> int:
    """The format number in the file's header; Problem when it is no dossier, one of a newer program, or not there."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError as wrong:
        raise Problem("file-missing", path=str(path)) from wrong
    except IsADirectoryError as wrong:
        raise Problem("not-a-dossier", path=str(path)) from wrong
    except OSError as wrong:
        raise Problem("file-unreadable", path=str(path), reason=wrong.strerror or "") from wrong
    if not header.startswith(MAGIC) or _number(header, _APPLICATION_AT) != schema.APPLICATION_ID:
        raise Problem("not-a-dossier", path=str(path))
    found = _number(header, _VERSION_AT)
    if found > schema.FORMAT:
        raise Problem("dossier-newer", path=str(path), found=found, known=schema.FORMAT)
    return found


def has_journal(path: Path) -> bool:
    """Whether a program died, or is just now writing, with changes that are not all in the file."""
    journal = Path(f"{path}-journal")
    return journal.exists() and journal.stat().st_size > 0


@contextmanager
def problems(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what an editor can act upon."""
    try:
        yield
    except FAULTS as wrong:
        raise Problem(_code_of(wrong, path), path=str(path)) from wrong


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; when the block is left the change is on the disk."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")


def _code_of(wrong: Exception, path: Path) -> str:
    primary = getattr(wrong, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return "dossier-locked"
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}:
        return "read-only"
    if primary == sqlite3.SQLITE_FULL:
        return "disk-full"
    if primary == sqlite3.SQLITE_IOERR:
        return "disk-full" if _free(path) < _NEARLY_FULL else "disk-failed"
    return "dossier-damaged"


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return _NEARLY_FULL
