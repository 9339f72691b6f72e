"""Which noun does a relative clause tell of? The nearest phrase before it that agrees with its pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_definite, word_list
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import place_at

_BACK, _PHRASES = 14, 2
_COMMAS, _JOINTS = frozenset("،,"), frozenset("-–/")
# Broken plurals by their pattern: «أعمال», «حروب», «مصانع»; one of them may be followed by either pronoun.
_BROKEN = re.compile(r"(?:ال)?(?:ا\w\wا\w|\w\wو\w|[^\Wمت]?\wا[^\Wوي]\w|\w\wا\w{2,3})\Z")
# A sound plural by its ending: «المحترفين», «المهندسون», and not «الصين», «القوانين».
_SOUND_PLURAL = re.compile(r"ال[^\Wق]\w{3,}(?:ون|ين)\Z")
_SINGULAR, _FEMININE = ("الذي", "التي"), ("التي", "اللواتي", "اللائي")
_PERSONS = ("الذين", "اللذين")
_NO_NOUNS = ("auxiliary", "complementiser", "opening", "negation", "asking")
_PEOPLE = ("ون", "ين", "اء")
# Verbs of what an event does itself: «المعرض الذي ينطلق …».
_COURSE = frozenset({"session", "opening"})
# What cannot do what follows: «استقالة الوزير الذي …» tells of the minister.
_OF_SOMEBODY = frozenset({"death", "birth", "trial", "appointment", "opening"})


def meant(grammar: Grammar, relative: int, verb: int, *, bland: bool) -> list[int]:
    """What the pronoun at ``relative`` means before the verb at ``verb``: rather an event where it tells of its course."""
    told = any_verb(grammar.form(verb)) if verb >= 0 else None
    held = told is not None and told.kind in _COURSE and grammar.form(relative - 2) != "شهر"
    return (antecedent(grammar, relative, bland=True) if held else []) or antecedent(grammar, relative, bland=bland)


def antecedent(grammar: Grammar, relative: int, *, bland: bool = False) -> list[int]:
    """The words of the noun phrase that the pronoun at ``relative`` belongs to, in order; none where nothing agrees.

    No place and no number is meant where a comma or «و» stands before the pronoun. Of a chain («استقالة رئيس الحكومة
    الذي …») it begins with the first noun that the pronoun agrees with and that can do what follows; ``bland`` where the
    verb only says that something took place, which an event does and nothing else.
    """
    pronoun = grammar.form(relative).removeprefix("و")
    bland = bland and pronoun not in _PERSONS
    end = _before_season(grammar, relative - 1 if grammar.form(relative - 1) in _COMMAS else relative)
    apart = end < relative or grammar.form(relative) != pronoun
    whole: list[int] = []
    for _ in range(_PHRASES + bland):
        out = _phrase_before(grammar, end, pronoun)
        if not out:
            break
        whole = [*out, *whole]
        named = [i for i in out if grammar.form(i) not in word_list("spared")]
        numbered = grammar.form(end - 1)[:1].isdigit()
        aside = apart and (numbered or all(place_at(grammar.words, i) is not None for i in named))
        told = [
            k for k in range(len(out)) if _told(grammar, out, k, pronoun, bland=bland) and not _is_before_title(grammar, out, k)
        ]
        several = _PEOPLE if pronoun in _PERSONS else _PEOPLE[:-1]  # «رئيس الوزراء الذي …» is one
        people = [k for k in told if grammar.form(out[k]).endswith(several)]
        if told and not aside:
            return whole[(people or told)[0] :]
        if grammar.border(out[0]) is not Border.PHRASE:
            break
        end = out[0]
    return []


def nouns_before(grammar: Grammar, relative: int) -> list[int]:
    """The nouns and adjectives right before a relative pronoun that stands for itself, whatever it agrees with."""
    out: list[int] = []
    if grammar.form(relative) in discourse("joined_relative"):
        return out
    stop = relative - (grammar.form(relative - 1) in _COMMAS)
    for i in range(stop - 1, max(-1, stop - _BACK), -1):
        border = grammar.border(i)
        if border is Border.PHRASE and grammar.form(i) not in word_list("spared") | word_list("spared_joined"):
            return [i, *out]
        apart = (
            grammar.finite[i] or (grammar.words[i].is_mark and not grammar.held[i]) or grammar.form(i) in discourse("dangling")
        )
        if border not in (Border.NONE, Border.JOINED) or apart or (out and ends_in_pronoun(grammar.raw(i))):
            break
        out.insert(0, i)
    return out


def _before_season(grammar: Grammar, end: int) -> int:
    """Before «لموسم 2015-2016»: the season of what is meant is not meant itself."""
    start = end
    while start and (grammar.form(start - 1)[:1].isdigit() or grammar.form(start - 1) in _JOINTS):
        start -= 1
    return start - 1 if 1 < start < end and grammar.form(start - 1).removeprefix("ل") in word_list("seasons") else end


def _is_before_title(grammar: Grammar, out: Sequence[int], k: int) -> bool:
    """Whether a place stands before a person's title: «أمير الجزيرة الشيخ …» is no island that does anything."""
    person = k + 1 < len(out) and grammar.form(out[k + 1]) in word_list("personal_titles")
    return person and place_at(grammar.words, out[k]) is not None


