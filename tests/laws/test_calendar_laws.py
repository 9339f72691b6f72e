"""Laws of the calendars: a day has one name, and the name leads back to the day."""

import dataclasses
import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.calendars.edtf import parse_edtf, write_edtf
from timeline_app.calendars.gregorian import (
    century_range,
    day_of,
    days_in_month,
    decade_range,
    month_range,
    season_range,
    year_range,
    ymd,
)
from timeline_app.calendars.hijri import hijri_day, hijri_month_range, hijri_year_range, hijri_ymd
from timeline_app.calendars.iso import iso_date, parse_iso
from timeline_app.calendars.weekday import on_or_after, on_or_before, weekday
from timeline_app.model.daterange import Certainty, DateRange, Grain

DAYS = st.integers(-2_000_000, 2_000_000)
YEARS = st.integers(-4000, 4000)
MONTHS = st.integers(1, 12)
WEEKDAYS = st.integers(1, 7)


@given(DAYS)
def test_day_to_gregorian_and_back(day):
    year, month, of_month = ymd(day)
    assert day_of(year, month, of_month) == day
    assert 1 <= of_month <= days_in_month(year, month)


@given(st.integers(1, 3_652_059))
def test_gregorian_days_are_those_of_datetime(day):
    date = dt.date.fromordinal(day)
    assert ymd(day) == (date.year, date.month, date.day)
    assert weekday(day) == date.isoweekday()


@given(DAYS)
def test_day_to_hijri_and_back(day):
    year, month, of_month = hijri_ymd(day)
    assert hijri_day(year, month, of_month) == day
    assert 1 <= month <= 12
    assert 1 <= of_month <= 30


@given(DAYS)
def test_hijri_names_go_forward_with_the_days(day):
    assert hijri_ymd(day) < hijri_ymd(day + 1)


@given(DAYS)
def test_a_hijri_day_lies_in_its_month_and_year(day):
    year, month, _ = hijri_ymd(day)
    assert hijri_month_range(year, month).first <= day <= hijri_month_range(year, month).last
    assert hijri_year_range(year).first <= day <= hijri_year_range(year).last


@given(YEARS, MONTHS)
def test_months_of_both_calendars_join_without_gap(year, month):
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    assert month_range(year, month).last + 1 == month_range(*after).first
    assert hijri_month_range(year, month).last + 1 == hijri_month_range(*after).first


@given(YEARS)
def test_years_seasons_decades_and_centuries_join_without_gap(year):
    assert year_range(year).last + 1 == year_range(year + 1).first
    assert hijri_year_range(year).last + 1 == hijri_year_range(year + 1).first
    assert [season_range(year, n).last + 1 for n in (1, 2, 3)] == [season_range(year, n).first for n in (2, 3, 4)]
    assert season_range(year, 4).last + 1 == season_range(year + 1, 1).first
    assert decade_range(year).last + 1 == decade_range(year + 10).first
    assert century_range(year // 100).last + 1 == century_range(year // 100 + 1).first


@given(DAYS, WEEKDAYS)
def test_the_nearest_weekday_is_within_a_week(day, wanted):
    before, after = on_or_before(day, wanted), on_or_after(day, wanted)
    assert weekday(before) == weekday(after) == wanted
    assert day - 7 < before <= day <= after < day + 7


@given(st.integers(-700_000, 3_600_000), st.none() | st.integers(0, 1439))
def test_an_iso_date_reads_back_as_the_same_day_and_minute(day, minute):
    assert parse_iso(iso_date(day, minute)) == (day, minute)


CERTAINTIES = st.sampled_from(Certainty)
NEAR_DAYS = st.integers(-100_000, 1_500_000)


@st.composite
def ranges(draw):
    first = draw(NEAR_DAYS)
    last = first + draw(st.integers(0, 5000))
    grain, certainty = draw(st.sampled_from(Grain)), draw(CERTAINTIES)
    minutes = sorted(draw(st.tuples(st.integers(0, 1439), st.integers(0, 1439)))) if draw(st.booleans()) else (None, None)
    return DateRange(first, last, Grain.MINUTE if minutes[0] is not None else grain, certainty, *minutes)


@st.composite
def units(draw):
    year, certainty = draw(st.integers(1, 3000)), draw(CERTAINTIES)
    makers = (
        lambda: year_range(year, certainty),
        lambda: month_range(year, draw(MONTHS), certainty),
        lambda: season_range(year, draw(st.integers(1, 4)), certainty),
        lambda: decade_range(year, certainty),
        lambda: century_range(year // 100 + 1, certainty),
    )
    return draw(st.sampled_from(makers))()


def what_edtf_keeps(dates):
    return dates.first, dates.last, dates.first_minute, dates.last_minute, dates.certainty, dates.open_start, dates.open_end


@given(ranges())
def test_a_range_written_in_edtf_reads_back_as_the_same_days(dates):
    (back,) = parse_edtf(write_edtf(dates))
    assert what_edtf_keeps(back) == what_edtf_keeps(dates)


@given(units(), st.sampled_from(["", "start", "end"]))
def test_a_unit_written_in_edtf_reads_back_whole_with_its_grain(dates, open_at):
    dates = dataclasses.replace(dates, open_start=open_at == "start", open_end=open_at == "end")
    assert parse_edtf(write_edtf(dates)) == (dates,)


@given(st.lists(units(), min_size=2, max_size=5), st.booleans())
def test_a_set_reads_back_in_its_order(dates, one_of):
    assert parse_edtf(write_edtf(dates, one_of=one_of)) == tuple(dates)


@given(st.text(alphabet="0123456789-/.XYT:{}[]?~%, ") | st.text())
def test_anything_typed_is_a_date_or_a_value_error(text):
    try:
        found = parse_edtf(text)
    except ValueError:
        return
    assert found
