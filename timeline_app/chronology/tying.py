"""Which passages without a date tell of an event that others date? A number, a figure, a speaker or their words tie them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.chronology.alias import Aliases
from timeline_app.chronology.allusion import alluded
from timeline_app.chronology.cutting import shorten
from timeline_app.chronology.figure import Ordinal
from timeline_app.chronology.known import NAMED, Around, Known, Profile, Told
from timeline_app.chronology.lexicon import discourse
from timeline_app.chronology.mention import Report
from timeline_app.chronology.naming import mention_id
from timeline_app.chronology.sentence import Sentence, sentences_of
from timeline_app.chronology.trait import Traits, place_of, spelled, stems_of
from timeline_app.chronology.undated import Undated, undated_of
from timeline_app.model.article import Article, SectionRole, passage_of
from timeline_app.model.event import Mention, MentionBasis, Modality
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step

THRESHOLD, _MARGIN = 0.3, 0.02
_FEWEST, _LONGEST, _LONG = 3, 380, 10
_OPENING = 5
_TRAY = frozenset(
    {"attack", "disaster", "death", "appointment", "election", "trial", "agreement", "opening", "founding", "match", "protest"}
)
_WORDS, _MAIN, _SAME_NAME = 0.6, 0.06, 0.05
_LEAST = (THRESHOLD - _MAIN - _SAME_NAME) / _WORDS - 1e-9


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in an article a sentence stands: after which event, which one it is about, who has spoken of which."""

    previous: int | None
    main: int | None
    speakers: dict[int, set[str]]
    inside: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _At:
    """Whether the event was just told, in which article one stands, who has spoken of the event there, and the noun of the
    passage with which no other event of the article is told.
    """

    near: bool
    article: str
    speakers: set[str]
    only: str | None = None


@dataclass(frozen=True, slots=True)
class _Shared:
    """What a passage and an event have in common; whether the event is one of its own article, was just told, goes on."""

    here: bool
    near: bool
    ordinals: frozenset[Ordinal]
    stems: frozenset[str]
    figures: frozenset[tuple[float, str]]
    speakers: frozenset[str]
    pointed: frozenset[str]
    name: bool
    continues: bool
    coming: bool = False


def tied(
    article: Article, readings: Sequence[Reading], groups: Sequence[Sequence[Report]], known: Known, aliases: Aliases
) -> tuple[tuple[int | None, Report], ...]:
    """The undated passages of an article, each with the index of the group of reports (the event) it belongs to.

    None stands for a passage that tells something of which no day is known: it goes to the tray.
    """
    here = known.told.get(article.id, ())
    told = {r.sentence: i for i, r in sorted(here, key=lambda p: -p[1].mention.passage.span.start) if not r.embedded}
    background = {r.sentence: r.mention.passage.span.start for _, r in here if r.embedded}
    place = _Place(None, _main(here, groups), defaultdict(set))
    sentences = sentences_of(article, readings)
    around = Around(article.id, known, _commonness(sentences))
    within: dict[int, set[int]] = defaultdict(set)
    for i, report in here:
        within[report.sentence].add(i)
    out: list[tuple[int | None, Report]] = []
    for sentence in sentences:
        if sentence.order in told:
            place = replace(place, previous=told[sentence.order])
            continue
        if sentence.role is SectionRole.HEADING or (_is_dated(sentence) and sentence.order not in background):
            continue
        undated = undated_of(sentence, aliases)
        inside = frozenset(within.get(sentence.order, ()))
        best = _best(undated, known, article.id, replace(place, inside=inside), around)
        if best is not None:
            at, why = best
            out.append((at, _report(article, undated, why, background.get(sentence.order))))
            place.speakers[at].update(undated.speaker)
        elif undated.told and undated.kind in _TRAY:
            out.append((None, _report(article, undated, (), background.get(sentence.order))))
        if best is not None or not undated.continues:
            place = replace(place, previous=None if best is None else best[0])
    return (*out, *_alluded(article, sentences, [*here, *out], known, around))


def _alluded(
    article: Article, sentences: Sequence[Sentence], found: Sequence[tuple[int | None, Report]], known: Known, around: Around
) -> list[tuple[int | None, Report]]:
    """The phrases of all sentences that name an event the sentence does not tell of anyway."""
    within: dict[int, set[int]] = defaultdict(set)
    for i, report in found:
        within[report.sentence] |= set() if i is None else {i}
    dated = {report.sentence for _, report in found if report.mention.basis is MentionBasis.DATED}
    return [a for s in sentences for a in alluded(article, s, known, around, within[s.order], dated=s.order in dated)]


def _main(here: Sequence[Told], groups: Sequence[Sequence[Report]]) -> int | None:
    """The event the article is about: the first it reports with a day."""
    found = [(r.mention.passage.span.start, i) for i, r in here]
    fine_groups = {i for i in {i for i, _ in here} if any(r.days.days <= _LONG for r in groups[i])}
    fine = [(start, i) for start, i in found if i in fine_groups]
    return min(fine or found)[1] if found else None


def _commonness(sentences: Sequence[Sentence]) -> dict[str, int]:
    """In how many sentences of the article each stem stands: other articles change nothing here."""
    return dict(Counter(s for sentence in sentences for s in stems_of(sentence.words)))


