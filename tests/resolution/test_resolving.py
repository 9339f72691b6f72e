"""Which days do the words mean? By turn, sentence, tense, the text and the publication, with the reason told."""

import pytest

from timeline_app.calendars.iso import iso_date, parse_iso
from timeline_app.extraction.recognition import recognise
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.expression import Mod
from timeline_app.resolution.resolving import resolve


def day(text):
    return DateRange(*[parse_iso(text)[0]] * 2)


def read(text, published=None, anchors=()):
    return resolve(text, recognise(text), published and day(published), anchors)


def days(reading):
    hull = reading.hull
    return None if hull is None else (iso_date(hull.first), iso_date(hull.last))


def codes(reading):
    return [step.code for step in reading.steps]


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("وقعت الحادثة في 12 مايو بالعاصمة", "2018-06-15", "2018-05-12"),
        ("ستجرى القرعة في 12 فبراير بالعاصمة", "2018-06-15", "2019-02-12"),
        ("ستجرى القرعة في 12 يوليو بالعاصمة", "2018-06-15", "2018-07-12"),
        ("وقعت الحادثة يوم الأحد بالعاصمة", "2018-06-15", "2018-06-10"),
        ("وكان مقررا أن تبحر السفينة الخميس", "2018-06-15", "2018-06-14"),
        ("وكان من المفترض عقد اللقاء مساء الخميس", "2018-06-15", "2018-06-14"),
        ("ألغى الوالي زيارة كان من المقرر أن يبدأها الاثنين", "2018-06-15", "2018-06-18"),
        ("ومن المقرر أن تبحر السفينة الخميس", "2018-06-15", "2018-06-21"),
        ("سيجتمع المجلس يوم الأحد بالعاصمة", "2018-06-15", "2018-06-17"),
        ("أجل القاضي النظر في قضية احتيال عام 2007، إلى 9 يوليو", "2018-06-15", "2018-07-09"),
        ("أجل القاضي الملف في 3 مايو 2010 إلى 9 يونيو", "2018-06-15", "2010-06-09"),
        ("في سنة 2011 سقط النظام ثم هرب الرئيس في 14 يناير ليلا", "2018-06-15", "2011-01-14"),
    ],
)
def test_the_tense_and_the_sentence_decide_the_year_of_a_bare_date(text, published, first):
    assert first in [iso_date(each.hull.first) for each in read(text, published) if each.hull]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("عانت الشراكة، التي عقدت في عام 2014، من خلافات لكنها أثمرت أخيرا في مايو", "2018"),
        ("تعثر المصنع الذي بناه الإخوة عام 2014 مرارا، غير أنه افتتح في مارس", "2018"),
        ("في عام 2014 بدأ البناء، واكتمل في مارس", "2014"),
        ("المصنع الذي بدأ بناؤه عام 2014 واكتمل في مارس", "2014"),
    ],
)
def test_the_year_of_a_relative_clause_dates_nothing_behind_the_comma_that_ends_it(text, year):
    reading = read(text, published="2018-06-15")[-1]
    assert days(reading)[0][:4] == year


def test_without_a_publication_date_a_partial_date_has_no_days():
    assert [days(each) for each in read("وقعت الحادثة في 12 مايو بالعاصمة")] == [None]
    assert [days(each) for each in read("وقعت الحادثة يوم الأحد بالعاصمة")] == [None]


def test_a_date_of_another_article_lends_its_year():
    (reading,) = read("تستمر الدورة من 24 إلى 27 نوفمبر", anchors=(day("2025-11-24"),))
    assert days(reading) == ("2025-11-24", "2025-11-27")
    assert "year-from-other-article" in codes(reading)


def test_a_weekday_that_contradicts_its_date_is_told_and_the_words_stand():
    (reading,) = read("اليوم الاثنين 24 يونيو 2025 انعقد المؤتمر")
    assert days(reading) == ("2025-06-24", "2025-06-24")
    assert [step.code for step in reading.conflicts] == ["weekday-conflict"]
    assert "2025-11-24" in [iso_date(each.first) for each in reading.alternatives]


