"""Do the sources count the same thing differently? Figures of one event, matched by what they count and in which role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.doubts.count import MEASURES, OF, WORTH, Count, differing, figures_apart, grew
from timeline_app.chronology.doubts.roster import rosters_apart
from timeline_app.chronology.doubts.story import Stories
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import kinship
from timeline_app.chronology.sentences.sentence import sentence_around, sentences_of
from timeline_app.chronology.sentences.words import Word, bare, index_at, stem, words_of
from timeline_app.chronology.ties.placing import meet
from timeline_app.chronology.ties.tying import is_loose
from timeline_app.chronology.traits.difference import lands_of
from timeline_app.chronology.traits.figure import Figure, figure_stems, figure_words, figures_of, may_hold_whole
from timeline_app.chronology.traits.trait import of_place, stems_of
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, Event, MentionBasis
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

_FAR, _ARTICLE, _NEARLY = 16, 4, 1.2
_CLAUSE, _LEAD, _FEW = 140, 2, 2
_HARMED = frozenset({"dead", "wounded", "missing", "rescued"})
_PEOPLE = frozenset({"person", "arrested"})
_CAST = frozenset({"delegate", "deputy", "minister", "judge"})
_CROWD = frozenset({"passenger", "soldier", "worker"})


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
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]], stories: Stories
) -> Iterator[Contradiction]:
    """A contradiction for each thing that two articles count differently, beyond rounding."""
    by_id = {article.id: article for article in articles}
    rivals = _rivals(chronicle)
    dates: dict[ArticleId, _Dates] = {}
    said: set[tuple[object, ...]] = set()  # what one article tells with several events is shown once
    crowded = Counter((r.teller, r.sentence) for reports in chronicle.reports for r in reports if _is_dated(r))
    for family in families_of(chronicle):
        if len({report.teller for _, reports in family for report in reports}) == 1:
            continue
        counts: dict[str, dict[tuple[str, Span], Count]] = defaultdict(dict)
        for event, reports in family:
            for report in reports:
                article = by_id[report.teller]
                loose = is_loose(report.mention) and rivals[article.id, kinship(event.kind)] != 1
                if article.id not in dates:
                    dates[article.id] = _Dates.of(readings.get(article.id, ()))
                alone = crowded[article.id, report.sentence] == 1
                for category, figure in () if loose else _told(article, report, dates[article.id], alone=alone):
                    whose = _whose(report) if figure.role != WORTH else frozenset[str]()
                    where = _lands(article, report) | (report.marks.cities if figure.role == OF else frozenset())
                    count = Count(article, figure, where, whose, _sums(report, figure))
                    counts[category].setdefault((article.sha256, figure.span), count)
        for category in sorted(counts):
            found = differing(list(counts[category].values()))
            keys = {(category, c.article.id, *sorted(c.figure.low for c in found[:2])) for c in found[:2]} if found else set()
            grown = category.startswith(OF) and found is not None and grew(*found[:2])  # what is counted again later may be more
            if found is not None and not grown and said.isdisjoint(keys):
                said |= keys
                yield figures_apart(category, found[:2], tuple(event.id for event, _ in family), update=found[2])
    yield from _wholes(chronicle, by_id)
    for one, other in rosters_apart(articles):
        at = {stories.event_at(article.id, figure.span.start) for article, figure in (one, other)}
        events = tuple(sorted(event for event in at if event is not None))
        yield figures_apart("nation", (Count(*one), Count(*other)), events, update=False)


def _told(article: Article, report: Report, dates: _Dates, *, alone: bool) -> list[tuple[str, Figure]]:
    """The figures a report gives: of its passage where it is tied, of its whole clause where it is dated; what is counted also of
    the sentence where it is ``alone`` in that.
    """
    span, dated = report.mention.passage.span, _is_dated(report)
    around = sentence_around(article.text, span) if dated and alone else span
    words = words_of(article.text, around.start, around.end)
    inside = figures_of(words, dates.within(around))
    kept = [figure for figure in (report.traits.figures if dated else inside) if not figure.whole]
    told = [(category, figure) for figure in kept if (category := _category(figure)) is not None]
    if not dated:
        return told
    if any(word.form in figure_words("so_far") for word in words):
        return [(category, figure) for category, figure in told if figure.unit not in MEASURES]
    others = frozenset(
        stem(bare(figure.word)) for figure in inside
    )  # «12 قاربا و300 أسرة»: the boats say nothing of the families
    counted = [
        replace(f, role=OF, near=(f.near - others) | ({f"role:{f.role}"} if f.role else set()))
        for f in inside
        if _is_counted(words, f)
    ]
    return [*told, *_worths(article, span.start, kept), *((f"{OF}:{figure.unit}", figure) for figure in counted)]


def _is_counted(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure counts things of a name, exactly, and no part of others nor of people whom a toll counts."""
    exact = figure.low == figure.high > _FEW and not (figure.rough or figure.bound or figure.whole)
    if not exact or figure.unit in MEASURES or figure.unit in figure_words("uncounted") | figure_stems("uncounted"):
        return False
    if figure.role in _HARMED and figure.unit in figure_words("people"):
        return False
    at = index_at(words, figure.span.start)
    return not any(word.form in figure_words("part") for word in words[max(0, at - _LEAD) : at])


