"""When did an article appear, by its own words?"""

import pytest

from timeline_app.calendars.iso import iso_date
from timeline_app.extraction.recognition import recognise
from timeline_app.model.article import PublicationBasis
from timeline_app.resolution.publication import infer_publication
from timeline_app.resolution.resolving import resolve

BODY = "\n\nقال الوزير إن المشروع انطلق في يناير 2017 وسينتهي قريبا، مضيفا أن الحكومة ملتزمة بوعودها أمام الناس.\n"


def inferred(text):
    publication = infer_publication(text, resolve(text, recognise(text)))
    when = publication.when
    return publication.basis, None if when is None else iso_date(when.first, when.first_minute)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("عنوان الخبر\nالرباط - 12 ماي 2019", "2019-05-12"),
        ("نشر في 20 - 09 - 2012", "2012-09-20"),
        ("الثلاثاء 12 مارس 2019 - 14:30\nعنوان", "2019-03-12T14:30"),
        ("2019-03-12T14:30:00+01:00", "2019-03-12T14:30"),
        ("آخر تحديث: 12/03/2019 - 14:30", "2019-03-12T14:30"),
        ("القاهرة (رويترز) 5 مايو 2018 - قال مسؤول", "2018-05-05"),
        ("كتب: أحمد علي\nالجمعة، 5 يناير 2018 03:00 م", "2018-01-05T15:00"),
        ("عنوان الخبر\nبقلم: سعاد الهاشمي، تم النشر يوم 5 يناير 2018", "2018-01-05"),
        ("١٢ رجب ١٤٤٠ هـ - ١٩ مارس ٢٠١٩ م", "2019-03-19"),
    ],
)
def test_a_date_line_is_when_it_appeared(head, day):
    assert inferred(head + BODY) == (PublicationBasis.WRITTEN, day)


def test_a_date_line_may_stand_at_the_foot():
    assert inferred("عنوان" + BODY * 4 + "\n12 مارس 2019") == (PublicationBasis.WRITTEN, "2019-03-12")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("تم انتخاب المغرب، اليوم الخميس، نائبا للرئيس خلال الدورة المنعقدة من 4 إلى 7 نوفمبر 2024.", "2024-11-07"),
        ("انطلقت، الخميس، أشغال الدورة التي تستمر من 4 إلى 7 نوفمبر 2024 بمشاركة دول كثيرة من العالم.", "2024-11-07"),
        ("أكد المدير، اليوم الاثنين 24 يونيو 2025، أن الدورة المنعقدة ما بين 24 و27 نونبر تعكس الثقة.", "2025-11-24"),
        ("يجتمع حاليا قادة الشرطة في المدينة. يعقد هذا الحدث من 24 إلى 27 نوفمبر 2025 بمشاركة الدول.", "2025-11-24"),
    ],
)
def test_today_and_a_dated_stretch_give_the_day_away(text, day):
    assert inferred(text) == (PublicationBasis.INFERRED, day)


@pytest.mark.parametrize(
    "text",
    [
        "افتتح الملك يوم 5 مايو 2018 مستشفى جديدا بالمدينة بحضور عدد كبير من الوزراء والسفراء والضيوف." + BODY,
        "تأسست المنظمة عام 1923 وتضم اليوم دولا كثيرة." + BODY,
        "زار الوفد المدينة أمس." + BODY,
        "ولد الشاعر في فاس بتاريخ 30 نوفمبر 1943 ودرس بها." + BODY,
        "ألف قتيل منذ 15 مارس 2011" + BODY,
        "- عطلة مطولة الخميس 2 نوفمبر 2023." + BODY,
        "",
    ],
)
def test_a_text_that_gives_nothing_away_has_no_publication_date(text):
    assert inferred(text) == (PublicationBasis.UNKNOWN, None)


def test_of_several_date_lines_the_earliest_is_when_it_appeared():
    head = "الجمعة 2 يناير 2026 11:23\nبوابة الساحل\nعنوان الخبر\nالأحد 29 يونيو 2025\nآخر تحديث: 1 يوليو 2025"
    assert inferred(head + BODY) == (PublicationBasis.WRITTEN, "2025-06-29")


def test_the_date_of_a_related_story_below_the_text_is_not_when_it_appeared():
    assert (
        inferred("عنوان الخبر\nسبتمبر 4, 2025 - 23:10" + BODY + "تخفيض أسعار التذاكر   يناير 12, 2023")[1] == "2025-09-04T23:10"
    )
