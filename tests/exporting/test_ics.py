"""A calendar program reads every entry, and no vague day pretends to be certain."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from tests.exporting.sample import NOW, chronicle, event
from timeline_app.calendars.gregorian import day_of, month_range, year_range
from timeline_app.exporting.ics import written
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.event import Modality
from timeline_app.wording import Wording

VAGUE = (year_range(1923), month_range(2024, 11), DateRange(1000, 1000, certainty=Certainty.APPROXIMATE))


def entries(*events):
    made = written(chronicle(*events), Wording())
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    return Calendar.from_ical(made).walk("VEVENT")


def test_days_end_on_the_day_after_the_last():
    (entry,) = entries(event(place="مراكش", kind="session"))
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2025, 11, 24), date(2025, 11, 28))
    assert (str(entry["summary"]), str(entry["location"])) == ("انعقاد المجلس", "مراكش")
    assert entry.decoded("dtstamp") == NOW
    assert str(entry["status"]) == "CONFIRMED"
    assert "انعقد المجلس" in str(entry["description"])


def test_a_time_of_day_is_a_moment():
    (entry,) = entries(event(dates=(DateRange(739_000, 739_000, Grain.MINUTE, first_minute=605, last_minute=665),)))
    start, end = entry.decoded("dtstart"), entry.decoded("dtend")
    assert (start.date(), start.hour, start.minute) == (date.fromordinal(739_000), 10, 5)
    assert end - start == timedelta(hours=1)
    assert start.tzinfo is None


@pytest.mark.parametrize("dates", VAGUE)
def test_what_is_vague_is_tentative_and_says_what_was_meant(dates):
    (entry,) = entries(event(dates=(dates,)))
    assert str(entry["status"]) == "TENTATIVE"
    assert str(entry["x-edtf"]).rstrip("~") in {"1923", "2024-11", "0003-09-27"}


def test_what_is_called_off_is_cancelled_and_what_is_to_come_is_tentative():
    called_off, to_come = entries(event(id="a", modality=Modality.CANCELLED), event(id="b", modality=Modality.ANNOUNCED))
    assert (str(called_off["status"]), str(to_come["status"])) == ("CANCELLED", "TENTATIVE")


def test_years_that_a_calendar_cannot_write_and_undated_events_are_left_out():
    last = day_of(9999, 12, 31)
    without = ((year_range(-330),), (), (DateRange(last, last),))
    assert entries(*(event(id=str(n), dates=dates) for n, dates in enumerate(without))) == []


def test_an_event_keeps_its_name_from_one_export_to_the_next():
    one, other = entries(event(id="a"), event(id="b"))
    assert str(one["uid"]) != str(other["uid"])
    assert str(entries(event("آخر", id="a"))[0]["uid"]) == str(one["uid"])
