"""Which event do most words of a sentence tell again, whatever the sentence opens with? The one with its word and many others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline_app.chronology.ties.known import Around, Known, Profile
from timeline_app.chronology.ties.lede import tellings_of
from timeline_app.chronology.ties.likeness import answers
from timeline_app.chronology.ties.retelling import Story
from timeline_app.chronology.ties.undated import Undated, qualifiers
from timeline_app.chronology.traits.figure import counts_apart, number_apart
from timeline_app.model.article import Article

_SHARED, _WEIGHT, _MARGIN = 3, 2.5, 0.4
_RARE, _MANY, _HALF, _NEARLY = 2, 5, 0.45, 0.7
_FIRST, _LEAST, _NARROW, _MORE = 2, 1.0, 0.8, 1.5


def echoed(undated: Undated, story: Story, tied: int | None = None) -> tuple[int, frozenset[str]] | None:
    """The event of the story that tells with a word of the sentence and shares most others, with what they share; None where
    no event, or two, are like it, or none much more so than the one it is ``tied`` to. What an article says was done is no
    event that comes after it appeared.
    """
    heads = [telling.head for telling in tellings_of(undated.sentence) if telling.kind != "statement"]
    weights = _weights(undated, story)
    ranked = [i for i in sorted(weights, key=lambda event: (-weights[event], event)) if _may_be(undated, i, heads, story)]
    if not ranked or ranked[0] == tied:
        return None
    best = ranked[0]
    profile, weight = story.profiles[best], weights[best]
    shared = frozenset(undated.stems & profile.core)
    if tied is not None:
        own = profile.telling - story.profiles[tied].telling
        better = heads[0] in own and weight > _MORE * weights.get(tied, 0.0)
    else:
        other = max((found for event, found in weights.items() if event != best), default=0.0)
        early = weight >= _LEAST and other <= _NARROW * weight and not profile.telling.isdisjoint(heads[:_FIRST])
        better = early or (weight >= _WEIGHT and other <= _MARGIN * weight)
    return (best, shared) if better and len(shared) >= _SHARED else None


def covered(undated: Undated, article: Article, known: Known, around: Around) -> tuple[int, frozenset[str]] | None:
    """The event, of whatever article, that holds about half of the words of a sentence, with them; None where no event does,
    or another holds nearly as many.
    """
    stems = undated.stems
    after = known.is_after if undated.past else known.comes_after
    near = [i for i in around.near(stems, _RARE) if not after(i, article)]
    ranked = sorted((-around.weight(stems & known.profiles[i].core), i) for i in near)
    if not ranked or -ranked[0][0] < _HALF * around.weight(stems) or (len(ranked) > 1 and ranked[1][0] < _NEARLY * ranked[0][0]):
        return None
    best = ranked[0][1]
    shared = frozenset(stems & known.profiles[best].core)
    return (best, shared) if len(shared) >= _MANY and _is_told_of(undated, known.profiles[best]) else None


def _is_told_of(undated: Undated, profile: Profile) -> bool:
    """Whether the sentence tells something, and no number, count, speaker or answer sets it apart from the event."""
    heads = {telling.head for telling in tellings_of(undated.sentence)}
    if not undated.told and not undated.coming and heads.isdisjoint(profile.telling | profile.nouns):
        return False
    declared = undated.performs and undated.speaker.isdisjoint(profile.speakers)
    apart = number_apart(undated.ordinals, profile.ordinals) or counts_apart(undated.figures, profile.figures)
    return not (declared or apart or answers(undated, profile))


def _weights(undated: Undated, story: Story) -> Mapping[int, float]:
    """How much the words tell together that each event of the story shares with the sentence."""
    weights: dict[int, float] = defaultdict(float)
    for stem in sorted(undated.stems):
        held = story.holding(stem)
        for event in held:
            weights[event] += 1 / len(held)
    return weights


def _may_be(undated: Undated, event: int, heads: Sequence[str], story: Story) -> bool:
    """Whether the event is told with one of the words, and nothing sets the sentence apart from it."""
    profile = story.profiles[event]
    if (profile.telling | profile.nouns).isdisjoint(heads) or number_apart(undated.ordinals, profile.ordinals):
        return False
    late = event in story.later and not undated.coming
    other_body = (undated.speaker - profile.stems) & qualifiers()
    return not (late or other_body or answers(undated, profile))
