"""Which reports tell of one event? Candidates from an index, then clusters that keep apart what differs."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from timeline_app.calendars.gregorian import ymd
from timeline_app.chronology.agreement import (
    Weights,
    agreement,
    differ,
    one_sentence,
    one_story,
    reasons,
    side_of,
    topics_of,
    weights_of,
)
from timeline_app.chronology.lexicon import kinship
from timeline_app.chronology.mention import Report
from timeline_app.chronology.trait import spelled
from timeline_app.model.step import Step

THRESHOLD = 0.28
_WINDOW, _FEWEST, _LONG, _GENERIC = 24, 6, 8, 120

Groups = tuple[tuple[int, ...], ...]
Link = tuple[float, int, int]  # how surely two reports (by place) are one event, the surest first when sorted


def linked(reports: Sequence[Report]) -> tuple[Groups, Mapping[int, tuple[Step, ...]]]:
    """The clusters of reports (indices, each cluster in the order of ``Report.key``) and why each report joined its own."""
    order = sorted(range(len(reports)), key=lambda i: reports[i].key)
    ordered = [reports[i] for i in order]
    pairs = array("I", chain.from_iterable(candidates(ordered)))
    topics = topics_of(ordered)
    weights = weights_of(ordered, topics, stories_of(ordered, topics, zip(pairs[::2], pairs[1::2], strict=True)))
    sides = [side_of(report, weights) for report in ordered]
    links: list[Link] = []
    for i, j in zip(pairs[::2], pairs[1::2], strict=True):
        score = agreement(sides[i], sides[j], weights)
        if score is not None and score >= THRESHOLD:
            links.append((-round(score, 6), i, j))
    groups, why = _clusters(ordered, sorted(links), weights)
    return tuple(tuple(order[i] for i in group) for group in groups), {order[i]: steps for i, steps in why.items()}


def stories_of(
    reports: Sequence[Report], topics: Mapping[str, frozenset[str]], pairs: Iterable[tuple[int, int]]
) -> Mapping[str, str]:
    """The story of each article, by the name of one article of it: those of ``pairs`` that share much of what they speak of."""
    parent = {article: article for article in topics}
    articles = [report.mention.passage.article for report in reports]
    for i, j in pairs:
        one, other = articles[i], articles[j]
        if one != other and one_story(topics[one], topics[other]):
            a, b = _root(parent, one), _root(parent, other)
            parent[max(a, b)] = min(a, b)
    return {article: _root(parent, article) for article in parent}


def _root(parent: dict[str, str], article: str) -> str:
    while parent[article] != article:
        parent[article] = article = parent[parent[article]]
    return article


def candidates(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs worth a comparison, by their places in ``reports``: they share an ordinal, days and a kind or a word, or a year and
    a word. Not quadratic; read day by day, so that no more than the reports of one day are held at hand at a time.
    """
    telling = _telling(reports)
    brief: dict[int, list[int]] = defaultdict(list)
    shelves: dict[Hashable, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        days = report.days
        for ordinal in report.traits.ordinals:
            shelves[ordinal].append(i)
        if days.days > _LONG:
            shelves[days.first, days.last, kinship(report.traits.kind)].append(i)
            continue
        for day in range(days.first, days.last + 1):
            brief[day].append(i)
    of_several: set[tuple[int, int]] = set()
    for day, members in brief.items():
        for pair in _of_day(reports, day, members, telling) - of_several:
            if reports[pair[0]].days.days > 1:
                of_several.add(pair)
            yield pair
    yield from {pair for members in shelves.values() for pair in _windowed(members)} | _of_year(reports, telling)


def _telling(reports: Sequence[Report]) -> list[list[str]]:
    """The words of each report that few others hold, the rarest first; of the common ones only as many as it needs."""
    common = Counter(s for report in reports for s in report.traits.stems)
    out: list[list[str]] = []
    for report in reports:
        rare = sorted([(common[s], s) for s in report.traits.stems])
        out.append([s for n, (count, s) in enumerate(rare) if n < _FEWEST or count <= _GENERIC])
    return out


def _of_day(reports: Sequence[Report], day: int, members: Sequence[int], telling: Sequence[list[str]]) -> set[tuple[int, int]]:
    """The pairs of one day that share a word, or all their days and a kind."""
    shelves: dict[Hashable, list[int]] = defaultdict(list)
    for i in members:
        report = reports[i]
        if report.days.first == day:
            shelves[report.days.last, kinship(report.traits.kind)].append(i)
        for stem in telling[i]:
            shelves[stem].append(i)
    return {pair for shelf in shelves.values() for pair in _windowed(shelf)}


def _of_year(reports: Sequence[Report], telling: Sequence[list[str]]) -> set[tuple[int, int]]:
    """The pairs of reports of a month or a year that share a word, and those of one with what a day within it tells."""
    wide: dict[tuple[int, str], list[int]] = defaultdict(list)
    narrow: dict[tuple[int, str], list[int]] = defaultdict(list)
    years = [ymd(report.days.first)[0] for report in reports]
    for i, report in enumerate(reports):
        if report.days.days > _LONG:
            for stem in telling[i]:
                wide[years[i], stem].append(i)
    for i, report in enumerate(reports) if wide else ():
        if report.days.days <= _LONG:
            for stem in telling[i]:
                if (years[i], stem) in wide:
                    narrow[years[i], stem].append(i)
    pairs = {pair for members in wide.values() for pair in _windowed(members)}
    for key, members in wide.items():
        pairs |= {(i, j) for i in members for j in _within(reports, i, narrow.get(key, ()))}
    return pairs


def _windowed(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    for a, i in enumerate(members):
        for j in members[a + 1 : a + 1 + _WINDOW]:
            yield (i, j)


def _within(reports: Sequence[Report], wide: int, narrow: Sequence[int]) -> Iterator[int]:
    """The first of the day reports that lie within a month or a year, as many as a window holds."""
    days = reports[wide].days
    return islice((j for j in narrow if days.overlaps(reports[j].days)), _WINDOW)


def _clusters(
    reports: Sequence[Report], links: Sequence[Link], weights: Weights
) -> tuple[Groups, Mapping[int, tuple[Step, ...]]]:
    owner = list(range(len(reports)))
    members = {i: [i] for i in range(len(reports))}
    why: dict[int, tuple[Step, ...]] = {}
    for _, one, other in links:
        a, b = owner[one], owner[other]
        if a == b or not _may_join(reports, members[a], members[b]):
            continue
        for i in (one, other):
            if i not in why:
                why[i] = spelled(reasons(reports[one], reports[other], weights), reports[i].mention.passage.quote)
        small, big = (a, b) if len(members[a]) < len(members[b]) else (b, a)
        for k in members[small]:
            owner[k] = big
        members[big] += members.pop(small)
    return tuple(sorted(tuple(sorted(group)) for group in members.values())), why


def _may_join(reports: Sequence[Report], one: Sequence[int], other: Sequence[int]) -> bool:
    """No two reports of the joined cluster may differ in what sets them apart, or in days that never meet."""
    return all(
        not differ(reports[i], reports[j])
        and (reports[i].days == reports[j].days or not one_sentence(reports[i], reports[j]))
        and reports[i].days.overlaps(reports[j].days)
        for i in one[:_LONG]
        for j in other[:_LONG]
    )
