"""Which events are in view, which of them weigh most, and how many are where? Answered from sorted arrays, lane by lane."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout.columns import Bytes, Floats, Ints, Weights

if TYPE_CHECKING:
    from timeline_app.layout.columns import Columns

BLOCK = 256
MOST_LONG = 2048  # events so long that a search by their start would miss them are kept in a list of this size
OVERFLOW = 255
LONGER_THAN_A_DAY = 1.0 + 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class LaneIndex:
    """The events of one lane in order of start: ``ids`` are their places in the columns.

    ``ends`` is sorted on its own (for counting). ``track`` is the row of a range in the lane's band, chosen once so that
    two ranges of a row never overlap; ``OVERFLOW`` where all rows were taken, 0 for points.
    """

    ids: Ints
    start: Floats
    end: Floats
    ends: Floats
    weight: Weights
    track: Bytes
    longest_short: float
    long: Ints
    block_best: Ints

    def place(self, event: int) -> int:
        """The place in this lane of an event of the columns; -1 when it is in another."""
        place = int(np.searchsorted(self.ids, event))
        return place if place < len(self.ids) and self.ids[place] == event else -1

    def visible(self, first: float, last: float) -> Ints:
        """The events (as places in this lane) that share time with ``first`` to ``last``, in order of start."""
        low = int(np.searchsorted(self.start, first - self.longest_short))
        high = int(np.searchsorted(self.start, last, side="right"))
        near = np.arange(low, high, dtype=np.int32)
        near = near[self.end[low:high] >= first]
        early = self.long[(self.long < low) & (self.end[self.long] >= first)]
        return np.concatenate((early, near)) if len(early) else near

    def number(self, first: float, last: float) -> int:
        """How many events share time with ``first`` to ``last``."""
        begun = np.searchsorted(self.start, last, side="right")
        return int(begun - np.searchsorted(self.ends, first))

    def counts(self, edges: Floats) -> Ints:
        """How many events share time with each of the stretches between ``edges`` (increasing)."""
        begun = np.searchsorted(self.start, edges[1:])
        over = np.searchsorted(self.ends, edges[:-1], side="right")
        return (begun - over).astype(np.int32)

    def begun(self, edges: Floats) -> Ints:
        """How many events begin in each of the stretches between ``edges``."""
        return np.diff(np.searchsorted(self.start, edges)).astype(np.int32)

    def weightiest(self, edges: Floats, each: int) -> list[int]:
        """The ``each`` weightiest events that begin in each stretch, as places in this lane; nearly so in full stretches."""
        cuts = np.searchsorted(self.start, edges).tolist()
        found: list[int] = []
        for low, high in itertools.pairwise(cuts):
            if high - low <= each:
                found.extend(range(low, high))
            elif high - low <= 4 * BLOCK:
                best = np.argpartition(self.weight[low:high], high - low - each)[-each:]
                found.extend((best + low).tolist())
            else:
                blocks = self.block_best[-(-low // BLOCK) : high // BLOCK]
                take = min(each, len(blocks))
                best = np.argpartition(self.weight[blocks], len(blocks) - take)[-take:]
                found.extend(blocks[best].tolist())
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The lanes of the columns."""

    lanes: tuple[LaneIndex, ...]


def index(columns: Columns, *, packed: bool, tracks: int) -> Index:
    """The search structure: one lane for all when ``packed``, else one for each name of ``columns.lanes``."""
    if packed or len(columns.lanes) <= 1:
        return Index((_lane(columns, np.arange(len(columns), dtype=np.int32), tracks),))
    order = np.argsort(columns.lane, kind="stable").astype(np.int32)
    cuts = np.searchsorted(columns.lane[order], np.arange(len(columns.lanes) + 1)).tolist()
    return Index(tuple(_lane(columns, order[a:b], tracks) for a, b in itertools.pairwise(cuts)))


def _lane(columns: Columns, ids: Ints, tracks: int) -> LaneIndex:
    whole = len(ids) == len(columns)
    start = columns.start if whole else columns.start[ids]
    end = columns.end if whole else columns.end[ids]
    weight = columns.weight if whole else columns.weight[ids]
    length = end - start
    long = np.empty(0, np.int32)
    if len(ids) > MOST_LONG:
        long = np.sort(np.argpartition(length, len(ids) - MOST_LONG)[-MOST_LONG:]).astype(np.int32)
    short = np.ones(len(ids), np.bool_)
    short[long] = False
    longest = float(length[short].max()) if short.any() else 0.0
    return LaneIndex(ids, start, end, np.sort(end), weight, _tracks(start, end, tracks), longest, long, _block_best(weight))


def _tracks(start: Floats, end: Floats, tracks: int) -> Bytes:
    """The lowest free row for every range, in order of start; OVERFLOW when none is free."""
    track = np.zeros(len(start), np.uint8)
    ranges = np.flatnonzero(end - start > LONGER_THAN_A_DAY)
    free = [-np.inf] * tracks
    rows = []
    for begins, ends in zip(start[ranges].tolist(), end[ranges].tolist(), strict=True):
        for row, until in enumerate(free):
            if until <= begins:
                free[row] = ends
                rows.append(row)
                break
        else:
            rows.append(OVERFLOW)
    track[ranges] = rows
    return track


def _block_best(weight: Weights) -> Ints:
    blocks = -(-len(weight) // BLOCK)
    padded = np.full(blocks * BLOCK, -np.inf, np.float32)
    padded[: len(weight)] = weight
    best: Ints = (padded.reshape(blocks, BLOCK).argmax(1) + np.arange(blocks) * BLOCK).astype(np.int32)
    return best
