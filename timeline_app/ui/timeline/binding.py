"""How do the events of a dossier become columns? Hulls, hues, lanes, ghosts, and the words of the cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, overload

import numpy as np

from timeline_app.dossier.survey import survey
from timeline_app.layout.card import Said
from timeline_app.layout.columns import CERTAINTIES, GRAINS, HUES, OPEN_END, OPEN_START, Columns, Extras, columns, order_of
from timeline_app.model import outline
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import ContradictionKind, EventStatus
from timeline_app.ui import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.layout.columns import Floats
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event
    from timeline_app.model.identity import ArticleId, ContradictionId, EventId
    from timeline_app.model.outline import Outline
    from timeline_app.wording import Wording

MINUTES = 1440.0
MOST_LANES = 12
MOST_SAID = 20_000  # events whose words are kept
DOUBT, KNOWN_KIND = 0.5, 0.2  # that what is doubted weighs more, and what is known to be more than just something
_GRAIN = {grain: number for number, grain in enumerate(GRAINS)}
_CERTAINTY = {certainty: number for number, certainty in enumerate(CERTAINTIES)}
_SAYS_DATE = {ContradictionKind.DATE, ContradictionKind.WEEKDAY, ContradictionKind.CALENDAR}

Times = tuple[tuple[float, float, bool], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """Columns, and in the same order the ids of the events and the names of the lanes they ask for."""

    columns: Columns
    ids: tuple[EventId, ...]
    keys: list[str]


class Names(Sequence["EventId"]):
    """The ids of the events of some columns, in their order; where one stands is looked up by its time."""

    def __init__(self, found: Bound, state: DossierState) -> None:
        self._found, self._state = found, state

    @overload
    def __getitem__(self, place: int) -> EventId: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[EventId, ...]: ...
    def __getitem__(self, place: int | slice) -> EventId | tuple[EventId, ...]:
        """The id at a place."""
        return self._found.ids[place]

    def __len__(self) -> int:
        return len(self._found.ids)

    def index(self, name: EventId, start: int = 0, stop: int | None = None) -> int:
        """The place of an event. ValueError where it is not shown."""
        del start, stop  # an event stands once
        event = self._state.events.get(name)
        if event is None or event.hull is None:
            raise ValueError(name)
        return place_of(self._found, name, times_of(event.hull)[0])


def place_of(found: Bound, event: EventId, start: float) -> int:
    """The row of an event that begins then. ValueError where there is none."""
    low, high = (int(np.searchsorted(found.columns.start, start, side=side)) for side in ("left", "right"))
    return found.ids.index(event, low, high)


def bound(state: DossierState, wording: Wording, *, lanes: str = "packed") -> Bound:
    """The dated events of a dossier that are not rejected; ``lanes`` is ``packed``, ``source``, ``kind`` or ``place``.

    They are bound as their outline stands: none is read for it. Those of the same times come in the order of their ids, so
    that every way to a state shows it alike.
    """
    known, start, end = _in_order(survey(state.events))
    keys = keys_of(known, state, wording, lanes)
    names, lane = lanes_of(keys, wording)
    doubts = np.array([name in known.contradictions and bool(doubted(known.contradictions[name], state)) for name in known.ids])
    marks, sources = np.array(known.marks, np.uint8), np.array([len(found) for found in known.articles])
    made = columns(
        start,
        end,
        known.titles,
        grain=known.grain,
        certainty=known.certainty,
        hue=[hue_of(kind) for kind in known.kinds],
        weight=sources + np.array([kind != "other" for kind in known.kinds]) * KNOWN_KIND + DOUBT * doubts,
        sources=sources,
        contradicted=doubts,
        openness=OPEN_START * (marks & outline.OPEN_START > 0) + OPEN_END * (marks & outline.OPEN_END > 0),
        lane=lane,
        lanes=names,
        extras=extras_of(_extras(known)),
    )
    return Bound(made, tuple(known.ids), keys)


def _in_order(found: Outline) -> tuple[Outline, Floats, Floats]:
    """The events that are shown, in order of time, with their times."""
    shown = sorted((row for row, marks in enumerate(found.marks) if marks & outline.SHOWN), key=found.ids.__getitem__)
    start, end = np.array(found.first, np.float64)[shown], np.array(found.last, np.float64)[shown] + 1.0
    for place, row in enumerate(shown) if found.minutes else ():
        if found.ids[row] in found.minutes:
            start[place], end[place] = _with_minutes(found.first[row], found.last[row], *found.minutes[found.ids[row]])
    order = order_of(start, end)
    return found.picked([shown[place] for place in order]), start[order], end[order]


def _extras(known: Outline) -> Iterable[tuple[int, Times]]:
    """The parts and the ghosts of the events that have any, by place."""
    some, none = known.parts.keys() | known.elsewhere.keys(), ()
    for place, name in enumerate(known.ids):
        if name in some:
            yield place, extras_from(known.parts.get(name, none), known.elsewhere.get(name, none))


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
    """What the columns need of one event, and the times of its parts and ghosts."""

    event: Event
    start: float
    end: float
    grain: int
    certainty: int
    hue: int
    weight: float
    sources: int
    openness: int
    extras: Times

    def cells(self, *, doubt: bool) -> Cells:
        """The event in the columns; what is doubted weighs more."""
        weight = self.weight + DOUBT * doubt
        return Cells(self.grain, self.certainty, self.hue, weight, self.sources, doubt, self.openness)


def facts_of(event: Event | None) -> Facts | None:
    """The facts of an event that is shown, None for others: what ``bound`` gives for it."""
    hull = None if event is None or event.status is EventStatus.REJECTED else event.hull
    if event is None or hull is None:
        return None
    start, end = times_of(hull)
    sources = len({mention.passage.article for mention in event.mentions})
    extras = extras_from(event.dates if len(event.dates) > 1 else (), outline.elsewhere(event))
    openness = OPEN_START * hull.open_start + OPEN_END * hull.open_end
    weight = sources + KNOWN_KIND * (event.kind != "other")
    grain, certainty, hue = _GRAIN[hull.grain], _CERTAINTY[hull.certainty], hue_of(event.kind)
    return Facts(event, start, end, grain, certainty, hue, weight, sources, openness, extras)


def extras_from(parts: Iterable[DateRange], elsewhere: Iterable[DateRange]) -> Times:
    """The times of an event's parts and ghosts; true for a ghost."""
    return *((*times_of(part), False) for part in parts), *((*times_of(other), True) for other in elsewhere)


