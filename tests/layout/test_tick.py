from __future__ import annotations

import itertools

import pytest

from tests.layout.conftest import PlainNames
from timeline_app.calendars.gregorian import day_of
from timeline_app.calendars.hijri import hijri_ymd
from timeline_app.layout.columns import columns
from timeline_app.layout.hijri_row import hijri_row
from timeline_app.layout.measure import Monospaced
from timeline_app.layout.scale import whole
from timeline_app.layout.tick import Label, axis
from timeline_app.layout.tick import apart as clear
from timeline_app.layout.unit import YEAR
from timeline_app.layout.warp import folded_warp, true_warp

MEASURE = Monospaced()


def true_scale(first, last, width=1000.0):
    return whole(true_warp(day_of(*first), day_of(*last)), width, rtl=True)


def folded():
    days = [day_of(1923), day_of(2007), day_of(2024, 11, 4), day_of(2025, 11, 24)]
    ends = [day_of(1924), day_of(2008), day_of(2024, 11, 8), day_of(2025, 11, 28)]
    return folded_warp(columns(days, ends, ["حدث"] * 4))


def apart(labels):
    return all(one.middle + one.width / 2 <= other.middle - other.width / 2 for one, other in itertools.pairwise(labels))


@pytest.mark.parametrize("days", [0.02, 0.3, 2.0, 20.0, 200.0, 3000.0, 40_000.0, 900_000.0])
def test_labels_of_a_row_stand_apart_and_in_view_from_minutes_to_millennia(names, days):
    scale = whole(true_warp(730_000.0, 730_000.0 + max(days, 1.0)), 1000.0, rtl=True).fitted(730_000.0, 730_000.0 + days)
    found = axis(scale, names, MEASURE)
    assert len(found.ticks) >= 2
    for row in (found.ticks, found.headings, hijri_row(scale, names.hijri, MEASURE)):
        assert apart(row)
        assert all(label.middle - label.width / 2 >= 0 and label.middle + label.width / 2 <= 1000 for label in row)


def test_a_year_is_named_in_its_middle(names):
    scale = true_scale((2000,), (2026,))
    middle = scale.along((day_of(2022) + day_of(2023)) / 2)
    label = min(axis(scale, names, MEASURE).ticks, key=lambda one: abs(one.middle - middle))
    assert label.text == str(day_of(2022) % 100)
    assert label.middle == pytest.approx(middle, abs=0.5)


def test_a_closed_break_is_marked_and_not_divided(names):
    scale = whole(folded(), 1000.0, rtl=True)
    found = axis(scale, names, MEASURE)
    assert len(found.breaks) == 3
    for start, end in found.breaks:
        assert not any(start < line < end for line in found.lines)


def test_an_open_break_is_divided_like_any_other_stretch(names):
    warp = folded()
    first, last = warp.breaks()[0]
    found = axis(whole(warp, 1000.0, rtl=True).fitted(first, last), names, MEASURE)
    assert not found.breaks
    assert len(found.lines) + len(found.notches) > 5


def test_ticks_close_to_each_other_are_notches_and_no_hairlines(names):
    close, wide = (axis(true_scale((2000,), (last,), width), names, MEASURE) for last, width in ((2040, 1600.0), (2012, 1000.0)))
    assert (len(close.lines), len(close.notches)) == (0, len(close.notches))
    assert close.notches
    assert wide.lines
    assert not wide.notches


def test_each_island_is_divided_as_it_deserves(names):
    found = axis(whole(folded(), 1400.0, rtl=True), names, MEASURE)
    units = {label.text.split()[0] for label in found.headings}
    assert {"day", "year"} <= units


def test_a_cut_year_beside_a_break_is_not_named(names):
    found = axis(whole(folded(), 1400.0, rtl=True), names, MEASURE)
    assert not any(str(day_of(1924)) in label.text for label in found.ticks)


def test_the_sticky_heading_stays_in_view_when_its_beginning_is_not(names):
    scale = true_scale((2025, 11, 10), (2025, 11, 20))
    heading = axis(scale, names, MEASURE).headings[0]
    assert heading.middle - heading.width / 2 < 20


def test_far_out_the_hijri_row_names_years_close_up_days(names):
    years = hijri_row(true_scale((1990,), (2020,)), names.hijri, MEASURE)
    days = hijri_row(true_scale((2025, 11, 10), (2025, 11, 20)), names.hijri, MEASURE)
    assert any(label.text.startswith("0 0 14") for label in years)
    assert any(not label.text.startswith("0 ") for label in days)


def test_a_hijri_day_stands_under_its_own_day(names):
    scale = true_scale((2025, 11, 20), (2025, 12, 2))
    for label in hijri_row(scale, names.hijri, MEASURE):
        day = hijri_ymd(int(scale.time_along(label.middle)))[2]
        assert label.text.split()[0] == str(day)


class UnitNames(PlainNames):
    """Ticks and headings that say no more than of which unit they are."""

    def tick(self, unit, time):
        return (unit.name,)

    def heading(self, unit, time):
        return (unit.name * 3,)


def single(days, width):
    return whole(folded_warp(columns(days, [day + 1 for day in days], ["حدث"] * len(days))), width, rtl=True)


def test_where_no_heading_would_say_the_year_of_a_day_the_year_stands_itself():
    days = [day_of(year, 5, 15) for year in range(1900, 2020, 12)]
    narrow, wide = (axis(single(days, width), UnitNames(), MEASURE) for width in (520.0, 8000.0))
    assert {label.text for label in narrow.ticks} == {"year"}
    assert not narrow.headings
    assert "hour" in {label.text for label in wide.ticks}
    assert wide.headings


def test_a_heading_that_a_break_parts_from_its_like_is_said_once():
    first = [day_of(year) for year in (1905, 1933, 1961, 1990)]
    scale = whole(folded_warp(columns(first, [day + 365 for day in first], ["حدث"] * 4)), 1200.0, rtl=True)
    found = axis(scale, UnitNames(), MEASURE)
    assert len(found.breaks) == 3
    assert [label.text for label in found.headings] == ["century" * 3]


def test_a_heading_makes_way_for_the_one_before_where_its_own_stretch_has_room():
    first, second = Label("يونيو 2025", 60.0, 100.0), Label("نونبر 2025", 165.0, 100.0, slack=80.0)
    kept = clear([first, second], 12.0, 400.0)
    assert [label.text for label in kept] == [first.text, second.text]
    assert kept[1].middle - 50.0 == kept[0].middle + 50.0 + 12.0
    assert clear([first, second._replace(slack=5.0)], 12.0, 400.0) == (first,)


def test_the_one_year_of_a_narrow_island_is_named_under_it(names):
    warp = folded_warp(columns([day_of(1923), day_of(2007)], [day_of(1924), day_of(2008)], ["حدث"] * 2))
    scale = whole(warp, 160.0, rtl=True)
    found = axis(scale, names, Monospaced(16.0)).ticks
    assert [label.text for label in found] == [names.tick(YEAR, float(day_of(year)))[-1] for year in (1923, 2007)]
    for label, year in zip(found, (1923, 2007), strict=True):
        assert float(scale.along(float(day_of(year)))) < label.middle < float(scale.along(float(day_of(year + 1))))
