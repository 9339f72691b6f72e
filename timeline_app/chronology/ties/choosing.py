"""To which of the events of an article does a sentence without a date belong, if to any? To the one that most speaks for."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chronology.sentences.lexicon import discourse, undated_words
from timeline_app.chronology.ties.copying import Tie
from timeline_app.chronology.ties.known import Around, Known
from timeline_app.chronology.ties.likeness import LEAST, MAIN, THRESHOLD, At, reasons_of, score_of, shared_by
from timeline_app.chronology.ties.undated import Undated
from timeline_app.model.step import Step

_MARGIN, _FEWEST, _OPENING = 0.02, 3, 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an article a sentence stands: after which event and whether of a saying, which one it is about, which was told
    last but for what was before it, who has spoken of which, which is within it or after the article.
    """

    previous: int | None
    main: int | None
    front: int | None
    speakers: dict[int, set[str]]
    inside: frozenset[int] = frozenset()
    later: frozenset[int] = frozenset()
    saying: bool = False


_UNTIED: tuple[Tie, tuple[Step, ...]] = (Tie(None, 0.0), ())


def best(undated: Undated, known: Known, place: Place, around: Around) -> tuple[Tie, tuple[Step, ...]]:
    """The event that an undated sentence belongs to and why; None where none is sure, or two are."""
    few = len(undated.stems) < _FEWEST and not undated.continues and not undated.pointed
    if few or tells_of_another(undated):
        return _UNTIED
    scored = []
    others = {i for i, spoken in place.speakers.items() if spoken & undated.speaker} if undated.speaker else set()
    if place.previous is not None:
        others.add(place.previous)
    whole = around.weight(undated.stems)
    only = around.only(undated.later)
    figures = frozenset(f for f in undated.figures if not around.is_claimed(f, undated.stems))
    for i in around.among(undated, LEAST, others):
        if i in place.inside or (undated.past and i in place.later):
            continue
        prints = figures if around.is_here(i) else undated.figures
        at = At(i == place.previous, around.is_here(i), place.speakers.get(i, set()), only.get(i), place.saying)
        shared = shared_by(undated, prints, known.profiles[i], at)
        score = score_of(undated, shared, around, whole)
        score += MAIN if i == place.main and score else 0.0
        if score >= THRESHOLD:
            scored.append((-round(score, 6), i, shared))
    scored.sort(key=lambda s: s[:2])
    if not scored or scored[0][2] is None:
        return _UNTIED
    kin = len(scored) > 1 and known.profiles[scored[0][1]].ordinals & known.profiles[scored[1][1]].ordinals
    if len(scored) > 1 and not kin and scored[1][0] - scored[0][0] < _MARGIN:
        return _UNTIED
    return Tie(scored[0][1], -scored[0][0]), reasons_of(scored[0][2], around)


def tells_of_another(undated: Undated) -> bool:
    """«وفي هجوم منفصل، …», «في غضون ذلك، …»: the sentence says itself that it tells of something else."""
    opening = [word.form for word in undated.sentence.words[:_OPENING]]
    return any(form in discourse("apart") or form in undated_words("meanwhile") for form in opening)
