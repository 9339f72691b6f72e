from __future__ import annotations

import itertools

import numpy as np
import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import columns
from timeline_app.layout.edge import EDGE

STEPS = [0.0, 37.0, 90.5, 141.0, 233.3, 480.0]


def crowded(board, scatter, lanes):
    made = board(scatter(2500, lanes=lanes), packed=lanes == 1, height=900)
    return made, made.whole.zoomed(9.0, 600.0)


@pytest.mark.parametrize("lanes", [1, 3, 8])
@pytest.mark.parametrize("by", STEPS)
def test_no_card_and_no_pill_is_cut_by_the_edge_of_the_view(board, scatter, lanes, by):
    made, scale = crowded(board, scatter, lanes)
    made.scene(scale)
    scene = made.scene(scale.panned(by))
    assert scene.cards
    for card in scene.cards:
        assert card.box.left >= EDGE - 0.01
        assert card.box.right <= made.frame.width - EDGE + 0.01
    assert all(EDGE <= one.x - one.width / 2 <= one.x + one.width / 2 <= made.frame.width - EDGE for one in scene.clusters)


@pytest.mark.parametrize("count", [90, 2500])
@pytest.mark.parametrize("by", STEPS)
def test_no_card_lies_under_the_name_of_its_lane(board, scatter, count, by):
    made = board(scatter(count, lanes=8), packed=False, height=900)
    scale = made.whole.zoomed(9.0, 600.0)
    made.scene(scale)
    scene = made.scene(scale.panned(by))
    name = made.composer._names_end["lane 0"] + EDGE
    assert scene.cards
    for card in scene.cards:
        lane = made.frame.lanes[made.columns.lane[card.event]]
        if card.box.top < lane.top + made.metrics.lane_title + 5:
            assert card.box.right <= made.frame.width - name


@pytest.mark.parametrize("lanes", [1, 3, 8])
def test_cards_moved_in_from_the_edge_stand_on_no_other(board, scatter, lanes):
    made, scale = crowded(board, scatter, lanes)
    for by in range(0, 900, 45):
        cards = made.scene(scale.panned(float(by))).cards
        assert not [1 for one, other in itertools.combinations(cards, 2) if one.box.meets(other.box)]


def test_a_card_whose_event_has_left_the_view_has_left_it_too(board, scatter):
    made, scale = crowded(board, scatter, 1)
    for by in range(0, 900, 45):
        scene = made.scene(scale.panned(float(by)))
        for card in scene.cards:
            assert made.columns.end[card.event] >= scene.scale.first
            assert made.columns.start[card.event] <= scene.scale.last


@pytest.mark.parametrize("lanes", [1, 8])
def test_a_bar_begun_before_a_crowded_view_is_labelled_at_its_edge(board, scatter, lanes):
    crowd = scatter(1500, span=300, lanes=lanes)
    made = board(
        columns(
            np.append(crowd.start, 729_000.0),
            np.append(crowd.end, 731_000.0),
            [*crowd.titles, "العقد كله"],
            weight=np.append(crowd.weight, 2.0),
            lane=np.append(crowd.lane, 0),
            lanes=crowd.lanes,
        ),
        packed=lanes == 1,
        height=900,
    )
    scale = made.whole.fitted(730_010.0, 730_030.0)
    long = int(np.flatnonzero(made.columns.start == 729_000.0)[0])
    for by in (0.0, 300.0, -300.0, 700.0):
        card = next(card for card in made.scene(scale.panned(by)).cards if card.event == long)
        assert card.box.right <= made.frame.width


def test_the_card_of_a_bar_stays_at_the_edge_while_the_bar_passes(board):
    made = board(columns([day_of(2025)], [day_of(2026)], ["عام كامل"]))
    scale = made.whole.fitted(day_of(2025, 5, 1), day_of(2025, 6, 1))
    right = [made.scene(scale.panned(by)).cards[0].box.right for by in (0.0, 100.0, 200.0)]
    assert right == pytest.approx([made.frame.width - EDGE] * 3)
