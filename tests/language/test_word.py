"""Does a token know its classes, its clitics and its place?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.language.word import TOKEN, Vocabulary, read_token

VOCABULARY = Vocabulary()


@given(st.text())
def test_tokens_tile_the_text(text):
    assert "".join(TOKEN.findall(text)) == text


@given(st.text(min_size=1))
def test_the_core_of_a_token_lies_within_it(text):
    for token in TOKEN.findall(text):
        word = VOCABULARY[token]
        assert 0 <= word.lead <= word.end <= len(token)


@pytest.mark.parametrize(
    ("token", "name", "clitic", "lead"),
    [
        ("نوفمبر", "gregorian-month", "", 0),
        ("ونوفمبر", "gregorian-month", "+", 1),
        ("بنوفمبر", "gregorian-month", "~", 1),
        ("للعام", "the-one.year", "~", 1),
        ("وَالأَحد", "weekday", "+", 2),
        ("فجر", "part", "", 0),
        ("لليلة", "one", "~", 1),
    ],
)
def test_clitics_are_cut_off_and_counted(token, name, clitic, lead):
    word = read_token(token)
    assert name in word.classes
    assert (word.clitic, word.lead) == (clitic, lead)


def test_spaces_and_marks_after_a_word_are_not_of_it():
    assert read_token("نوفمبر\u00a0\u200f ").end == len("نوفمبر")


def test_a_word_that_only_folds_like_one_of_time_is_another_word():
    assert "day-adverb" in read_token("ليلا").classes
    assert "day-adverb" not in read_token("لئلا").classes


def test_a_monstrous_token_is_read_and_not_kept():
    vocabulary = Vocabulary()
    assert vocabulary["9" * 100_000].classes
    assert not vocabulary
