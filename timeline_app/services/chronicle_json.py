"""What does ``extract --format json`` print? The chronology as plain values that scripts rely on."""

from __future__ import annotations

from typing import Any

from timeline_app.calendars.edtf import write_edtf
from timeline_app.calendars.iso import iso_date
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.step import Step


def extract_json(analysis: Analysis) -> dict[str, Any]:
    """The analysis as the documented JSON object; the caller words the codes of the contradictions if it likes."""
    return {
        "articles": [_article(article) for article in analysis.articles],
        "events": [_event(event, analysis) for event in analysis.events],
        "contradictions": [_contradiction(c) for c in analysis.contradictions],
        "undated": [_mention(m, analysis) for m in analysis.undated],
    }


def _article(article: Article) -> dict[str, Any]:
    when = article.published.when
    published = (
        None
        if when is None
        else iso_date(when.first)
        if when.first == when.last
        else f"{iso_date(when.first)}/{iso_date(when.last)}"
    )
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "published": published,
        "published_basis": article.published.basis.value,
    }


def _event(event: Event, analysis: Analysis) -> dict[str, Any]:
    hull = event.hull
    return {
        "id": event.id,
        "title": event.title,
        "begin": None if hull is None else iso_date(hull.first, hull.first_minute),
        "until": None if hull is None else iso_date(hull.last, hull.last_minute),
        "precision": None if hull is None else hull.grain.value,
        "edtf": _edtf(event.dates),
        "kind": event.kind,
        "place": event.place,
        "participants": list(event.participants),
        "modality": event.modality.value,
        "mentions": [_mention(m, analysis) for m in event.mentions],
        "steps": [_step(s) for s in event.steps],
    }


def _mention(mention: Mention, analysis: Analysis) -> dict[str, Any]:
    passage = mention.passage
    expression = None
    if mention.expression is not None:
        found = next((r for r in analysis.readings_of(passage.article) if r.span == mention.expression), None)
        expression = {
            "start": mention.expression.start,
            "end": mention.expression.end,
            "text": found.expression.text if found else "",
        }
    return {
        "article": passage.article,
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": passage.quote,
        "basis": mention.basis.value,
        "expression": expression,
        "doubtful": mention.doubtful,
        "links": [_step(s) for s in mention.links],
    }


def _contradiction(found: Contradiction) -> dict[str, Any]:
    hint = found.suggestion
    suggestion = None
    if hint is not None and hint.dates:
        suggestion = {
            "begin": iso_date(hint.dates[0].first),
            "until": iso_date(hint.dates[-1].last),
            "text": hint.text,
            "steps": [_step(s) for s in hint.steps],
        }
    return {
        "id": found.id,
        "kind": found.kind.value,
        "message": _step(found.message),
        "evidence": [
            {"article": e.passage.article, "start": e.passage.span.start, "end": e.passage.span.end, "says": e.says}
            for e in found.evidence
        ],
        "suggestion": suggestion,
        "update": found.update,
        "events": list(found.events),
    }


def _step(found: Step) -> dict[str, Any]:
    return {"code": found.code, **{name: _argument(value) for name, value in found.arguments}}


def _argument(value: str | int | DateRange) -> str | int:
    if not isinstance(value, DateRange):
        return value
    return iso_date(value.first) if value.first == value.last else f"{iso_date(value.first)}/{iso_date(value.last)}"


def _edtf(dates: tuple[DateRange, ...]) -> str | None:
    return write_edtf(dates) if dates else None
