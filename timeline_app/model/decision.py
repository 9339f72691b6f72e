"""What did the editor do? One act each, pinned to passages so that it survives a new analysis; kept in an append-only log."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.model.article import Passage
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Event
from timeline_app.model.identity import ArticleId, ContradictionId, DecisionId, EventId


@dataclass(frozen=True, slots=True)
class EventRef:
    """An event as an act names it: its id when the act was done, the passages it rested on then, and how it looked.

    ``title``, ``dates`` and ``kind`` let an event the editor has decided upon stand again when better rules no longer see
    it although its passages are still there.
    """

    event: EventId
    pins: tuple[Passage, ...] = ()
    title: str = ""
    dates: tuple[DateRange, ...] = ()
    kind: str = "other"


def ref_of(event: Event) -> EventRef:
    """The event as an act names it, with everything needed to find it again."""
    return EventRef(event.id, tuple(m.passage for m in event.mentions), event.title, event.dates, event.kind)


@dataclass(frozen=True, slots=True)
class AcceptEvent:
    """The event is right as it stands."""

    event: EventRef


@dataclass(frozen=True, slots=True)
class RejectEvent:
    """The event does not belong on the timeline."""

    event: EventRef


@dataclass(frozen=True, slots=True)
class Rename:
    """The event gets another title."""

    event: EventRef
    title: str


@dataclass(frozen=True, slots=True)
class Redate:
    """The event gets other dates; ``typed`` is what the editor wrote in the date field."""

    event: EventRef
    dates: tuple[DateRange, ...]
    typed: str = ""


@dataclass(frozen=True, slots=True)
class SetPlace:
    """The event gets another place."""

    event: EventRef
    place: str


@dataclass(frozen=True, slots=True)
class SetKind:
    """The event gets another kind (a code of the kinds lexicon)."""

    event: EventRef
    kind: str


@dataclass(frozen=True, slots=True)
class SetNote:
    """The editor's own note on the event; empty to remove it."""

    event: EventRef
    note: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Several events are one: the mentions of ``others`` join ``into``, which keeps its title and dates."""

    into: EventRef
    others: tuple[EventRef, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The named passages leave the event and become an event of their own, titled ``title``."""

    event: EventRef
    passages: tuple[Passage, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Attach:
    """A passage is a report of the event: moved there from wherever it was, or new."""

    passage: Passage
    event: EventRef


@dataclass(frozen=True, slots=True)
class Detach:
    """A passage is no report of the event."""

    passage: Passage
    event: EventRef


@dataclass(frozen=True, slots=True)
class CreateEvent:
    """The passage reports an event the program did not see."""

    passage: Passage
    title: str
    dates: tuple[DateRange, ...] = ()
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class DismissPassage:
    """The passage reports nothing: it leaves its event (and the tray)."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class DateMention:
    """An undated passage of the tray gets dates and becomes an event."""

    passage: Passage
    dates: tuple[DateRange, ...]
    typed: str = ""


@dataclass(frozen=True, slots=True)
class AcceptSuggestion:
    """What the program suggested for a contradiction is right: the doubted passages get ``dates``."""

    contradiction: ContradictionId
    passages: tuple[Passage, ...]
    dates: tuple[DateRange, ...]


@dataclass(frozen=True, slots=True)
class KeepAsWritten:
    """The contradiction has been seen; the words stay as they are."""

    contradiction: ContradictionId
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ChooseDate:
    """Of the dates the sources give for an event, the one of ``passage`` is shown; the others stay as ghosts."""

    event: EventRef
    passage: Passage
    dates: tuple[DateRange, ...]


@dataclass(frozen=True, slots=True)
class SetPublication:
    """The article appeared on these days; None returns to what the program infers."""

    article: ArticleId
    when: DateRange | None
    typed: str = ""


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """The article leaves the chronology; its text stays in the file."""

    article: ArticleId


@dataclass(frozen=True, slots=True)
class Bulk:
    """Several acts done as one, undone as one."""

    acts: tuple[Act, ...]


Act = (
    AcceptEvent
    | RejectEvent
    | Rename
    | Redate
    | SetPlace
    | SetKind
    | SetNote
    | Merge
    | Split
    | Attach
    | Detach
    | CreateEvent
    | DismissPassage
    | DateMention
    | AcceptSuggestion
    | KeepAsWritten
    | ChooseDate
    | SetPublication
    | RemoveArticle
    | Bulk
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log: an act, or the undoing (or redoing) of an earlier one named by ``target``.

    ``at`` is the time of the act in UTC, ``YYYY-MM-DDTHH:MM:SSZ``.
    """

    id: DecisionId
    at: str
    act: Act | None = None
    undoes: DecisionId | None = None
    redoes: DecisionId | None = None
