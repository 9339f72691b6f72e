"""Which mentions of dated events does one article hold? Each with its clause, its title, and what can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.chronology.naming import mention_id
from timeline_app.chronology.phrases.cutting import shorten
from timeline_app.chronology.phrases.grammar import grammar_of
from timeline_app.chronology.reports.dating import dated
from timeline_app.chronology.reports.further import Told, further_of, opened_by_dateline
from timeline_app.chronology.reports.head import clauses_of
from timeline_app.chronology.reports.hearsay import without_hearsay
from timeline_app.chronology.reports.judgement import may_date, refusal
from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.sentence import Sentence, sentences_of
from timeline_app.chronology.titles.title import title_of
from timeline_app.chronology.traits.alias import Aliases
from timeline_app.chronology.traits.difference import UNMARKED, Marks, marks_of
from timeline_app.chronology.traits.kind import kind_told, shown_as
from timeline_app.chronology.traits.participant import participants_of
from timeline_app.chronology.traits.status import status_of
from timeline_app.chronology.traits.trait import Traits, spelled, traits_of
from timeline_app.model.article import Article, passage_of
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Mention, MentionBasis, Modality
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step

_DEICTIC, _NAMING = "-deictic", ("no-event-name", "no-event-bracketed")
_LONGEST, _ENOUGH, _NEAR, _LEAD, _CONTENT = 380, 130, 10, 3, 3


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what linking compares; ``merit`` ranks its title, which is of its ``own`` date or of a clause around it;
    ``sentence`` is the order in the article; ``marks`` are what keeps it apart.
    """

    mention: Mention
    traits: Traits
    merit: int
    sentence: int
    order: int = 0
    compare: DateRange | None = None
    names: frozenset[str] = frozenset()
    embedded: bool = False
    marks: Marks = UNMARKED
    own: bool = True

    @property
    def days(self) -> DateRange:
        """The days to compare: those the article says, or what was probably meant where they are doubted."""
        return self.compare or self.mention.dates[0]

    @property
    def teller(self) -> ArticleId:
        """The article that reports it."""
        return self.mention.passage.article

    @property
    def counted(self) -> frozenset[tuple[float, str]]:
        """What is counted in it: the least number and the unit of each figure."""
        return frozenset((figure.low, figure.unit) for figure in self.traits.figures)

    @property
    def key(self) -> tuple[str, int, int, int]:
        """An order of reports that does not depend on the order of the articles."""
        passage = self.mention.passage
        return passage.sha256, passage.span.start, passage.span.end, self.order


def reports_of(article: Article, readings: Sequence[Reading], aliases: Aliases | None = None) -> tuple[Report, ...]:
    """The dated reports of an article, in the order of the text; ``aliases`` tell which bodies they name."""
    known = aliases or Aliases()
    sure = [reading for reading in readings if not reading.conflicts]
    out: list[Report] = []
    for sentence in sentences_of(article, readings):
        placed = tuple(r for r in sentence.readings if r.ranges and may_date(sentence, r))
        for clause, dates in _told_in(sentence, placed, article):
            told = _told(article, clause)
            names = known.names_in(told.traits.context)
            traits = _named(told.traits, known)
            compare = meant(clause.readings[0], sure)
            mentions = [_of_day(article, told.mention, days, order) for order, days in enumerate(dates)]
            out += [
                replace(told, mention=mention, traits=traits, order=order, compare=compare, names=names)
                for order, mention in enumerate(mentions)
            ]
    return tuple(out)


def _told_in(sentence: Sentence, placed: tuple[Reading, ...], article: Article) -> list[Told]:
    """What a sentence reports, clause by clause, and on which days; what is dated itself comes first."""
    published = article.published.when
    if not placed and sentence.dateline is not None and not sentence.readings:
        return list(opened_by_dateline(grammar_of(sentence.words, article.text), sentence, published))
    clauses = clauses_of(sentence, placed, article.text, published)
    judged = [refusal(clause, article.text, published) for clause in clauses]
    named = [c.readings[0] for c, why in zip(clauses, judged, strict=True) if why is not None and why.code in _NAMING]
    if 0 < len(named) < len(placed):  # «أغلق معرض الكتاب 2021، أبوابه الأحد»: the year parts no clause
        clauses = clauses_of(sentence, tuple(r for r in placed if r not in named), article.text, published)
        judged = [refusal(clause, article.text, published) for clause in clauses]
    refused = {id(clause) for clause, why in zip(clauses, judged, strict=True) if why is not None}
    told = [(clause, days) for clause, days in dated(clauses) if id(clause) not in refused]
    if not told:
        return []
    grammar = grammar_of(sentence.words, article.text)
    return [*without_hearsay(grammar, told), *further_of(grammar, told, published)]


