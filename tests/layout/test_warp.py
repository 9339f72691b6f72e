from __future__ import annotations

import itertools

import numpy as np
import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import Extras, columns
from timeline_app.layout.warp import folded_warp, true_warp


def given(*ranges, **rest):
    return columns([first for first, _ in ranges], [last for _, last in ranges], ["حدث"] * len(ranges), **rest)


def year(number):
    return day_of(number), day_of(number + 1)


def day(*date):
    return day_of(*date), day_of(*date) + 1


SESSIONS = (
    year(1923),
    year(2007),
    (day_of(2024, 11, 4), day_of(2024, 11, 8)),
    day(2024, 11, 7),
    (day_of(2025, 11, 24), day_of(2025, 11, 28)),
)


def test_a_century_of_empty_years_folds_around_what_happened():
    assert len(folded_warp(given(*SESSIONS)).breaks()) == 3


def test_breaks_lie_where_nothing_happened():
    found = given(*SESSIONS)
    for first, last in folded_warp(found).breaks():
        assert not ((found.start < last) & (found.end > first)).any()


def test_a_day_in_an_island_gets_more_room_than_a_year_in_a_break():
    warp = folded_warp(given(*SESSIONS))
    assert warp.rate_at(day_of(2025, 11, 25)) > 300 * warp.rate_at(day_of(1960))


def test_events_all_through_the_span_do_not_fold():
    months = [(day_of(2020 + k // 12, k % 12 + 1), day_of(2020 + k // 12, k % 12 + 1) + 20) for k in range(60)]
    assert not folded_warp(given(*months)).breaks()


def test_scattered_days_without_a_long_gap_do_not_fold():
    days = [(day_of(2020) + 7 * k, day_of(2020) + 7 * k + 1) for k in range(200)]
    assert not folded_warp(given(*days)).breaks()


def test_a_year_that_holds_events_leaves_the_room_to_them():
    warp = folded_warp(given(year(2025), day(2025, 3, 2), day(2025, 11, 24)))
    assert warp.breaks()
    assert warp.rate_at(day_of(2025, 3, 2) + 0.5) > 20 * warp.rate_at(day_of(2025, 7, 1))


def test_a_ghost_gets_room_where_the_other_source_puts_it():
    first, last = (np.array([float(time)]) for time in day(2025, 6, 24))
    ghost = Extras(np.array([4], np.int32), first, last, np.array([True]))
    warp = folded_warp(given(*SESSIONS, extras=ghost))
    assert not any(first < day_of(2025, 6, 24) + 0.5 < last for first, last in warp.breaks())


@pytest.mark.parametrize("ranges", [(), (day(2025, 1, 1),), (day(2025, 1, 1), day(2025, 1, 1))])
def test_few_events_or_none_have_a_warp(ranges):
    warp = folded_warp(given(*ranges))
    assert warp.length_at(warp.times[-1]) > warp.length_at(warp.times[0])


def test_true_proportion_has_one_rate_inside_and_outside():
    warp = true_warp(0.0, 1000.0)
    assert warp.rate_at(-5000.0) == pytest.approx(warp.rate_at(500.0)) == pytest.approx(warp.rate_at(9000.0))


def test_stretches_cover_the_view_without_gaps():
    warp = folded_warp(given(*SESSIONS))
    found = warp.stretches(day_of(1900), day_of(2030))
    assert found[0].start == day_of(1900)
    assert found[-1].end == day_of(2030)
    assert all(one.end == other.start for one, other in itertools.pairwise(found))


def test_stretches_of_one_rate_are_one():
    assert len(true_warp(0.0, 1000.0).stretches(-500.0, 1500.0)) == 1


@pytest.mark.parametrize(("filled", "folds"), [(0.05, True), (0.095, True), (0.15, False), (0.6, False)])
def test_time_folds_where_events_fill_less_than_a_tenth_of_their_span(filled, folds):
    span, pieces = 40_000, 4
    long = int(span * filled / pieces)
    step = (span - long) // (pieces - 1)
    found = given(*((730_000 + k * step, 730_000 + k * step + long) for k in range(pieces)))
    assert bool(folded_warp(found).breaks()) == folds
