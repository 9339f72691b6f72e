"""How do the events of a dossier become columns? Hulls, hues, lanes, ghosts, and the words of the cards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from timeline_app.layout.card import Said
from timeline_app.layout.columns import CERTAINTIES, GRAINS, HUES, OPEN_END, OPEN_START, Columns, Extras, columns, order_of
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import ContradictionKind, EventStatus
from timeline_app.ui import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event
    from timeline_app.model.identity import EventId
    from timeline_app.wording import Wording

MINUTES = 1440.0
MOST_LANES = 12
DOUBT = 0.5  # that what is doubted weighs more
_GRAIN = {grain: number for number, grain in enumerate(GRAINS)}
_CERTAINTY = {certainty: number for number, certainty in enumerate(CERTAINTIES)}
_SAYS_DATE = {ContradictionKind.DATE, ContradictionKind.WEEKDAY, ContradictionKind.CALENDAR}


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """Columns, and the events and their ids in the same order."""

    columns: Columns
    events: tuple[Event, ...]
    ids: tuple[EventId, ...]


def bound(state: DossierState, wording: Wording, *, lanes: str = "packed") -> Bound:
    """The dated events of a dossier that are not rejected; ``lanes`` is ``packed``, ``source``, ``kind`` or ``place``."""
    return bound_of(facts_in_order(state, {}), state, wording, lanes=lanes)


def facts_in_order(state: DossierState, known: Mapping[EventId, Facts]) -> list[Facts]:
    """The facts of the events that are shown, in order of time; those ``known`` of events that did not change are kept.

    Events of the same times come in the order of their ids, so that every way to a state shows it alike.
    """
    found = []
    for name, event in sorted(state.events.items(), key=itemgetter(0)):
        before = known.get(name)
        fact = before if before is not None and before.event is event else facts_of(event)
        if fact is not None:
            found.append(fact)
    return [found[place] for place in order_of([fact.start for fact in found], [fact.end for fact in found])]


def bound_of(facts: Sequence[Facts], state: DossierState, wording: Wording, *, lanes: str) -> Bound:
    """The columns of facts that are in order."""
    if not facts:
        return Bound(columns([], [], []), (), ())
    shown, start, end, *cells, _ = zip(*facts, strict=True)
    given = dict(zip(Facts._fields[3:-1], cells, strict=True))
    doubts = np.array([bool(event.contradictions) and bool(doubted(event, state)) for event in shown])
    names, lane = lanes_of(keys_of(shown, state, wording, lanes), wording)
    made = columns(
        start,
        end,
        [event.title for event in shown],
        **given | {"weight": np.array(given["weight"]) + DOUBT * doubts, "contradicted": doubts},
        lane=lane,
        lanes=names,
        extras=extras_of(enumerate(facts)),
    )
    return Bound(made, shown, tuple(event.id for event in shown))


class Cells(NamedTuple):
    """What the columns hold of one event besides its times, its title and its lane."""

    grain: int
    certainty: int
    hue: int
    weight: float
    sources: int
    contradicted: bool
    openness: int


class Facts(NamedTuple):
    """What the columns need of one event, and the times of its ghosts and parts."""

    event: Event
    start: float
    end: float
    grain: int
    certainty: int
    hue: int
    weight: float
    sources: int
    openness: int
    extras: tuple[tuple[float, float, bool], ...]

    def cells(self, *, doubt: bool) -> Cells:
        """The event in the columns; what is doubted weighs more."""
        weight = self.weight + DOUBT * doubt
        return Cells(self.grain, self.certainty, self.hue, weight, self.sources, doubt, self.openness)


def facts_of(event: Event | None) -> Facts | None:
    """The facts of an event that is shown, None for others."""
    if event is None or not event.dates or event.status is EventStatus.REJECTED:
        return None
    dates, mentions = event.dates, event.mentions
    hull = dates[0] if len(dates) == 1 else _hull(event)
    start, end = times_of(hull)
    sources = len(mentions) if len(mentions) < 2 else len({mention.passage.article for mention in mentions})
    extras = tuple((*times_of(part), False) for part in dates) if len(dates) > 1 else ()
    if any(mention.dates is not dates and mention.dates != dates for mention in mentions):
        extras += tuple((*times_of(other), True) for other in _elsewhere(event))
    openness = OPEN_START * hull.open_start + OPEN_END * hull.open_end
    weight = sources + 0.2 * (event.kind != "other")
    grain, certainty, hue = _GRAIN[hull.grain], _CERTAINTY[hull.certainty], hue_of(event.kind)
    return Facts(event, start, end, grain, certainty, hue, weight, sources, openness, extras)


@cache
def hue_of(kind: str) -> int:
    """The place of a kind's hue in ``HUES``."""
    return HUES.index(kinds.hue_of(kind))


