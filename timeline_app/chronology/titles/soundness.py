"""Does a title stand whole by itself, or does a sign show that it was spliced, emptied or cut open?"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.chronology.phrases.antecedent import may_be_plural
from timeline_app.chronology.phrases.closing import main_verb
from timeline_app.chronology.phrases.cutting import object_at
from timeline_app.chronology.phrases.grammar import Border, Grammar, grammar_of
from timeline_app.chronology.phrases.telling import says
from timeline_app.chronology.sentences.lexicon import asides, discourse, noun_of, plain_verb
from timeline_app.chronology.sentences.wordclass import (
    any_verb,
    far_bound,
    is_comment,
    is_definite,
    is_phrase,
    may_be_noun,
    word_list,
)
from timeline_app.chronology.sentences.words import bare, fold, words_of
from timeline_app.chronology.traits.doer import ends_in_pronoun, is_feminine, lacks_doer
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import place_words

_SHORT, _NEAR, _LONG, _LONGEST = 2, 3, 9, 130
_OF_SOMEBODY, _NAMED = 3, 4  # the first signs are of a somebody who is not named; the next, of a line without an event
_PARTING = (Border.RELATIVE, Border.CONTENT, Border.CLAUSE, Border.STOP, Border.REMARK, Border.JOINED)
_MANY = ("ون", "ين", "ان", "ات", "اء", "اه")
_MASDAR = re.compile(r"(?:ت\w\wي\w|ا\w{2,4}ا\w)\Z")  # «تكريس», «إيداع», «استخدام»
_ACCUSATIVE = ("ا", "اً", "ًا", "ه", "ة")


def is_sound(title: str, source: Grammar, *, of_somebody: bool = False) -> bool:
    """Whether nothing shows that a title is broken, whatever stands before a colon in it; ``source`` is its sentence.

    Nobody has to be named in it where it is told ``of_somebody``.
    """
    _, colon, body = title.rpartition(": ")
    grammar = grammar_of(words_of(body), body)
    signs = _SIGNS[_NAMED if colon else _OF_SOMEBODY if of_somebody else 0 :]  # who is meant may stand before the colon
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


def _has_no_doer(grammar: Grammar, _: Grammar) -> bool:
    """«نال جائزة …», «اعتقله الجيش …»: a verb at the head that nobody does, or that is done to somebody who is not named."""
    form, after = grammar.form(0), grammar.form(1)
    verb = any_verb(form)
    if verb is None or not grammar.finite[0] or verb.lemma in discourse("impersonal"):
        return False
    done_to = len(grammar.words) > 1 and grammar.raw(1).endswith(("ًا", "اً"))
    if may_be_noun(form) or done_to:
        return done_to and (not may_be_noun(form) or len(grammar.words) == _SHORT)  # «حل ثانياً»
    if plain_verb(form) is None and ends_in_pronoun(grammar.raw(0)) and form[:1] not in "وف":
        return True
    if len(grammar.words) == 1 or grammar.border(1) is Border.PHRASE:
        return not _is_done_later(grammar)
    owned = ends_in_pronoun(grammar.raw(1)) and after not in discourse("ends_in_ha")
    return owned or (lacks_doer(grammar.words, range(len(grammar.words)), grammar.text) and _is_of_other_gender(grammar))


def _is_done_later(grammar: Grammar) -> bool:
    """«انطلقت في المدينة فعاليات …»: behind the phrase stands who or what does it."""
    whole = range(len(grammar.words))
    named = (k for k in whole[_SHORT:] if is_definite(grammar.form(k)) and grammar.border(k) is Border.NONE)
    apart = (place_words(grammar.words[k - 1 : k]) or ends_in_pronoun(grammar.raw(k - 1)) for k in named)
    return any(object_at(grammar, whole, k) for k in whole[_SHORT:]) or any(apart)


def _is_of_other_gender(grammar: Grammar) -> bool:
    """«حاز الجائزة …», «قررت تأجيل …»: by its gender the noun behind the verb is what is done."""
    feminine = grammar.raw(1).endswith("ة") and grammar.form(1) not in word_list("masculine")
    noun = noun_of(grammar.form(1))
    action = noun is not None and fold(noun.masdar) == grammar.form(1).removeprefix("ال") and not feminine
    going = any_verb(grammar.form(0))
    she = is_feminine(grammar.form(0)) or (going is not None and going.present and grammar.form(0)[:1] == "ت")
    return action if she else feminine


def _hits_a_hole(grammar: Grammar, _: Grammar) -> bool:
    """«تواصل البلدين عن مع ممثلي …»: two prepositions side by side."""
    whole = range(1, len(grammar.words))
    lists = word_list("plain_preposition")
    return any(grammar.form(i - 1) in lists and grammar.form(i) in lists | {"من"} for i in whole)


def _points_back(grammar: Grammar, _: Grammar) -> bool:
    """«وافق المجلس على ذلك», «اختار هؤلاء …»: what was told before the title."""
    pointing = word_list("pointing_back")
    forms = [word.form for i, word in enumerate(grammar.words) if grammar.form(i + 1) not in discourse("relative")]
    return any(form in pointing or (form[:1] in "فبلك" and form[1:] in pointing) for form in forms)


def _means_nobody(grammar: Grammar, _: Grammar) -> bool:
    """«بدء أولى جلساتها», «استمرار النقاش حولهما»: a pronoun, and nothing in the title that it may mean."""
    if grammar.finite[0]:
        return False  # who does it may stand behind his pronoun («قدم استقالته وزير …»)
    return any(_is_orphan(grammar, i) for i in range(1, len(grammar.words)))


def _is_orphan(grammar: Grammar, i: int) -> bool:
    raw = grammar.raw(i)
    ending = next((e for e in ("هما", "ها", "هم", "ه") if raw.endswith(e)), "")
    resumed = grammar.form(i) in discourse("dangling") or ends_in_pronoun(raw)
    bound = any(grammar.border(j) is Border.RELATIVE or grammar.finite[j] for j in range(i + 1))
    if not ending or not resumed or bound or grammar.form(i).removeprefix("و") in word_list("empty"):
        return False
    before = [j for j in range(i) if not grammar.words[j].is_mark and not grammar.finite[j]]
    named = [j for j in before if noun_of(grammar.form(j)) is None and grammar.form(j) not in discourse("stop")]
    named = [j for j in named if grammar.form(j) not in word_list("spared") | word_list("ranking")]
    if ending == "هما":
        return not any(grammar.form(j).endswith(("ان", "ين")) or grammar.border(j) is Border.JOINED for j in before)
    if ending == "ها":
        return not any(grammar.raw(j).endswith(("ة", "ات", "ى", "ا", "اء")) or _may_be_many(grammar, j) for j in named)
    return not named


def _may_be_many(grammar: Grammar, j: int) -> bool:
    form = grammar.form(j)
    return may_be_plural(form) or form in word_list("feminine") or place_words(grammar.words[j : j + 1]) > 0


def _governs_nothing(grammar: Grammar, _: Grammar) -> bool:
    """«استشهاد فلسطينيًا …»: an accusative right behind the noun of action that it should belong to."""
    noun = noun_of(grammar.form(0))
    if noun is None or len(grammar.words) < _SHORT or grammar.finite[0] or is_definite(grammar.form(0)):
        return False
    aside = (grammar.form(1),) in asides().get(grammar.form(1), ()) or grammar.form(1) in word_list("adverbs")
    return grammar.raw(1).endswith(("ًا", "اً")) and fold(noun.masdar) == grammar.form(0) and not aside


def _ranks_of_nobody(grammar: Grammar, _: Grammar) -> bool:
    """«بدء أولى جلساتها»: the first or last of somebody who is not named."""
    ranked = next((i for i in range(min(_SHORT, len(grammar.words) - 1)) if grammar.form(i) in word_list("ranking")), -1)
    plain = ranked == 0 or noun_of(grammar.form(0)) is not None or any_verb(grammar.form(0)) is not None
    return ranked >= 0 and plain and ends_in_pronoun(grammar.raw(ranked + 1))


def _says_twice(grammar: Grammar, _: Grammar) -> bool:
    """«ضرب زلزال الجزيرة ضرب زلزال …»: the same verb twice, and nothing between its clauses."""
    whole = range(len(grammar.words))
    verbs = [i for i in whole if grammar.finite[i] and not grammar.held[i]]
    pairs = [(one, other) for one in verbs for other in whole[one + 1 :] if grammar.form(one) == grammar.form(other)]
    nouns = [i for i in whole if is_definite(grammar.form(i)) and grammar.border(i) is Border.NONE]
    near = ((one, other) for one in nouns for other in nouns if 0 < other - one <= _NEAR and not _is_owner(grammar, other))
    again = any(grammar.form(one) == grammar.form(other) for one, other in near)
    return again or any(not any(grammar.border(i) in _PARTING for i in range(one + 1, other + 1)) for one, other in pairs)


def _is_owner(grammar: Grammar, i: int) -> bool:
    """«مشروع المدينة», «آل الشيخ»: a definite noun that the word before it governs or names."""
    before = grammar.form(i - 1)
    return before == "ال" or (
        before.isalpha() and not is_definite(before) and not grammar.finite[i - 1] and not is_phrase(before)
    )


def _tells_nothing(grammar: Grammar, source: Grammar) -> bool:
    """«المهرجان الذي …»: a definite noun of which no verb tells, and that names no event."""
    if _has_verb(grammar, source):
        return False
    named = any(noun_of(grammar.form(i)) is not None for i in range(min(_SHORT, len(grammar.words))))
    described = any(_is_said_of(grammar, i) for i in range(1, len(grammar.words)))
    return grammar.form(0).startswith("ال") and not named and not described


def _has_verb(grammar: Grammar, source: Grammar) -> bool:
    """Whether a verb of its own tells something, here or where the title comes from."""
    forms = {source.form(i) for i, finite in enumerate(source.finite) if finite}
    bound = False
    for i in range(len(grammar.words)):
        bound = bound or grammar.border(i) is Border.RELATIVE
        form = grammar.form(i)
        if grammar.finite[i] or form in forms or form in discourse("was") or form in word_list("homograph"):
            if not bound:
                return True
            bound = False
    return False


def _names_no_event(grammar: Grammar, source: Grammar) -> bool:
    """«حاكم المدينة عبر حسابه …», «سالم وناصر، أمام المحكمة»: no verb, and no event near the head."""
    near = [bare(grammar.form(i)) for i in range(min(_NEAR + 1, len(grammar.words)))]
    event = any(noun_of(form) is not None or _MASDAR.match(form) or _is_contest(form) for form in near)
    described = any(_is_said_of(grammar, i) for i in range(1, len(grammar.words)))
    return not event and not described and not _has_verb(grammar, source)


def _is_contest(form: str) -> bool:
    """«بطولة», «حركة», «قيام»: what names an event though it is no noun of one."""
    known = any(form in listed(name) for name in ("contests", "rounds", "last_round"))
    return known or form in word_list("named_by_day") or far_bound(form) != ""


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
    _means_nobody,
    _has_no_doer,
    _names_no_event,
    _hits_a_hole,
    _points_back,
    _governs_nothing,
    _begins_beside,
    _ranks_of_nobody,
    _says_twice,
    _tells_nothing,
    _leaves_unsaid,
    _disagrees,
    _only_names,
    _lacks_end,
)
