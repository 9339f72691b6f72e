"""Is every spelling of the lexicon read as what it says it is? A new spelling or tradition needs no code."""

import tomllib

import pytest

from timeline_app import assets
from timeline_app.extraction.recognition import recognise
from timeline_app.model.term import Civil, Feast

MONTHS = [
    (path.stem, table["calendar"], int(number), spelling)
    for path in sorted(assets.resource("lexicon", "months").glob("*.toml"))
    for table in [tomllib.loads(path.read_text("utf-8"))]
    for number, spellings in table["months"].items()
    for spelling in spellings
]
WEEKDAYS = tomllib.loads(assets.resource("lexicon", "time", "weekdays.toml").read_text("utf-8"))["weekday"]
FEASTS = tomllib.loads(assets.resource("lexicon", "time", "feasts.toml").read_text("utf-8"))["feast"]
FEAST_DAYS = tomllib.loads(assets.resource("lexicon", "feasts.toml").read_text("utf-8"))


def only_term(text):
    (expression,) = recognise(text)
    return expression.term


@pytest.mark.parametrize(("tradition", "calendar", "number", "spelling"), MONTHS)
def test_a_month_of_a_tradition_is_its_month(tradition, calendar, number, spelling):
    year = 1436 if calendar == "hijri" else 2018
    term = only_term(f"وصل الوفد يوم 5 {spelling} {year} إلى المدينة")
    assert (term.calendar, term.day, term.month, term.year) == (calendar, 5, number, year)


@pytest.mark.parametrize(("number", "spelling"), [(int(n), s) for n, spellings in WEEKDAYS.items() for s in spellings])
def test_a_weekday_is_its_day(number, spelling):
    assert only_term(f"وصل الوفد يوم {spelling} إلى المدينة") == Civil(weekday=number)


@pytest.mark.parametrize(("code", "spelling"), [(code, s) for code, spellings in FEASTS.items() for s in spellings])
def test_a_feast_is_found_and_has_its_day(code, spelling):
    terms = [each.term for each in recognise(f"وصل الوفد في {spelling} إلى المدينة")]
    assert any(isinstance(term, Feast) and term.code == code for term in terms)
    assert code in FEAST_DAYS


def test_every_tradition_has_its_twelve_months():
    for tradition in {name for name, *_ in MONTHS}:
        assert {number for name, _, number, _ in MONTHS if name == tradition} == set(range(1, 13))
