"""What sets two reports of one day apart however alike they are worded, and what does not."""

import pytest

from timeline_app.chronology.contradiction import contradictions_of

DAY = ("السبت", "2022-05-14")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("انهار مبنى السبت في الإسكندرية وقتل أربعة.", "انهار مبنى السبت في بيروت وقتل أربعة.", id="cities"),
        pytest.param("ثار بركان السبت شرق إيطاليا.", "ثار بركان السبت شرق إندونيسيا.", id="countries"),
        pytest.param(
            "أعلنت وزارة التعليم المصرية السبت تأجيل الامتحانات.",
            "أعلنت وزارة التعليم الأردنية السبت تأجيل الامتحانات.",
            id="adjectives-of-countries",
        ),
        pytest.param("استقبل الملك السبت سفير الهند.", "استقبل الملك السبت سفير كندا.", id="countries-of-guests"),
        pytest.param("ضرب زلزال قوته 4.1 درجات السبت البلاد.", "ضرب زلزال قوته 6.6 درجات السبت البلاد.", id="strength"),
        pytest.param("شيع الآلاف السبت جثمان المغنية سعاد الراضي.", "شيع الآلاف السبت جثمان اللاعب عماد الزين.", id="persons"),
        pytest.param("فاز الزمالك السبت على الاتحاد بثلاثية.", "فاز الأهلي السبت على المصري بثلاثية.", id="teams"),
        pytest.param(
            "أعلنت نقابة الصيادلة السبت إضرابا مفتوحا.", "أعلنت نقابة المحامين السبت إضرابا مفتوحا.", id="what-a-body-is-of"
        ),
        pytest.param("قضى ثلاثة أشخاص السبت في حافلة.", "قضى سبعة أشخاص السبت في بئر.", id="only-what-is-counted-is-shared"),
    ],
)
def test_what_differs_keeps_two_reports_of_one_day_apart(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("انهار مبنى السبت في القاهرة.", "انهار مبنى السبت في مصر.", id="a-city-lies-in-its-country"),
        pytest.param("ضرب زلزال بقوة 6.3 درجات السبت تركيا.", "ضرب زلزال قوته 6.2 درجات السبت تركيا.", id="nearly-as-strong"),
        pytest.param(
            "أصدرت المحكمة السبت حكما بسجن المدير السابق فؤاد الرامي.",
            "أصدر القضاء السبت حكما بسجن فؤاد الرامي.",
            id="a-court-by-another-noun",
        ),
        pytest.param("هاجم مسلحون السبت مركزا للدرك.", "هاجم متشددون السبت مركزا للدرك.", id="nobody-is-named"),
        pytest.param(
            "افتتح الملك السبت جسرا معلقا في عمان.", "افتتح الملك السبت جسرا معلقا في الأردن.", id="a-name-of-two-places"
        ),
    ],
)
def test_another_word_for_the_same_keeps_nothing_apart(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 1


def _figures(written, chronicle, *texts):
    articles = [written(text, DAY) for text in texts]
    found = chronicle(*articles)
    checked = contradictions_of(found, [a.article for a in articles], {a.article.id: a.readings for a in articles})
    return len(found.events), len(checked.contradictions)


def test_the_dead_of_one_country_are_not_set_against_those_of_another(written, chronicle):
    flood = "ضربت عاصفة «ياسمين» المدارية الساحل السبت مخلفة {} قتلى في {}."
    same = _figures(written, chronicle, flood.format("أربعة", "الهند"), flood.format("تسعة", "الهند"))
    other = _figures(written, chronicle, flood.format("أربعة", "الهند"), flood.format("تسعة", "باكستان"))
    assert same == (1, 1)
    assert other[1] == 0


def test_people_of_one_nation_are_counted_by_two_sources(written, chronicle):
    crash = "تحطمت طائرة «النورس» السبت وعلى متنها {} كنديا."
    assert _figures(written, chronicle, crash.format(63), crash.format(57)) == (1, 1)
    assert _figures(written, chronicle, crash.format(63), crash.format("63")) == (1, 0)
