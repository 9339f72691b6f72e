"""Where does the phrase of an event noun begin, and does it name the event without the words before it?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, binds, is_definite, is_ordinal, is_phrase, noun_binds, word_list
from timeline_app.chronology.traits.trait import place_words

_NEAR, _BACK = 4, 9


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


def awaited_by(grammar: Grammar, start: int, tail: Sequence[int]) -> int:
    """The verb or noun before ``start`` that waits for the phrase behind its date, or -1.

    «ارتفع عدد ضحايا زلزال أمس إلى …», «تسبب زلزال أمس في غرق …»: the noun is nothing without what stands before it.
    """
    phrases = [grammar.form(i) for i in tail if grammar.border(i) is Border.PHRASE]
    phrases = [form for form in phrases if not any(_waits(grammar.form(i), form) for i in range(start, tail[0]))]
    for i in range(start - 1, max(-1, start - _BACK) if phrases else start - 1, -1):
        if grammar.finite[i]:
            verb = any_verb(grammar.form(i))
            plain = verb is None or verb.lemma in discourse("witness") | discourse("bland")
            told = grammar.form(i) not in discourse("performing") and not plain
            return i if told and any(binds(verb, form) or binds(verb, form[:1]) for form in phrases) else -1
        if _waits(grammar.form(i), phrases[0]):
            return i
        if grammar.border(i) not in (Border.NONE, Border.JOINED) or grammar.words[i].is_mark:
            return -1
    return -1


def _waits(noun: str, phrase: str) -> bool:
    return noun_binds(noun, phrase) or noun_binds(noun, phrase[:1])
