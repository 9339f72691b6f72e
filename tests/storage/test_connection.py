"""How a file is opened: safely against the power, and against strangers."""

from __future__ import annotations

import sqlite3

import pytest

from tests.dossier.builder import ARTICLES
from timeline_app.storage import connection
from timeline_app.storage.dossier_file import Contents, create


@pytest.fixture
def path(tmp_path):
    here = tmp_path / "اسم غريب #? %20.timeline"
    create(here, Contents(ARTICLES))
    return here


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "delete"), ("synchronous", 2), ("trusted_schema", 0), ("cell_size_check", 1)],
)
def test_a_file_is_opened_with_every_safeguard(path, pragma, expected):
    opened = connection.connect(path, write=True)
    assert opened.execute(f"PRAGMA {pragma}").fetchone() == (expected,)
    opened.close()


def test_a_file_somebody_put_into_another_mode_is_put_back(path):
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.close()
    opened = connection.connect(path, write=True)
    assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    opened.close()


def test_a_file_opened_for_reading_cannot_be_written_and_none_is_made(path, tmp_path):
    opened = connection.connect(path, write=False)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        opened.execute("CREATE TABLE t (x)")
    opened.close()
    with pytest.raises(sqlite3.OperationalError):
        connection.connect(tmp_path / "none.timeline", write=True)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_BUSY, "dossier-locked"),
        (sqlite3.SQLITE_READONLY, "read-only"),
        (sqlite3.SQLITE_CANTOPEN, "read-only"),
        (sqlite3.SQLITE_FULL, "disk-full"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk-failed"),
        (sqlite3.SQLITE_CORRUPT, "dossier-damaged"),
        (sqlite3.SQLITE_NOTADB, "dossier-damaged"),
    ],
)
def test_what_sqlite_says_becomes_what_an_editor_can_act_upon(path, number, code):
    wrong = sqlite3.OperationalError("x")
    wrong.sqlite_errorcode = number
    with pytest.raises(connection.Problem) as caught, connection.problems(path):
        raise wrong
    assert caught.value.step.code == code
    assert dict(caught.value.step.arguments) == {"path": str(path)}


def test_an_error_of_the_disk_that_is_full_is_said_to_be_that(path, monkeypatch):
    monkeypatch.setattr(connection, "_free", lambda _: 0)
    wrong = sqlite3.OperationalError("x")
    wrong.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    with pytest.raises(connection.Problem) as caught, connection.problems(path):
        raise wrong
    assert caught.value.step.code == "disk-full"
