from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np

from timeline_app.layout.columns import columns
from timeline_app.layout.density import NARROWEST, Silhouette
from timeline_app.layout.index import index

WIDE = 1200


def silhouette(made, packed=True):
    return Silhouette(index(made, packed=packed, tracks=6))


def profile(boxes):
    """How high the silhouette stands at every pixel."""
    ground = boxes[:, 3].max() + 1
    high = np.zeros(WIDE, np.int64)
    for left, top, right, _ in boxes.tolist():
        high[max(left, 0) : right + 1] = np.maximum(high[max(left, 0) : right + 1], ground - top)
    return high


def test_the_silhouette_stands_only_where_events_are(board, scatter):
    made = columns([730_000.0] * 50 + [732_000.0] * 50, [730_001.0] * 50 + [732_001.0] * 50, ["حدث"] * 100)
    view = board(made)
    scale = view.whole.fitted(729_000.0, 733_000.0)
    filled = np.flatnonzero(profile(silhouette(made).density(scale, view.frame, 40.0).boxes))
    assert len(filled) > 20
    for x in filled.tolist():
        time = scale.time_at(float(x))
        slack = abs(scale.time_at(x + 4 * NARROWEST) - time) + abs(scale.time_at(x - 4 * NARROWEST) - time)
        assert min(abs(time - 730_000.5), abs(time - 732_000.5)) <= 0.5 + slack


def test_no_column_is_higher_than_its_room(board, scatter):
    view = board(scatter(9000))
    boxes = silhouette(view.columns).density(view.whole, view.frame, 40.0).boxes
    assert (boxes[:, 3] - boxes[:, 1] <= 40).all()


def test_columns_stand_still_while_panning(board, scatter):
    view = board(scatter(9000))
    scale = view.whole.zoomed(3.0, 500.0)
    found = silhouette(view.columns)
    before = profile(found.density(scale, view.frame, 40.0).boxes)
    after = profile(found.density(scale.panned(24.0), view.frame, 40.0).boxes)
    by = round(24.0)
    assert len(set(before.tolist())) > 5
    assert (after[100 + by : 1100] == before[100 : 1100 - by]).all()


def test_the_boxes_of_a_silhouette_fill_it_once_and_without_holes(board, scatter):
    view = board(scatter(9000))
    boxes = silhouette(view.columns).density(view.whole, view.frame, 40.0).boxes
    area = sum((min(right, WIDE - 1) - max(left, 0) + 1) * (low - top + 1) for left, top, right, low in boxes.tolist())
    assert area == profile(boxes).sum()
    assert len(set(boxes[:, 3].tolist())) > 3


def test_columns_keep_their_heights_through_a_zoom_and_only_widen(board, scatter):
    view = board(scatter(9000))
    found = silhouette(view.columns)
    scale = replace(view.whole, zoom=2.0 ** math.ceil(math.log2(view.whole.zoom)) * 1.01)
    before = profile(found.density(scale, view.frame, 40.0).boxes)
    after = profile(found.density(scale.zoomed(1.5, float(WIDE)), view.frame, 40.0).boxes)
    narrow = [height for height, _ in itertools.groupby(before[::-1].tolist())]
    wide = [height for height, _ in itertools.groupby(after[::-1].tolist())]
    assert len(wide) > 40
    assert wide[: len(wide) - 2] == narrow[: len(wide) - 2]


def test_counts_are_of_the_events_that_share_time_with_a_column(board, scatter):
    view = board(scatter(9000))
    scale = view.whole
    counts, _ = silhouette(view.columns)._counts(scale.warp, 2.0**-9, 3, 200)
    first, last = (scale.warp.time_at(2.0**-9 * k) for k in (10, 11))
    assert counts[0][7] == ((view.columns.start < last) & (view.columns.end > first)).sum()


def test_counts_are_the_same_whatever_was_looked_at_before(board, scatter):
    view = board(scatter(9000, lanes=3), packed=False)
    warp, used = view.whole.warp, silhouette(view.columns, packed=False)
    for size, first, number in ((9, 3, 200), (9, 60, 200), (8, 20, 150), (7, 0, 100), (9, -5, 30), (9, 300, 100), (8, 120, 60)):
        fresh, _ = silhouette(view.columns, packed=False)._counts(warp, 2.0**-size, first, number)
        again, _ = used._counts(warp, 2.0**-size, first, number)
        assert (fresh == again).all()


def test_each_lane_has_the_hue_of_most_of_its_events(board):
    made = columns([1.0, 2.0, 3.0], [2.0, 3.0, 4.0], ["حدث"] * 3, hue=[4, 2, 4])
    view = board(made)
    assert silhouette(made).density(view.whole, view.frame, 30.0).hues.tolist() == [4]


def test_the_boxes_of_each_lane_lie_together_and_stand_on_its_base(board, scatter):
    view = board(scatter(9000, lanes=3), packed=False)
    found = silhouette(view.columns, packed=False).density(view.whole, view.frame, 40.0)
    assert (found.cuts[0], found.cuts[-1]) == (0, len(found.boxes))
    for lane, low, high in zip(view.frame.lanes, found.cuts, found.cuts[1:], strict=False):
        assert low < high
        assert found.boxes[low:high, 3].max() == round(lane.base) - 1
        assert found.boxes[low:high, 1].min() >= lane.base - 41
