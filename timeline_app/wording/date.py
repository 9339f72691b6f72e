"""How is a date written? As short as it can be said: what two ends share (month, year) is said once.

The patterns are messages of the catalogue (context ``date``), so that each language orders its parts; the names come from
``resources/lexicon/display.toml``. A range is named by the unit it was written in («خريف 2024», «القرن 19») where its days
are exactly that unit, otherwise by its days.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.calendars.gregorian import days_in_month, ymd
from timeline_app.calendars.weekday import weekday as weekday_of
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.wording.name import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.wording.speaker import Wording


def said(w: Wording, when: DateRange, *, weekday: bool = False) -> str:
    """One range, with its time of day, its openness and its approximation."""
    text = _named(w, when) or _by_days(w, when, weekday=weekday)
    if when.first_minute is not None and when.last_minute is not None:
        text = _with_clock(w, when, text)
    elif w.hijri and (when.grain in {Grain.DAY, Grain.WEEK} or when.certainty is Certainty.DAY_EITHER_WAY):
        text = _with_hijri(w, when, text)
    if when.certainty is Certainty.APPROXIMATE:
        text = w.text("about {date}", "date", date=text)
    if when.open_end != when.open_start:
        text = w.text("since {date}" if when.open_end else "until {date}", "date", date=text)
    return text


def listed(w: Wording, ranges: Sequence[DateRange], *, weekday: bool = False) -> str:
    """Several ranges in one phrase; days of one month share its name: «7 و8 و12 يونيو 2020»."""
    if len(ranges) == 1:
        return said(w, ranges[0], weekday=weekday)
    firsts = [ymd(when.first) for when in ranges]
    plain = all(when == DateRange(when.first, when.first, certainty=when.certainty) for when in ranges)
    if plain and not weekday and not w.hijri and len({first[:2] for first in firsts}) == 1:
        days = _joined(w, [w.number(day) for _, _, day in firsts])
        return _month_of(w, firsts[0][0], firsts[0][1], days)
    return _joined(w, [said(w, when, weekday=weekday) for when in ranges])


def year_said(w: Wording, year: int) -> str:
    """A year with its era where it needs one: year 0 is 1 BC."""
    if year > 0:
        return w.number(year)
    return w.text("{year} BC", "date", year=w.number(1 - year))


def _joined(w: Wording, parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:-1]:
        text = w.text("{list}, {item}", "date", list=text, item=part)
    return w.text("{list} and {item}", "date", list=text, item=parts[-1])


def _named(w: Wording, when: DateRange) -> str | None:
    if when.grain is Grain.WEEK:
        return w.text("week of {date}", "date", date=_by_days(w, replace(when, grain=Grain.DAY), weekday=False))
    if when.grain in {Grain.DAY, Grain.MINUTE}:
        return None
    if when.grain is Grain.SEASON and 80 <= when.days <= 100:
        return _season(w, when)
    if when.grain in {Grain.DECADE, Grain.CENTURY} and (found := _decade_or_century(w, when)):
        return found
    return _by_months(w, when)


def _season(w: Wording, when: DateRange) -> str:
    """The season its middle day lies in: right for seasons of whole months and of equinoxes alike."""
    month = ymd((when.first + when.last) // 2)[1]
    years = _years(w, ymd(when.first)[0], ymd(when.last)[0])
    return w.text("{part} {year}", "date", part=names("seasons", w.language)[month % 12 // 3], year=years)


# English counts the first three of each score otherwise, and nobody's news comes from the 31st century.
_CENTURIES = {1: "{century}st century", 2: "{century}nd century", 3: "{century}rd century", 21: "{century}st century"}
_CENTURIES |= {22: "{century}nd century", 23: "{century}rd century"}


def _decade_or_century(w: Wording, when: DateRange) -> str | None:
    (first, *start), (last, *end) = ymd(when.first), ymd(when.last)
    years = last - first + 1
    if start != [1, 1] or end != [12, 31] or first < 1:
        return None
    if years == 10 and first % 10 == 0:
        if 1920 <= first <= 1990:
            name = names("decades", w.language)[first // 10 - 192]
            return name if w.language == "en" else f"{name} ({_years(w, first, last)})"
        return w.text("{year}s", "date", year=w.number(first))
    if years == 100 and first % 100 in {0, 1}:
        return w.text(_CENTURIES.get(first // 100 + 1, "{century}th century"), "date", century=w.number(first // 100 + 1))
    return None


def _by_months(w: Wording, when: DateRange) -> str | None:
    """A year, quarter, half or month, or several; a third of one («أوائل نونبر 2025»); None when the days are cut otherwise."""
    (y1, m1, d1), (y2, m2, d2) = ymd(when.first), ymd(when.last)
    if third := _third(w, when):
        return third
    if d1 != 1 or d2 != days_in_month(y2, m2):
        return None
    if (m1, m2) == (1, 12):
        return _years(w, y1, y2)
    if y1 == y2 and when.grain is Grain.QUARTER and m1 % 3 == 1 and m2 == m1 + 2:
        return w.text("{part} of {year}", "date", part=names("quarters", w.language)[m1 // 3], year=year_said(w, y1))
    if y1 == y2 and when.grain is Grain.HALF and m1 in {1, 7} and m2 == m1 + 5:
        return w.text("{part} of {year}", "date", part=names("halves", w.language)[m1 // 6], year=year_said(w, y1))
    if (y1, m1) == (y2, m2):
        return _month(w, y1, m1)
    if y1 == y2:
        both = _between(w, w.month_name(m1), w.month_name(m2), wide=True)
        return w.text("{month} {year}", "date", month=both, year=year_said(w, y1))
    return _between(w, _month(w, y1, m1), _month(w, y2, m2), wide=True)


def _third(w: Wording, when: DateRange) -> str | None:
    """Days 1-10, 11-20 and 21-end of a month, months 1-4, 5-8 and 9-12 of a year."""
    (y1, m1, d1), (y2, m2, d2) = ymd(when.first), ymd(when.last)
    if when.grain is Grain.MONTH and (y1, m1) == (y2, m2):
        ends = [(1, 10), (11, 20), (21, days_in_month(y1, m1))]
        if (d1, d2) in ends:
            part = names("thirds", w.language)[ends.index((d1, d2))]
            return w.text("{part} {year}", "date", part=part, year=_month(w, y1, m1))
    if when.grain is Grain.YEAR and y1 == y2:
        spans = [((1, 1), (4, 30)), ((5, 1), (8, 31)), ((9, 1), (12, 31))]
        if ((m1, d1), (m2, d2)) in spans:
            part = names("thirds", w.language)[spans.index(((m1, d1), (m2, d2)))]
            return w.text("{part} {year}", "date", part=part, year=year_said(w, y1))
    return None


def _years(w: Wording, first: int, last: int) -> str:
    return year_said(w, first) if first == last else _between(w, year_said(w, first), year_said(w, last))


def _by_days(w: Wording, when: DateRange, *, weekday: bool) -> str:
    (y1, m1, _), (y2, m2, _) = ymd(when.first), ymd(when.last)
    start, end = _day(w, when.first, weekday=weekday), _day(w, when.last, weekday=weekday)
    if when.first == when.last:
        return _month_of(w, y1, m1, start)
    if (y1, m1) == (y2, m2):
        return _month_of(w, y1, m1, _between(w, start, end, wide=weekday))
    if y1 == y2:
        first = w.text("{day} {month}", "date", day=start, month=w.month_name(m1))
        return _between(w, first, _month_of(w, y2, m2, end), wide=True)
    return _between(w, _month_of(w, y1, m1, start), _month_of(w, y2, m2, end), wide=True)


def _day(w: Wording, day: int, *, weekday: bool) -> str:
    number = w.number(ymd(day)[2])
    return w.text("{weekday} {day}", "date", weekday=w.weekday_name(weekday_of(day)), day=number) if weekday else number


def _month(w: Wording, year: int, month: int) -> str:
    return w.text("{month} {year}", "date", month=w.month_name(month), year=year_said(w, year))


def _month_of(w: Wording, year: int, month: int, days: str) -> str:
    return w.text("{day} {month} {year}", "date", day=days, month=w.month_name(month), year=year_said(w, year))


def _between(w: Wording, start: str, end: str, *, wide: bool = False) -> str:
    return w.text("{start} – {end}" if wide else "{start}–{end}", "date", start=start, end=end)


def _with_clock(w: Wording, when: DateRange, text: str) -> str:
    assert when.first_minute is not None
    assert when.last_minute is not None
    start, end = (w.digits_of(f"{m // 60:02d}:{m % 60:02d}") for m in (when.first_minute, when.last_minute))
    time = start if start == end else _between(w, start, end)
    return w.text("{date}, {time}", "date", date=text, time=time)


def _with_hijri(w: Wording, when: DateRange, text: str) -> str:
    """The same days in Umm al-Qura, in brackets: «24–27 نونبر 2025 (3–6 جمادى الآخرة 1447)», a whole month by its name."""
    from timeline_app.calendars.hijri import hijri_ymd  # noqa: PLC0415 (its tables load late)

    (y1, m1, d1), (y2, m2, d2) = hijri_ymd(when.first), hijri_ymd(when.last)
    last = _hijri(w, y2, m2, w.number(d2))
    if when.first == when.last:
        other = last
    elif (y1, m1) == (y2, m2):
        whole = d1 == 1 and hijri_ymd(when.last + 1)[2] == 1
        month = w.text("{month} {year}", "date", month=w.hijri_month_name(m1), year=w.number(y1))
        other = month if whole else _hijri(w, y1, m1, _between(w, w.number(d1), w.number(d2)))
    elif y1 == y2:
        first = w.text("{day} {month}", "date", day=w.number(d1), month=w.hijri_month_name(m1))
        other = _between(w, first, last, wide=True)
    else:
        other = _between(w, _hijri(w, y1, m1, w.number(d1)), last, wide=True)
    return w.text("{date} ({other})", "date", date=text, other=other)


def _hijri(w: Wording, year: int, month: int, days: str) -> str:
    return w.text("{day} {month} {year}", "date", day=days, month=w.hijri_month_name(month), year=w.number(year))
