"""How do the columns follow a decision? Rows of events that it changed are made anew; the others stay where they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from timeline_app.layout.columns import Columns, Extras
from timeline_app.model.dossier import DossierState
from timeline_app.model.outline import outline_of
from timeline_app.ui.timeline.binding import Bound, Cells, bound, doubted, extras_of, facts_of, keys_of, lanes_of, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.layout.columns import Ints
    from timeline_app.model.identity import EventId
    from timeline_app.ui.index import Change
    from timeline_app.ui.timeline.binding import Facts
    from timeline_app.wording import Wording

T = TypeVar("T")
_MANY = 1000  # changes beyond which making anew is less work


class _Edit(NamedTuple):
    """What becomes of the rows: ``gone`` are the old places of those that leave, ``at`` the new places of those that come.

    ``made`` are the rows made anew by their new places; first the ``stay`` of them that were there before, then, in order
    of time, those that come.
    """

    gone: list[int]
    at: list[int]
    stay: list[int]
    made: list[tuple[int, Facts]]

    @property
    def moves(self) -> bool:
        """Whether rows come or leave."""
        return bool(self.gone or self.at)


class Following:
    """The columns of a dossier, from one state to the next. What no decision touched is the very same array as before."""

    def __init__(self) -> None:
        self._found: Bound | None = None
        self._state = DossierState()
        self._manner: tuple[object, ...] = ()

    def columns(self, state: DossierState, wording: Wording, *, lanes: str, change: Change | None) -> Bound:
        """What ``bound`` would give for the state. ``change`` is all that is different from the state before, None: anything."""
        manner = (lanes, wording)
        old, self._manner, before = self._found, manner, self._manner
        renamed = change is not None and bool(change.articles) and lanes == "source"
        if old is None or change is None or change.whole or renamed or manner != before or len(change.events) > _MANY:
            self._found = bound(state, wording, lanes=lanes)
        else:
            self._found = self._edited(old, self._edit(old, state, change), state)
        self._state = state
        return self._found

    # -- inside -------------------------------------------------------------------------------------------------------

    def _edit(self, old: Bound, state: DossierState, change: Change) -> _Edit:
        before = self._state
        doubts = [one for name in change.contradictions for now in (before, state) if (one := now.contradictions.get(name))]
        names = change.events.union(*(one.events for one in doubts))
        gone: list[int] = []
        stay: list[tuple[int, Facts]] = []
        come: list[Facts] = []
        for name in names:
            was, now = facts_of(before.events.get(name)), facts_of(state.events.get(name))
            if was is not None and now is not None and (was.start, was.end) == (now.start, now.end):
                stay.append((place_of(old, name, was.start), now))
            else:
                gone += [place_of(old, name, was.start)] if was is not None else []
                come += [now] if now is not None else []
        gone.sort()
        come.sort(key=_rank)
        rooms = [room - bisect_left(gone, room) for room in (_room(old, fact) for fact in come)]
        landed = [left + bisect_right(rooms, left) for left in (place - bisect_left(gone, place) for place, _ in stay)]
        at = [place + number for number, place in enumerate(rooms)]
        made = [*zip(landed, (fact for _, fact in stay), strict=True), *zip(at, come, strict=True)]
        return _Edit(gone, at, [place for place, _ in stay], made)

    def _edited(self, old: Bound, edit: _Edit, state: DossierState) -> Bound:
        columns, places = old.columns, edit.made
        if not places and not edit.moves:
            return old
        cells = {fact.event.id: fact.cells(doubt=bool(doubted(fact.event.contradictions, state))) for _, fact in places}
        made: dict[str, object] = {}
        for number, name in enumerate(Cells._fields):
            rows = [(place, cells[fact.event.id][number]) for place, fact in places]
            made[name] = _column(getattr(columns, name), edit, rows)
        if edit.moves:
            made["start"] = _column(columns.start, edit, [(place, fact.start) for place, fact in places])
            made["end"] = _column(columns.end, edit, [(place, fact.end) for place, fact in places])
        made["titles"] = _listed(columns.titles, edit, [fact.event.title for _, fact in places])
        made["extras"] = _extras(old, edit)
        ids = tuple(_listed(old.ids, edit, [fact.event.id for _, fact in places])) if edit.moves else old.ids
        keys = self._keys(old, edit, state)
        made |= self._lanes(columns, edit, keys)
        return Bound(replace(columns, **made), ids, keys)  # type: ignore[arg-type]

    def _keys(self, old: Bound, edit: _Edit, state: DossierState) -> list[str]:
        lanes, wording = self._manner
        events = outline_of(fact.event for _, fact in edit.made)
        return _listed(old.keys, edit, keys_of(events, state, wording, lanes))  # type: ignore[arg-type]

    def _lanes(self, columns: Columns, edit: _Edit, keys: list[str]) -> dict[str, object]:
        lanes, wording = self._manner
        if lanes == "packed":
            return {"lane": _column(columns.lane, edit, [(place, 0) for place, _ in edit.made])}
        names, numbers = lanes_of(keys, wording)  # type: ignore[arg-type]
        lane = np.array(numbers, np.int32)
        return {"lanes": names, "lane": columns.lane if np.array_equal(lane, columns.lane) else lane}


def _rank(fact: Facts) -> tuple[float, float, EventId]:
    return fact.start, -fact.end, fact.event.id


def _room(found: Bound, fact: Facts) -> int:
    """The row before which an event belongs."""
    start, end = found.columns.start, found.columns.end
    low, high = (int(np.searchsorted(start, fact.start, side=side)) for side in ("left", "right"))
    wanted = (-fact.end, fact.event.id)
    return bisect_left(range(high), wanted, low, key=lambda row: (-float(end[row]), found.ids[row]))


def _column(array: np.ndarray, edit: _Edit, rows: Sequence[tuple[int, float]]) -> np.ndarray:
    """A column with ``rows`` (new place and value); the same one where nothing is different."""
    if edit.moves:
        array = np.insert(np.delete(array, edit.gone), _before(edit), 0)
    elif all(array[place] == array.dtype.type(value) for place, value in rows):
        return array
    else:
        array = array.copy()
    for place, value in rows:
        array[place] = value
    return array


def _listed(rows: Sequence[T], edit: _Edit, made: Sequence[T]) -> list[T]:
    """A list with what stands now in the rows of ``edit.made``."""
    found = list(rows)
    for place in reversed(edit.gone):
        del found[place]
    for place, one in zip(edit.at, made[len(edit.stay) :], strict=True):
        found.insert(place, one)
    for (place, _), one in zip(edit.made, made, strict=True):
        found[place] = one
    return found


def _extras(old: Bound, edit: _Edit) -> Extras:
    """The extras of all events: those of rows made anew are taken from them, the others move along with their owners."""
    extras, rows = old.columns.extras, sorted(edit.made, key=lambda row: row[0])
    made = extras_of((place, fact.extras) for place, fact in rows)
    if not len(made.owner) and not len(extras.owner):
        return extras
    stays = np.ones(len(old.ids), np.bool_)
    stays[edit.gone + edit.stay] = False
    kept = stays[extras.owner]
    owner = np.concatenate((_landed(extras.owner[kept], edit), made.owner))
    order = np.argsort(owner, kind="stable")
    joined = starmap(
        lambda before, now: np.concatenate((before[kept], now))[order],
        ((extras.start, made.start), (extras.end, made.end), (extras.ghost, made.ghost)),
    )
    return Extras(owner[order], *joined)


def _landed(places: Ints, edit: _Edit) -> Ints:
    """The new places of rows that were not made anew."""
    left = places - np.searchsorted(edit.gone, places)
    found: Ints = (left + np.searchsorted(_before(edit), left, side="right")).astype(np.int32)
    return found


def _before(edit: _Edit) -> list[int]:
    """Before which of the rows that were there (without those that leave) each coming row is put."""
    return [place - number for number, place in enumerate(edit.at)]
