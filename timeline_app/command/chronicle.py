"""How does a chronology read in a terminal? Events in order, each with its sources, its doubts and its reasons."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from timeline_app.model.article import PublicationBasis
from timeline_app.model.daterange import Certainty
from timeline_app.model.event import MentionBasis, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.model.analysis import Analysis
    from timeline_app.model.article import Article
    from timeline_app.model.event import Contradiction, Event, Mention
    from timeline_app.model.identity import ArticleId
    from timeline_app.model.step import Step
    from timeline_app.wording import Wording

_QUOTE = 220
_SAID_OR_WRITTEN = {Certainty.WRITTEN, Certainty.APPROXIMATE}


def chronicle(analysis: Analysis, wording: Wording, width: int) -> Iterator[str]:
    """The lines of a chronology, wrapped to ``width`` columns, in logical order (the terminal turns them)."""
    titles = {article.id: article.title or article.path for article in analysis.articles}
    w = wording
    counts = (
        w.count("{n} article", "{n} articles", len(analysis.articles)),
        w.count("{n} event", "{n} events", len(analysis.events)),
        w.count("{n} contradiction", "{n} contradictions", len(_open(analysis))),
    )
    yield " · ".join(counts)
    for article in analysis.articles:
        yield from _wrapped(f"- {titles[article.id]}{_appeared(article, w)}", width, "  ", "    ")
    for event in sorted(analysis.events, key=_place):
        yield ""
        yield from _event(event, titles, analysis, wording, width)
    shown = {event.id for event in analysis.events}
    for contradiction in _open(analysis):
        if not shown & set(contradiction.events):
            yield ""
            yield from _contradiction(contradiction, titles, w, width)
    if analysis.undated:
        yield ""
        yield f"{w.text('Without a date', 'chronicle')} ({w.number(len(analysis.undated))})"
        for mention in analysis.undated:
            yield from _wrapped(f"- {mention.title or _short(mention.passage.quote)}", width, "  ")


def _event(event: Event, titles: dict[ArticleId, str], analysis: Analysis, w: Wording, width: int) -> Iterator[str]:
    dates = w.dates(event.dates, weekday=_is_one_day(event)) or w.text("Without a date", "chronicle")
    doubt = next((w.certainty(r.certainty) for r in event.dates if r.certainty not in _SAID_OR_WRITTEN), "")
    yield f"{dates} ({doubt})" if doubt else dates
    yield from _wrapped(event.title, width, "  ")
    about = [w.kind_name(event.kind) if event.kind != "other" else "", event.place, _modality(event, w)]
    if any(about):
        yield from _wrapped(" · ".join(filter(None, about)), width, "  ")
    for article in dict.fromkeys(mention.passage.article for mention in event.mentions):
        yield from _wrapped(f"- {titles.get(article, article)}", width, "  ", "    ")
        for mention in event.mentions:
            if mention.passage.article == article:
                yield from _mention(mention, event, w, width)
    for contradiction in analysis.contradictions:
        if event.id in contradiction.events and not contradiction.update:
            yield from _contradiction(contradiction, titles, w, width)
    yield from _because(event.steps, w, width, "  ")


def _mention(mention: Mention, event: Event, w: Wording, width: int) -> Iterator[str]:
    """The quote; after it the days it says, where they are others, and why a passage without a date belongs here."""
    notes = []
    if mention.dates and [(d.first, d.last) for d in mention.dates] != [(d.first, d.last) for d in event.dates]:
        notes.append(w.text("says: {dates}", "chronicle", dates=w.dates(mention.dates)))
    if mention.basis is MentionBasis.INFERRED:
        notes += [w.text("inferred", "basis"), *dict.fromkeys(w.say(step) for step in mention.links)]
    said = f" ({w.text('; ', 'chronicle').join(notes)})" if notes else ""
    yield from _wrapped(f"«{_short(mention.passage.quote)}»{said}", width, "    ")


def _contradiction(contradiction: Contradiction, titles: dict[ArticleId, str], w: Wording, width: int) -> Iterator[str]:
    yield from _wrapped(f"! {w.say(contradiction.message)}", width, "  ", "    ")
    for evidence in contradiction.evidence:
        source = titles.get(evidence.passage.article, evidence.passage.article)
        yield from _wrapped(f"{source}: «{_short(evidence.says or evidence.passage.quote)}»", width, "    ")
    if contradiction.suggestion is not None:
        dates = w.dates(contradiction.suggestion.dates, weekday=True)
        yield from _wrapped(w.text("perhaps: {dates}", "chronicle", dates=dates), width, "    ")


def _because(steps: tuple[Step, ...], w: Wording, width: int, indent: str) -> Iterator[str]:
    reasons = list(dict.fromkeys(w.say(step) for step in steps))
    if reasons:
        yield from _wrapped(w.text("why: {reasons}", "chronicle", reasons=w.text("; ", "chronicle").join(reasons)), width, indent)


def _appeared(article: Article, w: Wording) -> str:
    """« (7 نونبر 2024، مستنتج)»: the day it appeared and, unless somebody gave it, how that is known."""
    published = article.published
    if published.when is None:
        return ""
    basis = "" if published.basis is PublicationBasis.GIVEN else w.text(str(published.basis), "publication")
    date = w.date(published.when)
    return f" ({w.text('{date}, {time}', 'date', date=date, time=basis)})" if basis else f" ({date})"


def _modality(event: Event, w: Wording) -> str:
    return "" if event.modality is Modality.HAPPENED else w.text(str(event.modality), "modality")


def _is_one_day(event: Event) -> bool:
    return len(event.dates) == 1 and event.dates[0].days == 1


def _open(analysis: Analysis) -> list[Contradiction]:
    return [contradiction for contradiction in analysis.contradictions if not contradiction.update]


def _place(event: Event) -> tuple[bool, int, int, str]:
    hull = event.hull
    return (hull is None, hull.first if hull else 0, hull.last if hull else 0, event.id)


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    if len(text) <= _QUOTE:
        return text
    return text[: text.rfind(" ", 0, _QUOTE)] + "…"


def _wrapped(text: str, width: int, indent: str, rest: str | None = None) -> list[str]:
    text = " ".join(text.split())
    more = indent if rest is None else rest
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=more, break_on_hyphens=False)
