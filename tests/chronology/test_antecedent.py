import pytest

from timeline_app.chronology.phrases.antecedent import antecedent, meant
from timeline_app.chronology.phrases.grammar import grammar_of
from timeline_app.chronology.sentences.words import words_of


def found(text, *, bland=False):
    words = words_of(text)
    grammar = grammar_of(words, text)
    relative = next(i for i in range(len(words)) if grammar.form(i) in ("الذي", "التي", "الذين", "والتي", "والذي"))
    return " ".join(grammar.raw(i) for i in antecedent(grammar, relative, bland=bland))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ندد باستقالة الوزير العجوز الذي حكم البلاد", "الوزير العجوز"),
        ("زار الوفد القلعة القديمة في دمياط، التي بناها الأهالي", "القلعة القديمة في دمياط"),
        ("بحث المجلس بناء المخازن والجسر القديم الذي هدمه السيل", "والجسر القديم"),
        ("التقى وزير التربية والتعليم الذي عاد من السفر", "وزير التربية والتعليم"),
        ("تحدث عن غلاء الزيوت في تطوان والتي تضاعفت أسعارها", "الزيوت في تطوان"),
        ("شاهد خمسة رسامين منهم الرسام هاني الذي عاد إلى القرية", "الرسام هاني"),
        ("التقى ممثلي الوفد الوزاري الذي كان", "الوفد الوزاري"),
        ("دام القصف عشرين يوما التي", ""),
    ],
)
def test_a_relative_clause_tells_of_what_its_pronoun_agrees_with(text, wanted):
    assert found(text) == wanted


def test_what_took_place_is_an_event():
    assert found("انتهى فرز أصوات انتخابات البلدية التي جرت", bland=True) == "انتخابات البلدية"
    assert found("انتهى إعلان نتائج الجولة الأولى التي جرت", bland=True) == "الجولة الأولى"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("نشر الاتحاد مباريات من دوري المحترفين والذي سينطلق غدا", "دوري المحترفين"),
        ("نشر الاتحاد مباريات من دوري المحترفين لموسم 2031-2032 والذي سينطلق غدا", "دوري المحترفين"),
    ],
)
def test_a_plural_or_a_season_is_not_what_a_singular_pronoun_means(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("سافر لحضور معرض القرية الدولي للزيتون الذي ينطلق", "ينطلق", "معرض القرية الدولي للزيتون"),
        ("وصل إلى اجتماع الدورة الثانية لمجلس الأمناء التي ستعقد", "ستعقد", "الدورة الثانية لمجلس الأمناء"),
        ("تحدث عن هدنة الجيران خلال شهر رجب الذي بدأ", "بدأ", "شهر رجب"),
        ("عاد من المتجر الذي افتتح", "افتتح", "المتجر"),
    ],
)
def test_what_begins_or_is_held_is_rather_an_event(text, verb, wanted):
    words = words_of(text)
    grammar = grammar_of(words, text)
    relative = next(i for i in range(len(words)) if grammar.form(i) in ("الذي", "التي"))
    at = next(i for i in range(len(words)) if grammar.raw(i) == verb)
    assert wanted in " ".join(grammar.raw(i) for i in meant(grammar, relative, at, bland=False))
