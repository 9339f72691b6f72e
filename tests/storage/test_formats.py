"""Dossiers of every older format open, and go on in this one."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from timeline_app.dossier.fold import fold
from timeline_app.model import decision as d
from timeline_app.model.analysis import Analysis
from timeline_app.model.problem import Problem
from timeline_app.storage import schema
from timeline_app.storage.dossier_file import DossierFile

FILES = Path(__file__).parents[1] / "files"
FORMATS = range(1, schema.FORMAT + 1)


@pytest.fixture
def old(tmp_path, request):
    return Path(shutil.copy(FILES / f"format-{request.param}.timeline", tmp_path / "old.timeline"))


def format_in(path) -> int:
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


@pytest.mark.parametrize("old", FORMATS, indirect=True)
def test_a_dossier_of_each_format_opens_with_all_that_was_decided_in_it(old):
    file = DossierFile(old)
    found = file.read()
    file.close()
    assert format_in(old) == schema.FORMAT
    assert [a.path for a in found.articles] == ["opening.txt", "report.txt", "recall.txt"]
    assert len(found.log) == 24
    assert {type(entry.act) for entry in found.log if entry.act} == set(d.Act.__args__)
    assert found.settings == {"view": "1923/2025"}
    state = fold(Analysis("none", found.articles), found.articles, found.log)
    assert state.lost == ()
    titles = {event.title for event in state.events.values()}
    assert {"الدورة الثالثة والتسعون", "حضور الجمهور"} <= titles


def test_every_format_has_its_dossier():
    assert [path.name for path in sorted(FILES.glob("*.timeline"))] == [f"format-{number}.timeline" for number in FORMATS]


@pytest.fixture
def next_format(monkeypatch):
    """As if a later program had one format more."""
    monkeypatch.setattr(schema, "FORMAT", schema.FORMAT + 1)
    monkeypatch.setitem(schema._FORWARD, schema.FORMAT - 1, ("ALTER TABLE article ADD COLUMN remark TEXT NOT NULL DEFAULT ''",))


def columns_of(path) -> list[str]:
    connection = sqlite3.connect(path)
    names = [row[1] for row in connection.execute("PRAGMA table_info(article)")]
    connection.close()
    return names


@pytest.mark.parametrize("old", [schema.FORMAT], indirect=True)
@pytest.mark.usefixtures("next_format")
def test_an_older_file_is_carried_forward_once_and_stays_open_to_decisions(old):
    for _ in range(2):
        file = DossierFile(old)
        assert len(file.read().log) == 24
        file.close()
    assert format_in(old) == schema.FORMAT
    assert columns_of(old)[-1] == "remark"


@pytest.mark.parametrize("old", [schema.FORMAT], indirect=True)
@pytest.mark.usefixtures("next_format")
def test_an_older_file_that_may_only_be_read_is_carried_forward_in_a_copy(old):
    before = old.read_bytes()
    file = DossierFile(old, write=False)
    assert len(file.read().log) == 24
    file.close()
    assert old.read_bytes() == before


@pytest.mark.parametrize("old", [schema.FORMAT], indirect=True)
def test_a_way_forward_that_fails_leaves_the_old_file_as_it_was(old, monkeypatch):
    monkeypatch.setattr(schema, "FORMAT", schema.FORMAT + 1)
    broken = ("ALTER TABLE article ADD COLUMN remark TEXT", "ALTER TABLE nothing ADD COLUMN remark TEXT")
    monkeypatch.setitem(schema._FORWARD, schema.FORMAT - 1, broken)
    before = old.read_bytes()
    with pytest.raises(Problem):
        DossierFile(old)
    assert old.read_bytes() == before
