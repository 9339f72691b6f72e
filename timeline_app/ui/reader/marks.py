"""Which words of an article are marked, and what does each mark mean? Plain values made from the dossier's state."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from timeline_app.model.article import SectionRole
from timeline_app.model.daterange import Certainty
from timeline_app.model.event import MentionBasis
from timeline_app.ui.kinds import hue_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.model.article import Article
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Mention
    from timeline_app.model.expression import Reading
    from timeline_app.model.identity import EventId
    from timeline_app.model.span import Span
    from timeline_app.ui import index


class Rank(IntEnum):
    """What lies over what when marks overlap."""

    UNDATED = 0
    MENTION = 1
    CURRENT = 2
    EXPRESSION = 3
    FOUND = 4
    FOUND_HERE = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words: where in the article, and how they are drawn.

    ``hue`` is a hue of the theme (empty: quiet ink), ``current`` marks belong to the selected event. ``event`` is what a
    click selects; ``mention`` and ``reading`` are what explains the mark.
    """

    span: Span
    rank: Rank
    hue: str = ""
    event: EventId | None = None
    mention: Mention | None = None
    reading: Reading | None = None
    doubtful: bool = False
    inferred: bool = False
    current: bool = False


def marks_of(article: Article, state: DossierState, passages: Iterable[index.Mark], current: EventId | None) -> tuple[Mark, ...]:
    """Every mark of an article, in the order in which they are painted: passages first, then the words of time in them.

    Words of time in what the web page put around the article are left alone.
    """
    mentions = sorted((_mention_mark(entry, state, current) for entry in passages), key=lambda mark: mark.span)
    readings = _reading_marks(_in_the_text(article, state.analysis.readings_of(article.id)), mentions)
    return tuple(sorted((*mentions, *readings), key=lambda mark: (mark.rank, mark.span)))


def at(marks: Iterable[Mark], position: int) -> tuple[Mark, ...]:
    """The marks over one character of the article, the narrowest first."""
    found = [mark for mark in marks if mark.span.start <= position < mark.span.end]
    return tuple(sorted(found, key=lambda mark: (len(mark.span), -mark.rank)))


def _mention_mark(entry: index.Mark, state: DossierState, current: EventId | None) -> Mark:
    mention = entry.mention
    event = state.events.get(entry.event) if entry.event else None
    is_current = event is not None and event.id == current
    return Mark(
        mention.passage.span,
        Rank.UNDATED if event is None else Rank.CURRENT if is_current else Rank.MENTION,
        hue="" if event is None else hue_of(event.kind),
        event=entry.event,
        mention=mention,
        doubtful=mention.doubtful,
        inferred=mention.basis is MentionBasis.INFERRED,
        current=is_current,
    )


def _in_the_text(article: Article, readings: tuple[Reading, ...]) -> list[Reading]:
    """The readings outside of boilerplate."""
    around = [section.span for section in article.sections if section.role is SectionRole.BOILERPLATE]
    starts = [span.start for span in around]

    def is_around(span: Span) -> bool:
        number = bisect_right(starts, span.start) - 1
        return number >= 0 and around[number].contains(span)

    return [reading for reading in readings if not is_around(reading.span)]


def _reading_marks(readings: list[Reading], mentions: list[Mark]) -> Iterator[Mark]:
    """The marks of words of time, from the first to the last; ``mentions`` are in order."""
    around: list[Mark] = []
    coming = iter(mentions)
    following = next(coming, None)
    for reading in sorted(readings, key=lambda reading: reading.span):
        while following is not None and following.span.start <= reading.span.start:
            around.append(following)
            following = next(coming, None)
        around = [mark for mark in around if mark.span.end > reading.span.start]
        yield _reading_mark(reading, around)


def _reading_mark(reading: Reading, mentions: list[Mark]) -> Mark:
    holder = _holder(reading, mentions)
    return Mark(
        reading.span,
        Rank.EXPRESSION,
        hue=holder.hue if holder else "",
        event=holder.event if holder else None,
        mention=holder.mention if holder else None,
        reading=reading,
        doubtful=bool(reading.conflicts),
        inferred=reading.certainty is not Certainty.WRITTEN,
        current=holder is not None and holder.current,
    )


def _holder(reading: Reading, mentions: list[Mark]) -> Mark | None:
    """The passage whose date these words are; else the narrowest one they stand in, the selected event's first."""
    around = [mark for mark in mentions if mark.span.contains(reading.span)]
    around.sort(
        key=lambda mark: (mark.mention is None or mark.mention.expression != reading.span, not mark.current, len(mark.span))
    )
    return around[0] if around else None
