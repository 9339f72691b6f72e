"""What is a ``.timeline`` file made of? SQLite tables, one format number, and the way from each older format to this one.

Articles and decisions are precious and only ever added; the analysis can be made again; ``setting`` is how the dossier was
last looked at. Times are UTC, texts UTF-8, payloads JSON (``resources/schema/decision.schema.json``).
"""

from __future__ import annotations

import sqlite3

# "TmLn", at byte 68 of the file (https://www.sqlite.org/fileformat2.html#database_header).
APPLICATION_ID = 0x546D4C6E
FORMAT = 1

_FORMAT_1 = (
    """CREATE TABLE article (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  encoding TEXT NOT NULL,
  published TEXT NOT NULL,
  sections TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT""",
    """CREATE TABLE decision (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  undoes TEXT,
  redoes TEXT,
  act TEXT,
  crc32 INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE analysis (
  key TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  payload BLOB NOT NULL
) STRICT""",
    """CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN
  SELECT RAISE(ABORT, 'decisions are only ever added');
END""",
    """CREATE TRIGGER decision_stands BEFORE UPDATE ON decision BEGIN
  SELECT RAISE(ABORT, 'decisions are only ever added');
END""",
)

ARTICLES = "SELECT id, sha256, path, title, outlet, encoding, published, sections, text FROM article ORDER BY position"
ADD_ARTICLE = """INSERT OR IGNORE INTO article (id, sha256, path, title, outlet, encoding, published, sections, text)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
DECISIONS = "SELECT id, at, undoes, redoes, act, crc32 FROM decision ORDER BY seq"
ADD_DECISION = "INSERT INTO decision (id, at, undoes, redoes, act, crc32) VALUES (?, ?, ?, ?, ?, ?)"
ANALYSES = "SELECT key, version, payload FROM analysis ORDER BY rowid"
# A few are kept for going back and forth over a publication date without waiting.
FORGET_ANALYSES = "DELETE FROM analysis WHERE rowid NOT IN (SELECT rowid FROM analysis ORDER BY rowid DESC LIMIT 3)"
SETTINGS = "SELECT name, value FROM setting"

# From each format to the next; a file is carried through them in one transaction.
_FORWARD: dict[int, tuple[str, ...]] = {}


def make(connection: sqlite3.Connection, wanted: int | None = None) -> None:
    """Make the tables of an empty file, within the transaction that is open: of this format, or of the one ``wanted``."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _FORMAT_1:
        connection.execute(statement)
    connection.execute("PRAGMA user_version = 1")
    carry_forward(connection, 1, wanted)


def carry_forward(connection: sqlite3.Connection, found: int, wanted: int | None = None) -> None:
    """Bring a file of the format ``found`` to this one, within the transaction that is open."""
    for older in range(found, FORMAT if wanted is None else wanted):
        for statement in _FORWARD[older]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {older + 1}")


def is_ours(connection: sqlite3.Connection, found: int) -> bool:
    """Whether the file holds the tables and triggers of its format and no stranger's: those could do harm at each edit."""
    return _objects(connection) == _expected(found)


def _objects(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {(str(kind), str(name), " ".join(str(sql).split())) for kind, name, sql in rows if not _automatic(str(name))}


def _automatic(name: str) -> bool:
    return name.startswith("sqlite_autoindex_")


def _expected(found: int) -> set[tuple[str, str, str]]:
    connection = sqlite3.connect(":memory:")
    try:
        make(connection, found)
        return _objects(connection)
    finally:
        connection.close()
