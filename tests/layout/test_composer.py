from __future__ import annotations

import itertools

import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import columns
from timeline_app.layout.scale import whole
from timeline_app.layout.warp import true_warp


def overlapping(cards):
    return [(one.event, other.event) for one, other in itertools.combinations(cards, 2) if one.box.meets(other.box)]


@pytest.mark.parametrize("count", [6, 40, 200, 900])
@pytest.mark.parametrize("zoom", [1.0, 2.7, 19.0])
def test_no_card_lies_on_another(board, scatter, count, zoom):
    made = board(scatter(count))
    scene = made.scene(made.whole.zoomed(zoom, 500.0))
    assert scene.cards
    assert not overlapping(scene.cards)


@pytest.mark.parametrize("lanes", [3, 12])
def test_no_card_leaves_its_lane(board, scatter, lanes):
    made = board(scatter(900, lanes=lanes), packed=False)
    scene = made.scene()
    assert scene.cards
    for card in scene.cards:
        lane = made.frame.lanes[made.columns.lane[card.event]]
        assert lane.top <= card.box.top
        assert card.box.bottom <= lane.base


def test_panning_moves_every_card_of_a_small_dossier_alike(board, scatter):
    made = board(scatter(60))
    scale = made.whole.zoomed(6.0, 600.0)
    before = {card.event: card.box for card in made.scene(scale).cards}
    after = {card.event: card.box for card in made.scene(scale.panned(37.0)).cards}
    kept = [event for event in before if event in after and 250 < before[event].left < 900]
    assert kept
    for event in kept:
        assert after[event].left - before[event].left == pytest.approx(37.0, abs=0.01)
        assert after[event].top == before[event].top


def test_panning_a_crowd_there_and_back_leaves_every_card_where_it_was(board, scatter):
    made = board(scatter(3000))
    scale = made.whole.zoomed(8.0, 600.0)
    before = {card.event: card.box for card in made.scene(scale).cards}
    for step in range(1, 30):
        made.scene(scale.panned(40.0 * step))
    after = {card.event: card.box for card in made.scene(scale).cards}
    assert {event: after[event].top for event in before} == {event: box.top for event, box in before.items()}


def test_cards_of_lanes_keep_their_rows_while_panning(board, scatter):
    made = board(scatter(2500, lanes=3), packed=False, height=900)
    scale = made.whole.zoomed(9.0, 600.0)
    before = {card.event: card.box.top for card in made.scene(scale).cards}
    for by in (15.0, 140.0, 333.0):
        after = {card.event: card.box.top for card in made.scene(scale.panned(by)).cards}
        shared = set(before) & set(after)
        assert len(shared) > 5
        assert {event: before[event] for event in shared} == {event: after[event] for event in shared}


def test_most_cards_of_lanes_keep_their_rows_through_a_step_of_the_wheel(board, scatter):
    made = board(scatter(2500, lanes=3), packed=False, height=900)
    scale = made.whole.zoomed(9.0, 600.0)
    before = {card.event: card.box.top for card in made.scene(scale).cards}
    after = {card.event: card.box.top for card in made.scene(scale.zoomed(1.25, 600.0)).cards}
    shared = set(before) & set(after)
    assert len(shared) > len(before) / 2
    assert sum(before[event] == after[event] for event in shared) > 0.8 * len(shared)


def test_in_a_crowd_the_weightiest_event_of_a_stretch_has_a_card(board, scatter):
    made = board(scatter(3000))
    weightiest = int(made.columns.weight.argmax())
    assert weightiest in {card.event for card in made.scene().cards}


def test_a_selected_event_has_a_card_however_light(board, scatter):
    made = board(scatter(3000))
    lightest = int(made.columns.weight.argmin())
    assert lightest not in {card.event for card in made.scene().cards}
    assert lightest in {card.event for card in made.scene(selected={lightest}).cards}


def test_cards_and_clusters_account_for_every_event_of_a_crowd(board, scatter):
    made = board(scatter(1200))
    scale = made.whole.fitted(729_000.0, 734_000.0)
    scene = made.scene(scale)
    said = len(scene.cards) + sum(cluster.number for cluster in scene.clusters)
    assert len(made.columns) - 12 <= said <= len(made.columns)


