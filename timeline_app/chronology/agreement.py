"""How far do two reports agree: in days, words, kind, figures, numbers and names? A score, and the reasons in words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.chronology.lexicon import kinship
from timeline_app.chronology.mention import Report
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Modality
from timeline_app.model.step import Step, step

_CLOSE, _WIDE = 0.06, 0.3
_TOPIC = 0.3
_WEEK, _AROUND, _COMMONNESS, _FEWEST, _LEAST, _BARE = 7, 0.4, 0.8, 3, 0.15, 2
_SAME = {Grain.MINUTE: 0.25, Grain.DAY: 0.25, Grain.WEEK: 0.15, Grain.MONTH: 0.2}
_EXACT = (Grain.DAY, Grain.MINUTE)
_OPPOSED = frozenset({"statement"})
_NEUTRAL = frozenset({"other", "decision", "economy"})


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a shared word tells, and the weight of all words of each report (by index)."""

    word: Mapping[str, float]
    report: tuple[float, ...]
    topics: Mapping[str, frozenset[str]]


def weights_of(reports: Sequence[Report]) -> Weights:
    """The fewer reports hold a word, the more it tells. Reports without the word change nothing."""
    common = Counter(s for r in reports for s in r.traits.context)
    word = {s: 1 / (1 + _COMMONNESS * math.log(n)) for s, n in common.items()}
    topics: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        topics[report.mention.passage.article] |= report.traits.context
    mass = tuple(max(sum(word.get(s, 0.0) for s in r.traits.stems), 1.0) for r in reports)
    return Weights(word, mass, {article: frozenset(stems) for article, stems in topics.items()})


def agreement(reports: Sequence[Report], i: int, j: int, weights: Weights) -> float | None:
    """The score of two reports as one event, or None where they cannot be one."""
    one, other = reports[i], reports[j]
    days = days_agree(one, other)
    if days is None or ordinals_differ(one, other):
        return None
    alike = _words_agree(one, other, (weights.report[i], weights.report[j]), weights.word)
    if alike < _LEAST and not _told_alike(one, other) and not _one_story(one, other, weights):
        return None
    if alike < _LEAST and not _share_anything(one, other):
        return None
    if days < _CLOSE and alike < _WIDE and not _told_alike(one, other):
        return None
    score = days + 0.6 * alike
    score += _kinds_agree(one, other) + min(0.3, 0.2 * len(_figures(one, other)))
    score += (0.3 if one.traits.ordinals & other.traits.ordinals else 0.0) + (0.1 if one.names & other.names else 0.0)
    score += 0.05 if one.traits.places & other.traits.places else 0.0
    modes = one.mention.modality, other.mention.modality
    return score - 0.2 if modes[0] is not modes[1] and Modality.DENIED in modes else score


def reasons(one: Report, other: Report, weights: Weights) -> tuple[Step, ...]:
    """Why two reports are one event, in the order of weight; words are stems, spelled later."""
    a, b = one.days, other.days
    out = [step("link-same-days", days=a) if _ends(a) == _ends(b) else step("link-days-within", days=a if a.days < b.days else b)]
    shared = sorted(one.traits.stems & other.traits.stems, key=lambda s: (-weights.word.get(s, 0.0), s))
    if shared:
        out.append(step("link-shared-words", words=" ".join(shared[:4])))
    kinds = one.traits.kind, other.traits.kind
    speakers = one.traits.speaker & other.traits.speaker
    if "statement" in kinds and speakers:
        out.append(step("link-shared-speaker", words=" ".join(sorted(speakers)[:3])))
    elif kinship(kinds[0]) == kinship(kinds[1]):
        out.append(step("link-kind", kind=kinds[0]))
    figures = _figures(one, other)
    if figures:
        out.append(step("link-figure", figure=f"{min(figures)[0]:g}"))
    ordinals = one.traits.ordinals & other.traits.ordinals
    if ordinals:
        out.append(step("link-ordinal", number=min(o.number for o in ordinals)))
    if one.names & other.names:
        out.append(step("link-shared-name"))
    return tuple(out)


