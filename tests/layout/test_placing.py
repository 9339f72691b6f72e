from __future__ import annotations

import pytest

from timeline_app.layout.card import CardText
from timeline_app.layout.placing import Wish, staircase


def wish(key, at, *, wide, reach=0.0):
    text = CardText(("عنوان",), "2025", "", "", wide, 60.0)
    return Wish(key, at - 26, at - 26 + max(wide, reach), at, at + reach, 60.0, text)


@pytest.mark.parametrize("reach", [0.0, 300.0, 900.0])
@pytest.mark.parametrize("apart", [60.0, 150.0, 250.0, 600.0])
def test_a_card_drawn_back_from_a_later_one_still_stands_over_its_stem(reach, apart):
    placed = staircase(
        [wish(0, 1000.0, wide=240.0, reach=reach), wish(1, 1000.0 + apart, wide=240.0)], 400.0, gap_x=12.0, gap_y=12.0
    )
    for place in placed:
        assert place.wish.start <= place.wish.at <= place.wish.start + place.wish.text.width


def test_a_card_is_drawn_back_where_that_clears_it_of_the_later_one():
    placed = staircase([wish(0, 1000.0, wide=240.0), wish(1, 1150.0, wide=240.0)], 400.0, gap_x=12.0, gap_y=12.0)
    assert {place.up for place in placed} == {0.0}
