"""How sure a date is can be seen: in the pixels, without reading."""

from __future__ import annotations

import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import CERTAINTIES, GRAINS, HUES, columns
from timeline_app.model.daterange import Certainty, Grain
from timeline_app.ui.theme import load_theme

BLUE = load_theme("light").hues["blue"].lower()
RED = load_theme("light").contradiction.lower()


def one(first, last, *, grain=Grain.DAY, certainty=Certainty.WRITTEN, **rest):
    sure = {"grain": [GRAINS.index(grain)], "certainty": [CERTAINTIES.index(certainty)], "hue": [HUES.index("blue")]}
    return columns([first], [last], ["انعقاد الدورة"], **sure, **rest)


def image_of(view):
    return view.grab().toImage()


def along_the_bar(view):
    """The colours along the middle of the only bar, from left to right, a little within its ends."""
    marks, image = view.scene().marks, image_of(view)
    y = int((marks.top[0] + marks.bottom[0]) / 2)
    left, right = int(marks.left[0]) + 1, int(marks.right[0]) - 2
    return [image.pixelColor(x, y).name() for x in range(left, right)]


def down_the_spine(view):
    """The colours down the spine of the only card."""
    box, image = view.scene().cards[0].box, image_of(view)
    return [image.pixelColor(int(box.right) - 2, y).name() for y in range(int(box.top) + 10, int(box.bottom) - 10)]


def test_a_bar_of_days_is_solid_to_its_ends(make_view):
    colours = along_the_bar(make_view(one(day_of(2025, 3, 1), day_of(2025, 3, 20))))
    assert set(colours[4:-4]) == {BLUE}


@pytest.mark.parametrize("grain", [Grain.MONTH, Grain.YEAR, Grain.DECADE])
def test_a_month_a_year_and_a_decade_fade_at_their_ends(make_view, grain):
    first, last = {"month": (day_of(2025, 3), day_of(2025, 4)), "year": (day_of(2025), day_of(2026))}.get(
        grain.value, (day_of(2010), day_of(2020))
    )
    colours = along_the_bar(make_view(one(first, last, grain=grain)))
    assert colours[len(colours) // 2] == BLUE
    assert colours[0] != BLUE != colours[-1]
    assert len(set(colours)) > 8


def test_approximate_days_fade_too(make_view):
    days = day_of(2025, 3, 1), day_of(2025, 3, 20)
    colours = along_the_bar(make_view(one(*days, certainty=Certainty.APPROXIMATE)))
    assert colours[0] != BLUE != colours[-1]


def test_inferred_days_are_broken_by_gaps(make_view):
    days = day_of(2025, 3, 1), day_of(2025, 3, 20)
    colours = along_the_bar(make_view(one(*days, certainty=Certainty.INFERRED)))
    paper = load_theme("light").paper.lower()
    assert colours.count(paper) >= 5
    assert colours.count(BLUE) > colours.count(paper)


def test_a_written_day_is_a_full_point_and_an_inferred_one_a_ring(make_view):
    middles = []
    for certainty in (Certainty.WRITTEN, Certainty.INFERRED):
        view = make_view(one(day_of(2025, 3, 1), day_of(2025, 3, 2), certainty=certainty))
        marks = view.scene().marks
        x, y = int((marks.left[0] + marks.right[0]) / 2), int((marks.top[0] + marks.bottom[0]) / 2)
        middles.append(image_of(view).pixelColor(x, y).name())
    assert middles == [BLUE, load_theme("light").paper.lower()]


def test_the_spine_of_a_card_is_whole_dashed_or_fading_as_its_date_is_sure(make_view):
    days = day_of(2025, 3, 1), day_of(2025, 3, 2)
    written, inferred, near = (
        down_the_spine(make_view(one(*days, certainty=certainty)))
        for certainty in (Certainty.WRITTEN, Certainty.INFERRED, Certainty.APPROXIMATE)
    )
    assert set(written) == {BLUE}
    assert BLUE in inferred
    assert set(inferred) != {BLUE}
    assert len(set(near)) > len(set(inferred))


@pytest.mark.parametrize("contradicted", [True, False])
def test_a_contradiction_is_marked_on_the_card(make_view, contradicted):
    view = make_view(one(day_of(2025, 3, 1), day_of(2025, 3, 2), contradicted=[contradicted]))
    box, image = view.scene().cards[0].box, image_of(view)
    seen = {
        image.pixelColor(x, y).name() for x in range(int(box.left), int(box.right)) for y in range(int(box.top), int(box.bottom))
    }
    assert (RED in seen) == contradicted


def ink_of(view, word):
    """The columns of a card's title line that hold ink, in a card that says one word."""
    view.set_columns(columns([day_of(2025)], [day_of(2025) + 1], [word]))
    card, image = view.scene().cards[0], image_of(view)
    top, line = card.box.top + view.stage.metrics.pad_top, view.stage.metrics.line
    return [
        any(image.pixelColor(x, y).lightness() < 190 for y in range(int(top), int(top + line)))
        for x in range(int(card.box.left) + 8, int(card.box.right) - 8)
    ]


@pytest.mark.parametrize("word", ["سيستيم", "مستشفى", "تقسيم"])
def test_the_letters_of_a_word_on_a_card_are_joined(make_view, word):
    columns_of_ink = ink_of(make_view(one(day_of(2025), day_of(2026))), word)
    first, last = columns_of_ink.index(True), len(columns_of_ink) - columns_of_ink[::-1].index(True)
    assert last - first > 20
    assert all(columns_of_ink[first:last])
