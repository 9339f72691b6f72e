"""How far do an undated passage and a dated event agree? Numbers, figures, speakers, words, what is pointed back to."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chronology.sentences.lexicon import kinship
from timeline_app.chronology.ties.answering import is_told_by
from timeline_app.chronology.ties.known import NAMED, Around, Profile
from timeline_app.chronology.ties.undated import Undated, qualifiers
from timeline_app.chronology.traits.figure import Ordinal, number_apart
from timeline_app.model.event import Modality
from timeline_app.model.step import Step, step

THRESHOLD, MAIN = 0.3, 0.06
_WORDS, _SAME_NAME, _FEWEST = 0.6, 0.05, 3
LEAST = (THRESHOLD - MAIN - _SAME_NAME) / _WORDS - 1e-9


@dataclass(frozen=True, slots=True)
class At:
    """Whether the event was just told, and in the article one stands in, who has spoken of the event there, the noun of the
    passage with which no other event of the article is told, and whether what was just told is a saying.
    """

    near: bool
    here: bool
    speakers: set[str]
    only: str | None = None
    saying: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
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


def shared_by(undated: Undated, figures: frozenset[tuple[float, str]], profile: Profile, at: At) -> Shared | None:
    """What the passage and the event have in common; None where they name different members of one series, or where the
    passage tells what was done about the event.
    """
    if number_apart(undated.ordinals, profile.ordinals) or answers(undated, profile):
        return None
    foretold = undated.coming and undated.kind == "statement" and not undated.continues
    speakers = undated.speaker & (profile.speakers | at.speakers)
    if (undated.speaker - profile.speakers - at.speakers) & qualifiers():
        speakers = frozenset()
    stems = undated.stems & profile.stems
    stranger = undated.stranger and undated.speaker.isdisjoint(profile.stems | at.speakers)
    near = at.near and not (foretold and Modality.ANNOUNCED not in profile.modalities) and not undated.elsewhen
    near = near and not (stranger and len(stems) < _FEWEST) and not (undated.performs and not speakers)
    return Shared(
        at.here,
        near,
        undated.ordinals & profile.ordinals,
        stems,
        figures & profile.figures,
        speakers,
        _pointed(undated, profile, at) if at.here else frozenset(),
        bool(undated.names & profile.names),
        near
        and (undated.joins or undated.continues)
        and (undated.joins or at.saying or "statement" in profile.kinds)
        and not stranger,
        undated.coming and Modality.ANNOUNCED in profile.modalities,
    )


def answers(undated: Undated, profile: Profile) -> bool:
    """Whether what is told is done about the event and is not the event, nor a further step of its own doer."""
    answer = undated.answer
    if answer is None or is_told_by(answer, profile.telling | profile.nouns):
        return False
    return undated.speaker.isdisjoint(profile.speakers) or kinship(answer.kind) not in profile.families


def _pointed(undated: Undated, profile: Profile, at: At) -> frozenset[str]:
    """What the passage points back to: a noun of the event, or of its kind where it was just told («يأتي هذا القرار»)."""
    nouns = undated.pointed & profile.nouns
    if not nouns and at.near and undated.families & profile.families:
        nouns = undated.pointed
    return frozenset(nouns | ({at.only} if at.only else set()))


def score_of(undated: Undated, shared: Shared | None, around: Around, whole: float) -> float:
    """How surely the passage belongs to the event, the passage's words weighing ``whole``: 0 where nothing sure speaks for it."""
    if shared is None or not _sure(undated, shared) or (undated.beside and not _points(shared)):
        return 0.0
    score = 0.35 if shared.ordinals else 0.0
    score += _WORDS * (around.weight(shared.stems) / whole * min(1.0, len(shared.stems) / _FEWEST) if whole else 0.0)
    score += min(0.5, 0.25 * len(shared.figures))
    score += 0.25 if shared.here and shared.speakers else 0.0
    run = (0.28 if shared.near else 0.0) + (0.3 if shared.continues else 0.0) + (0.1 if shared.near and shared.pointed else 0.0)
    return score + (run + (0.25 if shared.pointed else 0.0) + (_SAME_NAME if shared.name else 0.0))


def _points(shared: Shared) -> bool:
    """Whether the passage says by itself of which event it speaks."""
    return bool(shared.ordinals or shared.figures or shared.pointed) or shared.continues


def _sure(undated: Undated, shared: Shared) -> bool:
    """Whether more than a likeness of words speaks for it: a session's number, two figures, or one of its own article."""
    if any(o.series == NAMED for o in shared.ordinals) or len(shared.figures) > 1:
        return True
    if not shared.here:
        return False
    if undated.anonymous and not shared.near:
        return False
    signs = shared.ordinals or shared.figures or shared.pointed
    return bool(signs) or (
        (undated.told or shared.coming or undated.joins) and bool(shared.speakers or shared.stems or shared.continues)
    )


def reasons_of(shared: Shared, around: Around) -> tuple[Step, ...]:
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
