"""Can two figures of one thing both be right? Their ranges, their roundings, whose they are, and which is the later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline_app.chronology.naming import contradiction_id
from timeline_app.chronology.traits.figure import Figure, figure_stems, figure_words, is_strength
from timeline_app.model.article import Article, Passage, passage_of
from timeline_app.model.event import Contradiction, ContradictionKind, Evidence
from timeline_app.model.identity import EventId
from timeline_app.model.span import Span
from timeline_app.model.step import step

TOLL = frozenset({"dead", "wounded", "arrested"})
MEASURES = frozenset({"dollar", "euro", "dinar", "dirham", "riyal", "pound", "kilogram", "ton", "vote", "degree", "percent"})
WORTH, OF = "worth", "of"
_ROUGH, _LEAST, NO_LIMIT = 0.05, 2, 10.0**18
_STROKE = "\u0640"
_DIGITS, _LIKE, _GROWN = 3, 1.5, 1.5


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of an event as one article gives it, with the places named beside it, and by their stems those who take part."""

    article: Article
    figure: Figure
    lands: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    sums: frozenset[float] = frozenset()

    @property
    def range(self) -> tuple[float, float]:
        """The values the words allow."""
        slack = max(_ROUGH * self.figure.low, _LEAST) if self.figure.rough else 0.0
        high = NO_LIMIT if self.figure.bound else self.figure.high + slack
        return self.figure.low - slack, high

    def may_equal(self, other: Count) -> bool:
        """Whether some value satisfies both, or each is of another country; a measure may also be rounded, or of another
        thing.
        """
        if other.figure.low in self.sums or self.figure.low in other.sums:  # «24 وزيرا و4 وزراء دولة», «28 وزيرا»
            return True
        places = self.lands and other.lands
        if places and (
            self.lands.isdisjoint(other.lands)
            or (self._is_measure and not is_strength(self.figure) and self.lands != other.lands)
        ):
            return True
        (a, b), (c, d) = self.range, other.range
        return (a <= d and c <= b) or (self._is_measure and not self._measures_as(other))

    @property
    def _is_measure(self) -> bool:
        return self.figure.unit in MEASURES or self.figure.role == OF

    def _measures_as(self, other: Count) -> bool:
        """Whether both measure one thing, by the words beside them and their size, and neither is the other rounded."""
        if is_strength(self.figure) and is_strength(other.figure):
            return True
        if self.whose - other.whose and other.whose - self.whose:  # «حصل حزب النخيل على 45 مقعدا», «حصل حزب الواحة على 52 مقعدا»
            return False
        if not (self.figure.near ^ other.figure.near).isdisjoint(figure_stems("qualifying")):  # «التضخم», «التضخم الأساسي»
            return False
        low, high = sorted((self.figure.low, other.figure.low))
        worth = self.figure.role == other.figure.role == WORTH  # of one deal, whatever the words beside it
        alike = worth or (bool(self.figure.near & other.figure.near) and high <= low * _LIKE)
        return alike and not is_rounded(low, high) and not (self.figure.rough or other.figure.rough)


def is_rounded(low: float, high: float) -> bool:
    """Whether one figure is the other as its digits round it («3 مليارات», «3.2 مليار»)."""
    digits = min(_significant(low), _significant(high))
    return float(f"{low:.{digits}g}") == float(f"{high:.{digits}g}")


def _significant(value: float) -> int:
    """How many digits of a figure say something: 1 of 3,000, 2 of 3.2 million."""
    return min(_DIGITS, len(f"{value:.12g}".partition("e")[0].replace(".", "").strip("0")) or 1)


def differing(counts: Sequence[Count], nearly: float = NO_LIMIT) -> tuple[Count, Count, bool] | None:
    """Two counts of different articles no value satisfies (at most ``nearly`` times each other), and whether one is an update."""
    by_article: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        by_article[count.article.sha256].append(count)
    digests = sorted(by_article)
    for i, one in enumerate(digests):
        for other in digests[i + 1 :]:
            if any(a.may_equal(b) for a in by_article[one] for b in by_article[other]):
                continue
            pair = min(
                ((a, b) for a in by_article[one] for b in by_article[other]), key=lambda p: abs(p[0].figure.low - p[1].figure.low)
            )
            low, high = sorted((pair[0].figure.low, pair[1].figure.high))
            if high <= low * nearly:
                return (*pair, updates(*pair))
    return None


