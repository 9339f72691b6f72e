from __future__ import annotations

from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import columns
from timeline_app.layout.hit import hit, within
from timeline_app.layout.scene import Box


def sessions():
    days = [day_of(1923), day_of(2007), day_of(2025, 11, 24)]
    return columns(days, [day_of(1924), day_of(2008), day_of(2025, 11, 28)], ["تأسيس", "دورة", "دورة أخرى"])


def shown(board):
    made = board(sessions())
    return made.scene(made.whole.fitted(*made.columns.span, before=120.0, after=200.0))


def test_the_middle_of_every_card_hits_its_event(board):
    for card in shown(board).cards:
        found = hit(shown(board), card.box.left + card.box.width / 2, card.box.top + card.box.height / 2)
        assert (found.kind, found.event) == ("card", card.event)


def test_the_middle_of_every_bar_hits_its_event(board):
    scene = shown(board)
    for k, event in enumerate(scene.marks.event.tolist()):
        x = (scene.marks.left[k] + scene.marks.right[k]) / 2
        assert hit(scene, float(x), float(scene.marks.bottom[k]) - 1).event == event


def test_a_break_answers_with_its_times(board):
    scene = shown(board)
    start, end = scene.axis.breaks[0]
    found = hit(scene, float(scene.scale.mirror((start + end) / 2)), scene.frame.axis + 4)
    assert found.kind == "break"
    assert found.times is not None
    assert found.times[0] < day_of(1960) < found.times[1]


def test_the_ground_is_nothing_and_the_axis_is_the_axis(board):
    scene = shown(board)
    assert hit(scene, 1.0, 1.0).kind == "ground"
    assert hit(scene, 2.0, scene.frame.axis + 20).kind == "axis"


def test_a_cluster_is_hit_at_its_number(board, scatter):
    made = board(scatter(1500))
    scene = made.scene()
    cluster = scene.clusters[0]
    assert hit(scene, cluster.x, cluster.y).cluster == cluster


def test_a_rectangle_holds_the_cards_it_meets(board):
    scene = shown(board)
    card = scene.cards[0]
    assert card.event in within(scene, Box(card.box.left + 5, card.box.top + 5, 2, 2))
    assert within(scene, Box(0, 0, scene.frame.width, scene.frame.height)) == [0, 1, 2]
