"""Ranges of days have an order, with and without minutes, and a hull that never has half a time."""

from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Event
from timeline_app.model.expression import Expression, Reading, TimexType
from timeline_app.model.identity import EventId
from timeline_app.model.span import Span
from timeline_app.model.term import Term

DAY = DateRange(100, 100)
HOUR = DateRange(100, 100, Grain.MINUTE, first_minute=540, last_minute=600)
NEXT = DateRange(101, 101, Grain.MINUTE, first_minute=60, last_minute=60)


def test_a_day_and_an_hour_of_that_day_can_be_put_in_order():
    assert sorted([NEXT, HOUR, DAY]) == [DAY, HOUR, NEXT]
    assert max(DAY, HOUR) is HOUR
    assert sorted([HOUR, NEXT], reverse=True) == [NEXT, HOUR]


def test_the_hull_of_an_event_with_a_day_and_an_hour_of_that_day_is_the_day():
    hull = Event(EventId("e"), "", (HOUR, DAY), ()).hull
    assert (hull.first, hull.last, hull.first_minute, hull.last_minute) == (100, 100, None, None)


def test_the_hull_of_two_hours_runs_from_the_first_to_the_last():
    hull = Event(EventId("e"), "", (NEXT, HOUR), ()).hull
    assert (hull.first, hull.first_minute, hull.last, hull.last_minute) == (100, 540, 101, 60)


def test_the_hull_of_a_reading_with_a_day_and_an_hour_of_that_day_is_the_day():
    expression = Expression(Span(0, 4), "يوم", TimexType.DATE, Term(), "by-hand")
    hull = Reading(expression, "", (HOUR, DAY)).hull
    assert (hull.first, hull.last, hull.first_minute, hull.last_minute) == (100, 100, None, None)
