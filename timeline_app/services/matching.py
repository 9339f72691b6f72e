"""When do two spellings match, and where? Queries as terms of folded words, and their places in unaltered texts.

Tashkeel, tatweel, hamza, ة and ه, ى and ي, the family of digits and Latin capitals make no difference.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline_app.language import clitic
from timeline_app.language.folding import Folded, fold, fold_word
from timeline_app.model.span import Span

Terms = list[list[str]]

WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[\"\u00ab\u201c]([^\"\u00bb\u201d]*)[\"\u00bb\u201d]?")
_GROUPS = ("plain", "word", "joined")


def occurrences(text: str, query: str) -> tuple[Span, ...]:
    """Every place in a text that reads like the query, within words too, in order; none for an empty query."""
    sought = folded_word(query).strip()
    if not sought:
        return ()
    folded = _folded(text)
    return tuple(_back(folded, m.start(), m.end()) for m in re.finditer(re.escape(sought), folded.text))


def terms_of(query: str) -> Terms:
    """The query's terms as rows of folded words: a quoted phrase is one term, every other word its own."""
    terms = [WORD.findall(folded_word(quoted)) for quoted in _QUOTED.findall(query)]
    terms += [[word] for word in WORD.findall(folded_word(_QUOTED.sub(" ", query)))]
    return [term for term in terms if term]


def bare(terms: Terms) -> Terms:
    """The terms without the prefixes of their words: what to seek when the words as typed are nowhere."""
    return [[(clitic.words_within(word) or (word,))[-1] for word in term] for term in terms]


def finds(text: str, terms: Terms) -> tuple[Span, ...]:
    """Every place of a text where a word begins with a term (after any prefixes), in order."""
    folded = fold(text)
    lowered = Folded(_lowered(folded.text), folded.offsets)
    spans = set()
    for term in terms:
        for match in _pattern(tuple(term)).finditer(lowered.text):
            found = match.groupdict()
            name = next((name for name in _GROUPS if found.get(name)), None)
            if name is not None:
                spans.add(_back(lowered, match.start(name), match.end()))
    return tuple(sorted(spans))


def holds_all(folded: str, terms: Terms) -> bool:
    """Whether a folded text holds every term."""
    return all(_pattern(tuple(term)).search(folded) for term in terms)


def folded_word(text: str) -> str:
    """The folded characters alone, Latin ones small."""
    return _lowered(fold_word(text))


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    if len(words) == 1:
        return clitic.pattern(words[0])
    rest = r"[\W_]+".join(re.escape(word) for word in words[1:])
    return re.compile(rf"{clitic.pattern(words[0]).pattern}[\W_]+{rest}")


@lru_cache(maxsize=4)
def _folded(text: str) -> Folded:
    folded = fold(text)
    return Folded(_lowered(folded.text), folded.offsets)


def _back(folded: Folded, start: int, end: int) -> Span:
    """The source's stretch of a folded one, with the marks that stand on its last letter."""
    return Span(folded.offsets[start], folded.offsets[end])


def _lowered(folded: str) -> str:
    """Small letters, one for one: the few that grow when made small stay as they are."""
    small = folded.lower()
    return small if len(small) == len(folded) else "".join(low if len(low := c.lower()) == 1 else c for c in folded)
