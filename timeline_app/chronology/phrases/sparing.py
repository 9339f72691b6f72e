"""What in a long title is surely no more than a circumstance, so that the title may end before it?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.saying import place_length
from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import adjunct_pairs, any_verb, is_definite, word_list
from timeline_app.chronology.traits.doer import ends_in_pronoun

_RANKED, _NAMED, _NEAR = 8, 3, 3


def is_spared(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether what begins at ``kept[k]`` is surely no more than a circumstance of what stands before it."""
    border = grammar.border(kept[k])
    if border in (Border.CLAUSE, Border.STOP) or grammar.form(kept[k]) in discourse("joined_relative"):
        return True
    if not _may_be_spared(grammar, kept, k, border):
        return False
    return not _is_ranked(grammar, kept, k) and grammar.form(kept[k - 1]) not in discourse("participles")


def _may_be_spared(grammar: Grammar, kept: Sequence[int], k: int, border: Border) -> bool:
    """Whether the words at ``kept[k]`` themselves open a circumstance, a remark, or what a name can do without."""
    i = kept[k]
    form, after = grammar.form(i), grammar.form(i + 1)
    if border is Border.REMARK:
        return k + 1 < len(kept) and grammar.border(kept[k + 1]) is not Border.JOINED
    if border is Border.RELATIVE:
        return form in discourse("joined_relative") or is_named(grammar, kept, k)
    if border is Border.NONE and form in word_list("of_them"):
        return True
    if border is not Border.PHRASE or after in word_list("scored"):
        return False
    return (form in word_list("adjunct") or f"{form} {after}" in adjunct_pairs()) and not _goes_on(grammar, kept, k)


def _goes_on(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """«تقديم الحكومة برئاسة فلان استقالتها»: behind the circumstance stands the object of what goes before it."""
    for j in range(k + 2, len(kept)):
        i = kept[j]
        if grammar.words[i].is_mark or grammar.border(i) in (Border.CLAUSE, Border.STOP, Border.RELATIVE, Border.CONTENT):
            return False
        owned = grammar.border(i) is Border.NONE and ends_in_pronoun(grammar.raw(i)) and noun_of(grammar.form(i)) is not None
        if owned and not grammar.finite[i] and is_definite(grammar.form(kept[j - 1])):
            return True
    return False


def is_place(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether the place where it happened begins at ``kept[k]``, with nothing after it and no list before it."""
    if grammar.border(kept[k]) is not Border.PHRASE:
        return False
    alone = place_length(grammar.words, kept[k:]) == len(kept) - k and not _is_ranked(grammar, kept, k)
    return alone and not any(grammar.border(i) is Border.JOINED for i in kept[k - _NEAR : k])


def is_outcome(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether «ليصل إلى …», «لتفتح …» begins at ``kept[k]``: what came of what is told."""
    form = grammar.form(kept[k])
    going = any_verb(form[1:]) if form.startswith(("لي", "لت")) else None
    if going is None or not going.present:
        return False
    return going.lemma not in discourse("measuring") or not any(grammar.form(i)[:1].isdigit() for i in kept[:k])


def _is_ranked(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether «أول …», «أكبر …» stands shortly before: what follows tells of what it is the first."""
    near = kept[max(0, k - _RANKED) : k]
    return any(grammar.form(i) in _ranks() and grammar.form(i - 1).removeprefix("ل") not in ("لمره", "المره") for i in near)


@cache
def _ranks() -> frozenset[str]:
    """«أول», «لأول», «بأكبر»."""
    return frozenset(lead + form for form in word_list("ranking") for lead in ("", "ل", "ب"))


def is_named(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether the noun before a relative clause is known without it: a definite one with more beside it."""
    if grammar.form(kept[k]) not in word_list("describing"):
        return False
    phrase = []
    for i in reversed(kept[:k]):
        if grammar.words[i].is_mark or grammar.finite[i]:
            break
        if grammar.form(i) not in word_list("spared"):
            phrase.append(i)
        if grammar.border(i) is not Border.NONE:
            break
    definite = bool(phrase) and is_definite(grammar.form(phrase[0]))
    return definite and len(phrase) >= _NAMED
