import pytest

from timeline_app.chronology.reports.mention import reports_of
from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.titles.fuller import in_force, in_full, of_trial

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


def test_what_the_verb_before_a_noun_goes_on_with_behind_a_remark_is_none_of_the_nouns(written):
    text = "ارتفع عدد ضحايا حادث قطار الوادي، الذي وقع عام 2019، إلى 40 قتيلا معظمهم عمال."
    assert _title(written, text, "عام 2019") == "حادث قطار الوادي"


def test_several_nouns_joined_are_described_by_a_verb_of_several(written):
    text = "قالت الشرطة إن 40 عاملا بينهم ثلاثون نجارا وحدادا غادروا عام 2019 معمل الزيت."
    assert "40 عاملا بينهم ثلاثون نجارا وحدادا غادروا" in _title(written, text, "عام 2019")


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        ("يدخل حيز التنفيذ", "اتفق الطرفان على قانون الصيد الجديد، يدخل حيز التنفيذ", "دخول قانون الصيد الجديد حيز التنفيذ"),
        ("دخوله حيز التنفيذ", "رحب الوزير باتفاق الصيد قبيل دخوله حيز التنفيذ", "دخول اتفاق الصيد حيز التنفيذ"),
        ("يدخل حيز التنفيذ", "زار الوفد القرية، ثم يدخل حيز التنفيذ", "يدخل حيز التنفيذ"),
        ("دخول القرية القديمة", "اتفق الطرفان على قانون الصيد", "دخول القرية القديمة"),
    ],
)
def test_what_takes_effect_is_the_agreement_told_of_before(title, text, wanted):
    at = text.find("حيز") if "حيز" in text else len(text)
    assert in_force(title, words_of(text), at, text) == wanted


COURT = "أجلت المحكمة النظر بمحاكمة حارس المتحف القديم، ثم عادت."


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("بدء الجلسة", "بدء جلسة محاكمة حارس المتحف القديم"),
        ("قاطع المحامون الجلسة في المدينة", "قاطع المحامون جلسة محاكمة حارس المتحف القديم في المدينة"),
        ("بدء الجلسة الأولى", "بدء الجلسة الأولى"),
        ("عقدت المحكمة جلسة", "عقدت المحكمة جلسة"),
    ],
)
def test_a_bare_session_is_of_the_trial_that_its_article_names(title, wanted):
    assert of_trial(title, COURT) == wanted
    assert of_trial(title, "قرأ القاضي الملف.") == title