def test_a_weekday_beats_yesterday():
    (reading,) = read("وصل الوفد أمس الأربعاء", "2022-04-08")
    assert days(reading) == ("2022-04-06", "2022-04-06")
    assert [step.code for step in reading.conflicts] == ["weekday-conflict-deictic"]


def test_two_calendars_of_one_date_are_checked_against_each_other():
    (good,) = read("صدر القرار في 3 رجب 1440 هـ الموافق 10 مارس 2019")
    (bad,) = read("صدر القرار في 3 رجب 1440 هـ الموافق 10 يونيو 2019")
    assert "calendars-agree" in codes(good)
    assert [step.code for step in bad.conflicts] == ["calendar-conflict"]
    assert days(bad) == ("2019-06-10", "2019-06-10")


def test_a_hijri_day_can_be_a_day_either_way():
    (reading,) = read("توفي في 15 رمضان 1440 هـ")
    assert reading.certainty is Certainty.DAY_EITHER_WAY


def test_a_part_of_a_period_is_its_third():
    (reading,) = read("في مطلع مارس 2018")
    assert (days(reading), reading.mod, reading.value) == (("2018-03-01", "2018-03-10"), Mod.START, "2018-03")


def test_a_list_is_as_many_ranges_as_it_has_days():
    (reading,) = read("تقام الدورة أيام 7 و8 و9 و12 جوان 2017")
    assert [iso_date(each.first) for each in reading.ranges] == ["2017-06-07", "2017-06-08", "2017-06-09", "2017-06-12"]


def test_what_follows_counts_from_what_was_said():
    text = "وقع الاتفاق في 3 مايو 2016. وفي اليوم التالي استقال الوزير. وفي العام نفسه عاد."
    assert [days(each) for each in read(text)] == [
        ("2016-05-03", "2016-05-03"),
        ("2016-05-04", "2016-05-04"),
        ("2016-01-01", "2016-12-31"),
    ]


def test_hours_that_come_again_each_day_lie_on_no_day():
    readings = read("انطلقت الدروس يوم 4 مارس 2018 من الساعة الثامنة صباحا إلى الساعة العاشرة من كل يوم.")
    assert [days(each) for each in readings if each.expression.type == "TIME"] == [None, None]


def test_years_before_the_era_are_astronomical():
    (reading,) = read("انتصر عليهم سنة 332 ق.م")
    assert days(reading) == ("-0331-01-01", "-0331-12-31")


def test_every_reading_begins_its_reasons_with_its_rule():
    for reading in read("اليوم الاثنين 24 يونيو 2025، وكل سنة، ومنذ ثلاثة أيام", "2025-06-24"):
        assert codes(reading)[0] == "rule"


def test_a_bare_date_that_could_lie_in_either_year_says_so():
    (reading,) = read("في 12 ديسمبر", "2018-06-15")
    assert [iso_date(each.first) for each in reading.alternatives] == ["2018-12-12"]
    (sure,) = read("ستجرى القرعة في 12 ديسمبر", "2018-06-15")
    assert not sure.alternatives


def test_day_and_month_that_may_have_changed_places_are_offered():
    (reading,) = read("الأربعاء 03/05/2017 انعقد المجلس")
    assert not reading.conflicts
    (reading,) = read("الأحد 03/05/2017 انعقد المجلس")
    assert iso_date(reading.alternatives[0].first) == "2017-03-05"


def test_a_weekday_alone_on_its_line_is_the_one_the_text_has_told():
    readings = read("تلعب المباريات يوم غد الجمعة وبعد غد السبت.\n\nالجمعة\nالوحدة والنصر\n\nالسبت\nالهلال والشباب", "2020-08-06")
    assert [days(each)[0] for each in readings] == ["2020-08-07", "2020-08-08", "2020-08-07", "2020-08-08"]


def test_a_year_before_a_list_of_days_is_that_of_all_of_them_until_the_next():
    readings = read("أبرز المحطات: 2011 - 15 مارس: تظاهرات. - 29 يوليو: انشقاق. 2012 - 12 أبريل: هدنة.", "2014-06-02")
    assert [days(each)[0][:4] for each in readings] == ["2011", "2011", "2011", "2012", "2012"]
