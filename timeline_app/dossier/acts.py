"""What does each act do to the events? One function an act; False says that what it was about no longer stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from timeline_app.dossier.draft import Draft
from timeline_app.dossier.pins import likeness
from timeline_app.dossier.reckoning import dates_from, in_order, with_mentions
from timeline_app.model.article import Passage
from timeline_app.model.daterange import DateRange
from timeline_app.model.decision import (
    AcceptEvent,
    Attach,
    CreateEvent,
    DateMention,
    Detach,
    DismissPassage,
    Merge,
    Redate,
    RejectEvent,
    Rename,
    SetKind,
    SetNote,
    SetPlace,
    Split,
)
from timeline_app.model.event import Event, EventStatus, Mention, MentionBasis
from timeline_app.model.identity import EventId
from timeline_app.model.step import step

T = TypeVar("T")

# Words marked within a longer report are a report of their own; nearly the same stretch is the same report.
_SAME = 0.5


def accept(draft: Draft, act: AcceptEvent) -> bool:
    """The event is right as it stands."""
    return _alter(draft, draft.revived(act.event), status=EventStatus.ACCEPTED)


def reject(draft: Draft, act: RejectEvent) -> bool:
    """The event does not belong on the timeline; nothing is to be done where no rule sees it any more."""
    event = draft.event(act.event)
    if event is None:
        return any(draft.where(pin) for pin in act.event.pins)
    return _alter(draft, event, status=EventStatus.REJECTED)


def rename(draft: Draft, act: Rename) -> bool:
    """The event gets another title."""
    return _alter(draft, draft.revived(act.event), title=act.title)


def redate(draft: Draft, act: Redate) -> bool:
    """The event gets other dates; each report keeps what it says."""
    event = draft.revived(act.event)
    if event is None:
        return False
    why = step("dates-by-editor", typed=act.typed) if act.typed else step("dates-by-editor-plain")
    return _alter(draft, event, dates=act.dates, decided=True, steps=(*event.steps, why))


def set_place(draft: Draft, act: SetPlace) -> bool:
    """The event gets another place."""
    return _alter(draft, draft.revived(act.event), place=act.place)


def set_kind(draft: Draft, act: SetKind) -> bool:
    """The event gets another kind."""
    return _alter(draft, draft.revived(act.event), kind=act.kind)


def set_note(draft: Draft, act: SetNote) -> bool:
    """The editor's own note on the event."""
    return _alter(draft, draft.revived(act.event), note=act.note)


def merge(draft: Draft, act: Merge) -> bool:
    """The reports of the others join the first, which keeps its title and dates."""
    into = draft.revived(act.into)
    if into is None:
        return False
    found = {event.id: event for ref in act.others if (event := draft.revived(ref)) is not None}
    others = [event for event in found.values() if event.id != into.id]
    trail = [decision for event in (into, *others) for decision in draft.trail(event.id)]
    for other in others:
        draft.drop(other.id)
    draft.put(_united(into, others))
    draft.remember(into.id, trail)
    _repoint(draft, {other.id for other in others}, into.id)
    return bool(found)


def split(draft: Draft, act: Split) -> bool:
    """The named passages leave the event and become an event of their own; what other rules have parted is only named."""
    event = draft.revived(act.event)
    if event is None:
        return False
    leaving = tuple(_once(mention for passage in act.passages for mention in _reports(draft, event, passage)))
    if not leaving:
        return _parted_already(draft, act)
    staying = tuple(mention for mention in event.mentions if mention not in leaving)
    if staying:  # otherwise everything leaves, and there is nothing to part
        draft.put(with_mentions(event, staying))
        draft.put(_event_of(draft, leaving, act.title, event.dates))
    return True


def attach(draft: Draft, act: Attach) -> bool:
    """The passage becomes a report of the event, moved there from wherever it was."""
    event = draft.revived(act.event)
    if event is None or (where := draft.where(act.passage)) is None:
        return False
    if any(likeness(mention, where) >= _SAME for mention in event.mentions):
        return True
    mention = _taken(draft, where) or Mention(draft.new_mention(), where, MentionBasis.INFERRED)
    mention = replace(mention, links=(step("joined-by-editor"),))
    event = draft.get(event.id) or event
    dates = event.dates or mention.dates
    draft.put(replace(event, mentions=(*event.mentions, mention), dates=dates))
    return True


def detach(draft: Draft, act: Detach) -> bool:
    """The passage leaves the event and waits in the tray."""
    event = draft.event(act.event)
    leaving = _reports(draft, event, act.passage) if event is not None else ()
    if event is None or not leaving:
        return draft.where(act.passage) is not None
    draft.put(with_mentions(event, tuple(m for m in event.mentions if m not in leaving)))
    draft.undated = (*draft.undated, *(replace(mention, links=()) for mention in leaving))
    return True


def create(draft: Draft, act: CreateEvent) -> bool:
    """The passage reports an event the program did not see; where it sees it now, on the same days, it is that one."""
    where = draft.where(act.passage)
    if where is None:
        return False
    for event, mention in draft.mentions_at(where)[:1]:
        if likeness(mention, where) >= _SAME and event.dates == act.dates:
            return _alter(draft, event, title=act.title, kind=act.kind, status=EventStatus.ACCEPTED, decided=True)
    waiting = _from_tray(draft, where)
    base = waiting or Mention(draft.new_mention(), where, title=act.title, kind=act.kind)
    mention = replace(base, dates=act.dates or base.dates)
    name = draft.new_event()
    why = (step("created-by-editor"),)
    draft.put(Event(name, act.title, mention.dates, (mention,), act.kind, status=EventStatus.ACCEPTED, decided=True, steps=why))
    return True