def _phrase_before(grammar: Grammar, end: int, pronoun: str) -> list[int]:
    """The noun phrase that ends before ``end``, with the particle that governs it; two joined nouns for a plural pronoun."""
    out: list[int] = []
    for i in range(end - 1, max(-1, end - _BACK), -1):
        marked = grammar.words[i].is_mark and not grammar.held[i]
        if marked or grammar.finite[i] or grammar.form(i) in discourse("dangling") | word_list("among"):
            break
        if any(grammar.form(i) in discourse(name) for name in _NO_NOUNS) or (out and ends_in_pronoun(grammar.raw(i))):
            break
        if grammar.border(i) in (Border.PHRASE, Border.JOINED):
            out.insert(0, i)
            joined = pronoun not in _SINGULAR or grammar.form(i - 2) in word_list("joining")
            if grammar.border(i) is Border.PHRASE or not joined:
                break
        elif grammar.border(i) is Border.NONE and not (out and _is_before_object(grammar, i, out[0])):
            out.insert(0, i)
        else:
            break
    return out


def _is_before_object(grammar: Grammar, i: int, follows: int) -> bool:
    """«تضمنت الروزنامة مواعيد …»: behind a verb an indefinite noun is no part of the definite one before it."""
    form = grammar.form(follows)
    apart = i > 0 and grammar.finite[i - 1] and is_definite(grammar.form(i)) and not is_definite(form)
    return apart and (noun_of(form) is not None or may_be_plural(form)) and form not in listed("given")


def _told(grammar: Grammar, out: Sequence[int], k: int, pronoun: str, *, bland: bool) -> bool:
    """Whether the noun at ``out[k]`` is what the pronoun means."""
    i = out[k]
    form, noun = grammar.form(i), noun_of(grammar.form(i))
    if grammar.words[i].is_mark or form in word_list("spared") or grammar.raw(i).endswith(("ًا", "اً")):
        return False
    before = next((j for j in reversed(out[:k]) if not grammar.words[j].is_mark), -1)
    if is_definite(form) and before >= 0 and (_describes(grammar, before, i) or grammar.words[i - 1].is_mark):
        return False
    follows = out[k + 1] if k + 1 < len(out) else -1
    if not _agrees(grammar, i, follows, pronoun) or (bland and noun is None):
        return False
    of_another = (noun is not None and noun.kind in _OF_SOMEBODY) or form in word_list("construct") - discourse("ceasing")
    deeper = k + 1 < len(out) and of_another and not is_definite(form)
    return not (deeper and any(_told(grammar, out, j, pronoun, bland=bland) for j in range(k + 1, len(out))))


def _describes(grammar: Grammar, i: int, follows: int) -> bool:
    """Whether a definite word may be the adjective of the definite noun at ``i``: no feminine one of a masculine noun."""
    both = is_definite(grammar.form(i)) and is_definite(grammar.form(follows))
    return both and (not grammar.raw(follows).endswith("ة") or _may_be_feminine(grammar, i))


def _may_be_feminine(grammar: Grammar, i: int) -> bool:
    raw, form = grammar.raw(i), grammar.form(i)
    if raw.endswith(("ة", "ات")):
        return form not in word_list("masculine")
    place = place_at(grammar.words, i) is not None and form not in word_list("masculine_places")
    return place or form in word_list("feminine") or may_be_plural(form)


def may_be_plural(form: str) -> bool:
    """Whether a word has a form of the broken plurals, and is no masdar of «أفعل» («إعلان»)."""
    noun = noun_of(form)
    return bool(_BROKEN.match(form)) and not (noun is not None and noun.masdar.startswith("إ"))


def _agrees(grammar: Grammar, i: int, follows: int, pronoun: str) -> bool:
    """Whether a noun, by its ending or that of its adjective, may stand before «الذي», «التي» or «الذين»."""
    form = grammar.form(i)
    described = follows >= 0 and _describes(grammar, i, follows)
    sure = grammar.raw(follows if described else i).endswith("ة")
    if pronoun in _FEMININE:
        return _may_be_feminine(grammar, i) and (sure or not described or grammar.raw(i).endswith(("ة", "ات")))
    several = grammar.raw(i).endswith("ي") and not is_definite(form) and follows >= 0 and is_definite(grammar.form(follows))
    several = (several and form not in listed("named_after")) or (is_definite(form) and _SOUND_PLURAL.search(form) is not None)
    if pronoun == "الذي":  # «ممثلي الوفد الذي …» tells of the delegation
        return not sure and not several and (not _may_be_feminine(grammar, i) or may_be_plural(form))
    if pronoun == "الذين":
        return any(grammar.form(j).endswith(_PEOPLE) for j in (i, follows) if j >= 0) or may_be_plural(form)
    return True
