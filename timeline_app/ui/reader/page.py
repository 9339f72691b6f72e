"""How does an article stand on the page? Its paragraphs as they are set, and the way from each character to the page and back.

The article's text is never altered: what the page leaves out (empty lines, edges of lines, a title said twice) and what it
adds (a break before a run-in heading, isolates around Latin words) is known to the page alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.model.article import SectionRole
from timeline_app.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.model.article import Article

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = " \t\xa0\ufeff\u00ad\u200b\u2007\u202f\u3000"
# what QTextDocument keeps for itself, and what no font draws
_UNSETTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]")
_LATIN_WORD = r"[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f]*"
_LATIN = re.compile(rf"[#@]?{_LATIN_WORD}(?:[ .,:/&'\u2019_\-\u2013]{{1,2}}[A-Za-z0-9\u00c0-\u024f]+)*[+#]*")
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_LTR = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_ISOLATE, _POP = "\u2066", "\u2069"
_HEAD = 4
# a longer article is set in pieces: Qt lays a million characters out in half a second
WHOLE, PIECE = 240_000, 120_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it is set: its role, whether it runs from the right, and its place in ``Page.text``."""

    span: Span
    role: SectionRole
    from_right: bool


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it is set: ``text`` has one line a paragraph; spans are mapped both ways, in code points.

    ``piece`` is the stretch of the article that is set: all of it, but for very long ones.
    """

    article: Article
    piece: Span
    text: str
    paragraphs: tuple[Paragraph, ...]
    _sources: tuple[int, ...]
    _targets: tuple[int, ...]
    _lengths: tuple[int, ...]

    def to_page(self, span: Span) -> Span | None:
        """Where a stretch of the article stands on the page; None where the page leaves all of it out."""
        return _carried(span, self._sources, self._targets, self._lengths)

    def to_article(self, span: Span) -> Span | None:
        """Which stretch of the article a stretch of the page shows; None where it shows none."""
        return _carried(span, self._targets, self._sources, self._lengths)


def page_of(article: Article, near: int = 0) -> Page:
    """The page of an article: title once, a paragraph a line, every role known. Of a very long one the piece ``near`` is in."""
    return _Setter(article, _piece(article.text, near)).page()


def runs_from_right(text: str) -> bool:
    """Whether a paragraph is read from the right: a Latin name at its head does not turn an Arabic sentence round."""
    return len(_RTL.findall(text)) * 2 >= len(_LTR.findall(text))


class _Setter:
    def __init__(self, article: Article, piece: Span) -> None:
        self._article = article
        self._piece = piece
        self._written: list[str] = []
        self._at = 0
        self._paragraphs: list[Paragraph] = []
        self._runs: list[tuple[int, int, int]] = []

    def page(self) -> Page:
        for span, role in self._paragraphs_of_text():
            self._set(span, role)
        sources, targets, lengths = zip(*self._runs, strict=True) if self._runs else ((), (), ())
        return Page(self._article, self._piece, "".join(self._written), tuple(self._paragraphs), sources, targets, lengths)

    def _paragraphs_of_text(self) -> Iterator[tuple[Span, SectionRole]]:
        title = _words(self._article.title) if self._piece.start == 0 else ""
        titled = False
        for number, (span, role) in enumerate(_lines(self._article, self._piece)):
            is_title = number < _HEAD and bool(title) and _words(span.of(self._article.text)) == title
            if is_title and titled:
                continue
            if number == 0 and title and role is not SectionRole.TITLE and not _begins(span.of(self._article.text), title):
                self._set_apart(self._article.title)
            titled = titled or is_title or number == 0
            yield span, SectionRole.TITLE if is_title else role

    def _set_apart(self, title: str) -> None:
        """A title the text itself does not hold."""
        words = _UNSETTABLE.sub("\ufffd", " ".join(title.split()))
        self._begin(SectionRole.TITLE, words)
        self._write(words)
        self._end()

    def _set(self, span: Span, role: SectionRole) -> None:
        words = span.of(self._article.text)
        from_right = self._begin(role, words)
        done = 0
        for latin in _LATIN.finditer(words) if from_right else ():
            self._copy(span.start + done, words[done : latin.start()])
            self._write(_ISOLATE)
            self._copy(span.start + latin.start(), latin.group())
            self._write(_POP)
            done = latin.end()
        self._copy(span.start + done, words[done:])
        self._end()

    def _begin(self, role: SectionRole, words: str) -> bool:
        if self._paragraphs:
            self._write("\n")
        from_right = runs_from_right(words)
        self._paragraphs.append(Paragraph(Span(self._at, self._at), role, from_right))
        return from_right

    def _end(self) -> None:
        begun = self._paragraphs[-1]
        self._paragraphs[-1] = Paragraph(Span(begun.span.start, self._at), begun.role, begun.from_right)

    def _copy(self, source: int, words: str) -> None:
        if words:
            self._runs.append((source, self._at, len(words)))
            self._write(_UNSETTABLE.sub("\ufffd", words))

    def _write(self, words: str) -> None:
        self._written.append(words)
        self._at += len(words)


def _piece(text: str, near: int) -> Span:
    """The piece of a text that a character is in; pieces begin after line ends."""
    if len(text) <= WHOLE:
        return Span(0, len(text))
    number = min(near, len(text) - 1) // PIECE
    if near >= (later := _line_start(text, (number + 1) * PIECE)):
        return Span(later, _line_start(text, (number + 2) * PIECE))
    if near < (start := _line_start(text, number * PIECE)):
        return Span(_line_start(text, (number - 1) * PIECE), start)
    return Span(start, later)


def _line_start(text: str, position: int) -> int:
    """The first line start at or after a position, not further than half a piece."""
    if position <= 0:
        return 0
    end = text.find("\n", position, position + PIECE // 2)
    return min(end + 1 if end >= 0 else position, len(text))


def _lines(article: Article, piece: Span) -> Iterator[tuple[Span, SectionRole]]:
    for stretch, role in _stretches(article):
        if stretch.end <= piece.start or stretch.start >= piece.end:
            continue
        for line in _LINE.finditer(article.text, max(stretch.start, piece.start), min(stretch.end, piece.end)):
            words = line.group()
            kept = words.strip(_BLANK)
            if kept:
                start = line.start() + len(words) - len(words.lstrip(_BLANK))
                yield Span(start, start + len(kept)), role


def _stretches(article: Article) -> Iterator[tuple[Span, SectionRole]]:
    """The sections, and the body between them."""
    done = 0
    for section in article.sections:
        if section.span.start > done:
            yield Span(done, section.span.start), SectionRole.BODY
        yield section.span, section.role
        done = max(done, section.span.end)
    if done < len(article.text):
        yield Span(done, len(article.text)), SectionRole.BODY


def _begins(line: str, title: str) -> bool:
    """Whether a line says the title already, in full or as its own beginning («في خطوة تعكس…»)."""
    return _words(line).startswith(title.rstrip("\u2026.\u060c "))


def _words(text: str) -> str:
    return " ".join(text.replace("\ufeff", "").split())


def _carried(span: Span, sources: tuple[int, ...], targets: tuple[int, ...], lengths: tuple[int, ...]) -> Span | None:
    first = max(0, bisect_right(sources, span.start) - 1)
    last = bisect_left(sources, span.end) - 1
    if first <= last and sources[first] + lengths[first] <= span.start:
        first += 1
    if not sources or first > last:
        return None
    start = targets[first] + max(0, span.start - sources[first])
    end = targets[last] + min(lengths[last], span.end - sources[last])
    return Span(start, end) if start < end else None
