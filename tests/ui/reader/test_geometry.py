"""Do the boxes of marks stand exactly under their letters?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from timeline_app.ui import fonts
from timeline_app.ui.reader.geometry import boxes
from timeline_app.ui.text import Units


@pytest.fixture
def laid(qapp):
    kept = []

    def lay(words, width=2000, direction=Qt.LayoutDirection.RightToLeft):
        layout = QTextLayout(words, fonts.reading_font())
        option = QTextOption()
        option.setTextDirection(direction)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(line.position().__class__(0, top))
            top += line.height()
        layout.endLayout()
        kept.append(layout)
        return layout

    return lay


def of(layout, words, part):
    at = words.index(part)
    units = Units(words)
    return boxes(layout, words, units.to_unit(at), units.to_unit(at + len(part)))


def test_words_beside_each_other_do_not_overlap(laid):
    words = "انتخاب المغرب نائبا"
    layout = laid(words)
    first, second = of(layout, words, "انتخاب"), of(layout, words, "المغرب")
    assert len(first) == len(second) == 1
    assert first[0].left > second[0].right


def test_letters_of_one_word_touch_and_fill_it(laid):
    words = "المغرب"
    layout = laid(words)
    whole = of(layout, words, "المغرب")[0]
    half, rest = of(layout, words, "المغ")[0], of(layout, words, "رب")[0]
    assert half.left == pytest.approx(rest.right)
    assert (rest.left, half.right) == pytest.approx((whole.left, whole.right))


def test_the_first_digit_of_a_number_is_covered(laid):
    words = "في 2025 عاد"
    layout = laid(words)
    number, year = of(layout, words, "2025")[0], of(layout, words, "025")[0]
    digit = (number.right - number.left) / 4
    assert year.right == pytest.approx(number.right)
    assert year.left - number.left == pytest.approx(digit, rel=0.1)


def test_vowel_signs_lie_within_their_letters(laid):
    words = "لمُحمَّدٍ رسالة"
    layout = laid(words)
    vowelled = of(layout, words, "لمُحمَّدٍ")[0]
    letters = of(layout, words, "لمُحمَّد")[0]
    assert (vowelled.left, vowelled.right) == pytest.approx((letters.left, letters.right))


def test_a_stretch_in_both_directions_has_a_box_for_each_run_that_stands_apart(laid):
    words = "قال INTERPOL police إنه"
    layout = laid(words)
    assert len(of(layout, words, "قال INTERPOL")) == 2
    assert len(of(layout, words, "INTERPOL police")) == 1


def test_an_emoji_shifts_nothing(laid):
    words = "😀😀 مراكش"
    plain = "\u25a0\u25a0 مراكش"
    with_emoji, without = of(laid(words), words, "مراكش")[0], of(laid(plain), plain, "مراكش")[0]
    assert with_emoji.right - with_emoji.left == pytest.approx(without.right - without.left)


def test_a_stretch_over_two_lines_says_where_it_begins_and_ends(laid):
    words = "كلمة أولى وكلمة ثانية وكلمة ثالثة"
    found = of(laid(words, width=120), words, words)
    assert len({box.baseline for box in found}) > 1
    assert [box.first for box in found] == [True] + [False] * (len(found) - 1)
    assert [box.last for box in found] == [False] * (len(found) - 1) + [True]


def test_no_letters_have_no_box(laid):
    words = "كلمة"
    assert boxes(laid(words), words, 2, 2) == []


@pytest.mark.parametrize(
    "words",
    [
        "وفي سنة 2019 فاز 3.5 في المئة من 12/7 من المترشحين",
        "قرار \u2066INTERPOL\u2069 في 14 ماي، ثم \u2066NATO 2030\u2069 (ص 7) بعد ذلك",
        "قال \u202aالوزير minister هنا\u202c إن \u2066الموعد date 5 موعدي\u2069 قريب",
        "يوم 24 ثم INTERPOL police عاد",
        "12 ماي 2021",
    ],
)
@pytest.mark.parametrize("width", [2000, 90])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight])
def test_boxes_cover_the_letters_of_their_words_and_no_others(laid, words, width, direction):
    layout = laid(words, width, direction)
    letters = [boxes(layout, words, at, at + 1) for at in range(len(words))]
    starts = [0, *(at + 1 for at, letter in enumerate(words) if letter == " ")]
    for start in starts:
        for end in (after - 1 for after in (*starts[1:], len(words) + 1) if after > start):
            found = boxes(layout, words, start, end)
            covered = [at for at, of_letter in enumerate(letters) if of_letter and all(within(one, found) for one in of_letter)]
            assert covered == [at for at in range(start, end) if letters[at]], words[start:end]


def within(letter, found):
    middle = (letter.left + letter.right) / 2
    return any(box.baseline == letter.baseline and box.left <= middle <= box.right for box in found)
