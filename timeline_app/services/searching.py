"""Where in the whole dossier is it said? Passages by their words, events by their titles and dates, as a query is typed.

What is found is told in the offsets of the unaltered text; ``matching`` says what makes no difference.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from timeline_app.language import clitic
from timeline_app.model.article import SectionRole
from timeline_app.model.span import Span
from timeline_app.services.event_search import EventHit, EventSearch
from timeline_app.services.matching import WORD, Terms, bare, finds, folded_word, terms_of
from timeline_app.storage.search_index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.model.article import Article
    from timeline_app.model.daterange import DateRange
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.identity import ArticleId

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*\S[^\n\r\x0b\x0c\x85\u2028\u2029]*")
_SNIPPET, _LEAD = 130, 34
EVENTS_SHOWN = 20
_ELLIPSIS = "\u2026"


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that holds what was sought: ``place`` is the first find in the article, ``highlights`` all finds in the
    ``snippet``. ``aside``: in what the web page put around the article; such hits come last.
    """

    article: ArticleId
    paragraph: Span
    place: Span
    snippet: str
    highlights: tuple[Span, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: the first events by their titles, passages by their words, and whether there is more of the latter."""

    query: str = ""
    events: tuple[EventHit, ...] = ()
    hits: tuple[Hit, ...] = ()
    more: bool = False


class Searcher:
    """Full-text search over a dossier. ``take`` a state, ``feed`` until nothing is left, ``find`` at any time."""

    def __init__(self) -> None:
        self._index = SearchIndex()
        self._articles: list[Article] = []
        self._known: set[ArticleId] = set()
        self._state: DossierState | None = None
        self._owner, self._start, self._end = array("L"), array("L"), array("L")
        self._waiting: Iterator[tuple[int, str, str]] = iter(())
        self._events = EventSearch()

    def take(self, state: DossierState) -> None:
        """Search this state from now on; its new articles wait to be fed."""
        self._state = state
        fresh = [article for article in state.articles.values() if article.id not in self._known]
        if fresh:
            self._known.update(article.id for article in fresh)
            self._waiting = _chained(self._waiting, self._rows(fresh))

    def knows_some(self, state: DossierState) -> bool:
        """Whether some of this state's articles are indexed already."""
        return any(name in self._known for name in state.articles)

    def feed(self, paragraphs: int) -> bool:
        """Index so many paragraphs more; whether some are left."""
        rows = list(islice(self._waiting, paragraphs))
        if rows:
            self._index.add(rows)
        return len(rows) == paragraphs

    def ready(self) -> None:
        """Fold the titles, lay out the days and read the rules of dates now: the first letter is answered as fast as any."""
        if self._state is not None:
            self._events.take(self._state.events)
            self._events.date()
            _dates("1")

    def find(self, query: str, limit: int = 50) -> Results:
        """Events and passages that hold every word of the query; words «between quotes» stand in a row.

        A query that is a date finds the events of its days as well.
        """
        terms = terms_of(query)
        if not terms or self._state is None:
            return Results(query)
        self._events.take(self._state.events)
        numbers, events = self._numbers(terms, limit), self._named(query, terms)
        if not numbers and not events:
            terms = bare(terms)
            numbers, events = self._numbers(terms, limit), self._named(query, terms)
        shown = [hit for number in numbers if (hit := self._hit(number, terms)) is not None]
        shown.sort(key=lambda hit: hit.aside)
        return Results(query, events, tuple(shown[:limit]), more=len(shown) > limit)

    def close(self) -> None:
        """Give the memory back."""
        self._index.close()

    def _numbers(self, terms: Terms, limit: int) -> list[int]:
        return self._index.find(terms, limit + 1 + self._gone())

    def _gone(self) -> int:
        """Room for paragraphs of articles that have left the dossier: the index keeps them, the results do not."""
        assert self._state is not None
        return 0 if len(self._known) == len(self._state.articles) else 50

    def _rows(self, articles: list[Article]) -> Iterator[tuple[int, str, str]]:
        for article in articles:
            owner = len(self._articles)
            self._articles.append(article)
            for paragraph in _PARAGRAPH.finditer(article.text):
                number = len(self._owner)
                self._owner.append(owner)
                self._start.append(paragraph.start())
                self._end.append(paragraph.end())
                words = folded_word(paragraph.group())
                yield number, words, " ".join(_inner(words))

    def _hit(self, number: int, terms: Terms) -> Hit | None:
        article = self._articles[self._owner[number]]
        assert self._state is not None
        if article.id not in self._state.articles:
            return None
        paragraph = Span(self._start[number], self._end[number])
        words = paragraph.of(article.text)
        found = finds(words, terms)
        if not found:
            return None
        snippet, highlights = _snippet(words, found)
        place = Span(paragraph.start + found[0].start, paragraph.start + found[0].end)
        return Hit(article.id, paragraph, place, snippet, highlights, _is_aside(article, place))

    def _named(self, query: str, terms: Terms) -> tuple[EventHit, ...]:
        """Events by their titles, then by their dates."""
        found = self._events.titled(terms, EVENTS_SHOWN)
        if not any(letter.isdigit() for letter in query):
            return found
        known = {hit.event for hit in found}
        dated = [hit for when in _dates(query) for hit in self._events.dated(when, EVENTS_SHOWN)]
        return (*found, *(hit for hit in dated if hit.event not in known))[:EVENTS_SHOWN]


def _dates(query: str) -> tuple[DateRange, ...]:
    from timeline_app.services.typed_date import read_typed  # noqa: PLC0415 - late: its rules are read once, when needed

    return read_typed(query)


def _is_aside(article: Article, place: Span) -> bool:
    return any(s.role is SectionRole.BOILERPLATE and s.span.contains(place) for s in article.sections)


def _inner(folded: str) -> Iterator[str]:
    for word in WORD.findall(folded):
        yield from clitic.words_within(word)


def _snippet(words: str, found: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The words around the first find, on one line, and the finds in them."""
    first = found[0].start
    start = 0 if first <= _LEAD * 2 else words.find(" ", first - _LEAD, first) + 1 or first
    end = len(words) if len(words) - start <= _SNIPPET * 1.2 else _cut(words, start + _SNIPPET, found[0].end)
    before = _ELLIPSIS if start else ""
    shown = f"{before}{words[start:end]}{_ELLIPSIS if end < len(words) else ''}"
    shift = len(before) - start
    inside = tuple(Span(span.start + shift, span.end + shift) for span in found if start <= span.start and span.end <= end)
    return re.sub(r"\s", " ", shown), inside


def _cut(words: str, near: int, after: int) -> int:
    blank = words.rfind(" ", after, near)
    return blank if blank > 0 else max(after, min(near, len(words)))


def _chained(*parts: Iterator[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    for part in parts:
        yield from part