def _is_dated(sentence: Sentence) -> bool:
    return any(r.ranges and r.expression.type in (TimexType.DATE, TimexType.TIME) for r in sentence.readings)


def _best(undated: Undated, known: Known, article: str, place: _Place, around: Around) -> tuple[int, tuple[Step, ...]] | None:
    if (len(undated.stems) < _FEWEST and not undated.continues) or _tells_of_another(undated):
        return None
    scored = []
    others = {i for i, spoken in place.speakers.items() if spoken & undated.speaker} if undated.speaker else set()
    if place.previous is not None:
        others.add(place.previous)
    whole = around.weight(undated.stems)
    only = around.only(undated.later)
    figures = frozenset(f for f in undated.figures if not around.is_claimed(f, undated.stems))
    for i in around.among(undated, _LEAST, others):
        if i in place.inside:
            continue
        prints = figures if around.is_here(i) else undated.figures
        shared = _shared(
            undated, prints, known.profiles[i], _At(i == place.previous, article, place.speakers.get(i, set()), only.get(i))
        )
        score = _score(undated, shared, around, whole)
        score += _MAIN if i == place.main and score else 0.0
        if score >= THRESHOLD:
            scored.append((-round(score, 6), i, shared))
    scored.sort(key=lambda s: s[:2])
    if not scored or scored[0][2] is None:
        return None
    kin = len(scored) > 1 and known.profiles[scored[0][1]].ordinals & known.profiles[scored[1][1]].ordinals
    if len(scored) > 1 and not kin and scored[1][0] - scored[0][0] < _MARGIN:
        return None
    return scored[0][1], _reasons(scored[0][2], around)


def _tells_of_another(undated: Undated) -> bool:
    """«وفي هجوم منفصل، …»: the sentence says itself that it tells of something else."""
    return any(word.form in discourse("apart") for word in undated.sentence.words[:_OPENING])


def _shared(undated: Undated, figures: frozenset[tuple[float, str]], profile: Profile, at: _At) -> _Shared | None:
    """What the passage and the event have in common; None where they name different members of one series."""
    mine = {o.series: o.number for o in profile.ordinals}
    if any(mine.get(o.series, o.number) != o.number for o in undated.ordinals):
        return None
    here = at.article in profile.articles
    return _Shared(
        here,
        at.near,
        undated.ordinals & profile.ordinals,
        undated.stems & profile.stems,
        figures & profile.figures,
        undated.speaker & (profile.speakers | at.speakers),
        (undated.pointed & profile.nouns) | ({at.only} if at.only else set()) if here else frozenset(),
        bool(undated.names & profile.names),
        at.near and undated.continues and "statement" in profile.kinds,
        undated.coming and Modality.ANNOUNCED in profile.modalities,
    )


def _score(undated: Undated, shared: _Shared | None, around: Around, whole: float) -> float:
    if shared is None or not _sure(undated, shared):
        return 0.0
    score = 0.35 if shared.ordinals else 0.0
    score += _WORDS * (around.weight(shared.stems) / whole * min(1.0, len(shared.stems) / _FEWEST) if whole else 0.0)
    score += min(0.5, 0.25 * len(shared.figures))
    score += 0.25 if shared.here and shared.speakers else 0.0
    run = (0.28 if shared.near else 0.0) + (0.3 if shared.continues else 0.0)
    return score + (run + (0.25 if shared.pointed else 0.0) + (_SAME_NAME if shared.name else 0.0))


def _sure(undated: Undated, shared: _Shared) -> bool:
    """Whether more than a likeness of words speaks for it: a session's number, two figures, or one of its own article."""
    if any(o.series == NAMED for o in shared.ordinals) or len(shared.figures) > 1:
        return True
    if not shared.here:
        return False
    signs = shared.ordinals or shared.figures or shared.pointed
    return bool(signs) or ((undated.told or shared.coming) and bool(shared.speakers or shared.stems or shared.near))


def _reasons(shared: _Shared, around: Around) -> tuple[Step, ...]:
    """Why, in the order of weight; that it follows, or shares words, is said only where nothing else can be."""
    why: list[Step] = []
    if shared.ordinals:
        why.append(step("tie-ordinal", number=min(o.number for o in shared.ordinals)))
    if shared.figures:
        why.append(step("tie-figure", figure=f"{min(shared.figures)[0]:g}"))
    if shared.speakers:
        why.append(step("tie-shared-speaker", words=" ".join(sorted(shared.speakers)[:3])))
    if shared.continues:
        why.append(step("tie-continues"))
    if shared.pointed:
        why.append(step("tie-points-back", words=" ".join(sorted(shared.pointed))))
    if shared.stems and not why:
        why.append(step("tie-shared-words", words=" ".join(sorted(shared.stems, key=around.rarity)[:4])))
    return tuple(why) or (step("tie-follows"),)


def _report(article: Article, undated: Undated, why: tuple[Step, ...], stop: int | None) -> Report:
    span = _trimmed(undated.sentence, stop)
    passage = passage_of(article, span)
    place, places = place_of(undated.sentence.words, article.text)
    mention = Mention(
        id=mention_id(passage),
        passage=passage,
        basis=MentionBasis.INFERRED,
        title=shorten(" ".join(passage.quote.split())),
        kind=undated.kind,
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
