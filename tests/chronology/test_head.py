from dataclasses import replace

import pytest

from timeline_app.chronology.reports.head import clauses_of
from timeline_app.chronology.sentences.clause import Shape
from timeline_app.chronology.sentences.sentence import sentences_of
from timeline_app.model.daterange import Grain


def clauses(marked, published=None):
    (sentence,) = sentences_of(marked.article, marked.readings)
    found = clauses_of(sentence, sentence.readings, marked.article.text, published)
    return [(c.shape, c.span.of(marked.article.text)) for c in found]


def test_the_clause_around_the_date_leaves_out_the_preface(written):
    found = clauses(written("في خطوة تعكس تقديرا كبيرا، افتتح الوزير المعرض يوم 5 ماي 2019.", ("يوم 5 ماي 2019", "2019-05-05")))
    assert found == [(Shape.VERB, "افتتح الوزير المعرض يوم 5 ماي 2019")]


def test_an_event_in_a_relative_clause_keeps_to_its_noun_phrase(written):
    text = "رفض الوزير إعادة الانتخابات التي جرت في 12 ماي 2018"
    assert clauses(written(text, ("12 ماي 2018", "2018-05-12"))) == [(Shape.RELATIVE, "الانتخابات التي جرت في 12 ماي 2018")]


def test_an_event_after_since_is_the_noun_that_since_governs(written):
    text = "تعيش البلاد هدوءا منذ سقوط النظام القديم عام 2003"
    assert clauses(written(text, ("عام 2003", "2003"))) == [(Shape.NOUN, "سقوط النظام القديم عام 2003")]


def test_one_sentence_may_hold_two_events(written):
    text = "استضافت المدينة المؤتمر في 2007، وفي 2013 احتضنت المعرض"
    found = clauses(written(text, ("2007", "2007"), ("2013", "2013")))
    assert [span for _, span in found] == ["استضافت المدينة المؤتمر في 2007", "وفي 2013 احتضنت المعرض"]


def test_what_is_agreed_today_for_a_later_day_is_the_later_event(written):
    marked = written("اتفقت الأطراف على إجراء انتخابات في 10 دجنبر 2018", ("10 دجنبر 2018", "2018-12-10"), published="2018-05-29")
    found = clauses(marked, marked.article.published.when)
    assert found == [(Shape.NOUN, "إجراء انتخابات في 10 دجنبر 2018")]


def test_days_after_an_event_date_what_stands_before_it(written):
    text = "وجاءت الجلسة بعد يوم واحد من تأكيد الوزير وقوع الخروقات"
    assert clauses(written(text, ("بعد يوم واحد", "2018-06-06")))[0][1] == "وجاءت الجلسة بعد يوم واحد"


def test_an_agency_and_its_place_are_not_part_of_the_first_sentence(written):
    marked = written("الرباط (وكالات) - وصل الوفد أمس إلى المدينة.", ("أمس", "2019-05-04"))
    assert clauses(marked)[0][1].startswith("وصل الوفد")


@pytest.mark.parametrize("mark", ["؟", "!", "."])
def test_a_sentence_ends_at_its_mark_and_not_inside_a_number(written, mark):
    text = f"بلغت النسبة 3.5 في المئة{mark} ثم انخفضت."
    assert [s.span.of(text) for s in sentences_of(written(text).article, ())] == [f"بلغت النسبة 3.5 في المئة{mark}", "ثم انخفضت."]


def test_what_is_settled_behind_a_comma_for_a_later_day_is_a_clause_of_its_own(written):
    text = "أعلن النادي تأجيل القرعة، على أن تقام يوم 10 دجنبر 2018"
    marked = written(text, ("يوم 10 دجنبر 2018", "2018-12-10"), published="2018-05-29")
    assert clauses(marked, marked.article.published.when) == [(Shape.VERB, "تقام يوم 10 دجنبر 2018")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قضى القاضي على عشرة بتهمة اقتحام متحف القلعة سنة 2014", "اقتحام متحف القلعة سنة 2014"),
        ("أصدرت المحكمة أحكامها في قضية تتعلق بسرقة مصرف الميناء سنة 2014", "سرقة مصرف الميناء سنة 2014"),
    ],
)
def test_an_old_date_behind_a_charge_is_of_what_was_done(written, text, told):
    marked = written(text, ("سنة 2014", "2014"), published="2018-05-29")
    assert [span.removeprefix("ب") for _, span in clauses(marked, marked.article.published.when)] == [told]


def test_the_hour_of_a_day_is_no_second_date_but_that_of_another_verb_is(written):
    text = "يلتقي الفريقان غدا في ملعب الواحة عند السابعة مساء، ويفتح الملعب أبوابه عند الرابعة عصرا"
    marked = written(text, ("غدا", "2018-05-30"), ("السابعة مساء", "2018-05-30"), ("الرابعة عصرا", "2018-05-30"))
    timed = tuple(
        r if r.span.of(text) == "غدا" else replace(r, ranges=(replace(r.ranges[0], grain=Grain.MINUTE),)) for r in marked.readings
    )
    assert [len(c.readings) for c in clauses_of(sentences_of(marked.article, timed)[0], timed, text)] == [2, 1]


def test_what_is_held_with_who_holds_it_is_told_by_its_helping_verb(written):
    found = clauses(written("سيجري الفريق حصة تدريبية يوم 5 ماي 2019", ("يوم 5 ماي 2019", "2019-05-05")))
    assert [shape for shape, _ in found] == [Shape.VERB]


def test_what_then_leads_in_shares_the_verb_before_it(written):
    text = "عين قاضيا سنة 1990 ثم وزيرا للعدل سنة 2004"
    found = clauses(written(text, ("سنة 1990", "1990"), ("سنة 2004", "2004")))
    assert [span for _, span in found][-1] == "ثم وزيرا للعدل سنة 2004"
