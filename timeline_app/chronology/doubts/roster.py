"""Do two articles count the people of one list differently? «82 إيرانيا و63 كنديا» and «82 إيرانيا و57 كنديا»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from timeline_app.chronology.sentences.sentence import sentences_of
from timeline_app.chronology.traits.figure import Figure, figures_of
from timeline_app.chronology.traits.trait import of_place
from timeline_app.model.article import Article

_NATIONAL = re.compile(r"\d+\s+\w+يا")
_HARMED = frozenset({"dead", "wounded", "arrested"})
_FEWEST, _TELLING, _MANY = 2, 10, 24

Side = tuple[Article, Figure]
Roster = Mapping[str, Figure]  # how many of each nation, by the nation


def rosters_apart(articles: Sequence[Article]) -> Iterator[tuple[Side, Side]]:
    """Of each two articles two counts of one nation that differ, in lists that agree in another, of ten people or more.

    The people harmed are left out: of them a later list holds more.
    """
    known: dict[tuple[str, float], list[tuple[Article, Roster]]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.sha256):
        for roster in _rosters(article):
            for land, figure in roster.items():
                if figure.low >= _TELLING:
                    known[land, figure.low].append((article, roster))
    done: set[tuple[str, str]] = set()
    for key in sorted(known):
        for (one, mine), (other, theirs) in combinations(known[key][:_MANY], 2):
            found = None if one.sha256 == other.sha256 or (one.sha256, other.sha256) in done else _apart(mine, theirs)
            if found is not None:
                done.add((one.sha256, other.sha256))
                yield (one, found[0]), (other, found[1])


def _rosters(article: Article) -> Iterator[Roster]:
    """The sentences of an article that count people of two nations or more."""
    if _NATIONAL.search(article.text) is None:
        return
    for sentence in sentences_of(article, (), lambda text: _NATIONAL.search(text) is not None):
        figures = figures_of(sentence.words)
        nations = {land: f for f in figures if (land := of_place(f.word.removesuffix("ا"))) and not (f.rough or f.bound)}
        if len(nations) >= _FEWEST and not any(f.role in _HARMED for f in figures):
            yield nations


def _apart(one: Roster, other: Roster) -> tuple[Figure, Figure] | None:
    differing = sorted(land for land in one.keys() & other.keys() if one[land].low != other[land].low)
    return (one[differing[0]], other[differing[0]]) if differing else None
