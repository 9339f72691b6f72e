"""What stands on the axis? Two rows of labels, hairlines and breaks; each stretch of the axis is divided as it deserves."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from timeline_app.layout import unit as units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline_app.layout.measure import Measure
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.unit import Unit
    from timeline_app.layout.warp import Stretch

LABEL_GAP = 12.0
ALONE = 4.0  # pixels about a label that stands alone in its stretch
EDGE = 3.0
SAMPLE = 738_426.0  # a day in September 2022: its labels are about as wide as others
OPEN_BREAK = 200.0  # pixels from which a folded gap is divided like any other stretch
NARROWEST = 9.0
BEYOND = 80.0  # pixels from which the time before (or after) all events of a folded axis is divided
TALL = 96.0  # pixels between ticks from which each has a hairline through the lanes: closer ones make graph paper
FEW_LINES = 20  # in all, of which each has its hairline however close they are
NARROW_HEADING = 40.0  # pixels of a stretch whose heading may reach beyond it


class Names(Protocol):
    """How a tick is called, longest first: the first that fits is taken."""

    def tick(self, unit: Unit, time: float) -> Sequence[str]:
        """The label of a tick in the lower row («الاثنين 24», «24»)."""

    def heading(self, unit: Unit, time: float) -> Sequence[str]:
        """The label of a stretch in the upper row («نونبر 2025»)."""

    def day(self, first: float, until: float) -> str:
        """A day in full («24 يونيو 2025»), or the month or the year between two times («2007»)."""

    def hijri(self, year: int, month: int, day: int) -> Sequence[str]:
        """A Hijri day, month (day 0) or year (month 0)."""


class Label(NamedTuple):
    """A label of the axis: its middle and width in pixels along the axis, and how far on it may stand to be clear of others."""

    text: str
    middle: float
    width: float
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis along the view: ``lines`` and ``heading_lines`` are hairlines, ``breaks`` the folded gaps, in pixels along.

    Ticks that stand too close for hairlines are ``notches``. ``hijri`` is the third row, empty where it is not asked for.
    """

    lines: tuple[float, ...]
    heading_lines: tuple[float, ...]
    ticks: tuple[Label, ...]
    headings: tuple[Label, ...]
    breaks: tuple[tuple[float, float], ...]
    notches: tuple[float, ...] = ()
    hijri: tuple[Label, ...] = ()


def axis(scale: Scale, names: Names, measure: Measure, *, gap: float = LABEL_GAP) -> Axis:
    """The axis of what is in view; the labels of ticks at least ``gap`` pixels apart."""
    lines: list[float] = []
    notches: list[float] = []
    heading_lines: list[float] = []
    ticks: list[Label] = []
    headings: list[Label] = []
    breaks: list[tuple[float, float]] = []
    for start, end in _closed(scale):
        breaks.append((start, end))
    for stretch, start, end in shown_stretches(scale):
        divided = _Divided(scale, (start, end), names, measure)
        unit = divided.unit(stretch.rate * scale.zoom, gap)
        found, marks = divided.ticks(unit)
        (lines if unit.days * stretch.rate * scale.zoom >= TALL else notches).extend(marks)
        over, over_marks = divided.headings(units.above(unit))
        ticks.extend(found if over or unit.name == units.YEAR.name else divided.year())
        heading_lines.extend(over_marks)
        headings.extend(over)
    if len(lines) + len(notches) <= FEW_LINES:
        lines, notches = lines + notches, []
    inside = scale.width - EDGE
    labels = apart(ticks, 6.0, inside), _said_once(apart(headings, 12.0, inside))
    return Axis(tuple(lines), tuple(heading_lines), *labels, tuple(breaks), tuple(notches))


def shown_stretches(scale: Scale) -> Iterator[tuple[Stretch, float, float]]:
    """The stretches of the view that are divided, with their ends in pixels along."""
    for stretch in scale.warp.stretches(scale.first, scale.last):
        start, end = float(scale.along(stretch.start)), float(scale.along(stretch.end))
        least = BEYOND if _is_beyond(scale, stretch) else NARROWEST
        if end - start >= least and not (stretch.folded and _whole_width(scale, stretch) < OPEN_BREAK):
            yield stretch, start, end


def _closed(scale: Scale) -> list[tuple[float, float]]:
    """The folded stretches too narrow to be divided, and where time before and after all events runs at another rate."""
    found = []
    for stretch in scale.warp.stretches(scale.first, scale.last):
        start, end = float(scale.along(stretch.start)), float(scale.along(stretch.end))
        if stretch.folded and _whole_width(scale, stretch) < OPEN_BREAK:
            found.append((start, end))
        elif _is_beyond(scale, stretch) and end - start >= BEYOND:
            border = end if stretch.start < scale.warp.times[0] else start
            found.append((border, border))
    return found


def _is_beyond(scale: Scale, stretch: Stretch) -> bool:
    """Whether a stretch lies before or after all that a folded warp spans."""
    warp = scale.warp
    outside = stretch.end <= float(warp.times[0]) or stretch.start >= float(warp.times[-1])
    return outside and bool(warp.folded.any())


