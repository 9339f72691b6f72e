"""What sort of act does a clause tell, so that another sort done to the same thing is another event?"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from timeline_app.assets import resource
from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, kinship, noun_of, verb_of
from timeline_app.chronology.sentences.words import bare, fold

_REACH, _NEAR, _STATEMENT, _HARM = 14, 3, "statement", "violence"


def act_of(clause: Clause, kind: str) -> str:
    """The sort of ``acts.toml`` that a clause of a kind tells: by its verb or noun, behind a light one by the next event noun."""
    trigger = clause.trigger
    if trigger is None:
        return ""
    opening = _table()["opened"].get(clause.sentence.words[clause.first].form.removeprefix("و"))
    if opening is not None and not trigger.verb:  # «قبل الملك استقالة …»: the verb is spelled as «before» is
        return opening
    sort = _sort(trigger, kind) or _done_with(clause, trigger)
    if sort in _table()["deciding"]:
        done = _behind(clause)
        return done if done in _table()["deciding"][sort].split() else sort
    if sort or not is_light(trigger):
        return sort or (_related(clause) if clause.shape is Shape.RELATIVE and not trigger.verb else "")
    return _behind(clause) or _before(clause)


def exclude(one: str, other: str) -> bool:
    """Whether two sorts of acts are never one event."""
    if not one or not other or one == other or not _wide().isdisjoint((one, other)):
        return False
    return frozenset((one, other)) not in _together()


def done_to_acts(sort: str) -> bool:
    """Whether acts of a sort are done to other acts («ندد بالهجوم», «دعا إلى إضراب»)."""
    return sort in _table()["upon"]["x"].split()


def is_loose(sort: str) -> bool:
    """Whether other words tell acts of a sort as well: what many saw («احتجاجات»), or what other acts are parts of."""
    return sort in _loose()


@cache
def grounds() -> frozenset[str]:
    """The folded words behind which stands what an act came after or was caused by."""
    return frozenset(fold(_table()["grounds"]["x"]).split())


def is_light(trigger: Trigger) -> bool:
    """Whether a verb or noun tells nothing without what stands behind it («قدم», «أعلن»)."""
    return trigger.kind == _STATEMENT or fold(trigger.masdar) in _light()


def _done_with(clause: Clause, trigger: Trigger) -> str:
    """The sort that a word tells only with the noun before or behind it («وقع العقد», «الصفقة وقعت»)."""
    sorts = _with().get(fold(trigger.masdar))
    if not sorts:
        return ""
    words = clause.sentence.words
    before = words[max(clause.first, clause.head - _NEAR) : clause.head]
    for word in (*before, *words[clause.head + 1 : clause.last]):
        if word.form in grounds() or word.form in _when() or word.form in discourse("relative"):
            break
        thing, noun = bare(word.form), noun_of(word.form)
        sort = sorts.get(thing) or sorts.get(thing.removesuffix("ا"))
        if sort is not None:
            return sort
        if noun is not None and kinship(noun.kind) == _HARM:
            break
    return ""


def _behind(clause: Clause) -> str:
    """The sort that the first event noun behind a light word tells, or a verb of what is said."""
    said = aside = False
    words = clause.sentence.words
    start = clause.head + 1
    if clause.shape is Shape.RELATIVE:  # the head is the noun, its verb follows «الذي»
        start = next(
            (i + 2 for i in range(start, clause.last) if words[i].form.removeprefix("و") in discourse("relative")), start
        )
    for i in range(start, min(clause.last, start + _REACH)):
        form = words[i].form
        said = said or form in discourse("complementiser")
        aside = (aside or form in discourse("turn") or form in _when()) and form not in COMMAS
        if aside:
            continue
        if form in discourse("relative"):
            return ""
        told = noun_of(form) or verb_of(form)
        if form in _things():
            return _sorts()[bare(form)]
        if told is None:
            continue
        if told.verb == said or words[i - 1].form in discourse("performing"):
            if not is_light(told):
                return _sort(told, told.kind)
        elif told.verb and form not in discourse("auxiliary"):
            return ""
    return ""


def _before(clause: Clause) -> str:
    """The sort of the first event noun before a light verb («مراسم توقيع الاتفاق ستجري …»)."""
    if clause.shape is not Shape.VERB:
        return ""
    told = [noun_of(word.form) for word in clause.sentence.words[clause.first : clause.head] if not word.is_mark]
    if not told or told[0] is None:
        return ""
    return next((_sort(noun, noun.kind) for noun in told if noun is not None and not is_light(noun)), "")


def _related(clause: Clause) -> str:
    """The sort of the verb that a relative clause tells of its noun («الوثيقة التي وقعها …»)."""
    told = (verb_of(word.form) for word in clause.sentence.words[clause.head + 1 : clause.last])
    return next((_sort(verb, verb.kind) for verb in told if verb is not None and not is_light(verb)), "")


def _sort(trigger: Trigger, kind: str) -> str:
    for word in (trigger.lemma, fold(trigger.masdar)):
        for key in (f"{kind}:{word}", f"{kinship(kind)}:{word}", word):
            if key in _sorts():
                return _sorts()[key]
    return ""


@cache
def _sorts() -> Mapping[str, str]:
    return {fold(word): sort for sort, words in _table()["sorts"].items() for word in words.split()}


@cache
def _with() -> Mapping[str, Mapping[str, str]]:
    """The sorts that a masdar tells by the noun behind it, both folded."""
    out: dict[str, dict[str, str]] = {}
    for sort, told in _table()["with"].items():
        masdar, things = told.split(":")
        out.setdefault(fold(masdar), {}).update((fold(thing), sort) for thing in things.split())
    return out


@cache
def _wide() -> frozenset[str]:
    return frozenset(_table()["wide"]["x"].split())


@cache
def _loose() -> frozenset[str]:
    return _wide() | frozenset(_table()["seen"]["x"].split())


@cache
def _when() -> frozenset[str]:
    return frozenset(fold(_table()["when"]["x"]).split())


@cache
def _things() -> frozenset[str]:
    """Nouns that tell a sort though the lexicon of events knows them in another sense or not at all."""
    return frozenset(fold(_table()["things"]["x"]).split())


@cache
def _light() -> frozenset[str]:
    return frozenset(fold(_table()["light"]["x"]).split())


@cache
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split(":")) for pair in _table()["together"]["x"].split())


@cache
def _table() -> dict[str, dict[str, str]]:
    with resource("lexicon", "acts.toml").open("rb") as file:
        return tomllib.load(file)
