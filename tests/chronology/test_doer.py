import pytest

from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.traits.doer import doer_before, doer_told, ends_in_pronoun, lacks_doer, seems_verb


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("انتقل إلى دمشق", True),
        ("انتقل الوزير إلى دمشق", False),
        ("سيقابل زميله", True),
        ("نظم نحو 40 تلميذا رحلة", False),
        ("بلغ نحو 40", True),
    ],
)
def test_a_verb_with_nobody_beside_it_lacks_its_doer(text, alone):
    words = words_of(text)
    assert lacks_doer(words, range(len(words)), text) is alone


@pytest.mark.parametrize(("word", "ends"), [("موكله", True), ("قوة", False), ("الله", False), ("مياه", False), ("دورتها", True)])
def test_a_pronoun_at_the_end_of_a_word_is_told_from_its_own_letters(word, ends):
    assert ends_in_pronoun(word) is ends


def test_a_word_of_the_future_is_a_verb_and_a_car_is_none():
    assert seems_verb("سيقابل")
    assert not seems_verb("سياره")


def test_the_doer_of_the_sentence_before_is_found_only_where_the_verbs_agree():
    text = "ولدت الكاتبة في طنجة. انتقلت إلى الرباط."
    at = text.index("انتقلت")
    assert doer_told(words_of(text, at), 0, text) == "الكاتبة"
    other = text.replace("انتقلت", "انتقل")
    assert doer_told(words_of(other, at), 0, other) == ""


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("غادر العمال القرية وأحرقوا المخزن", "وأحرقوا", "العمال القرية"),
        ("اشترت شركة الزيوت المصنع وبدأت الإنتاج", "وبدأت", "شركة الزيوت"),
        ("رصدت هيئة البحار الموجة ووقعت الهزة", "ووقعت", ""),
    ],
)
def test_the_doer_is_shared_by_the_verb_that_is_joined(text, verb, wanted):
    words = words_of(text)
    at = next(i for i, w in enumerate(words) if text[w.start : w.end] == verb)
    assert " ".join(text[words[i].start : words[i].end] for i in doer_before(words, at)) == wanted


def test_a_name_is_lent_whole_or_not_at_all():
    text = "أسس صالح بن علي القرية وانتهى من بنائها"
    words = words_of(text)
    at = next(i for i, w in enumerate(words) if w.form == "وانتهي")
    assert [words[i].form for i in doer_before(words, at)][:3] == ["صالح", "بن", "علي"]
    cut = words_of("أسس صالح بن وانتهى من بنائها")
    assert doer_before(cut, 3) == []
