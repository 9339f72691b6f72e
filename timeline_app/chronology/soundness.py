"""Does a title stand whole by itself, or does a sign show that it was spliced, emptied or cut open?"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.chronology.antecedent import may_be_plural
from timeline_app.chronology.closing import main_verb
from timeline_app.chronology.doer import ends_in_pronoun
from timeline_app.chronology.grammar import Border, Grammar, grammar_of
from timeline_app.chronology.lexicon import discourse, noun_of
from timeline_app.chronology.telling import says
from timeline_app.chronology.wordclass import any_verb, is_comment, is_definite, is_phrase, word_list
from timeline_app.chronology.words import words_of

_SHORT, _NEAR, _LONG, _LONGEST = 2, 3, 9, 130
_PARTING = (Border.RELATIVE, Border.CONTENT, Border.CLAUSE, Border.STOP, Border.REMARK, Border.JOINED)
_MANY = ("ون", "ين", "ان", "ات", "اء", "اه")
_MASDAR = re.compile(r"(?:ت\w\wي\w|ا\w{2,4}ا\w)\Z")  # «تكريس», «إيداع», «استخدام»
_ACCUSATIVE = ("ا", "اً", "ًا", "ه", "ة")


def is_sound(title: str, source: Grammar) -> bool:
    """Whether nothing shows that a title is broken, whatever stands before a colon in it; ``source`` is its sentence."""
    _, colon, body = title.rpartition(": ")
    grammar = grammar_of(words_of(body), body)
    signs = _SIGNS[colon != "" :]  # whom a pronoun at the head means may stand before the colon
    return bool(grammar.words) and not any(shows(grammar, source) for shows in signs)


def stands_for(whole: str, source: Grammar) -> bool:
    """Whether what stands around a date, without it, may be the title where nothing made of it is sound."""
    words = words_of(whole)
    told = bool(words) and len(whole) <= _LONGEST and main_verb(grammar_of(words, whole), range(len(words))) is not None
    opened = told and (is_phrase(words[0].form) or words[0].form in discourse("opening") | discourse("condition"))
    return told and not opened and is_sound(whole, source)


def _begins_beside(grammar: Grammar, _: Grammar) -> bool:
    """«متأثرا بجروحه …», «كذا تجسيد …»: a circumstance, a connective, a phrase that what it belongs to does not precede."""
    form, after = grammar.form(0), grammar.form(1)
    if form in word_list("no_head") or (grammar.border(0) is Border.PHRASE and any_verb(form) is None):
        return True
    return is_comment(form, after) and any_verb(form) is None and noun_of(form) is None


def _opens_with_pronoun(grammar: Grammar, _: Grammar) -> bool:
    """«إرساله إلى …», «جلساتها الخاصة …», «مقابلة له …»: somebody is meant who is not named."""
    noun = not grammar.finite[0] and any_verb(grammar.form(0)) is None
    return (noun and ends_in_pronoun(grammar.raw(0))) or grammar.form(1) in word_list("of_whom")


def _says_twice(grammar: Grammar, _: Grammar) -> bool:
    """«ضرب زلزال الجزيرة ضرب زلزال …»: the same verb twice, and nothing between its clauses."""
    whole = range(len(grammar.words))
    verbs = [i for i in whole if grammar.finite[i] and not grammar.held[i]]
    pairs = [(one, other) for one in verbs for other in whole[one + 1 :] if grammar.form(one) == grammar.form(other)]
    nouns = [i for i in whole if is_definite(grammar.form(i)) and grammar.border(i) is Border.NONE]
    again = any(grammar.form(one) == grammar.form(other) for one in nouns for other in nouns if 0 < other - one <= _NEAR)
    return again or any(not any(grammar.border(i) in _PARTING for i in range(one + 1, other + 1)) for one, other in pairs)


def _tells_nothing(grammar: Grammar, source: Grammar) -> bool:
    """«المهرجان الذي …»: a definite noun of which no verb tells, and that names no event."""
    forms = {source.form(i) for i, finite in enumerate(source.finite) if finite}
    bound = False
    for i in range(len(grammar.words)):
        bound = bound or grammar.border(i) is Border.RELATIVE
        form = grammar.form(i)
        if grammar.finite[i] or form in forms or form in discourse("was") or form in word_list("homograph"):
            if not bound:
                return False
            bound = False
    named = any(noun_of(grammar.form(i)) is not None for i in range(min(_SHORT, len(grammar.words))))
    described = any(_is_said_of(grammar, i) for i in range(1, len(grammar.words)))
    return grammar.form(0).startswith("ال") and not named and not described


def _is_said_of(grammar: Grammar, i: int) -> bool:
    """«الجزيرة هادئة»: an indefinite word right behind a definite one is what is said of it."""
    plain = grammar.border(i) is Border.NONE and grammar.form(i).isalpha() and not is_definite(grammar.form(i))
    return plain and is_definite(grammar.form(i - 1))


def _leaves_unsaid(grammar: Grammar, _: Grammar) -> bool:
    """«أعلنت الوكالة المحلية», «القرار جاء»: a verb of saying and nothing said, one of being and nothing that is."""
    verb = main_verb(grammar, range(len(grammar.words)))
    after = range(verb + 1, len(grammar.words)) if verb is not None else range(0)
    if verb is None or not says(grammar, verb):
        found = any_verb(grammar.form(verb)) if verb is not None else None
        return found is not None and not after and found.lemma in discourse("state")
    plain = (Border.NONE, Border.REMARK, Border.JOINED)
    body = [i for i in after if not grammar.words[i].is_mark]
    several = any(grammar.border(i) is Border.JOINED for i in body)
    only = all(grammar.border(i) in plain and is_definite(grammar.form(i)) for i in body[several:])
    return len(body) <= _LONG and only and not any(noun_of(grammar.form(i)) is not None for i in body)


def _disagrees(grammar: Grammar, _: Grammar) -> bool:
    """«القرار أطلقوا …»: a verb of several behind one that is no group."""
    verb = main_verb(grammar, range(len(grammar.words)))
    if not verb or not grammar.form(verb).endswith("وا") or any_verb(grammar.form(verb)) is None:
        return False
    named = [grammar.form(i) for i in range(verb) if not grammar.words[i].is_mark]
    return not any(form.endswith(_MANY) or may_be_plural(form) or form[:1] == "و" or form.isdigit() for form in named)


def _only_names(grammar: Grammar, _: Grammar) -> bool:
    """«سالم وناصر وحمد وسعيد»: names one after the other, of whom nothing is told."""
    joined = sum(grammar.border(i) is Border.JOINED for i in range(1, len(grammar.words)))
    return joined > _NEAR and not any(grammar.finite) and not any(noun_of(grammar.form(i)) for i in range(1, _NEAR))


def _lacks_end(grammar: Grammar, source: Grammar) -> bool:
    """«… بدون استعمال [القوة]»: a noun of action at the end, bare, behind what governs it, and its sentence goes on."""
    last = len(grammar.words) - 1
    form, before = grammar.form(last), grammar.form(last - 1)
    if last < 1 or is_definite(form) or grammar.raw(last).endswith(_ACCUSATIVE) or not _is_action(form):
        return False
    if before not in word_list("spared") | word_list("lacking"):
        return False
    at = next((i for i in range(1, len(source.words) - 1) if (source.form(i - 1), source.form(i)) == (before, form)), -1)
    return at >= 0 and source.border(at + 1) is Border.NONE and not source.words[at + 1].is_mark


def _is_action(form: str) -> bool:
    return noun_of(form) is not None or bool(_MASDAR.match(form))


_SIGNS: tuple[Callable[[Grammar, Grammar], bool], ...] = (
    _opens_with_pronoun,
    _begins_beside,
    _says_twice,
    _tells_nothing,
    _leaves_unsaid,
    _disagrees,
    _only_names,
    _lacks_end,
)
