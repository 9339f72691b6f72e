"""Events wait in their pieces until somebody looks at them, and their outline is there before."""

from __future__ import annotations

import json
import pickle
import random
from dataclasses import replace

import pytest

from tests.ui.lot import workspace
from timeline_app.model.analysis import Analysis
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.event import Event
from timeline_app.model.outline import DENSE, Outline, outline_of
from timeline_app.storage import outlines
from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.later import EVENTS_A_PIECE, Shelf
from timeline_app.storage.payload import analysis_of, analysis_payload
from timeline_app.storage.pieces import pack
from timeline_app.storage.steps import at_once

TIMED = DateRange(5, 6, Grain.MINUTE, Certainty.APPROXIMATE, 60, 61)
SINCE = DateRange(9, 9, Grain.YEAR, Certainty.INFERRED, open_start=True, open_end=True)


def found() -> Analysis:
    given = workspace(random.Random(3)).state.analysis
    more = (Event("timed", "ساعة", (TIMED,), ()), Event("since", "", (SINCE,), ()), Event("undated", "", (), ()))
    moved = replace(given.events[0], id="moved", dates=(DateRange(1, 1),), contradictions=())
    return replace(given, events=(*given.events, *more, moved))


def back(given: Analysis) -> Analysis:
    return analysis_of(analysis_payload(given), given.articles)


def test_no_event_is_read_before_it_is_looked_at_and_then_it_is_always_the_same():
    given = found()
    shelf = back(given).events
    first, last = given.events[0].id, given.events[-1].id
    assert shelf.by_id.peek(first) is shelf.by_id.peek(last) is shelf
    assert shelf.by_id.peek("nobody") is None
    assert shelf.by_id[first] == given.events[0]
    assert shelf.by_id[first] is shelf[0] is shelf.by_id.peek(first)
    assert shelf.by_id.peek(last) is shelf


def test_the_events_of_a_file_are_those_that_were_written():
    given = found()
    shelf = back(given).events
    assert len(given.events) % EVENTS_A_PIECE
    assert given.events == shelf == back(replace(given, events=shelf)).events
    assert (shelf[-1], shelf[1:3]) == (given.events[-1], given.events[1:3])
    assert dict(shelf.by_id) == {event.id: event for event in given.events}
    shelf.by_id.everything().clear()
    assert shelf.by_id.everything() == dict(shelf.by_id)
    assert pickle.loads(pickle.dumps(shelf)) == given.events
    with pytest.raises(IndexError):
        shelf[len(shelf)]


def test_their_outline_is_the_one_that_is_made_from_them():
    given = found()
    made = outline_of(given.events)
    assert made.minutes == {"timed": (60, 61)}
    assert made.parts
    assert made.elsewhere.keys() == {"moved"}
    assert made.contradictions
    assert back(given).events.outline == made


def test_an_analysis_is_written_again_without_reading_its_events(monkeypatch):
    given = found()
    half_read = back(given)
    monkeypatch.setattr(Shelf, "_read", None)
    assert analysis_payload(half_read) == analysis_payload(given)


def test_reading_all_events_takes_many_short_steps():
    shelf = back(found()).events
    assert sum(1 for _ in shelf.reading()) == len(shelf.pieces) > 1
    assert all(shelf.by_id.peek(name) is not shelf for name in shelf.outline.ids)


def test_of_an_event_that_a_stranger_wrote_there_is_only_its_outline():
    given = found()
    known = outline_of(given.events)
    swapped = pack(json.dumps([]))
    for piece in (b"nothing", swapped, pack("5"), pack("[[1]]")):
        shelf = Shelf(known, (piece,) * len(back(given).events.pieces))
        shown = {event.id: event for event in shelf}
        assert [event.id for event in shelf] == known.ids
        assert all(shown[event.id].dates == event.dates for event in given.events if event.id not in {"timed", "since"})
        assert not any(event.mentions for event in shelf)


def test_pieces_for_more_or_fewer_events_than_the_outline_has_are_refused():
    with pytest.raises(UnreadableError):
        Shelf(outline_of(found().events), (pack("[]"),))


def parts(**changes) -> list:
    """The written outline of two events, with some of it altered."""
    events = (Event("a", "أ", (DateRange(1, 2),), ()), Event("b", "ب", (TIMED, SINCE), ()))
    [[dense, sparse]] = json.loads(json.dumps(list(outlines.parts_of(outline_of(events), []))))
    return [[{k: changes.get(k, v) for k, v in half.items() if changes.get(k, v) is not None} for half in (dense, sparse)]]


def test_an_outline_comes_back_as_it_was():
    read = at_once(outlines.joined(parts(), []))
    assert (read.first, read.last, read.parts) == ([1, 5], [2, 9], {"b": (TIMED, SINCE)})
    assert at_once(outlines.joined([], [])) == Outline(**{name: [] for name in DENSE})


@pytest.mark.parametrize(
    "wrong",
    [
        {"titles": ["أ"]},
        {"titles": None},
        {"titles": ["أ", 5]},
        {"titles": "أب"},
        {"ids": ["a", "a"]},
        {"first": [True, 5]},
        {"first": [3, 5]},
        {"grain": [0, len(Grain)]},
        {"certainty": [-1, 0]},
        {"marks": [1, 999]},
        {"articles": [[], [7]]},
        {"minutes": {"a": [5, 24 * 60]}},
        {"minutes": {"a": [5]}},
        {"parts": {"a": [[2, 1]]}},
        {"contradictions": {"a": [5]}},
        {"elsewhere": []},
    ],
)
def test_columns_of_an_outline_that_make_no_sense_are_refused(wrong):
    with pytest.raises(UnreadableError):
        at_once(outlines.joined(parts(**wrong), []))
