"""Rows are found in the pages of a file, whatever has become of its trees."""

from __future__ import annotations

import sqlite3

import pytest

from tests.dossier.builder import ARTICLES, AT, article
from timeline_app.model import decision as d
from timeline_app.model.decision import Decision, EventRef
from timeline_app.storage.carving import page_size, rows_in
from timeline_app.storage.dossier_file import Contents, create
from timeline_app.storage.salvage import salvage

ROWS = [
    (1, None, 0, 1, -1),
    (2, "عنوان", 127, -128, 32767),
    (3, b"\x00\xff", 2**23 - 1, -(2**31), 2**47 - 1),
    (4, "طويل " * 4000, 2**63 - 1, -(2**63), 200),
    (5, "", b"", "x" * 4061, 7),
    (2**40, "آخر", 3, 4, 5),
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.timeline"


@pytest.mark.parametrize("size", [512, 4096, 65536 // 2])
def test_every_row_sqlite_wrote_is_read_as_it_was(path, size):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA page_size = {size}")
    connection.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, a, b, c, d)")
    connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?)", ROWS)
    connection.commit()
    connection.close()
    data = path.read_bytes()
    assert page_size(data) == size
    found = {number: row[1:] for number, row in rows_in(data) if len(row) == 5 and row[0] is None}
    assert found == {number: tuple(row) for number, *row in ROWS}


def test_no_bytes_end_in_a_crash():
    for data in (
        b"",
        b"\x0d" * 4096,
        b"\x0d\x00\x00\xff\xff" + b"\xff" * 5000,
        bytes(range(256)) * 64,
        b"\x0d" + b"\x00\x01" * 4096,
    ):
        assert isinstance(list(rows_in(data)), list)


@pytest.mark.parametrize("leads_to", [0, 1, 10**6, None])
def test_a_chain_of_pages_that_leads_astray_is_passed_over(path, leads_to):
    create(path, Contents((article("كلمة " * 9000),)))
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        if data[page * 4096] == 0 and data[page * 4096 + 3]:
            data[page * 4096 : page * 4096 + 4] = (page + 1 if leads_to is None else leads_to).to_bytes(4, "big")
    path.write_bytes(data)
    assert salvage(path) == Contents()


LOG = tuple(Decision(f"d{number}", AT, d.SetNote(EventRef("e1"), f"ملاحظة {number} " * 9)) for number in range(1, 301))


@pytest.mark.parametrize("name", ["sqlite_master", "article", "decision"])
def test_a_table_whose_root_is_gone_gives_up_its_rows(path, name):
    create(path, Contents((*ARTICLES, article("نص طويل " * 3000)), LOG))
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    connection.close()
    root = found[0] if found else 1
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(data)
    rescued = salvage(path)
    assert rescued.log == LOG
    assert len(rescued.articles) == (0 if name == "article" else 4)
