"""What is counted of one event, whatever it is: the same things counted otherwise, and what is no other count."""

import pytest

from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_text, stated_day


@pytest.fixture(name="told")
def _told():
    """What the sides of each contradiction say, of two articles."""

    def check(one, other, days=("2019-05-08", "2019-05-08")):
        articles = [read_text(text, given=stated_day(day)) for text, day in zip((one, other), days, strict=True)]
        return [tuple(e.says for e in c.evidence) for c in analyse(articles).contradictions]

    return check


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "أضرب 3000 عامل في مصنع السيارات بطنجة يوم 7 ماي 2019.",
            "شارك 3500 عامل في إضراب مصنع السيارات بطنجة يوم 7 ماي 2019.",
            ("3000 عامل", "3500 عامل"),
        ),
        (
            "اعتقلت الشرطة 45 شخصا خلال احتجاجات في قفصة يوم 7 ماي 2019.",
            "أوقفت الشرطة 60 شخصا خلال الاحتجاجات في قفصة يوم 7 ماي 2019.",
            ("45 شخصا", "60 شخصا"),
        ),
        (
            "رفع البنك المركزي المصري يوم 7 ماي 2019 سعر الفائدة إلى 12.75 بالمئة.",
            "رفع البنك المركزي المصري سعر الفائدة يوم 7 ماي 2019 إلى 12.25 بالمئة.",
            ("12.25 بالمئة", "12.75 بالمئة"),
        ),
        (
            "انطلق المؤتمر الخامس للصيادلة يوم 7 ماي 2019 في وجدة بمشاركة 320 صيدليا.",
            "افتتح يوم 7 ماي 2019 في وجدة المؤتمر الخامس للصيادلة بحضور 350 صيدليا.",
            ("320 صيدليا", "350 صيدليا"),
        ),
    ],
)
def test_one_thing_counted_otherwise_is_a_contradiction(told, one, other, sides):
    assert told(one, other) == [sides]


STRIKE = "أضرب 3000 عامل في مصنع السيارات بطنجة يوم 7 ماي 2019."


@pytest.mark.parametrize(
    "other",
    [
        "شارك نحو 3500 عامل في إضراب مصنع السيارات بطنجة يوم 7 ماي 2019.",
        "شارك أكثر من 2000 عامل في إضراب مصنع السيارات بطنجة يوم 7 ماي 2019.",
        "شل إضراب مصنع السيارات بطنجة يوم 7 ماي 2019، وكان من المضربين، بينهم 3500 عامل مؤقت، كثيرون.",
        "شارك 3500 مهندس في إضراب مصنع السيارات بطنجة يوم 7 ماي 2019.",
        "شارك 9000 عامل في إضراب مصنع السيارات بطنجة يوم 7 ماي 2019.",
    ],
)
def test_what_is_rough_bound_a_part_or_of_others_is_no_other_count(told, other):
    assert told(STRIKE, other) == []


PARTY = "حصل حزب {} على {} مقعدا في انتخابات برلمان تونس يوم 7 ماي 2019."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PARTY.format("الوفاق", 45), PARTY.format("النخيل", 52)),
        (
            "صدر المغرب يوم 7 ماي 2019 إلى غانا 510 أطنان من الأسمدة.",
            "صدر المغرب يوم 7 ماي 2019 إلى كينيا 450 طنا من الأسمدة.",
        ),
        (
            "بلغت نسبة المشاركة في انتخابات بلدية سلا يوم 7 ماي 2019 نحو الساعة الثالثة ظهرا 38.7 بالمئة.",
            "بلغت نسبة المشاركة في انتخابات بلدية سلا يوم 7 ماي 2019 ما مجموعه 41.3 بالمئة.",
        ),
        (
            "شكل الوزير الأول يوم 7 ماي 2019 حكومة من 24 وزيرا و4 وزراء دولة.",
            "شكل الوزير الأول يوم 7 ماي 2019 حكومة من 28 وزيرا.",
        ),
        (
            "قالت المندوبية يوم 7 ماي 2019 إن التضخم بلغ 4.1 بالمئة في أبريل.",
            "قالت المندوبية يوم 7 ماي 2019 إن التضخم الأساسي بلغ 3.7 بالمئة في أبريل.",
        ),
        (
            "قتل 8 جنود و3 مدنيين في هجوم على ثكنة بغاو يوم 7 ماي 2019.",
            "قتل 11 شخصا في الهجوم على ثكنة غاو يوم 7 ماي 2019.",
        ),
        (
            "قتل 12 شخصا في غارات على حي السكري بحلب يوم 7 ماي 2019.",
            "قتل 14 شخصا في غارات على حي الصالحين بحلب يوم 7 ماي 2019.",
        ),
    ],
)
def test_what_another_party_has_another_place_an_earlier_hour_and_a_part_is_no_other_count(told, one, other):
    assert told(one, other) == []


def test_what_is_counted_again_later_may_be_more(told):
    later = "شارك 3500 عامل في إضراب مصنع السيارات بطنجة يوم 7 ماي 2019."
    assert told(STRIKE, later, days=("2019-05-08", "2019-05-09")) == []
