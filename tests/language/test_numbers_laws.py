"""Laws of number words: an independent speller's words are read back, and nothing fails."""

from hypothesis import given
from hypothesis import strategies as st
from pyarabic.number import ArNumbers

from timeline_app.language.numbers import number_words, read_number

SPELLER = ArNumbers()
WORDS = sorted(number_words())


@given(st.integers(1, 999_999))
def test_a_spelled_number_is_read_back(number):
    tokens = SPELLER.int2str(str(number)).split()
    found = read_number(tokens)
    assert (found.value, found.count) == (number, len(tokens))


@given(st.lists(st.text() | st.sampled_from(WORDS) | st.sampled_from(WORDS).map("و{}".format), max_size=12), st.integers(-2, 14))
def test_any_tokens_give_a_number_within_them_or_none(tokens, at):
    found = read_number(tokens, at)
    if found is not None:
        assert 1 <= found.count <= len(tokens) - at
        assert found.value >= 0


@given(st.sampled_from(WORDS), st.integers(0, 3))
def test_a_number_looks_at_few_tokens_however_long_the_run(word, start):
    class Watched(list):
        looked = 0

        def __getitem__(self, index):
            Watched.looked += 1
            return super().__getitem__(index)

    for joined in ("", "و"):
        Watched.looked = 0
        read_number(Watched([word] + [joined + word] * 5000), start)
        assert Watched.looked < 200
