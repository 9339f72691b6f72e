"""Who says what in a clause, and in which order do subject and place stand? For titles alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.clause import Clause
from timeline_app.chronology.doer import seems_verb
from timeline_app.chronology.lexicon import discourse, verb_of
from timeline_app.chronology.trait import place_words
from timeline_app.chronology.words import Word

_SUBJECT, _NEAR = 9, 3


def subject_first(words: Sequence[Word], kept: list[int]) -> tuple[list[int], list[int]]:
    """«انطلقت في مراكش أشغال الدورة» → the verb with its subject, and the place: so that a masdar may head the title."""
    verb = verb_of(words[kept[0]].form) if len(kept) > 4 else None
    if verb is None or not verb.safe:
        return kept, []
    rest = [i for i in kept[1:] if not (words[i].is_mark and i == kept[1])]
    count = place_length(words, rest)
    subject = rest[count:]
    while count and subject and words[subject[0]].is_mark:
        subject = subject[1:]
    if not count or not subject or not words[subject[0]].form[:1].isalnum() or words[subject[0]].form in discourse("stop"):
        return kept, []
    end = next(
        (k for k, i in enumerate(subject) if words[i].is_mark or words[i].form in discourse("clause_preposition")), len(subject)
    )
    return [kept[0], *subject[: min(end, _SUBJECT)]], rest[:count]


def place_length(words: Sequence[Word], kept: Sequence[int]) -> int:
    """How many words at the start name a place with its preposition («في مدينة مراكش», «بالرباط»); 0 for none."""
    count = 0
    while count < min(2, len(kept)) and words[kept[count]].form in discourse("place_lead"):
        count += 1
    if count < len(kept) and (count or _joined_by_ba(words[kept[0]].form)):
        length = place_words([words[i] for i in kept[count : count + 3]])
        return count + length if length else 0
    return 0


def _telling(words: Sequence[Word], kept: Sequence[int]) -> int:
    """Where the verb of a report stands: at its head, or after a subject («المصدر قال إن …»)."""
    first = words[kept[0]].form if kept else ""
    if verb_of(first) is not None or first[:1] == "و":
        return 0
    return next((k for k, i in enumerate(kept[:_SUBJECT]) if seems_verb(words[i].form)), 0)


def _joined_by_ba(form: str) -> bool:
    return form[:1] == "ب" and form not in discourse("born_with_ba")


def without_attribution(clause: Clause, kept: Sequence[int]) -> tuple[list[int], list[int]]:
    """The speaker and what is said, where the clause begins with a verb of saying and «أن»; else nobody and all of it."""
    words = clause.sentence.words
    told = _telling(words, kept)
    verb = verb_of(words[kept[told]].form) if kept else None
    if verb is None or verb.lemma not in discourse("attribution"):
        return [], list(kept)
    at = next((k for k, i in enumerate(kept) if words[i].form in discourse("complementiser")), None)
    if at is None or len(kept) - at < 4:
        return [], list(kept)
    if told and at - told > _NEAR:
        return [], list(kept)
    dated_after = any(r.span.start > words[kept[at]].start for r in clause.readings)
    return ([] if dated_after else _speaker(words, kept[:told] if told else kept[1:at])), list(kept[at + 1 :])


def _speaker(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    """The shortest name of who spoke: the name set between commas, else the words before the first comma or preposition."""
    marks = [k for k, i in enumerate(kept) if words[i].is_mark]
    if len(marks) >= 1:
        name = list(kept[marks[0] + 1 : marks[1]]) if len(marks) >= 2 else list(kept[marks[0] + 1 :])
        if 1 <= len(name) <= 4 and words[name[0]].form not in discourse("date_preposition"):
            return name
        kept = kept[: marks[0]]
    stop = next(
        (
            k
            for k, i in enumerate(kept)
            if k and (words[i].form in discourse("date_preposition") or words[i].form in discourse("speech_preposition"))
        ),
        len(kept),
    )
    return list(kept[:stop])
