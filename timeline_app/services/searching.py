"""Where is it said? Finding in one text and in the whole dossier, blind to everything the eye overlooks.

Tashkeel, tatweel, hamza, ة and ه, ى and ي, the family of digits and Latin capitals make no difference; what is found is
told in the offsets of the unaltered text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from timeline_app.language import clitic
from timeline_app.language.folding import Folded, fold, fold_word
from timeline_app.model.article import SectionRole
from timeline_app.model.event import EventStatus
from timeline_app.model.span import Span
from timeline_app.storage.search_index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline_app.model.article import Article
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event
    from timeline_app.model.identity import ArticleId, EventId

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*\S[^\n\r\x0b\x0c\x85\u2028\u2029]*")
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[\"\u00ab\u201c]([^\"\u00bb\u201d]*)[\"\u00bb\u201d]?")
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
class EventHit:
    """An event whose title holds what was sought."""

    event: EventId
    title: str
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: the first events by their titles, passages by their words, and whether there is more of the latter."""

    query: str = ""
    events: tuple[EventHit, ...] = ()
    hits: tuple[Hit, ...] = ()
    more: bool = False


def occurrences(text: str, query: str) -> tuple[Span, ...]:
    """Every place in a text that reads like the query, within words too, in order; none for an empty query."""
    sought = _folded_word(query).strip()
    if not sought:
        return ()
    folded = _folded(text)
    return tuple(_back(folded, m.start(), m.end()) for m in re.finditer(re.escape(sought), folded.text))


class Searcher:
    """Full-text search over a dossier. ``take`` a state, ``feed`` until nothing is left, ``find`` at any time."""

    def __init__(self) -> None:
        self._index = SearchIndex()
        self._articles: list[Article] = []
        self._known: set[ArticleId] = set()
        self._state: DossierState | None = None
        self._owner, self._start, self._end = array("L"), array("L"), array("L")
        self._waiting: Iterator[tuple[int, str, str]] = iter(())
        self._titles = _Titles()

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

    def find(self, query: str, limit: int = 50) -> Results:
        """Events and passages that hold every word of the query; words «between quotes» stand in a row."""
        terms = _terms(query)
        if not terms or self._state is None:
            return Results(query)
        numbers, events = self._numbers(terms, limit), self._events(terms, EVENTS_SHOWN)
        if not numbers and not events:
            terms = [[_innermost(word) for word in term] for term in terms]
            numbers, events = self._numbers(terms, limit), self._events(terms, EVENTS_SHOWN)
        shown = [hit for number in numbers if (hit := self._hit(number, terms)) is not None]
        shown.sort(key=lambda hit: hit.aside)
        return Results(query, events, tuple(shown[:limit]), more=len(shown) > limit)

    def close(self) -> None:
        """Give the memory back."""
        self._index.close()

    def _numbers(self, terms: list[list[str]], limit: int) -> list[int]:
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
                words = _folded_word(paragraph.group())
                yield number, words, " ".join(_inner(words))

    def _hit(self, number: int, terms: list[list[str]]) -> Hit | None:
        article = self._articles[self._owner[number]]
        assert self._state is not None
        if article.id not in self._state.articles:
            return None
        paragraph = Span(self._start[number], self._end[number])
        words = paragraph.of(article.text)
        found = _finds(fold(words), terms)
        if not found:
            return None
        snippet, highlights = _snippet(words, found)
        place = Span(paragraph.start + found[0].start, paragraph.start + found[0].end)
        return Hit(article.id, paragraph, place, snippet, highlights, _is_aside(article, place))

    def _events(self, terms: list[list[str]], most: int) -> tuple[EventHit, ...]:
        assert self._state is not None
        found: list[EventHit] = []
        for event in self._titles.holding(self._state.events, max((clitic.core(term[0]) for term in terms), key=len)):
            finds = _finds(fold(event.title), terms)
            if event.status is not EventStatus.REJECTED and finds and _holds_all(event.title, terms):
                found.append(EventHit(event.id, event.title, finds))
                if len(found) == most:
                    break
        return tuple(found)


class _Titles:
    """The titles of all events as one folded text: a hundred thousand are looked through in a few milliseconds."""

    def __init__(self) -> None:
        self._events: Mapping[EventId, Event] | None = None
        self._order: tuple[Event, ...] = ()
        self._starts: list[int] = []
        self._text = ""
        self._folded: dict[str, str] = {}

    def holding(self, events: Mapping[EventId, Event], letters: str) -> Iterator[Event]:
        """The events whose folded titles hold some letters, in their order."""
        if events is not self._events:
            self._take(events)
        at = self._text.find(letters)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield self._order[number]
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
            at = self._text.find(letters, end)

    def _take(self, events: Mapping[EventId, Event]) -> None:
        self._events, self._order = events, tuple(events.values())
        known = self._folded
        titles = [event.title for event in self._order]
        self._folded = {title: known.get(title) or _folded_word(title).replace("\n", " ") for title in set(titles)}
        folded = [self._folded[title] for title in titles]
        self._text = "\n".join(folded)
        self._starts = list(accumulate((len(title) + 1 for title in folded), initial=0))[: len(folded)]


def _holds_all(title: str, terms: list[list[str]]) -> bool:
    folded = _folded_word(title)
    return all(_pattern(term).search(folded) for term in terms)


def _is_aside(article: Article, place: Span) -> bool:
    return any(s.role is SectionRole.BOILERPLATE and s.span.contains(place) for s in article.sections)


def _terms(query: str) -> list[list[str]]:
    """The query's terms as rows of folded words: a quoted phrase is one term, every other word its own."""
    terms = [_WORD.findall(_folded_word(quoted)) for quoted in _QUOTED.findall(query)]
    terms += [[word] for word in _WORD.findall(_folded_word(_QUOTED.sub(" ", query)))]
    return [term for term in terms if term]


def _innermost(word: str) -> str:
    within = clitic.words_within(word)
    return within[-1] if within else word


def _inner(folded: str) -> Iterator[str]:
    for word in _WORD.findall(folded):
        yield from clitic.words_within(word)


def _finds(folded: Folded, terms: list[list[str]]) -> tuple[Span, ...]:
    lowered = Folded(_lowered(folded.text), folded.offsets)
    spans = set()
    for term in terms:
        for match in _pattern(term).finditer(lowered.text):
            name = next((name for name in ("plain", "word", "joined") if match.groupdict().get(name)), None)
            if name is not None:
                spans.add(_back(lowered, match.start(name), match.end()))
    return tuple(sorted(spans))


def _pattern(term: list[str]) -> re.Pattern[str]:
    return clitic.pattern(term[0]) if len(term) == 1 else _row_pattern(tuple(term))


@lru_cache(maxsize=64)
def _row_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    rest = r"[\W_]+".join(re.escape(word) for word in words[1:])
    return re.compile(rf"{clitic.pattern(words[0]).pattern}[\W_]+{rest}")


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


def _back(folded: Folded, start: int, end: int) -> Span:
    """The source's stretch of a folded one, with the marks that stand on its last letter."""
    return Span(folded.offsets[start], folded.offsets[end])


@lru_cache(maxsize=4)
def _folded(text: str) -> Folded:
    folded = fold(text)
    return Folded(_lowered(folded.text), folded.offsets)


def _folded_word(text: str) -> str:
    return _lowered(fold_word(text))


def _lowered(folded: str) -> str:
    """Small letters, one for one: the few that grow when made small stay as they are."""
    small = folded.lower()
    return small if len(small) == len(folded) else "".join(low if len(low := c.lower()) == 1 else c for c in folded)


def _chained(*parts: Iterator[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
    for part in parts:
        yield from part
