"""The passages as W3C Web Annotations: each says which words of which article report which event.

A passage has both selectors, so that it is found again in a changed copy (the quote with what stands before and after it)
and quickly in the same one (positions, counted in code points from 0, the end exclusive). An article is named by the digest
of its text (RFC 6920, ``ni:``), an event by a UUID made from its id; what the event is stands in schema.org's words, its
days in EDTF. The identifiers are the same at every export.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from timeline_app.calendars.edtf import write_edtf
from timeline_app.exporting.account import told
from timeline_app.model.event import Event, Mention, MentionBasis

if TYPE_CHECKING:
    from timeline_app.exporting.registry import Chronicle, Voice
    from timeline_app.model.article import Article
    from timeline_app.model.dossier import DossierState

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
_AROUND = 32  # characters before and after a quote, as the annotation tools of the web keep them


def written(chronicle: Chronicle, voice: Voice) -> bytes:
    """UTF-8, one collection of one page, in the order of the events."""
    state = chronicle.state
    items = [
        _annotation(event, mention, article, voice)
        for event in told(state)
        for mention in event.mentions
        if (article := _article(mention, state)) is not None
    ]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    found = {"@context": _CONTEXT, "type": "AnnotationCollection", "total": len(items), "first": page}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _article(mention: Mention, state: DossierState) -> Article | None:
    return state.articles.get(mention.passage.article)


def _annotation(event: Event, mention: Mention, article: Article, voice: Voice) -> dict[str, Any]:
    span, text = mention.passage.span, article.text
    return {
        "id": _urn(f"{event.id} {mention.id}"),
        "type": "Annotation",
        "motivation": "identifying" if mention.basis is MentionBasis.DATED else "linking",
        "body": _body(event, voice),
        "target": {
            "source": {"id": _digest(article.sha256), "type": "Text", "format": "text/plain", "language": "ar"}
            | ({"schema:name": article.title} if article.title else {}),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": span.of(text),
                    "prefix": text[max(span.start - _AROUND, 0) : span.start],
                    "suffix": text[span.end : span.end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def _body(event: Event, voice: Voice) -> dict[str, Any]:
    body = {"id": _urn(event.id), "type": "schema:Event", "schema:name": event.title}
    if event.dates:
        body["schema:temporalCoverage"] = write_edtf(event.dates)
    if event.place:
        body["schema:location"] = event.place
    return body | {"schema:additionalType": voice.kind_name(event.kind)}


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _digest(sha256: str) -> str:
    """RFC 6920, 3: the digest in base64 for addresses, without padding."""
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
