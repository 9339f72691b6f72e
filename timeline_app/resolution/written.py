"""Which years does a text write out, for the dates that do not say theirs?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.expression import Expression
from timeline_app.model.span import Span
from timeline_app.model.term import Between, Civil, Clock, DayPart, Listing, Term
from timeline_app.resolution.tense import sentence_at

_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(
    r"[^\S\n]*(?:[:|\n\u2013\u2014-]|\.[.\u2026]|\u2026|\Z)"
)  # what sets the date of an entry off from what it tells
_HEAD = 24  # characters at most before the date that heads a line
_ENTRIES = 3  # so many lines headed by their dates are a chronology


def years_of_sentences(expressions: Sequence[Expression], bounds: Sequence[int]) -> dict[int, int]:
    """The first year that a whole date of each sentence writes: it holds for the bare dates before it as well."""
    years: dict[int, int] = {}
    for expression in expressions:
        term: Term | None = _date_in(expression.term)
        if isinstance(term, (Between, Listing)):
            term = term.end if isinstance(term, Between) else term.members[-1]
        if isinstance(term, Civil) and term.year and term.day and term.calendar == "gregorian" and term.era > 0:
            years.setdefault(sentence_at(bounds, expression.span.start), term.year)
    return years


def years_of_days(expressions: Sequence[Expression]) -> dict[tuple[int | None, int | None], int]:
    """The one year of each month and day that the text writes whole."""
    found: dict[tuple[int | None, int | None], set[int]] = {}
    for expression in expressions:
        term = _date_in(expression.term)
        if isinstance(term, Civil) and term.year and term.day and term.month and term.calendar == "gregorian" and term.era > 0:
            found.setdefault((term.month, term.day), set()).add(term.year)
    return {day: years.pop() for day, years in found.items() if len(years) == 1}


def years_of_entries(text: str, expressions: Sequence[Expression]) -> dict[int, int]:
    """The year of each date that heads a line of a chronology without its year, by the place of its expression.

    It follows the entries before it: «11 أبريل 2011: … / 3 أغسطس: … / 2 يناير: …» runs into 2012. An entry before the first
    year written is counted back from it; where most entries go backwards in time, the whole is read so.
    """
    entries = [(each.span.start, date) for each in expressions if (date := _date_of_entry(each.term)) and _heads(text, each.span)]
    if len(entries) < _ENTRIES or all(date.year for _, date in entries):
        return {}
    first = next((place for place, (_, date) in enumerate(entries) if date.year), None)
    if first is None:
        return {}
    dates = [date for _, date in entries]
    onward = 1 if sum(map(_turns_back, dates, dates[1:])) * 2 < len(dates) else -1
    found = {**_followed(entries[first:], onward), **_followed(entries[first::-1], -onward)}
    return {place: year for place, year in found.items() if year > 0}


def likeliest_year(expressions: Sequence[Expression]) -> int | None:
    """The latest year that full dates of the text write: what its bare dates most likely mean."""
    years = []
    for expression in expressions:
        terms = [expression.term]
        if isinstance(expression.term, Between):
            terms = [expression.term.start, expression.term.end]
        for term in terms:
            if isinstance(term, Civil) and term.year and term.month and term.calendar == "gregorian":
                years.append(term.year)
    counts = Counter(years)
    return max(counts, key=lambda year: (counts[year], year)) if counts else None


def _date_in(term: Term) -> Term | None:
    """The date that a part of it or a time on it belongs to, or the term itself."""
    return term.day if isinstance(term, (DayPart, Clock)) else term


def _date_of_entry(term: Term) -> Civil | None:
    """The Gregorian date with its month, or year alone, that a term is; of several the first, with the year of the last."""
    if isinstance(term, (Between, Listing)):
        one, last = (term.start, term.end) if isinstance(term, Between) else (term.members[0], term.members[-1])
        if not isinstance(one, Civil) or not isinstance(last, Civil):
            return None
        term = replace(one, month=one.month or last.month, year=one.year or last.year)
    date = _date_in(term)
    fits = isinstance(date, Civil) and (date.month or date.year) and date.calendar == "gregorian" and date.era > 0
    return date if fits and isinstance(date, Civil) and date.turn is None and date.within is None else None


def _heads(text: str, span: Span) -> bool:
    """Whether the date stands at the head of its line, after a bullet or a number at most, and is set off from what follows."""
    if not opens_line(text, span):
        return False
    start = text.rfind("\n", 0, span.start) + 1
    listed = bool(text[start : span.start].strip()) and not _WORD.search(text, start, span.start)
    return listed or _MARK.match(text, span.end) is not None


def opens_line(text: str, span: Span) -> bool:
    """Whether nothing stands before the expression on its line but a bullet, «و» and «في»."""
    start = text.rfind("\n", max(0, span.start - _HEAD), span.start) + 1
    if start == 0 and span.start > _HEAD:
        return False
    words = _WORD.findall(fold_word(text[start : span.start]))
    return all(word in _leading() or word[1:] in _leading() for word in words)


def _turns_back(one: Civil, other: Civil) -> bool:
    """Whether of two entries the second is earlier, as far as they say."""
    years = one.year and other.year
    return (years and other.year, other.month or 12, other.day or 31) < (years and one.year, one.month or 0, one.day or 0)


def _followed(entries: Sequence[tuple[int, Civil]], onward: int) -> dict[int, int]:
    """The years of the entries after the first, which writes its own, each as near as it can lie on that side of the last."""
    found: dict[int, int] = {}
    year = entries[0][1].year or 0
    for (_, before), (place, date) in pairwise(entries):
        if date.year is None:
            one, other = (before, date) if onward > 0 else (date, before)
            year += onward * (before.month is not None and (other.month, other.day or 31) < (one.month, one.day or 0))
            found[place] = year
        year = date.year or year
    return found


@cache
def _leading() -> frozenset[str]:
    """The words that may stand between a bullet and its date."""
    return frozenset(
        word for word, classes in lexicon().words.items() if not classes.keys().isdisjoint(("in", "day-of", "one.day"))
    )
