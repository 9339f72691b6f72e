"""Does who does it stand behind a phrase, later in the clause of its verb («انتقلت إلى الرباط فرق جديدة»)?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.phrases.cutting import object_at
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.wordclass import word_list
from timeline_app.chronology.sentences.words import bare

_NEXT = range(3, 9)
_ENDS = (Border.CLAUSE, Border.STOP, Border.CONTENT)


def does_later(grammar: Grammar, whole: Sequence[int]) -> bool:
    """Whether an indefinite noun that may be the doer follows the phrase behind the verb at ``whole[0]``."""
    if len(whole) < _NEXT.start or grammar.border(whole[1]) is not Border.PHRASE:
        return False
    parted = (k for k, i in enumerate(whole) if k and (grammar.border(i) in _ENDS or grammar.form(i) in discourse("asking")))
    stop = next((k for k in parted), len(whole))
    stop = next((k for k in range(1, stop) if grammar.finite[whole[k]]), stop)
    return any(object_at(grammar, whole, k) and not _is_manner(grammar, whole[k]) for k in _NEXT if k < stop)


def _is_manner(grammar: Grammar, i: int) -> bool:
    """How or when it happens («متوقفا», «مرة أخرى», «العام 2030»), and nobody who does it."""
    numbers = grammar.form(i)[:1].isdigit() and bare(grammar.form(i - 1)) in word_list("seasons")
    return numbers or grammar.raw(i).endswith(("ا", "ًا", "اً")) or grammar.form(i) in word_list("manner")
