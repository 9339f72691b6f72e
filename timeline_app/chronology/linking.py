"""Which reports tell of one event? Candidates from an index, a score with its reasons, clusters that keep apart what differs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.calendars.gregorian import ymd
from timeline_app.chronology.lexicon import kinship
from timeline_app.chronology.mention import Report
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Modality
from timeline_app.model.step import Step, step

THRESHOLD = 0.33
_WINDOW, _RAREST, _LONG = 24, 6, 8
_WEEK = 7
_AROUND, _COMMONNESS = 0.4, 0.8
_SAME = {Grain.MINUTE: 0.25, Grain.DAY: 0.25, Grain.WEEK: 0.15, Grain.MONTH: 0.2}
_EXACT = (Grain.DAY, Grain.MINUTE)
_OPPOSED = frozenset({"statement"})
_NEUTRAL = frozenset({"other", "decision", "economy"})


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports (by index), how surely they are one event, and why."""

    one: int
    other: int
    score: float
    why: tuple[Step, ...]


def linked(reports: Sequence[Report]) -> tuple[tuple[tuple[int, ...], ...], Mapping[int, tuple[Step, ...]]]:
    """The clusters of reports (indices, each cluster in the order of ``Report.key``) and why each report joined its own."""
    weights = _weights(reports)
    links = [link for link in (_link(reports, i, j, weights) for i, j in candidates(reports)) if link is not None]
    links.sort(key=lambda link: (-round(link.score, 6), reports[link.one].key, reports[link.other].key))
    return _clusters(reports, links)


