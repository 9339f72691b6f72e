"""What sort of act does a clause tell, so that another sort done to the same thing is another event?"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from timeline_app.assets import resource
from timeline_app.chronology.clause import Clause
from timeline_app.chronology.lexicon import Trigger, discourse, kinship, noun_of, verb_of
from timeline_app.chronology.words import bare, fold

_REACH, _STATEMENT = 14, "statement"


def act_of(clause: Clause, kind: str) -> str:
    """The sort of ``acts.toml`` that a clause of a kind tells: by its verb or noun, behind a light one by the next event noun."""
    trigger = clause.trigger
    if trigger is None:
        return ""
    opening = _table()["opened"].get(clause.sentence.words[clause.first].form.removeprefix("و"))
    if opening is not None and not trigger.verb:  # «قبل الملك استقالة …»: the verb is spelled as «before» is
        return opening
    return _sort(trigger, kind) or (_behind(clause) if _is_light(trigger) else "")


def exclude(one: str, other: str) -> bool:
    """Whether two sorts of acts are never one event."""
    return bool(one) and bool(other) and one != other and frozenset((one, other)) not in _together()


@cache
def grounds() -> frozenset[str]:
    """The folded words behind which stands what an act came after or was caused by."""
    return frozenset(fold(_table()["grounds"]["x"]).split())


def _is_light(trigger: Trigger) -> bool:
    return trigger.kind == _STATEMENT or fold(trigger.masdar) in _light()


def _behind(clause: Clause) -> str:
    """The sort that the first event noun behind a light word tells, or a verb of what is said."""
    said = False
    words = clause.sentence.words
    for word in words[clause.head + 1 : min(clause.last, clause.head + 1 + _REACH)]:
        form = word.form
        said = said or form in discourse("complementiser")
        if form in discourse("relative") or form in discourse("turn"):
            return ""
        told = noun_of(form) or verb_of(form)
        if told is None:
            if bare(form) in _sorts():
                return _sorts()[bare(form)]
        elif not told.verb or said:
            if not _is_light(told):
                return _sort(told, told.kind)
        elif form not in discourse("auxiliary"):
            return ""
    return ""


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
def _light() -> frozenset[str]:
    return frozenset(fold(_table()["light"]["x"]).split())


@cache
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split(":")) for pair in _table()["together"]["x"].split())


@cache
def _table() -> dict[str, dict[str, str]]:
    with resource("lexicon", "acts.toml").open("rb") as file:
        return tomllib.load(file)
