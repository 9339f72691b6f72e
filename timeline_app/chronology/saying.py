"""Who says it, may a masdar stand for the verb, and in which order do subject and place stand? For titles alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.grammar import Grammar
from timeline_app.chronology.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.trait import place_words
from timeline_app.chronology.words import Word

_SUBJECT, _NAME, _FEWEST = 9, 4, 2
_PLURAL_SUBJECT = re.compile("(?:[^ا]ون|ان)\\Z")


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
    if end > _SUBJECT or (end < len(subject) and not words[subject[end]].is_mark):
        return kept, []
    return [kept[0], *subject[:end]], rest[:count]


def place_length(words: Sequence[Word], kept: Sequence[int]) -> int:
    """How many words at the start name a place with its preposition («في مدينة مراكش», «بالرباط»); 0 for none."""
    count = 0
    while count < min(2, len(kept)) and words[kept[count]].form in discourse("place_lead"):
        count += 1
    if count < len(kept) and (count or _joined_by_ba(words[kept[0]].form)):
        length = place_words([words[i] for i in kept[count : count + 3]])
        while length and (more := place_words([words[i] for i in kept[count + length : count + length + 3]])):
            length += more
        return count + length if length else 0
    return 0


def masdar_of(words: Sequence[Word], kept: Sequence[int]) -> str:
    """The masdar that may stand for the verb at the head, or nothing where the grammar does not surely allow it."""
    if len(kept) < _FEWEST:
        return ""
    verb = verb_of(words[kept[0]].form)
    if verb is None or not verb.safe or noun_of(words[kept[0]].form) is not None:
        return ""
    following = words[kept[1]].form
    if not following[:1].isalpha() and not following[:1].isdigit():
        return ""
    joined = following[:1] in "بل" and not following.startswith("بن")
    return "" if _PLURAL_SUBJECT.search(following) or following in discourse("stop") or joined else verb.masdar


def speaker_of_words(grammar: Grammar, kept: Sequence[int]) -> list[int]:
    """The shortest name of who spoke: the name set between commas, else the words before the first comma or preposition."""
    words = grammar.words
    kept = [i for i in kept if grammar.form(i) not in discourse("auxiliary")]
    marks = [k for k, i in enumerate(kept) if words[i].is_mark and not grammar.held[i]]
    if marks:
        name = list(kept[marks[0] + 1 : marks[1]]) if len(marks) >= 2 else list(kept[marks[0] + 1 :])
        if 1 <= len(name) <= _NAME and words[name[0]].form not in discourse("date_preposition"):
            return name
        kept = kept[: marks[0]]
    ends = discourse("date_preposition") | discourse("speech_preposition") | discourse("clause_preposition")
    stop = next((k for k, i in enumerate(kept) if k and words[i].form in ends), len(kept))
    return list(kept[:stop])


def _joined_by_ba(form: str) -> bool:
    return form[:1] == "ب" and form not in discourse("born_with_ba")
