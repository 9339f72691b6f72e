from __future__ import annotations

import numpy as np

from timeline_app.layout.columns import columns
from timeline_app.layout.density import COLUMN, Silhouette
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
        slack = abs(scale.time_at(x + 2 * COLUMN) - time) + abs(scale.time_at(x - 2 * COLUMN) - time)
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
    after = profile(found.density(scale.panned(6 * COLUMN), view.frame, 40.0).boxes)
    by = round(6 * COLUMN)
    assert len(set(before.tolist())) > 5
    assert (after[100 + by : 1100] == before[100 : 1100 - by]).all()


def test_the_boxes_of_a_silhouette_fill_it_once_and_without_holes(board, scatter):
    view = board(scatter(9000))
    boxes = silhouette(view.columns).density(view.whole, view.frame, 40.0).boxes
    area = sum((min(right, WIDE - 1) - max(left, 0) + 1) * (low - top + 1) for left, top, right, low in boxes.tolist())
    assert area == profile(boxes).sum()
    assert len(set(boxes[:, 3].tolist())) > 3


def test_the_table_for_large_lanes_agrees_with_counting(board, scatter):
    view = board(scatter(30_000))
    scale = view.whole
    table = silhouette(view.columns)._tables[0]
    edges = scale.time_along(np.arange(0.0, 1201.0, COLUMN))
    exact = table._lane.counts(edges)
    assert len(table._begun)
    assert np.abs(table.counts(edges) - exact).max() <= 0.15 * exact.max()


def test_each_lane_has_the_hue_of_most_of_its_events(board):
    made = columns([1.0, 2.0, 3.0], [2.0, 3.0, 4.0], ["حدث"] * 3, hue=[4, 2, 4])
    view = board(made)
    assert set(silhouette(made).density(view.whole, view.frame, 30.0).hue.tolist()) == {4}
