"""Which event do most words of a sentence tell again, whatever the sentence opens with? The one with its word and many others."""

from __future__ import annotations

from collections import defaultdict

from timeline_app.chronology.figure import number_apart
from timeline_app.chronology.lede import tellings_of
from timeline_app.chronology.likeness import answers
from timeline_app.chronology.retelling import Story
from timeline_app.chronology.undated import Undated, qualifiers

_SHARED, _WEIGHT, _MARGIN = 4, 2.5, 0.4


def echoed(undated: Undated, story: Story) -> tuple[int, frozenset[str]] | None:
    """The event of the story that tells with a word of the sentence and shares most others, with what they share; None where
    no event, or two, are like it. What an article says was done is no event that comes after it appeared.
    """
    heads = {telling.head for telling in tellings_of(undated.sentence) if telling.kind != "statement"}
    weights: dict[int, float] = defaultdict(float)
    for stem in sorted(undated.stems):
        for event in story.holding(stem):
            weights[event] += story.weight(frozenset((stem,)))
    ranked = sorted(weights, key=lambda event: (-weights[event], event))
    if not ranked or (len(ranked) > 1 and weights[ranked[1]] > _MARGIN * weights[ranked[0]]):
        return None
    best = story.profiles[ranked[0]]
    shared = undated.stems & best.core
    if answers(undated, best):
        return None
    late = ranked[0] in story.later and not undated.coming
    other_body = (undated.speaker - best.stems) & qualifiers()
    if late or other_body or number_apart(undated.ordinals, best.ordinals) or heads.isdisjoint(best.telling | best.nouns):
        return None
    return (ranked[0], frozenset(shared)) if len(shared) >= _SHARED and weights[ranked[0]] >= _WEIGHT else None
