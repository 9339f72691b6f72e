from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from tests.ui.test_theme import THEMES, contrast
from timeline_app.layout.columns import columns
from timeline_app.ui.theme import load_theme
from timeline_app.ui.timeline.palette import Palette
from timeline_app.ui.timeline.view import TimelineView

TALL = ("إِلَّا ٱلْإِيمَانُ", "يحجّ عيچ", "Ågjpqy (ﷲ)", "اللّٰهُ أكبرُ")


def on_screen(view):
    """The pixels that the window has painted, frame upon frame."""
    return view.screen().grabWindow(view.winId()).toImage()


def settled(view):
    while view.stage.composer.pending or view.stage.painter.pending:
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


@pytest.mark.parametrize("name", THEMES)
def test_what_the_canvas_draws_is_seen_and_what_it_says_is_read(qapp, name):
    palette = Palette(load_theme(name))
    tinted = palette.mixed(palette.accent, palette.panel, 22 / 255)
    for text, ground in ((palette.quiet, palette.pill), (palette.quiet, palette.panel), (palette.quiet, tinted)):
        assert contrast(text.name(), ground.name()) >= 4.5
    drawn = [*palette.bars, *palette.faded, palette.accent, palette.contradiction]
    assert min(contrast(one.name(), palette.paper.name()) for one in drawn) >= 3
    assert contrast(palette.seen(palette.accent, palette.panel).name(), palette.panel.name()) >= 3


def inked_at_the_rim(pixmap, ink, beside=0):
    """Whether ink of a text reaches the first or last row of pixels, or a column ``beside`` the sides."""
    image = pixmap.toImage()
    rows = [(x, y) for x in range(image.width()) for y in (0, image.height() - 1)]
    sides = [(x, y) for x in (beside, image.width() - 1 - beside) for y in range(image.height())]
    colours = [image.pixelColor(x, y) for x, y in rows + sides]
    return any(colour.alpha() > 60 and contrast(colour.name(), ink.name()) < 2 for colour in colours)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("title", TALL)
def test_no_letter_is_cut_at_the_rim_of_its_card_or_label(make_view, title, scale):
    view = make_view(columns([1.0, 2.0], [2.0, 3.0], [title, f"{title} {title}"]), scale=scale)
    stage = view.stage
    cards = [stage.composer.type.card(event, full=full) for event in range(2) for full in (True, False)]
    for event, text in zip((0, 0, 1, 1), cards, strict=True):
        assert not inked_at_the_rim(stage.painter.art.pixmap(event, text), stage.palette.ink, beside=round(8 * scale / 100))
    for look, role in (("ink", "heading"), ("lane", "lane")):
        assert not inked_at_the_rim(stage.painter.labels._painted(title, role, look), stage.palette.ink)


def test_a_frame_in_the_accent_says_that_the_keyboard_came_here(view):
    accent = view.stage.palette.accent.name()
    rim = [(0, 300), (1199, 300), (600, 0), (600, 599)]

    def colours():
        image = view.grab().toImage()
        return {image.pixelColor(x, y).name() for x, y in rim}

    view.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert colours() == {accent}
    view.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
    assert accent not in colours()
    view.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason))
    assert accent not in colours()


def test_a_card_and_a_chip_of_one_event_are_two_pictures_though_they_are_as_wide(make_view):
    view = make_view(columns([1.0], [2.0], ["افتتاح المكتبة الوطنية"]))
    chip = view.stage.composer.type.card(0, full=False)
    whole = replace(view.stage.composer.type.card(0), width=chip.width)
    art = view.stage.painter.art
    assert art.pixmap(0, whole).height() > art.pixmap(0, chip).height()
