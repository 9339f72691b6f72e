from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from timeline_app.ui.timeline.view import TimelineView


def on_screen(view):
    """The pixels that the window has painted, frame upon frame."""
    return view.screen().grabWindow(view.winId()).toImage()


def settled(view):
    while view.stage.composer.pending or view.stage.painter.labels.pending:
        QApplication.processEvents()
    QApplication.processEvents()
    return view


@pytest.fixture
def regions(monkeypatch, make_view, many):
    """A crowd in lanes, and the area that each of its frames was asked to paint, in pixels."""
    asked, paint = [], TimelineView.paintEvent
    monkeypatch.setattr(TimelineView, "paintEvent", lambda self, event: (asked.append(event.rect()), paint(self, event))[1])
    view = settled(make_view(many(), lanes="source"))
    asked.clear()
    return view, asked


def test_pointing_at_a_card_paints_no_more_than_the_card(regions):
    view, asked = regions
    card = view.scene().cards[4]
    view.hover_at(QPointF(card.box.left + 9, card.box.top + 9))
    QApplication.processEvents()
    assert asked
    assert all(area.height() < 60 for area in asked), asked


def test_what_is_painted_for_the_pointer_alone_equals_a_full_repaint(regions):
    view, _ = regions
    for card in view.scene().cards[:12]:
        view.hover_at(QPointF(card.box.left + 9, card.box.top + 9))
        QApplication.processEvents()
        assert on_screen(view) == view.grab().toImage()
    view.hover_at(None)
    QApplication.processEvents()
    assert on_screen(view) == view.grab().toImage()


def test_a_view_that_came_to_rest_is_painted_the_same_again(make_view, many):
    view = make_view(many(), lanes="source")
    for step in range(12):
        view.show_scale(view.stage.view().zoomed(1.2, 400.0 + 20 * step).panned(13.0))
        QApplication.processEvents()
    settled(view)
    before = on_screen(view)
    view.update()
    QApplication.processEvents()
    assert on_screen(view) == before == view.grab().toImage()


def test_the_word_today_is_never_half_under_a_card(make_view, many):
    view = settled(make_view(many(lanes=5), lanes="source"))
    card = next(card for card in view.scene().cards if card.box.top < 20 and card.box.left > 100)
    view.set_options(today=int(view.stage.view().time_at(card.box.left + card.box.width / 2)))
    image = settled(view).grab().toImage()
    above = [image.pixelColor(x, y) for x in range(int(card.box.left), int(card.box.right)) for y in range(int(card.box.top))]
    assert not [colour.name() for colour in above if colour.green() - colour.red() > 25]
