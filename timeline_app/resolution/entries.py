"""In which years are the dates that head the lines of a chronology or a calendar? Their order says what they do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from timeline_app.calendars.gregorian import day_of, days_in_month, ymd
from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.expression import Expression
from timeline_app.model.span import Span
from timeline_app.model.term import Between, Civil, Clock, DayPart, Listing, Term

_WORD = re.compile(r"[^\W\d_]+")
# What sets the date of an entry off from what it tells, and the label of an entry whose date stands after it.
_MARK = re.compile(r"[^\S\n]*(?:[:|\n\u0640\u2013\u2014-]|\.[.\u2026]|\u2026|\Z)")
_LABEL = re.compile(r"\n[^\n:]{2,48}:[^\S\n]*((?:\w+[^\S\n]+){0,3})\Z")
_HEAD, _LABELLED = 24, 80  # characters at most before the date that heads a line, without a label and with one
_MONTH = 31
_ENTRIES = 3  # so many lines headed by their dates are a chronology


@dataclass(frozen=True, slots=True)
class _Entry:
    """The place of an expression and its first date; ``crosses`` where it ends in the year after."""

    place: int
    date: Civil
    crosses: bool = False

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands in its year; a year alone stands before all of it."""
        return self.date.month or 0, self.date.day or 0


def years_of_entries(text: str, expressions: Sequence[Expression], today: int | None) -> dict[int, int]:
    """The year of each date that heads a line without its year, by the place of its expression.

    It follows the entries before it: «11 أبريل 2011: … / 3 أغسطس: … / 2 يناير: …» runs into 2012. An entry before the first
    year written is counted back from it; a list may also go backwards in time: the reading that covers less time holds.
    Where no entry writes a year, the list lies as near to the publication as it can: what has passed of this year, or the
    season to come.
    """
    entries = [entry for each in expressions if (entry := _entry(each)) and _heads(text, each.span)]
    if len(entries) < _ENTRIES or all(entry.date.year for entry in entries):
        return {}
    first = next((number for number, entry in enumerate(entries) if entry.date.year), None)
    if first is not None:
        years = [entries[first].date.year or 0]
    elif today is not None:
        years = [ymd(today)[0] + shift for shift in (0, -1, 1)]
    else:
        return {}
    readings = [(onward, _reading(entries, first or 0, year, onward)) for year in years for onward in (1, -1)]
    _, chosen = min(readings, key=lambda reading: (*_cost(entries, *reading), _distance(entries, reading[1], today)))
    latest = max(0 if today is None else ymd(today)[0], *(entry.date.year or 0 for entry in entries))
    return {
        entry.place: year
        for entry in entries
        if not entry.date.year and (year := chosen[entry.place]) > 0 and (first is None or today is None or year <= latest)
    }


def opens_line(text: str, span: Span) -> bool:
    """Whether nothing stands before the expression on its line but a bullet, «و» and «في»."""
    start = text.rfind("\n", max(0, span.start - _HEAD), span.start) + 1
    if start == 0 and span.start > _HEAD:
        return False
    words = _WORD.findall(fold_word(text[start : span.start]))
    return all(word in _leading() or word[1:] in _leading() for word in words)


def _entry(expression: Expression) -> _Entry | None:
    """The Gregorian date with its month, or year alone, of an expression; of several the first, with the year of the last."""
    one, last = _ends(expression.term)
    if not isinstance(one, Civil) or not isinstance(last, Civil) or one.calendar != "gregorian" or one.era < 0:
        return None
    month, year = one.month or last.month, one.year or last.year
    if not (month or year) or one.turn is not None or one.within is not None or last.turn is not None:
        return None
    crosses = (last.month or 12, last.day or 31) < (month or 0, one.day or 0)
    year = year - 1 if year and crosses and not one.year else year
    return _Entry(expression.span.start, Civil(year=year, month=month, day=one.day), crosses)


def _ends(term: Term) -> tuple[Term | None, Term | None]:
    """The first and the last date of a term."""
    if isinstance(term, Between):
        return _date_in(term.start), _date_in(term.end)
    if isinstance(term, Listing):
        return _date_in(term.members[0]), _date_in(term.members[-1])
    return _date_in(term), _date_in(term)


def _date_in(term: Term) -> Term | None:
    return term.day if isinstance(term, (DayPart, Clock)) else term


def _heads(text: str, span: Span) -> bool:
    """Whether the date stands at the head of its line, after a bullet or number at most and set off from what follows, or
    after a label («عطلة الربيع: من 21 مارس»).
    """
    if opens_line(text, span):
        start = text.rfind("\n", 0, span.start) + 1
        listed = bool(text[start : span.start].strip()) and not _WORD.search(text, start, span.start)
        return listed or _MARK.match(text, span.end) is not None
    before = fold_word(text[max(0, span.start - _LABELLED) : span.start])  # a vowel mark would end a word
    label = _LABEL.search("\n" * (span.start <= _LABELLED) + before)
    return label is not None and _leading().issuperset(_WORD.findall(label[1]))


def _reading(entries: Sequence[_Entry], first: int, year: int, onward: int) -> dict[int, int]:
    """The years of all entries, where the ``first`` lies in ``year`` and they go on or back in time."""
    back = _followed(entries[first::-1], year, -onward)
    return {entries[first].place: year + entries[first].crosses, **_followed(entries[first:], year, onward), **back}


def _followed(entries: Sequence[_Entry], year: int, onward: int) -> dict[int, int]:
    """The years of the entries after the first, which lies in ``year``, each as near as it can lie on that side of the last."""
    found: dict[int, int] = {}
    for before, entry in pairwise(entries):
        if entry.date.year is None:
            one, other = (before, entry) if onward > 0 else (entry, before)
            last = (other.date.month or 12, other.date.day or 31)
            year += onward * (before.date.month is not None and last < one.order)
        year = entry.date.year or year
        found[entry.place] = year + entry.crosses
    return found


def _cost(entries: Sequence[_Entry], onward: int, years: dict[int, int]) -> tuple[int, int]:
    """How many times the year changes within the entries so read, and the months they cover; twice that backwards in time."""
    starts = [years[entry.place] - entry.crosses for entry in entries]
    days = _days(entries, years)
    return max(starts) - min(starts), (days[-1] - days[0]) // _MONTH * (1 if onward > 0 else 2)


def _distance(entries: Sequence[_Entry], years: dict[int, int], today: int | None) -> int:
    """Days between today and the stretch that the entries cover so read; 0 within it."""
    days = _days(entries, years)
    return 0 if today is None else max(days[0] - today, today - days[-1], 0)


def _days(entries: Sequence[_Entry], years: dict[int, int]) -> list[int]:
    """A day of each entry so read, in order."""
    return sorted(_day(entry.date, years[entry.place] - entry.crosses) for entry in entries)


def _day(date: Civil, year: int) -> int:
    month = date.month or 1
    return day_of(year, month, min(date.day or 1, days_in_month(year, month)))


@cache
def _leading() -> frozenset[str]:
    """The words that may stand between a bullet or a label and its date."""
    names = ("in", "day-of", "one.day", "from", "weekday", "part")
    return frozenset(word for word, classes in lexicon().words.items() if not classes.keys().isdisjoint(names))
