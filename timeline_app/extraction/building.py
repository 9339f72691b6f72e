"""Which builder does a rule name? The table from the word in the rule file to the function that makes the term."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.extraction import dates, lengths
from timeline_app.extraction.slot import Slots
from timeline_app.model.term import Anaphora, Feast, Period, Repeat, Term, Vague

Builder = Callable[[Slots], Term | None]

BUILDERS: dict[str, Builder] = {
    "anaphora": dates.anaphora,
    "between": dates.between,
    "century": dates.century,
    "civil": dates.civil,
    "clock": lengths.clock,
    "clock-of-day": lengths.clock_of_day,
    "day-part": lengths.day_part,
    "decade": dates.decade,
    "feast": dates.feast,
    "length": lengths.length,
    "length-pair": lengths.length_pair,
    "listing": dates.listing,
    "members": dates.members,
    "merged": dates.merged,
    "month-year": dates.month_year,
    "between-years": dates.between_years,
    "day-of-it": dates.day_of_it,
    "day-of-whole": dates.day_of_whole,
    "days-numbered": dates.days_numbered,
    "vague-turn": lengths.vague_turn,
    "day-pair": dates.day_pair,
    "month-listing": dates.month_listing,
    "this-period": lambda _: Anaphora("this-period"),
    "same-period": lambda _: Anaphora("period"),
    "same-day": lengths.same_day,
    "eid": lambda _: Feast("eid"),
    "age": lengths.age,
    "at-time-of-day": lengths.at_time_of_day,
    "nothing": lambda _: Vague(""),
    "nothing-known": lambda _: Vague("PAST_REF"),
    "period-new": lambda _: Period("year", 0, new=True),
    "repeat-yearly": lambda _: Repeat(1, "year"),
    "week-end": dates.week_end,
    "numeric": dates.numeric,
    "offset": lengths.offset,
    "part-of": dates.part_of,
    "period": dates.period,
    "portion": dates.portion,
    "repeat": lengths.repeat,
    "same": dates.same,
    "season": dates.season,
    "two-calendars": dates.two_calendars,
    "vague": lengths.vague,
    "vague-length": lengths.vague_length,
    "within": dates.within,
    "year-listing": dates.year_listing,
    "year-pair": dates.year_pair,
}
