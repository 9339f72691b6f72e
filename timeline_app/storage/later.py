"""What need not be read yet? The readings of an article and the events, until somebody looks at them.

Only the reader shows readings, one article at a time; the timeline and the lists need no more of an event than its outline.
So a dossier of a hundred thousand events is open in a fraction of the time it takes to read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Event
from timeline_app.model.expression import Reading
from timeline_app.model.identity import EventId
from timeline_app.model.outline import CERTAINTIES, GRAINS, SHOWN, Catalogue, Outline
from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.pieces import unpack
from timeline_app.storage.rowcode import from_rows

T = TypeVar("T")

# One event is unpacked with its neighbours: fewer would take more room, more would be felt at a click.
EVENTS_A_PIECE = 16


class _Waiting(Sequence[T]):
    """What is equal to a tuple of the same values, and not read before it is looked at."""

    def __eq__(self, other: object) -> bool:
        return tuple(self) == (tuple(other) if isinstance(other, _Waiting) else other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class Later(_Waiting[Reading]):
    """The readings written in a piece, read when they are first looked at."""

    def __init__(self, piece: bytes) -> None:
        self.piece = piece
        self._made: tuple[Reading, ...] | None = None

    @overload
    def __getitem__(self, place: int) -> Reading: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Reading, ...]: ...
    def __getitem__(self, place: int | slice) -> Reading | tuple[Reading, ...]:
        return self._readings()[place]

    def __iter__(self) -> Iterator[Reading]:
        return iter(self._readings())

    def __len__(self) -> int:
        return len(self._readings())

    def _readings(self) -> tuple[Reading, ...]:
        if self._made is None:
            try:
                self._made = tuple([from_rows(row, Reading) for row in json.loads(unpack(self.piece))])
            except (TypeError, ValueError, RecursionError):
                self._made = ()  # written by a stranger's hand: a new analysis finds them
        return self._made


class Shelf(_Waiting[Event]):
    """The events written in pieces, a line each, and their outline, which is there at once.

    Each piece but the last holds ``EVENTS_A_PIECE``. An event is the same value whenever it is looked at; ``by_id`` gives
    events by their ids.
    """

    def __init__(self, outline: Outline, pieces: tuple[bytes, ...]) -> None:
        if len(pieces) != -(-len(outline) // EVENTS_A_PIECE):
            raise UnreadableError("events")
        self.outline, self.pieces = outline, pieces
        self.by_id: Catalogue = _ById(self)
        self._made: list[Event | None] = [None] * len(outline)
        self._open: dict[int, list[str]] = {}  # the lines of pieces of which not every event was read

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, place: int | slice) -> Event | tuple[Event, ...]:
        places = range(len(self))[place]
        return self._event(places) if isinstance(places, int) else tuple(map(self._event, places))

    def __iter__(self) -> Iterator[Event]:
        for number in range(len(self.pieces)):
            yield from self._whole(number)

    def __len__(self) -> int:
        return len(self.outline)

    def reading(self) -> Iterator[None]:
        """Read all events, a millisecond between two steps."""
        for number in range(len(self.pieces)):
            self._whole(number)
            yield

    def peek(self, place: int) -> object:
        """The event where it is read already, else the shelf."""
        made = self._made[place]
        return self if made is None else made

    def _whole(self, number: int) -> list[Event]:
        start = number * EVENTS_A_PIECE
        found = [self._event(place) for place in range(start, min(start + EVENTS_A_PIECE, len(self)))]
        self._open.pop(number, None)
        return found

    def _event(self, place: int) -> Event:
        made = self._made[place]
        if made is None:
            made = self._made[place] = self._read(place)
        return made

    def _read(self, place: int) -> Event:
        number, inside = divmod(place, EVENTS_A_PIECE)
        try:
            if number not in self._open:
                self._open[number] = unpack(self.pieces[number]).split("\n")
            found: Event = from_rows(json.loads(self._open[number][inside]), Event)
        except (IndexError, ValueError, RecursionError):
            return self._outlined(place)  # written by a stranger's hand
        return found if found.id == self.outline.ids[place] else self._outlined(place)

    def _outlined(self, place: int) -> Event:
        """What the outline says of an event, without any report."""
        known = self.outline
        name, grain, certainty = known.ids[place], GRAINS[known.grain[place]], CERTAINTIES[known.certainty[place]]
        hull = DateRange(known.first[place], known.last[place], grain, certainty)
        dates = known.parts.get(name, (hull,) if known.marks[place] & SHOWN else ())
        return Event(name, known.titles[place], dates, (), known.kinds[place], known.places[place])


class _ById(Catalogue):
    """The events of a shelf by their ids."""

    def __init__(self, shelf: Shelf) -> None:
        self.outline = shelf.outline
        self._shelf = shelf
        self._all: dict[EventId, Event] | None = None
        self._place = {name: place for place, name in enumerate(shelf.outline.ids)}

    def __getitem__(self, name: EventId) -> Event:
        return self._shelf[self._place[name]]

    def __contains__(self, name: object) -> bool:
        return name in self._place

    def __iter__(self) -> Iterator[EventId]:
        return iter(self._place)

    def __len__(self) -> int:
        return len(self._place)

    def peek(self, event: object) -> object:
        """The event where it was read already, else the shelf."""
        place = self._place.get(event)  # type: ignore[call-overload]
        return None if place is None else self._shelf.peek(place)

    def everything(self) -> dict[EventId, Event]:
        """All events, read by now."""
        if self._all is None:
            self._all = dict(zip(self._place, self._shelf, strict=True))
        return self._all.copy()
