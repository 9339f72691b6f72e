"""Of which kind is what a clause tells? By its verb or noun, and for words of many meanings by the words beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache

from timeline_app.assets import resource
from timeline_app.chronology.sentences.clause import Clause, opens_clause
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, noun_of, verb_of
from timeline_app.chronology.sentences.words import Word, bare, fold, words_of
from timeline_app.chronology.traits.finer import by_object, part_of

OTHER = "other"
# Kinds so general that what they are about says more.
WEAK = frozenset({OTHER, "statement", "decision"})
_GENERAL = WEAK | {"economy"}
_PUT_OFF = "postponement"
_COURT, _MATCH, _OPENING, _ELECTION = "trial", "match", "opening", "election"
_GATHERING = frozenset({"session", "meeting"})
_AFTER, _BEFORE, _OBJECT, _SUBJECT, _SAID, _LABEL = 9, 5, 9, 1, 14, 2
_SPEAKER, _AGREED, _ATTACK, _OFFICE, _RULED, _LEFT, _NEAR = ": ", "agreement", "attack", "appointment", "decision", "عن", 4


def kind_of(clause: Clause) -> str:
    """The code of ``kinds.toml`` for what the clause tells."""
    trigger = clause.trigger
    if trigger is None:
        return OTHER
    special = _by_complement(clause, trigger)
    if special:
        return special
    if trigger.lemma in discourse("ruling_word") and not _is_of_court(clause, _AFTER):
        return OTHER
    if trigger.lemma in discourse("appealing") and _is_appeal(clause.sentence.words, _after(clause)):
        return _COURT
    if trigger.lemma in discourse("wide") or trigger.kind == OTHER or _falls(clause):
        return _of_many(clause, trigger)
    if trigger.lemma in discourse("saying_of") and not any(w in discourse("speech_preposition") for w in _next(clause)):
        return OTHER
    if trigger.kind == "statement" and trigger.verb:
        return _reported(clause) or (_COURT if _is_of_court(clause, _SUBJECT) else trigger.kind)
    if trigger.kind == "decision":
        return _appointed(clause) or (_COURT if _is_of_court(clause, _BEFORE) else trigger.kind)
    return trigger.kind


def kind_told(title: str, clause: Clause, kind: str) -> str:
    """The kind of what a title tells, where nothing in it has that of its clause; else that one."""
    words = words_of(title[_label(title) :])
    told = [trigger for word in words for trigger in (verb_of(word.form), noun_of(word.form)) if trigger is not None]
    shown = {_evidence().get(word.form) for word in words} | {trigger.kind for trigger in told}
    own = clause.trigger
    known = own is not None and any(trigger.lemma == own.lemma or trigger.masdar == own.masdar for trigger in told)
    if known or kind in shown or _SPEAKER in title[_label(title) :]:
        return kind
    return _first(words, range(len(words))) or kind


def shown_as(clause: Clause, kind: str, *, ahead: bool) -> str:
    """The kind that an editor reads: the part of it that the words at the head of the clause tell («أفرجت»: a release).

    A day to come to which something is put off is no postponement, but what is to be held then.
    """
    shown = kind if clause.trigger is None else part_of(kind, clause.trigger, _next(clause))
    return kind if ahead and shown == _PUT_OFF else shown


def _label(title: str) -> int:
    """Where a title begins after the country or body before it («تونس: …»)."""
    at = title.find(_SPEAKER)
    return at + len(_SPEAKER) if at > 0 and len(title[:at].split()) <= _LABEL else 0


def _by_complement(clause: Clause, trigger: Trigger) -> str:
    """The kind that the words right behind a word give it: «رحل عن تدريب الفريق», «شن حملة على المطاعم»."""
    after = _next(clause)
    known = by_object(trigger, after)
    if known:
        return known
    if trigger.lemma in discourse("leaving") and _LEFT in after[:-1]:
        return "" if after[after.index(_LEFT) + 1] in discourse("life") else _OFFICE
    if trigger.lemma in discourse("swearing") and any(form in discourse("oath") for form in after):
        return _OFFICE
    words = clause.sentence.words
    told = (noun_of(form) for form in after)
    blast = trigger.lemma in discourse("blast") or any(n is not None and n.lemma in discourse("blast") for n in told)
    if blast and any(_evidence().get(word.form) == _ATTACK for word in words):
        return _ATTACK
    if trigger.lemma in discourse("voting") and any(_evidence().get(words[i].form) == _RULED for i in _after(clause)):
        return _RULED
    at = next((k for k, form in enumerate(after) if form in discourse("campaign")), -1)
    if trigger.lemma in discourse("waging") and at >= 0:
        return _first(words, _after(clause)[at + 1 :]) or OTHER
    return ""


def _next(clause: Clause) -> list[str]:
    return [clause.sentence.words[i].form for i in _after(clause)[:_NEAR]]


def _is_appeal(words: Sequence[Word], after: Sequence[int]) -> bool:
    """«الطعن على حكم», «سيطعن في القرار», «الطعن أمام المحكمة»: what is appealed, or where, stands behind the word."""
    forms = [words[i].form for i in after[:_BEFORE]]
    return any(bare(form) in discourse("appealed") or _evidence().get(form) == _COURT for form in forms)


def _falls(clause: Clause) -> bool:
    """«يوافق اليوم ذكرى ميلاد …»: a day that falls on a day."""
    trigger, after = clause.trigger, _after(clause)
    marked = bool(after) and clause.sentence.words[after[0]].form in discourse("marked_day")
    return trigger is not None and trigger.lemma in discourse("recurring") and marked


def _of_many(clause: Clause, trigger: Trigger) -> str:
    """The kind of a word of many meanings: that of its object, of its subject before it, or else its first meaning."""
    words, after = clause.sentence.words, _after(clause)
    taking = trigger.lemma in discourse("taking_part")
    direct = after if taking else [i for i in after if not _is_circumstance(words, i)]
    done = noun_of(words[direct[0]].form) if direct and words[clause.head].form in discourse("performing") else None
    if done is not None and done.kind != OTHER and done.lemma not in discourse("wide"):
        return done.kind  # «تم تأجيل …»
    if taking:
        shown = _event_noun(words, direct) or _first(words, direct)
    elif trigger.verb:
        shown = _first(words, direct) or _first(words, range(clause.head - 1, max(clause.head - _BEFORE, clause.first) - 1, -1))
    else:
        shown = _first(words, (*direct, clause.head))
    if shown == _ATTACK and _is_launch(clause, trigger):
        return trigger.kind
    if shown:
        return _OPENING if trigger.kind == _OPENING and shown in _GATHERING else shown
    if any(words[i].form in discourse("rounds") for i in (clause.head, *direct)):
        return _ELECTION if any(_evidence().get(word.form) == _ELECTION for word in words) else _MATCH
    if trigger.kind != OTHER:
        return trigger.kind
    return _first(words, after) or _weakly(words, direct) or OTHER


def _is_launch(clause: Clause, trigger: Trigger) -> bool:
    """«إطلاق صاروخ يحمل مسبارا», «انطلق صاروخ»: a rocket that sets off attacks nobody, unless an attack is named."""
    told = [clause.sentence.words[i].form for i in _after(clause)]
    if any(form in discourse("of_space") for form in told):
        return True
    nouns = (noun_of(form) for form in told)
    return trigger.lemma in discourse("setting_off") and not any(n is not None and n.kind == _ATTACK for n in nouns)


def _after(clause: Clause) -> list[int]:
    """Some words after the head, up to the next clause, without the dates."""
    words = clause.sentence.words
    spans = [r.span for r in clause.sentence.readings]
    begun = range(clause.head + 1, clause.last)
    stop = next((i for i in begun if opens_clause(clause.sentence, i) or words[i].form in discourse("resuming")), clause.last)
    told = range(clause.head + 1, stop)
    return [i for i in told if not words[i].is_mark and not any(s.start <= words[i].start < s.end for s in spans)][:_AFTER]


def _first(words: Sequence[Word], places: Iterable[int]) -> str:
    """The kind of the first word that has one and is not general."""
    for i in places:
        if not _names_body(words, i) and (kind := _shown(words[i].form)):
            return _AGREED if _is_ceasing(words, i) else kind
    return ""


def _event_noun(words: Sequence[Word], places: Iterable[int]) -> str:
    """The kind of the event that one takes part in: «شاركت وزيرة الثقافة في احتفال المدينة»."""
    nouns = (noun_of(words[i].form) for i in places)
    return next((n.kind for n in nouns if n is not None and n.kind not in _GENERAL and n.lemma not in discourse("wide")), "")


def _is_ceasing(words: Sequence[Word], i: int) -> bool:
    """«وقف إطلاق النار», «وقفا مؤقتا لإطلاق النار»: an attack that ends by agreement."""
    return any(word.form in discourse("ceasing") for word in words[max(0, i - _NEAR) : i])


def _names_body(words: Sequence[Word], i: int) -> bool:
    """«سلطات الاحتلال», «مجلس الأمن»: a noun in the name of a body tells nothing that happened."""
    return i > 0 and words[i - 1].form in discourse("body_head") and words[i].form.startswith("ال")


def _shown(form: str) -> str:
    told = _told(form)
    if told is not None and told.kind not in _GENERAL and told.lemma not in discourse("wide"):
        return told.kind
    return _evidence().get(form, "")


def _told(form: str) -> Trigger | None:
    """What a word tells beside another; «ولد» in «محمد ولد سالم» nothing."""
    return None if form in discourse("either") else noun_of(form) or verb_of(form)


def _weakly(words: Sequence[Word], places: Iterable[int]) -> str:
    """«قدم بيانا», «اتخذ قرارا»: the kind of a general noun, where nothing else shows one."""
    nouns = (noun_of(words[i].form) for i in places)
    return next((n.kind for n in nouns if n is not None and n.kind != OTHER and n.lemma not in discourse("wide")), "")


def _is_circumstance(words: Sequence[Word], i: int) -> bool:
    """«أطلقت … في ندوة حملة», «التقوا … للاتفاق»: what a preposition sets apart is not what was done."""
    before = words[i - 1].form
    return before in discourse("circumstance") or before in discourse("governing") or words[i].form.startswith("لل")


def _appointed(clause: Clause) -> str:
    """«حدد السبت موعدا لانطلاق …»: what is to happen then."""
    words, after = clause.sentence.words, _after(clause)
    at = next((k for k, i in enumerate(after) if words[i].form in discourse("appointed")), len(after))
    told = (noun_of(words[i].form) for i in after[at + 1 :])
    return next((noun.kind for noun in told if noun is not None and noun.kind not in WEAK), "")


def _is_of_court(clause: Clause, reach: int) -> bool:
    """Whether one of the first words after the verb shows a court at work."""
    words = clause.sentence.words
    return any(_evidence().get(words[i].form) == _COURT for i in _after(clause)[:reach])


def _reported(clause: Clause) -> str:
    """The kind of what is said, where it stands before the date as an event («أعلنت مقتل …», «قال إن … توفي في …»)."""
    words = clause.sentence.words
    start, stop = clause.head + 1, min(clause.head + _OBJECT, clause.last)
    said = next((i for i in range(start, clause.last) if words[i].form in discourse("complementiser")), None)
    if said is not None and said >= clause.dated[0]:
        return ""
    if said is not None:
        start, stop = said + 1, min(said + _SAID, clause.last)
    places = [i for i in range(start, stop) if said is not None or not _is_circumstance(words, i)]
    told = ((i, _told(words[i].form)) for i in places if not _names_body(words, i))
    kinds = (_AGREED if _is_ceasing(words, i) else t.kind for i, t in told if t is not None and t.kind not in _GENERAL)
    return next(kinds, "")


@cache
def _evidence() -> dict[str, str]:
    """Folded word -> the kind that it shows beside a word of many meanings."""
    with resource("lexicon", "kinds.toml").open("rb") as file:
        table = tomllib.load(file)
    return {fold(word): kind for kind, row in table.items() for word in row.get("about", "").split()}