@cache
def hue_of(kind: str) -> int:
    """The place of a kind's hue in ``HUES``."""
    return HUES.index(kinds.hue_of(kind))


def times_of(when: DateRange) -> tuple[float, float]:
    """A range as times: from the start of its first day (or minute) to the end of its last."""
    if when.first_minute is None or when.last_minute is None:
        return float(when.first), when.last + 1.0
    return _with_minutes(when.first, when.last, when.first_minute, when.last_minute)


def _with_minutes(first: int, last: int, first_minute: int, last_minute: int) -> tuple[float, float]:
    start = first + first_minute / MINUTES
    return start, max(last + last_minute / MINUTES, start)


class DossierWords:
    """The words of the cards: dates as the desk writes them, what sources disagree about.

    ``like`` are the words of a state before this one: what was said of an event that is the same is not worded again.
    """

    def __init__(self, found: Bound, state: DossierState, wording: Wording, *, like: DossierWords | None = None) -> None:
        self._found, self._state, self._wording = found, state, wording
        known = like._said if like is not None and like._wording is wording and len(like._said) < MOST_SAID else {}  # noqa: SLF001
        self._said: dict[EventId, tuple[Event, Said]] = known

    def __call__(self, event: int) -> Said:
        """Title, dates, sources and doubt of the event at a place of the columns."""
        found, wording = self._event(event), self._wording
        doubt = doubted(found.contradictions, self._state)
        doubt = wording.text(doubt) if doubt else ""
        same, said = self._said.get(found.id, (None, None))
        if same is not found or said is None or said.doubt != doubt:
            sources = int(self._found.columns.sources[event])
            said = Said(found.title, self.date(event), wording.number(sources) if sources > 1 else "", doubt)
            self._said[found.id] = (found, said)
        return said

    def details(self, event: int) -> tuple[str, ...]:
        """Dates, how sure they are, what is doubted, and the articles that report it."""
        found, wording = self._event(event), self._wording
        certainty = wording.certainty(found.dates[0].certainty) if found.dates else ""
        where = " \u00b7 ".join(part for part in (wording.kind_name(found.kind), found.place) if part)
        doubts = [wording.say(one.message) for name in found.contradictions if (one := self._state.contradictions.get(name))]
        lines = (self.date(event), certainty, where, *doubts[:1], *self.sources(event))
        return tuple(line for line in lines if line)

    def date(self, event: int) -> str:
        """The event's dates; a single day with its weekday."""
        dates = self._event(event).dates
        weekday = len(dates) == 1 and dates[0].grain is Grain.DAY and dates[0].days == 1
        return self._wording.dates(dates, weekday=weekday)

    def sources(self, event: int) -> tuple[str, ...]:
        """The articles that report the event, by title."""
        articles = self._state.articles
        names = (
            articles[mention.passage.article] for mention in self._event(event).mentions if mention.passage.article in articles
        )
        return tuple(dict.fromkeys(article.title or article.outlet or article.path for article in names))

    def _event(self, place: int) -> Event:
        return self._state.events[self._found.ids[place]]


