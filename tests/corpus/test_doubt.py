"""How sure is a reading, and what does it say when the text contradicts the calendar?"""

import pytest

from timeline_app.calendars.iso import parse_iso
from timeline_app.model.daterange import DateRange
from timeline_app.services.tagging import as_json, tag


def read(text, published=None):
    days = DateRange(*[parse_iso(published)[0]] * 2) if published else None
    (row,) = [as_json(reading) for reading in tag(text, days)]
    return row


CONFLICTS = [
    ("انعقد المجلس يوم الثلاثاء 15 مارس 2017 بمقره.", "2017-03-20", "weekday-conflict", "2017-03-15"),
    ("سيفتتح الجسر الأحد 3 نوفمبر 2018.", "2018-10-01", "weekday-conflict", "2018-11-03"),
    ("وصل الوفد أمس الاثنين إلى تونس.", "2017-03-15", "weekday-conflict-deictic", "2017-03-13"),
    ("يصل الوفد غدا الأربعاء إلى تونس.", "2017-03-15", "weekday-conflict-deictic", "2017-03-15"),
    ("صدر المرسوم في 14 شوال 1436 الموافق 15 يوليو 2015.", "2015-08-01", "calendar-conflict", "2015-07-15"),
]


@pytest.mark.parametrize(("text", "published", "code", "begin"), CONFLICTS)
def test_a_contradiction_with_the_calendar_is_told_and_keeps_an_alternative(text, published, code, begin):
    row = read(text, published)
    assert [conflict["code"] for conflict in row["conflicts"]] == [code]
    assert row["begin"] == begin
    assert row["alternatives"]


AGREEING = [
    ("انعقد المجلس يوم الأربعاء 15 مارس 2017 بمقره.", "2017-03-20"),
    ("وصل الوفد أمس الثلاثاء إلى تونس.", "2017-03-15"),
    ("صدر المرسوم في 14 شوال 1436 الموافق 30 يوليو 2015.", "2015-08-01"),
    ("صدر المرسوم في 14 شوال 1436 الموافق 31 يوليو 2015.", "2015-08-01"),
]


@pytest.mark.parametrize(("text", "published"), AGREEING)
def test_two_halves_that_agree_within_a_day_are_no_conflict(text, published):
    assert "conflicts" not in read(text, published)


CERTAINTIES = [
    ("صدر النظام في 14 شوال 1436 بالرياض.", "2015-08-01", "day-either-way"),
    ("صدر النظام عام 1412 هـ بالرياض.", "2015-08-01", "day-either-way"),
    ("انفجر المستودع في 5 مايو قرب الميناء.", "2015-08-01", "inferred"),
    ("انفجر المستودع الاثنين قرب الميناء.", "2015-08-01", "inferred"),
    ("انفجر المستودع في 5 مايو 2015 قرب الميناء.", "2015-08-01", None),
    ("انفجر المستودع في مايو 2015 قرب الميناء.", None, None),
    ("ولد الشاعر نحو عام 1950 في القرية.", None, "approximate"),
    ("رحل الشاعر عام 1950 تقريبا عن القرية.", None, "approximate"),
    ("أغلق المصنع قبل قرابة سنتين بلا إنذار.", "2015-08-01", "approximate"),
    ("انسحب الجيش إلى ما وراء حدود عام 1967 كلها.", None, None),
]


@pytest.mark.parametrize(("text", "published", "certainty"), CERTAINTIES)
def test_a_day_says_how_sure_it_is(text, published, certainty):
    assert read(text, published).get("certainty") == certainty


MODS = [
    ("غادر مطلع 2014.", "START"),
    ("غادر منتصف مايو 2014.", "MID"),
    ("غادر أواخر التسعينيات.", "END"),
    ("غادر عام 2014.", None),
]


@pytest.mark.parametrize(("text", "mod"), MODS)
def test_a_part_of_a_period_is_marked(text, mod):
    assert read(text, "2018-01-01").get("mod") == mod


@pytest.mark.parametrize("words", ["اليوم", "أمس", "الخميس", "5 مايو", "في مايو", "العام الماضي", "قبل يومين", "مساء أمس"])
def test_no_day_is_invented_without_a_publication_date(words):
    row = read(f"وقع الانفجار {words} قرب الميناء.")
    assert (row["begin"], row["until"]) == (None, None)


@pytest.mark.parametrize("words", ["30 فبراير 2016", "31 أبريل 2016", "29 فيفري 2015"])
def test_a_date_that_is_none_has_no_days(words):
    row = read(f"وقع الانفجار في {words} قرب الميناء.", "2017-03-15")
    assert row["begin"] is None
    assert "no-such-date" in [step["code"] for step in row["steps"]]


def test_every_reading_says_its_rule():
    assert read("وقع الانفجار أمس قرب الميناء.", "2017-03-15")["steps"][0]["code"] == "rule"


OPEN = [
    ("يعيش الكاتب في المنفى منذ 2014 بلا جواز.", (False, True)),
    ("يسري القرار ابتداء من 1 يوليو 2014 بلا استثناء.", (False, True)),
    ("تواصلت الأشغال حتى مارس 2016 بلا توقف.", (True, False)),
    ("حكم البلاد من 2011 حتى 2014 بلا برلمان.", (False, False)),
    ("غادر الكاتب البلاد عام 2014 بلا جواز.", (False, False)),
]


@pytest.mark.parametrize(("text", "ends"), OPEN)
def test_since_leaves_the_end_open_and_until_the_start(text, ends):
    (reading,) = tag(text)
    (days,) = reading.ranges
    assert (days.open_start, days.open_end) == ends
