"""To which clause of a sentence a date belongs: its relative clause, the sitting where something is ruled, a later day."""

import pytest

from timeline_app.chronology.reports.head import clauses_of
from timeline_app.chronology.sentences.clause import Shape
from timeline_app.chronology.sentences.sentence import sentences_of


def clauses(marked):
    (sentence,) = sentences_of(marked.article, marked.readings)
    return clauses_of(sentence, sentence.readings, marked.article.text, marked.article.published.when)


def spans(marked):
    return [c.span.of(marked.article.text) for c in clauses(marked)]


def test_a_relative_clause_keeps_its_date_and_the_main_verb_has_its_own(written):
    text = "ناقلة «نجمة الجنوب» التي احترقت في فبراير الماضي، غادرت حوض الإصلاح، الاثنين"
    marked = written(text, ("فبراير الماضي", "2021-02"), ("الاثنين", "2021-03-08"))
    inner, outer = clauses(marked)
    assert inner.shape is Shape.RELATIVE
    assert outer.shape is Shape.VERB
    assert outer.sentence.words[outer.head].form == "غادرت"


def test_a_relative_clause_of_a_person_is_not_the_event_named_before_him(written):
    text = "نال المتحف في افتتاحه منحة من الثري نعيم الكاتب الذي مات في 2016"
    assert spans(written(text, ("2016", "2016"))) == ["الثري نعيم الكاتب الذي مات في 2016"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أرجأ النادي السباق الذي كان مقررا الأحد", "السباق الذي كان مقررا الأحد"),
        ("طلب النادي من الحارس الذي كان مقررا أن يغيب الأحد مالا", "الحارس الذي كان مقررا أن يغيب الأحد مالا"),
    ],
)
def test_what_was_planned_for_a_day_is_told_of_it_and_not_who_puts_it_off(written, text, told):
    assert spans(written(text, ("الأحد", "2021-03-07"))) == [told]


@pytest.mark.parametrize(
    ("text", "date", "verb"),
    [
        ("حكمت محكمة الميناء، بجلستها المنعقدة صباح اليوم، ببراءة قبطان السفينة", "صباح اليوم", "حكمت"),
        ("قررت اللجنة خلال جلستها اليوم إغلاق المصنع القديم", "اليوم", "قررت"),
        ("أعلنت النقابة في بيان اليوم تعليق الإضراب", "اليوم", "اعلنت"),
        ("وفي بيان اليوم أعلنت النقابة تعليق الإضراب", "اليوم", "اعلنت"),
    ],
)
def test_what_is_ruled_or_said_in_a_sitting_is_dated_with_it(written, text, date, verb):
    (clause,) = clauses(written(text, (date, "2021-03-09")))
    assert clause.shape is Shape.VERB
    assert clause.sentence.words[clause.head].form == verb


def test_a_sitting_that_nothing_is_told_of_stays_the_event(written):
    text = "تعرف الأوساط الرياضية ترقبا منذ جلسة الخميس"
    (clause,) = clauses(written(text, ("الخميس", "2021-03-04")))
    assert clause.shape is Shape.NOUN


def test_the_day_to_which_something_is_put_off_tells_what_is_put_off(written):
    text = "قرر القاضي اليوم تأجيل محاكمة صاحب المنجم في قضية انهيار عام 2009، إلى 4 مايو المقبل"
    marked = written(text, ("اليوم", "2021-03-09"), ("عام 2009", "2009"), ("4 مايو المقبل", "2021-05-04"))
    assert spans(marked)[-1].startswith("تأجيل محاكمة صاحب المنجم")


def test_a_date_inside_what_is_put_off_is_no_day_of_the_ruling(written):
    text = "أصدر القاضي قرارا بتأجيل النظر في شكوى ضد سارق لوحات القصر الأسبوع الماضي، لجلسة الثلاثاء المقبل"
    marked = written(text, ("الأسبوع الماضي", "2021-03-01/2021-03-07"), ("الثلاثاء المقبل", "2021-03-16"))
    first, second = clauses(marked)
    assert first.shape is Shape.NONE
    assert second.span.of(text).startswith("بتأجيل النظر")


def test_the_same_day_in_other_words_is_one_clause(written):
    text = "تجرى مباراة العودة بعد أربعة أيام أي في 9 أبريل بملعب الواحة"
    marked = written(text, ("بعد أربعة أيام", "2021-04-09"), ("9 أبريل", "2021-04-09"))
    assert len(clauses(marked)) == 1


