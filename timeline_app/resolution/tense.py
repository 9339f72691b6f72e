"""Does the sentence around an expression look back or ahead? Read off the verbs and participles near it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.span import Span

_STOP = re.compile(r"[.!?\u061f\u061b\n]+(?=\s|\Z|[\"'\u00bb\u201d])|\n")
_YA = "\u064a"
_OPENING = 15
_WORD = re.compile(r"[^\W\d_]+")
# A verb of the present: ya or ta before three letters and more, but no masdar of the second form and no feminine perfect.
_PRESENT = re.compile(
    "[\u0648\u0641]?(?:\u064a(?!\u0648\u0645)|\u062a(?!\\w\\w\u064a\\w|\\w+\u062a\\Z|\u0648\u0646\u0633|\u0631\u0643\u064a|\u0631\u0627\u0645))\\w{3,}\\Z"
)


@lru_cache(maxsize=2)  # a text is resolved twice where its day is inferred
def sentence_bounds(text: str) -> tuple[int, ...]:
    """Where sentences begin, in order, with 0 first."""
    return (0, *(match.end() for match in _STOP.finditer(text)))


def sentence_at(bounds: Sequence[int], place: int) -> int:
    """The number of the sentence that holds ``place``."""
    return bisect_right(bounds, place) - 1


def tense_of(text: str, span: Span, start: int, end: int, *, numbered: bool = False) -> int:
    """1 where the words near ``span`` in its sentence look ahead, -1 where they look back, 0 where nothing says.

    ``numbered`` is for a date with its day or month: beside a verb of the present it is a plan.
    """
    before = _tense_words(text[max(start, span.start - 160) : span.start])
    opening = numbered or span.start - start < _OPENING
    after = _tense_words(text[span.end : min(end, span.end + 40)]) if opening else []
    if before:
        return before[-1]
    if 1 in after:
        return 1
    if _present_before(text[max(start, span.start - (60 if numbered else 30)) : span.start], numbered=numbered):
        return 1
    return 1 if _begins_ahead(text[start : min(span.start, start + 40)]) else 0


def _present_before(text: str, *, numbered: bool) -> bool:
    """Whether a verb of the present stands there; beside a weekday only the masculine one, which no noun looks like."""
    words = _WORD.findall(fold_word(text))
    return any(
        _PRESENT.match(word) and (numbered or _bare(word)[0] == _YA) and _bare(word) not in _with("stative-word")
        for word in words
    )


def _begins_ahead(text: str) -> bool:
    """Whether a sentence begins with a verb of the present: what news says so with a date is to come."""
    first = _WORD.search(fold_word(text))
    return first is not None and _PRESENT.match(first[0]) is not None and _bare(first[0]) not in _with("stative-word")


def _bare(word: str) -> str:
    return word[1:] if word[:1] in "\u0648\u0641" and len(word) > 3 else word


@cache
def _with(name: str) -> frozenset[str]:
    """The words of one class."""
    return frozenset(word for word, classes in lexicon().words.items() if name in classes)


def is_nowadays(text: str, span: Span, start: int, end: int) -> bool:
    """Whether «اليوم» means these times: at the head of a sentence, or beside a verb that tells how things are."""
    before = _WORD.findall(fold_word(text[max(start, span.start - 30) : span.start]))
    after = _WORD.findall(fold_word(text[span.end : min(end, span.end + 30)]))
    if any(_bare(word) in _with("stative-word") for word in (*before[-2:], *after[:2])):
        return True
    at_head = span.start - start < _OPENING and all(word in _with("now-head") for word in before)
    if after and _PRESENT.match(after[0]):
        return False
    return at_head and bool(after) and word_tense(after[0]) >= 0 and "weekday" not in lexicon().words.get(after[0], {})


def _tense_words(text: str) -> list[int]:
    found = []
    for match in _WORD.finditer(fold_word(text)):
        tense = word_tense(match[0])
        if tense:
            found.append(tense)
    return found


@cache
def _words() -> dict[str, int]:
    return {
        word: 1 if "future-word" in classes else -1
        for word, classes in lexicon().words.items()
        if "future-word" in classes or "past-word" in classes
    }


@cache
def _future_prefix() -> tuple[re.Pattern[str], frozenset[str]]:
    exceptions = _with("no-future")
    return re.compile("[\u0648\u0641]?\u0633[\u064a\u062a\u0646]\\w{2,}\\Z"), exceptions


def word_tense(word: str) -> int:
    """1 for a word of the future, -1 for one of the past, 0 for any other; folded."""
    known = _words()
    bare = _bare(word)
    if word in known:
        return known[word]
    if bare in known:
        return known[bare]
    prefix, exceptions = _future_prefix()
    if prefix.match(word) and not any(bare == each or (len(each) > 4 and bare.startswith(each)) for each in exceptions):
        return 1
    return 0
