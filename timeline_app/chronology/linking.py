"""Which reports tell of one event? Candidates from an index, then clusters that keep apart what differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.calendars.gregorian import ymd
from timeline_app.chronology.agreement import Weights, agreement, one_sentence, ordinals_differ, reasons, weights_of
from timeline_app.chronology.lexicon import kinship
from timeline_app.chronology.mention import Report
from timeline_app.chronology.trait import spelled
from timeline_app.model.step import Step

THRESHOLD = 0.3
_WINDOW, _FEWEST, _LONG, _GENERIC = 24, 6, 8, 120

Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports (by index) and how surely they are one event."""

    one: int
    other: int
    score: float


def linked(reports: Sequence[Report]) -> tuple[Groups, Mapping[int, tuple[Step, ...]]]:
    """The clusters of reports (indices, each cluster in the order of ``Report.key``) and why each report joined its own."""
    weights = weights_of(reports)
    links = []
    for i, j in candidates(reports):
        score = agreement(reports, i, j, weights)
        if score is not None and score >= THRESHOLD:
            links.append(Link(i, j, score))
    keys = [report.key for report in reports]
    links.sort(key=lambda link: (-round(link.score, 6), keys[link.one], keys[link.other]))
    return _clusters(reports, links, weights)


def candidates(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs worth a comparison: they share an ordinal, days and a kind or a word, or a year and a word. Not quadratic."""
    order = sorted(range(len(reports)), key=lambda i: reports[i].key)
    common = Counter(s for r in reports for s in r.traits.stems)
    near: dict[tuple[object, ...], list[int]] = defaultdict(list)
    wide: dict[tuple[int, str], list[int]] = defaultdict(list)
    narrow: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i in order:
        rare = sorted(reports[i].traits.stems, key=lambda s: (common[s], s))
        telling = [s for n, s in enumerate(rare) if n < _FEWEST or common[s] <= _GENERIC]
        for key in _keys(reports[i], telling):
            near[key].append(i)
        side = wide if reports[i].days.days > _LONG else narrow
        for stem in telling:
            side[ymd(reports[i].days.first)[0], stem].append(i)
    pairs = {pair for members in near.values() for pair in _windowed(members)}
    for key, members in wide.items():
        pairs |= set(_windowed(members))
        pairs |= {(i, j) for i in members for j in _within(reports, i, narrow.get(key, ()))}
    yield from pairs


def _keys(report: Report, telling: Sequence[str]) -> set[tuple[object, ...]]:
    traits, days = report.traits, report.days
    keys: set[tuple[object, ...]] = {("ordinal", o.series, o.number) for o in traits.ordinals}
    keys.add(("kind", days.first, days.last, kinship(traits.kind)))
    if days.days <= _LONG:
        keys |= {("day", day, s) for day in range(days.first, days.last + 1) for s in telling}
    return keys


def _windowed(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    for a, i in enumerate(members):
        for j in members[a + 1 : a + 1 + _WINDOW]:
            yield (i, j)


def _within(reports: Sequence[Report], wide: int, narrow: Sequence[int]) -> list[int]:
    """The first of the day reports that lie within a month or a year, as many as a window holds."""
    days = reports[wide].days
    return [j for j in narrow if days.overlaps(reports[j].days)][:_WINDOW]


def _clusters(
    reports: Sequence[Report], links: Sequence[Link], weights: Weights
) -> tuple[Groups, Mapping[int, tuple[Step, ...]]]:
    owner = list(range(len(reports)))
    members = {i: [i] for i in range(len(reports))}
    why: dict[int, tuple[Step, ...]] = {}
    for link in links:
        a, b = owner[link.one], owner[link.other]
        if a == b or not _may_join(reports, members[a], members[b]):
            continue
        for i in (link.one, link.other):
            if i not in why:
                why[i] = spelled(reasons(reports[link.one], reports[link.other], weights), reports[i].mention.passage.quote)
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
        and (reports[i].days == reports[j].days or not one_sentence(reports[i], reports[j]))
        and reports[i].days.overlaps(reports[j].days)
        for i in one[:_LONG]
        for j in other[:_LONG]
    )
