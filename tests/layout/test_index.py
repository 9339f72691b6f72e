from __future__ import annotations

import numpy as np
import pytest

from timeline_app.layout.columns import columns
from timeline_app.layout.index import OVERFLOW, index


def test_what_is_visible_is_what_shares_time_with_the_view(scatter):
    made = scatter(3000)
    found = index(made, packed=True, tracks=6)
    for first, last in ((730_500.0, 730_520.0), (729_000.0, 740_000.0), (731_111.5, 731_111.6)):
        expected = np.flatnonzero((made.start <= last) & (made.end >= first))
        assert sorted(found.visible(first, last).tolist()) == expected.tolist()


def test_an_event_of_ten_thousand_days_is_seen_from_its_middle_among_thousands_of_short_ones(scatter):
    many = scatter(4000)
    made = columns([*many.start, 720_000.0], [*many.end, 740_000.0], [*many.titles, "عهد"])
    long = list(made.titles).index("عهد")
    assert long in index(made, packed=True, tracks=6).visible(731_000.0, 731_001.0)


def test_lanes_hold_their_own_events_in_order_of_time(scatter):
    made = scatter(500, lanes=4)
    found = index(made, packed=False, tracks=6)
    for number, lane in enumerate(found.lanes):
        assert (made.lane[lane.ids] == number).all()
        assert (np.diff(lane.start) >= 0).all()


def test_two_ranges_of_a_row_never_overlap(scatter):
    made = scatter(800)
    found = index(made, packed=True, tracks=6)
    ranges = np.flatnonzero(made.end - made.start > 1.5)
    for row in range(6):
        of_row = ranges[found.track[ranges] == row]
        assert (made.end[of_row][:-1] <= made.start[of_row][1:]).all()


def test_ranges_beyond_the_rows_are_marked(scatter):
    made = columns([0.0] * 5, [10.0] * 5, ["حدث"] * 5)
    assert sorted(index(made, packed=True, tracks=3).track.tolist()) == [0, 1, 2, OVERFLOW, OVERFLOW]


@pytest.mark.parametrize("count", [50, 900, 5000])
def test_the_weightiest_of_a_stretch_is_found(scatter, count):
    made = scatter(count)
    lane = index(made, packed=True, tracks=6).lanes[0]
    edges = np.array([made.start[0], 731_000.0, made.start[-1] + 1])
    for (number, best), (low, high) in zip(lane.weightiest(edges, 3), ((edges[0], edges[1]), (edges[1], edges[2])), strict=True):
        inside = np.flatnonzero((made.start >= low) & (made.start < high))
        assert number == len(inside)
        if number <= 1024:
            assert int(inside[made.weight[inside].argmax()]) in best


@pytest.mark.parametrize("step", [1.0, 7.0, 41.0])
def test_of_events_that_weigh_alike_the_weightiest_are_spread_over_the_stretch(step):
    start = 731_000.0 + np.arange(600) * step
    lane = index(columns(start, start + 1, ["حدث"] * 600), packed=True, tracks=6).lanes[0]
    _, best = lane.weightiest(start[[100, 220]], 5)[0]
    gaps = np.diff(np.sort([100, *best, 220]))
    assert gaps.max() < 60
