from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from tests.ui import sample
from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import HUES, OPEN_END
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Event, EventStatus
from timeline_app.ui.timeline.binding import DossierWords, bound, times_of
from timeline_app.wording import Wording

WORDING = Wording()


def place(found, name):
    return found.ids.index(name)


def with_event(event):
    return DossierState(events=MappingProxyType({event.id: event}))


def test_the_events_come_in_order_of_time_with_their_ids():
    found = bound(sample.state(), WORDING)
    assert found.ids[:4] == ("founding", "session-76", "session-92", "election")


def test_a_rejected_event_and_one_without_dates_are_not_shown():
    state = sample.state()
    events = dict(state.events)
    events["founding"] = replace(events["founding"], status=EventStatus.REJECTED)
    events["session-76"] = replace(events["session-76"], dates=())
    found = bound(replace(state, events=MappingProxyType(events)), WORDING)
    assert not {"founding", "session-76"} & set(found.ids)


def test_the_hue_is_that_of_the_kind():
    found = bound(sample.state(), WORDING)
    assert HUES[found.columns.hue[place(found, "founding")]] == "ochre"
    assert HUES[found.columns.hue[place(found, "election")]] == "purple"


def test_sources_are_counted_by_article():
    found = bound(sample.state(), WORDING)
    assert found.columns.sources[place(found, "session-93")] == 4
    assert found.columns.sources[place(found, "election")] == 1


def test_a_mention_that_says_other_days_leaves_a_ghost():
    found = bound(sample.state(), WORDING)
    extras = found.columns.extras
    assert extras.ghost.tolist() == [True]
    assert extras.owner.tolist() == [place(found, "opening")]
    assert extras.start.tolist() == [day_of(2025, 6, 24)]


def test_a_list_of_days_is_drawn_day_by_day():
    days = tuple(DateRange(day_of(2020, 6, day), day_of(2020, 6, day)) for day in (7, 8, 12))
    extras = bound(with_event(Event("list", "مباريات", days, ())), WORDING).columns.extras
    assert extras.start.tolist() == [when.first for when in days]
    assert not extras.ghost.any()


@pytest.mark.parametrize(
    ("when", "times"),
    [
        (DateRange(10, 10), (10.0, 11.0)),
        (DateRange(10, 12), (10.0, 13.0)),
        (DateRange(10, 10, Grain.MINUTE, first_minute=720, last_minute=720), (10.5, 10.5)),
        (DateRange(10, 11, Grain.MINUTE, first_minute=360, last_minute=1080), (10.25, 11.75)),
    ],
)
def test_a_range_reaches_from_the_start_of_its_first_to_the_end_of_its_last_day(when, times):
    assert times_of(when) == times


def test_a_card_says_title_dates_sources_and_what_is_doubted():
    found = bound(sample.state(), WORDING)
    words = DossierWords(found, sample.state(), WORDING)
    opening, meeting = words(place(found, "opening")), words(place(found, "session-93"))
    assert (opening.date, opening.doubt) == ("الاثنين 24 نونبر 2025", "تاريخان")
    assert (meeting.count, meeting.doubt) == ("4", "رقمان")


def test_pointing_tells_who_reports_it():
    found = bound(sample.state(), WORDING)
    words = DossierWords(found, sample.state(), WORDING)
    titles = {article.title for article in sample.ARTICLES}
    assert len(set(words.details(place(found, "session-93"))) & titles) == 4


@pytest.mark.parametrize(("lanes", "name"), [("kind", "انعقاد"), ("place", "مراكش")])
def test_lanes_are_named_by_what_they_gather(lanes, name):
    found = bound(sample.state(), WORDING, lanes=lanes)
    lane = found.columns.lanes.index(name)
    assert found.columns.lane[place(found, "session-93")] == lane


def test_lanes_by_source_are_the_articles():
    names = bound(sample.state(), WORDING, lanes="source").columns.lanes
    assert set(names) <= {article.outlet or article.title for article in sample.ARTICLES}


def test_more_places_than_lanes_gather_in_the_last():
    when = (DateRange(10, 10),)
    events = {f"e{k}": Event(f"e{k}", "حدث", when, (), place=f"مدينة {k}") for k in range(40)}
    found = bound(DossierState(events=MappingProxyType(events)), WORDING, lanes="place")
    assert len(found.columns.lanes) == 12
    assert found.columns.lanes[-1] == "غير ذلك"
    assert found.columns.lane.max() == 11


def test_an_open_end_is_handed_on():
    since = (DateRange(day_of(2014), day_of(2014), open_end=True),)
    assert bound(with_event(Event("since", "منذ 2014", since, ())), WORDING).columns.openness.tolist() == [OPEN_END]
