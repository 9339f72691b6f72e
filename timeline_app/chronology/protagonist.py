"""Whom does an article tell of throughout? The name that returns most often, where a title or a verb of life stands before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from timeline_app.chronology.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.trait import place_words
from timeline_app.chronology.wordclass import any_verb, is_phrase, word_list
from timeline_app.chronology.words import Word, words_of

_REACH, _OPENING, _FEWEST, _SHORT, _LONGEST = 6000, 250, 2, 2, 3


@lru_cache(maxsize=32)
def protagonist(text: str) -> str:
    """The name of the person whom most of the article is about, as first written; empty where nobody returns so often."""
    words = words_of(text, 0, min(len(text), _REACH))
    first: dict[tuple[str, str], int] = {}
    count: Counter[tuple[str, str]] = Counter()
    titled: set[tuple[str, str]] = set()
    for i in range(1, len(words) - 1):
        pair = (words[i].form, words[i + 1].form)
        if not (_opens_name(words, i) and _continues_name(words, i + 1)):
            continue
        count[pair] += 1
        first.setdefault(pair, i)
        if _introduced(words, i):
            titled.add(pair)
    early = sum(word.start < _OPENING for word in words)
    found = [pair for pair in count if count[pair] >= _FEWEST and pair in titled and first[pair] < early]
    if not found:
        return ""
    best = min(found, key=lambda pair: (-count[pair], first[pair]))
    return _written(words, text, first[best], count)


def _written(words: Sequence[Word], text: str, at: int, count: Counter[tuple[str, str]]) -> str:
    last = at + 1
    while at > 0 and count[words[at - 1].form, words[at].form] > 1 and not _introduces(words[at - 1].form):
        at -= 1
    if last + 1 < len(words) and _continues_name(words, last + 1) and last - at < _LONGEST:
        third = words[last + 1].form
        again = sum(1 for k in range(2, len(words)) if words[k].form == third and words[k - 1].form == words[last].form)
        last += again > 1
    if last + 1 < len(words) and words[last].form in ("ال", "بن", "عبد", "ابو") and _continues_name(words, last + 1):
        last += 1
    return text[words[at].start : words[last].end]


def _opens_name(words: Sequence[Word], i: int) -> bool:
    form = words[i].form
    return not form.startswith(("ال", "وال", "بال", "لل", "و")) and form not in ("بن", "ابن") and _continues_name(words, i)


def _continues_name(words: Sequence[Word], i: int) -> bool:
    form = words[i].form
    if not form.isalpha() or len(form) < _SHORT or place_words(words[i : i + 1]):
        return False
    if noun_of(form) is not None or verb_of(form) is not None or is_phrase(form) or any_verb(form) is not None:
        return False
    return form not in discourse("stop") and form not in discourse("office") and form not in word_list("common")


def _introduced(words: Sequence[Word], i: int) -> bool:
    at = i - 1
    while at > max(0, i - _LONGEST) and _continues_name(words, at) and not _introduces(words[at].form):
        at -= 1
    return _introduces(words[at].form)


def _introduces(form: str) -> bool:
    verb = verb_of(form)
    lived = verb is not None and verb.kind in ("birth", "death", "appointment", "meeting")
    return lived or form.removeprefix("و").removeprefix("ل").removeprefix("ب") in word_list("personal_titles")
