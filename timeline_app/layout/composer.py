"""How does a view become a scene? Lays out one viewport after another and remembers where cards stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout import mark as marking
from timeline_app.layout.hanging import FEW, Hanging, Typesetter
from timeline_app.layout.index import Index, LaneIndex, index
from timeline_app.layout.scene import Card, Scene
from timeline_app.layout.tick import axis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline_app.layout.card import Said
    from timeline_app.layout.columns import Columns, Floats
    from timeline_app.layout.frame import Frame, Lane, Metrics
    from timeline_app.layout.measure import Measure
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.tick import Names

PILL = 24.0
LIFT_SHARE = 0.14  # of the room, by which cards float over a canvas with few of them


class Composer:
    """Lays out views of one set of columns.

    ``say`` gives the words of an event (by its place in the columns). Where more than ``budget`` cards would have to be
    set in type for one view, the rest waits: ``pending`` is then true and the next call goes on.
    """

    def __init__(
        self, columns: Columns, *, say: Callable[[int], Said], measure: Measure, names: Names, metrics: Metrics, packed: bool
    ) -> None:
        self.columns, self.metrics = columns, metrics
        self.crowded = len(columns) > FEW
        self.index: Index = index(columns, packed=packed, tracks=metrics.bars)
        self.type = Typesetter(say, measure, metrics)
        self._measure, self._names = measure, names
        self._hanging = [Hanging(columns, lane, self.type, metrics, crowded=self.crowded) for lane in self.index.lanes]

    @property
    def pending(self) -> bool:
        """Whether cards of the last view were left for the next call."""
        return self.type.pending

    @property
    def lane_names(self) -> tuple[str, ...]:
        """The lanes to be drawn; one without a name when packed."""
        return self.columns.lanes if len(self.index.lanes) > 1 else ("",)

    def compose(
        self, scale: Scale, frame: Frame, *, selected: Iterable[int] = (), today: float | None = None, budget: int = 1_000_000
    ) -> Scene:
        """The scene of a view. ``selected`` events are given cards before all others."""
        self.type.budget, self.type.pending = budget, False
        wanted = frozenset(selected)
        marks, densities, cards, clusters = [], [], [], []
        for number, (lane, where) in enumerate(zip(self.index.lanes, frame.lanes, strict=True)):
            if not len(lane.ids):
                continue
            inside = lane.number(scale.first, scale.last)
            if inside <= marking.MOST_MARKS:
                marks.append(marking.marks(self.columns, lane, scale, self.metrics, where))
            else:
                densities.append(marking.density(self.columns, lane, scale, where, room=self._band(where)))
            floor, top = self._floor(where), where.top + (self.metrics.top if where.full else 2.0)
            hung = self._hanging[number].cards(scale, where, floor=floor, top=top, wanted=wanted, day=self._names.day)
            cards.extend(hung)
            if self.crowded and inside > len(hung):
                clusters.extend(self._clusters(number, lane, scale, where, hung))
        line = axis(scale, self._names, self._measure)
        return Scene(scale, frame, line, tuple(marks), tuple(densities), tuple(cards), tuple(clusters), today)

    def _clusters(self, number: int, lane: LaneIndex, scale: Scale, where: Lane, hung: list[Card]) -> list[marking.Cluster]:
        shown: Floats = np.sort(self.columns.start[[card.event for card in hung]]) if hung else np.empty(0)
        return marking.clusters(lane, number, scale, shown, where.base - self._band(where) - PILL / 2)

    def _band(self, where: Lane) -> float:
        """The height of the bars (or the density) over a lane's base."""
        if not self.crowded:
            rows = 1 + max(
                (int(lane.track[lane.track < self.metrics.bars].max(initial=0)) for lane in self.index.lanes), default=1
            )
            return self.metrics.bar_pitch * rows
        return max(min((where.base - where.top) * 0.3, self.metrics.bar_pitch * self.metrics.bars), self.metrics.bar_pitch)

    def _floor(self, where: Lane) -> float:
        """The lowest edge of a card."""
        if self.crowded:
            return where.base - self._band(where) - PILL - 4.0
        lift = max(self.metrics.lift / 2, (where.base - where.top) * LIFT_SHARE) if where.full else 4.0
        return where.base - self._band(where) - lift
