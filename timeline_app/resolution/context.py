"""What does a term stand in? The day of publication, what was said before it, and whether its sentence looks ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline_app.calendars.gregorian import day_of, ymd
from timeline_app.calendars.weekday import weekday
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Mod, Reading

_COARSE = (Grain.YEAR, Grain.DECADE, Grain.CENTURY)
_WEEK = 7
_FEW = 31  # days at most of what «هذين اليومين» can mean


@dataclass(slots=True)
class Context:
    """The state of one pass over a text.

    What holds for all of it: ``now`` is the publication, ``hint_year`` the year that other articles give, ``text_year`` the one
    this text writes most; ``twins`` the year of each month and day it once writes whole, ``years`` that of the whole date of
    each sentence, ``entries`` that of each date heading a line of a chronology, by its place.

    What was read so far: ``said`` by the unit it can stand for («في اليوم التالي»), ``told`` the year of each bare day and month,
    ``turned`` of each month with its turn, ``heading`` the last year that heads what follows (alone on a line, or before a list
    of days), ``weekdays`` the day of each weekday told near the publication, ``opened`` the day of the last expression that
    opened its line, ``spoken`` that of the last report of speech, ``plan`` the tense of the numbered dates of this line,
    ``hijri`` whether the last month named was one of the Hijri calendar, ``last_said`` and ``last_year`` the sentence and days
    of the last date and year, ``weekday_end`` the place where the last expression ended if it was a bare weekday, else -1.

    Where the expression stands: ``sentence`` and ``place`` in the text, ``sentence_year`` the year its sentence writes, ``bound``
    the place behind it if it stands in a relative clause, else -1, ``tense`` 1 for the future, -1 for the past, 0 unknown;
    ``alone`` without a sentence around it, ``heads`` before what a year can stand for, ``opens`` its line, ``entry`` its year in
    a chronology, ``stamp`` on a line so short that a clock time on it is that of publication, ``recurring`` where the sentence
    tells what happens again and again, ``after`` the date that began what this one ends.
    """

    now: DateRange | None
    said: dict[str, DateRange] = field(default_factory=dict)
    sentence_year: int | None = None
    bound: int = -1
    text_year: int | None = None
    tense: int = 0
    hint_year: int | None = None
    stamp: bool = False
    hijri: bool = False
    recurring: bool = False
    alone: bool = False
    heads: bool = False
    plan: int = 0
    weekday_end: int = -1
    years: dict[int, int] = field(default_factory=dict)
    sentence: int = -1
    place: int = 0
    told: dict[tuple[int | None, int | None], int] = field(default_factory=dict)
    turned: dict[int, int] = field(default_factory=dict)
    heading: int | None = None
    twins: dict[tuple[int | None, int | None], int] = field(default_factory=dict)
    entries: dict[int, int] = field(default_factory=dict)
    entry: int | None = None
    opens: bool = False
    opened: DateRange | None = None
    spoken: DateRange | None = None
    after: DateRange | None = None
    weekdays: dict[int, int] = field(default_factory=dict)
    last_said: tuple[int, DateRange | None] = (-1, None)
    last_year: tuple[int, DateRange | None] = (-1, None)

    @property
    def today(self) -> int | None:
        """The day of publication, or None."""
        return None if self.now is None else self.now.first

    @property
    def planned(self) -> int | None:
        """The day of the last date, where this sentence tells it and it lies more than a week ahead."""
        day = self.last_day
        return day if day is not None and self.today is not None and day > self.today + _WEEK else None

    @property
    def last_day(self) -> int | None:
        """The day of the last date, where this sentence tells it."""
        sentence, said = self.last_said
        told = said is not None and sentence == self.sentence and said.grain in (Grain.DAY, Grain.MINUTE)
        return said.first if told and said is not None else None

    def leave_line(self) -> None:
        """Forget what holds on one line only."""
        self.said.pop("sentence-day", None)
        self.said.pop("line-period", None)
        self.plan = 0

    def remember_year(self, days: DateRange) -> None:
        """Two years of one sentence, the later one last («كان 5 عام 2000 فصار 9 عام 2011»), are a period together."""
        sentence, before = self.last_year
        if before is not None and sentence == self.sentence and before.last < days.first:
            self.said["period"] = self.said["line-period"] = replace(days, first=before.first)
        self.last_year = (self.sentence, days)

    def remember_end(self, reading: Reading) -> None:
        """«إلى متم يونيو»: what has an end only is, for «الفترة نفسها» after it, the year up to there."""
        days = reading.hull
        if days is not None and days.open_start and reading.mod is Mod.END and days.grain is Grain.MONTH:
            whole = DateRange(day_of(ymd(days.first)[0]), days.last, days.grain)
            self.said["period"] = self.said["line-period"] = whole

    def remember_weekdays(self, ranges: Sequence[DateRange]) -> None:
        """«غدا الجمعة»: the Friday that heads a list further down."""
        for days in ranges:
            if self.today is not None and days.first == days.last and abs(days.first - self.today) <= _WEEK:
                self.weekdays[weekday(days.first)] = days.first

    def remember(self, days: DateRange, *, day: bool) -> None:
        """Take a resolved date as what following words can refer to."""
        self.last_said = (self.sentence, days)
        if day or days.first == days.last:
            self.said["day"] = days
            self.said["sentence-day"] = days
        if days.grain not in _COARSE:
            self.said["month"] = days
        self.said["year"] = days
        if days.first != days.last and days.days <= _FEW:
            self.said["days"] = days
        if days.first != days.last:
            self.said["period"] = self.said["line-period"] = days
        self.said["any"] = days
