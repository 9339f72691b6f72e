"""In which year is a date that does not say it? By the sentence, its turn, its tense and the publication."""

from __future__ import annotations

from timeline_app.calendars.gregorian import day_of, month_range, year_range, ymd
from timeline_app.calendars.hijri import hijri_day, hijri_month_range, hijri_year_range, hijri_ymd
from timeline_app.calendars.weekday import weekday
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.step import Step, step
from timeline_app.model.term import Civil
from timeline_app.resolution.context import Context

_NEAR = 40  # days: a date so near beats the tense when the tense would put it most of a year away
_SOON = 60  # days: a bare date so little ahead, with no tense around it, is ahead
_LONG = 730  # days: a date so long past is not what the words look ahead to
_MONTH, _HALF, _YEAR = 31, 183, 365  # days: a date that stands alone, without a sentence, is the nearest
_FEW, _NEXT = 3, 1  # sentences on, a story is still told, and a plan


def year_of_date(term: Civil, context: Context) -> tuple[int | None, Certainty, tuple[Step, ...]]:
    """The year of the date, how sure it is, and why."""
    if term.year is not None:
        return term.year, Certainty.INFERRED if term.short_year else Certainty.WRITTEN, ()
    if _heads_entry(term, context):
        return context.entry, Certainty.INFERRED, (step("year-from-text", year=context.entry or 0),)
    told = context.told.get((term.month, term.day)) if term.day and term.turn is None and term.calendar == "gregorian" else None
    if told is not None:
        return told, Certainty.INFERRED, (step("year-from-text", year=told),)
    year = _year_after(term, context)
    if year is not None:
        return year, Certainty.INFERRED, (step("year-from-sentence", year=year),)
    if term.turn is None and term.calendar == "gregorian":
        year, code = _year_from_text(term, context)
        if year is not None and not _weekday_denies(term, year, context) and not _tense_denies(term, year, context):
            return year, Certainty.INFERRED, (step(code, year=year),)
    if context.today is None:
        return None, Certainty.WRITTEN, ()
    year = _year_of_turned_month(term, context)
    if year is not None:
        return year, Certainty.INFERRED, (step("year-from-text", year=year),)
    year = _year_from_today(term, context.today, context.tense, _HALF if context.alone else _SOON)
    return year, Certainty.INFERRED, (step("year-from-publication", tense=tense_named(term, context), year=year),)


def days_in_year(term: Civil, year: int, certainty: Certainty) -> DateRange | None:
    """The days of the date in a year of its calendar, counted from its era; None where it has no such day."""
    if term.era < 0:
        year = 1 - year
    try:
        if term.calendar == "hijri":
            return _hijri_days(term, year)
        if term.month is None:
            return year_range(year, certainty)
        if term.day is None:
            return month_range(year, term.month, certainty)
        day = day_of(year, term.month, term.day)
    except ValueError:
        return None
    return DateRange(day, day, Grain.DAY, certainty)


def year_on_or_after(term: Civil, day: int) -> int | None:
    """The year, that of ``day`` or the next, which puts the date on or after it."""
    year = ymd(day)[0]
    found = ((each, days_in_year(term, each, Certainty.INFERRED)) for each in (year, year + 1))
    return next((each for each, days in found if days is not None and days.last >= day), None)


def tense_named(term: Civil, context: Context) -> str:
    """Where the date lies from today: past, future or unknown, as its turn or the tense has it."""
    turn = term.turn if term.turn is not None else context.tense
    return "future" if turn > 0 else "past" if turn < 0 else "unknown"


def _hijri_days(term: Civil, year: int) -> DateRange:
    if term.month is None:
        return hijri_year_range(year)
    if term.day is None:
        return hijri_month_range(year, term.month)
    day = hijri_day(year, term.month, term.day)
    return DateRange(day, day, Grain.DAY, Certainty.DAY_EITHER_WAY)


def _year_after(term: Civil, context: Context) -> int | None:
    """«من 15 دجنبر 2018 ... حتى 5 يناير»: the year that puts the end after its beginning, less than a year later."""
    if context.after is None or term.turn is not None or term.month is None or term.calendar != "gregorian":
        return None
    if term.day is not None and context.after.days > _HALF:  # no year begins what a day ends: «... عام 1989، إلى 11 أغسطس»
        return None
    return year_on_or_after(term, context.after.first)


def _weekday_denies(term: Civil, year: int, context: Context) -> bool:
    """Whether the weekday written with the date fits the publication's year and not this one."""
    if term.weekday is None or term.day is None or context.today is None:
        return False
    there = days_in_year(term, year, Certainty.INFERRED)
    here = days_in_year(term, _year_from_today(term, context.today, context.tense), Certainty.INFERRED)
    fits = here is not None and weekday(here.first) == term.weekday
    return fits and (there is None or weekday(there.first) != term.weekday)


