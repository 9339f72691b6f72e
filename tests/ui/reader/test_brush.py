"""Are marks told apart, and do spines keep out of each other's way?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.model.article import SectionRole
from timeline_app.model.span import Span
from timeline_app.ui.reader.brush import SPINE_WIDTH, Margin, colour_of, paint_mark
from timeline_app.ui.reader.geometry import Box
from timeline_app.ui.reader.marks import Mark, Rank
from timeline_app.ui.reader.setting import ink_of
from timeline_app.ui.theme import load_theme


def test_spines_of_passages_on_the_same_lines_stand_side_by_side():
    margin = Margin()
    first = margin.place(QLineF(100, 0, 100, 50), 1)
    second = margin.place(QLineF(100, 30, 100, 60), 1)
    third = margin.place(QLineF(100, 60, 100, 90), 1)
    assert first.x1() == third.x1() == 100
    assert second.x1() >= 100 + SPINE_WIDTH


def test_spines_move_towards_the_edge_of_the_page():
    margin = Margin()
    margin.place(QLineF(100, 0, 100, 50), -1)
    assert margin.place(QLineF(100, 0, 100, 50), -1).x1() < 100


def test_doubt_is_vermilion_a_kind_has_its_hue_and_the_rest_is_quiet():
    theme = load_theme("light")
    assert colour_of(Mark(Span(0, 1), Rank.MENTION, "blue", doubtful=True), theme) == theme.contradiction
    assert colour_of(Mark(Span(0, 1), Rank.MENTION, "blue"), theme) == theme.hues["blue"]
    assert colour_of(Mark(Span(0, 1), Rank.EXPRESSION), theme) == theme.quiet


def picture_of(*marks, theme):
    """The colours of one pixel under marks laid over each other on paper."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.paper))
    painter = QPainter(image)
    for mark in marks:
        paint_mark(painter, mark, Box(0, 40, 25), theme, hovered=True)
    painter.end()
    return image.pixelColor(20, 15).name()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_ink_is_readable_on_every_mark_however_many_lie_over_each_other(qapp, name):
    theme = load_theme(name)
    for hue in theme.hues:
        mention = Mark(Span(0, 1), Rank.CURRENT, hue, event="e", current=True)
        words = Mark(Span(0, 1), Rank.EXPRESSION, hue, event="e", current=True)
        assert contrast(theme.ink, picture_of(mention, words, theme=theme)) >= 4.5
        doubted = [replace(mark, doubtful=True) for mark in (mention, words)]
        assert contrast(theme.ink, picture_of(*doubted, theme=theme)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_ink_of_the_page_is_readable_on_paper(name):
    theme = load_theme(name)
    assert all(contrast(ink_of(role, theme), theme.paper) >= 4.5 for role in SectionRole)


def test_a_current_passage_is_stronger_than_another_and_an_inferred_one_fainter(qapp):
    theme = load_theme("light")
    plain = Mark(Span(0, 1), Rank.MENTION, "blue", event="e")
    shades = [replace(plain, rank=Rank.CURRENT, current=True), plain, replace(plain, inferred=True)]
    light = [QColor(picture_of(mark, theme=theme)).lightness() for mark in shades]
    assert light == sorted(light)
    assert len(set(light)) == 3


def contrast(one, other):
    """Contrast after WCAG 2.2."""
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
