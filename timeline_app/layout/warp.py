"""How much room does each stretch of time get? One increasing, piecewise-linear map; long empty stretches fold."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np

if TYPE_CHECKING:
    from timeline_app.layout.columns import Bools, Columns, Floats

SPARSE = 0.1  # events that fill less than this share of their span are drawn folded
LONGEST = 12  # a gap folds when it is longer than this part of what is left unfolded
MOST_BREAKS = 40
BREAK_SHARE = 0.042
BREAKS_SHARE = 0.3
CREDIT = 4  # sources of one event that count for the room it gets

Time = TypeVar("Time", float, "Floats")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time with one slope: ``rate`` is length per day; ``folded`` marks a break of the axis."""

    start: float
    end: float
    rate: float
    folded: bool


@dataclass(frozen=True, slots=True, eq=False)
class Warp:
    """Time in days <-> length (1.0 is all events together). Both rows of knots increase strictly.

    ``folded`` says of each piece between knots whether it is a folded gap. Beyond the knots time runs at ``edge`` (length
    per day).
    """

    times: Floats
    lengths: Floats
    folded: Bools
    edge: float
    _knots: tuple[list[float], list[float]] = field(init=False, repr=False)  # the same as lists: one number is asked for often

    def __post_init__(self) -> None:
        object.__setattr__(self, "_knots", (self.times.tolist(), self.lengths.tolist()))

    def length_at(self, time: Time) -> Time:
        """The length at a time (or an array of times)."""
        if isinstance(time, float):
            return _carried(time, *self._knots, self.edge)
        inside = np.interp(time, self.times, self.lengths)
        before, after = np.minimum(time - self.times[0], 0.0), np.maximum(time - self.times[-1], 0.0)
        return cast("Time", inside + (before + after) * self.edge)

    def time_at(self, length: Time) -> Time:
        """The time at a length (or an array of lengths): the inverse of ``length_at``."""
        if isinstance(length, float):
            times, lengths = self._knots
            return _carried(length, lengths, times, 1.0 / self.edge)
        inside = np.interp(length, self.lengths, self.times)
        before, after = np.minimum(length - self.lengths[0], 0.0), np.maximum(length - self.lengths[-1], 0.0)
        return cast("Time", inside + (before + after) / self.edge)

    def stretches(self, first: float, last: float) -> list[Stretch]:
        """The stretches that share time with ``first`` to ``last``, in order, cut to it."""
        knots = self._knots[0]
        times = [first, *knots[bisect_right(knots, first) : bisect_left(knots, last)], last]
        found: list[Stretch] = []
        for start, end in itertools.pairwise(times):
            if end <= start:
                continue
            piece = bisect_left(knots, (start + end) / 2) - 1
            inside = 0 <= piece < len(self.folded)
            rate = self._rate(piece) if inside else self.edge
            folded = bool(inside and self.folded[piece])
            joins = found and not folded and not found[-1].folded and abs(rate - found[-1].rate) < 1e-6 * rate
            found.append(Stretch(found.pop().start if joins else start, end, rate, folded))
        return found

    def rate_at(self, time: float) -> float:
        """Length per day at a time."""
        piece = bisect_right(self._knots[0], time) - 1
        return self._rate(piece) if 0 <= piece < len(self.folded) else self.edge

    def breaks(self) -> list[tuple[float, float]]:
        """The folded gaps, as times."""
        times = self._knots[0]
        return [(times[i], times[i + 1]) for i in np.flatnonzero(self.folded).tolist()]

    def _rate(self, piece: int) -> float:
        times, lengths = self._knots
        return (lengths[piece + 1] - lengths[piece]) / (times[piece + 1] - times[piece])


def _carried(value: float, knots: list[float], onto: list[float], edge: float) -> float:
    """One number through the map from one row of knots onto the other; beyond them at the slope ``edge``."""
    if value <= knots[0]:
        return onto[0] + (value - knots[0]) * edge
    if value >= knots[-1]:
        return onto[-1] + (value - knots[-1]) * edge
    piece = bisect_right(knots, value) - 1
    return onto[piece] + (value - knots[piece]) * (onto[piece + 1] - onto[piece]) / (knots[piece + 1] - knots[piece])


