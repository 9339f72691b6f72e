"""Which day number does a Hijri date have, and the other way round? Umm al-Qura where it is known, else tabular.

Umm al-Qura is the civil calendar of Saudi Arabia, known from 1343 to 1500 AH (1924 to 2077) through the ``hijridate``
library. Outside it stands the tabular civil calendar: the 30-year cycle of Reingold and Dershowitz, Calendrical
Calculations, chapter 7, with its epoch on 16 July 622 (Julian). A sighted calendar can differ from both by a day.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from timeline_app.model.daterange import Certainty, DateRange, Grain

_EPOCH = 227015
_FIRST_YEAR, _LAST_YEAR = 1343, 1500


def hijri_day(year: int, month: int, day: int) -> int:
    """The day number of a Hijri date; ValueError when there is no such date.

    The 30th is a date of any month: a month sighted a day later has one where the tables say 29.
    """
    if not 1 <= month <= 12 or not 1 <= day <= 30:
        message = f"no such Hijri date: {year}-{month}-{day}"
        raise ValueError(message)
    return _month_start(year, month) + day - 1


def hijri_ymd(day: int) -> tuple[int, int, int]:
    """Hijri year, month and day of a day number."""
    if is_umm_al_qura(day):
        starts = _umm_al_qura_months()
        index = bisect_right(starts, day) - 1
        return _FIRST_YEAR + index // 12, index % 12 + 1, day - starts[index] + 1
    year = (30 * (day - _EPOCH) + 10646) // 10631
    month = min(12, (11 * (day - _tabular_start(year, 1)) + 330) // 325)
    return year, month, day - _tabular_start(year, month) + 1


def hijri_month_range(year: int, month: int, certainty: Certainty = Certainty.DAY_EITHER_WAY) -> DateRange:
    """All days of a Hijri month; ValueError when ``month`` is not 1 to 12."""
    first = hijri_day(year, month, 1)
    following = _month_start(year, month + 1) if month < 12 else _month_start(year + 1, 1)
    return DateRange(first, following - 1, Grain.MONTH, certainty)


def hijri_year_range(year: int, certainty: Certainty = Certainty.DAY_EITHER_WAY) -> DateRange:
    """All days of a Hijri year."""
    return DateRange(_month_start(year, 1), _month_start(year + 1, 1) - 1, Grain.YEAR, certainty)


def is_umm_al_qura(day: int) -> bool:
    """Whether the day lies in the years for which Umm al-Qura is known."""
    starts = _umm_al_qura_months()
    return starts[0] <= day < starts[-1]


def _month_start(year: int, month: int) -> int:
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return _umm_al_qura_months()[12 * (year - _FIRST_YEAR) + month - 1]
    return _tabular_start(year, month)


def _tabular_start(year: int, month: int) -> int:
    return _EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + (6 * month - 1) // 11


@cache
def _umm_al_qura_months() -> tuple[int, ...]:
    """The first days of all known months, and of the month after the last."""
    from hijridate import Hijri, ummalqura  # noqa: PLC0415 - start-up is measured

    shift = Hijri(_FIRST_YEAR, 1, 1).to_gregorian().toordinal() - ummalqura.MONTH_STARTS[0]
    return tuple(start + shift for start in ummalqura.MONTH_STARTS)
