from __future__ import annotations

import numpy as np

from timeline_app.layout.columns import columns
from timeline_app.layout.density import COLUMN, Silhouette
from timeline_app.layout.index import index


def silhouette(made, packed=True):
    return Silhouette(index(made, packed=packed, tracks=6))


def test_the_silhouette_stands_only_where_events_are(board, scatter):
    made = columns([730_000.0] * 50 + [732_000.0] * 50, [730_001.0] * 50 + [732_001.0] * 50, ["حدث"] * 100)
    view = board(made)
    scale = view.whole.fitted(729_000.0, 733_000.0)
    boxes = silhouette(made).density(scale, view.frame, 40.0).boxes
    middle = (boxes[:, 0] + boxes[:, 2]) / 2
    for x in middle.tolist():
        assert min(abs(scale.x_of(730_000.5) - x), abs(scale.x_of(732_000.5) - x)) <= 2 * COLUMN


def test_no_column_is_higher_than_its_room(board, scatter):
    view = board(scatter(9000))
    boxes = silhouette(view.columns).density(view.whole, view.frame, 40.0).boxes
    assert (boxes[:, 3] - boxes[:, 1] <= 40).all()


def test_columns_stand_still_while_panning(board, scatter):
    view = board(scatter(9000))
    scale = view.whole.zoomed(3.0, 500.0)
    found = silhouette(view.columns)
    before = found.density(scale, view.frame, 40.0).boxes
    after = found.density(scale.panned(6 * COLUMN), view.frame, 40.0).boxes
    heights = {int(box[2]): int(box[1]) for box in before}
    moved = [(int(box[2]) - round(6 * COLUMN), int(box[1])) for box in after]
    common = [(right, top) for right, top in moved if right in heights and 100 < right < 1100]
    assert len(common) > 20
    assert all(heights[right] == top for right, top in common)


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