def _tense_denies(term: Civil, year: int, context: Context) -> bool:
    """Whether the words look ahead to a date that lies long past in this year."""
    if context.tense < 1 or context.today is None or term.day is None:
        return False
    there = days_in_year(term, year, Certainty.INFERRED)
    return there is not None and context.today - there.first > _LONG


def _year_from_text(term: Civil, context: Context) -> tuple[int | None, str]:
    if term.weekday is not None and context.today is None:
        return (context.sentence_year or context.hint_year), "year-from-sentence"
    if context.sentence_year is not None:
        return context.sentence_year, "year-from-sentence"
    if context.heading is not None and term.month is not None:
        return context.heading, "year-from-text"
    twin = context.twins.get((term.month, term.day))
    if twin is not None and not _is_near(term, context):
        return twin, "year-from-text"
    story = _year_of_story(term, context)
    if story is not None:
        return story, "year-from-text"
    if context.today is None:
        if context.text_year is not None:
            return context.text_year, "year-from-text"
        return context.hint_year, "year-from-other-article"
    return None, ""


def _heads_entry(term: Civil, context: Context) -> bool:
    """Whether the date heads a line of a chronology, whose order gives it a year."""
    return context.entry is not None and term.month is not None and term.turn is None and term.calendar == "gregorian"


def _year_of_turned_month(term: Civil, context: Context) -> int | None:
    """«23 مارس المقبل ... و27 مارس»: the month whose turn the text has told, unless the words look ahead and it is past."""
    if term.turn is not None or term.day is None or term.month is None or term.calendar != "gregorian":
        return None
    year = context.turned.get(term.month)
    days = None if year is None else days_in_year(term, year, Certainty.INFERRED)
    past = days is not None and context.today is not None and days.first < context.today
    return None if days is None or (past and context.tense > 0) else year


def _year_of_story(term: Civil, context: Context) -> int | None:
    """«في 14 يوليو 1958 ... وفي 20 يوليو»: what is told of a day long past, or planned, goes on in the months after it."""
    sentence, before = context.last_said
    if context.opens and context.opened is not None:
        sentence, before = context.sentence, context.opened
    if context.today is None or before is None or context.sentence - sentence > _FEW or before.days > _MONTH:
        return None
    long_past = context.tense <= 0 and context.today - before.first >= _YEAR
    if term.day is None and (before.open_end or context.sentence - sentence > _NEXT or before.grain is not Grain.DAY):
        long_past = False
    planned = context.tense == 0 and before.first > context.today and context.sentence - sentence <= _NEXT
    if not (long_past or planned) or _is_near(term, context):
        return None
    year = year_on_or_after(term, before.first - _NEAR)
    days = None if year is None else days_in_year(term, year, Certainty.INFERRED)
    reach = _NEAR if planned else _HALF if context.today - before.first < _LONG or not term.day else _YEAR
    return year if days is not None and days.first - before.first <= reach else None


def _is_near(term: Civil, context: Context) -> bool:
    """Whether the date lies within weeks of the publication, in some year."""
    if context.today is None:
        return False
    this = ymd(context.today)[0]
    around = (days_in_year(term, this + shift, Certainty.INFERRED) for shift in (-1, 0, 1))
    near = _NEAR if term.day else 2 * _NEAR
    return any(days is not None and abs(days.first - context.today) <= near for days in around)


def _year_from_today(term: Civil, today: int, tense: int, soon: int = _SOON) -> int:
    """The year that puts the date before or after today, as its turn or the tense has it; nearest when neither says."""
    hijri = term.calendar == "hijri"
    this = (hijri_ymd if hijri else ymd)(today)[0]
    turn = term.turn if term.turn is not None else tense
    further = max(abs(turn) - 1, 0)
    candidates = [(year, days) for year in (this - 1, this, this + 1) if (days := days_in_year(term, year, Certainty.INFERRED))]
    if term.weekday is not None and term.day is not None and term.turn is None:
        fitting = [each for each in candidates if weekday(each[1].first) == term.weekday]
        if fitting:
            candidates = fitting
    if term.turn == 0:
        return this
    if term.turn is None and tense:
        near = [year for year, days in candidates if (days.first - today) * tense < 0 and abs(days.first - today) <= _NEAR]
        if near:
            return near[0]
    if turn > 0:
        later = [year for year, days in candidates if days.last >= today]
        if term.turn and term.turn > 0 and term.day is None:
            later = [year for year, days in candidates if days.first > today] or later
        return later[0] + further if later else this
    if turn < 0:
        strictly = term.turn is not None and term.day is None
        earlier = [year for year, days in candidates if (days.last < today if strictly else days.first <= today)]
        return earlier[-1] - further if earlier else this - 1
    earlier = [year for year, days in candidates if days.first <= today + soon]
    return earlier[-1] if earlier else this
