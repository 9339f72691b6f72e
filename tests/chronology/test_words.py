import pytest

from timeline_app.chronology.sentences.words import stem, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("كنيسة", "كنائس"), ("صندوق", "الصناديق"), ("الهجوم", "هجمات"), ("للإنتربول", "الأنتربول"), ("تشريعية", "التشريعية")],
)
def test_spellings_and_plurals_of_one_word_have_one_stem(one, other):
    assert stem(words_of(one)[0].form) == stem(words_of(other)[0].form)


@pytest.mark.parametrize(("one", "other"), [("مراكش", "الرباط"), ("انتخاب", "انتحار"), ("محكمة", "حكومة")])
def test_different_words_keep_different_stems(one, other):
    assert stem(words_of(one)[0].form) != stem(words_of(other)[0].form)


def test_words_stand_where_they_stand_in_the_text_and_numbers_stay_whole():
    text = "بلغت ٣٫٥ مليون، ثمّ 1,200."
    found = words_of(text)
    assert [text[w.start : w.end] for w in found] == ["بلغت", "٣٫٥", "مليون", "،", "ثمّ", "1,200", "."]
    assert [w.is_mark for w in found] == [False, False, False, True, False, False, True]


@pytest.mark.parametrize("spelled", ["خليلوزيتش", "حاليلوزيتش", "خاليلوزيتش", "لخليلوزيتش"])
def test_a_long_foreign_name_is_known_by_its_sound(spelled):
    assert stem(spelled) == stem("حليلوزيتش")


@pytest.mark.parametrize(("one", "other"), [("استقطاب", "استقتاب"), ("مستضعفين", "مستدعفين"), ("طريق", "تريق"), ("قطار", "كتار")])
def test_an_arabic_word_is_known_by_its_letters(one, other):
    assert stem(one) != stem(other)
