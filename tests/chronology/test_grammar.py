import pytest

from timeline_app.chronology.phrases.grammar import Border, grammar_of
from timeline_app.chronology.sentences.words import words_of


def grammar(text):
    return grammar_of(words_of(text), text)


def finite(text):
    read = grammar(text)
    return [read.raw(i) for i in range(len(read.words)) if read.finite[i]]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("أعلنت الوزارة فرض رسوم جديدة", ["أعلنت"]),
        ("أعلنت الوزارة، فرض رسوم جديدة على الواردات", ["أعلنت"]),
        ("الرئيس السابق نقل السلطة إلى نائبه", ["نقل"]),
        ("برلين تعقد مؤتمرًا حول المناخ", ["تعقد"]),
        ("محمد ولد سالم يزور المدينة", ["يزور"]),
        ("دخل الوفد القاعة في فيفري", ["دخل"]),
        ("المدينة القديمة سيزورها الوفد", ["سيزورها"]),
        ("حيث سيتم نشر التقرير", ["سيتم"]),
        ("سليم تلقى تعليمه في حلب", ["تلقى"]),
    ],
)
def test_a_verb_is_told_from_the_noun_it_looks_like(text, verbs):
    assert finite(text) == verbs


def test_a_verb_that_describes_a_noun_is_not_the_verb_of_its_clause():
    read = grammar("وقع حادث أودى بحياة سائق")
    assert [read.raw(i) for i in range(len(read.words)) if read.modifies(i)] == ["أودى"]


@pytest.mark.parametrize(
    ("text", "described"), [("وأثناء حفر نفق جديد عثر على آثار", []), ("وفي ندوة عامة نظمتها الكلية", ["نظمتها"])]
)
def test_a_verb_of_nobody_describes_no_noun_and_one_with_a_pronoun_of_it_does(text, described):
    read = grammar(text)
    assert [read.raw(i) for i in range(len(read.words)) if read.modifies(i)] == described


@pytest.mark.parametrize(
    ("text", "word", "border"),
    [
        ("غادر الوفد القاعة وعاد إلى الفندق", "وعاد", Border.CLAUSE),
        ("زار الوزير القرية والمدينة", "والمدينة", Border.JOINED),
        ("قال الوزير إن السد آمن", "إن", Border.CONTENT),
        ("زار الوزير السد الذي انهار", "الذي", Border.RELATIVE),
        ("زار الوزير السد في خطوة تعكس اهتمامه", "خطوة", Border.NONE),
        ("زار الوزير السد، في خطوة تعكس اهتمامه", "في", Border.CLAUSE),
        ("وصل نحو 350 زائرا", "نحو", Border.NONE),
        ("قال «الوزير في القاعة» كلاما", "في", Border.NONE),
    ],
)
def test_what_begins_with_a_word_parts_it_from_what_stands_before(text, word, border):
    read = grammar(text)
    at = next(i for i in range(len(read.words)) if read.raw(i) == word)
    assert read.border(at) is border
