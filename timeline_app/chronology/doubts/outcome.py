"""What came of one event by its sources: the score of a match, the years of a sentence, how long a contract runs, at what age
somebody died?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.doubts.count import Count, figures_apart
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import kinship
from timeline_app.chronology.sentences.sentence import sentence_around
from timeline_app.chronology.sentences.words import Word, index_at, stem, words_of
from timeline_app.chronology.traits.figure import Figure, figure_stems, figure_words
from timeline_app.chronology.traits.trait import stems_of
from timeline_app.language.numbers import begins_number, read_number
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, MentionBasis
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

_SCORE = re.compile(r"(?<![\d/.:،,-])(\d{1,2})\s?[-–—]\s?(\d{1,2})(?![\d/.:،,-])")
_LENGTH = re.compile(r"P(\d+)([YM])\Z")
_MOST, _MONTHS, _HUNDRED, _REACH, _NUMBER = 15, 12, 100, 8, 4


@dataclass(frozen=True, slots=True)
class _Text:
    """A stretch of an article: its words and the readings inside it."""

    article: Article
    span: Span
    words: Sequence[Word]
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells of an event, and all that it says of the sort anywhere: what it says elsewhere is no quarrel."""

    article: Article
    found: Mapping[float, Figure]
    anywhere: frozenset[float]
    names: frozenset[str]


def outcome_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Iterator[Contradiction]:
    """A contradiction for each event of which two articles tell another outcome, each but one, and neither that of the other."""
    by_id = {article.id: article for article in articles}
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        tellers: dict[ArticleId, list[Report]] = {}
        for report in reports:
            if report.mention.basis is MentionBasis.DATED:
                tellers.setdefault(report.teller, []).append(report)
        for sort in _sorts(event.kind) if len(tellers) > 1 else ():
            if sort == "score":  # of a team that is not recognised nobody knows whether it is another
                tellers = {name: told for name, told in tellers.items() if any(len(r.mention.participants) > 1 for r in told)}
            told = [_told(sort, by_id[name], tellers[name], readings.get(name, ())) for name in sorted(tellers)]
            sides = next((pair for pair in combinations([t for t in told if len(t.found) == 1], 2) if _differ(*pair)), None)
            if sides is not None:
                counts = [Count(side.article, next(iter(side.found.values()))) for side in sides]
                yield figures_apart(sort, counts, (event.id,), update=False)


def _sorts(kind: str) -> tuple[str, ...]:
    if kinship(kind) == "match":
        return ("score",)
    return ("dead_at",) if kind == "death" else ("prison", "contract")


def _differ(one: _Told, other: _Told) -> bool:
    """Whether neither gives the value of the other, nor speaks each of somebody else («فاز على الوداد», «فاز على الرجاء»)."""
    if one.names - other.names and other.names - one.names:
        return False
    return one.anywhere.isdisjoint(other.found) and other.anywhere.isdisjoint(one.found)


def _told(sort: str, article: Article, reports: Sequence[Report], readings: Sequence[Reading]) -> _Told:
    whole = Span(0, len(article.text))
    found: dict[float, Figure] = {}
    for span in sorted({sentence_around(article.text, report.mention.passage.span) for report in reports}):
        text = _text(article, span, readings)
        if figure_stems(f"no_{sort}").isdisjoint(stem(word.form.removeprefix("و")) for word in text.words):
            for figure in _READERS[sort](text):
                found.setdefault(figure.low, figure)
    anywhere = frozenset(f.low for f in _ANYWHERE[sort](_text(article, whole, readings))) if found else frozenset[float]()
    names = stems_of([word for r in reports for name in r.mention.participants for word in words_of(name)])
    return _Told(article, found, anywhere, names)


def _text(article: Article, span: Span, readings: Sequence[Reading]) -> _Text:
    return _Text(article, span, words_of(article.text, span.start, span.end), [r for r in readings if span.contains(r.span)])


def _scores(text: _Text) -> Iterator[Figure]:
    """The scores, whichever side is named first, that stand in no date."""
    for found in _SCORE.finditer(text.article.text, text.span.start, text.span.end):
        low, high = sorted((int(found[1]), int(found[2])))
        at = Span(*found.span())
        if high <= _MOST and not any(r.span.start < at.end and at.start < r.span.end for r in text.readings):
            yield Figure(at, float(high * _HUNDRED + low), float(high * _HUNDRED + low), "score")


def _ages(text: _Text) -> Iterator[Figure]:
    """At what age somebody died («عن 84 عاما», «عن عمر ناهز 84 عاما»)."""
    forms = [word.form for word in text.words]
    for i in (i for i, form in enumerate(forms) if form in figure_words("dead_at")):
        at = next((k for k in range(i + 1, min(i + _NUMBER, len(forms))) if begins_number(forms[k])), None)
        read = read_number(forms[at : at + _NUMBER], 0) if at is not None else None
        stop = at + read.count if at is not None and read is not None else len(forms)
        if at is not None and read is not None and stop < len(forms) and forms[stop] in figure_words("years"):
            yield Figure(Span(text.words[at].start, text.words[stop].end), float(read.value), float(read.value), "year")


def _lengths(text: _Text) -> Iterator[Figure]:
    """The lengths of time in years or months."""
    for reading in text.readings:
        found = _LENGTH.match(reading.value) if reading.expression.type is TimexType.DURATION else None
        if found is not None:
            months = float(found[1]) * (_MONTHS if found[2] == "Y" else 1)
            yield Figure(reading.span, months, months, "month")


def _governed(sort: str) -> Callable[[_Text], Iterator[Figure]]:
    """The lengths that a word of the sort governs («السجن خمس سنوات», «عقدا لمدة عامين»)."""

    def read(text: _Text) -> Iterator[Figure]:
        for figure in _lengths(text):
            at = index_at(text.words, figure.span.start)
            lead = {stem(word.form.removeprefix("و")) for word in text.words[max(0, at - _REACH) : at]}
            spent = at > 0 and text.words[at - 1].form in figure_words("spent")
            if not spent and not lead.isdisjoint(figure_stems(sort)):
                yield figure

    return read


_READERS: Mapping[str, Callable[[_Text], Iterator[Figure]]] = {
    "score": _scores,
    "dead_at": _ages,
    "prison": _governed("prison"),
    "contract": _governed("contract"),
}
_ANYWHERE = {**_READERS, "prison": _lengths, "contract": _lengths}
