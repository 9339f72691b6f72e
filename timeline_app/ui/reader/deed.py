"""Which act do selected words stand for? Spans of the article become acts of the dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline_app.model.article import Article, Passage, passage_of
from timeline_app.model.decision import Act, Attach, CreateEvent, DismissPassage
from timeline_app.model.span import Span
from timeline_app.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.model.daterange import DateRange
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.identity import EventId
    from timeline_app.ui.reader.marks import Mark

OnWords = Callable[[Session, Article, Span], Act | None]
_LONGEST_TITLE = 80


def passage(article: Article, words: Span) -> Passage:
    """The selected words as a passage."""
    return passage_of(article, words)


def creation(session: Session, article: Article, words: Span) -> Act | None:
    """An event of these words: titled by them, dated by the words of time in them (else by the passage they lie in)."""
    kind = next(
        (mark.mention.kind for mark in session.index.marks(article.id) if _meets(mark.mention.passage.span, words)), "other"
    )
    return CreateEvent(passage_of(article, words), _title(words.of(article.text)), _dates(session, article, words), kind)


def attachment(session: Session, article: Article, words: Span) -> Act | None:
    """These words as a report of the current event; None while there is none."""
    if session.current is None or session.current_event is None:
        return None
    return Attach(passage_of(article, words), session.ref(session.current))


def dismissal(found: Passage) -> Act:
    """The passage reports nothing."""
    return DismissPassage(found)


def passage_to_dismiss(marks: Iterable[Mark], words: Span | None, caret: int | None) -> Passage | None:
    """The reported passage that the words (or the caret) touch most; None where nothing is reported."""
    sought = words or (Span(caret, caret + 1) if caret is not None else None)
    if sought is None:
        return None
    touched = [m.mention.passage for m in marks if m.mention is not None and _meets(m.mention.passage.span, sought)]
    return max(touched, key=lambda found: (found.span.overlap(sought), -len(found.span)), default=None)


def event_of(state: DossierState, found: Passage | None) -> EventId | None:
    """The event that reports exactly this passage."""
    there = () if found is None else state.events_of(found.article)
    return next((event.id for event in there if any(mention.passage == found for mention in event.mentions)), None)


def _dates(session: Session, article: Article, words: Span) -> tuple[DateRange, ...]:
    readings = session.state.analysis.readings_of(article.id)
    inside = [reading for reading in readings if reading.ranges and words.contains(reading.span)]
    if inside:
        return max(inside, key=lambda reading: (not reading.conflicts, len(reading.span))).ranges
    around = (m.mention for m in session.index.marks(article.id) if m.mention.passage.span.contains(words))
    return next((mention.dates for mention in around if mention.dates), ())


def _title(words: str) -> str:
    line = " ".join(words.split()).rstrip(" .,;:\u060c\u061b")
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "\u2026"


def _meets(one: Span, other: Span) -> bool:
    return one.overlap(other) > 0
