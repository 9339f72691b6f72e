import pytest

from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.titles.topic import completed, country, lent, located

TUNISIAN = "فتحت تونس مكاتبها. وقالت الهيئة التونسية كلمة. وعاد التونسيون من السفر. وسكتت فرنسا."


def test_the_country_of_an_article_is_named_twice_as_often_as_any_other():
    assert country(TUNISIAN) == "تونس"
    assert country("زار الوفد تونس ثم المغرب ثم تونس ثم المغرب ثم تونس.") == ""
    assert country("زارت الوزيرة التونسية القرية ثم عادت إلى بيتها.") == "تونس"
    assert country("زار الوزير تركي القرية ثم عاد إلى بيته.") == ""
    assert country("نشر تقرير مالي عن مركز مالي في حي مالي.") == ""


@pytest.mark.parametrize(
    ("title", "sentence", "wanted"),
    [
        ("بدء الاقتراع", "بدأ الاقتراع صباحا", "تونس: بدء الاقتراع"),
        ("بدء الاقتراع", "بدأ الاقتراع صباحا في باراغواي", "باراغواي: بدء الاقتراع"),
        ("بدء الاقتراع", "بدأ الاقتراع صباحا بين قطر والكويت", "بدء الاقتراع"),
        ("بدء الاقتراع", "بدأ الاقتراع الفرنسي صباحا", "بدء الاقتراع"),
        ("بدء الاقتراع في سوسة", "بدأ الاقتراع صباحا", "بدء الاقتراع في سوسة"),
        ("وفاة محمد", "مات محمد صباحا", "وفاة محمد"),
        ("بدء هذه الحملة", "بدأت هذه الحملة", "بدء هذه الحملة"),
        ("بدء اقتراع الناخبين في مدارس القرى", "بدأ الاقتراع", "تونس: بدء اقتراع الناخبين في مدارس القرى"),
        ("بدء اقتراع الناخبين والناخبات صباحا في مدارس القرى", "بدأ", "تونس: بدء اقتراع الناخبين والناخبات صباحا في مدارس القرى"),
        (
            "بدء اقتراع الناخبين والناخبات صباحا في مدارس القرى",
            "بدأ الفرنسي",
            "بدء اقتراع الناخبين والناخبات صباحا في مدارس القرى",
        ),
        ("بدء الاقتراع في قرية الزيتون", "بدأ الاقتراع صباحا", "بدء الاقتراع في قرية الزيتون"),
        ("بدء اقتراع 40 ناخبا", "بدأ الاقتراع", "تونس: بدء اقتراع 40 ناخبا"),
        ("بدء بطولة الناشئين 2013", "بدأت البطولة", "بدء بطولة الناشئين 2013"),
        (
            "تخطط السلطات لبناء 40 قاعة واسعة بين القرى البعيدة",
            "تخطط",
            "تونس: تخطط السلطات لبناء 40 قاعة واسعة بين القرى البعيدة",
        ),
        ("زاد عدد القاعات الواسعة بين القرى البعيدة إلى 40 قاعة", "زاد", "زاد عدد القاعات الواسعة بين القرى البعيدة إلى 40 قاعة"),
    ],
)
def test_a_short_title_that_names_nothing_says_in_which_country(title, sentence, wanted):
    assert located(title, words_of(sentence), TUNISIAN) == wanted


def test_a_long_title_that_names_a_person_of_the_article_needs_no_country():
    text = TUNISIAN + " وزار القرية الوزير سالم الدرعاوي."
    assert located("بدء الدرعاوي جولة طويلة بين مدارس القرى ومزارعها البعيدة", words_of("بدأ"), text).startswith("بدء الدرعاوي")


PROBE = "يصل «فانغو» إلى القمر قريبا. ويحمل فانغو ثلاث عدسات. ويعود فانغو بعد سنتين."
LIFE = "رحلت سيرة سمير الدرعاوي عن حيها. وكان الدرعاوي رساما. وأحب الدرعاوي الألوان وعاش الدرعاوي طويلا."


def test_a_title_without_a_country_says_of_which_thing_the_article_tells():
    assert located("الاقتراب من القمر", words_of("اقترب من القمر"), PROBE) == "فانغو: الاقتراب من القمر"
    court = "نظرت محكمة الرمال العليا في الملف. وسكتت محكمة الرمال العليا. وعادت محكمة الرمال العليا. "
    assert located("فتح الملف الأول", words_of("فتح الملف"), court) == "فتح الملف الأول"
    club = "لعب نادي الرمال البحري في القرية. وغاب نادي الرمال البحري. وعاد نادي الرمال البحري. "
    assert located("فتح الملف الأول", words_of("فتح الملف"), club) == "نادي الرمال البحري: فتح الملف الأول"
    assert located("اقتراب فانغو", words_of("اقترب"), PROBE) == "اقتراب فانغو"
    assert located("الاقتراب من القمر", words_of("اقترب من القمر قبالة قطر والكويت"), PROBE) == "الاقتراب من القمر"


