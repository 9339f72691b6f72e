"""Which reports tell of one event though their days never meet? The ground of a contradiction between sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import undated_words
from timeline_app.chronology.sentences.words import stem
from timeline_app.chronology.traits.act import exclude
from timeline_app.chronology.traits.difference import apart
from timeline_app.chronology.traits.figure import counts_apart, number_apart
from timeline_app.model.daterange import Grain

_ONCE = frozenset({"death", "birth", "founding"})
_SINGLE = frozenset({"disaster", "opening", "agreement", "appointment"})
_CLOSE, _SHARED, _ALIKE, _WINDOW, _MONTHS = 3, 2, 0.5, 24, 62
_COMMON_UNITS = frozenset({"percent", "person", "dead", "wounded"})


def recurring(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs that share a figure or the subject of what happens only once, in an order of their own. Not quadratic."""
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i in sorted(range(len(reports)), key=lambda i: reports[i].key):
        for key in _keys(reports[i]):
            buckets[key].append(i)
    pairs = {(i, j) for members in buckets.values() for a, i in enumerate(members) for j in members[a + 1 : a + 1 + _WINDOW]}
    yield from sorted(pairs, key=lambda pair: (reports[pair[0]].key, reports[pair[1]].key))


def _keys(report: Report) -> set[tuple[object, ...]]:
    keys: set[tuple[object, ...]] = {("figure", *pair) for pair in _prints(report)}
    if report.traits.kind in _ONCE and not _buries(report):
        keys |= {(report.traits.kind, s) for s in report.traits.subject}
    if report.traits.kind in _SINGLE and report.marks.head and report.days.days == 1:
        keys |= {("deed", report.marks.head, report.days.first + k) for k in (0, 1)}
    keys |= {(act, person) for act in _acts(report) for person in report.marks.persons}
    return keys


def _acts(report: Report) -> frozenset[str]:
    """The acts a report tells that a person does once in an office («استقالة», «تنحي»)."""
    return report.traits.stems & _stems("once")


def _buries(report: Report) -> bool:
    return not report.traits.stems.isdisjoint(_stems("burial"))


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in undated_words(name))


def _prints(report: Report) -> set[tuple[float, str]]:
    return {(f.low, f.unit) for f in report.traits.figures if f.unit not in _COMMON_UNITS and f.low > _SHARED}


def same_but_for_the_day(one: Report, other: Report) -> bool:
    """Whether two reports of different articles tell of one event though their days never meet.

    Either it can happen only once (a death, a birth, a founding) to whoever both name, or a person leaves an office within
    two months, or the days are close and a figure that nothing else shares («128 منتجا») stands in both with most of the
    words, or the days follow each other and one verb tells it at one place in most of the words.
    """
    if one.teller == other.teller or number_apart(other.traits.ordinals, one.traits.ordinals):
        return False
    if one.days.overlaps(other.days) or not (is_exact(one) and is_exact(other)):
        return False
    return _only_once(one, other) or _same_print(one, other) or _same_deed(one, other) or _same_act(one, other)


def is_exact(report: Report) -> bool:
    """Whether a report says when, so that another day contradicts it: not «منذ 2001», and no date that doubts itself."""
    return not (report.mention.doubtful or report.days.open_start or report.days.open_end)


def _only_once(one: Report, other: Report) -> bool:
    kinds = one.traits.kind, other.traits.kind
    if (
        not (one.traits.direct and other.traits.direct)
        or kinds[0] != kinds[1]
        or kinds[0] not in _ONCE
        or _buries(one)
        or _buries(other)
        or one.traits.figures
        or other.traits.figures
    ):
        return False
    shared = one.traits.subject & other.traits.subject
    return len(shared) >= _SHARED or bool(one.names & other.names and shared)


def _same_act(one: Report, other: Report) -> bool:
    """Whether one person does in both what is done once in an office, within two months."""
    acts = _acts(one) & _acts(other) and one.traits.kind == other.traits.kind and not exclude(one.marks.act, other.marks.act)
    return bool(acts) and not one.marks.persons.isdisjoint(other.marks.persons) and _gap(one, other) <= _MONTHS


def _same_deed(one: Report, other: Report) -> bool:
    """Whether both tell with one verb, in most of the words of the shorter, what does not happen twice on two days running."""
    kind, head = one.traits.kind, one.marks.head
    if kind not in _SINGLE or kind != other.traits.kind or not head or head != other.marks.head or _gap(one, other) != 1:
        return False
    both = one.traits.stems & other.traits.stems
    fewest = min(len(one.traits.stems), len(other.traits.stems))
    whole = one.days.days == other.days.days == 1 and len(both) >= max(_CLOSE + 1, _ALIKE * fewest)
    placed = not one.traits.places.isdisjoint(other.traits.places)
    return whole and placed and not apart(one.marks, other.marks) and not counts_apart(one.counted, other.counted)


def _gap(one: Report, other: Report) -> int:
    return max(one.days.first, other.days.first) - min(one.days.last, other.days.last)


def _same_print(one: Report, other: Report) -> bool:
    exact = (Grain.DAY, Grain.MINUTE)
    if one.days.grain not in exact or other.days.grain not in exact:
        return False
    if _gap(one, other) > _CLOSE:
        return False
    mine, theirs = _prints(one), _prints(other)
    both = one.traits.stems & other.traits.stems
    fewest = min(len(one.traits.stems), len(other.traits.stems)) or 1
    return bool(mine & theirs) and len(both) / fewest >= _ALIKE and len(both) > _SHARED
