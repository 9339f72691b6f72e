"""Does reading a text hold its memory, whatever is in it?"""

import pytest

from timeline_app.extraction import recognition, rule
from timeline_app.extraction.recognition import recognise
from timeline_app.language import word
from timeline_app.resolution import tense
from timeline_app.services.tagging import tag

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def unseen(number):
    return "م" + "".join(LETTERS[number // 28**place % 28] for place in range(3))


@pytest.fixture
def small(monkeypatch):
    """Everything that is remembered of words holds fifty of them, and the machine is made anew."""
    for module, name in ((word, "_MEMO"), (recognition, "_MEMO"), (rule, "_MET")):
        monkeypatch.setattr(module, name, 50)
    recognition._machine.cache_clear()
    rule.grammar.cache_clear()
    yield recognition._machine()
    recognition._machine.cache_clear()
    rule.grammar.cache_clear()


def test_what_is_remembered_of_words_is_bounded(small):
    text = " ".join(f"{unseen(number)} في {number % 28 + 1} مارس {1900 + number % 100} ،" for number in range(500))
    found = recognise(text)
    assert len(found) == 500
    assert all(expression.text.split(" ")[1] == "مارس" for expression in found)
    assert len(small.vocabulary) <= 50
    assert len(small.codes) <= 50
    assert all(len(matcher) <= 50 for matcher in small.grammar.levels)


def test_a_forgotten_word_is_read_again_as_before(small):
    text = "اجتمع الوفد يوم الأحد 24 نوفمبر 2025 ثم عاد بعد ثلاثة أيام."
    before = recognise(text)
    recognise(" ".join(map(unseen, range(200))))
    assert recognise(text) == before


def test_the_words_looked_at_beside_a_date_are_few_even_where_no_space_divides_them(monkeypatch):
    looked = []
    for name in ("_tense_beside", "_last_tense"):
        plain = getattr(tense, name)
        monkeypatch.setattr(tense, name, lambda text, plain=plain: looked.append(len(text)) or plain(text))
    tag("مارس/" * 2000)
    assert looked
    assert max(looked) < 200
