"""What happened? Mentions as the articles report them, events as the editor sees them, and where sources disagree."""

from __future__ import annotations

from enum import StrEnum

from timeline_app.model.article import Passage
from timeline_app.model.daterange import DateRange, minutes_between
from timeline_app.model.frozen import frozen
from timeline_app.model.identity import ContradictionId, EventId, MentionId
from timeline_app.model.span import Span
from timeline_app.model.step import Step


class MentionBasis(StrEnum):
    """Whether the passage holds its own date or was tied to a dated event by inference."""

    DATED = "dated"
    INFERRED = "inferred"


class Modality(StrEnum):
    """Whether what is reported happened, goes on, is to come, or did not happen."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ANNOUNCED = "announced"
    DENIED = "denied"
    CANCELLED = "cancelled"
    CONDITIONAL = "conditional"


class EventStatus(StrEnum):
    """What the editor has said of an event."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@frozen
class Mention:
    """One article's report of an event: the sentence or clause, the words that date it, and what it says happened.

    ``expression`` is the span of the words that date it (None for a passage tied by inference). ``dates`` are what the
    article itself says, even where it is doubted; ``steps`` say how the days were found and why it belongs to its event.
    ``kind`` is a code of ``resources/lexicon/kinds.toml``.
    """

    id: MentionId
    passage: Passage
    basis: MentionBasis = MentionBasis.DATED
    expression: Span | None = None
    dates: tuple[DateRange, ...] = ()
    title: str = ""
    kind: str = "other"
    place: str = ""
    participants: tuple[str, ...] = ()
    modality: Modality = Modality.HAPPENED
    doubtful: bool = False
    steps: tuple[Step, ...] = ()
    links: tuple[Step, ...] = ()


@frozen
class Event:
    """One thing that happened, with every report of it.

    ``dates`` are what is shown: usually one range, several for a list of days, none while undated. Where a mention says
    otherwise its own ``dates`` differ, and the timeline draws a ghost there. ``decided`` is true once the editor has set
    the dates. ``steps`` are why these dates, in order.
    """

    id: EventId
    title: str
    dates: tuple[DateRange, ...]
    mentions: tuple[Mention, ...]
    kind: str = "other"
    place: str = ""
    participants: tuple[str, ...] = ()
    modality: Modality = Modality.HAPPENED
    status: EventStatus = EventStatus.PROPOSED
    decided: bool = False
    note: str = ""
    steps: tuple[Step, ...] = ()
    contradictions: tuple[ContradictionId, ...] = ()

    @property
    def hull(self) -> DateRange | None:
        """The one range from the first to the last day shown, or None while undated."""
        if not self.dates:
            return None
        first, last = min(self.dates), max(self.dates, key=lambda r: r.last)
        if len(self.dates) == 1:
            return first
        return DateRange(first.first, last.last, first.grain, first.certainty, *minutes_between(first, last))


class ContradictionKind(StrEnum):
    """What cannot both be right."""

    WEEKDAY = "weekday"
    CALENDAR = "calendar"
    DATE = "date"
    FIGURE = "figure"
    ORDER = "order"


@frozen
class Evidence:
    """One side of a contradiction: the passage, and what it says in short (a figure, a date)."""

    passage: Passage
    says: str = ""


@frozen
class Suggestion:
    """What may have been meant: the dates, the words that would stand for them, and why."""

    dates: tuple[DateRange, ...]
    text: str = ""
    steps: tuple[Step, ...] = ()


@frozen
class Contradiction:
    """Two statements that cannot both be right, each with its passage. ``message`` says what is wrong.

    ``mentions`` are the doubted ones; accepting the suggestion re-dates exactly these. ``update`` marks a later report
    that supersedes an earlier figure: shown, but not asked about.
    """

    id: ContradictionId
    kind: ContradictionKind
    message: Step
    evidence: tuple[Evidence, ...]
    suggestion: Suggestion | None = None
    events: tuple[EventId, ...] = ()
    mentions: tuple[MentionId, ...] = ()
    update: bool = False
