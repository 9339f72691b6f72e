"""Which passages without a date tell of an event that others date? A number, a figure, a speaker or their words tie them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.chronology.alias import Aliases
from timeline_app.chronology.clause import COMMAS
from timeline_app.chronology.figure import Ordinal, figures_of, ordinals_of
from timeline_app.chronology.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.mention import Report
from timeline_app.chronology.naming import mention_id
from timeline_app.chronology.sentence import Sentence, sentences_of
from timeline_app.chronology.title import shorten
from timeline_app.chronology.trait import Traits, place_of, speaker_of, spelled, stems_of
from timeline_app.chronology.words import bare, stem
from timeline_app.model.article import Article, SectionRole, passage_of
from timeline_app.model.event import Mention, MentionBasis
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step

THRESHOLD, _MARGIN = 0.25, 0.02
_FEWEST, _LONGEST, _COMMONNESS, _LONG = 3, 380, 0.8, 10
_MAIN = 0.12
_OPENING = 7


@dataclass(slots=True)
class _Profile:
    """What is known of an event while an article is read: its words, figures, speakers, and where it was last told."""

    stems: Counter[str] = field(default_factory=Counter)
    figures: set[tuple[float, str]] = field(default_factory=set)
    ordinals: set[Ordinal] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in an article a sentence stands: after which event, and which one the article is about."""

    previous: int | None
    main: int | None


@dataclass(frozen=True, slots=True)
class _Undated:
    """A sentence without a date of its own, with what can be compared."""

    sentence: Sentence
    stems: frozenset[str]
    figures: frozenset[tuple[float, str]]
    ordinals: frozenset[Ordinal]
    speaker: frozenset[str]
    continues: bool
    pointed: frozenset[str]
    names: frozenset[str]
    told: bool


def tied(
    article: Article,
    readings: Sequence[Reading],
    groups: Sequence[Sequence[Report]],
    aliases: Aliases,
) -> tuple[tuple[int, Report], ...]:
    """The undated passages of an article, each with the index of the group of reports (the event) it belongs to."""
    profiles = {i: _profile(group) for i, group in enumerate(groups)}
    told = _told_in(article, groups)
    background = {
        r.sentence: r.mention.passage.span.start
        for g in groups
        for r in g
        if r.embedded and r.mention.passage.article == article.id
    }
    out: list[tuple[int, Report]] = []
    previous: int | None = None
    main = _main(article, groups)
    sentences = sentences_of(article, readings)
    common = _commonness(sentences)
    for sentence in sentences:
        if sentence.order in told:
            previous = told[sentence.order]
            continue
        if sentence.role is SectionRole.HEADING or (_is_dated(sentence) and sentence.order not in background):
            continue
        undated = _undated(sentence, aliases)
        best = _best(undated, profiles, article.id, _Place(previous, main), common)
        if best is not None:
            at, why = best
            out.append((at, _report(article, undated, why, background.get(sentence.order))))
            previous = at
            profiles[at].speakers |= undated.speaker
        elif not undated.continues:
            previous = None
    return tuple(out)


def _main(article: Article, groups: Sequence[Sequence[Report]]) -> int | None:
    """The event the article is about: the first it reports with a day."""
    found = [
        (r.mention.passage.span.start, i) for i, g in enumerate(groups) for r in g if r.mention.passage.article == article.id
    ]
    fine = [(start, i) for start, i in found if any(r.days.days <= _LONG for r in groups[i])]
    return min(fine or found)[1] if found else None


def _commonness(sentences: Sequence[Sentence]) -> dict[str, int]:
    """In how many sentences of the article each stem stands: other articles change nothing here."""
    return dict(Counter(s for sentence in sentences for s in stems_of(sentence.words)))


def _profile(group: Sequence[Report]) -> _Profile:
    out = _Profile()
    for report in group:
        traits: Traits = report.traits
        out.stems.update(traits.stems | traits.context)
        out.figures |= {(f.low, f.unit) for f in traits.figures}
        out.ordinals |= traits.ordinals
        out.speakers |= traits.speaker
        out.nouns |= {traits.told} if traits.told else set()
        out.kinds.add(traits.kind)
        out.articles.add(report.mention.passage.article)
        out.names |= report.names
    return out


def _told_in(article: Article, groups: Sequence[Sequence[Report]]) -> dict[int, int]:
    """The last event each sentence of the article reports with a date."""
    found = [
        (r.sentence, r.mention.passage.span.start, i)
        for i, g in enumerate(groups)
        for r in g
        if r.mention.passage.article == article.id
    ]
    return {sentence: i for sentence, _, i in sorted(found, reverse=True)}


def _is_dated(sentence: Sentence) -> bool:
    return any(r.ranges and r.expression.type in (TimexType.DATE, TimexType.TIME) for r in sentence.readings)


def _undated(sentence: Sentence, aliases: Aliases) -> _Undated:
    words = sentence.words
    taken = [r.span for r in sentence.readings]
    stems = stems_of(words)
    verb = next((i for i, w in enumerate(words[:6]) if verb_of(w.form) is not None), None)
    saying = verb is not None and (found := verb_of(words[verb].form)) is not None and found.kind == "statement"
    return _Undated(
        sentence,
        stems,
        frozenset((f.low, f.unit) for f in figures_of(words, taken) if f.low > 2),
        ordinals_of(words),
        speaker_of(words, verb + 1, len(words)) if saying and verb is not None else frozenset(),
        bool(words) and words[0].form in discourse("continuation"),
        _pointed(sentence),
        aliases.names_in(stems),
        _tells(sentence),
    )


