"""The outline of all events as they stand, whatever was decided."""

from __future__ import annotations

import random

from tests.ui.lot import done, workspace
from timeline_app.dossier.survey import survey
from timeline_app.model.outline import SPARSE, outline_of
from timeline_app.services.workspace import Workspace
from timeline_app.storage.dossier_file import Contents, create
from timeline_app.storage.later import Shelf


def rows(outline) -> set:
    columns = zip(*(map(repr, getattr(outline, name)) for name in outline.__slots__ if name not in SPARSE), strict=True)
    return {*columns, *((name, repr(sorted(getattr(outline, name).items()))) for name in SPARSE)}


def test_after_any_decisions_it_is_the_one_made_from_the_events(tmp_path):
    chance, path = random.Random(5), tmp_path / "lot.timeline"
    given = workspace(chance).state.analysis
    create(path, Contents(given.articles, (), {"key": given}))
    work = Workspace.open(path)
    for _ in range(60):
        done(work, chance)
        assert rows(survey(work.state.events)) == rows(outline_of(work.state.events.values()))
    work.close()


def test_no_event_is_read_for_it_but_those_that_were_changed(tmp_path, monkeypatch):
    chance, path = random.Random(5), tmp_path / "lot.timeline"
    given = workspace(chance).state.analysis
    create(path, Contents(given.articles, (), {"key": given}))
    monkeypatch.setattr(Shelf, "_read", None)
    work = Workspace.open(path)
    assert survey(work.state.events) == outline_of(given.events)
    assert list(work.state.events) == [event.id for event in given.events]
    assert work.state.by_article
    work.close()
