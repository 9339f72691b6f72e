"""What does an article open with? Its headline tells what its lede tells; a lede without a date, what dated ledes tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from timeline_app.calendars.weekday import weekday
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import discourse, kinship, noun_of, undated_words, verb_of
from timeline_app.chronology.sentences.sentence import Sentence, sentences_of
from timeline_app.chronology.sentences.words import fold, stem
from timeline_app.chronology.ties.answering import answer_of, is_told_by
from timeline_app.chronology.ties.known import Known, Told
from timeline_app.chronology.ties.undated import is_declared, prints_of, speaker_of_opening
from timeline_app.chronology.traits.figure import Ordinal, counts_apart, number_apart, ordinals_of
from timeline_app.chronology.traits.trait import place_at, stems_of
from timeline_app.model.article import Article, SectionRole
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import MentionBasis
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

_NEAR, _SHARED, _LIKE = 3, 2, 0.4
_FEWEST, _LEAST, _MANY, _FIRST = 4, 0.4, 200, 2
_RECENT, _TOLD, _LESS, _MOST, _MUCH_LESS = 3, 4, 0.7, 9, 0.65
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)\Z")
_SAID, _DECLARED = frozenset({"statement", "rule"}), frozenset({"statement", "decision"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A word of a sentence that tells: the stem of its masdar and its kind."""

    head: str
    kind: str


def tellings_of(sentence: Sentence) -> tuple[Telling, ...]:
    """The words of a sentence that tell, in their order, each verb by its masdar."""
    found = (verb_of(word.form) or noun_of(word.form) for word in sentence.words if word.form not in discourse("auxiliary"))
    return tuple(Telling(stem(fold(t.masdar or t.lemma)), t.kind) for t in found if t is not None)


def headline_of(sentences: Sequence[Sentence]) -> Sentence | None:
    """The headline as one sentence, however many it is cut into; None where there is none or it holds a date."""
    title = [s for s in sentences if s.role is SectionRole.TITLE]
    if not title or any(r.ranges for s in title for r in s.readings):
        return None
    words = tuple(word for s in title for word in s.words)
    return replace(title[0], span=Span(title[0].span.start, title[-1].span.end), words=words)


def told_by_headline(headline: Sentence, sentences: Sequence[Sentence], told: Sequence[Told]) -> int | None:
    """The event that the headline tells: of the opening sentence that says most of its words again, the first told alike."""
    stems = stems_of(headline.words)
    near = [s for s in sentences if s.role is SectionRole.BODY][:_NEAR]
    like = max(near, key=lambda s: (len(stems & stems_of(s.words)), -s.order), default=None)
    if like is None or len(stems & stems_of(like.words)) < max(_SHARED, _LIKE * len(stems)):
        return None
    ordinals = ordinals_of(headline.words)
    here = [(i, r) for i, r in told if r.sentence == like.order and not number_apart(ordinals, r.traits.ordinals)]
    here.sort(key=lambda found: (found[1].embedded, found[1].mention.passage.span.start, found[0]))
    for telling in tellings_of(headline):
        same = (i for i, report in here if _is_word_of(telling, report, like))
        akin = (i for i, report in here if _family(telling.kind) == _family(report.traits.kind))
        found = next(same, next(akin, None))
        if found is not None:
            return found
    return None


def _is_word_of(telling: Telling, report: Report, sentence: Sentence) -> bool:
    if report.mention.basis is not MentionBasis.DATED:
        return telling in tellings_of(sentence)
    return telling.head in (report.marks.head, report.traits.told)


@dataclass(frozen=True, slots=True)
class _Lede:
    """What a dated article opens with: the event, its days, the words of the sentence and the words that tell it first."""

    event: int
    days: DateRange
    stems: frozenset[str]
    main: tuple[str, ...]
    declares: bool
    speaker: frozenset[str]
    ordinals: frozenset[Ordinal]
    figures: frozenset[tuple[float, str]]
    cities: frozenset[str]