def inferred(article: Article, span: Span, traits: Traits, why: tuple[Step, ...], sentence: int) -> Report:
    """The report of a passage without a date that the reasons tie to an event, or to none of which a day is known."""
    passage = passage_of(article, span)
    mention = Mention(
        id=mention_id(passage),
        passage=passage,
        basis=MentionBasis.INFERRED,
        title=shorten(" ".join(passage.quote.split())),
        kind=traits.kind,
        place=traits.place,
        links=spelled(why, passage.quote),
    )
    return Report(mention, traits, 0, sentence)


def _named(traits: Traits, known: Aliases) -> Traits:
    return replace(traits, stems=known.canonical(traits.stems), context=known.canonical(traits.context))


def _told(article: Article, clause: Clause) -> Report:
    """The report of a clause, its days still to be filled in."""
    reading = clause.readings[0]
    title = title_of(clause, article)
    traits = traits_of(clause, article.text, clause.sentence.words)
    passage = passage_of(article, _bounded(clause))
    participants = participants_of(clause, article.text)
    status = status_of(clause, article.published.when)
    kind = kind_told(title.text, clause, traits.kind)
    mention = Mention(
        id=mention_id(passage),
        passage=passage,
        basis=MentionBasis.DATED,
        expression=reading.span,
        title=title.text,
        kind=shown_as(clause, kind, ahead=status is Modality.ANNOUNCED),
        place=traits.place,
        participants=participants,
        modality=status,
        doubtful=is_doubted(reading),
        steps=(step("date-from-words", words=reading.span.of(article.text)), *reading.steps),
    )
    embedded = clause.shape in (Shape.NOUN, Shape.RELATIVE) and clause.first >= _LEAD
    marks = marks_of(clause, traits, participants, article.text)
    return Report(mention, traits, title.merit, clause.sentence.order, embedded=embedded, marks=marks, own=title.own)


def _of_day(article: Article, mention: Mention, days: DateRange, order: int) -> Mention:
    name = mention.id if order == 0 else mention_id(passage_of(article, mention.passage.span), order)
    return replace(mention, id=name, dates=(days,))


def is_doubted(reading: Reading) -> bool:
    """Whether the words contradict themselves; «اليوم الأربعاء» in Thursday's paper was only written the day before."""
    return any(not conflict.code.endswith(_DEICTIC) for conflict in reading.conflicts)


def meant(reading: Reading, others: Sequence[Reading]) -> DateRange | None:
    """The day that a doubted date probably means: the alternative within days that the sure ``others`` give, or the only one."""
    if not is_doubted(reading) or not reading.alternatives:
        return None
    for other in others:
        near = [d for d in other.ranges if d.grain is Grain.DAY and d.days <= _NEAR]
        for days in near:
            within = next((a for a in reading.alternatives if days.contains(a)), None)
            if within is not None:
                return within
    return reading.alternatives[0] if len(reading.alternatives) == 1 else None


def _bounded(clause: Clause) -> Span:
    """The clause, cut at a phrase's end where it runs on: a mention says where the event is reported."""
    span = clause.span
    words = clause.sentence.words[clause.first : clause.last]
    told = clause.sentence.words[max(clause.head, 0)]
    inside = Span(told.start, told.end) if clause.lent else clause.readings[0].span
    if len(span) > _ENOUGH:
        reach = max(inside.end, told.end)
        content = [w.form in discourse("complementiser") for w in words] + [False, False]
        ends = (w for k, w in enumerate(words) if not any(content[k + 1 : k + _CONTENT]))  # «قال أمس، إن …»
        marks = [w.start for w in ends if w.form in COMMAS and reach <= w.start and w.start - span.start <= _ENOUGH]
        if marks:
            span = Span(span.start, marks[-1])
    if len(span) <= _LONGEST:
        return span
    start = span.start if inside.end - span.start <= _LONGEST else inside.start - _LONGEST // 2
    begin = next((w.start for w in words if w.start >= start), span.start)
    end = max((w.end for w in words if w.end <= begin + _LONGEST), default=span.end)
    return Span(min(begin, inside.start), max(end, inside.end))
