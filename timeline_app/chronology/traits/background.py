"""Which words of a clause tell not its own act but what it came after or was caused by («استقال … على خلفية حادث القطار»)?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape
from timeline_app.chronology.sentences.lexicon import discourse, kinship, noun_of, verb_of
from timeline_app.chronology.sentences.words import Word
from timeline_app.chronology.traits.act import grounds

_NEAR = 6


def background_of(clause: Clause, kind: str) -> list[Word]:
    """The words from one of cause or of time before, or from a relative clause, to the next mark, where they tell an event of
    another family of kinds: «أصيب عشرون جراء انقلاب حافلة» is one event, a resignation over it another.
    """
    words = clause.sentence.words
    dated = [clause.sentence.index(reading.span.start) for reading in clause.readings]
    out: list[Word] = []
    i = clause.head + 1 if clause.shape is Shape.VERB else clause.last
    while i < clause.last:
        if _opens(words, i) and _is_alien(words, i, clause.last, kind):
            end = next((k for k in range(i + 1, clause.last) if words[k].form in COMMAS), clause.last)
            out += () if any(i <= k < end for k in dated) else words[i:end]
            i = end
        i += 1
    return out


def _opens(words: Sequence[Word], i: int) -> bool:
    form = words[i].form
    return form in grounds() or form in discourse("relative") or form in discourse("joined_relative")


def _is_alien(words: Sequence[Word], i: int, last: int, kind: str) -> bool:
    """Whether the first event behind word ``i`` is of another family than the clause."""
    for word in words[i + 1 : min(i + 1 + _NEAR, last)]:
        if word.form in COMMAS:
            return False
        told = noun_of(word.form) or verb_of(word.form)
        if told is not None and word.form not in discourse("auxiliary"):
            return not told.present and kinship(told.kind) != kinship(kind)
    return False
