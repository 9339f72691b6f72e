"""Do the sources count the same thing differently? Figures of one event, matched by what they count and in which role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.difference import lands_of
from timeline_app.chronology.figure import Figure, figures_of, is_strength, may_hold_whole
from timeline_app.chronology.lexicon import kinship
from timeline_app.chronology.mention import Report
from timeline_app.chronology.naming import contradiction_id
from timeline_app.chronology.roster import rosters_apart
from timeline_app.chronology.sentence import sentences_of
from timeline_app.chronology.trait import of_place
from timeline_app.chronology.tying import is_loose
from timeline_app.chronology.words import Word, stem, words_of
from timeline_app.model.article import Article, passage_of
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Evidence, MentionBasis
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId, EventId
from timeline_app.model.span import Span
from timeline_app.model.step import step

_ROUGH, _NO_LIMIT, _FAR, _ARTICLE, _NEARLY = 0.05, 10.0**18, 16, 4, 1.2
_TOLL = frozenset({"dead", "wounded", "arrested"})
_PEOPLE = frozenset({"person", "dead", "wounded", "arrested"})
_CAST = frozenset({"state", "delegate", "deputy", "minister", "judge"})
_MEASURES = frozenset({"dollar", "euro", "dinar", "dirham", "riyal", "pound", "kilogram", "ton", "vote", "degree", "percent"})
_CROWD = frozenset({"passenger", "soldier", "worker"})
_DIGITS, _LIKE = 3, 1.5


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure of an event as one article gives it, with the days the article appeared and the countries named beside it."""

    article: Article
    figure: Figure
    lands: frozenset[str] = frozenset()

    @property
    def range(self) -> tuple[float, float]:
        """The values the words allow."""
        slack = _ROUGH if self.figure.rough else 0.0
        high = _NO_LIMIT if self.figure.bound else self.figure.high * (1 + slack)
        return self.figure.low * (1 - slack), high

    def may_equal(self, other: _Count) -> bool:
        """Whether some value satisfies both, or each is of another country; a measure may also be rounded, or of another
        thing.
        """
        if self.lands and other.lands and self.lands.isdisjoint(other.lands):
            return True
        (a, b), (c, d) = self.range, other.range
        return (a <= d and c <= b) or (self.figure.unit in _MEASURES and not self._measures_as(other))

    def _measures_as(self, other: _Count) -> bool:
        """Whether both measure one thing, by the words beside them and their size, and neither is the other rounded."""
        if is_strength(self.figure) and is_strength(other.figure):
            return True
        low, high = sorted((self.figure.low, other.figure.low))
        digits = min(_significant(low), _significant(high))
        rounded = float(f"{low:.{digits}g}") == float(f"{high:.{digits}g}")
        alike = bool(self.figure.near & other.figure.near) and high <= low * _LIKE
        return alike and not rounded and not (self.figure.rough or other.figure.rough)


