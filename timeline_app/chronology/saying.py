"""Who says it, and where is it said to be? The shortest name of a speaker and the length of a place, for titles alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.grammar import Grammar
from timeline_app.chronology.lexicon import discourse
from timeline_app.chronology.trait import place_words
from timeline_app.chronology.words import Word

_NAME = 4


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
