"""What sets two reports of one day apart however alike they are worded, and what does not."""

import pytest

from timeline_app.chronology.doubts.contradiction import contradictions_of
from timeline_app.chronology.traits.alias import learn

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
        pytest.param("دشن المحافظ السبت جسرا معلقا.", "دشن المحافظ السبت محطة لتحلية المياه.", id="what-is-opened"),
        pytest.param("ألغى المجلس الدستوري السبت قانون النقابات.", "ألغى المجلس الدستوري السبت قانون الإعلام.", id="which-law"),
        pytest.param("افتتح الأمير السبت مسرحا بوجدة.", "افتتح الأمير السبت مصنعا بوجدة.", id="what-is-opened-in-one-city"),
        pytest.param(
            "أبرمت الشركة السبت اتفاقا لاستيراد الغاز.", "أبرمت الشركة السبت اتفاقا لتبادل الكهرباء.", id="what-is-agreed-on"
        ),
        pytest.param("دشن الوزير السبت معرض التمور.", "يستمر معرض التمور حتى السبت.", id="an-end-and-a-beginning"),
        pytest.param(
            "عين الرئيس السبت ليلى الحداد وزيرة للعدل.", "تولى سمير العلوي السبت منصب وزير العدل.", id="who-takes-an-office"
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
        pytest.param("دشن المحافظ السبت جسرا على الوادي.", "افتتاح جسر على الوادي السبت بحضور المحافظ.", id="opened-by-synonyms"),
        pytest.param("فاز الزمالك السبت على الاتحاد بهدف.", "خسر الاتحاد السبت أمام الزمالك بهدف.", id="won-and-lost"),
        pytest.param(
            "قصفت طائرات السبت سوقا في حلب وقتلت ستة.", "غارة السبت على سوق بحلب تودي بحياة ستة.", id="bombed-and-raided"
        ),
        pytest.param("أرجأ القاضي السبت محاكمة الصحفي ناجي الحلو.", "أجلت المحكمة السبت محاكمة الصحفي ناجي الحلو.", id="put-off"),
        pytest.param("اختتم الوزير السبت معرض التمور.", "يستمر معرض التمور حتى السبت.", id="its-end-told-twice"),
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


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        pytest.param("أدين الشاب بقتل جاره في مايو 2022.", "أحالت المحكمة ملف قتل الجار إلى المفتي السبت.", id="another-verb"),
        pytest.param("تسعى الدول إلى مصالحة مأمولة منذ عام 2022.", "عقدت الدول قمة مصالحة السبت.", id="a-year-that-goes-on"),
    ],
)
def test_a_month_or_year_is_filled_only_by_what_is_told_with_its_word(coarse, fine, written, chronicle):
    when = ("مايو 2022", "2022-05") if "مايو" in coarse else ("عام 2022", "2022")
    assert len(chronicle(written(coarse, when), written(fine, DAY)).events) == 2


def test_what_is_said_to_begin_fills_the_month_that_names_it(written, chronicle):
    month = written("الرسوم التي فرضتها الدولة على واردات الورق في مايو 2022 مرتفعة.", ("مايو 2022", "2022-05"))
    day = written("بدأت الدولة السبت تنفيذ فرض رسوم على واردات الورق.", DAY)
    assert len(chronicle(month, day).events) == 1


@pytest.mark.parametrize(
    "bracket", ["مجلس الأمة المنتخب (البرلمان)", "محكمة الطريق السريع (الاثنين)", "قناة بلاد الرافدين (العراقية)"]
)
def test_a_bracket_that_names_no_body_teaches_no_alias(bracket, written):
    text = "نقل التجار بضاعتهم إلى السوق في الربيع. وزارت اللجنة السوق واستقبلت {} في جولة طويلة بين المدن."
    assert learn([written(text.format(bracket)).article]).short == ()
    assert learn([written(text.format("منظمة الصيادين المتحدين (النورس)")).article]).short != ()
