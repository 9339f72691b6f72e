"""Where does the phrase of an event noun begin, and does it name the event without the words before it?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.grammar import Border, Grammar
from timeline_app.chronology.lexicon import discourse, noun_of
from timeline_app.chronology.trait import place_words
from timeline_app.chronology.wordclass import any_verb, binds, is_definite, is_ordinal, is_phrase, noun_binds, word_list

_NEAR = 4


def first_of(grammar: Grammar, head: int) -> int:
    """Where the phrase of a noun begins: with the nouns before it in one chain («إعلان نتائج الانتخابات», «أول محاكمة»)."""
    start = head
    for k in (head - 1, head - 2):
        if k >= 0 and grammar.border(head) is Border.PHRASE and grammar.form(k) in word_list("construct"):
            return k
    while start > 0:
        before = grammar.form(start - 1)
        chained = noun_of(before) is not None and not before.startswith(("ال", "وال")) and not grammar.finite[start - 1]
        chained = chained or before in word_list("construct") or (before in _put_off() and not grammar.finite[start - 1])
        if before.removeprefix("ال") in discourse("ruling_word") and noun_binds(before, grammar.form(start)[:1]):
            start -= 1  # «الحكم بالسجن»
            continue
        counted = is_ordinal(before) or before in word_list("ranking") or before.isdigit()
        if grammar.form(start).startswith(("ب", "ل", "و")) and noun_of(grammar.form(start)[1:]) is not None:
            break
        if not (chained or counted) or (grammar.held[start - 1] and not grammar.held[start]):
            break
        start -= 1
    return start


def _put_off() -> frozenset[str]:
    """«تأجيل»: what makes of an event that it does not take place then."""
    return discourse("postponing") | discourse("cancelled")


def is_of_another(grammar: Grammar, start: int) -> bool:
    """«فرق الإنقاذ»: a definite noun that an indefinite one before it governs names no event."""
    form = grammar.form(start - 1)
    if not start or not grammar.form(start).startswith("ال") or not form[:1].isalpha() or is_definite(form):
        return False
    lists = (discourse("stop"), word_list("spared"), word_list("spared_joined"), discourse("governing"))
    apart = any(form in words for words in lists)
    apart = apart or grammar.finite[start - 1] or is_phrase(form) or grammar.border(start) is not Border.NONE
    named = place_words(grammar.words[start - 1 : start]) > 0 or grammar.raw(start - 1).endswith(("ا", "ًا", "اً"))
    return not apart and not named and noun_of(form) is None and form[:1] not in "بل"


def is_plural(grammar: Grammar, head: int) -> bool:
    """«أعداد», «أخبار»: a broken plural with the letters of a masdar («إعداد»), told apart by its hamza."""
    found = noun_of(grammar.form(head))
    return found is not None and found.masdar.startswith("إ") and "أ" in grammar.raw(head)[:_NEAR]


def needed_by_verb(grammar: Grammar, start: int, tail: Sequence[int]) -> bool:
    """«تسبب زلزال أمس في غرق …»: the noun is nothing without the verb before it, whose phrase stands behind the date."""
    if not start or not grammar.finite[start - 1] or grammar.form(start - 1) in discourse("performing"):
        return False
    verb = any_verb(grammar.form(start - 1))
    if verb is None or verb.lemma in discourse("witness") | discourse("bland"):
        return False
    return any(grammar.border(i) is Border.PHRASE and binds(verb, grammar.form(i)) for i in tail)
