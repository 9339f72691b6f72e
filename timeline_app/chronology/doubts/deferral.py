"""Do two articles say differently to which day one thing was put off («أجلت المحاكمة إلى 20 ماي»)?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.doubts.disagreement import days_apart, expressed
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.traits.difference import apart
from timeline_app.chronology.traits.figure import figure_words, number_apart
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, Event, MentionBasis
from timeline_app.model.identity import ArticleId
from timeline_app.model.step import step

_POSTPONED, _LEAD, _DAYS, _FEWEST, _ALIKE, _MANY = "postpone", 24, 2, 4, 0.6, 24

Told = tuple[Event, Report]


def deferral_contradictions(chronicle: Chronicle, articles: Sequence[Article]) -> Iterator[Contradiction]:
    """A contradiction for each two articles of one time that put one thing off to days that do not meet."""
    by_id = {article.id: article for article in articles}
    told = [
        (event, report)
        for event, reports in zip(chronicle.events, chronicle.reports, strict=True)
        for report in reports
        if _is_new_day(report, by_id[report.teller])
    ]
    by_word: dict[str, list[int]] = defaultdict(list)
    for i, (_, report) in enumerate(told):
        for word in report.traits.stems:
            by_word[word].append(i)
    shared = Counter((i, j) for at in by_word.values() for n, i in enumerate(at[:_MANY]) for j in at[n + 1 : _MANY])
    said: set[tuple[int, int]] = set()
    for (i, j), count in sorted(shared.items(), key=lambda pair: sorted(told[k][1].key for k in pair[0])):
        pair = sorted((told[i], told[j]), key=lambda t: (t[1].days.first, t[1].key))
        days = pair[0][1].days.first, pair[1][1].days.first
        if count >= _FEWEST and days not in said and _differ(pair[0][1], pair[1][1], count, by_id):
            said.add(days)
            yield _contradiction(pair)


def _is_new_day(report: Report, article: Article) -> bool:
    """Whether a report tells a putting off, and its date stands behind «إلى»."""
    at = report.mention.expression
    if report.marks.act != _POSTPONED or report.mention.basis is not MentionBasis.DATED or at is None or report.days.days > 1:
        return False
    lead = words_of(article.text, max(0, at.start - _LEAD), at.start + 1)[-3:]
    return any(word.form in figure_words("onto") for word in lead)


def _differ(one: Report, other: Report, shared: int, by_id: Mapping[ArticleId, Article]) -> bool:
    names = one.teller, other.teller
    when = [by_id[name].published.when for name in names]
    if names[0] == names[1] or when[0] is None or when[1] is None or abs(when[0].first - when[1].first) > _DAYS:
        return False
    fewest = min(len(one.traits.stems), len(other.traits.stems))
    mine, theirs = one.marks.persons, other.marks.persons
    if (mine - theirs and theirs - mine) or apart(one.marks, other.marks):
        return False
    alike = shared >= _ALIKE * fewest and not number_apart(one.traits.ordinals, other.traits.ordinals)
    return alike and not one.days.overlaps(other.days)


def _contradiction(pair: Sequence[Told]) -> Contradiction:
    message = step("deferred-conflict", one=pair[0][1].days, other=pair[1][1].days)
    return days_apart(message, [expressed(report) for _, report in pair], (event.id for event, _ in pair))
