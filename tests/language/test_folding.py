"""Do two spellings of one word become equal, and does every offset lead back?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.language.folding import bare_word, fold, fold_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أبريل", "ابريل"),
        ("إيار", "أيار"),
        ("الثّلاثاء", "الثلاثاء"),
        ("نوفمبـــر", "نوفمبر"),
        ("جويلية", "جويليه"),
        ("٢٠٢٥", "2025"),
        ("۲۰۲۵", "2025"),
        ("\u200f24\u200f", "24"),
        (unicodedata.normalize("NFD", "أول آب"), "أول آب"),
        ("مائة", "مايه"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert fold_word(one) == fold_word(other)


def test_a_word_written_with_its_hamza_can_be_told_from_one_that_folds_alike():
    assert fold_word("لئلا") == fold_word("ليلا")
    assert bare_word("لِئلّا") == "لئلا"


@given(st.text(alphabet="أإآابتثىيةه \u064e\u0651\u0640\u200f٠١٢abc\n"))
def test_every_folded_character_leads_back_to_one_that_folds_into_it(text):
    folded = fold(text)
    assert folded.text == fold_word(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert all(fold_word(text[place]) == letter for letter, place in zip(folded.text, folded.offsets, strict=False))


@given(st.text())
def test_folding_twice_folds_once(text):
    assert fold_word(fold_word(text)) == fold_word(text)
