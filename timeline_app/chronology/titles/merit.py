"""How well does a title stand alone? By the faults an editor would not publish."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.phrases.cutting import LIMIT, SLACK, WHOLE
from timeline_app.chronology.phrases.wellformed import well_formed
from timeline_app.chronology.sentences.finite import finite_of
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb
from timeline_app.chronology.sentences.words import fold, words_of
from timeline_app.chronology.titles.drafting import Draft
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.chronology.traits.figure import ordinals_of

_BARE, _FEW, _POINTERS, _LENIENT = 3, 2, 3, 4
_PLAIN, _UNSURE, _HEADED, _NUMBERED = 60, -15, 8, 10
MOST_UNSURE = _PLAIN + _UNSURE + _HEADED + _NUMBERED  # what the best title of a clause that does not hold the date comes to
_PRONOUNS = ("ها", "هم", "هما", "ه")
_EDGE = '،؛:"«»“”()'


def merit_of(draft: Draft) -> int:
    """Higher is better; 0 for a title not to be published."""
    title = draft.text
    if not well_formed(title):
        return 0
    raw = [word.strip(_EDGE) for word in title.split()]
    forms = [fold(word) for word in raw]
    merit = _PLAIN + (12 if draft.sure else _UNSURE) - (12 if draft.around else 0)
    merit += _HEADED if draft.headed or draft.nominal else 0
    merit -= 35 if draft.alone else 0
    merit -= 18 if draft.holed else 0
    merit -= _excess(len(title))
    merit -= _thinness(forms)
    merit -= 30 if _second_hand(forms) else 0
    words = words_of(title)
    finite = finite_of(words, title)
    described = len(finite) > _FEW and finite[1] and noun_of(forms[0]) is not None  # «إعلان وقعت عليه …»
    merit -= _opening_faults(forms, raw, _FEW if described else _POINTERS)
    merit -= 30 if not _tells(forms, draft, finite) else 0
    merit -= 40 if finite[-1] else 0
    merit += _NUMBERED if len(forms) > _FEW and ordinals_of(words) else 0
    return max(merit, 1)


def _excess(length: int) -> int:
    """A whole clause somewhat longer than a title costs little, one longer than the longest much."""
    return max(0, (length - LIMIT - SLACK) // _LENIENT) + max(0, (length - WHOLE) // 2)


def _opening_faults(forms: list[str], raw: list[str], near: int) -> int:
    faults = 45 if _holds_pronoun(forms[0]) or ends_in_pronoun(raw[0]) else 0
    faults += 20 if any(ends_in_pronoun(word) for word in raw[1:near]) else 0
    faults += 35 if any(form in discourse("dangling") for form in forms[:near]) else 0
    fronted = any(forms[0] in discourse(name) for name in ("stop", "governing", "source"))
    faults += 35 if fronted else 0
    faults += 35 if forms[0] in discourse("number_word") else 0
    faults += 20 if any(form in discourse("fragment") for form in forms[1:near]) else 0
    return faults


def _tells(forms: list[str], draft: Draft, finite: Sequence[bool]) -> bool:
    """Whether the title says what happened: a verb, or an event noun at its head."""
    noun = noun_of(forms[0]) is not None or (len(forms) > 1 and noun_of(forms[1]) is not None)
    return draft.headed or noun or any(finite)


def _thinness(forms: list[str]) -> int:
    """A title of two or three words says little, unless a verb tells it or a number names it."""
    told = [form for form in forms if form not in discourse("stop")]
    verbal = any_verb(forms[0]) is not None and noun_of(forms[0]) is None
    if len(told) <= _FEW:
        return 22 if verbal else 32
    return (8 if verbal else 14) if len(told) <= _BARE else 0


def _second_hand(forms: list[str]) -> bool:
    """«… قالت إن …»: the saying still stands before what is said."""
    at = next((i for i, form in enumerate(forms) if form in discourse("complementiser")), -1)
    told = [verb_of(form) for form in forms[:at]] if at > 0 else []
    return any(verb is not None and verb.lemma in discourse("attribution") for verb in told)


def _holds_pronoun(form: str) -> bool:
    """Whether an event noun ends in a pronoun of somebody the title does not name («وفاته», «دورتها»)."""
    noun = noun_of(form)
    ending = next((e for e in _PRONOUNS if form.endswith(e)), None)
    return noun is not None and ending is not None and not noun.lemma.endswith(ending)
