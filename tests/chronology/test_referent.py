import pytest

from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.titles.referent import named, resumed, staged, succeeding


def called(title, text):
    """The title as the sentence behind the text would be titled."""
    return named(title, text, words_of(f"{text} {title}", len(text), len(text) + len(title) + 1))


TEXT = (
    "نشرت شركة زيوت الساحل خطة. وكبرت شركة زيوت الساحل كثيرا. وقضت المحكمة العليا بتعويض. وزار سفينة «نورس» وفد. "
    "وارتفعت أسعار لحوم الماعز. ووصل المهرجان المسرحي البحري إلى القرية. واجتمعت الحكومة الحالية."
)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("زيادة أرباح الشركة", "زيادة أرباح شركة زيوت الساحل"),
        ("منحة للشركة", "منحة لشركة زيوت الساحل"),
        ("نقاش بالمحكمة", "نقاش بالمحكمة العليا"),
        ("غرق السفينة", "غرق سفينة «نورس»"),
        ("استمرار ارتفاع الأسعار", "استمرار ارتفاع أسعار لحوم الماعز"),
        ("اختتام المهرجان", "اختتام المهرجان المسرحي البحري"),
    ],
)
def test_what_is_only_called_by_its_noun_bears_its_one_name(title, wanted):
    assert called(title, TEXT) == wanted


@pytest.mark.parametrize("title", ["إغلاق الشركة القديمة", "بيع الشركة الساحلية", "سقوط الحكومة", "نشر الخطة", "زيوت الشركة"])
def test_what_is_told_apart_or_has_no_name_stays_as_it_is(title):
    assert called(title, TEXT) == title


def test_of_several_names_the_one_given_shortly_before_is_meant():
    text = "لعب نادي السفينة في القرية. " + "ثم نزل المطر وسال الوادي. " * 12 + "ولعب نادي المنارة."
    assert called("افتتاح النادي", text) == "افتتاح نادي المنارة"
    assert named("افتتاح النادي", text, words_of(text, text.index("ولعب"))) == "افتتاح النادي"


LEAGUE = "ينطلق دوري نجوم الساحل قريبا. وتلعب مباريات الأسبوع الأول في القرية. "


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("تختتم الجولة الأولى", "دوري نجوم الساحل: تختتم الجولة الأولى"),
        ("يقام النهائي", "دوري نجوم الساحل: يقام النهائي"),
        ("انطلاق الجولة الأولى لدوري الصغار", "انطلاق الجولة الأولى لدوري الصغار"),
        ("مباراة السفينة مع المنارة", "مباراة السفينة مع المنارة"),
        ("اتخذت اللجنة والوزارة قرارها النهائي", "اتخذت اللجنة والوزارة قرارها النهائي"),
    ],
)
def test_a_round_of_no_named_contest_bears_the_one_named_before(title, wanted):
    assert staged(title, LEAGUE, len(LEAGUE)) == wanted
    assert staged(title, LEAGUE, 0) == title


def test_the_deceased_bears_the_name_of_whom_the_article_is_about():
    life = "توفي الرسام سمير الدرعاوي في بيته. وكان الدرعاوي وحيدا. وبحث الناس عن الدرعاوي طويلا."
    assert called("ولادة الفقيد رحمه الله في القرية", life) == "ولادة سمير الدرعاوي في القرية"
    assert called("وفاة الفقيد سمير", life) == "وفاة الفقيد سمير"
    assert called("ولادة الفقيد في القرية", "ولد الفقيد هنا.") == "ولادة الفقيد في القرية"


def test_a_verb_alone_goes_on_from_the_event_named_before_it():
    text = "زار الوفد المعرض في القرية. ويستمر حتى الأحد."
    sentence = [word for word in words_of(text) if word.start > text.index(".")]
    assert resumed("يستمر", sentence, text) == "استمرار المعرض"
    assert resumed("تستمر", sentence, text) == "تستمر"
    assert resumed("غادر", sentence, text) == "غادر"
    assert called("اجتماع المنظمة", "نشرت منظمة البلدان المنتجة للزيتون بيانا.") == "اجتماع منظمة البلدان المنتجة للزيتون"


def test_the_deceased_may_be_who_is_first_named():
    text = "رحل الشيخ سالم بن عمر الدرعاوي فجرا."
    assert called("ولادة الفقيد في القرية", text) == "ولادة سالم بن عمر الدرعاوي في القرية"


def test_a_person_is_called_by_the_name_that_follows_the_noun():
    text = "وقف المتهم سالم بن عمر أمام القاضي. واجتمعت حكومة سالم بن عمر."
    assert called("إحالة أوراق المتهم إلى القاضي", text) == "إحالة أوراق المتهم سالم بن عمر إلى القاضي"
    assert called("استقالة الحكومة", text) == "استقالة الحكومة"


def test_an_election_is_named_by_its_adjective_and_no_other_place_or_year():
    text = "جرت الانتخابات البلدية في القرية. وتلتها انتخابات الرمال. ووقع حريق سوق الزيتون."
    assert called("تأجيل الانتخابات", text) == "تأجيل الانتخابات البلدية"
    assert called("تأجيل الانتخابات", "جرت انتخابات الرمال.") == "تأجيل الانتخابات"
    assert called("موظف في مفوضية الانتخابات", text) == "موظف في مفوضية الانتخابات"
    assert called("ضحايا الحريق", text) == "ضحايا حريق سوق الزيتون"


def test_a_name_given_earlier_in_the_sentence_itself_is_meant():
    text = "اجتمع مجلس القرية. وقالت كاتبة المجلس البحري الأعلى إن المجلس سيعقد جلسة."
    sentence = [word for word in words_of(text) if word.start > text.index(".")]
    assert named("المجلس سيعقد جلسة", text, sentence) == "المجلس البحري الأعلى سيعقد جلسة"


def test_who_follows_somebody_follows_the_last_person_named_before():
    text = "أعفى الوزير سالم الدرعاوي المدير ناصر الكعبي وعين سعيد الرملي خلفا له."
    assert succeeding("عين سعيد الرملي", words_of(text), text) == "تعيين سعيد الرملي خلفا لناصر الكعبي"
    assert succeeding("عين سعيد", words_of(text), text) == "عين سعيد"
    alone = "فاجأ الوزير سالم الدرعاوي الناس وعين سعيد الرملي خلفا له."
    assert succeeding("عين سعيد الرملي", words_of(alone), alone) == "عين سعيد الرملي"