def updates(one: Count, other: Count) -> bool:
    """Whether the later article gives the higher toll: a count that grew, and no quarrel. Of articles of one day the higher is
    taken for the later where it is much higher.
    """
    return one.figure.role in TOLL and grew(one, other)


def changed(one: Count, other: Count) -> bool:
    """Whether the counts are of different days, on which what rises and falls may differ (the missing)."""
    when, then = one.article.published.when, other.article.published.when
    return when is None or then is None or when.first != then.first


def grew(one: Count, other: Count) -> bool:
    """Whether the later article gives the higher count; of articles of one day the much higher is the later."""
    when, then = one.article.published.when, other.article.published.when
    if when is None or then is None:
        return False
    low, high = sorted((one, other), key=lambda c: c.figure.low)
    if when.first == then.first:
        return high.figure.low >= low.figure.high * _GROWN
    first = one if when.first < then.first else other
    return first is low and low.figure.high < high.figure.low


def sides_of(counts: Mapping[str, Sequence[Count]], later: Callable[[Count, Count], bool] | None) -> tuple[list[Count], bool]:
    """Of the counts of each article the highest of those that cannot be another's too, and whether each two of them differ only
    as a ``later`` count may.
    """
    highest = {digest: max(found, key=lambda c: (c.figure.low, -c.figure.span.start)) for digest, found in counts.items()}
    told = {digest: [c for c in found if c is highest[digest] or not c.figure.bound] for digest, found in counts.items()}
    pairs = [
        (one, other)
        for one, other in combinations(sorted(told), 2)
        if not any(a.may_equal(b) or (a.lands and b.lands and a.lands != b.lands) for a in told[one] for b in told[other])
    ]
    apart = [(one, other) for one, other in pairs if later is None or not later(highest[one], highest[other])]
    chosen = [highest[digest] for digest in sorted({digest for pair in apart or pairs for digest in pair})]
    return chosen, not apart


def figures_apart(category: str, sides: Sequence[Count], events: tuple[EventId, ...], *, update: bool) -> Contradiction:
    """The contradiction that counts show; two are named, the lower first, and all are evidence, those two before the others."""
    low, high = _told(sides, update=update)
    ordered = [low, high, *(side for side in sides if side is not low and side is not high)]
    passages = [_passage(count) for count in ordered]
    counted = category.partition(":")[0]
    code = "figure-update" if update else "figure-conflict-of" if counted in figure_words("told_by_name") else "figure-conflict"
    return Contradiction(
        id=contradiction_id(ContradictionKind.FIGURE.value, passages),
        kind=ContradictionKind.FIGURE,
        message=step(code, one=passages[0].quote, other=passages[1].quote, counted=counted),
        evidence=tuple(Evidence(passage, passage.quote) for passage in passages),
        events=events,
        update=update,
    )


def _told(sides: Sequence[Count], *, update: bool) -> tuple[Count, Count]:
    """The two counts to name: the highest, and of those that differ from it what was written last; the ends of what only grew."""
    low, high = (f(sides, key=lambda side: side.figure.low) for f in (min, max))
    apart = [side for side in sides if not side.may_equal(high)]
    if update or not apart:
        return low, high
    return min(apart, key=lambda side: (-_appeared(side), side.figure.low, side.article.sha256)), high


def _appeared(count: Count) -> int:
    return count.article.published.when.first if count.article.published.when is not None else 0


def _passage(count: Count) -> Passage:
    """Where a figure stands, without the stroke that joins «لـ» to it."""
    span, text = count.figure.span, count.article.text
    return passage_of(count.article, Span(span.start + text.startswith(_STROKE, span.start), span.end))
