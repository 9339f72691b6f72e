"""Which builder does a rule name? The table from the word in the rule file to the function that makes the term."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.extraction import dates, lengths, lists, periods
from timeline_app.extraction.slot import Slots
from timeline_app.model.term import Anaphora, DayPart, Feast, Period, Repeat, Term, Vague

Builder = Callable[[Slots], Term | None]

BUILDERS: dict[str, Builder] = {
    "anaphora": periods.anaphora,
    "between": lists.between,
    "centuries": periods.centuries,
    "century": periods.century,
    "civil": dates.civil,
    "clock": lengths.clock,
    "clock-part-day": lengths.clock_part_day,
    "clock-of-day": lengths.clock_of_day,
    "day-part": lengths.day_part,
    "decade": periods.decade,
    "feast": periods.feast,
    "length": lengths.length,
    "length-pair": lengths.length_pair,
    "listing": lists.listing,
    "month-numbered": dates.month_numbered,
    "month-days": lists.month_days,
    "members": lists.members,
    "merged": dates.merged,
    "merged-within": dates.merged_within,
    "month-year": dates.month_year,
    "between-years": lists.between_years,
    "day-with-weekday": dates.day_with_weekday,
    "day-of-it": dates.day_of_it,
    "day-of-whole": periods.day_of_whole,
    "days-numbered": lists.days_numbered,
    "vague-turn": lengths.vague_turn,
    "day-pair": lists.day_pair,
    "month-listing": lists.month_listing,
    "this-period": lambda _: Anaphora("this-period"),
    "same-period": lambda _: Anaphora("period"),
    "same-days": lambda _: Anaphora("days"),
    "this-day-of-year": dates.this_day_of_year,
    "same-day": lengths.same_day,
    "eid": lambda _: Feast("eid"),
    "age": lengths.age,
    "at-time-of-day": lengths.at_time_of_day,
    "edge-day": periods.edge_day,
    "weekday-of": periods.weekday_of,
    "named-date": dates.named_date,
    "night-of-text": lambda _: DayPart("TNI", Anaphora("day")),
    "nothing": lambda _: Vague(""),
    "nothing-known": lambda _: Vague("PAST_REF"),
    "period-new": lambda _: Period("year", 0, new=True),
    "repeat-yearly": lambda _: Repeat(1, "year"),
    "week-of": periods.week_of,
    "week-end": periods.week_end,
    "numeric": dates.numeric,
    "offset": lengths.offset,
    "part-of": periods.part_of,
    "period": periods.period,
    "portion": periods.portion,
    "repeat": lengths.repeat,
    "same": dates.same,
    "season": periods.season,
    "two-calendars": dates.two_calendars,
    "vague": lengths.vague,
    "vague-length": lengths.vague_length,
    "within": periods.within,
    "year-listing": lists.year_listing,
    "year-pair": lists.year_pair,
}
