"""Which reports tell in the same words what they put on different days? A notice copied with its «today» makes a false date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.doubts.disagreement import days_apart, expressed
from timeline_app.chronology.doubts.story import Stories
from timeline_app.chronology.links.sameness import is_exact
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.words import words_of
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, Event, MentionBasis, Modality, Suggestion
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span
from timeline_app.model.step import step

_RUN, _FEWEST, _COVERED, _DAYS, _MANY = 5, 5, 0.7, 10, 12

Told = tuple[Event, Report]


def verbatim_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]], stories: Stories
) -> Iterator[Contradiction]:
    """A contradiction for each two events that two articles of one story tell in the same words a few days apart: the later one
    copied it.
    """
    by_id = {article.id: article for article in articles}
    told: list[Told] = []
    words: list[tuple[str, ...]] = []
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        for report in reports:
            article = by_id[report.teller]
            forms = _undated(article, report, readings.get(article.id, ())) if _is_of_one_day(report) else ()
            for run in {forms[i : i + _RUN] for i in range(len(forms) - _RUN + 1)}:
                runs[run].append(len(told))
            told.append((event, report))
            words.append(forms)
    pairs = Counter((i, j) for at in runs.values() for n, i in enumerate(at[:_MANY]) for j in at[n + 1 : _MANY])
    said: set[tuple[str, str]] = set()
    for (i, j), count in sorted(pairs.items(), key=lambda pair: sorted(told[k][1].key for k in pair[0])):
        covered = (count + _RUN - 1) / min(len(words[i]), len(words[j]))
        events = min(told[i][0].id, told[j][0].id), max(told[i][0].id, told[j][0].id)
        likely = count >= _FEWEST and covered >= _COVERED and events not in said
        if likely and _is_repeated(told[i][1], told[j][1]) and stories.are_one(*(told[k][1].teller for k in (i, j))):
            said.add(events)
            yield _contradiction(*sorted((told[i], told[j]), key=lambda t: (t[1].days.first, t[1].key)))


def _is_of_one_day(report: Report) -> bool:
    return report.mention.basis is MentionBasis.DATED and report.days.days == 1 and is_exact(report)


def _undated(article: Article, report: Report, readings: Sequence[Reading]) -> tuple[str, ...]:
    """The words of a report beside its date; nothing where it gives another date as well."""
    span, own = report.mention.passage.span, report.mention.expression
    inside = [r.span for r in readings if r.ranges and span.contains(r.span)]
    if own is None or inside != [own]:
        return ()
    found = words_of(article.text, span.start, span.end)
    return tuple(w.form for w in found if not w.is_mark and not own.contains(Span(w.start, w.end)))


def _is_repeated(one: Report, other: Report) -> bool:
    """Whether two articles tell one thing, with one verb or as one saying, and count nothing differently."""
    gap = abs(one.days.first - other.days.first)
    if one.teller == other.teller or not 0 < gap <= _DAYS:
        return False
    happened = one.mention.modality is other.mention.modality is Modality.HAPPENED
    if not happened or one.counted != other.counted:
        return False
    sayings = one.traits.kind == other.traits.kind == "statement"
    return sayings or (bool(one.marks.head) and one.marks.head == other.marks.head)


def _contradiction(one: Told, other: Told) -> Contradiction:
    why = step("suggestion-in-other", event=one[0].title)
    return days_apart(
        step("verbatim-conflict", one=one[1].days, other=other[1].days),
        [expressed(report) for _, report in (one, other)],
        (one[0].id, other[0].id),
        suggestion=Suggestion(one[1].mention.dates, "", (why,)),
        mentions=(other[1].mention.id,),
    )
