"""What do weekdays in a row lend each other? The turn («السبت والأحد المقبلان») or the week said once, after the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.expression import Expression
from timeline_app.model.term import Civil, Listing, Period, Term

_JOINED = re.compile("\\s*(?:[\u060c,]\\s*)?\u0648?\\s*\\Z")


def with_lent(text: str, expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions, weekdays in a row with the turn or the week that is said once, after the last of them."""
    found = list(expressions)
    for at in range(len(found) - 2, -1, -1):
        if not _is_bare(found[at].term):
            continue
        gap = text[found[at].span.end : found[at + 1].span.start]
        lender = found[at + 1].term
        if isinstance(lender, Period) and lender.unit == "week" and fold_word(gap).strip() in _within_words():
            found[at] = replace(found[at], term=_lent(found[at].term, None, lender))
        elif isinstance(lender, Civil) and _is_bare(replace(lender, turn=None, within=None)) and gap and _JOINED.match(gap):
            found[at] = replace(found[at], term=_lent(found[at].term, lender.turn, lender.within))
    return tuple(found)


def _is_bare(term: Term) -> bool:
    """Whether a term is a weekday, or several, and nothing more."""
    if isinstance(term, Listing):
        return all(_is_bare(each) for each in term.members)
    return isinstance(term, Civil) and term.weekday is not None and term == Civil(weekday=term.weekday)


def _lent(term: Term, turn: int | None, within: Term | None) -> Term:
    if isinstance(term, Listing):
        return Listing(tuple(_lent(each, turn, within) for each in term.members))
    assert isinstance(term, Civil)
    return replace(term, turn=turn, within=within)


@cache
def _within_words() -> frozenset[str]:
    return frozenset(word for word, classes in lexicon().words.items() if {"in", "from"} & set(classes))
