import pytest

from timeline_app.chronology.fuller import in_full
from timeline_app.chronology.mention import reports_of

NEWS = (
    "صوت الناس في استفتاء على دستور جديد. وبعد الاستفتاء عاد النواب. "
    "وهز انفجار مستودع الحبوب الحي. وزار الوفد المعرض البحري الكبير قرب الميناء."
)


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("الاستفتاء", "استفتاء على دستور جديد"),
        ("الانفجار", "انفجار مستودع الحبوب"),
        ("الحادثة", "انفجار مستودع الحبوب"),
        ("المعرض", "المعرض البحري"),
        ("الهجوم", ""),
    ],
)
def test_an_event_of_one_word_is_known_by_what_was_told_of_it(noun, wanted):
    assert in_full(noun, NEWS, len(NEWS)) == wanted


def test_what_was_told_last_before_is_meant_and_else_what_is_told_behind():
    text = "ضرب زلزال الوادي الميناء. ثم ضرب زلزال الجبل الميناء."
    assert in_full("الزلزال", text, len(text)) == "زلزال الجبل"
    assert in_full("الزلزال", text, text.index("ثم")) == "زلزال الوادي"
    assert in_full("الزلزال", text, 0) == "زلزال الوادي"


def _title(written, text, date):
    marked = written(text, (date, "2019"))
    return reports_of(marked.article, marked.readings)[0].mention.title


def test_a_date_of_one_noun_is_titled_by_it_and_not_by_the_verb_around_it(written):
    before = "هز انفجار مستودع الحبوب الحي. "
    told = _title(written, before + "وعاد القاضي إلى التحقيق بعد توقف طويل في الحادثة التي وقعت عام 2019.", "عام 2019")
    assert told == "انفجار مستودع الحبوب"


def test_a_noun_that_only_says_in_which_event_leaves_the_title_to_its_verb(written):
    told = _title(written, "جرت انتخابات الرمال قديما. وهزم الدرعاوي خصمه العنيد في انتخابات 2019.", "2019")
    assert told.startswith("هزم الدرعاوي")
