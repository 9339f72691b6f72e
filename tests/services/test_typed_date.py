"""What an editor types into a date field."""

from __future__ import annotations

import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.calendars.iso import iso_date
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.services.typed_date import read_typed

WEDNESDAY = DateRange(day_of(2025, 11, 26), day_of(2025, 11, 26))


def read(text, today=None):
    return [f"{iso_date(found.first)}/{iso_date(found.last)}" for found in read_typed(text, today)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24 نونبر 2025", "2025-11-24/2025-11-24"),
        ("  الاثنين 24 نونبر 2025. ", "2025-11-24/2025-11-24"),
        ("٢٤ نوفمبر ٢٠٢٥", "2025-11-24/2025-11-24"),
        ("24 تشرين الثاني 2025", "2025-11-24/2025-11-24"),
        ("24/11/2025", "2025-11-24/2025-11-24"),
        ("24-11-2025", "2025-11-24/2025-11-24"),
        ("11/2025", "2025-11-01/2025-11-30"),
        ("2025-11-24", "2025-11-24/2025-11-24"),
        ("2025-11", "2025-11-01/2025-11-30"),
        ("نونبر 2025", "2025-11-01/2025-11-30"),
        ("خريف 2024", "2024-09-23/2024-12-20"),
        ("1923", "1923-01-01/1923-12-31"),
        ("198X", "1980-01-01/1989-12-31"),
        ("من 24 إلى 27 نونبر 2025", "2025-11-24/2025-11-27"),
        ("ما بين 24 و27 نونبر 2025", "2025-11-24/2025-11-27"),
        ("2025-11-24/2025-11-27", "2025-11-24/2025-11-27"),
        ("3 جمادى الآخرة 1447", "2025-11-24/2025-11-24"),
        ("سنة 1923", "1923-01-01/1923-12-31"),
        ("٢٤/١١/٢٠٢٥", "2025-11-24/2025-11-24"),
        ("24 November 2025", "2025-11-24/2025-11-24"),
        ("Nov 24, 2025", "2025-11-24/2025-11-24"),
        ("24-27 november 2025", "2025-11-24/2025-11-27"),
        ("Feb. 2024", "2024-02-01/2024-02-29"),
        ("331 ق.م", "-0330-01-01/-0330-12-31"),
    ],
)
def test_a_typed_date_is_read(typed, meant):
    assert read(typed) == [meant]


def test_a_list_of_days_is_several_ranges():
    assert read("7 و8 و12 جوان 2020") == ["2020-06-07/2020-06-07", "2020-06-08/2020-06-08", "2020-06-12/2020-06-12"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "كلام",
        "2025-13-01",
        "31/2/2025",
        "32 نونبر 2025",
        "0",
        "0/0/2025",
        "13/2025",
        "31 Feb 2024",
        "27-24 May 2025",
        "24 Foo 2025",
        "أعلن الرئيس ذلك في 24 نونبر 2025",
    ],
)
def test_what_is_no_date_is_none(typed):
    assert read(typed) == []


@pytest.mark.parametrize("typed", ["أمس", "24 نونبر", "الاثنين"])
def test_words_that_count_from_today_need_a_today(typed):
    assert read(typed) == []
    assert len(read(typed, WEDNESDAY)) == 1


def test_what_was_typed_is_certain_even_when_the_year_was_not_written():
    assert read("24 نونبر", WEDNESDAY) == ["2025-11-24/2025-11-24"]
    assert read_typed("24 نونبر", WEDNESDAY)[0].certainty == Certainty.WRITTEN


def test_a_hijri_day_stays_a_day_either_way():
    assert read_typed("3 جمادى الآخرة 1447")[0].certainty == Certainty.DAY_EITHER_WAY


def test_the_grain_is_what_was_typed():
    assert [read_typed(typed)[0].grain for typed in ("1923", "2025-11", "خريف 2024")] == [Grain.YEAR, Grain.MONTH, Grain.SEASON]


def test_direction_marks_pasted_along_are_not_seen():
    assert read("\u200f24/11/2025\u200e") == ["2025-11-24/2025-11-24"]