def doubted(contradictions: Iterable[ContradictionId], state: DossierState) -> str:
    """What is doubted about the event of these contradictions, in a word; empty when nothing is."""
    open_ones = [state.contradictions[name] for name in contradictions if name in state.contradictions]
    kinds = {found.kind for found in open_ones if not found.update}
    if kinds & _SAYS_DATE:
        return "Two dates"
    if ContradictionKind.FIGURE in kinds:
        return "Two figures"
    return "Contradiction" if kinds else ""


def extras_of(times: Iterable[tuple[int, Times]]) -> Extras:
    """Ghosts where a mention's own dates share no day with the event's, and the parts of lists of days, by place."""
    rows = [(place, *extra) for place, some in times for extra in some]
    owner, start, end, ghost = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Extras(np.array(owner, np.int32), np.array(start, np.float64), np.array(end, np.float64), np.array(ghost, np.bool_))


def keys_of(known: Outline, state: DossierState, wording: Wording, lanes: str) -> list[str]:
    """The name of the lane each event asks for."""
    if lanes == "packed":
        return [""] * len(known)
    if lanes == "kind":
        return [wording.kind_name(kind) for kind in known.kinds]
    if lanes == "place":
        return [place or wording.text("No place") for place in known.places]
    return [_source(articles, state) or wording.text("No source") for articles in known.articles]


def lanes_of(keys: Sequence[str], wording: Wording) -> tuple[tuple[str, ...], list[int]]:
    """The names of the lanes, fullest first, and the lane of each event; what does not fit is gathered in the last."""
    names = [name for name, _ in Counter(keys).most_common()] or [""]
    if len(names) > MOST_LANES:
        names = [*names[: MOST_LANES - 1], wording.text("Other")]
    numbers = {name: number for number, name in enumerate(names)}
    return tuple(names), [numbers.get(key, len(names) - 1) for key in keys]


def _source(articles: tuple[ArticleId, ...], state: DossierState) -> str:
    article = state.articles.get(articles[0]) if articles else None
    return (article.outlet or article.title or article.path) if article else ""
