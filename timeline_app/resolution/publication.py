"""When did an article appear, by its own words? A date line, «اليوم» with its weekday, or what is said to be going on now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline_app.calendars.weekday import weekday
from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.article import Publication, PublicationBasis
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.expression import Reading
from timeline_app.model.span import Span
from timeline_app.model.step import step
from timeline_app.model.term import Between, Civil, Clock, DayPart, Listing, Term, Vague

_HEAD = 700
_LEAD = 1_500
_FOOT = 250
_LINE = 70
_PARAGRAPH = re.compile(r"^[^\n]{100,}$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_PLACE_AND_DASH = re.compile(r"[^\n.]{0,40}[-\u2013\u2014:(/|]\s*\Z")
_DASH = re.compile(r"\s*[-\u2013\u2014:]\s")
_LABEL = re.compile(r"[^|\u2022\n.\u060c,/()\[\]\u2013\u2014-]*\Z")
_FEW = 4  # words beside the date on a date line
_LONGEST_EVENT = 16


def infer_publication(text: str, readings: Sequence[Reading]) -> Publication:
    """The publication date that the text gives away, with the reason; unknown where it gives none."""
    for find in (_from_date_line, _from_today, _from_weekday_in_range, _from_going_on):
        found = find(text, readings)
        if found is not None:
            return found
    return Publication()


def _from_date_line(text: str, readings: Sequence[Reading]) -> Publication | None:
    """A whole date on a short line at the head or the foot, or after a place and a dash at the head of a line.

    Of several above the body it is the earliest: the page's clock and its last change come after the day it appeared.
    """
    on_lines = [reading for reading in readings if _full_day(reading) is not None and _is_date_line(text, reading.span)]
    near = [reading for reading in on_lines if reading.span.start < _HEAD or reading.span.end > len(text) - _FOOT]
    if not near:
        return None
    body = next((found.start() for found in _PARAGRAPH.finditer(text)), len(text))
    above = [reading for reading in near if reading.span.start < min(body, _HEAD)]
    chosen = min(above, key=lambda r: r.ranges[0].first) if above else near[0]
    day, minute = chosen.ranges[0].first, _minute_after(readings, chosen, text)
    when = DateRange(day, day, Grain.DAY, Certainty.WRITTEN, minute, minute)
    return Publication(when, PublicationBasis.WRITTEN, (step("published-on-date-line", words=chosen.expression.text),))


def _full_day(reading: Reading) -> DateRange | None:
    """The day of an expression that writes its year, or None."""
    term: Term | None = reading.expression.term
    if isinstance(term, (DayPart, Clock)):
        term = term.day
    if not isinstance(term, Civil) or term.day is None or (term.year is None and (term.other is None or term.other.year is None)):
        return None
    return reading.ranges[0] if reading.ranges and not reading.conflicts else None


def _is_date_line(text: str, span: Span) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    before = text[max(start, span.start - 2 * _LINE) : span.start]
    words = _WORD.findall(fold_word(before))
    if _says_published(before):
        return True
    if (words and "until" in lexicon().words.get(words[-1], {})) or text[span.end : end].rstrip().endswith("."):
        return False  # «منذ 15 مارس», or a sentence
    if end - start <= _LINE and len(words) + len(_WORD.findall(text[span.end : end])) <= _FEW:
        return True
    dashed = _PLACE_AND_DASH.match(text[start : span.start]) is not None or _DASH.match(text, span.end) is not None
    return span.start - start <= _LINE and dashed and len(words) <= _FEW


def _says_published(before: str) -> bool:
    """Is the date labelled, as in «آخر تحديث:» or «تم النشر يوم»? In «ولد بتاريخ» the label has a sentence before it."""
    label = _WORD.findall(fold_word(_LABEL.search(before)[0]))  # type: ignore[index]  # it matches the empty end too
    if label and "published-done" in lexicon().words.get(label[0], {}):
        del label[0]
    return 0 < len(label) <= _FEW and "published-word" in lexicon().words.get(label[0], {})


def _minute_after(readings: Sequence[Reading], date: Reading, text: str) -> int | None:
    """The minute of a clock time that stands beside the date on its line."""
    for reading in readings:
        term = reading.expression.term
        gap = text[date.span.end : reading.span.start]
        if isinstance(term, Clock) and 0 <= reading.span.start - date.span.end <= 20 and "\n" not in gap:
            return term.hour % 24 * 60 + term.minute
    return None


def _from_today(_text: str, readings: Sequence[Reading]) -> Publication | None:
    """«اليوم» with its date, or with a weekday that falls once within what the text dates."""
    stretches = _stretches(readings)
    for reading in readings:
        term = _civil(reading)
        if term is None or term.deictic is None or term.weekday is None:
            continue
        if term.day is not None and reading.ranges and not reading.conflicts:
            return _inferred(reading.ranges[0].first - term.deictic, "published-on-dated-today", reading)
        day = _weekday_within(term.weekday, stretches)
        if day is not None:
            return _inferred(day - term.deictic, "published-on-weekday-of-range", reading)
        if term.day is not None and reading.ranges:
            return _inferred(reading.ranges[0].first - term.deictic, "published-on-dated-today", reading)
    return None


def _from_weekday_in_range(_text: str, readings: Sequence[Reading]) -> Publication | None:
    """A bare weekday of the lead that falls once within a dated stretch: reported on that day."""
    stretches = _stretches(readings)
    for reading in readings:
        term = _civil(reading)
        bare = term is not None and term.weekday is not None and term.day is None and term.turn is None and term.within is None
        if term is None or not bare or reading.span.start > _LEAD // 3:
            continue
        day = _weekday_within(term.weekday or 1, stretches)
        if day is not None:
            return _inferred(day, "published-on-weekday-of-range", reading)
    return None


def _from_going_on(_text: str, readings: Sequence[Reading]) -> Publication | None:
    """«حاليا» in the lead beside one dated stretch: written while it went on."""
    now = [r for r in readings if isinstance(r.expression.term, Vague) and r.value == "PRESENT_REF" and r.span.start < _LEAD]
    stretches = [days for days in _stretches(r for r in readings if r.span.start < _LEAD) if days.days <= _LONGEST_EVENT]
    if not now or len(stretches) != 1:
        return None
    days = stretches[0]
    when = DateRange(days.first, days.last, Grain.DAY, Certainty.INFERRED)
    return Publication(when, PublicationBasis.INFERRED, (step("published-while-going-on", words=now[0].expression.text),))


def _civil(reading: Reading) -> Civil | None:
    term = reading.expression.term
    if isinstance(term, DayPart):
        term = term.day  # type: ignore[assignment]
    return term if isinstance(term, Civil) else None


def _stretches(readings: Iterable[Reading]) -> list[DateRange]:
    """The dated stretches of several days, each once."""
    several = (reading.hull for reading in readings if isinstance(reading.expression.term, (Between, Listing)))
    return list(dict.fromkeys(days for days in several if days is not None and 1 < days.days <= _LONGEST_EVENT))


def _weekday_within(wanted: int, stretches: Sequence[DateRange]) -> int | None:
    """The one day with this weekday within the stretches, or None."""
    days = {day for days in stretches for day in range(days.first, days.last + 1) if weekday(day) == wanted}
    return days.pop() if len(days) == 1 else None


def _inferred(day: int, code: str, reading: Reading) -> Publication:
    when = DateRange(day, day, Grain.DAY, Certainty.INFERRED)
    return Publication(when, PublicationBasis.INFERRED, (step(code, words=reading.expression.text),))
