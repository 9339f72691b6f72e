"""Hijri dates against days every almanac has."""

import pytest
from hijridate import Hijri

from timeline_app.calendars.gregorian import day_of, ymd
from timeline_app.calendars.hijri import hijri_day, hijri_month_range, hijri_year_range, hijri_ymd, is_umm_al_qura
from timeline_app.model.daterange import Certainty, Grain

KNOWN = [
    ((1343, 1, 1), (1924, 8, 1)),
    ((1436, 9, 1), (2015, 6, 18)),
    ((1439, 10, 1), (2018, 6, 15)),
    ((1441, 1, 1), (2019, 8, 31)),
    ((1444, 12, 9), (2023, 6, 27)),
    ((1445, 9, 1), (2024, 3, 11)),
    ((1500, 12, 30), (2077, 11, 16)),
    ((1, 1, 1), (622, 7, 19)),  # 16 July 622 in the Julian calendar
]


@pytest.mark.parametrize(("hijri", "gregorian"), KNOWN)
def test_known_days_have_both_names(hijri, gregorian):
    assert ymd(hijri_day(*hijri)) == gregorian
    assert hijri_ymd(day_of(*gregorian)) == hijri


def test_every_known_month_begins_where_the_library_says():
    for year in range(1343, 1501):
        for month in range(1, 13):
            assert hijri_day(year, month, 1) == Hijri(year, month, 1).to_gregorian().toordinal()
            assert hijri_month_range(year, month).days == Hijri(year, month, 1).month_length()


def test_a_month_and_a_year_say_that_the_day_may_be_one_off():
    month, year = hijri_month_range(1439, 12), hijri_year_range(1439)
    assert (month.grain, year.grain) == (Grain.MONTH, Grain.YEAR)
    assert month.certainty is year.certainty is Certainty.DAY_EITHER_WAY
    assert year.last == month.last == hijri_day(1440, 1, 1) - 1


@pytest.mark.parametrize("wrong", [(1440, 13, 1), (1440, 0, 1), (1440, 1, 31), (1440, 1, 0), (-3, 14, 2)])
def test_a_date_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError, match="no such Hijri date"):
        hijri_day(*wrong)


def test_umm_al_qura_is_known_from_1924_to_2077():
    assert is_umm_al_qura(day_of(1924, 8, 1))
    assert not is_umm_al_qura(day_of(1924, 7, 31))
    assert is_umm_al_qura(day_of(2077, 11, 16))
    assert not is_umm_al_qura(day_of(2077, 11, 17))


def test_the_tabular_calendar_takes_over_without_a_gap_at_the_end():
    assert hijri_day(1501, 1, 1) == day_of(2077, 11, 17)
