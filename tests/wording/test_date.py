"""Dates as an editor writes them."""

from __future__ import annotations

import pytest

from timeline_app.calendars.gregorian import day_of, month_range, year_range
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.wording import Wording

MOROCCO = Wording()
ENGLISH = Wording("en")


def between(first: str, last: str | None = None, grain: Grain = Grain.DAY, **more) -> DateRange:
    start, end = (day_of(*map(int, text.split("-"))) for text in (first, last or first))
    return DateRange(start, end, grain, **more)


@pytest.mark.parametrize(
    ("when", "arabic", "english"),
    [
        (between("2025-11-24"), "24 نونبر 2025", "24 November 2025"),
        (between("2025-11-24", "2025-11-27"), "24–27 نونبر 2025", "24–27 November 2025"),
        (between("2025-11-28", "2025-12-3"), "28 نونبر – 3 دجنبر 2025", "28 November – 3 December 2025"),
        (between("2024-12-30", "2025-1-2"), "30 دجنبر 2024 – 2 يناير 2025", "30 December 2024 – 2 January 2025"),
        (month_range(2025, 8), "غشت 2025", "August 2025"),
        (between("2025-5-1", "2025-7-31", Grain.MONTH), "ماي – يوليوز 2025", "May – July 2025"),
        (between("2024-12-1", "2025-1-31", Grain.MONTH), "دجنبر 2024 – يناير 2025", "December 2024 – January 2025"),
        (between("2025-11-1", "2025-11-10", Grain.MONTH), "أوائل نونبر 2025", "early November 2025"),
        (between("2025-9-1", "2025-12-31", Grain.YEAR), "أواخر 2025", "late 2025"),
        (year_range(1923), "1923", "1923"),
        (between("1923-1-1", "1930-12-31", Grain.YEAR), "1923–1930", "1923–1930"),
        (year_range(-330), "331 ق.م", "331 BC"),
        (between("1990-1-1", "1999-12-31", Grain.DECADE), "التسعينات (1990–1999)", "1990s"),
        (between("2010-1-1", "2019-12-31", Grain.DECADE), "عقد 2010", "2010s"),
        (between("1801-1-1", "1900-12-31", Grain.CENTURY), "القرن 19", "19th century"),
        (between("2001-1-1", "2100-12-31", Grain.CENTURY), "القرن 21", "21st century"),
        (between("1001-1-1", "1100-12-31", Grain.CENTURY), "القرن 11", "11th century"),
        (between("1800-1-1", "1899-12-31", Grain.CENTURY), "القرن 19", "19th century"),
        (between("2024-9-1", "2024-11-30", Grain.SEASON), "خريف 2024", "autumn 2024"),
        (between("2024-12-21", "2025-3-20", Grain.SEASON), "شتاء 2024–2025", "winter 2024–2025"),
        (between("2024-4-1", "2024-6-30", Grain.QUARTER), "الربع الثاني من 2024", "second quarter of 2024"),
        (between("2024-7-1", "2024-12-31", Grain.HALF), "النصف الثاني من 2024", "second half of 2024"),
        (between("2025-11-17", "2025-11-23", Grain.WEEK), "أسبوع 17–23 نونبر 2025", "week of 17–23 November 2025"),
        (between("2025-11-24", certainty=Certainty.APPROXIMATE), "نحو 24 نونبر 2025", "about 24 November 2025"),
        (between("2014-1-1", "2014-12-31", Grain.YEAR, open_end=True), "منذ 2014", "since 2014"),
        (between("2020-3-1", "2020-3-31", Grain.MONTH, open_start=True), "حتى مارس 2020", "until March 2020"),
        (
            between("2025-11-24", grain=Grain.MINUTE, first_minute=630, last_minute=630),
            "24 نونبر 2025، 10:30",
            "24 November 2025, 10:30",
        ),
    ],
)
def test_a_date_is_said_as_short_as_it_can_be(when, arabic, english):
    assert MOROCCO.date(when) == arabic
    assert ENGLISH.date(when) == english


@pytest.mark.parametrize(
    ("months", "november", "august"),
    [
        ("morocco", "نونبر", "غشت"),
        ("maghreb", "نوفمبر", "أوت"),
        ("gulf", "نوفمبر", "أغسطس"),
        ("levant", "تشرين الثاني", "آب"),
        ("doubled", "تشرين الثاني/نوفمبر", "آب/أغسطس"),
    ],
)
def test_each_desk_has_its_month_names(months, november, august):
    desk = Wording(months=months)
    assert desk.date(between("2025-11-24")) == f"24 {november} 2025"
    assert desk.month_name(8) == august


def test_the_weekday_goes_before_the_day():
    assert MOROCCO.date(between("2025-11-24"), weekday=True) == "الاثنين 24 نونبر 2025"
    assert ENGLISH.date(between("2025-6-24"), weekday=True) == "Tuesday 24 June 2025"


def test_a_list_of_days_says_its_month_once():
    days = tuple(between(f"2020-6-{day}") for day in (7, 8, 12))
    assert MOROCCO.dates(days) == "7 و8 و12 يونيو 2020"
    assert ENGLISH.dates(days) == "7, 8 and 12 June 2020"
    assert MOROCCO.dates((year_range(2007), year_range(2013))) == "2007 و2013"
    assert MOROCCO.dates(()) == ""


def test_digits_are_the_desks_choice_in_arabic_alone():
    assert Wording(digits="arabic").date(between("2025-11-24", "2025-11-27")) == "٢٤–٢٧ نونبر ٢٠٢٥"
    assert Wording("en", digits="arabic").date(between("2025-11-24")) == "24 November 2025"


def test_the_hijri_date_stands_in_brackets_when_it_is_on():
    both = Wording(hijri=True)
    assert both.date(between("2025-11-24", "2025-11-27")) == "24–27 نونبر 2025 (3–6 جمادى الآخرة 1447)"
    assert both.date(between("2025-11-24")) == "24 نونبر 2025 (3 جمادى الآخرة 1447)"
    ramadan = between("2025-3-1", "2025-3-29", Grain.MONTH, certainty=Certainty.DAY_EITHER_WAY)
    assert both.date(ramadan) == "1–29 مارس 2025 (رمضان 1446)"
    assert both.date(between("2025-11-18", "2025-11-24")) == "18–24 نونبر 2025 (27 جمادى الأولى – 3 جمادى الآخرة 1447)"
    assert both.date(between("2025-6-24", "2025-6-27")) == "24–27 يونيو 2025 (28 ذو الحجة 1446 – 2 محرم 1447)"
    assert both.date(year_range(1923)) == "1923"


def test_days_that_fill_no_unit_are_said_as_days():
    assert MOROCCO.date(between("2024-9-1", "2024-9-20", Grain.SEASON)) == "1–20 شتنبر 2024"
    assert MOROCCO.date(between("1995-1-1", "1998-12-31", Grain.DECADE)) == "1995–1998"


def test_dates_for_the_window_keep_their_direction():
    framed = Wording(isolate=True).date(between("2025-11-24", "2025-11-27"))
    assert framed == "\u206724–27 نونبر 2025\u2069"
    assert Wording("en", isolate=True).date(between("2025-11-24")).startswith("\u2066")