@dataclass(frozen=True, slots=True)
class _Dates:
    """Where an article speaks of time; ``ends`` holds for each span where it and all before it have ended."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> _Dates:
        """The spans of the readings, in order."""
        spans = tuple(sorted(r.span for r in readings))
        return cls(spans, tuple(s.start for s in spans), tuple(accumulate((s.end for s in spans), max)))

    def within(self, span: Span) -> tuple[Span, ...]:
        """Those that may reach into a stretch."""
        return self.spans[bisect_right(self.ends, span.start) : bisect_left(self.starts, span.end)]


def figure_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Iterator[Contradiction]:
    """A contradiction for each thing that two articles count differently, beyond rounding."""
    by_id = {article.id: article for article in articles}
    rivals = _rivals(chronicle)
    dates: dict[ArticleId, _Dates] = {}
    said: set[tuple[object, ...]] = set()  # what one article tells with several events is shown once
    for family in _families(chronicle):
        counts: dict[str, dict[tuple[str, Span], _Count]] = defaultdict(dict)
        for event, reports in family:
            for report in reports:
                article = by_id[report.mention.passage.article]
                loose = is_loose(report.mention) and rivals[article.id, kinship(event.kind)] != 1
                if article.id not in dates:
                    dates[article.id] = _Dates.of(readings.get(article.id, ()))
                for category, figure in () if loose else _told(article, report, dates[article.id]):
                    count = _Count(article, figure, _lands(article, report))
                    counts[category].setdefault((article.sha256, figure.span), count)
        for category in sorted(counts):
            found = _differing(list(counts[category].values()))
            keys = {(category, c.article.id, *sorted(c.figure.low for c in found[:2])) for c in found[:2]} if found else set()
            if found is not None and said.isdisjoint(keys):
                said |= keys
                yield _contradiction(category, found, tuple(event.id for event, _ in family))
    yield from _wholes(chronicle, by_id)
    for one, other in rosters_apart(articles):
        events = {event for side in (one, other) for event in _nearest(chronicle, *side)}
        yield _contradiction("nation", (_Count(*one), _Count(*other), False), tuple(sorted(events)))


def _nearest(chronicle: Chronicle, article: Article, figure: Figure) -> list[EventId]:
    """The event that the article tells last before a figure, or else first."""
    told = [
        (m.passage.span.start, event.id) for event in chronicle.events for m in event.mentions if m.passage.article == article.id
    ]
    before = [found for found in told if found[0] <= figure.span.start]
    return [max(before)[1] if before else min(told)[1]] if told else []


def _told(article: Article, report: Report, dates: _Dates) -> list[tuple[str, Figure]]:
    """The figures a report gives: of its whole clause where it is dated, of its passage where it is tied."""
    if report.mention.basis is MentionBasis.DATED:
        kept = [f for f in report.traits.figures if not f.whole]
        return [(category, f) for f in kept if (category := _category(f)) is not None]
    span = report.mention.passage.span
    words = words_of(article.text, span.start, span.end)
    found = figures_of(words, dates.within(span))
    return [(category, f) for f in found if not f.whole and (category := _category(f)) is not None]


def _lands(article: Article, report: Report) -> frozenset[str]:
    """The countries that a report's passage names: the dead of one are not those of another."""
    span = report.mention.passage.span
    return lands_of(words_of(article.text, span.start, span.end))


def _wholes(chronicle: Chronicle, by_id: Mapping[ArticleId, Article]) -> Iterator[Contradiction]:
    """How large a body is («من أصل 328 في البرلمان») does not change within a story, whatever the event."""
    counts: dict[ArticleId, list[_Count]] = {}
    for event in chronicle.events:
        owners = sorted({m.passage.article for m in event.mentions})
        for owner in owners if len(owners) > 1 else ():
            if owner not in counts:
                counts[owner] = _whole_counts(by_id[owner])
    seen: set[str] = set()
    for event in chronicle.events:
        owners = sorted({m.passage.article for m in event.mentions if counts.get(m.passage.article)})
        named = sorted({c.figure.word for owner in owners for c in counts[owner]})
        for name in named:
            found = _differing([c for owner in owners for c in counts[owner] if c.figure.word == name], _NEARLY)
            if found is not None and name not in seen:
                seen.add(name)
                yield _contradiction("whole", found, (event.id,))


def _whole_counts(article: Article) -> list[_Count]:
    out = []
    for sentence in sentences_of(article, (), may_hold_whole):
        for figure in figures_of(sentence.words):
            name = _whole(sentence.words, figure) if figure.whole else None
            if name is not None:
                out.append(_Count(article, replace(figure, word=name)))
    return out


def _rivals(chronicle: Chronicle) -> Counter[tuple[str, str]]:
    """How many events of one kin an article dates: with one alone, its loose passages can only speak of that."""
    counted: Counter[tuple[str, str]] = Counter()
    for event in chronicle.events:
        counted.update({(m.passage.article, kinship(event.kind)) for m in event.mentions if m.basis is MentionBasis.DATED})
    return counted


