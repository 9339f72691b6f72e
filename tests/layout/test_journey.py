from __future__ import annotations

from timeline_app.layout.journey import Journey


def test_back_and_forward_retrace_the_views():
    journey = Journey().went(0, 10).went(0, 5).went(2, 3)
    assert journey.back().here == (0, 5)
    assert journey.back().back().here == (0, 10)
    assert journey.back().forward().here == (2, 3)


def test_going_elsewhere_after_going_back_forgets_what_lay_forward():
    journey = Journey().went(0, 10).went(0, 5).back().went(7, 8)
    assert journey.forward().here == (7, 8)


def test_the_same_view_twice_is_one():
    assert len(Journey().went(0, 10).went(0.0001, 10.0001).views) == 1


def test_there_is_nothing_before_the_first_view():
    assert Journey().back().here is None
    assert Journey().went(0, 10).back().here == (0, 10)


def test_what_was_only_passed_through_is_not_kept():
    journey = Journey().went(0, 10).went(0, 9).went_on(0, 8).went_on(0, 7)
    assert journey.back().here == (0, 10)


def test_the_first_view_is_never_passed_over():
    assert Journey().went(0, 10).went_on(0, 5).back().here == (0, 10)