def test_a_verb_without_its_doer_is_lent_whom_the_article_is_about():
    assert lent("يعود قريبا", words_of("عاد"), PROBE, feminine=False) == "فانغو: يعود قريبا"
    assert lent("تعود قريبا", words_of("عاد"), PROBE, feminine=True) == "تعود قريبا"
    assert lent("لن يعود قريبا", words_of("عاد"), PROBE, feminine=False) == "فانغو: لن يعود قريبا"
    assert lent("يقضي بفتح السوق", words_of("عاد"), LIFE, feminine=False) == "يقضي بفتح السوق"
    assert lent("عاد إلى مدينته", words_of("عاد"), LIFE, feminine=False) == "سمير الدرعاوي: عاد إلى مدينته"
    assert lent("عادت إلى مدينتها", words_of("عاد"), LIFE, feminine=True) == "عادت إلى مدينتها"
    assert lent("وقف بجانبها الخليفة", words_of("عاد"), LIFE, feminine=False) == "وقف بجانبها الخليفة"
    assert lent("يعرف بقصر الحمام", words_of("عاد"), LIFE, feminine=False) == "يعرف بقصر الحمام"


@pytest.mark.parametrize("title", ["أصبح شمسان محافظا", "طلبه رفض", "شمسان سيقابل موكله"])
def test_a_pronoun_or_an_office_is_no_reason_to_put_a_name_before_a_title(title):
    words = words_of(title)
    assert located(completed(title, words, LIFE), words, LIFE) == title


def test_a_verb_of_a_life_is_told_of_the_person_and_not_of_the_country():
    assert located("درس الرسم الحديث", words_of("ودرس الرسم"), LIFE) == "سمير الدرعاوي: درس الرسم الحديث"


@pytest.mark.parametrize(
    ("title", "sentence", "wanted"),
    [
        ("ارتفاع صادرات البلاد", "ارتفعت صادرات البلاد", "ارتفاع صادرات تونس"),
        ("عودة الوزير لبلاده", "عاد الوزير لبلاده من المؤتمر", "عودة الوزير لتونس"),
        ("عودة الوزير لبلاده", "عاد الوزير لبلاده المغرب", "عودة الوزير للمغرب"),
        ("عودة الوزير لبلاده", "عاد الوزير من قطر إلى الكويت لبلاده", "عودة الوزير لبلاده"),
        ("زيادة صادراته النفطية", "قال إن العراق ينوي زيادة صادراته النفطية", "العراق: زيادة صادراته النفطية"),
        ("زيادة صادراته النفطية", "ينوي زيادة صادراته النفطية", "زيادة صادراته النفطية"),
    ],
)
def test_a_title_names_the_country_that_it_points_to(title, sentence, wanted):
    assert completed(title, words_of(sentence), TUNISIAN) == wanted


def test_a_title_names_the_person_whom_a_pronoun_means():
    life = "اختفى الرسام سمير الدرعاوي فجرا. وكان الدرعاوي وحيدا. وبحث الناس عن الدرعاوي طويلا."
    assert completed("عثر على جثته في النهر", words_of("عثر على جثته"), life) == "سمير الدرعاوي: عثر على جثته في النهر"
    assert completed("دفن الدرعاوي وجثته", words_of("دفن"), life) == "دفن الدرعاوي وجثته"
    assert completed("المدينة شيعت جثته", words_of("شيعت"), life) == "المدينة شيعت جثته"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("دعم المملكة للقرى", "دعم المغرب للقرى"),
        ("زيارة للمملكة", "زيارة للمغرب"),
        ("احتجاج بالمملكة", "احتجاج بالمغرب"),
        ("جولة في المملكة العربية", "جولة في المملكة العربية"),
        ("شهدت المملكة أمطارا", "شهدت المملكة أمطارا"),
        ("المغرب: جولة في المملكة", "المغرب: جولة في المملكة"),
    ],
)
def test_the_kingdom_is_the_only_one_that_the_article_names(title, wanted):
    text = "زار الوزير المغربي فرنسا ثم عاد إلى القرية."
    assert completed(title, words_of(text), text) == wanted
    assert completed(title, words_of(text), text + " وسافر الوزير الأردني.") == title
