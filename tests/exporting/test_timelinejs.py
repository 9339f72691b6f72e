"""TimelineJS finds what it needs, at the grain of the words, and nothing that runs."""

from __future__ import annotations

import json

import pytest

from tests.exporting.sample import DOUBT, HOSTILE, chronicle, event
from timeline_app.calendars.gregorian import century_range, day_of, month_range, year_range
from timeline_app.exporting.timelinejs import written
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.event import EventStatus
from timeline_app.wording import Wording


def slides(*events):
    return json.loads(written(chronicle(*events), Wording()))["events"]


def test_a_slide_has_its_date_its_words_and_a_name_that_stays():
    (slide,) = slides(event(id="abc", kind="session", place="مراكش"))
    assert slide["unique_id"] == "abc"
    assert (slide["start_date"], slide["end_date"]) == (
        {"year": 2025, "month": 11, "day": 24},
        {"year": 2025, "month": 11, "day": 27},
    )
    assert slide["display_date"] == "24–27 نونبر 2025"
    assert slide["group"] == "انعقاد"
    assert slide["text"]["headline"] == "انعقاد المجلس"
    for said in ('dir="rtl"', "مراكش", "<blockquote>&quot;انعقد المجلس", "خبر، وخبر"):
        assert said in slide["text"]["text"]


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        (year_range(1923), {"year": 1923}, None),
        (month_range(2024, 11), {"year": 2024, "month": 11}, None),
        (century_range(19), {"year": 1801}, {"year": 1900}),
        (year_range(-330), {"year": -330}, None),
        (
            DateRange(day_of(2024, 1, 1), day_of(2024, 1, 1), Grain.MINUTE, first_minute=605, last_minute=605),
            {"year": 2024, "month": 1, "day": 1, "hour": 10, "minute": 5},
            None,
        ),
    ],
)
def test_a_date_is_as_fine_as_the_words_and_an_end_like_the_start_is_not_said(dates, start, end):
    (slide,) = slides(event(dates=(dates,)))
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_what_is_inferred_or_contradicted_is_said_and_what_comes_from_outside_is_only_text():
    inferred = (DateRange(day_of(2025, 6, 24), day_of(2025, 6, 24), certainty=Certainty.INFERRED),)
    (slide,) = slides(event(HOSTILE, dates=inferred, contradictions=(DOUBT.id,), note=HOSTILE))
    assert slide["display_date"].endswith("مستنتج")
    assert "لا يوافق" in slide["text"]["text"]
    assert "<script" not in json.dumps(slide)


def test_undated_and_rejected_events_have_no_slide():
    assert slides(event(id="a", dates=()), event(id="b", status=EventStatus.REJECTED)) == []


def test_beyond_the_years_of_a_script_s_date_the_scale_is_cosmological():
    made = json.loads(written(chronicle(event(dates=(year_range(-300_000),))), Wording()))
    assert made["scale"] == "cosmological"
