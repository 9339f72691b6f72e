"""Which events are in view, which of them weigh most, and how many are where? Answered from sorted arrays."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout.columns import Bytes, Floats, Ints, Weights

if TYPE_CHECKING:
    from timeline_app.layout.columns import Columns

BLOCK = 256
MOST_LONG = 2048  # events so long that a search by their start would miss them are kept in a list of this size
OVERFLOW = 255
LONGER_THAN_A_DAY = 1.0 + 1e-9
TIE = 2.0**-12  # of weight, less than anything that counts


@dataclass(frozen=True, slots=True, eq=False)
class LaneIndex:
    """The events of one lane in order of start: ``ids`` are their places in the columns. ``ends`` is sorted on its own.

    ``weight`` is ``unequal``.
    """

    ids: Ints
    start: Floats
    ends: Floats
    weight: Weights
    block_best: Ints

    def weightiest(self, edges: Floats, each: int) -> list[tuple[int, list[int]]]:
        """Of each stretch between ``edges``: how many events begin there, and the ``each`` weightiest (nearly, in full ones).

        Events are named by their places in this lane.
        """
        cuts = np.searchsorted(self.start, edges).tolist()
        return [(high - low, self._best(low, high, each)) for low, high in itertools.pairwise(cuts)]

    def _best(self, low: int, high: int, each: int) -> list[int]:
        if high - low <= each:
            return list(range(low, high))
        if high - low <= 4 * BLOCK and each == 1:
            return [low + int(self.weight[low:high].argmax())]
        if high - low <= 4 * BLOCK:
            best = np.argpartition(self.weight[low:high], high - low - each)[-each:]
            return (best + low).tolist()  # type: ignore[no-any-return]
        blocks = self.block_best[-(-low // BLOCK) : high // BLOCK]
        take = min(each, len(blocks))
        return blocks[np.argpartition(self.weight[blocks], len(blocks) - take)[-take:]].tolist()  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The events of all lanes, and each lane's own.

    ``track`` is the row of a range in its lane's band, chosen once so that two ranges of a row never overlap;
    ``OVERFLOW`` where all rows were taken, 0 for points.
    """

    columns: Columns
    lanes: tuple[LaneIndex, ...]
    track: Bytes
    longest_short: float
    long: Ints

    def visible(self, first: float, last: float) -> Ints:
        """The events that share time with ``first`` to ``last``, in order of start."""
        columns = self.columns
        low = int(np.searchsorted(columns.start, first - self.longest_short))
        high = int(np.searchsorted(columns.start, last, side="right"))
        near = np.flatnonzero(columns.end[low:high] >= first).astype(np.int32) + np.int32(low)
        early = self.long[self.long < low]
        early = early[columns.end[early] >= first]
        return np.concatenate((early, near)) if len(early) else near

    def has_at_most(self, most: int, first: float, last: float) -> bool:
        """Whether no more events share time with ``first`` to ``last``; where more begin there, that is soon known."""
        low, high = np.searchsorted(self.columns.start, (first, last)).tolist()
        return high - low <= most and len(self.visible(first, last)) <= most


def index(columns: Columns, *, packed: bool, tracks: int, like: Index | None = None) -> Index:
    """The search structure: one lane for all when ``packed``, else one for each name of ``columns.lanes``.

    ``like`` was made before, with the same ``packed`` and ``tracks``: what it found is kept where times, lanes and weights
    are the very same arrays.
    """
    if like is not None and _alike(columns, like.columns):
        return replace(like, columns=columns)
    everything = np.arange(len(columns), dtype=np.int32)
    length = columns.end - columns.start
    long = np.empty(0, np.int32)
    if len(columns) > MOST_LONG:
        long = np.sort(np.argpartition(length, len(columns) - MOST_LONG)[-MOST_LONG:]).astype(np.int32)
        length[long] = 0.0
    longest = float(length.max(initial=0.0))
    if packed or len(columns.lanes) <= 1:
        parts = [everything]
    else:
        order = np.argsort(columns.lane, kind="stable").astype(np.int32)
        cuts = np.searchsorted(columns.lane[order], np.arange(len(columns.lanes) + 1)).tolist()
        parts = [order[low:high] for low, high in itertools.pairwise(cuts)]
    track = np.zeros(len(columns), np.uint8)
    for ids in parts:
        track[ids] = _tracks(columns.start[ids], columns.end[ids], tracks)
    return Index(columns, tuple(_lane(columns, ids) for ids in parts), track, longest, long)


def unequal(weight: Weights, start: Floats) -> Weights:
    """Weights of events that begin then, with those that are alike made unequal: the weightiest of any stretch lie spread.

    The decimals of a sine are as good as drawn by lot, and the same at every run.
    """
    return weight + (np.sin(start) * 1e4 % 1.0 * TIE).astype(np.float32)


def _alike(one: Columns, other: Columns) -> bool:
    same = one.start is other.start and one.end is other.end and one.lane is other.lane and one.weight is other.weight
    return same and len(one.lanes) == len(other.lanes)


def _lane(columns: Columns, ids: Ints) -> LaneIndex:
    whole = len(ids) == len(columns)
    start = columns.start if whole else columns.start[ids]
    weight = unequal(columns.weight[ids], start)
    ends = np.sort(columns.end[ids], kind="stable")  # in order already but for the long events: that is soon seen
    return LaneIndex(ids, start, ends, weight, _block_best(weight))


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
