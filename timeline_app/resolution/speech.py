"""On which day were quoted words spoken? By the report that leads in the quotation, or the one that it goes on from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline_app.language.folding import fold_word
from timeline_app.language.lexicon import lexicon
from timeline_app.model.daterange import DateRange
from timeline_app.model.expression import Expression, Reading
from timeline_app.model.span import Span
from timeline_app.model.term import Civil, Clock, DayPart, Term
from timeline_app.resolution.context import Context
from timeline_app.resolution.tense import word_tense

_WORD = re.compile(r"[^\W\d_]+")
_OPENED = re.compile("[\u00ab\u201c]([^\u00bb\u201d]*)\\Z")
_STRAIGHT = '"'
_REACH, _BEFORE = 400, 80
_YESTERDAY, _LEAD = Civil(deictic=-1), 3  # among the first expressions of an article
_RECENT = 32  # days ago at most that quoted speech was held
_CONJUNCTIONS = "\u0648\u0641"


def day_of_speech(expression: Expression, text: str, readings: Sequence[Reading], context: Context) -> DateRange | None:
    """When the quotation around the expression was spoken: by its lead, or, where that only goes on («وأضاف»), as before."""
    lead = _speech_before(text, expression.span)
    if lead is None or context.now is None:
        return None
    day = _day_said_in(lead, readings, context.now)
    if day is None and _goes_on(text, lead):
        day = context.spoken
    return day or _day_of_story(text, readings, context.now)


def day_of_report(
    expression: Expression, text: str, readings: Sequence[Reading], sentence: Span, context: Context
) -> DateRange | None:
    """«قال مساء السبت إن الحكومة قررت اليوم …»: what was past for the speaker fell on his day; «ستقرر اليوم» is the writer's."""
    said = readings[-1] if readings else None
    if said is None or said.span.start < sentence.start or context.now is None or not said.ranges:
        return None
    day = said.ranges[0]
    if not _is_recent_day(day, context.now) or day.first == context.now.first:
        return None
    spoke = _WORD.findall(fold_word(text[max(sentence.start, said.span.start - _BEFORE) : said.span.start]))
    words = _WORD.findall(fold_word(text[said.span.end : expression.span.start]))
    opened = next((i for i, word in enumerate(words) if word in _with("that-word")), -1)
    tenses = [tense for word in words[opened + 1 :] if (tense := word_tense(word))]
    speaks = any(_bare(word) in _with("speech-word") for word in spoke)
    return DateRange(day.first, day.first) if speaks and opened >= 0 and tenses[-1:] == [-1] else None


def _day_of_story(text: str, readings: Sequence[Reading], now: DateRange) -> DateRange | None:
    """«أمس» where an article opens: what is quoted further on was said then, unless its own words say when."""
    first = next((reading for reading in readings[:_LEAD] if _day_in(reading.expression.term) == _YESTERDAY), None)
    if first is None or first.span.start >= _REACH or not first.ranges or _speech_before(text, first.span) is not None:
        return None
    return DateRange(now.first - 1, now.first - 1)


def _day_in(term: Term) -> Term | None:
    return term.day if isinstance(term, (DayPart, Clock)) else term


def remember_report(text: str, expression: Expression, days: DateRange | None, sentence: Span, context: Context) -> None:
    """«قال في ندوة مساء الاثنين»: the day of a report is that of what the speaker goes on to say."""
    if _is_recent_day(days, context.now) and _is_report(text, expression.span, sentence):
        context.spoken = days


def _day_said_in(lead: Span, readings: Sequence[Reading], now: DateRange) -> DateRange | None:
    """The last single day not after the publication that the words before a quotation name."""
    for reading in reversed(readings):
        if reading.expression.span.start < lead.start:
            return None
        for days in reading.ranges[:1] if reading.expression.span.end <= lead.end else ():
            if _is_recent_day(days, now):
                return DateRange(days.first, days.first)
    return None


def _is_recent_day(days: DateRange | None, now: DateRange | None) -> bool:
    return days is not None and now is not None and days.first == days.last <= now.first < days.first + _RECENT


def _speech_before(text: str, span: Span) -> Span | None:
    """The words that lead in the quotation an expression stands in, where they tell of speaking; None outside of one."""
    reach = max(0, span.start - _REACH)
    start = max(text.rfind("\n", reach, span.start) + 1, reach)
    line = text[start : span.start]
    opened = _opening(line)
    if opened < 0:
        return None
    words = _WORD.findall(fold_word(line[:opened]))
    speaks = any(word in _with("speech-word") or _bare(word) in _with("speech-word") for word in words)
    return Span(start, start + opened) if speaks else None


def _is_report(text: str, span: Span, sentence: Span) -> bool:
    """Whether the words before the expression, outside of a quotation, tell of speaking: «قال في ندوة مساء الاثنين»."""
    if _speech_before(text, span) is not None:
        return False
    words = _WORD.findall(fold_word(text[max(sentence.start, span.start - _BEFORE) : span.start]))
    return any(word in _with("speech-word") or _bare(word) in _with("speech-word") for word in words)


def _goes_on(text: str, lead: Span) -> bool:
    """Whether the words that lead in a quotation only go on from the one before: «وأضاف», «وتابع قائلا»."""
    sentence = max(text.rfind(mark, lead.start, lead.end) for mark in ".\u061f!")
    words = _WORD.findall(fold_word(text[max(sentence, lead.start) : lead.end]))
    return any(_bare(word) in _with("continuing-word") for word in words[:2])


def _opening(line: str) -> int:
    """Where the quotation that is still open at the end of a line began; -1 where none is."""
    found = _OPENED.search(line)
    if found is not None:
        return found.start()
    return line.rfind(_STRAIGHT) if line.count(_STRAIGHT) % 2 else -1


def _bare(word: str) -> str:
    return word[1:] if word[:1] in _CONJUNCTIONS and len(word) > 3 else word


@cache
def _with(name: str) -> frozenset[str]:
    return frozenset(word for word, classes in lexicon().words.items() if name in classes)
