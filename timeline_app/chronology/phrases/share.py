"""Which part of a clause belongs to its own date, and not to that of a further item?"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.chronology.phrases.closing import before_list, shares_end
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.saying import LEAST
from timeline_app.chronology.phrases.sparing import is_outcome
from timeline_app.chronology.phrases.telling import Telling
from timeline_app.chronology.sentences.lexicon import discourse

_NEAR = 7


def own_part(grammar: Grammar, telling: Telling, others: frozenset[int], after: int) -> Telling:
    """The clause without what «و» joins to it, behind its date at ``after``, for another day («… والثانية في 7 مايو»)."""
    for k, i in enumerate(telling.rest):
        if i not in others:
            continue
        near = range(max(LEAST - 1, k - _NEAR), k)
        parted = [j for j in near if telling.rest[j] >= after and _joins(grammar, telling.rest[j])]
        parted = parted or [j for j in near if telling.rest[j] >= after and is_outcome(grammar, telling.rest, j)]
        told = any(grammar.finite[telling.rest[j]] for j in range(parted[0], k)) if parted else False
        return replace(telling, rest=before_list(grammar, telling.rest[: parted[0]])) if parted and not told else telling
    return telling


def _joins(grammar: Grammar, i: int) -> bool:
    between = any(grammar.form(k) in discourse("between") for k in range(max(0, i - LEAST), i))
    return not between and ((grammar.border(i) is Border.JOINED and not shares_end(grammar, i)) or _is_and(grammar, i))


def _is_and(grammar: Grammar, i: int) -> bool:
    form = grammar.form(i)
    return form[:1] == "و" and form[1:] in discourse("date_preposition")
