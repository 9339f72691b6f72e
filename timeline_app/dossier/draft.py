"""What does one decision alter? A state being changed: only what is touched is copied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline_app.dossier.layered import layered
from timeline_app.dossier.pins import likeness, locate
from timeline_app.dossier.reckoning import holds_side, ordered
from timeline_app.model.article import Article, Passage
from timeline_app.model.decision import Decision, EventRef
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.identity import ArticleId, ContradictionId, EventId, MentionId


class Draft:
    """A state to which one decision is being applied; ``done`` gives the new state and leaves the old one as it was."""

    def __init__(self, state: DossierState, decision: Decision) -> None:
        self.state = state
        self.decision = decision
        self.articles: dict[ArticleId, Article | None] = {}
        self.undated = state.undated
        self.dismissed = state.dismissed
        self._events: dict[EventId, Event | None] = {}
        self._homes: dict[ArticleId, tuple[EventId, ...]] = {}
        self._contradictions: dict[ContradictionId, Contradiction | None] = {}
        self._settled: dict[ContradictionId, Decision | None] = {}
        self._trail: dict[EventId, tuple[Decision, ...]] = {}
        self._made = self._marked = 0

    def new_event(self) -> EventId:
        """The name of an event this decision makes: always the same when the decision is applied again."""
        self._made += 1
        return EventId(f"new-{self.decision.id}" if self._made == 1 else f"new-{self.decision.id}-{self._made}")

    def new_mention(self) -> MentionId:
        """The name of a report this decision makes: always the same when the decision is applied again."""
        self._marked += 1
        return MentionId(f"report-{self.decision.id}-{self._marked}")

    def get(self, event: EventId) -> Event | None:
        """The event as it stands in the draft."""
        return self._events[event] if event in self._events else self.state.events.get(event)

    def events_of(self, article: ArticleId) -> list[Event]:
        """The events with a report in the article, as they stand in the draft."""
        homes = self._homes.get(article, self.state.by_article.get(article, ()))
        return [event for event in map(self.get, homes) if event is not None]

    def event(self, ref: EventRef) -> Event | None:
        """The event that is meant: the one of that id that rests on a pinned passage, else the one resting on most."""
        named = self.get(ref.event)
        spans = {(pin.article, pin.span) for pin in ref.pins}
        if named is not None and (not spans or any((m.passage.article, m.passage.span) in spans for m in named.mentions)):
            return named
        votes: dict[EventId, tuple[float, bool, bool]] = {}
        for pin in ref.pins:
            for event, mention in self.mentions_at(pin):
                score, *_ = votes.get(event.id, (0.0,))
                votes[event.id] = (score + likeness(mention, pin), event.dates == ref.dates, event.id == ref.event)
        return self.get(max(votes, key=lambda event: votes[event])) if votes else None

    def revived(self, ref: EventRef) -> Event | None:
        """The event that is meant, made again from what the decision remembers of it where no rule sees it any more."""
        found = self.event(ref)
        if found is not None:
            return found
        stands = [where for pin in ref.pins if (where := self.where(pin)) is not None]
        if not stands:
            return None
        mentions = tuple(Mention(self.new_mention(), where, dates=ref.dates, title=ref.title, kind=ref.kind) for where in stands)
        name = ref.event if self.get(ref.event) is None else self.new_event()
        event = Event(name, ref.title or stands[0].quote, ref.dates, mentions, ref.kind)
        self.put(event)
        return event

    def where(self, passage: Passage) -> Passage | None:
        """Where the passage stands now, None when its words are gone."""
        return locate(passage, self.state.articles)

    def mentions_at(self, passage: Passage) -> list[tuple[Event, Mention]]:
        """The mentions whose passage this is, the likest first, each with its event; only exact ones when there are any."""
        where = self.where(passage)
        if where is None:
            return []
        found = [(likeness(m, where), e, m) for e in self.events_of(where.article) for m in e.mentions]
        found = [entry for entry in found if entry[0]]
        best = [entry for entry in found if entry[0] == 1.0] or sorted(found, key=lambda entry: -entry[0])
        return [(event, mention) for _, event, mention in best]

    def waiting_at(self, passage: Passage) -> Mention | None:
        """The mention of the tray whose passage this is."""
        where = self.where(passage)
        if where is None:
            return None
        best = max(self.undated, key=lambda mention: likeness(mention, where), default=None)
        return best if best is not None and likeness(best, where) else None

    def put(self, event: Event) -> None:
        """Put the event, or drop it when no report is left of it."""
        if not event.mentions:
            self.drop(event.id)
            return
        self._rehome(event.id, event)
        self._events[event.id] = event
        self.remember(event.id, self.trail(event.id))

    def drop(self, event: EventId) -> None:
        """Take the event away."""
        self._rehome(event, None)
        self._events[event] = None

    def trail(self, event: EventId) -> tuple[Decision, ...]:
        """The decisions that have touched the event."""
        return self._trail.get(event) or self.state.trail.get(event, ())

    def remember(self, event: EventId, trail: Iterable[Decision]) -> None:
        """Note the decisions that have touched the event, this one among them."""
        known = {decision.id: decision for decision in (*trail, self.decision)}
        self._trail[event] = tuple(sorted(known.values(), key=lambda decision: (len(decision.id), decision.id)))

    def contradiction(self, contradiction: ContradictionId) -> Contradiction | None:
        """The open contradiction of that id."""
        if contradiction in self._contradictions:
            return self._contradictions[contradiction]
        return self.state.contradictions.get(contradiction)

    def open_contradictions(self) -> list[Contradiction]:
        """All contradictions that are open in the draft."""
        return [found for key in self.state.contradictions if (found := self.contradiction(key)) is not None]

    def put_contradiction(self, contradiction: Contradiction) -> None:
        """Alter an open contradiction."""
        self._contradictions[contradiction.id] = contradiction

    def settle(self, contradiction: Contradiction) -> None:
        """The contradiction is decided: it leaves the open ones and the events that showed it."""
        self._settled[contradiction.id] = self.decision
        self.close(contradiction)

    def close(self, contradiction: Contradiction) -> None:
        """The contradiction is no longer one: it leaves the open ones and the events that showed it."""
        self._contradictions[contradiction.id] = None
        for event in filter(None, map(self.get, contradiction.events)):
            if contradiction.id in event.contradictions:
                self.put(replace(event, contradictions=tuple(c for c in event.contradictions if c != contradiction.id)))

    def done(self, *, lost: bool = False) -> DossierState:
        """The new state; ``lost`` lists the decision among those whose passage no longer stands."""
        for name in self._disputed():
            self._follow(name)
        state = self.state
        articles = layered(state.articles).with_changes(self.articles)
        events = layered(state.events).with_changes(self._events)
        trail = {key: value for key, value in self._trail.items() if key in events}
        gone: dict[EventId, tuple[Decision, ...] | None] = {key: None for key, value in self._events.items() if value is None}
        return DossierState(
            articles=articles,
            analysis=state.analysis,
            events=events,
            contradictions=layered(state.contradictions).with_changes(self._contradictions),
            settled=layered(state.settled).with_changes(self._settled),
            undated=self.undated if self.undated is state.undated else ordered(self.undated, articles),
            dismissed=self.dismissed,
            lost=(*state.lost, self.decision) if lost else state.lost,
            by_article=layered(state.by_article).with_changes(self._homes),
            trail=layered(state.trail).with_changes({**trail, **gone}),
        )

    def _disputed(self) -> list[ContradictionId]:
        """The contradictions of the events that were touched, as they were and as they are."""
        before = [self.state.events.get(name) for name in self._events]
        events = filter(None, (*before, *self._events.values()))
        return list(dict.fromkeys(name for event in events for name in event.contradictions))

    def _follow(self, name: ContradictionId) -> None:
        """Let a contradiction go where the reports it is about have gone."""
        found = self.contradiction(name)
        if found is None:
            return
        places = dict.fromkeys(side.passage.article for side in found.evidence)
        near = dict.fromkeys((*found.events, *(event.id for article in places for event in self.events_of(article))))
        touched = [event for key in near if key in self._events and (event := self._events[key]) is not None]
        holding = [event.id for event in touched if holds_side(event, found)]
        left = [key for key in found.events if key in self._events and key not in holding and self._held(key, found)]
        gone = {key for key in found.events if self.get(key) is None}.union(left)
        events = tuple(dict.fromkeys((*(key for key in found.events if key not in gone), *holding)))
        if events != found.events:
            self._contradictions[name] = replace(found, events=events)
        for event in touched:
            shown = tuple(c for c in event.contradictions if c != name)
            if event.id in events:
                shown = event.contradictions if name in event.contradictions else (*shown, name)
            if shown != event.contradictions:
                self._events[event.id] = replace(event, contradictions=shown)

    def _held(self, name: EventId, found: Contradiction) -> bool:
        before = self.state.events.get(name)
        return before is not None and holds_side(before, found)

    def _rehome(self, name: EventId, event: Event | None) -> None:
        before = self.get(name)
        old = {m.passage.article for m in before.mentions} if before else set()
        new = {m.passage.article for m in event.mentions} if event else set()
        for article in old ^ new:
            homes = self._homes.get(article, self.state.by_article.get(article, ()))
            self._homes[article] = (*homes, name) if article in new else tuple(e for e in homes if e != name)
