from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.ui.timeline.settling import Settling


def lowered(scene, by):
    return replace(scene, cards=tuple(card._replace(box=card.box._replace(top=card.box.top + by)) for card in scene.cards))


def test_a_card_that_changes_its_row_glides_there(view):
    scene, settling = view.scene(), Settling()
    settling.shown(scene, 16.0)
    halfway = settling.shown(lowered(scene, 80.0), 30.0)
    assert settling.moving
    assert scene.cards[0].box.top < halfway.cards[0].box.top < scene.cards[0].box.top + 80.0


def test_it_arrives_and_comes_to_rest(view):
    scene, settling = view.scene(), Settling()
    settling.shown(scene, 16.0)
    for _ in range(40):
        last = settling.shown(lowered(scene, 80.0), 16.0)
    assert not settling.moving
    assert last.cards[0].box.top == pytest.approx(scene.cards[0].box.top + 80.0)


def test_a_card_seen_for_the_first_time_stands_where_it_belongs(view):
    settling = Settling()
    assert settling.shown(view.scene(), 16.0) is view.scene()
    assert not settling.moving


def test_without_motion_nothing_glides(view):
    view.repaint()
    view.zoom_by(3.0, 500.0, animated=True)
    view.repaint()
    assert not view._settling.moving