def _tells(sentence: Sentence) -> bool:
    """Whether the sentence opens by telling what was done or said: a verb of the past that is no lasting state."""
    if sentence.role is not SectionRole.BODY:
        return False
    for i, word in enumerate(sentence.words[:_OPENING]):
        verb = verb_of(word.form)
        before = sentence.words[i - 1].form if i else ""
        if verb is None or word.form in discourse("auxiliary") or (i >= _FEWEST and before not in COMMAS):
            continue
        ambiguous = noun_of(word.form) is not None and word.form[:1] not in "وف"
        return not ambiguous and not verb.present and not verb.future and verb.lemma not in discourse("state")
    return False


def _pointed(sentence: Sentence) -> frozenset[str]:
    """The event nouns a sentence points back to: «هذا الهجوم», «الحادث», «الانتخابات»."""
    out = set()
    for i, word in enumerate(sentence.words):
        noun = noun_of(word.form)
        before = sentence.words[i - 1].form if i else ""
        definite = bare(word.form) != word.form
        if noun is not None and definite and (before in discourse("demonstrative") or i <= 4):
            out.add(stem(noun.lemma))
    return frozenset(out)


def _best(
    undated: _Undated, profiles: Mapping[int, _Profile], article: str, place: _Place, common: Mapping[str, int]
) -> tuple[int, tuple[Step, ...]] | None:
    if len(undated.stems) < _FEWEST and not undated.continues:
        return None
    scored = []
    for i, profile in profiles.items():
        score, why = _score(undated, profile, common, near=i == place.previous, here=article in profile.articles)
        score += _MAIN if i == place.main and score else 0.0
        if score >= THRESHOLD:
            scored.append((-round(score, 6), i, tuple(why)))
    scored.sort(key=lambda s: s[:2])
    if not scored:
        return None
    kin = len(scored) > 1 and profiles[scored[0][1]].ordinals & profiles[scored[1][1]].ordinals
    if len(scored) > 1 and not kin and scored[1][0] - scored[0][0] < _MARGIN:
        return None
    return scored[0][1], scored[0][2]


def _score(
    undated: _Undated, profile: _Profile, common: Mapping[str, int], *, near: bool, here: bool
) -> tuple[float, list[Step]]:
    why: list[Step] = []
    mine = {o.series: o.number for o in profile.ordinals}
    if any(mine.get(o.series, o.number) != o.number for o in undated.ordinals):
        return 0.0, why
    both = undated.ordinals & profile.ordinals
    score = 0.35 if both else 0.0
    if both:
        why.append(step("tie-ordinal", number=min(o.number for o in both)))
    shared = {s for s in undated.stems if profile.stems[s]}
    score += 0.6 * _share(shared, undated.stems, common)
    figures = undated.figures & profile.figures
    if figures:
        why.append(step("tie-figure", figure=f"{min(figures)[0]:g}"))
        score += min(0.5, 0.25 * len(figures))
    if undated.speaker & profile.speakers:
        why.append(step("tie-shared-speaker", words=" ".join(sorted(undated.speaker & profile.speakers)[:3])))
        score += 0.25 if here else 0.0
    score += _discourse(undated, profile, why, near=near, here=here)
    if shared and not why:
        why.append(step("tie-shared-words", words=" ".join(sorted(shared, key=lambda s: (common.get(s, 0), s))[:4])))
    if near and not why:
        why.append(step("tie-follows"))
    sure = bool(why) and (bool(both or figures) or (here and (undated.told or bool(undated.pointed & profile.nouns))))
    return (score if sure else 0.0), why


def _discourse(undated: _Undated, profile: _Profile, why: list[Step], *, near: bool, here: bool) -> float:
    """What the run of the article adds: the sentence goes on from the one before, or points back to the event."""
    score = 0.0
    if near:
        score += 0.2
        if undated.continues and "statement" in profile.kinds:
            why.append(step("tie-continues"))
            score += 0.3
    if here and undated.pointed & profile.nouns:
        why.append(step("tie-points-back", words=" ".join(sorted(undated.pointed & profile.nouns))))
        score += 0.25
    if undated.names & profile.names:
        score += 0.05
    return score


def _share(shared: set[str], stems: frozenset[str], common: Mapping[str, int]) -> float:
    def weight(word: str) -> float:
        return 1 / (1 + _COMMONNESS * math.log(max(common.get(word, 1), 1)))

    whole = sum(weight(s) for s in stems)
    return sum(weight(s) for s in shared) / whole * min(1.0, len(shared) / _FEWEST) if whole else 0.0


def _report(article: Article, undated: _Undated, why: tuple[Step, ...], stop: int | None) -> Report:
    span = _trimmed(undated.sentence, stop)
    passage = passage_of(article, span)
    place, places = place_of(undated.sentence.words, article.text)
    mention = Mention(
        id=mention_id(passage),
        passage=passage,
        basis=MentionBasis.INFERRED,
        title=shorten(" ".join(passage.quote.split())),
        place=place,
        links=spelled(why, passage.quote),
    )
    return Report(mention, Traits(stems=undated.stems, ordinals=undated.ordinals, places=places), 0, undated.sentence.order)


def _trimmed(sentence: Sentence, stop: int | None) -> Span:
    """The sentence, at most as long as a mention may be, and not into the phrase that another event takes (at ``stop``)."""
    span = sentence.span
    roof = min(span.start + _LONGEST, stop if stop is not None else span.end)
    if span.end <= roof:
        return span
    end = max((w.end for w in sentence.words if w.end <= roof and not w.is_mark), default=span.end)
    return Span(span.start, end)
