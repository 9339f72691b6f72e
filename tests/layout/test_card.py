from __future__ import annotations

import pytest

from timeline_app.layout.card import Said, chip, ghost, typeset
from timeline_app.layout.frame import Metrics
from timeline_app.layout.measure import Monospaced, elided, lines_of

METRICS, MEASURE = Metrics(), Monospaced()
LONG = "انتخاب المغرب نائبا لرئيس المنظمة الدولية عن القارة الإفريقية في دورة استثنائية بالعاصمة"


def test_a_short_title_stands_in_one_line():
    assert typeset(Said("تأسيس المنظمة", "1923"), METRICS, MEASURE).lines == ("تأسيس المنظمة",)


def test_a_long_title_takes_two_lines_and_ends_after_a_whole_word():
    card = typeset(Said(LONG, "2024"), METRICS, MEASURE)
    assert len(card.lines) == 2
    last = card.lines[1].removesuffix("…").split()[-1]
    assert last in LONG.split()


@pytest.mark.parametrize("title", ["أ", "تأسيس المنظمة", "كلمة " * 7, LONG, "ا" * 200])
@pytest.mark.parametrize("count", ["", "12"])
def test_no_line_is_wider_than_its_card(title, count):
    card = typeset(Said(title, "الاثنين 24 نونبر 2025", count, "تاريخان"), METRICS, MEASURE)
    for line in card.lines:
        assert MEASURE.width(line, "title") <= card.width - 2 * METRICS.pad_x + 0.6


def test_a_bar_offers_its_width_to_a_title_that_needs_it():
    title = "الدورة الثالثة والتسعون للجمعية العامة"
    assert len(typeset(Said(title, "2025"), METRICS, MEASURE).lines) == 2
    assert len(typeset(Said(title, "2025"), METRICS, MEASURE, room=340.0).lines) == 1


def test_a_chip_is_one_line_without_its_date():
    card = chip(Said(LONG, "2024", "3", "تاريخان"), METRICS, MEASURE)
    assert card.chip
    assert len(card.lines) == 1


def test_a_chip_with_less_room_says_less_and_stays_within_it():
    card = chip(Said(LONG, "2024", "", "تاريخان"), METRICS, MEASURE, room=120.0)
    assert card.lines[0].endswith("…")
    assert card.width <= 120.0


def test_a_ghost_says_its_date_alone():
    assert ghost("24 يونيو 2025", METRICS, MEASURE).lines == ()


def test_what_fits_is_not_elided():
    assert elided("كلمة كلمة", 9 * 7.0, MEASURE) == "كلمة كلمة"


def test_where_not_even_an_ellipsis_fits_nothing_is_said():
    assert elided("كلمة كلمة", 6.0, MEASURE) == ""


def test_the_first_of_two_lines_leaves_room_for_the_count():
    plain, counted = lines_of(LONG, 200.0, MEASURE), lines_of(LONG, 200.0, MEASURE, first=60.0)
    assert len(counted[0]) < len(plain[0])
