"""A dossier is exported as the editor left it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from timeline_app.__main__ import main
from timeline_app.model.decision import AcceptEvent, EventRef, RejectEvent, Rename
from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_text
from timeline_app.services.workspace import Workspace

ARTICLES = (
    read_text("انعقد المجلس الإداري للمؤسسة يوم 24 نونبر 2025 في الرباط."),
    read_text("افتتح وزير الثقافة معرض الكتاب يوم 3 ماي 2021 في الدار البيضاء."),
    read_text("اختتم مهرجان المسرح يوم 9 شتنبر 2019 في تطوان."),
)


@pytest.fixture
def dossier(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "ملف.timeline"
    work = Workspace.new(path, ARTICLES)
    work.set_analysis(analyse(work.inputs))
    last, middle, first = sorted(work.state.events, key=lambda name: work.state.events[name].hull, reverse=True)
    work.decide(RejectEvent(EventRef(first)))
    work.decide(AcceptEvent(EventRef(middle)))
    work.decide(Rename(EventRef(last), "=انعقاد"))
    work.close()
    return path


def test_decisions_are_in_the_table(dossier, tmp_path):
    assert main(["export", str(dossier), "--to", str(tmp_path / "out.csv")]) == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert [(row["begin"], row["status"]) for row in rows] == [("2021-05-03", "accepted"), ("2025-11-24", "proposed")]
    assert rows[1]["title"] == "'=انعقاد"


def test_decisions_are_in_the_json(dossier, tmp_path):
    assert main(["export", str(dossier), "--to", str(tmp_path / "out"), "--format", "json"]) == 0
    found = json.loads((tmp_path / "out").read_text("utf-8"))
    assert {event["begin"]: (event["status"], event["title"]) for event in found["events"]}["2025-11-24"] == (
        "proposed",
        "=انعقاد",
    )
    assert len(found["events"]) == 2


def test_an_export_does_not_touch_the_dossier_and_needs_no_other_window_closed(dossier, tmp_path):
    before = dossier.read_bytes()
    open_elsewhere = Workspace.open(dossier)
    try:
        assert main(["export", str(dossier), "--to", str(tmp_path / "out.csv")]) == 0
    finally:
        open_elsewhere.close()
    assert dossier.read_bytes() == before


def test_a_dossier_is_read_in_the_terminal_too(dossier, capsys):
    assert main(["extract", str(dossier)]) == 0
    out = capsys.readouterr().out
    assert "حدثان" in out
    assert "الاثنين 9 شتنبر 2019" not in out.split("\n")
    assert "الاثنين 3 ماي 2021" in out.split("\n")
