"""Which years does a text write out, for the dates that do not say theirs?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline_app.model.expression import Expression
from timeline_app.model.term import Between, Civil, Clock, DayPart, Listing, Term
from timeline_app.resolution.tense import sentence_at


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
