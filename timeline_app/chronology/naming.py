"""By which stable names do decisions find mentions, events and contradictions again? Digests of passages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from timeline_app.model.article import Passage
from timeline_app.model.identity import ContradictionId, EventId, MentionId

_LENGTH = 15


def mention_id(passage: Passage, order: int = 0) -> MentionId:
    """The name of a mention: its article's digest, its span, and its place in a list of days."""
    return MentionId("m" + _digest(_name(passage), order))


def event_id(passage: Passage, order: int = 0) -> EventId:
    """The name of an event: that of its earliest dated mention."""
    return EventId("e" + _digest(_name(passage), order))


def contradiction_id(kind: str, passages: Iterable[Passage]) -> ContradictionId:
    """The name of a contradiction: its kind and all its passages, in whatever order."""
    return ContradictionId("c" + _digest(kind, *sorted(_name(passage) for passage in passages)))


def _name(passage: Passage) -> str:
    return f"{passage.sha256}:{passage.span.start}:{passage.span.end}"


def _digest(*parts: str | int) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:_LENGTH]