def _is_dated(report: Report) -> bool:
    return report.mention.basis is MentionBasis.DATED


def _worths(article: Article, start: int, figures: Sequence[Figure]) -> Iterator[tuple[str, Figure]]:
    """What a deal is worth («عقد … بقيمة 27 مليون دولار»): the sum that stands behind the one deal named, by its currency."""
    deals = figure_words("deals")
    for figure in figures:
        if figure.unit in MEASURES and not figure.rough and not figure.bound:
            before = words_of(article.text, max(start, figure.span.start - _CLAUSE), figure.span.start)
            lead = [word.form for word in before[-_LEAD:]]
            named = [name for w in before if (name := bare(w.form).removesuffix("ا")) in deals or name in figure_words("several")]
            if named and named[-1] in deals and not figure_words("worth").isdisjoint(lead):
                yield f"{WORTH}:{figure.unit}", replace(figure, role=WORTH)


def _whose(report: Report) -> frozenset[str]:
    """The stems of those who take part in what a report tells: whose count it is."""
    return stems_of([word for name in report.mention.participants for word in words_of(name)])


def _sums(report: Report, figure: Figure) -> frozenset[float]:
    """What a figure makes with each other of its report («40 من الرجال و22 من النساء»)."""
    return frozenset(figure.low + other.low for other in report.traits.figures if other.span != figure.span)


def _lands(article: Article, report: Report) -> frozenset[str]:
    """The countries that a report's passage names: the dead of one are not those of another."""
    span = report.mention.passage.span
    return lands_of(words_of(article.text, span.start, span.end))


def _wholes(chronicle: Chronicle, by_id: Mapping[ArticleId, Article]) -> Iterator[Contradiction]:
    """How large a body is («من أصل 328 في البرلمان») does not change within a story, whatever the event."""
    counts: dict[ArticleId, list[Count]] = {}
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
            found = differing([c for owner in owners for c in counts[owner] if c.figure.word == name], _NEARLY)
            if found is not None and name not in seen:
                seen.add(name)
                yield figures_apart("whole", found[:2], (event.id,), update=False)


def _whole_counts(article: Article) -> list[Count]:
    out = []
    for sentence in sentences_of(article, (), may_hold_whole):
        for figure in figures_of(sentence.words):
            name = _whole(sentence.words, figure) if figure.whole else None
            if name is not None:
                out.append(Count(article, replace(figure, word=name)))
    return out


def _rivals(chronicle: Chronicle) -> Counter[tuple[str, str]]:
    """How many events of one kin an article dates: with one alone, its loose passages can only speak of that."""
    counted: Counter[tuple[str, str]] = Counter()
    for event in chronicle.events:
        counted.update({(m.passage.article, kinship(event.kind)) for m in event.mentions if m.basis is MentionBasis.DATED})
    return counted


def families_of(chronicle: Chronicle) -> list[list[tuple[Event, Sequence[Report]]]]:
    """Events whose figures are of one thing: each alone, but an opening with the session it opens (by the same ordinal)."""
    families: list[list[tuple[Event, Sequence[Report]]]] = []
    named: dict[object, list[int]] = defaultdict(list)
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        ordinals = {o for r in reports for o in r.traits.ordinals}
        near = (i for o in sorted(ordinals, key=str) for i in named[o] if meet(families[i][0][0], event))
        home = next(near, None)
        if home is None:
            home = len(families)
            families.append([])
        families[home].append((event, reports))
        for ordinal in ordinals:
            named[ordinal].append(home)
    return families


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
    """What is counted, as a code; None for what cannot be compared from one article to another: a price moves within a day."""
    if figure.role == "arrested" and figure.unit in _PEOPLE:
        return figure.role
    if figure.unit in _CAST and figure.high > 2:
        return figure.unit
    if figure.unit == "attacker" and figure.low > 1:
        return f"attacker:{figure.role}"
    if figure.low > 1 and (figure.unit in _CROWD or of_place(figure.word.removesuffix("ا"))):  # «57 كنديا»
        return f"{figure.unit}:{figure.role}"
    return figure.unit if figure.unit in MEASURES and figure.unit not in figure_words("money") else None
