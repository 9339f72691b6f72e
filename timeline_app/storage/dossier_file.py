"""What is kept between two days of work? One ``.timeline`` file: read whole at opening, added to at each decision."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from threading import Thread

from timeline_app import __version__
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.decision import Decision
from timeline_app.model.problem import Problem
from timeline_app.storage import connection as opening
from timeline_app.storage import schema
from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.copying import PrivateCopy
from timeline_app.storage.lock import FileLock
from timeline_app.storage.payload import Packed, analysis_payload
from timeline_app.storage.rows import article_of, article_row, decision_of, decision_row


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a file holds. ``analyses`` are by their keys; ``outdated`` ones were made by another version of the program."""

    articles: tuple[Article, ...] = ()
    log: tuple[Decision, ...] = ()
    analyses: dict[str, Analysis] | Packed = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    outdated: frozenset[str] = frozenset()


class DossierFile:
    """An open dossier. What writes returns once the change is on the disk, or raises a Problem and changes nothing."""

    def __init__(self, path: Path, *, write: bool = True) -> None:
        """Open a dossier; Problem ``dossier-locked``, ``dossier-newer``, ``not-a-dossier``, ``dossier-damaged`` ..."""
        self.path = path
        # Whether decisions can be added: SQLite needs to write beside the file as well as in it.
        self.writable = write and os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
        self._connection: sqlite3.Connection | None = None
        self._copy: PrivateCopy | None = None
        self._lock: FileLock | None = None
        self._keeping: Thread | None = None
        found = opening.format_of(path)
        try:
            self._lock = FileLock(path) if self.writable else None
            with opening.problems(path):
                self._open(found)
        except BaseException:
            self.close()
            raise

    def read(self) -> Contents:
        """All that the file holds; Problem ``dossier-damaged`` when any article or decision cannot be read."""
        connection = self._connection
        assert connection is not None, "open"
        with opening.problems(self.path):
            articles = connection.execute(schema.ARTICLES).fetchall()
            decisions = connection.execute(schema.DECISIONS).fetchall()
            analyses = connection.execute(schema.ANALYSES).fetchall()
            settings = connection.execute(schema.SETTINGS).fetchall()
        try:
            texts = tuple(map(article_of, articles))
            log = tuple(map(decision_of, decisions))
        except UnreadableError as wrong:
            raise Problem("dossier-damaged", path=str(self.path)) from wrong
        outdated = frozenset(str(key) for key, made_by, _ in analyses if made_by != __version__)
        packed = Packed({str(key): payload for key, _, payload in analyses}, texts)
        return Contents(texts, log, packed, dict(settings), outdated)

    def append(self, decision: Decision) -> None:
        """Add one entry to the log."""
        with self._writing() as connection:
            insert_decisions(connection, [decision])

    def add_articles(self, articles: Iterable[Article]) -> None:
        """Add articles after those that are there; one that is there already stays as it is."""
        with self._writing() as connection:
            insert_articles(connection, articles)

    def keep_analysis(self, key: str, payload: bytes) -> None:
        """Keep an analysis, as ``analysis_payload`` packs it, under the key of what it was made from; forget the oldest ones."""
        with self._writing() as connection:
            insert_analysis(connection, key, payload)

    def keep_analysis_apart(self, key: str, payload: bytes) -> None:
        """The same in a thread, for a large one: the disk takes its time. ``close`` waits; on a full disk nothing is kept."""
        self._wait()
        self._keeping = Thread(target=self._keep_apart, args=(key, payload), daemon=True)
        self._keeping.start()

    def keep_setting(self, name: str, value: str) -> None:
        """Keep how the dossier is looked at."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Let go of the file; closing twice is harmless."""
        self._wait()
        if self._connection is not None:
            self._connection.close()
        if self._copy is not None:
            self._copy.close()
        if self._lock is not None:
            self._lock.release()

    def _wait(self) -> None:
        if self._keeping is not None:
            self._keeping.join()
            self._keeping = None

    def _keep_apart(self, key: str, payload: bytes) -> None:
        with contextlib.suppress(Problem), opening.problems(self.path):
            connection = opening.connect(self.path, write=True)
            try:
                with opening.transaction(connection):
                    insert_analysis(connection, key, payload)
            finally:
                connection.close()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if not self.writable or self._connection is None:
            raise Problem("read-only", path=str(self.path))
        with opening.problems(self.path), opening.transaction(self._connection):
            yield self._connection

    def _open(self, found: int) -> None:
        if not self.writable and (found < schema.FORMAT or opening.has_journal(self.path)):
            # What has to be played back or carried forward before it can be read is so in a copy.
            self._copy = PrivateCopy(self.path)
        path = self._copy.path if self._copy is not None else self.path
        may_write = self.writable or self._copy is not None
        self._connection = opening.connect(path, write=may_write)
        if not schema.is_ours(self._connection, found) or self._is_torn(self._connection):
            raise Problem("dossier-damaged", path=str(self.path))
        if found < schema.FORMAT:
            with opening.transaction(self._connection):
                schema.carry_forward(self._connection, found)

    def _is_torn(self, connection: sqlite3.Connection) -> bool:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",))


def create(path: Path, contents: Contents | None = None) -> None:
    """Make a dossier file holding ``contents``, in place of what is at ``path``: the whole of it or nothing."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        for left in path.parent.glob(f".{escape(path.name)}.*.new"):  # by a program that was killed
            left.unlink(missing_ok=True)
        draft.touch()
        _fill(draft, contents or Contents())
        draft.replace(path)
        _settle(path.parent)
    except OSError as wrong:
        raise Problem(_code_of(wrong), path=str(path)) from wrong
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def insert_articles(connection: sqlite3.Connection, articles: Iterable[Article]) -> None:
    """Add the rows of articles within the open transaction."""
    connection.executemany(schema.ADD_ARTICLE, map(article_row, articles))


def insert_decisions(connection: sqlite3.Connection, decisions: Iterable[Decision]) -> None:
    """Add the rows of decisions within the open transaction."""
    connection.executemany(schema.ADD_DECISION, map(decision_row, decisions))


def insert_analysis(connection: sqlite3.Connection, key: str, payload: bytes) -> None:
    """Keep the row of an analysis within the open transaction, with the few before it."""
    connection.execute("DELETE FROM analysis WHERE key = ?", (key,))
    connection.execute("INSERT INTO analysis VALUES (?, ?, ?)", (key, __version__, payload))
    connection.execute(schema.FORGET_ANALYSES)


def _fill(path: Path, contents: Contents) -> None:
    with opening.problems(path):
        connection = opening.connect(path, write=True)
        try:
            with opening.transaction(connection):
                schema.make(connection)
                insert_articles(connection, contents.articles)
                insert_decisions(connection, contents.log)
                for key, analysis in contents.analyses.items():
                    insert_analysis(connection, key, analysis_payload(analysis))
                connection.executemany("INSERT INTO setting VALUES (?, ?)", contents.settings.items())
        finally:
            connection.close()


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _code_of(wrong: OSError) -> str:
    if isinstance(wrong, FileNotFoundError):
        return "folder-missing"
    if isinstance(wrong, PermissionError) or wrong.errno == 30:
        return "read-only"
    return "disk-full" if wrong.errno in {27, 28, 122} else "disk-failed"