def _families(chronicle: Chronicle) -> list[list[tuple[Event, Sequence[Report]]]]:
    """Events whose figures are of one thing: each alone, but an opening with the session it opens (by the same ordinal)."""
    families: list[list[tuple[Event, Sequence[Report]]]] = []
    named: dict[object, list[int]] = defaultdict(list)
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        ordinals = {o for r in reports for o in r.traits.ordinals}
        near = (i for o in sorted(ordinals, key=str) for i in named[o] if _near(families[i][0][0], event))
        home = next(near, None)
        if home is None:
            home = len(families)
            families.append([])
        families[home].append((event, reports))
        for ordinal in ordinals:
            named[ordinal].append(home)
    return families


def _near(one: Event, other: Event) -> bool:
    return any(a.overlaps(b) for a in one.dates for b in other.dates)


def _whole(words: Sequence[Word], figure: Figure) -> str | None:
    """What the figure is the whole of: the definite noun nearest to it («من أصل 328 في البرلمان»)."""
    named = [
        (min(abs(word.start - figure.span.end), abs(figure.span.start - word.end)), stem(word.form))
        for word in words
        if word.form.startswith("ال") and len(word.form) > _ARTICLE and not figure.span.contains(Span(word.start, word.end))
    ]
    nearest = min(named, default=(_FAR, ""))
    return f"whole:{nearest[1]}" if nearest[0] < _FAR else None


def _category(figure: Figure) -> str | None:
    """What is counted, as a code; None for what cannot be compared from one article to another."""
    if figure.role in _TOLL and figure.unit in _PEOPLE:
        return figure.role
    if figure.unit in _CAST and figure.high > 2:
        return figure.unit
    if figure.unit == "attacker" and figure.low > 1:
        return f"attacker:{figure.role}"
    if figure.low > 1 and (figure.unit in _CROWD or of_place(figure.word.removesuffix("ا"))):  # «57 كنديا»
        return f"{figure.unit}:{figure.role}"
    return figure.unit if figure.unit in _MEASURES else None


def _significant(value: float) -> int:
    """How many digits of a figure say something: 1 of 3,000, 2 of 3.2 million."""
    return min(_DIGITS, len(f"{value:.12g}".partition("e")[0].replace(".", "").strip("0")) or 1)


def _differing(counts: Sequence[_Count], nearly: float = _NO_LIMIT) -> tuple[_Count, _Count, bool] | None:
    """Two counts of different articles no value satisfies (at most ``nearly`` times each other), and whether one is an update."""
    by_article: dict[str, list[_Count]] = defaultdict(list)
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
                return (*pair, _updates(*pair))
    return None


def _updates(one: _Count, other: _Count) -> bool:
    """Whether the later article gives the higher toll: a count that grew, and no quarrel."""
    if one.figure.role not in _TOLL or one.article.published.when is None or other.article.published.when is None:
        return False
    first, last = sorted((one, other), key=lambda c: c.article.published.when.first if c.article.published.when else 0)
    days = [c.article.published.when.first for c in (first, last) if c.article.published.when is not None]
    return days[0] < days[1] and first.figure.high < last.figure.low


def _contradiction(category: str, found: tuple[_Count, _Count, bool], events: tuple[EventId, ...]) -> Contradiction:
    one, other, update = found
    passages = [passage_of(count.article, count.figure.span) for count in (one, other)]
    code = "figure-update" if update else "figure-conflict"
    return Contradiction(
        id=contradiction_id(ContradictionKind.FIGURE.value, passages),
        kind=ContradictionKind.FIGURE,
        message=step(code, one=passages[0].quote, other=passages[1].quote, counted=category.partition(":")[0]),
        evidence=tuple(Evidence(passage, passage.quote) for passage in passages),
        events=events,
        update=update,
    )
