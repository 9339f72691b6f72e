"""Are marks told apart, and do spines keep out of each other's way?"""

from __future__ import annotations

from PySide6.QtCore import QLineF

from timeline_app.model.span import Span
from timeline_app.ui.reader.brush import SPINE_WIDTH, Margin, colour_of
from timeline_app.ui.reader.marks import Mark, Rank
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
