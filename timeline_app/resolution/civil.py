"""On which day is a written date? The missing year, month or day found by turn, sentence, tense and publication."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.calendars.gregorian import day_of, days_in_month, ymd
from timeline_app.calendars.hijri import hijri_ymd
from timeline_app.calendars.iso import iso_date, iso_year
from timeline_app.calendars.weekday import on_or_after, on_or_before, weekday
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.step import step
from timeline_app.model.term import Civil
from timeline_app.resolution.answer import Answer, of_range, value_of
from timeline_app.resolution.context import Context
from timeline_app.resolution.years import days_in_year, tense_named, year_of_date

_WITHIN_REACH = 240
_NEVER_HIJRI = 1700
_DAYS_APART, _JULIAN_APART = 2, 10  # days that two calendars may differ by; old dates are those of the Julian calendar
_GREGORIAN_BEGINS = day_of(1582, 10, 15)


def resolve_civil(term: Civil, context: Context) -> Answer:
    """The day, month or year of a written date."""
    if term.other is not None:
        return _both(term, term.other, context)
    if term.deictic is not None and term.year is not None and term.month is None:
        return _this_day_of(term.year, context)
    if term.day is None and term.month is None and term.year is None:
        return _from_today(term, context)
    if term.month is None and term.day is not None:
        return Answer(f"XXXX-XX-{term.day:02d}")
    if term.month is None and term.weekday is not None and term.year is not None:
        return Answer(f"{iso_year(term.year)}-WXX-{term.weekday}")
    if term.calendar == "hijri" and term.month is not None and (term.year or 0) >= _NEVER_HIJRI:
        return _hijri_in_gregorian_year(term, context)
    year, certainty, steps = year_of_date(term, context)
    if year is None:
        return Answer(_unknown(term), steps=(step("year-unknown"),))
    days = days_in_year(term, year, certainty)
    if days is None:
        return Answer(_unknown(term), steps=(*steps, step("no-such-date")))
    answer = replace(of_range(days, *steps, value=value_of(days)), alternatives=_other_years(term, days, context))
    return _checked(term, answer, context)


def _this_day_of(year: int, context: Context) -> Answer:
    """«مثل هذا اليوم من عام 1956»: month and day are those of the publication."""
    if context.today is None:
        return Answer(f"{iso_year(year)}-XX-XX", steps=(step("publication-unknown"),))
    _, month, of_month = ymd(context.today)
    day = day_of(year, month, min(of_month, days_in_month(year, month)))
    return of_range(DateRange(day, day, Grain.DAY, Certainty.INFERRED), step("day-from-publication", days=0))


def _other_years(term: Civil, days: DateRange, context: Context) -> tuple[DateRange, ...]:
    """The same day of a neighbouring year, where neither words nor tense decide and it lies within reach of today."""
    if term.year is not None or term.turn is not None or context.tense or context.today is None or term.weekday is not None:
        return ()
    if term.day is None or context.sentence_year is not None:
        return ()
    year = (hijri_ymd if term.calendar == "hijri" else ymd)(days.first)[0]
    others = [days_in_year(term, year + shift, Certainty.INFERRED) for shift in (-1, 1)]
    return tuple(each for each in others if each is not None and abs(each.first - context.today) <= _WITHIN_REACH)


def _hijri_in_gregorian_year(term: Civil, context: Context) -> Answer:
    """«رمضان 2018»: the Hijri month or day that begins in a Gregorian year."""
    assert term.year is not None
    first = hijri_ymd(day_of(term.year))[0]
    for year in (first, first + 1):
        answer = resolve_civil(replace(term, year=year), context)
        if answer.range is not None and ymd(answer.range.first)[0] == term.year:
            return answer.because(step("hijri-in-gregorian-year", year=term.year))
    return Answer(f"{term.year:04d}")


def _unknown(term: Civil) -> str:
    year = (iso_year(term.year) if term.calendar == "gregorian" else "XXXX") if term.year is not None else "XXXX"
    if term.calendar == "hijri":
        return "XXXX-XX-XX" if term.day else "XXXX-XX" if term.month else "XXXX"
    if term.month is None:
        return year
    month = f"{year}-{term.month:02d}"
    return month if term.day is None else f"{month}-{term.day:02d}"


def _from_today(term: Civil, context: Context) -> Answer:
    """A weekday or a deictic day."""
    today = context.today
    if term.deictic is not None:
        if term.weekday is None:
            if today is None:
                return Answer("XXXX-XX-XX", steps=(step("publication-unknown"),))
            day = today + term.deictic
            return of_range(DateRange(day, day), step("day-from-publication", days=term.deictic))
        return _deictic_weekday(term, context)
    if term.weekday is None:
        return Answer("XXXX-XX-XX")
    if today is None:
        return Answer(f"XXXX-WXX-{term.weekday}", steps=(step("publication-unknown"),))
    told = context.weekdays.get(term.weekday)
    if told is not None and not context.tense and term == Civil(weekday=term.weekday):
        return of_range(DateRange(told, told, Grain.DAY, Certainty.INFERRED), step("day-from-text"))
    if context.planned is not None and context.tense > 0 and term == Civil(weekday=term.weekday):
        ahead = on_or_after(context.planned, term.weekday)
        return of_range(DateRange(ahead, ahead, Grain.DAY, Certainty.INFERRED), step("day-from-sentence"))
    day = _weekday(term, term.weekday, today, context.tense)
    days = DateRange(day, day, Grain.DAY, Certainty.INFERRED)
    return of_range(days, step("weekday-from-publication", tense=tense_named(term, context)))


def _weekday(term: Civil, wanted: int, today: int, tense: int) -> int:
    turn = term.turn if term.turn is not None else tense
    further = 7 * max(abs(turn) - 1, 0)
    if turn > 0:
        day = on_or_after(today, wanted)
        return (day + 7 if term.turn and day == today else day) + further
    if term.turn == 0:
        return on_or_before(today, 1) + wanted - 1
    day = on_or_before(today, wanted)
    return (day - 7 if term.turn and day == today else day) - further


def _deictic_weekday(term: Civil, context: Context) -> Answer:
    """«أمس الأربعاء»: both should agree; where they do not the weekday wins and the conflict is told."""
    deictic, wanted, today = term.deictic or 0, term.weekday or 1, context.today
    if today is None:
        return Answer(f"XXXX-WXX-{wanted}", steps=(step("publication-unknown"),))
    meant = today + deictic
    if weekday(meant) == wanted:
        return of_range(DateRange(meant, meant), step("day-from-publication", days=deictic), step("weekday-agrees"))
    near = min((on_or_before(meant, wanted), on_or_after(meant, wanted)), key=lambda day: abs(day - meant))
    answer = of_range(DateRange(near, near, Grain.DAY, Certainty.INFERRED), step("day-from-weekday"))
    conflict = step("weekday-conflict-deictic", written=wanted, found=weekday(meant), day=DateRange(meant, meant))
    return replace(answer, alternatives=(DateRange(meant, meant),), conflicts=(conflict,))


def _checked(term: Civil, answer: Answer, context: Context) -> Answer:
    """The weekday written with a full date is checked against it."""
    days = answer.range
    if term.weekday is None or term.day is None or days is None or days.first != days.last:
        return answer
    found = weekday(days.first)
    if found == term.weekday:
        return answer.because(step("weekday-agrees"))
    if term.calendar == "hijri" and (found - term.weekday) % 7 in (1, 6):
        shift = 1 if (term.weekday - found) % 7 == 1 else -1
        moved = DateRange(days.first + shift, days.first + shift, Grain.DAY, Certainty.DAY_EITHER_WAY)
        return replace(of_range(moved, *answer.steps, step("hijri-day-from-weekday")), alternatives=(days,))
    conflict = step("weekday-conflict", written=term.weekday, found=found, day=DateRange(days.first, days.first))
    return replace(answer, conflicts=(*answer.conflicts, conflict), alternatives=_other_months(term, days, context))


def _other_months(term: Civil, days: DateRange, context: Context) -> tuple[DateRange, ...]:
    """Dates with the written weekday that differ in one thing: another month of the year, near today first."""
    year, _, day = ymd(days.first)
    near = context.said.get("day", days).first if context.today is None else context.today
    found = [
        day_of(year, month, day)
        for month in range(1, 13)
        if day <= days_in_month(year, month) and weekday(day_of(year, month, day)) == term.weekday
    ]
    found.sort(key=lambda each: abs(each - near))
    month = ymd(days.first)[1]
    if day <= 12 and day != month and weekday(day_of(year, day, month)) == term.weekday:
        found.insert(0, day_of(year, day, month))  # day and month may have changed places
    return tuple(DateRange(each, each, Grain.DAY, Certainty.INFERRED) for each in found[:3])


def _both(term: Civil, other: Civil, context: Context) -> Answer:
    """A date in two calendars: the Gregorian days count, and the halves are checked against each other."""
    gregorian, hijri = (term, other) if term.calendar == "gregorian" else (other, term)
    gregorian = replace(gregorian, other=None, weekday=term.weekday or other.weekday)
    hijri = replace(hijri, other=None)
    answer, second = resolve_civil(gregorian, context), resolve_civil(hijri, context)
    if not answer.ranges or not second.ranges:
        return answer if answer.ranges else second
    one, two = answer.ranges[0], second.ranges[0]
    if gregorian.month is None and hijri.month is not None and one.first <= two.first <= one.last:
        return second.because(step("calendars-agree"))
    slack = _DAYS_APART if one.first >= _GREGORIAN_BEGINS else _JULIAN_APART
    if one.first - slack <= two.last and two.first - slack <= one.last:
        return answer.because(step("calendars-agree"))
    if hijri.year is None:
        return answer
    conflict = step("calendar-conflict", written=iso_date(one.first), found=iso_date(two.first))
    return replace(answer, conflicts=(*answer.conflicts, conflict), alternatives=(*answer.alternatives, two))
