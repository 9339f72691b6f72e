"""EDTF as written and as read."""

import pytest

from timeline_app.calendars.edtf import parse_edtf, write_edtf
from timeline_app.calendars.gregorian import century_range, day_of, decade_range, month_range, season_range, year_range
from timeline_app.model.daterange import Certainty, DateRange, Grain


def days(first, last=None, grain=Grain.DAY, certainty=Certainty.WRITTEN, **more):
    return DateRange(day_of(*first), day_of(*(last or first)), grain, certainty, **more)


BOTH_WAYS = [
    ("2017-03-15", days((2017, 3, 15))),
    ("2017-03", month_range(2017, 3)),
    ("2017", year_range(2017)),
    ("198X", decade_range(1983)),
    ("18XX", century_range(19)),
    ("2017-21", season_range(2017, 1)),
    ("2017-24", season_range(2017, 4)),
    ("2017-03-15?", days((2017, 3, 15), certainty=Certainty.INFERRED)),
    ("1956~", year_range(1956, Certainty.APPROXIMATE)),
    ("2015-08-11%", days((2015, 8, 11), certainty=Certainty.DAY_EITHER_WAY)),
    ("2016-12-14/2016-12-16", days((2016, 12, 14), (2016, 12, 16))),
    ("1914/1918", days((1914, 1, 1), (1918, 12, 31), Grain.YEAR)),
    ("2017-07~/2018-03~", days((2017, 7, 1), (2018, 3, 31), Grain.MONTH, Certainty.APPROXIMATE)),
    ("2014/..", DateRange(day_of(2014), day_of(2014, 12, 31), Grain.YEAR, open_end=True)),
    ("../2017-03", DateRange(day_of(2017, 3), day_of(2017, 3, 31), Grain.MONTH, open_start=True)),
    ("-0331", year_range(-331)),
    ("-0331-10-01", days((-331, 10, 1))),
    ("Y12026", year_range(12026)),
    ("2017-03-15T14:30:00", days((2017, 3, 15), grain=Grain.MINUTE, first_minute=870, last_minute=870)),
    (
        "2017-03-15T06:00:00/2017-03-15T11:59:00",
        days((2017, 3, 15), grain=Grain.MINUTE, first_minute=360, last_minute=719),
    ),
]


@pytest.mark.parametrize(("text", "dates"), BOTH_WAYS)
def test_a_range_is_written_and_read_back_the_same(text, dates):
    assert write_edtf(dates) == text
    assert parse_edtf(text) == (dates,)


def test_a_list_of_days_is_all_of_them():
    dates = (days((2017, 6, 7)), days((2017, 6, 8)), days((2017, 6, 12), (2017, 6, 14)))
    assert write_edtf(dates) == "{2017-06-07,2017-06-08,2017-06-12..2017-06-14}"
    assert parse_edtf("{2017-06-07, 2017-06-08, 2017-06-12..2017-06-14}") == dates


def test_alternatives_are_one_of_them():
    dates = (days((2017, 6, 7)), days((2018, 6, 7)))
    assert write_edtf(dates, one_of=True) == "[2017-06-07,2018-06-07]"
    assert parse_edtf("[2017-06-07,2018-06-07]") == dates


def test_a_list_of_one_is_no_set():
    assert write_edtf([year_range(2017)]) == "2017"


def test_a_quarter_is_written_as_its_months_and_read_by_its_number():
    quarter = DateRange(day_of(2017, 4), day_of(2017, 6, 30), Grain.QUARTER)
    assert write_edtf(quarter) == "2017-04/2017-06"
    assert parse_edtf("2017-34") == (quarter,)
    assert parse_edtf("2017-41") == (DateRange(day_of(2017, 7), day_of(2017, 12, 31), Grain.HALF),)


def test_days_that_fill_a_month_stay_days():
    assert write_edtf(days((2017, 3, 1), (2017, 3, 31))) == "2017-03-01/2017-03-31"


def test_an_interval_of_unequal_ends_takes_the_finer_grain_and_the_greater_doubt():
    assert parse_edtf("2014-03?/2015~") == (days((2014, 3, 1), (2015, 12, 31), Grain.MONTH, Certainty.APPROXIMATE),)


WRONG = [
    *(
        "",
        "..",
        "/",
        "../..",
        "2017-13",
        "2017-00",
        "2017-02-29",
        "2017-3-1",
        "17",
        "2017-25",
        "2017-33-01",
        "{}",
        "[]",
        "{2017,}",
    ),
    *("2018/2017", "2017-03-15T25:00", "2017-03-15T10:61", "2017-03-15T10:00/2017-03-16", "2017-03-15T10:00/2017-03-15T09:00"),
    *("٢٠١٧", "2017??", "hello", "2017/2018/2019", "{[2017]}", "19X", "1XXX", "20170315"),
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_edtf_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(text)
