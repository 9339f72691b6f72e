"""What do the place and the company of an expression say? Alone on its line, inside dated speech, in a schedule of the week."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_HEADED = re.compile(r"[^\S\n]*[-\u2013:][^\S\n]*\d{1,2}[^\S\n]+\w")
_ENDS = (":", ".", "")
_REACH, _SIDE, _BEFORE, _PLANNED, _FEW = 400, 40, 80, 120, 5
_CONJUNCTIONS = "\u0648\u0641"


def stands_alone(text: str, span: Span, sentence: Span) -> bool:
    """Whether the sentence holds nothing but the expression: no word that could say when."""
    if sentence.end - sentence.start > span.end - span.start + _SIDE:
        return False
    return not _WORD.search(text[sentence.start : span.start]) and not _WORD.search(text[span.end : sentence.end])


def heads_list(text: str, span: Span) -> bool:
    """Whether days follow a year that stands for all of them: «محطات النزاع: 2011 - 15 مارس: ...»."""
    before = text[max(0, span.start - _REACH) : span.start]
    return _HEADED.match(text, span.end) is not None and before.rstrip()[-1:] in _ENDS


def stands_in_relative(text: str, span: Span) -> bool:
    """«الصفقة، التي وقعت في عام 2021، …»: nothing parts the expression from the relative pronoun before it."""
    told = re.split(r"[\u060c,.]", text[max(0, span.start - _BEFORE) : span.start])[-1]
    return any(word in _with("defining-word") for word in _WORD.findall(fold_word(told)))


def is_instead(text: str, span: Span) -> bool:
    """«بدلا من الأربعاء»: the day stands where another was named."""
    words = _WORD.findall(fold_word(text[max(0, span.start - _SIDE) : span.start]))
    return len(words) > 1 and words[-2] in _with("instead") and words[-1] in _with("from")


def was_planned(text: str, span: Span, sentence: Span) -> bool:
    """«كان من المقرر أن …», «كانت مقررة …»: the words before tell of a plan as of something past."""
    words = _WORD.findall(_words_before(text, span, sentence, _PLANNED))
    return any(
        _bare(word) in _with("was-word") and not _with("planned-word").isdisjoint(words[i + 1 : i + 1 + _FEW])
        for i, word in enumerate(words)
    )


def is_defined(text: str, span: Span) -> bool:
    """«في نفس الليلة التي …»: what follows says which one, and not the text before."""
    after = _WORD.match(fold_word(text[span.end : span.end + _SIDE]).lstrip())
    return after is not None and after[0] in _with("defining-word")


def is_habitual(text: str, span: Span, sentence: Span) -> bool:
    """Whether the words before a clock time tell of opening hours and the like."""
    return any(_bare(word) in _with("habit-word") for word in _WORD.findall(_words_before(text, span, sentence, _BEFORE)))


def is_scheduled(text: str, span: Span, sentence: Span) -> bool:
    """Whether a weekday comes every week: after «أسبوعيا», or an end of «من الأحد إلى الخميس» where habits are told."""
    if any(_bare(word) in _with("weekly-word") for word in _WORD.findall(_words_before(text, span, sentence, _BEFORE))):
        return True
    opens, goes_on, closes = _ends_of_week()
    before = _words_before(text, span, sentence, _SIDE)
    after = fold_word(text[span.end : min(sentence.end, span.end + _SIDE)])
    if not closes.search(before) and not (opens.search(before) and goes_on.match(after)):
        return False
    around = fold_word(text[max(sentence.start, span.start - _REACH) : min(sentence.end, span.end + _REACH)])
    return any(_bare(word) in _with("habit-word") for word in _WORD.findall(around))


def _words_before(text: str, span: Span, sentence: Span, reach: int) -> str:
    return fold_word(text[max(sentence.start, span.start - reach) : span.start])


@cache
def _ends_of_week() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Before the first weekday of «من الأحد إلى الخميس», after it, and before the last."""
    from_, to, weekday = (_one_of(name) for name in ("from", "to", "weekday"))
    day_of = f"(?:(?:{_one_of('day-of')}) )?"
    return (
        re.compile(rf"(?<!\w)(?:{from_}) {day_of}\Z"),
        re.compile(rf" ?(?:{to}) {day_of}(?:{weekday})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{from_}) {day_of}(?:{weekday}) (?:{to}) {day_of}\Z"),
    )


def _bare(word: str) -> str:
    return word[1:] if word[:1] in _CONJUNCTIONS and len(word) > 3 else word


@cache
def _with(name: str) -> frozenset[str]:
    return frozenset(word for word, classes in lexicon().words.items() if name in classes)


@cache
def _one_of(name: str) -> str:
    """The words of a class as alternatives of a regular expression, the longer first."""
    return "|".join(re.escape(word) for word in sorted(_with(name), key=len, reverse=True))
