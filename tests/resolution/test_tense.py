"""Does the sentence around an expression look back or ahead?"""

import pytest

from timeline_app.model.span import Span
from timeline_app.resolution.tense import sentence_at, sentence_bounds, tense_of, word_tense


@pytest.mark.parametrize("word", ["سيعقد", "وستنطلق", "المقرر", "سوف", "سنعمل"])
def test_a_word_of_the_future_looks_ahead(word):
    assert word_tense(word) == 1


@pytest.mark.parametrize(
    "word", ["سياره", "سته", "سيد", "ستين", "سنوات", "سنويا", "سنتين", "سياسيه", "وسياسي", "سيارات", "سيناء", "مدرسه", "الوزير"]
)
def test_a_noun_that_begins_like_a_future_verb_does_not(word):
    assert word_tense(word) == 0


@pytest.mark.parametrize("word", ["واجتمع", "انطلق", "افتتح", "استقبل", "حصلت", "فشهدت", "قالوا", "افتتحت", "اوضح"])
def test_a_perfect_looks_back(word):
    assert word_tense(word) == -1


@pytest.mark.parametrize("word", ["اجتماع", "انطلاق", "استقبال", "وقت", "بيت", "كويت", "برنت", "هنا", "ظهر", "نشر", "اجل"])
def test_a_noun_that_looks_like_a_perfect_does_not(word):
    assert word_tense(word) == 0


def tense_at(text, words):
    place = text.index(words)
    return tense_of(text, Span(place, place + len(words)), 0, len(text))


def test_the_event_that_a_day_belongs_to_has_its_tense():
    assert tense_at("بعد فوزه الأحد على ضيفه يستعد للقاء آخر", "الأحد") == -1
    assert tense_at("دعا الاتحاد إلى مسيرة الأحد", "الأحد") == 1
    assert tense_at("تدريبات خفيفة قبل لقاء الأحد", "الأحد") == 1


def test_a_verb_of_the_future_right_after_a_date_looks_ahead():
    assert tense_at("طقس يوم الجمعة سيكون غائما", "يوم الجمعة") == 1
    assert tense_at("رخصة نالها الجمعة وستفتح القاعة", "الجمعة") == 0


def test_a_word_is_never_read_by_half():
    assert {tense_at(f"المباراة تقام {'ثم ' * 50}{'و' * some} السبت", "السبت") for some in range(1, 15)} == {0}


def test_the_nearest_word_before_decides():
    text = "أعلن الوزير أن الأشغال ستنطلق في مارس"
    assert tense_of(text, Span(text.index("مارس"), len(text)), 0, len(text), numbered=True) == 1
    text = "كان الوزير الذي سيستقيل قد زار المدينة في مارس"
    assert tense_of(text, Span(text.index("مارس"), len(text)), 0, len(text), numbered=True) == -1


def test_sentences_are_found_by_their_place():
    text = "وصل الوفد. ثم غادر! واستراح\nفي الفندق"
    bounds = sentence_bounds(text)
    assert [sentence_at(bounds, text.index(word)) for word in ("وصل", "غادر", "واستراح", "الفندق")] == [0, 1, 2, 3]


def test_a_decimal_point_ends_no_sentence():
    assert sentence_bounds("بلغ 3.5 مليون") == (0,)


def test_the_day_to_which_something_is_put_off_is_to_come():
    assert tense_at("أرجأت المحكمة الجلسة الأحد", "الأحد") == -1
    assert tense_at("أرجأ الاتحاد اللقاء إلى الأحد", "الأحد") == 1
    assert tense_at("مددت الهيئة مهلة التسجيل حتى 12 مايو", "12 مايو") == 1
    assert tense_at("وصل من أجل الصلح إلى القرية الأحد", "الأحد") == -1
