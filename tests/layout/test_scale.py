from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.layout.scale import CLOSEST, KEPT, whole
from timeline_app.layout.warp import true_warp

WARP = true_warp(0.0, 1000.0)


def test_right_to_left_puts_the_past_at_the_right():
    scale = whole(WARP, 800.0, rtl=True)
    assert scale.x_of(0.0) == 800.0
    assert scale.x_of(1000.0) == 0.0


def test_left_to_right_puts_the_past_at_the_left():
    assert whole(WARP, 800.0, rtl=False).x_of(0.0) == 0.0


def test_panning_to_the_right_shows_later_in_right_to_left_and_earlier_in_left_to_right():
    assert whole(WARP, 800.0, rtl=True).panned(80.0).last > 1000.0
    assert whole(WARP, 800.0, rtl=False).panned(80.0).first < 0.0


def test_zooming_in_ends_at_a_minute_in_24_pixels():
    scale = whole(WARP, 800.0, rtl=True)
    for _ in range(200):
        scale = scale.zoomed(2.0, 400.0)
    assert scale.pixels_a_day(500.0) == pytest.approx(CLOSEST)


def test_zooming_out_ends_at_twelve_thousand_years():
    scale = whole(WARP, 800.0, rtl=True)
    for _ in range(200):
        scale = scale.zoomed(0.5, 400.0)
    assert (scale.last - scale.first) / 366 == pytest.approx(12_000, rel=0.01)


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("step", [5000.0, -5000.0, 37.0, -37.0])
def test_panning_never_loses_the_events(step, rtl):
    scale = whole(WARP, 800.0, rtl=rtl).zoomed(3.0, 400.0)
    for _ in range(200):
        scale = scale.panned(step)
    seen = min(float(scale.along(1000.0)), 800.0) - max(float(scale.along(0.0)), 0.0)
    assert seen == pytest.approx(KEPT)


def test_a_view_beyond_the_events_is_not_pulled_back_at_once_but_goes_no_farther():
    far = replace(whole(WARP, 800.0, rtl=True), origin=5000.0)
    assert far.panned(20.0).origin == far.origin
    assert far.panned(-20.0).x_of(0.0) == pytest.approx(far.x_of(0.0) - 20.0)


def test_fitting_leaves_the_pixels_asked_for():
    scale = whole(WARP, 800.0, rtl=True).fitted(100.0, 300.0, before=50.0, after=150.0)
    assert scale.along(100.0) == pytest.approx(50.0)
    assert scale.along(300.0) == pytest.approx(650.0)


def test_a_moment_is_fitted_at_the_closest_zoom_in_the_middle():
    scale = whole(WARP, 800.0, rtl=True).fitted(500.0, 500.0)
    assert scale.x_of(500.0) == pytest.approx(400.0)


def test_resizing_keeps_the_stretch_of_time():
    scale = whole(WARP, 800.0, rtl=True).zoomed(3.0, 200.0)
    wider = scale.resized(1200.0)
    assert (wider.first, wider.last) == pytest.approx((scale.first, scale.last))


def test_the_way_between_two_views_begins_and_ends_at_them():
    one = whole(WARP, 800.0, rtl=True)
    other = one.zoomed(8.0, 100.0).panned(333.0)
    assert one.between(other, 0.0).first == pytest.approx(one.first)
    assert one.between(other, 1.0).first == pytest.approx(other.first)


def test_on_the_way_of_a_zoom_the_point_under_the_pointer_stands_still():
    one = whole(WARP, 800.0, rtl=True)
    other = one.zoomed(8.0, 123.0)
    time = one.time_at(123.0)
    assert one.between(other, 0.4).x_of(time) == pytest.approx(123.0)
