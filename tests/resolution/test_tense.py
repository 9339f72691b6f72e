"""Does the sentence around an expression look back or ahead?"""

import pytest

from timeline_app.model.span import Span
from timeline_app.resolution.tense import sentence_at, sentence_bounds, tense_of, word_tense


@pytest.mark.parametrize("word", ["سيعقد", "وستنطلق", "المقرر", "سوف", "سنعمل"])
def test_a_word_of_the_future_looks_ahead(word):
    assert word_tense(word) == 1


@pytest.mark.parametrize("word", ["سياره", "سته", "سيد", "ستين", "مدرسه", "الوزير"])
def test_a_noun_that_begins_like_a_future_verb_does_not(word):
    assert word_tense(word) == 0


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
