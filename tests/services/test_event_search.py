"""Which events are meant by words, and which by a date?"""

from __future__ import annotations

from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Event, EventStatus
from timeline_app.services.event_search import EventSearch
from timeline_app.services.matching import terms_of


def search_in(*events):
    made = EventSearch()
    made.take({event.id: event for event in events})
    return made


def dated(name, first, last, title="لقاء", **more):
    return Event(name, title, (DateRange(first, last),), (), **more)


def test_events_that_touch_the_days_are_told_in_the_order_of_time():
    search = search_in(dated("late", 30, 40), dated("early", 5, 12), dated("after", 41, 41))
    assert [hit.event for hit in search.dated(DateRange(10, 35), 9)] == ["early", "late"]
    assert [hit.event for hit in search.dated(DateRange(10, 35), 1)] == ["early"]


def test_undated_and_rejected_events_are_on_no_day():
    search = search_in(Event("none", "لقاء", (), ()), dated("out", 1, 1, status=EventStatus.REJECTED))
    assert search.dated(DateRange(-10, 10), 9) == ()
    assert [hit.event for hit in search.titled([["لقاء"]], 9)] == ["none"]


def test_equal_titles_are_each_found():
    search = search_in(dated("a", 1, 1), dated("b", 2, 2), dated("c", 3, 3, "وداع"))
    assert [hit.event for hit in search.titled(terms_of("لقاء"), 9)] == ["a", "b"]


def test_no_events_are_no_harm():
    search = search_in()
    assert search.titled([["لقاء"]], 9) == ()
    assert search.dated(DateRange(1, 1), 9) == ()


def test_other_events_replace_those_of_before():
    search = search_in(dated("a", 1, 1))
    search.take({"b": dated("b", 2, 2)})
    assert [hit.event for hit in search.titled([["لقاء"]], 9)] == ["b"]
    assert [hit.event for hit in search.dated(DateRange(0, 9), 9)] == ["b"]
