"""Which words before a verb are its subject? No connective, date or phrase in front; of a verb that describes, its noun."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, plain_verb
from timeline_app.chronology.sentences.wordclass import is_definite, is_phrase, word_list
from timeline_app.chronology.traits.trait import place_words

_SUBJECT = 14
_NO_NOUNS = ("auxiliary", "complementiser", "opening", "negation", "relative")
_SEVERAL = ("وا", "ون")
_COMMAS = frozenset("،,")


def subject_of(grammar: Grammar, left: Sequence[int]) -> tuple[int, ...]:
    """The subject among the words before a verb: what is neither a connective, a date nor a phrase in front."""
    parts: list[list[int]] = [[]]
    for i in left:
        if grammar.form(i) in _COMMAS and not grammar.held[i]:
            parts.append([])
        else:
            parts[-1].append(i)
    for part in parts:
        kept = [i for i in part if grammar.form(i) not in discourse("auxiliary") and grammar.form(i) not in discourse("negation")]
        while kept and _empty(grammar, kept[0]):
            kept = kept[1:]
        if not kept or _fronted(grammar, kept[0]) or _is_time(grammar, kept):
            continue
        ends = (Border.RELATIVE, Border.CLAUSE)
        end = next((k for k, i in enumerate(kept) if grammar.border(i) in ends or grammar.finite[i]), len(kept))
        kept = kept[:end]
        if kept and len(kept) <= _SUBJECT:
            return tuple(kept)
    return ()


def described(grammar: Grammar, verb: int) -> tuple[int, ...]:
    """The indefinite noun that a verb describes («حريق اندلع …»), with what stands between; several for a verb of several."""
    first = verb - 1
    borders = (Border.NONE, Border.JOINED) if grammar.form(verb).endswith(_SEVERAL) else (Border.NONE,)
    if grammar.held[first] and grammar.words[first].is_mark:
        first = next((i for i in range(first - 1, -1, -1) if grammar.words[i].is_mark), first)
    while first > 0 and grammar.border(first) in borders:
        if grammar.held[first - 1] and grammar.words[first - 1].is_mark and not grammar.held[first]:  # «" جماعة " تابعة …»
            return tuple(range(next((i for i in range(first - 2, -1, -1) if grammar.words[i].is_mark), first), verb))
        if not _extends(grammar, first - 1):
            break
        first -= 1
    return tuple(range(first, verb))


def topic_before(grammar: Grammar, verb: int) -> int:
    """Where «أما» stands, whose noun a verb behind «فـ» tells of («أما الدوري فينطلق …»); -1 for none."""
    if grammar.form(verb)[:1] != "ف" or plain_verb(grammar.form(verb)) is not None:
        return -1
    near = range(verb - 1, max(-1, verb - _SUBJECT), -1)
    at = next((i for i in near if grammar.form(i) in ("اما", "واما")), -1)
    return -1 if any(grammar.finite[max(at, 0) : verb]) else at


def _extends(grammar: Grammar, i: int) -> bool:
    """Whether word ``i`` belongs to the indefinite noun phrase that goes on after it."""
    apart = grammar.finite[i] or grammar.words[i].is_mark or is_definite(grammar.form(i))
    apart = apart or grammar.form(i).removeprefix("و") in word_list("spared")
    return not apart and not place_words(grammar.words[i : i + 1]) and not any(grammar.form(i) in discourse(n) for n in _NO_NOUNS)


def _empty(grammar: Grammar, i: int) -> bool:
    """A mark or a connective that opens a clause and belongs to no subject."""
    return (grammar.words[i].is_mark and not grammar.held[i]) or grammar.form(i) in word_list("empty")


def _is_time(grammar: Grammar, kept: Sequence[int]) -> bool:
    """«والأسبوع المنقضي، قررت …»: a time that no date was read of."""
    units = word_list("units") | word_list("periods")
    form = grammar.form(kept[0]).removeprefix("و")
    timed = form.removeprefix("ال") in units or form in units or form == "الاسبوع"
    return timed and any(grammar.form(i) in word_list("deictic") for i in kept)


def _fronted(grammar: Grammar, i: int) -> bool:
    form = grammar.form(i)
    inner = form[1:] if form[:1] in "وف" and form not in discourse("born_with_waw") else form
    joined = form[:1] == "ب" and form not in discourse("born_with_ba") and noun_of(form[1:]) is not None
    lead = inner in discourse("date_preposition") or inner in discourse("governing") or inner in discourse("fronting")
    return lead or joined or is_phrase(form) or grammar.border(i) in (Border.CLAUSE, Border.CONTENT)