def ordinals_differ(one: Report, other: Report) -> bool:
    """Whether both name a member of one series, and not the same («الدورة 92» and «الدورة 93»)."""
    if not one.traits.ordinals or not other.traits.ordinals:
        return False
    mine = {o.series: o.number for o in one.traits.ordinals}
    return any(mine.get(o.series, o.number) != o.number for o in other.traits.ordinals)


def one_sentence(one: Report, other: Report) -> bool:
    """Whether one sentence gives both days: then they are days of two things."""
    return one.sentence == other.sentence and one.mention.passage.article == other.mention.passage.article


def days_agree(one: Report, other: Report) -> float | None:
    """What the days add to the score; None where they keep the reports apart."""
    a, b = one.days, other.days
    if _ends(a) == _ends(b):
        return _SAME.get(a.grain, 0.1)
    if not a.overlaps(b) or one_sentence(one, other) or (a.grain in _EXACT and b.grain in _EXACT):
        return None
    if a.contains(b) or b.contains(a):
        if one.traits.kind == other.traits.kind == "statement" and max(a.days, b.days) >= _WEEK:
            return None
        return 0.05 if max(a.days, b.days) < _WEEK else -0.05
    return 0.0


def _one_story(one: Report, other: Report, weights: Weights) -> bool:
    """Whether both stand in one article, or in articles that share much of what they speak of."""
    mine, theirs = one.mention.passage.article, other.mention.passage.article
    if mine == theirs:
        return True
    a, b = weights.topics[mine], weights.topics[theirs]
    return len(a & b) >= max(_TOPIC * min(len(a), len(b)), _FEWEST * 2)


def _told_alike(one: Report, other: Report) -> bool:
    """Whether a number, a figure or the noun that tells is the same: a day and a kind in common are not enough."""
    noun = bool(one.traits.told) and one.traits.told == other.traits.told
    return noun or bool(one.traits.ordinals & other.traits.ordinals or _figures(one, other))


def _share_anything(one: Report, other: Report) -> bool:
    """Whether a word of what is told, a number or a noun is the same, or one hardly more than names it («اجتماع الأحد»)."""
    bare = min(len(one.traits.stems), len(other.traits.stems)) <= _BARE
    return bare or not one.traits.stems.isdisjoint(other.traits.stems) or _told_alike(one, other)


def _ends(days: DateRange) -> tuple[int, int]:
    return days.first, days.last


def _words_agree(one: Report, other: Report, masses: tuple[float, float], word: Mapping[str, float]) -> float:
    both = one.traits.stems & other.traits.stems
    around = (one.traits.context & other.traits.context) - both
    if not both and not around:
        return 0.0
    inner = sum(word.get(s, 0.0) for s in both)
    total = inner + _AROUND * sum(word.get(s, 0.0) for s in around)
    mine, theirs = masses
    within = min(1.0, total / min(mine, theirs))
    of_all = min(1.0, total / (mine + theirs - inner))
    return (0.6 * within + 0.4 * of_all) * min(1.0, (len(both) + _AROUND * len(around)) / _FEWEST)


def _kinds_agree(one: Report, other: Report) -> float:
    a, b = one.traits.kind, other.traits.kind
    if a == b == "statement":
        return _speakers_agree(one, other)
    if a == b or kinship(a) == kinship(b):
        same_noun = one.traits.told and one.traits.told == other.traits.told
        return (0.15 if a == b else 0.12) + (0.1 if same_noun else 0.0)
    if (a in _OPPOSED) != (b in _OPPOSED):
        said = kinship(a) in other.traits.announced or kinship(b) in one.traits.announced
        return 0.0 if said else -0.25
    return 0.0 if a in _NEUTRAL or b in _NEUTRAL else -0.1


def _speakers_agree(one: Report, other: Report) -> float:
    """Two sayings are one only where the speaker may be one."""
    mine, theirs = one.traits.speaker, other.traits.speaker
    if mine & theirs:
        return 0.2
    return -0.3 if mine and theirs else 0.0


def _figures(one: Report, other: Report) -> set[tuple[float, str]]:
    if not one.traits.figures or not other.traits.figures:
        return set()
    mine = {(f.low, f.unit) for f in one.traits.figures if f.low > 2}
    return mine & {(f.low, f.unit) for f in other.traits.figures}
