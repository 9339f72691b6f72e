"""How well does a title stand alone? By the faults an editor would not publish."""

from __future__ import annotations

from timeline_app.chronology.clause import Clause, Shape
from timeline_app.chronology.doer import ends_in_pronoun
from timeline_app.chronology.figure import ordinals_of
from timeline_app.chronology.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.phrase import FEWEST
from timeline_app.chronology.words import fold, words_of

LIMIT, SLACK = 70, 6
_ENOUGH, _BARE, _SHORT = 16, 4, 12
_PRONOUNS = ("ها", "هم", "هما", "ه")
_POINTERS = 3


def merit_of(title: str, clause: Clause, *, headed: bool, alone: bool) -> int:
    """Higher is better, 0 for a title not to be published; ``headed`` by a masdar, ``alone``: a verb that nobody does."""
    forms = [fold(word).strip('،؛:"«»“”') for word in title.split()]
    if len(forms) < FEWEST or len(title) < _SHORT - 4:
        return 0
    first = forms[0]
    told = verb_of(first) if not headed and noun_of(first) is None else None
    merit = 50
    merit += 15 if headed or clause.shape in (Shape.NOUN, Shape.RELATIVE) else 0
    merit += 10 if _ENOUGH <= len(title) <= LIMIT + SLACK else -20
    merit -= _opening_faults(forms, title)
    merit -= 10 if told is not None else 0
    merit -= 30 if alone and not headed else 0
    merit -= 25 if told is not None and not told.safe and len(forms) <= _BARE else 0
    merit += 15 if ordinals_of(words_of(title)) and len(forms) > FEWEST else 0
    merit -= 20 if len(forms) <= FEWEST and (noun_of(first) is None or ordinals_of(words_of(title))) else 0
    merit -= 20 if forms[-1] in discourse("relative") else 0
    merit -= 10 if clause.shape is Shape.NONE else 0
    merit -= 25 if _second_hand(forms) else 0
    return max(merit, 1)


def _opening_faults(forms: list[str], title: str) -> int:
    first = forms[0]
    faults = 30 if _holds_pronoun(first) or ends_in_pronoun(title.split(maxsplit=1)[0]) else 0
    faults += 40 if any(form in discourse("dangling") for form in forms[:_POINTERS]) else 0
    fronted = any(
        first in discourse(name)
        for name in ("stop", "governing", "clause_preposition", "comment", "fragment", "relative", "source")
    )
    faults += 40 if fronted else 0
    faults += 35 if first[:1].isdigit() or first in discourse("number_word") else 0
    faults += 20 if any(form in discourse("fragment") for form in forms[1:_POINTERS]) else 0
    return faults


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
