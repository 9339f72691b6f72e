from __future__ import annotations

import random
from dataclasses import fields

import numpy as np
import pytest

from tests.ui.lot import done, workspace
from timeline_app.layout.columns import Columns, Extras
from timeline_app.model import decision as d
from timeline_app.ui.index import Index
from timeline_app.ui.timeline.binding import DossierWords, Names, bound
from timeline_app.ui.timeline.following import Following
from timeline_app.wording import Wording

WORDING = Wording()


def same(one, other):
    for field in fields(Columns):
        here, there = getattr(one.columns, field.name), getattr(other.columns, field.name)
        if field.name == "extras":
            for part in fields(Extras):
                assert np.array_equal(getattr(here, part.name), getattr(there, part.name)), part.name
        elif isinstance(here, np.ndarray):
            assert np.array_equal(here, there), field.name
            assert here.dtype == there.dtype
        else:
            assert list(here) == list(there), field.name
    assert one.ids == other.ids
    assert one.keys == other.keys


@pytest.mark.parametrize("lanes", ["packed", "kind", "place", "source"])
@pytest.mark.parametrize("seed", range(3))
def test_after_any_decisions_the_columns_are_those_made_from_scratch(lanes, seed):
    chance = random.Random(seed)
    work, index, following, moved = workspace(chance), Index(), Following(), 0
    index.update(work.state, whole=True)
    following.columns(work.state, WORDING, lanes=lanes, change=None)
    for _ in range(120):
        told = done(work, chance)
        change = index.update(work.state, told, whole=told is not None and told.whole)
        moved += not change.whole
        same(following.columns(work.state, WORDING, lanes=lanes, change=change), bound(work.state, WORDING, lanes=lanes))
    assert moved > 100


@pytest.mark.parametrize("seed", range(3))
def test_after_any_decisions_the_words_and_the_places_are_those_made_from_scratch(seed):
    chance = random.Random(seed)
    work, words = workspace(chance), None
    for _ in range(60):
        done(work, chance)
        found = bound(work.state, WORDING)
        words, anew = DossierWords(found, work.state, WORDING, like=words), DossierWords(found, work.state, WORDING)
        assert [words(place) for place in range(len(found.ids))] == [anew(place) for place in range(len(found.ids))]
        names = Names(found, work.state)
        assert [names.index(name) for name in found.ids] == [*range(len(found.ids))]
        for name in work.state.events.keys() - {*found.ids}:
            with pytest.raises(ValueError, match=f"{name}|not in tuple"):
                names.index(name)


def test_what_did_not_change_is_not_worded_again(monkeypatch):
    work, worded = workspace(random.Random(1)), []
    found = bound(work.state, WORDING)
    before = DossierWords(found, work.state, WORDING)
    [before(place) for place in range(len(found.ids))]
    renamed = found.ids[4]
    work.decide(d.Rename(d.EventRef(renamed), "عنوان آخر"))
    found = bound(work.state, WORDING)
    now = DossierWords(found, work.state, WORDING, like=before)
    monkeypatch.setattr(DossierWords, "date", lambda _words, place: worded.append(found.ids[place]) or "")
    [now(place) for place in range(len(found.ids))]
    assert worded == [renamed]


def test_where_much_changed_the_columns_are_made_from_scratch(monkeypatch):
    monkeypatch.setattr("timeline_app.ui.timeline.following._MANY", 0)
    work, following, index = workspace(random.Random(1)), Following(), Index()
    index.update(work.state, whole=True)
    before = following.columns(work.state, WORDING, lanes="place", change=None).columns
    change = index.update(work.state, work.decide(d.Rename(d.EventRef("e4"), "عنوان آخر")))
    found = following.columns(work.state, WORDING, lanes="place", change=change)
    assert found.columns.start is not before.start
    same(found, bound(work.state, WORDING, lanes="place"))


def test_a_new_title_leaves_every_array_as_it_is():
    work, following, index = workspace(random.Random(1)), Following(), Index()
    index.update(work.state, whole=True)
    before = following.columns(work.state, WORDING, lanes="place", change=None).columns
    change = index.update(work.state, work.decide(d.Rename(d.EventRef("e4"), "عنوان آخر")))
    after = following.columns(work.state, WORDING, lanes="place", change=change).columns
    assert "عنوان آخر" in after.titles
    assert all(getattr(before, name) is getattr(after, name) for name in ("start", "end", "lane", "weight", "sources"))
