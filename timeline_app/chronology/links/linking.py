"""Which reports tell of one event? Candidates from an index, then clusters that keep apart what differs."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from timeline_app.calendars.gregorian import ymd
from timeline_app.chronology.links.agreement import (
    Weights,
    agreement,
    one_story,
    reasons,
    side_of,
    topics_of,
    weights_of,
)
from timeline_app.chronology.links.parting import named_otherwise, never_one, one_day, one_sentence
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import kinship
from timeline_app.chronology.traits.trait import spelled
from timeline_app.model.step import Step

THRESHOLD = 0.28
_WINDOW, _FEWEST, _LONG, _GENERIC, _FEW = 24, 6, 8, 120, 3

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
    found = _clustered(ordered, sorted(links), weights)
    return tuple(tuple(order[i] for i in group) for group in found.groups()), {order[i]: steps for i, steps in found.why.items()}


def stories_of(
    reports: Sequence[Report], topics: Mapping[str, frozenset[str]], pairs: Iterable[tuple[int, int]]
) -> Mapping[str, str]:
    """The story of each article, by the name of one article of it: those of ``pairs`` that share much of what they speak of."""
    parent = {article: article for article in topics}
    articles = [report.teller for report in reports]
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


class _Clusters:
    """The reports that are one event so far, and why each joined its own."""

    def __init__(self, reports: Sequence[Report], weights: Weights) -> None:
        self._reports, self._weights = reports, weights
        self._owner = list(range(len(reports)))
        self._members = {i: [i] for i in range(len(reports))}
        self.why: dict[int, tuple[Step, ...]] = {}

    def join(self, one: int, other: int) -> None:
        """Make the clusters of two reports one, unless they may not be."""
        a, b = self._owner[one], self._owner[other]
        if a == b or not _may_join(self._reports, self._members[a], self._members[b]):
            return
        reports = self._reports
        for i in (one, other):
            if i not in self.why:
                why = reasons(reports[one], reports[other], self._weights)
                self.why[i] = spelled(why, reports[i].mention.passage.quote)
        small, big = (a, b) if len(self._members[a]) < len(self._members[b]) else (b, a)
        for k in self._members[small]:
            self._owner[k] = big
        self._members[big] += self._members.pop(small)

    def between(self, link: Link) -> tuple[int, int]:
        """The two clusters that a link would join."""
        a, b = self._owner[link[1]], self._owner[link[2]]
        return min(a, b), max(a, b)

    def groups(self) -> Groups:
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))


def _clustered(reports: Sequence[Report], links: Sequence[Link], weights: Weights) -> _Clusters:
    """Reports of the same day first; then what is told of a week, a month or a year goes where most reports speak for it."""
    clusters = _Clusters(reports, weights)
    wide: list[Link] = []
    for link in links:
        if reports[link[1]].days.days < _LONG and one_day(reports[link[1]], reports[link[2]]):
            clusters.join(link[1], link[2])
        else:
            wide.append(link)
    support: dict[tuple[int, int], float] = defaultdict(float)
    between = [clusters.between(link) for link in wide]
    for pair, link in zip(between, wide, strict=True):
        support[pair] += link[0]
    for _, (_, one, other) in sorted(zip([support[pair] for pair in between], wide, strict=True)):
        clusters.join(one, other)
    return clusters


def _may_join(reports: Sequence[Report], one: Sequence[int], other: Sequence[int]) -> bool:
    """No two reports of the joined cluster may differ in what was done or in days that never meet, and few in what they name:
    sources call one person and one thing by many names.
    """
    named = 0
    for i in one[:_LONG]:
        for j in other[:_LONG]:
            a, b = reports[i], reports[j]
            if not a.days.overlaps(b.days) or never_one(a, b) or (one_sentence(a, b) and not one_day(a, b)):
                return False
            named += named_otherwise(a, b)
    return _FEW * named <= len(one[:_LONG]) * len(other[:_LONG])