def times_of(when: DateRange) -> tuple[float, float]:
    """A range as times: from the start of its first day (or minute) to the end of its last."""
    if when.first_minute is None or when.last_minute is None:
        return float(when.first), when.last + 1.0
    start = when.first + when.first_minute / MINUTES
    return start, max(when.last + when.last_minute / MINUTES, start)


class DossierWords:
    """The words of the cards: dates as the desk writes them, what sources disagree about."""

    def __init__(self, found: Bound, state: DossierState, wording: Wording) -> None:
        self._found, self._state, self._wording = found, state, wording

    def __call__(self, event: int) -> Said:
        """Title, dates, sources and doubt of the event at a place of the columns."""
        found, wording = self._found.events[event], self._wording
        sources = int(self._found.columns.sources[event])
        doubt = doubted(found, self._state)
        count = wording.number(sources) if sources > 1 else ""
        return Said(found.title, self.date(event), count, wording.text(doubt) if doubt else "")

    def details(self, event: int) -> tuple[str, ...]:
        """Dates, how sure they are, what is doubted, and the articles that report it."""
        found, wording = self._found.events[event], self._wording
        certainty = wording.certainty(found.dates[0].certainty) if found.dates else ""
        where = " \u00b7 ".join(part for part in (wording.kind_name(found.kind), found.place) if part)
        doubts = [wording.say(one.message) for name in found.contradictions if (one := self._state.contradictions.get(name))]
        lines = (self.date(event), certainty, where, *doubts[:1], *self.sources(event))
        return tuple(line for line in lines if line)

    def date(self, event: int) -> str:
        """The event's dates; a single day with its weekday."""
        dates = self._found.events[event].dates
        weekday = len(dates) == 1 and dates[0].grain is Grain.DAY and dates[0].days == 1
        return self._wording.dates(dates, weekday=weekday)

    def sources(self, event: int) -> tuple[str, ...]:
        """The articles that report the event, by title."""
        articles = self._state.articles
        names = (
            articles[mention.passage.article]
            for mention in self._found.events[event].mentions
            if mention.passage.article in articles
        )
        return tuple(dict.fromkeys(article.title or article.outlet or article.path for article in names))


def _hull(event: Event) -> DateRange:
    hull = event.hull
    assert hull is not None
    return hull


def doubted(event: Event, state: DossierState) -> str:
    """What is doubted about an event, in a word; empty when nothing is."""
    open_ones = [state.contradictions[name] for name in event.contradictions if name in state.contradictions]
    kinds = {found.kind for found in open_ones if not found.update}
    if kinds & _SAYS_DATE:
        return "Two dates"
    if ContradictionKind.FIGURE in kinds:
        return "Two figures"
    return "Contradiction" if kinds else ""


def extras_of(facts: Iterable[tuple[int, Facts]]) -> Extras:
    """Ghosts where a mention's own dates share no day with the event's, and the parts of lists of days, by place."""
    rows = [(place, *extra) for place, fact in facts if fact.extras for extra in fact.extras]
    owner, start, end, ghost = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Extras(np.array(owner, np.int32), np.array(start, np.float64), np.array(end, np.float64), np.array(ghost, np.bool_))


def _elsewhere(event: Event) -> Iterable[DateRange]:
    found = {}
    for mention in event.mentions:
        for when in mention.dates:
            if not any(when.overlaps(shown) for shown in event.dates):
                found[when.first, when.last] = when
    return found.values()


def keys_of(shown: Sequence[Event], state: DossierState, wording: Wording, lanes: str) -> list[str]:
    """The name of the lane each event asks for."""
    if lanes == "packed":
        return [""] * len(shown)
    if lanes == "kind":
        return [wording.kind_name(event.kind) for event in shown]
    if lanes == "place":
        return [event.place or wording.text("No place") for event in shown]
    return [_source(event, state) or wording.text("No source") for event in shown]


def lanes_of(keys: Sequence[str], wording: Wording) -> tuple[tuple[str, ...], list[int]]:
    """The names of the lanes, fullest first, and the lane of each event; what does not fit is gathered in the last."""
    names = [name for name, _ in Counter(keys).most_common()] or [""]
    if len(names) > MOST_LANES:
        names = [*names[: MOST_LANES - 1], wording.text("Other")]
    numbers = {name: number for number, name in enumerate(names)}
    return tuple(names), [numbers.get(key, len(names) - 1) for key in keys]


def _source(event: Event, state: DossierState) -> str:
    article = state.articles.get(event.mentions[0].passage.article) if event.mentions else None
    return (article.outlet or article.title or article.path) if article else ""