def _whole_width(scale: Scale, stretch: Stretch) -> float:
    middle = (stretch.start + stretch.end) / 2
    for start, end in scale.warp.breaks():
        if start <= middle <= end:
            return float(scale.along(end) - scale.along(start))
    return float("inf")


@dataclass(frozen=True, slots=True)
class _Divided:
    """One stretch of the axis, ``bounds`` in pixels along, and how to divide it."""

    scale: Scale
    bounds: tuple[float, float]
    names: Names
    measure: Measure

    def unit(self, day: float, gap: float) -> Unit:
        """The finest unit whose shortest labels stand apart, or alone; a ``day`` is so many pixels wide."""
        room = self.bounds[1] - self.bounds[0]
        for unit in units.MINORS:
            width = unit.days * day
            if width < 14:
                continue
            label = self.measure.width(self.names.tick(unit, SAMPLE)[-1], "tick")
            if width >= label + gap or (unit.single and width <= room < 2 * width and room >= label + ALONE):
                return unit
        return units.MINORS[-1]

    def ticks(self, unit: Unit) -> tuple[list[Label], list[float]]:
        edges, times = self._edges(unit)
        start, end = self.bounds
        lines = [edge for edge in edges if start <= edge <= end]
        room = min((b - a for a, b in itertools.pairwise(edges)), default=end - start)
        rank = self._rank(unit, times, room)
        whole: list[Label] = []
        cut: list[Label] = []
        for (time, until), (edge, following) in zip(itertools.pairwise(times), itertools.pairwise(edges), strict=True):
            label = self._label(self.names.tick(unit, time)[rank], edge, following, inside=unit.single)
            if label is not None:
                (cut if unit.single and self._is_cut(time, until) else whole).append(label)
        return whole or cut[:1], lines

    def headings(self, unit: Unit) -> tuple[list[Label], list[float]]:
        edges, times = self._edges(unit)
        start, end = self.bounds
        lines = [edge for edge in edges if start < edge < end]
        labels = []
        for time, edge, following in zip(times, edges, edges[1:], strict=False):
            low, high = max(edge, start), min(following, end)
            if high - low < 6:
                continue
            for text in self.names.heading(unit, time):
                width = self.measure.width(text, "heading")
                if width <= high - low - 8 or (edge <= start and following >= end and high - low > NARROW_HEADING):
                    labels.append(Label(text, low + 4 + width / 2, width, max(high - low - 8 - width, 0.0)))
                    break
        return labels, lines

    def year(self) -> list[Label]:
        """The year that the middle of the stretch is in: what stands where its days or months would have no heading."""
        start, end = self.bounds
        middle = (start + end) / 2
        text = self.names.tick(units.YEAR, float(self.scale.time_along(middle)))[-1]
        width = self.measure.width(text, "tick")
        return [Label(text, middle, width)] if width <= end - start + LABEL_GAP else []

    def _edges(self, unit: Unit) -> tuple[list[float], list[float]]:
        start, end = (float(self.scale.time_along(at)) for at in self.bounds)
        times = units.ticks(unit, start, end)
        return self.scale.along(np.array(times)).tolist(), times

    def _is_cut(self, time: float, until: float) -> bool:
        """Whether a break of the axis (and not the edge of the view) cuts into a stretch."""
        first, last = (float(self.scale.time_along(at)) for at in self.bounds)
        slack = (until - time) * 0.02
        return (time < first - slack and self.bounds[0] > 1) or (until > last + slack and self.bounds[1] < self.scale.width - 1)

    def _rank(self, unit: Unit, times: Sequence[float], room: float) -> int:
        """Which length of label the whole stretch can have: labels of one row are made alike."""
        sample = times[: min(len(times), 9)]
        ranks = len(self.names.tick(unit, times[0]))
        for rank in range(ranks - 1):
            widest = max(self.measure.width(self.names.tick(unit, time)[rank], "tick") for time in sample)
            if widest + LABEL_GAP <= room:
                return rank
        return ranks - 1

    def _label(self, text: str, edge: float, following: float, *, inside: bool) -> Label | None:
        start, end = self.bounds
        width = self.measure.width(text, "tick")
        if not inside:
            return Label(text, edge, width) if start <= edge <= end else None
        low, high = max(edge, start), min(following, end)
        middle = (low + high) / 2
        alone = low == edge and high == following and end - start < 2 * (high - low)
        fits = (end - start if alone else high - low) >= width + ALONE
        return Label(text, middle, width) if fits else None


def _said_once(headings: Sequence[Label]) -> tuple[Label, ...]:
    """Headings without those that only repeat the one before, across a break."""
    return tuple(
        label for before, label in zip((None, *headings), headings, strict=False) if before is None or label.text != before.text
    )


def apart(labels: Iterable[Label], gap: float, inside: float) -> tuple[Label, ...]:
    """The labels that stand wholly in view and clear of each other, from the past on; moved on where they may be."""
    kept: list[Label] = []
    free = EDGE
    for label in sorted(labels, key=lambda one: one.middle):
        start = label.middle - label.width / 2
        by = max(free - start, 0.0) if kept else 0.0
        if start >= EDGE and by <= label.slack and start + by + label.width <= inside:
            kept.append(label._replace(middle=label.middle + by) if by else label)
            free = start + by + label.width + gap
    return tuple(kept)
