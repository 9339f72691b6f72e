"""Which words does a written word hold?"""

from __future__ import annotations

import pytest

from timeline_app.language.clitic import core, pattern, words_within


@pytest.mark.parametrize(
    ("word", "within"),
    [
        ("وبالمغرب", {"بالمغرب", "المغرب", "مغرب"}),
        ("للمغرب", {"المغرب", "مغرب"}),
        ("والدوره", {"الدوره", "دوره"}),
        ("لمراكش", {"مراكش"}),
        ("مراكش", set()),
        ("في", set()),
        ("وهو", set()),
    ],
)
def test_prefixes_come_off_one_after_the_other(word, within):
    assert set(words_within(word)) >= within
    assert word not in words_within(word)


def test_no_remainder_is_shorter_than_a_word():
    assert all(len(inner) >= 3 for word in ("وكل", "بال", "فال", "للا") for inner in words_within(word))


@pytest.mark.parametrize("text", ["المغرب", "بالمغرب", "وللمغرب", "فبالمغرب"])
def test_the_pattern_finds_a_word_behind_its_prefixes(text):
    match = pattern("مغرب").search(text)
    assert match.group("word") == "مغرب"


def test_the_pattern_finds_no_word_inside_another():
    assert pattern("غرب").search("المغرب") is None


def test_the_core_stands_in_every_text_the_pattern_finds():
    for text in ("المغرب", "للمغرب", "بالمغرب"):
        assert pattern("المغرب").search(text)
        assert core("المغرب") in text
