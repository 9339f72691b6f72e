"""Into which units is the axis divided? From minutes to millennia, each with the times at which it begins."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline_app.calendars.gregorian import day_of, ymd

Name = Literal["minute", "hour", "day", "month", "year", "decade", "century", "millennium"]
MINUTES = 1440.0


@dataclass(frozen=True, slots=True)
class Unit:
    """``step`` of a unit: 15 minutes, 1 day, 3 months, 50 years. ``days`` is about how long it is."""

    name: Name
    step: int
    days: float

    @property
    def single(self) -> bool:
        """Whether its label names the whole stretch to the next tick (and not just the moment of the tick)."""
        return self.step == 1 and self.name not in {"minute", "hour"}


MINORS = (
    *(Unit("minute", step, step / MINUTES) for step in (1, 5, 15, 30)),
    *(Unit("hour", step, step / 24) for step in (1, 3, 6, 12)),
    Unit("day", 1, 1.0),
    Unit("day", 2, 2.0),
    Unit("day", 7, 7.0),
    Unit("month", 1, 30.4),
    Unit("month", 3, 91.3),
    *(Unit("year", step, step * 365.2425) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
DAY, MONTH, YEAR = (next(unit for unit in MINORS if unit.name == name) for name in ("day", "month", "year"))
CENTURY, MILLENNIUM = Unit("century", 1, 36524.25), Unit("millennium", 1, 365242.5)


def above(unit: Unit) -> Unit:
    """The unit of the second row over a unit of the first."""
    if unit.name in {"minute", "hour"}:
        return DAY
    if unit.name in {"day", "month"}:
        return MONTH if unit.name == "day" else YEAR
    return CENTURY if unit.step < 100 else MILLENNIUM


def ticks(unit: Unit, first: float, last: float, *, most: int = 400) -> list[float]:
    """The times at which the unit begins, from the last one at or before ``first`` to the first one at or after ``last``."""
    time = _floor(unit, first)
    found = [time]
    while time < last and len(found) < most:
        time = _next(unit, time)
        found.append(time)
    return found


def _floor(unit: Unit, time: float) -> float:
    if unit.name in {"minute", "hour"}:
        day, size = math.floor(time), unit.days
        return day + math.floor((time - day) / size + 1e-9) * size
    year, month, day = ymd(math.floor(time))
    if unit.name == "day":
        return float(day_of(year, month, _day_floor(unit.step, day)))
    if unit.name == "month":
        return float(day_of(year, month - (month - 1) % unit.step))
    return _year_start(year - _into(unit, year))


@lru_cache(4096)
def _next(unit: Unit, time: float) -> float:
    if unit.name in {"minute", "hour"}:
        day = math.floor(time + 1e-9)
        return day + round((time - day) / unit.days + 1) * unit.days
    year, month, day = ymd(math.floor(time))
    if unit.name == "day":
        return _next_day(unit.step, year, month, day)
    if unit.name == "month":
        return float(day_of(year + (month + unit.step > 12), (month + unit.step - 1) % 12 + 1))
    return _year_start(year + _years(unit))


def _day_floor(step: int, day: int) -> int:
    if step == 7:
        return min((day - 1) // 7 * 7 + 1, 22)
    return min((day - 1) // step * step + 1, 29 if step == 2 else 31)


def _next_day(step: int, year: int, month: int, day: int) -> float:
    following = day + step
    if (step == 7 and following <= 22) or (step != 7 and following <= 28):
        return float(day_of(year, month, following))
    if step == 1:
        return float(day_of(year, month, day) + 1)
    if step == 2 and day < 29 and _length(year, month) >= 30:
        return float(day_of(year, month, 29))
    return float(day_of(year + (month == 12), month % 12 + 1))


def _length(year: int, month: int) -> int:
    return day_of(year + (month == 12), month % 12 + 1) - day_of(year, month)


def _years(unit: Unit) -> int:
    return {"decade": 10, "century": 100, "millennium": 1000}.get(unit.name, 1) * unit.step


def _into(unit: Unit, year: int) -> int:
    """How many years a year is into its unit: the 20th century begins in 1901, the steps of years at round ones."""
    return (year - (1 if unit.name in {"century", "millennium"} else 0)) % _years(unit)


def _year_start(year: int) -> float:
    return float(day_of(year))
