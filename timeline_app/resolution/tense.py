"""Does the sentence around an expression look back or ahead? Read off the verbs and participles near it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.span import Span

# Marks before a space or a closing quote, and each line's end; the one opening character lets the search skip all others.
_STOP = re.compile(r"[.!?\u061f\u061b\n](?:[.!?\u061f\u061b\n]*(?=[\s\"'\u00bb\u201d]|\Z)|(?<=\n))")
_OPENING = 15
_WINDOW, _NUMBERED, _NEAR = 160, 60, 30  # characters before an expression that are looked at
_PUT_OFF = 240  # and those that may stand between a verb of putting off and the day to which
_GOVERNED = 4  # words at most from a preposition to the date of the event that it governs
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"\s*([^\W\d_]+)(?=\s)")
_FUTURE = re.compile("\u0633[\u064a\u062a\u0646]\\w{2,}\\Z")
_PRESENT = re.compile("\u064a(?!\u0648\u0645)\\w{3,}\\Z")  # ya before three letters and more, but not «يوم»
# Perfects that no noun looks like: of the derived forms with the feminine ending (alef first, ta last) or, of the seventh, eighth
# and tenth, without one and without the long vowel of their masdar; of the first form with the ending; any with that of a plural.
_PERFECT = re.compile(
    "[\u0648\u0641]?(?:\u0627(?!\u0644)\\w{2,}[^\\W\u0627\u064a]\u062a"
    "|\u0627(?:\u0646[^\\W\u0627\u0648\u064a]{2}|[^\\W\u0627\u0646\u0644]\u062a[^\\W\u0627\u0648\u064a]"
    "|\u0633\u062a[^\\W\u0627\u0648\u064a]{2})[^\\W\u0627\u0647\u064a\u0648]"
    "|[^\\W\u0627\u0648\u064a\u062a\u0646][^\\W\u0627\u0648\u064a]{2}\u062a|[^\\W\u064a\u062a\u0646\u0644]\\w{2,}\u0648\u0627)\\Z"
)


@lru_cache(maxsize=2)  # a text is resolved twice where its day is inferred
def sentence_bounds(text: str) -> tuple[int, ...]:
    """Where sentences begin, in order, with 0 first."""
    return (0, *[match.end() for match in _STOP.finditer(text)])


def tells(line: str) -> bool:
    """Whether a line holds a verb, and so is no mere date line."""
    return any(word_tense(word) or _is_present(word) for word in _words_in(line))


def sentence_at(bounds: Sequence[int], place: int) -> int:
    """The number of the sentence that holds ``place``."""
    return bisect_right(bounds, place) - 1


def tense_of(text: str, span: Span, start: int, end: int, *, numbered: bool = False) -> int:
    """1 where the words near ``span`` in its sentence look ahead, -1 where they look back, 0 where nothing says.

    ``numbered`` is for a date with its day or month: beside a verb of the present it is a plan.
    """
    if _is_subject_ahead(text, span, start, end) or _is_put_off(text, start, span.start):
        return 1
    near = _before(text, span.start, _NUMBERED if numbered else _NEAR)
    furthest = max(start, near - _NEAR)
    near = max(text.rfind(" ", furthest, max(start, near)), furthest)
    beside = text[near : span.start]
    far = max(start, span.start - _WINDOW)
    far = far if far == start else max(text.find(" ", far, near), far)  # no half of a word
    if _opens_span(beside) and not _with("decide-word").isdisjoint(map(_bare, _words_in(text[far : span.start]))):
        return 1
    tense = _tense_of_event(beside) or _tense_beside(beside) or _last_tense(text[far:near])
    if tense:
        return tense
    opening = numbered or span.start - start < _OPENING
    if opening and _looks_ahead(text[span.end : min(end, span.end + 40)]):
        return 1
    if span.start - start < _OPENING and _begins_ahead(text[span.end : min(end, span.end + 20)]):
        return 1
    return 1 if _begins_ahead(text[start : min(span.start, start + 40)]) or _opens_span(beside) else 0


@lru_cache(maxsize=512)  # several ask of the words before one date, and a text is resolved twice where its day is inferred
def _before(text: str, place: int, reach: int) -> int:
    """So many characters before a place; vowel marks, tatweel and direction marks are not counted."""
    start = max(0, place - reach)
    while start and (missing := reach - len(fold_word(text[start:place]))) > 0:
        start = max(0, start - missing)
    return start


def _words_in(text: str) -> tuple[str, ...]:
    """The folded words of a short stretch."""
    return tuple(_WORD.findall(fold_word(text)))


def _opens_span(text: str) -> bool:
    """Whether the words end in «ابتداء من» and its kin: what nothing else dates begins ahead."""
    words = _words_in(text)
    return len(words) > 1 and words[-2] in _with("open-from") and words[-1] in _with("from")


def _is_subject_ahead(text: str, span: Span, start: int, end: int) -> bool:
    """«يوم الجمعة سيكون باردا»: a verb of the future right after the date, and no report of one who spoke then right before."""
    after = _NEXT.match(fold_word(text[span.end : min(end, span.end + _OPENING)]))
    if after is None or after[1][0] in "\u0648\u0641" or not _is_future_verb(after[1]):
        return False
    before = _words_in(text[max(start, span.start - _NEAR) : span.start])
    return all(word_tense(word) >= 0 for word in before[-2:])


def _is_put_off(text: str, start: int, end: int) -> bool:
    """«أجلت المحكمة القضية إلى 5 مايو»: the day to which the words before put something off is to come, whatever their tense."""
    beside = _words_in(text[max(start, end - _NEAR) : end])
    last = beside[-2:-1] if beside[-1:] == ("يوم",) else beside[-1:]
    if not last or (last[0] not in _with("to") and last[0] not in _with("put-off-to")):
        return False
    words = _words_in(text[max(start, end - _PUT_OFF) : end])
    done = (_bare(word) for before, word in zip(("", *words), words, strict=False) if before not in _with("from"))  # «من أجل»
    return not _with("put-off").isdisjoint(done)


def _tense_of_event(text: str) -> int:
    """«بعد فوزه الأحد», «قبل لقاء الأحد», «دعا إلى مسيرة الأحد»: the noun just before, without a verb, is past or to come."""
    words = _words_in(text)
    if words and words[-1] in _with("delivery"):
        return 1
    for place in range(len(words) - 2, max(len(words) - 2 - _GOVERNED, -1), -1):
        word = words[place]
        if (
            word in _with("to")
            and place
            and not _with("call-word").isdisjoint(map(_bare, words[max(0, place - _GOVERNED) : place]))
        ):
            return 1
        if _bare(word) in _with("after-event"):
            return -1
        if _bare(word) in _with("before-event"):
            return 0 if any(map(word_tense, words)) else 1
        if word_tense(word) or _is_present(word):
            return 0
    return 0


@lru_cache(maxsize=256)  # a text is resolved twice where its day is inferred
def _tense_beside(text: str) -> int:
    """The tense of the last word just before that has one; a verb of the present is a plan, but not after the past frame."""
    found = 0
    framed = False
    for word in _words_in(text):
        tense, frames, plans = _said_beside(word)
        framed = framed or frames
        found = tense or (1 if plans and not framed else found)
    return found


@lru_cache(maxsize=8192)
def _said_beside(word: str) -> tuple[int, bool, bool]:
    """The tense of a folded word, whether it frames the past, and whether it is a verb of the present."""
    return word_tense(word), _bare(word) in _with("past-frame"), _is_present(word)


def _begins_ahead(text: str) -> bool:
    """Whether a sentence begins with a verb of the present: what news says so with a date is to come."""
    first = _WORD.search(fold_word(text))
    return first is not None and _is_present(first[0])


@lru_cache(maxsize=8192)
def _is_present(word: str) -> bool:
    """Whether a folded word is a verb of the present that can be a plan; the feminine ones are known by name."""
    bare = _bare(word)
    if bare in _with("plan-word"):
        return True
    if word in _with("name-like-verb"):
        return False
    return _PRESENT.match(bare) is not None and bare not in _with("stative-word") | _with("telling-word") | _with(
        "gregorian-month"
    )


def _bare(word: str) -> str:
    return word[1:] if word[:1] in "\u0648\u0641" and len(word) > 3 else word


@cache
def _with(name: str) -> frozenset[str]:
    """The words of one class."""
    return frozenset(word for word, classes in lexicon().words.items() if name in classes)


def is_nowadays(text: str, span: Span, start: int, end: int) -> bool:
    """Whether «اليوم» means these times: at the head of a sentence, or beside a verb that tells how things are."""
    before = _words_in(text[max(start, span.start - 30) : span.start])
    after = _words_in(text[span.end : min(end, span.end + 30)])
    if any(_bare(word) in _with("stative-word") - _with("coming-word") for word in (*before[-2:], *after[:2])):
        return True
    if before and (_bare(before[-1]) in _with("to") or _bare(before[-1]) in _with("we-word")):
        return True
    at_head = span.start - start < _OPENING and all(word in _with("now-head") for word in before)
    if after and _is_present(after[0]):
        return False
    return at_head and bool(after) and word_tense(after[0]) >= 0 and "weekday" not in lexicon().words.get(after[0], {})


@lru_cache(maxsize=256)
def _last_tense(text: str) -> int:
    """The tense of the last word that has one, or 0."""
    for word in reversed(_words_in(text)):
        if tense := word_tense(word):
            return tense
    return 0


def _looks_ahead(text: str) -> bool:
    """Whether any word is one of the future, before a clause joined with its own verb begins."""
    for word in _words_in(text):
        tense = word_tense(word)
        if tense and word[0] in "\u0648\u0641" and _bare(word) != word:
            return False
        if tense > 0:
            return True
    return False


@cache
def _words() -> dict[str, int]:
    return {
        word: 1 if "future-word" in classes else -1
        for word, classes in lexicon().words.items()
        if not classes.keys().isdisjoint(("future-word", "past-word", "speech-word"))
    }


@cache
def _no_future_stems() -> tuple[str, ...]:
    return tuple(_with("no-future-stem"))


@lru_cache(maxsize=8192)
def word_tense(word: str) -> int:
    """1 for a word of the future, -1 for one of the past, 0 for any other; folded."""
    known = _words()
    bare = _bare(word)
    if word in _with("name-like-verb"):
        return 0
    if word in known:
        return known[word]
    if bare in known:
        return known[bare]
    if _is_future_verb(word):
        return 1
    return -1 if _PERFECT.match(word) else 0


def _is_future_verb(word: str) -> bool:
    bare = _bare(word)
    return _FUTURE.match(bare) is not None and bare not in _with("no-future") and not bare.startswith(_no_future_stems())
