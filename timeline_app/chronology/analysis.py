"""What do the articles together tell? Reports become events, and the events' order is that of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_app.chronology.links.linking import linked
from timeline_app.chronology.links.parting import one_sentence
from timeline_app.chronology.links.sameness import recurring, same_but_for_the_day
from timeline_app.chronology.reports.event import event_of
from timeline_app.chronology.reports.mention import Report, reports_of
from timeline_app.chronology.ties.copying import Copies
from timeline_app.chronology.ties.known import known_of
from timeline_app.chronology.ties.lede import Ledes
from timeline_app.chronology.ties.placing import placed
from timeline_app.chronology.ties.tying import tied
from timeline_app.chronology.traits.alias import learn
from timeline_app.model.article import Article
from timeline_app.model.event import Event, Mention
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The events in the order of time, with the reports behind each (the same order); ``undated`` is the tray."""

    events: tuple[Event, ...]
    reports: tuple[tuple[Report, ...], ...]
    undated: tuple[Mention, ...] = ()


def chronicle_of(
    articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]], pause: Callable[[], None] = lambda: None
) -> Chronicle:
    """The dated events of the articles, each once, with the undated passages tied to them, whatever the articles' order.

    ``pause`` is called before each article is read for its reports, and before it is read for what belongs to them.
    """
    own = unique(articles)
    aliases = learn(own)
    reports = [r for article in _each(own, pause) for r in reports_of(article, readings.get(article.id, ()), aliases)]
    groups, why = linked(reports)
    groups = _rejoined(reports, groups)
    told = [[replace(reports[i], mention=replace(reports[i].mention, links=why.get(i, ()))) for i in group] for group in groups]
    known = known_of(told)
    copies, ledes = Copies(), Ledes(own, readings, known)
    additions = [
        found
        for article in _each(own, pause)
        for found in tied(article, readings.get(article.id, ()), told, known, aliases, copies=copies, ledes=ledes)
    ]
    copied = copies.found()
    known_now = {report.mention.id for _, report in copied}
    additions = [(at, report) for at, report in additions if report.mention.id not in known_now]
    for at, report in (*additions, *copied):
        if at is not None:
            told[at].append(report)
    pairs = sorted(placed([(event_of(group), tuple(group)) for group in told]), key=lambda pair: _when(pair[0]))
    tray = tuple(report.mention for at, report in additions if at is None)
    return Chronicle(tuple(event for event, _ in pairs), tuple(group for _, group in pairs), tray)


def _each(articles: Sequence[Article], pause: Callable[[], None]) -> Iterator[Article]:
    for article in articles:
        pause()
        yield article


def _rejoined(reports: Sequence[Report], groups: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """The groups, those joined that tell of one event on days that never meet: a contradiction to be shown."""
    out = [list(group) for group in groups]
    at = {i: k for k, group in enumerate(groups) for i in group}
    for i, j in recurring(reports):
        a, b = at[i], at[j]
        if a == b or not same_but_for_the_day(reports[i], reports[j]):
            continue
        if not any(one_sentence(reports[x], reports[y]) for x in out[a] for y in out[b]):
            a, b = min(a, b), max(a, b)
            out[a] += out[b]
            at.update(dict.fromkeys(out[b], a))
            out[b] = []
    return tuple(tuple(sorted(group, key=lambda i: reports[i].key)) for group in out if group)


def unique(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles without those whose text is another's, in the order of their digests."""
    by_text = {article.sha256: article for article in reversed(articles)}
    return tuple(by_text[digest] for digest in sorted(by_text))


def _when(event: Event) -> tuple[int, int, str]:
    hull = event.hull
    return (hull.first, hull.last, event.id) if hull else (0, 0, event.id)