class Ledes:
    """What the dated articles open with: of each the first report of its first sentences. Read when first asked."""

    def __init__(self, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]], known: Known) -> None:
        self._articles, self._readings, self._known = articles, readings, known

    def like(self, sentence: Sentence) -> tuple[int, frozenset[str]] | None:
        """The event told by the dated lede that is most like a sentence, with the words they share; None where none is, or two
        that tell different events are equally so.
        """
        ledes, by_word = self._indexed
        stems, main = stems_of(sentence.words), _main(sentence)
        near = {k for word in stems for k in by_word.get(word, ())[:_MANY]}
        likely = (ledes[k] for k in sorted(near) if self._may_be(ledes[k], sentence, main))
        scored = sorted(((-len(stems & lede.stems), lede.event, lede) for lede in likely), key=lambda found: found[:2])
        if not scored or -scored[0][0] < max(_FEWEST, _LEAST * len(stems)):
            return None
        best = scored[0][2]
        if any(score == scored[0][0] and lede.event != best.event for score, _, lede in scored[1:]):
            return None
        return best.event, stems & best.stems

    def recent(self, sentence: Sentence, published: DateRange | None) -> tuple[int, frozenset[str]] | None:
        """The event of the days before an article appeared that its opening tells: with a word of the event and most of those
        that are, or else by far the most words; with the words they share. None where the day of the article is not known.
        """
        if published is None or published.days > _RECENT or is_refused(sentence):
            return None
        profiles, stems = self._known.profiles, stems_of(sentence.words)
        answer = answer_of(sentence.words)
        heads = {*_main(sentence)}
        near = {i for day in range(published.first - _RECENT, published.last + 1) for i in self._known.by_key.get(day, ())}
        near = {i for i in near if answer is None or is_told_by(answer, profiles[i].telling | profiles[i].nouns)}
        ranked = sorted(((-len(stems & profiles[i].core), i) for i in near), key=lambda found: found)
        told = [(n, i) for n, i in ranked if not heads.isdisjoint(profiles[i].telling | profiles[i].nouns)]
        for found, least, share in ((told, _TOLD, _LESS), (ranked, _MOST, _MUCH_LESS)):
            if found and -found[0][0] >= least and (len(found) == 1 or found[1][0] >= share * found[0][0]):
                event = found[0][1]
                apart = number_apart(ordinals_of(sentence.words), profiles[event].ordinals)
                return None if apart else (event, frozenset(stems & profiles[event].core))
        return None

    def _may_be(self, lede: _Lede, sentence: Sentence, main: tuple[str, ...]) -> bool:
        """Whether one word tells both first, or right after, and no answer, speaker, number, count, city or weekday keeps them
        apart.
        """
        if not main or not lede.main or not (main[0] in lede.main or lede.main[0] in main) or _repeated() & {*main}:
            return False
        if (answer := answer_of(sentence.words)) is not None and not is_told_by(answer, {*lede.main}):
            return False
        if is_declared(sentence) and not (lede.declares and _may_be_one(lede.speaker, speaker_of_opening(sentence.words))):
            return False
        cities = _cities(sentence)
        if not _may_be_one(cities, lede.cities):
            return False
        if number_apart(ordinals_of(sentence.words), lede.ordinals) or counts_apart(prints_of(sentence), lede.figures):
            return False
        days = [int(found[1]) for r in sentence.readings if (found := _WEEKDAY.match(r.value))]
        return not days or lede.days.days > 1 or weekday(lede.days.first) in days

    @cached_property
    def _indexed(self) -> tuple[list[_Lede], dict[str, list[int]]]:
        ledes: list[_Lede] = []
        by_word: dict[str, list[int]] = defaultdict(list)
        for article in self._articles:
            lede = self._lede(article)
            if lede is not None:
                for word in lede.stems:
                    by_word[word].append(len(ledes))
                ledes.append(lede)
        return ledes, by_word

    def _lede(self, article: Article) -> _Lede | None:
        told = [(r.sentence, r.embedded, r.key, i, r) for i, r in self._known.told.get(article.id, ()) if r.sentence <= _NEAR]
        order, embedded, _, event, report = min(told, key=lambda found: found[:4], default=(0, True, (), 0, None))
        if embedded or report is None:
            return None
        sentence = sentences_of(article, self._readings.get(article.id, ()))[order]
        return _Lede(
            event,
            report.days,
            stems_of(sentence.words),
            _main(sentence),
            _declares(sentence),
            speaker_of_opening(sentence.words),
            report.traits.ordinals,
            prints_of(sentence),
            _cities(sentence),
        )


def is_refused(sentence: Sentence) -> bool:
    """Whether a sentence denies or only foresees what its words tell."""
    return any(w.form in discourse("denial") or ((v := verb_of(w.form)) is not None and v.future) for w in sentence.words)


def _cities(sentence: Sentence) -> frozenset[str]:
    found = (place_at(sentence.words, i) for i in range(len(sentence.words)))
    return frozenset(place[0] for place in found if place is not None and place[2])


@cache
def _repeated() -> frozenset[str]:
    """The stems of what the same parties do again and again: one opening hardly tells which time is meant."""
    return frozenset(stem(word) for word in undated_words("repeated"))


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _declares(sentence: Sentence) -> bool:
    """Whether the first word that tells is a saying or a deciding («أقرت الوزارة بأن …»)."""
    return any(t.kind in _DECLARED for t in tellings_of(sentence)[:1])


def _main(sentence: Sentence) -> tuple[str, ...]:
    """The first words that tell what was done and do not only say it."""
    return tuple(t.head for t in tellings_of(sentence) if t.kind != "statement")[:_FIRST]


def _family(kind: str) -> str:
    """The family of a kind; a saying and a deciding are hardly told apart."""
    family = kinship(kind)
    return "statement" if family in _SAID else family
