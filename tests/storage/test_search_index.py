"""Which paragraphs hold these words? Words are given folded."""

from __future__ import annotations

import pytest

from timeline_app.storage.search_index import SearchIndex


@pytest.fixture
def index():
    made = SearchIndex()
    made.add(
        [
            (1, "زار المغرب وفد كبير", "مغرب"),
            (2, "اقيم بالمغرب معرض", "المغرب مغرب اقيم"),
            (3, "صحيفه مغربيه يوميه", ""),
            (4, "غرب المدينه سوق", "مدينه"),
        ]
    )
    yield made
    made.close()


def test_whole_words_come_before_words_behind_prefixes_before_words_that_only_begin_so(index):
    assert index.find([["مغرب"]], 10) == [1, 2, 3]
    assert index.find([["المغرب"]], 10) == [1, 2]


def test_a_word_is_not_found_in_the_middle_of_another(index):
    assert index.find([["غرب"]], 10) == [4]


def test_every_term_must_be_there(index):
    assert index.find([["المغرب"], ["وفد"]], 10) == [1]
    assert index.find([["المغرب"], ["سوق"]], 10) == []


def test_the_words_of_one_term_stand_in_a_row(index):
    assert index.find([["وفد", "كبير"]], 10) == [1]
    assert index.find([["كبير", "وفد"]], 10) == []


def test_the_last_word_of_a_row_may_go_on(index):
    assert index.find([["وفد", "كب"]], 10) == [1]


def test_no_more_are_told_than_asked_for(index):
    assert index.find([["مغرب"]], 2) == [1, 2]


def test_nothing_is_found_for_no_terms(index):
    assert index.find([], 10) == []
    assert index.find([[]], 10) == []


def test_quotes_and_operators_are_words_like_others():
    index = SearchIndex()
    index.add([(1, 'near and or not " x', "")])
    assert index.find([["or"], ["not"]], 10) == [1]
    assert index.find([['"']], 10) == []
    index.close()


def test_paragraphs_may_come_in_several_times(index):
    index.add([(9, "وفد اخر", "")])
    assert index.find([["وفد"]], 10) == [1, 9]
