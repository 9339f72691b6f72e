from __future__ import annotations

import numpy as np
import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import GRAINS, columns
from timeline_app.layout.mark import POINT
from timeline_app.layout.scene import Box
from timeline_app.model.daterange import Grain


def marks_of(board, made, scale=None):
    view = board(made)
    scene = view.scene(scale or view.whole.fitted(day_of(1990), day_of(2030)))
    return scene.marks, scene.scale


@pytest.mark.parametrize(
    ("first", "last", "grain"),
    [
        (day_of(2025, 11, 24), day_of(2025, 11, 28), Grain.DAY),
        (day_of(2025, 11), day_of(2025, 12), Grain.MONTH),
        (day_of(2007), day_of(2008), Grain.YEAR),
        (day_of(1990), day_of(2000), Grain.DECADE),
    ],
)
def test_what_lasted_is_drawn_as_wide_as_it_lasted(board, first, last, grain):
    made = columns([first], [last], ["حدث"], grain=[GRAINS.index(grain)])
    view = board(made)
    scale = view.whole.fitted(first - 20, last + 20)
    marks, _ = marks_of(board, made, scale)
    assert not marks.point[0]
    assert marks.right[0] - marks.left[0] == pytest.approx((last - first) * scale.pixels_a_day(first + 1.0), rel=0.01)


def test_a_day_is_a_point_in_its_middle(board):
    marks, scale = marks_of(board, columns([day_of(2010)], [day_of(2010) + 1], ["حدث"]))
    assert marks.point[0]
    assert (marks.left[0] + marks.right[0]) / 2 == pytest.approx(scale.x_of(day_of(2010) + 0.5))
    assert marks.right[0] - marks.left[0] == pytest.approx(2 * POINT)


def test_close_up_a_point_shows_how_long_its_day_is(board):
    made = columns([day_of(2010)], [day_of(2010) + 1], ["حدث"])
    scale = board(made).whole.fitted(day_of(2010) - 4.0, day_of(2010) + 5.0)
    marks, _ = marks_of(board, made, scale)
    left, _, right, _, _ = marks.spans[0].tolist()
    assert right - left == pytest.approx(scale.pixels_a_day(day_of(2010) + 0.5), abs=5)


def rows_of(made, scale):
    marks = made.scene(scale).marks
    return dict(zip(marks.event.tolist(), np.round(marks.bottom).tolist(), strict=True))


@pytest.mark.parametrize("packed", [True, False])
def test_bars_keep_their_rows_while_panning_and_zooming(board, scatter, packed):
    made = board(scatter(600, lanes=3), packed=packed, height=800)
    before = rows_of(made, made.whole.zoomed(4.0, 600.0))
    for scale in (made.whole.zoomed(4.0, 600.0).panned(211.0), made.whole.zoomed(9.0, 600.0), made.whole):
        after = rows_of(made, scale)
        shared = set(before) & set(after)
        assert shared
        assert {event: before[event] for event in shared} == {event: after[event] for event in shared}


@pytest.mark.parametrize("lanes", [3, 8])
def test_no_bar_stands_behind_a_chip(board, scatter, lanes):
    made = board(scatter(300, lanes=lanes), packed=False, height=520)
    for share in (1.0, 3.0, 9.0):
        scene = made.scene(made.whole.zoomed(share, 500.0))
        found = scene.marks
        rows = zip(found.left, found.right, found.top, found.bottom, strict=True)
        boxes = [Box(left, top, right - left, bottom - top) for left, right, top, bottom in rows]
        assert any(card.text.chip for card in scene.cards)
        assert not [card for card in scene.cards for box in boxes if card.box.height < 30 and card.box.meets(box)]
