import pytest

from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.traits.figure import Ordinal, figures_of, number_apart, ordinals_of


def figures(text):
    return [(f.low, f.high, f.unit, f.role) for f in figures_of(words_of(text))]


@pytest.mark.parametrize(
    "text", ["الدورة الـ93", "الدورة 93", "الدورة الثالثة والتسعين", "الاجتماع الـ 93", "دورته الثالثة والتسعين"]
)
def test_a_session_has_one_number_however_it_is_written(text):
    assert ordinals_of(words_of(text)) == {Ordinal(93, "session")}


def test_a_number_that_follows_no_series_is_no_ordinal():
    assert not ordinals_of(words_of("حضر 93 مندوبا إلى المدينة"))


def test_a_figure_says_what_it_counts_in_which_role():
    assert figures("أودى الحادث بمقتل 22 شخصا في البلدة") == [(22, 22, "person", "dead")]
    assert figures("بمشاركة 179 دولة") == [(179, 179, "state", "present")]
    assert figures("وصول عدد الجرحى إلى 40") == [(40, 40, "wounded", "wounded")]


def test_a_range_in_words_is_read_from_its_lower_end():
    found = figures_of(words_of("من نحو مائة وسبعين إلى مائة وستين دولة"))
    assert [(f.low, f.high, f.rough) for f in found] == [(160, 170, True)]


def test_a_bound_and_a_whole_are_told_from_a_plain_figure():
    assert figures_of(words_of("أكثر من 800 مندوب"))[0].bound
    assert figures_of(words_of("حضر 41 مندوبا من أصل 90 في القاعة"))[1].whole


@pytest.mark.parametrize("text", ["المادة 12 من القانون", "القرار رقم 7", "الدورة 19 من المهرجان"])
def test_a_number_in_a_name_counts_nothing(text):
    assert not figures(text)


def test_members_of_a_series_are_apart_where_none_is_common_whatever_the_order():
    fourth, fifth, sixth = (Ordinal(number, "round") for number in (4, 5, 6))
    assert not number_apart([fourth], [fourth, fifth])
    assert not number_apart([fifth, fourth], [fifth])
    assert number_apart([fourth, fifth], [sixth])
    assert not number_apart([fourth], [Ordinal(5, "session")])
