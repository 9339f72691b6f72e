"""The laws of the one map between time and the screen."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from timeline_app.layout.columns import columns
from timeline_app.layout.scale import Scale, whole
from timeline_app.layout.warp import folded_warp, true_warp

DAYS = st.integers(-400_000, 900_000)


@st.composite
def warps(draw):
    days = draw(st.lists(st.tuples(DAYS, st.integers(1, 500)), min_size=1, max_size=30))
    made = columns([day for day, _ in days], [day + length for day, length in days], ["حدث"] * len(days))
    return draw(st.sampled_from([folded_warp(made), true_warp(*made.span)]))


@st.composite
def scales(draw):
    scale = whole(draw(warps()), draw(st.floats(200, 4000)), rtl=draw(st.booleans()))
    x = draw(st.floats(0, 1)) * scale.width
    return scale.zoomed(2.0 ** draw(st.floats(-3, 12)), x).panned(draw(st.floats(-3000, 3000)))


@given(warps())
def test_knots_increase_strictly(warp):
    assert (np.diff(warp.times) > 0).all()
    assert (np.diff(warp.lengths) > 0).all()


@given(warps(), st.lists(st.floats(-1e6, 2e6), min_size=2, max_size=50, unique=True))
def test_a_later_time_is_never_nearer_to_the_past(warp, times):
    lengths = warp.length_at(np.sort(np.array(times)))
    assert (np.diff(lengths) >= 0).all()


@given(warps(), st.floats(-1e6, 2e6))
def test_one_time_has_the_length_it_has_among_many(warp, time):
    (among,) = warp.length_at(np.array([time]))
    assert warp.length_at(time) == pytest.approx(among, rel=1e-12, abs=1e-12)
    (among,) = warp.time_at(np.array([among]))
    assert warp.time_at(warp.length_at(time)) == pytest.approx(among, rel=1e-9, abs=1e-6)


@given(warps(), st.floats(0, 1))
def test_between_two_knots_the_map_is_a_straight_line(warp, share):
    for (first, last), (low, high) in zip(pairwise(warp.times.tolist()), pairwise(warp.lengths.tolist()), strict=True):
        assert warp.length_at(first + (last - first) * share) == pytest.approx(low + (high - low) * share, rel=1e-6, abs=1e-9)


@given(warps(), st.floats(-1e6, 2e6), st.floats(1e-3, 1e5))
def test_no_stretch_of_time_is_without_room(warp, time, days):
    assert warp.length_at(time + days) > warp.length_at(time)


@given(warps(), st.floats(-1e6, 2e6))
def test_a_length_leads_back_to_its_time(warp, time):
    slack = 1e-6 + 1e-9 * abs(time)
    assert warp.time_at(warp.length_at(time)) == pytest.approx(time, abs=slack * max(1.0, 1.0 / warp.rate_at(time) / 1e4))


@given(scales(), st.floats(-0.5, 1.5))
def test_x_leads_back_to_x_through_time(scale, share):
    x = share * scale.width
    assert scale.x_of(scale.time_at(x)) == pytest.approx(x, abs=1e-3)


@given(scales(), st.floats(-5000, 5000))
def test_mirroring_twice_changes_nothing(scale, x):
    assert scale.mirror(scale.mirror(x)) == pytest.approx(x, abs=1e-9)


@given(scales(), st.floats(0, 1), st.floats(0, 1))
def test_right_to_left_is_the_mirror_image_of_left_to_right(scale, one, other):
    image = Scale(scale.warp, scale.origin, scale.zoom, scale.width, not scale.rtl)
    for share in (one, other):
        time = float(scale.time_along(share * scale.width))
        assert scale.x_of(time) + image.x_of(time) == pytest.approx(scale.width, abs=1e-3)


@given(scales(), st.floats(0, 1), st.floats(0.2, 5))
def test_zooming_keeps_the_time_under_the_pointer(scale, share, factor):
    x = share * scale.width
    zoomed = scale.zoomed(factor, x)
    before, after = scale.time_at(x), zoomed.time_at(x)
    assert scale.x_of(before) == pytest.approx(scale.x_of(after), abs=1e-3)


@given(scales(), st.floats(-800, 800))
def test_panning_moves_everything_by_the_same_pixels(scale, dx):
    moved = scale.panned(dx)
    by = (moved.origin - scale.origin) * scale.zoom * (1 if scale.rtl else -1)
    for share in (0.1, 0.5, 0.9):
        time = scale.time_at(share * scale.width)
        assert moved.x_of(time) == pytest.approx(share * scale.width + by, abs=1e-3)


@given(warps(), st.floats(300, 3000), st.booleans())
@settings(max_examples=60)
def test_zooming_into_a_break_opens_it_to_any_width(warp, width, rtl):
    assume(warp.breaks())
    first, last = warp.breaks()[0]
    scale = whole(warp, width, rtl=rtl).fitted(first, last)
    assert abs(scale.x_of(last) - scale.x_of(first)) == pytest.approx(width, rel=1e-6)