def true_warp(first: float, last: float) -> Warp:
    """True proportion: every day is as long as every other."""
    last = max(last, first + 1.0)
    return Warp(np.array([first, last]), np.array([0.0, 1.0]), np.array([False]), 1.0 / (last - first))


def folded_warp(columns: Columns) -> Warp:
    """Folded where the events fill less than a tenth of their span, else true proportion."""
    first, last = columns.span
    if len(columns) < 2:
        return true_warp(first, last)
    islands = _islands(columns)
    if (islands[:, 1] - islands[:, 0]).sum() > SPARSE * (last - first):
        return true_warp(first, last)
    merged = _merge(islands)
    return _with_room(columns, merged) if len(merged) > 1 else true_warp(first, last)


def _islands(columns: Columns) -> Floats:
    """The stretches that events cover, ``[n, 2]``; a long event that holds shorter ones asks for no room of its own."""
    first, last = columns.span
    length = columns.end - columns.start
    long = np.flatnonzero(length > 40)
    holds = np.zeros(len(columns), np.bool_)
    if len(long):
        short = columns.start[length <= 40]
        of_long = columns.start[long]
        within_short = np.searchsorted(short, columns.end[long]) - np.searchsorted(short, of_long)
        within_long = np.searchsorted(of_long, columns.end[long]) - np.searchsorted(of_long, of_long, side="right")
        holds[long] = (within_short > 0) | ((within_long > 0) & (length[long] > 800))
    start = np.concatenate(([first, last], columns.start[~holds], columns.extras.start))
    end = np.concatenate(([first, last], columns.end[~holds], columns.extras.end))
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    reach = np.maximum.accumulate(end)
    opens = np.flatnonzero(start[1:] > reach[:-1]) + 1
    return np.column_stack((start[np.concatenate(([0], opens))], reach[np.concatenate((opens - 1, [len(reach) - 1]))]))


def _merge(islands: Floats) -> Floats:
    """Islands joined across every gap that is not worth a break: longest first, while longer than a part of the rest."""
    gaps = islands[1:, 0] - islands[:-1, 1]
    left = float(islands[-1, 1] - islands[0, 0])
    cuts = []
    for gap in np.argsort(-gaps)[:MOST_BREAKS].tolist():
        if gaps[gap] * LONGEST <= left:
            break
        left -= float(gaps[gap])
        cuts.append(gap)
    cuts.sort()
    starts = [0, *(cut + 1 for cut in cuts)]
    ends = [*cuts, len(islands) - 1]
    return np.column_stack((islands[starts, 0], islands[ends, 1]))


def _with_room(columns: Columns, islands: Floats) -> Warp:
    """Knots around padded islands: room by the root of what is reported there, breaks small and alike."""
    gaps = islands[1:, 0] - islands[:-1, 1]
    size = np.maximum(islands[:, 1] - islands[:, 0], 1.0)
    slack = np.where(size > 60, size * 0.4, np.maximum(size * 0.1, 0.4))
    before = np.minimum(slack, np.concatenate(([np.inf], gaps * 0.3)))
    after = np.minimum(slack, np.concatenate((gaps * 0.3, [np.inf])))
    times = np.column_stack((islands[:, 0] - before, islands[:, 1] + after)).ravel()
    credit = np.concatenate(([0.0], np.cumsum(np.minimum(columns.sources, CREDIT))))
    inside = credit[np.searchsorted(columns.start, islands[:, 1], side="right")]
    said = inside - credit[np.searchsorted(columns.start, islands[:, 0])]
    room = np.sqrt(np.maximum(said, 1.0))
    breaks = len(islands) - 1
    gap_length = min(BREAK_SHARE, BREAKS_SHARE / breaks)
    room = np.maximum(room / room.sum(), 0.3 / len(islands))
    room *= (1.0 - gap_length * breaks) / room.sum()
    pieces = np.empty(len(times) - 1)
    pieces[0::2], pieces[1::2] = room, gap_length
    lengths = np.concatenate(([0.0], np.cumsum(pieces)))
    folded = np.arange(len(pieces)) % 2 == 1
    return Warp(times, lengths, folded, 1.0 / float(times[-1] - times[0]))