def dismiss(draft: Draft, act: DismissPassage) -> bool:
    """The passage reports nothing: it leaves its event and the tray."""
    where = draft.where(act.passage)
    if where is None:
        return False
    taken = _taken(draft, where)
    while taken is not None and any(mention.passage == taken.passage for _, mention in draft.mentions_at(where)):
        taken = _taken(draft, where)  # one sentence may report several events
    draft.dismissed = in_order((*draft.dismissed, where))
    return True


def date_mention(draft: Draft, act: DateMention) -> bool:
    """An undated passage gets dates and becomes an event (or dates the event it already belongs to)."""
    where = draft.where(act.passage)
    if where is None:
        return False
    why = step("dates-by-editor", typed=act.typed) if act.typed else step("dates-by-editor-plain")
    waiting = _from_tray(draft, where)
    home = next(iter(draft.mentions_at(where)), None)
    if waiting is None and home is not None:
        return _date_report(draft, *home, act.dates)
    mention = waiting or Mention(draft.new_mention(), where)
    mention = replace(mention, dates=act.dates, steps=(*mention.steps, why))
    title, name = mention.title or where.quote, draft.new_event()
    event = Event(name, title, act.dates, (mention,), mention.kind, mention.place, mention.participants, mention.modality)
    draft.put(replace(event, decided=True, status=EventStatus.ACCEPTED, steps=(why,)))
    return True


def _date_report(draft: Draft, event: Event, mention: Mention, dates: tuple[DateRange, ...]) -> bool:
    mentions = tuple(replace(m, dates=dates) if m is mention else m for m in event.mentions)
    draft.put(with_mentions(event, mentions))
    return True


def _alter(draft: Draft, event: Event | None, **changes: object) -> bool:
    if event is None:
        return False
    draft.put(replace(event, **changes))  # type: ignore[arg-type]
    return True


def _united(into: Event, others: list[Event]) -> Event:
    joined = (step("joined-by-editor"),)
    mentions = (*into.mentions, *(replace(m, links=joined) for other in others for m in other.mentions))
    events = (into, *others)
    return replace(
        into,
        mentions=mentions,
        dates=into.dates or next((e.dates for e in events if e.dates), ()),
        place=into.place or next((e.place for e in events if e.place), ""),
        participants=_once(p for e in events for p in e.participants),
        note="\n".join(_once(e.note for e in events if e.note)),
        contradictions=_once(c for e in events for c in e.contradictions),
    )


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _repoint(draft: Draft, gone: set[EventId], into: EventId) -> None:
    for found in draft.open_contradictions():
        if gone.intersection(found.events):
            events = _once(into if event in gone else event for event in found.events)
            draft.put_contradiction(replace(found, events=events))


def _reports(draft: Draft, event: Event, passage: Passage) -> tuple[Mention, ...]:
    """The reports of the passage in the event: one sentence may hold several."""
    found = tuple(mention for owner, mention in draft.mentions_at(passage) if owner.id == event.id)
    return tuple(mention for mention in found if mention.passage == found[0].passage)


def _event_of(draft: Draft, mentions: tuple[Mention, ...], title: str, dates: tuple[DateRange, ...]) -> Event:
    first = mentions[0]
    title = title or first.title or first.passage.quote
    own = Event(
        draft.new_event(), title, dates_from((), mentions) or dates, mentions, first.kind, first.place, first.participants
    )
    return replace(own, modality=first.modality)


def _parted_already(draft: Draft, act: Split) -> bool:
    """Where other rules see the passages apart, that event gets the title; where they see nothing, it is made."""
    stands = [where for passage in act.passages if (where := draft.where(passage)) is not None]
    homes = [home for where in stands for home in draft.mentions_at(where)[:1]]
    if not homes and stands:
        mentions = tuple(Mention(draft.new_mention(), where, dates=act.event.dates, title=act.title) for where in stands)
        draft.put(_event_of(draft, mentions, act.title, act.event.dates))
    for event, _ in homes:
        if act.title and len(event.mentions) <= len(homes):
            draft.put(replace(event, title=act.title))
    return bool(stands)


def _from_tray(draft: Draft, where: Passage) -> Mention | None:
    waiting = draft.waiting_at(where)
    if waiting is not None and likeness(waiting, where) < _SAME:
        return None
    if waiting is not None:
        draft.undated = tuple(mention for mention in draft.undated if mention is not waiting)
    return waiting


def _taken(draft: Draft, where: Passage) -> Mention | None:
    """The report of the passage, taken out of its event or of the tray."""
    waiting = _from_tray(draft, where)
    if waiting is not None:
        return waiting
    for event, mention in draft.mentions_at(where)[:1]:
        if likeness(mention, where) < _SAME:
            return None
        draft.put(with_mentions(event, tuple(m for m in event.mentions if m is not mention)))
        return mention
    return None
