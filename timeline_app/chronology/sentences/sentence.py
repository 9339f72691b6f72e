"""Where do the sentences of an article lie, leaving out what the web page put around it?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.chronology.sentences.words import Word, index_at, words_of
from timeline_app.model.article import Article, Section, SectionRole
from timeline_app.model.expression import Reading
from timeline_app.model.span import Span

_END = re.compile(
    r"(?<![\s.(]\w)(?<!\d)[.!؟?…]+[»”\")\]]*(?=\s|[ء-يA-Z]|$)(?![ء-يA-Za-z]{1,4}[.)\]»”\"])|(?<=\d)\.(?=\s*(?:$|[^\d\s]))|\n+"
)
_DATELINE = re.compile(
    r"[^.\n؟!:]{2,70}?\((?:[A-Za-z. ]{2,12}|[^()\n]{1,14})\)\s*[-–—:_]+\s*|[ء-ي ]{3,24}،?\s[^.\n؟!:()]{3,30}\d{4}\s?[-–—_]+\s+"
    r"|[ء-ي ،]{3,34}\s?[-–—]{1,2}\s+|[^.\n؟!:]{2,70}?\([A-Z]{2,6}\)\s+"
)
_QUOTES = {"«": "»", "“": "”", "”": "”", '"': '"', "„": "”"}
_QUOTE = re.compile(f"[{''.join(_QUOTES)}]")
_STOP, _LONG = re.compile(r"[.!؟?]\s|\n"), 400
_LONGEST = 1500
_REPORTING = (SectionRole.TITLE, SectionRole.HEADING, SectionRole.BODY)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands, the role of its section, its words and the readings inside it; ``order`` counts from 0.

    ``dateline`` is the one date of the agency's line that was cut off before it («تونس 5 مارس (وكالة) - …»).
    """

    span: Span
    role: SectionRole
    words: tuple[Word, ...]
    readings: tuple[Reading, ...]
    order: int = 0
    quoted: tuple[bool, ...] = ()
    dateline: Reading | None = None

    def index(self, offset: int) -> int:
        """The index of the first word that ends after ``offset``."""
        return index_at(self.words, offset)


def sentences_of(
    article: Article, readings: Sequence[Reading], wanted: Callable[[str], bool] = lambda _: True
) -> tuple[Sentence, ...]:
    """The sentences of the title, the headings and the body, in the order of the text; only those whose text is ``wanted``."""
    whole = (Section(Span(0, len(article.text)), SectionRole.BODY),) if article.text else ()
    spans = [
        (Span(start, end), section)
        for section in article.sections or whole
        if section.role in _REPORTING
        for start, end in _cut(article.text, section.span)
    ]
    pending = sorted(readings, key=lambda r: (r.span.start, r.span.end))
    starts = [reading.span.start for reading in pending]
    out: list[Sentence] = []
    for span, section in spans:
        words, quoted = _read(article.text, span.start, span.end) if wanted(span.of(article.text)) else ((), ())
        inside = tuple(pending[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
        if words:
            opens = not out or out[-1].span.start < section.span.start
            line = pending[bisect_left(starts, section.span.start) : bisect_left(starts, span.start)] if opens else ()
            out.append(Sentence(span, section.role, words, inside, len(out), quoted, _one_day(line)))
    return tuple(out)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence in which a passage stands, however long; nothing is read but the text near it."""
    before = [mark.end() for mark in _STOP.finditer(text, max(0, span.start - _LONG), span.start)]
    after = _STOP.search(text, span.end, span.end + _LONG)
    return Span(
        before[-1] if before else 0 if span.start <= _LONG else span.start, after.start() if after is not None else span.end
    )


def _one_day(line: Sequence[Reading]) -> Reading | None:
    """The last of the dates of a line, where all are of one day in one calendar or another."""
    hulls = [reading.hull for reading in line]
    same = all(hull is not None and hulls[-1] is not None and hull.overlaps(hulls[-1]) for hull in hulls)
    return line[-1] if line and same else None


@lru_cache(maxsize=4096)
def _read(text: str, start: int, end: int) -> tuple[tuple[Word, ...], tuple[bool, ...]]:
    """The words of a sentence, and whether each stands in quotation marks; kept, as an analysis reads its articles twice."""
    words = words_of(text, start, end)
    return words, _quoted(words, text) if words else ()


@lru_cache(maxsize=4096)
def _cut(text: str, span: Span) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    start = span.start
    for found in _END.finditer(text, span.start, span.end):
        if found.end() - start > 1:
            out.append((start, found.end()))
            start = found.end()
    out.append((start, span.end))
    trimmed = []
    for first, last in (part for whole in out for part in _parts(text, *whole)):
        piece = text[first:last]
        place = _DATELINE.match(piece.lstrip()) if first == span.start else None
        begin, end = first + len(piece) - len(piece.lstrip()) + (place.end() if place else 0), first + len(piece.rstrip())
        if begin < end:
            trimmed.append((begin, end))
    return tuple(trimmed)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A text without any full stop is taken in stretches, cut at a comma or a space: no sentence is that long."""
    out = []
    while end - start > _LONGEST:
        cut = max(
            text.rfind("،", start + _LONGEST // 2, start + _LONGEST), text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        )
        cut = cut + 1 if cut > start else start + _LONGEST
        out.append((start, cut))
        start = cut
    return [*out, (start, end)]


def _quoted(words: Sequence[Word], text: str) -> tuple[bool, ...]:
    if not _QUOTE.search(text, words[0].start, words[-1].end):
        return (False,) * len(words)
    out: list[bool] = []
    closing = ""
    for word in words:
        mark = text[word.start : word.end]
        if closing and mark == closing:
            closing = ""
        elif not closing and mark in _QUOTES:
            closing = _QUOTES[mark]
        out.append(bool(closing))
    return tuple(out)
