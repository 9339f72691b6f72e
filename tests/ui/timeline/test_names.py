from __future__ import annotations

import pytest

from tests.ui.timeline.conftest import six
from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.unit import CENTURY, DAY, MONTH, YEAR, Unit
from timeline_app.ui.timeline.names import EventWords, TickNames
from timeline_app.ui.timeline.type import arabic
from timeline_app.wording import Wording


def names(**rest):
    return TickNames(Wording(**rest))


def test_a_day_is_named_with_its_weekday_where_there_is_room():
    assert names().tick(DAY, day_of(2025, 11, 24)) == ("الاثنين 24", "24")


@pytest.mark.parametrize(
    ("months", "name"),
    [
        ("morocco", "يوليوز 2025"),
        ("maghreb", "جويلية 2025"),
        ("gulf", "يوليو 2025"),
        ("levant", "تموز 2025"),
        ("doubled", "تموز/يوليو 2025"),
    ],
)
def test_a_month_is_named_in_the_family_of_the_desk(months, name):
    assert names(months=months).heading(MONTH, day_of(2025, 7, 1))[0] == name


def test_an_hour_keeps_its_two_digits():
    assert names().tick(Unit("hour", 1, 1 / 24), day_of(2025, 11, 24) + 9 / 24) == ("09:00",)


def test_the_last_minute_of_a_day_is_not_the_next_day():
    assert names().tick(Unit("minute", 1, 1 / 1440), day_of(2025, 11, 24) + 1439 / 1440) == ("23:59",)


def test_a_century_has_its_number():
    assert "20" in names().heading(CENTURY, day_of(1901))[0]


def test_years_before_the_first_are_named_with_their_era():
    assert names().tick(YEAR, day_of(-331))[0] != "-331"


@pytest.mark.parametrize(
    ("days", "said"), [(30_700, "84 سنة"), (2 * 365.25, "سنتان"), (200, "7 أشهر"), (12, "12 يوما"), (2, "يومان")]
)
def test_a_break_says_how_long_it_is_in_agreeing_words(days, said):
    assert names().folded(0.0, float(days)) == said


def test_digits_follow_the_desk():
    assert names(digits="arabic").number(2025) == "٢٠٢٥"


def test_a_card_of_bare_columns_says_title_date_sources_and_doubt():
    said = EventWords(six(), Wording())(5)
    assert said.title == "انطلاق أشغال الدورة"
    assert said.date == "الاثنين 24 نونبر 2025"
    assert (said.count, said.doubt) == ("2", "تاريخان")


def test_one_source_is_not_counted():
    assert EventWords(six(), Wording())(1).count == ""


@pytest.mark.parametrize(
    ("text", "right"), [("دورة", True), ("INTERPOL في", False), ("24 نونبر", True), ("2025", False), ("٢٠٢٥", True)]
)
def test_the_direction_of_a_text_is_that_of_its_first_letter(text, right):
    assert arabic(text) is right


@pytest.mark.parametrize(
    ("first", "until", "said"),
    [
        (day_of(2025, 6, 24), day_of(2025, 6, 25), "24 يونيو 2025"),
        (day_of(2025, 6, 24) + 9 / 24, day_of(2025, 6, 24) + 10 / 24, "24 يونيو 2025"),
        (day_of(2007), day_of(2008), "2007"),
        (day_of(2007, 3), day_of(2007, 4), "مارس 2007"),
    ],
)
def test_another_date_of_a_source_is_said_as_the_source_does(first, until, said):
    assert said in names().day(first, until)
