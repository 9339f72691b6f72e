import pytest

from timeline_app.chronology.phrases.deferred import does_later
from timeline_app.chronology.phrases.grammar import grammar_of
from timeline_app.chronology.sentences.words import words_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("انتقلت إلى القرية البعيدة فرقة جديدة", True),
        ("يمر بالقرب من القرية مرة أخرى", False),
        ("يهبط إلى نصف القيمة متوقفا عند الحد", False),
        ("يعود إلى القرية في العام 2030", False),
    ],
)
def test_an_indefinite_noun_behind_a_phrase_may_be_the_doer(text, wanted):
    words = words_of(text)
    assert does_later(grammar_of(words, text), range(len(words))) is wanted
