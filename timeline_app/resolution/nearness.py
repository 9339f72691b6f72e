"""What do the words around an expression add to its days? That they are only about right («نحو عام 1950»), or that they
begin or end something left open («منذ 2014», «حتى مارس»).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.daterange import Certainty
from timeline_app.model.span import Span
from timeline_app.model.step import step
from timeline_app.resolution.answer import Answer

_WINDOW = 24
_SPACING, _JOINTS = " \u00a0\u060c,", ("\u0648", "\u0648\u064a\u0648\u0645", "\u0648 \u064a\u0648\u0645")
_CERTAIN = (Certainty.WRITTEN, Certainty.INFERRED)


def said_open(text: str, span: Span, answer: Answer) -> Answer:
    """The answer with its end open after «منذ», its start after «حتى»; both ends keep the known day."""
    if len(answer.ranges) != 1:
        return answer
    before = fold_word(text[max(0, span.start - _WINDOW) : span.start])
    since, until = _boundaries()
    if since.search(before):
        return replace(answer, ranges=(replace(answer.ranges[0], open_end=True),))
    if until.search(before):
        return replace(answer, ranges=(replace(answer.ranges[0], open_start=True),))
    return answer


def joins_weekday(text: str, end: int, span: Span) -> bool:
    """Whether only «و» stands between the place where a weekday ended and the expression."""
    return 0 <= end >= span.start - _WINDOW and fold_word(text[end : span.start]).strip(_SPACING) in _JOINTS


def ends_range(text: str, span: Span) -> bool:
    """Whether the words just before make the expression the end of something: «إلى», «حتى», «قبل»."""
    return _towards().search(fold_word(text[max(0, span.start - _WINDOW) : span.start])) is not None


def said_about(text: str, span: Span, answer: Answer) -> Answer:
    """The answer, approximate where the words before, in or after the expression say so."""
    if not answer.ranges or answer.certainty not in _CERTAIN or not _is_about(text, span):
        return answer
    ranges = tuple(replace(days, certainty=Certainty.APPROXIMATE) for days in answer.ranges)
    return replace(answer, ranges=ranges, certainty=Certainty.APPROXIMATE, steps=(*answer.steps, step("approximate")))


def _is_about(text: str, span: Span) -> bool:
    before, after, inside = _patterns()
    return (
        before.search(fold_word(text[max(0, span.start - _WINDOW) : span.start])) is not None
        or after.match(fold_word(text[span.end : span.end + _WINDOW])) is not None
        or inside.search(fold_word(span.of(text))) is not None
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The words of nearness just before, just after and within an expression."""
    about, nearly = _alternatives("near"), _alternatives("nearly")
    return (
        re.compile(rf"(?<!\w)[\u0648\u0641]?[\u0628\u0644\u0643]?(?:{about}) \Z"),
        re.compile(rf" ?(?:{nearly})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{about})(?!\w)"),
    )


@cache
def _towards() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[\u0648\u0641]?(?:{_alternatives('to')}|{_alternatives('ago')}) \Z")


@cache
def _boundaries() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words that open the end and those that open the start, just before an expression."""
    since = f"{_alternatives('open-since')}|(?:{_alternatives('open-from')}) (?:{_alternatives('from')})"
    since, until = (rf"(?<!\w)[\u0648\u0641]?(?:{words}) \Z" for words in (since, _alternatives("open-until")))
    return re.compile(since), re.compile(until)


def _alternatives(name: str) -> str:
    known = lexicon()
    words = [word for word, classes in known.words.items() if name in classes]
    rows = (row for seconds in known.phrases.values() for rows in seconds.values() for row in rows)
    phrases = [" ".join(parts) for parts, classes in rows if name in classes]
    return "|".join(re.escape(each) for each in sorted((*words, *phrases), key=len, reverse=True))