def test_a_crowd_beyond_the_budget_says_that_more_is_to_come(board, scatter):
    made = board(scatter(3000))
    few = made.scene(budget=5)
    assert made.composer.pending
    for _ in range(40):
        full = made.scene(budget=5)
    assert not made.composer.pending
    assert len(full.cards) > len(few.cards)


def test_every_event_of_a_small_dossier_has_a_card_when_everything_is_shown(board, scatter):
    made = board(scatter(12))
    scale = made.whole.fitted(*made.columns.span, before=150.0, after=250.0)
    assert {card.event for card in made.scene(scale).cards} == set(range(12))


def test_of_events_crowded_in_a_corner_light_ones_become_chips_and_the_rest_stays_whole(board):
    days = [730_000, 739_000, *(740_000 + k for k in range(6))]
    made = board(columns(days, [day + 1 for day in days], ["عنوان طويل من كلمات"] * 8, weight=range(8)), height=470)
    scale = whole(true_warp(728_000.0, 743_000.0), 1200.0, rtl=True)
    cards = {card.event: card for card in made.scene(scale).cards}
    assert set(cards) == set(range(8))
    assert cards[2].text.chip
    assert not cards[0].text.chip
    assert not overlapping(cards.values())


def test_the_earlier_of_two_cards_that_overlap_stands_higher_so_no_stem_is_covered(board):
    days = [day_of(2025, 3, k) for k in (1, 3, 5)]
    made = board(columns(days, [day + 1 for day in days], ["عنوان طويل من كلمات كثيرة"] * 3))
    scene = made.scene(made.whole.fitted(days[0] - 60, days[-1] + 60))
    tops = [next(card.box.top for card in scene.cards if card.event == event) for event in range(3)]
    assert tops == sorted(tops)


def test_a_long_bar_keeps_its_card_in_view_when_its_beginning_is_not(board):
    made = board(columns([day_of(2025)], [day_of(2026)], ["عام كامل"]))
    scene = made.scene(made.whole.fitted(day_of(2025, 5, 1), day_of(2025, 6, 1)))
    assert [card.event for card in scene.cards] == [0]
    assert scene.cards[0].box.left >= 0
    assert scene.cards[0].box.right <= made.frame.width


def test_an_empty_dossier_has_an_axis_and_nothing_else(board):
    scene = board(columns([], [], [])).scene()
    assert scene.axis.ticks
    assert not scene.cards


def test_far_out_a_crowd_is_drawn_as_a_silhouette(board, scatter):
    made = board(scatter(9000))
    assert made.scene().marks is None
    assert len(made.scene().density.boxes)


def test_close_up_a_crowd_is_drawn_event_by_event(board, scatter):
    made = board(scatter(9000))
    scene = made.scene(made.whole.zoomed(60.0, 600.0))
    assert scene.density is None
    assert len(scene.marks.event)


@pytest.mark.parametrize("height", [380, 420, 440])
def test_no_chip_of_a_low_lane_says_half_a_word(board, height):
    days = [day_of(2024, 11, day) for day in (4, 7, 8, 11, 12, 13)]
    titles = [
        "انعقاد الدورة الثانية",
        "انتخاب الرئيس",
        "توقيع الاتفاقية",
        "زيارة الوفد",
        "افتتاح المعرض",
        "اختتام الأشغال",
    ]
    made = columns(days, [day + 3 for day in days], titles, lane=[0, 0, 1, 1, 2, 2], lanes=("أول", "ثان", "ثالث"))
    view = board(made, packed=False, height=height, width=900)
    assert not view.frame.lanes[0].full
    cards = view.scene(view.whole.fitted(days[0] - 2, days[-1] + 2)).cards
    assert cards
    for card in cards:
        (line,) = card.text.lines
        words, title = line.removesuffix("…").split(), titles[card.event].split()
        assert words
        assert words == title[: len(words)]