def candidates(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs worth a comparison: they share a day and a word, an ordinal, or a year and a rare word. Not quadratic."""
    order = sorted(range(len(reports)), key=lambda i: reports[i].key)
    common = Counter(s for r in reports for s in r.traits.stems)
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i in order:
        for key in _keys(reports[i], common):
            buckets[key].append(i)
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        for a, i in enumerate(members):
            for j in members[a + 1 : a + 1 + _WINDOW]:
                pair = (i, j)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(report: Report, common: Mapping[str, int]) -> set[tuple[object, ...]]:
    keys: set[tuple[object, ...]] = {("ordinal", o.series, o.number) for o in report.traits.ordinals}
    stems = sorted(report.traits.stems, key=lambda s: (common[s], s))
    for dates in (report.days,):
        year = ymd(dates.first)[0]
        keys |= {("year", year, s) for s in stems[:_RAREST]}
        if dates.days <= _LONG:
            keys |= {("day", day, s) for day in range(dates.first, dates.last + 1) for s in stems}
    return keys


def _weights(reports: Sequence[Report]) -> dict[str, float]:
    """How much a shared word tells: the fewer reports hold it, the more. Reports without the word change nothing."""
    common = Counter(s for r in reports for s in r.traits.context)
    return {s: 1 / (1 + _COMMONNESS * math.log(n)) for s, n in common.items()}


def _link(reports: Sequence[Report], i: int, j: int, weights: Mapping[str, float]) -> Link | None:
    one, other = reports[i], reports[j]
    if ordinals_differ(one, other):
        return None
    days = _days_agree(one, other)
    if days is None:
        return None
    score, why = days
    shared, alike = _words_shared(one, other, weights)
    score += alike * 0.6
    if shared:
        why.append(step("link-words", words="، ".join(shared[:4])))
    score += _kind_agrees(one, other, why) + _figures_agree(one, other, why) + _ordinals_agree(one, other, why)
    score += _names_agree(one, other, why)
    if one.mention.modality is not other.mention.modality and Modality.DENIED in (one.mention.modality, other.mention.modality):
        score -= 0.2
    return Link(i, j, score, tuple(why)) if score >= THRESHOLD else None


def ordinals_differ(one: Report, other: Report) -> bool:
    """Whether both name a member of one series, and not the same («الدورة 92» and «الدورة 93»)."""
    mine = {o.series: o.number for o in one.traits.ordinals}
    return any(mine.get(o.series, o.number) != o.number for o in other.traits.ordinals)


def _days_agree(one: Report, other: Report) -> tuple[float, list[Step]] | None:
    a, b = one.days, other.days
    if (a.first, a.last) == (b.first, b.last):
        return _SAME.get(a.grain, 0.1), [step("link-same-days", days=a)]
    if not a.overlaps(b) or _one_sentence(one, other) or (a.grain in _EXACT and b.grain in _EXACT):
        return None
    if a.contains(b) or b.contains(a):
        return _contained(a, b), [step("link-days-within", days=a if a.days < b.days else b)]
    return 0.0, [step("link-days-overlap", days=a)]


def _one_sentence(one: Report, other: Report) -> bool:
    """Whether one sentence gives both days: then they are days of two things."""
    return one.mention.passage.article == other.mention.passage.article and one.sentence == other.sentence


def _contained(a: DateRange, b: DateRange) -> float:
    """A week or a month around a day says little: then the words must tell."""
    return 0.05 if max(a.days, b.days) < _WEEK else -0.05


def _words_shared(one: Report, other: Report, weights: Mapping[str, float]) -> tuple[list[str], float]:
    both = one.traits.stems & other.traits.stems
    around = (one.traits.context & other.traits.context) - both
    total = sum(weights[s] for s in both) + _AROUND * sum(weights.get(s, 0.0) for s in around)
    if not total:
        return [], 0.0
    mine, theirs = (max(sum(weights[s] for s in r.traits.stems), 1.0) for r in (one, other))
    within = min(1.0, total / min(mine, theirs))
    of_all = min(1.0, total / (mine + theirs - sum(weights[s] for s in both)))
    enough = min(1.0, (len(both) + _AROUND * len(around)) / 3)
    return sorted(both, key=lambda s: (-weights[s], s)), (0.6 * within + 0.4 * of_all) * enough


def _kind_agrees(one: Report, other: Report, why: list[Step]) -> float:
    a, b = one.traits.kind, other.traits.kind
    if a == b == "statement":
        return _speakers_agree(one, other, why)
    if a == b or kinship(a) == kinship(b):
        why.append(step("link-kind", kind=a))
        same_noun = one.traits.told and one.traits.told == other.traits.told
        return (0.15 if a == b else 0.12) + (0.1 if same_noun else 0.0)
    if (a in _OPPOSED) != (b in _OPPOSED):
        return -0.25
    return 0.0 if a in _NEUTRAL or b in _NEUTRAL else -0.1


def _speakers_agree(one: Report, other: Report, why: list[Step]) -> float:
    """Two sayings are one only where the speaker may be one."""
    mine, theirs = one.traits.speaker, other.traits.speaker
    both = mine & theirs
    if both:
        why.append(step("link-speaker", words="، ".join(sorted(both)[:3])))
        return 0.2
    return -0.3 if mine and theirs else 0.0


def _figures_agree(one: Report, other: Report, why: list[Step]) -> float:
    mine = {(f.low, f.unit) for f in one.traits.figures if f.low > 2}
    both = mine & {(f.low, f.unit) for f in other.traits.figures}
    if both:
        why.append(step("link-figure", figure=f"{min(both)[0]:g}"))
    return min(0.3, 0.2 * len(both))


def _names_agree(one: Report, other: Report, why: list[Step]) -> float:
    names = one.names & other.names
    if names:
        why.append(step("link-name", words="، ".join(sorted(names)).replace("@", "")))
    return (0.1 if names else 0.0) + (0.05 if one.traits.places & other.traits.places else 0.0)


def _ordinals_agree(one: Report, other: Report, why: list[Step]) -> float:
    both = one.traits.ordinals & other.traits.ordinals
    if not both:
        return 0.0
    why.append(step("link-ordinal", number=min(o.number for o in both)))
    return 0.3


def _clusters(
    reports: Sequence[Report], links: Sequence[Link]
) -> tuple[tuple[tuple[int, ...], ...], Mapping[int, tuple[Step, ...]]]:
    owner = list(range(len(reports)))
    members = {i: [i] for i in range(len(reports))}
    why: dict[int, tuple[Step, ...]] = {}
    for link in links:
        a, b = owner[link.one], owner[link.other]
        if a == b or not _may_join(reports, members[a], members[b]):
            continue
        why.setdefault(link.other, link.why)
        why.setdefault(link.one, link.why)
        small, big = (a, b) if len(members[a]) < len(members[b]) else (b, a)
        for k in members[small]:
            owner[k] = big
        members[big] += members.pop(small)
    found = [tuple(sorted(group, key=lambda i: reports[i].key)) for group in members.values()]
    return tuple(sorted(found, key=lambda group: reports[group[0]].key)), why


def _may_join(reports: Sequence[Report], one: Sequence[int], other: Sequence[int]) -> bool:
    """No two reports of the joined cluster may name different members of a series, or days that never meet."""
    return all(
        not ordinals_differ(reports[i], reports[j])
        and (reports[i].days == reports[j].days or not _one_sentence(reports[i], reports[j]))
        and reports[i].days.overlaps(reports[j].days)
        for i in one[:_LONG]
        for j in other[:_LONG]
    )
