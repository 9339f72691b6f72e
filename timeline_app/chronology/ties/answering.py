"""Does a sentence tell what others do about an event, and not the event? «رفض النادي تأجيل المباراة», «زار الوزير المصنع»."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from timeline_app.chronology.sentences.clause import COMMAS
from timeline_app.chronology.sentences.lexicon import (
    Trigger,
    conjugated,
    discourse,
    noun_of,
    undated_lines,
    undated_words,
    verb_of,
)
from timeline_app.chronology.sentences.words import Word, fold, stem


def answer_of(words: Sequence[Word]) -> Trigger | None:
    """The first verb that tells more than that something was said, where it tells what others do about an event."""
    for i, word in enumerate(words):
        form, before = word.form, words[i - 1].form if i else ""
        found, verb = _answering(form), verb_of(form)
        if (found is None and verb is None) or form in discourse("auxiliary") or before in discourse("relative"):
            continue
        if noun_of(form) is not None and i and form[:1] not in "وف" and before not in COMMAS:
            continue
        if found is not None and form.lstrip("وف") != found.lemma + "ا":  # «طالبا», «ردا على»
            return None if found.present else found
        if verb is not None and verb.kind != "statement":
            return None
    return None


def is_told_by(answer: Trigger, told: AbstractSet[str]) -> bool:
    """Whether an event of which the words (masdars' stems) tell is the answer itself, or what it asks for was handed in."""
    if stem(fold(answer.masdar)) in told:
        return True
    return answer.lemma in undated_words("asking") and not told.isdisjoint(_handed_in())


def _answering(form: str) -> Trigger | None:
    return _table().get(form) or (_table().get(form[1:]) if form[:1] in "وف" else None)


@cache
def _table() -> dict[str, Trigger]:
    out: dict[str, Trigger] = {}
    for past, present, masdar in undated_lines("answering"):
        verb = verb_of(fold(past))
        conjugated(out, verb.kind if verb is not None else "other", past=past, present=present, masdar=masdar)
    return out


@cache
def _handed_in() -> frozenset[str]:
    """The stems of the acts by which somebody asks in writing."""
    return frozenset(stem(word) for word in undated_words("handing_in"))
