"""Which mentions of dated events does one article hold? Each with its clause, its title, and what can be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.chronology.clause import Clause
from timeline_app.chronology.dating import dated
from timeline_app.chronology.head import clauses_of
from timeline_app.chronology.judgement import refusal
from timeline_app.chronology.sentence import Sentence, sentences_of
from timeline_app.chronology.title import title_of
from timeline_app.chronology.trait import Traits, traits_of
from timeline_app.model.article import Article, passage_of
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Mention, MentionBasis
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.identity import MentionId
from timeline_app.model.span import Span
from timeline_app.model.step import step

_LONGEST = 380


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what linking compares; ``merit`` ranks its title, ``sentence`` is the order in the article."""

    mention: Mention
    traits: Traits
    merit: int
    sentence: int
    order: int = 0

    @property
    def key(self) -> tuple[str, int, int, int]:
        """An order of reports that does not depend on the order of the articles."""
        passage = self.mention.passage
        return passage.sha256, passage.span.start, passage.span.end, self.order


def reports_of(article: Article, readings: Sequence[Reading]) -> tuple[Report, ...]:
    """The dated reports of an article, in the order of the text."""
    out: list[Report] = []
    for sentence in sentences_of(article, readings):
        placed = tuple(r for r in sentence.readings if r.ranges and r.expression.type in (TimexType.DATE, TimexType.TIME))
        for clause, dates in dated(clauses_of(sentence, placed, article.published.when)):
            if refusal(clause, article.text, article.published.when) is None:
                out += _reports(article, sentence, clause, dates)
    return tuple(out)


def mention_id(sha256: str, span: Span, order: int = 0) -> MentionId:
    """The stable name of a mention: a digest of the article's and its span."""
    return MentionId("m" + hashlib.sha256(f"{sha256}:{span.start}:{span.end}:{order}".encode()).hexdigest()[:15])


def _reports(article: Article, sentence: Sentence, clause: Clause, listed: tuple[DateRange, ...]) -> list[Report]:
    reading = clause.readings[0]
    title = title_of(clause, article.text)
    traits = traits_of(clause, article.text, sentence.words)
    span = _bounded(clause)
    out = []
    for order, dates in enumerate(listed):
        mention = Mention(
            id=mention_id(article.sha256, span, order),
            passage=passage_of(article, span),
            basis=MentionBasis.DATED,
            expression=reading.span,
            dates=(dates,),
            title=title.text,
            kind=traits.kind,
            place=traits.place,
            modality=traits.modality,
            doubtful=bool(reading.conflicts),
            steps=(step("date-from-words", words=reading.span.of(article.text)), *reading.steps),
        )
        out.append(Report(mention, traits, title.merit, sentence.order, order))
    return out


def _bounded(clause: Clause) -> Span:
    span = clause.span
    if len(span) <= _LONGEST:
        return span
    words = clause.sentence.words[clause.first : clause.last]
    inside = clause.readings[0].span
    start = span.start if inside.end - span.start <= _LONGEST else inside.start - _LONGEST // 2
    begin = next((w.start for w in words if w.start >= start), span.start)
    end = max((w.end for w in words if w.end <= begin + _LONGEST), default=span.end)
    return Span(min(begin, inside.start), max(end, inside.end))
