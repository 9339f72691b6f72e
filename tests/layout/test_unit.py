from __future__ import annotations

import itertools

import pytest

from timeline_app.calendars.gregorian import day_of, ymd
from timeline_app.layout.unit import MINORS, above, ticks


@pytest.mark.parametrize("unit", MINORS, ids=lambda unit: f"{unit.step} {unit.name}")
@pytest.mark.parametrize("start", [day_of(2024, 2, 27) + 0.3, day_of(-332, 6, 1), day_of(1999, 12, 31)])
def test_ticks_increase_and_enclose_what_was_asked(unit, start):
    last = start + unit.days * 5.3
    found = ticks(unit, start, last)
    assert found[0] <= start + 1e-9
    assert found[-1] >= last
    assert all(one < other for one, other in itertools.pairwise(found))


def test_months_begin_on_their_first_day():
    month = next(unit for unit in MINORS if unit.name == "month")
    found = ticks(month, day_of(2024, 11, 15), day_of(2025, 1, 20))
    assert [ymd(int(time))[1:] for time in found] == [(11, 1), (12, 1), (1, 1), (2, 1)]


def test_weeks_of_a_month_do_not_run_over_into_the_next():
    week = next(unit for unit in MINORS if unit.name == "day" and unit.step == 7)
    assert [ymd(int(time))[2] for time in ticks(week, day_of(2025, 1, 1), day_of(2025, 2, 1))] == [1, 8, 15, 22, 1]


def test_quarter_hours_keep_their_count_over_midnight():
    quarter = next(unit for unit in MINORS if unit.name == "minute" and unit.step == 15)
    found = ticks(quarter, day_of(2025, 1, 1) + 0.97, day_of(2025, 1, 2) + 0.05)
    assert day_of(2025, 1, 2) in [round(time, 9) for time in found]


def test_decades_stand_at_round_years_below_zero_too():
    ten = next(unit for unit in MINORS if unit.name == "year" and unit.step == 10)
    assert [ymd(int(time))[0] for time in ticks(ten, day_of(-15), day_of(15))] == [-20, -10, 0, 10, 20]


OVER = [("minute", 15, "day"), ("day", 1, "month"), ("month", 3, "year"), ("year", 10, "century"), ("year", 200, "millennium")]


@pytest.mark.parametrize(("name", "step", "over"), OVER)
def test_over_each_row_stands_the_unit_that_holds_it(name, step, over):
    unit = next(one for one in MINORS if (one.name, one.step) == (name, step))
    assert above(unit).name == over


def test_the_twentieth_century_begins_with_1901():
    century = above(next(unit for unit in MINORS if unit.name == "year"))
    assert ymd(int(ticks(century, day_of(1950), day_of(1951))[0]))[0] == 1901