def test_a_verb_that_no_lexicon_knows_tells_something(written):
    (clause,) = clauses(written("استهجنت جمعيات الحي الثلاثاء لون السور", ("الثلاثاء", "2021-03-09")))
    assert clause.shape is Shape.VERB
    assert clause.trigger.kind == "other"


@pytest.mark.parametrize("text", ["كان يبحلق كل الناس فيها عام 2009", "عام 2009 للواحة وأهلها"])
def test_a_habit_and_a_phrase_without_a_verb_tell_nothing(written, text):
    (clause,) = clauses(written(text, ("عام 2009", "2009")))
    assert clause.shape is Shape.NONE


def test_two_years_after_between_are_one_stretch(written, chronicle):
    text = "استمر الحصار على القلعة بين عامي 1911 و1914."
    (event,) = chronicle(written(text, ("عامي 1911 و1914", "1911", "1914"))).events
    assert event.dates[0].days > 3 * 365


def test_what_is_said_belongs_to_the_day_of_the_saying_up_to_the_clause_of_the_next_date(written):
    text = "قال أصحاب المصنع أمس الاثنين إن الخلاف انتهى بتسوية، وقالت النقابة إن العمل سيستأنف في 7 يوليو"
    marked = written(text, ("أمس الاثنين", "2021-07-05"), ("7 يوليو", "2021-07-07"))
    assert spans(marked)[0] == "قال أصحاب المصنع أمس الاثنين إن الخلاف انتهى بتسوية"


def test_what_was_past_for_the_speaker_on_his_day_is_part_of_what_he_said(written):
    text = "قال المحافظ مساء السبت إن المجلس قرر اليوم خفض أسعار الماء"
    first, _ = spans(written(text, ("مساء السبت", "2021-07-03"), ("اليوم", "2021-07-03")))
    assert first.endswith("خفض أسعار الماء")


def test_two_days_side_by_side_are_one_clause_and_two_in_two_clauses_are_two(written):
    dates = (("السبت", "2021-07-03"), ("والأحد", "2021-07-04"))
    assert len(clauses(written("والسبت والأحد، سجلت المستشفيات وفاة ثلاثين مريضا", *dates))) == 1
    assert len(clauses(written("زار الوفد القلعة السبت، والأحد زار الواحة", *dates))) == 2


@pytest.mark.parametrize(
    ("text", "date", "when", "passage"),
    [
        (
            "جمع الحزب التبرعات استعدادا للانتخابات البلدية في 12 أكتوبر",
            "12 أكتوبر",
            "2021-10-12",
            "للانتخابات البلدية في 12 أكتوبر",
        ),
        ("اختار الأهالي تاريخ تنصيب الأمير في سنة 1950", "سنة 1950", "1950", "تنصيب الأمير في سنة 1950"),
    ],
)
def test_what_is_prepared_for_and_what_a_day_is_named_after_keep_their_date(written, text, date, when, passage):
    assert spans(written(text, (date, when), published="2021-07-01"))[-1] == passage


def test_what_a_length_is_counted_from_keeps_its_date(written):
    text = "بقي الجسر رمزا للصمود بعد ست سنوات من الحصار والعدوان الغادر في 5 يونيو 1967"
    marked = written(text, ("بعد ست سنوات", "1973"), ("5 يونيو 1967", "1967-06-05"))
    assert "والعدوان الغادر في 5 يونيو 1967" in spans(marked)


def test_a_preparation_that_is_itself_carried_out_keeps_its_date(written):
    text = "سيجري التحضير للمعرض الكبير في 12 أكتوبر"
    assert spans(written(text, ("12 أكتوبر", "2021-10-12"), published="2021-07-01")) == [text]


def test_one_toll_is_one_clause_from_its_first_verb_on(written):
    text = "قتل ثلاثة جنود وأصيب خمسة آخرون في انفجار لغم الاثنين"
    (clause,) = clauses(written(text, ("الاثنين", "2021-07-05")))
    assert (clause.head, clause.span.of(text)) == (0, text)


def test_a_toll_told_in_another_clause_begins_with_its_own_verb(written):
    text = "غادر الوفد المدينة، وأصيب خمسة جنود في انفجار لغم الاثنين"
    (clause,) = clauses(written(text, ("الاثنين", "2021-07-05")))
    assert clause.span.of(text).startswith("وأصيب")


def test_an_indefinite_noun_that_a_pronoun_goes_back_to_keeps_its_date(written):
    text = "مهد الوفد الطريق لإجراء انتخابات تدعمها الدول قبل نهاية 2018"
    (found,) = spans(written(text, ("نهاية 2018", "2018-09-01/2018-12-31")))
    assert found == "انتخابات تدعمها الدول قبل نهاية 2018"
