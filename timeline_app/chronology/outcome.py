"""What came of one event by its sources: the score of a match, the years of a sentence, how long a contract runs?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.count import Count, figures_apart
from timeline_app.chronology.figure import Figure, figure_stems, figure_words
from timeline_app.chronology.lexicon import kinship
from timeline_app.chronology.mention import Report
from timeline_app.chronology.sentence import sentence_around
from timeline_app.chronology.words import Word, stem, words_of
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, MentionBasis
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

_SCORE = re.compile(r"(?<![\d/.:،,-])(\d{1,2})\s?[-–—]\s?(\d{1,2})(?![\d/.:،,-])")
_LENGTH = re.compile(r"P(\d+)([YM])\Z")
_MOST, _MONTHS, _HUNDRED, _REACH = 15, 12, 100, 8


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells of an event, and all that it says of the sort anywhere: what it says elsewhere is no quarrel."""

    article: Article
    found: dict[float, Figure]
    anywhere: frozenset[float]


def outcome_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Iterator[Contradiction]:
    """A contradiction for each event of which two articles tell another outcome, each but one, and neither that of the other."""
    by_id = {article.id: article for article in articles}
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        tellers: dict[ArticleId, list[Report]] = defaultdict(list)
        for report in reports:
            if report.mention.basis is MentionBasis.DATED:
                tellers[report.mention.passage.article].append(report)
        for sort in _sorts(event.kind) if len(tellers) > 1 else ():
            told = [_told(sort, by_id[name], tellers[name], readings.get(name, ())) for name in sorted(tellers)]
            sides = next((pair for pair in combinations([t for t in told if len(t.found) == 1], 2) if _differ(*pair)), None)
            if sides is not None:
                counts = [Count(side.article, next(iter(side.found.values()))) for side in sides]
                yield figures_apart(sort, counts, (event.id,), update=False)


def _sorts(kind: str) -> tuple[str, ...]:
    return ("score",) if kinship(kind) == "match" else ("prison", "contract")


def _differ(one: _Told, other: _Told) -> bool:
    return one.anywhere.isdisjoint(other.found) and other.anywhere.isdisjoint(one.found)


def _told(sort: str, article: Article, reports: Sequence[Report], readings: Sequence[Reading]) -> _Told:
    found: dict[float, Figure] = {}
    for span in sorted({sentence_around(article.text, report.mention.passage.span) for report in reports}):
        words = words_of(article.text, span.start, span.end)
        stems = {stem(word.form.removeprefix("و")) for word in words}
        if stems.isdisjoint(figure_stems(f"no_{sort}")):
            inside = [reading for reading in readings if span.contains(reading.span)]
            figures = _scores(article.text, span, inside) if sort == "score" else _lengths(sort, words, inside)
            for figure in figures:
                found.setdefault(figure.low, figure)
    if sort == "score":
        return _Told(article, found, frozenset(f.low for f in _scores(article.text, Span(0, len(article.text)), readings)))
    return _Told(article, found, frozenset(months for r in readings if (months := _months(r)) is not None))


def _scores(text: str, span: Span, readings: Sequence[Reading]) -> Iterator[Figure]:
    """The scores, whichever side is named first, that stand in no date."""
    for found in _SCORE.finditer(text, span.start, span.end):
        low, high = sorted((int(found[1]), int(found[2])))
        at = Span(*found.span())
        if high <= _MOST and not any(r.span.start < at.end and at.start < r.span.end for r in readings):
            yield Figure(at, float(high * _HUNDRED + low), float(high * _HUNDRED + low), "score")


def _lengths(sort: str, words: Sequence[Word], readings: Sequence[Reading]) -> Iterator[Figure]:
    """The lengths that a word of the sort governs («السجن خمس سنوات», «عقدا لمدة عامين»)."""
    for reading in readings:
        months = _months(reading)
        at = next((i for i, word in enumerate(words) if word.end > reading.span.start), 0)
        lead = {stem(word.form.removeprefix("و")) for word in words[max(0, at - _REACH) : at]}
        when = at > 0 and words[at - 1].form in figure_words("spent")
        if months is not None and not when and not lead.isdisjoint(figure_stems(sort)):
            yield Figure(reading.span, months, months, "month")


def _months(reading: Reading) -> float | None:
    found = _LENGTH.match(reading.value) if reading.expression.type is TimexType.DURATION else None
    return None if found is None else float(found[1]) * (_MONTHS if found[2] == "Y" else 1)
