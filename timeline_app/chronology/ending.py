"""Which end of a title is none, and which relative clause can become its head?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.clause import Clause, Shape
from timeline_app.chronology.doer import ends_in_pronoun
from timeline_app.chronology.lexicon import discourse, noun_of, plain_verb, verb_of
from timeline_app.chronology.phrase import FEWEST
from timeline_app.chronology.words import fold

_LONG = 6


def issued(clause: Clause, title: str) -> str:
    """«القانون الصادر في …» → «صدور القانون»."""
    fence = clause.fence if clause.shape is Shape.RELATIVE else -1
    if not title or not 0 <= fence < clause.last or clause.sentence.words[fence].form not in discourse("issued"):
        return title
    first = title.split(maxsplit=1)[0]
    if not first.startswith("ال") and fold(first) not in discourse("issuable"):
        return title
    return " ".join([*discourse("issuing"), title])


def relative_turned(title: str) -> str:
    """«المهلة التي ستنتهي» → «انتهاء المهلة»: a relative clause of one verb that a masdar may stand for."""
    words = title.split()
    if len(words) <= FEWEST or fold(words[-2]) not in discourse("relative") or not words[0].startswith("ال"):
        return title
    verb = verb_of(fold(words[-1]))
    told = verb is not None and verb.safe and verb.lemma not in discourse("bland")
    return " ".join([verb.masdar, *words[:-2]]) if verb is not None and told else title


def without_stump(words: list[str]) -> list[str]:
    """Without «… ، في مؤشر» or «… الذي قدم طلبه» at the end: a phrase that has only begun, a remark that tells nothing."""
    comma = max((k for k, word in enumerate(words[:-1], 1) if word.endswith("،")), default=0)
    if comma > FEWEST and len(words) - comma <= FEWEST and fold(words[comma]) in discourse("clause_preposition"):
        return words[:comma]
    relative = max((k for k, word in enumerate(words) if fold(word) in discourse("relative")), default=0)
    if relative >= FEWEST and len(words) - relative <= FEWEST + 1 and ends_in_pronoun(words[-1]):
        return words[:relative]
    return words


def breaks_off(words: Sequence[str]) -> bool:
    """A verb at the end that begins another report («… وسيبقى», «… التي وقعت»)."""
    form = fold(words[-1]).strip("،؛.")
    verb = verb_of(form)
    if verb is None or noun_of(form) is not None or words[-2][-1:].isdigit():
        return False
    before = fold(words[-2]).strip("،؛.")
    return (form[:1] in "وف" and plain_verb(form) is None) or before in discourse("relative") or len(words) > _LONG
