"""How does a view become a scene? Lays out one viewport after another and remembers where cards stood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.layout import mark as marking
from timeline_app.layout.crowd import Crowd
from timeline_app.layout.density import Silhouette
from timeline_app.layout.edge import Sight
from timeline_app.layout.hanging import Hanging
from timeline_app.layout.hijri_row import hijri_row
from timeline_app.layout.index import OVERFLOW, Index, index
from timeline_app.layout.measure import elided
from timeline_app.layout.scene import Card, Scene
from timeline_app.layout.tick import axis
from timeline_app.layout.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from timeline_app.layout.card import Said
    from timeline_app.layout.columns import Columns
    from timeline_app.layout.frame import Frame, Lane, Metrics
    from timeline_app.layout.measure import Measure
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.tick import Names

FEW = 250  # a dossier of so many events is placed as a whole
LIFT_SHARE = 0.14  # of the height, by which cards float over a canvas with few of them
TALL, TALL_SHARE = 420.0, 0.16  # and of what a canvas has beyond such a height
BAND_SHARE = 0.3
CHIPS_SHARE = 0.6  # of the height of a low lane, that rows of chips take at most
MOST_WANTED = 60  # selected events that are sure of a card


class Composer:
    """Lays out views of one set of columns.

    ``say`` gives the words of an event (by its place in the columns). Where more than ``budget`` cards would have to be
    set in type for one view, the rest waits: ``pending`` is then true and the next call goes on. ``like`` is a composer
    of columns before these: what did not change is taken from it.
    """

    def __init__(
        self,
        columns: Columns,
        *,
        say: Callable[[int], Said],
        measure: Measure,
        names: Names,
        metrics: Metrics,
        packed: bool,
        like: Composer | None = None,
    ) -> None:
        self.columns, self.metrics, self.packed = columns, metrics, packed
        self.crowded = len(columns) > FEW
        known = like.index if like is not None and (like.packed, like.metrics.bars) == (packed, metrics.bars) else None
        self.index: Index = index(columns, packed=packed, tracks=metrics.bars, like=known)
        self.type = Typesetter(say, measure, metrics)
        self._measure, self._names = measure, names
        lanes = self.index.lanes
        track = self.index.track
        self._silhouette = Silhouette(self.index)
        self._rows = 1 + int(track[track != OVERFLOW].max(initial=0))
        self._hanging = [] if self.crowded else [Hanging(columns, lane, self.type, metrics, names.day) for lane in lanes]
        self._crowd = Crowd(self.index, self.type, metrics) if self.crowded else None
        self._names_end = {name: measure.width(name, "lane") + metrics.lane_pad for name in self.lane_names if name}

    @property
    def pending(self) -> bool:
        """Whether cards of the last view were left for the next call."""
        return self.type.pending

    @property
    def lane_names(self) -> tuple[str, ...]:
        """The lanes to be drawn, long names elided; one without a name when packed."""
        if len(self.index.lanes) <= 1:
            return ("",)
        return tuple(elided(name, self.metrics.widest, self._measure, "lane") for name in self.columns.lanes)

    def compose(
        self,
        scale: Scale,
        frame: Frame,
        *,
        selected: Collection[int] = (),
        today: float | None = None,
        budget: int = 1_000_000,
    ) -> Scene:
        """The scene of a view. ``selected`` events are given cards before all others, where they are few."""
        self.type.budget, self.type.pending = budget, False
        line = axis(scale, self._names, self._measure)
        if frame.rows > 2:
            line = replace(line, hijri=hijri_row(scale, self._names.hijri, self._measure))
        band = self._band(frame.lanes[0])
        few_in_view = self.index.has_at_most(marking.MOST_MARKS, scale.first, scale.last)
        found = marking.marks(self.index, scale, frame, band) if few_in_view and len(self.columns) else None
        density = None if few_in_view else self._silhouette.density(scale, frame, band)
        clusters: list[marking.Cluster] = []
        if self._crowd is None:
            cards = self.hang(scale, frame)
        else:
            over = band + (self.metrics.pill + 12.0 if frame.lanes[0].full else 2.0)
            sights = self._sights(scale, frame, over, stems=few_in_view or frame.lanes[0].full)
            room = sights[0].floor - self._top(frame.lanes[0])
            wanted = sorted(selected) if len(selected) <= MOST_WANTED else ()
            cards, clusters = self._crowd.hang(scale, frame, sights, room=room, wanted=wanted, bars=few_in_view)
        return Scene(scale, frame, line, found, density, tuple(cards), tuple(clusters), today)

    def hang(self, scale: Scale, frame: Frame, *, whole: bool = True) -> list[Card]:
        """The cards in view of a dossier that is not crowded; as they were placed, unless they are to be ``whole``."""
        where = frame.lanes[0]
        lift = 4.0
        if where.full:
            lift = 9.0 if where.name else self._lift(where.base - where.top)
        sights = self._sights(scale, frame, self._band(where) + lift, whole=whole)
        places = zip(self._hanging, frame.lanes, sights, strict=True)
        return [card for hanging, lane, sight in places for card in hanging.cards(scale, lane, sight, top=self._top(lane))]

    def _lift(self, height: float) -> float:
        return max(self.metrics.lift / 2, height * LIFT_SHARE + max(height - TALL, 0.0) * TALL_SHARE)

    def _sights(self, scale: Scale, frame: Frame, over: float, *, whole: bool = True, stems: bool = True) -> list[Sight]:
        """The lanes as their cards see them, whose floor is so far ``over`` the base."""
        below = self.metrics.lane_title + 5.0
        ends = [self._names_end.get(lane.name, 0.0) for lane in frame.lanes]
        return [
            Sight(scale, lane, lane.base - over, name=end, below=below, whole=whole, stems=stems)
            for lane, end in zip(frame.lanes, ends, strict=True)
        ]

    def _top(self, where: Lane) -> float:
        if where.name:
            return where.top + (6.0 if where.full else 1.0)
        return where.top + self.metrics.top

    def _band(self, where: Lane) -> float:
        """The height of the bars (or the density) over a lane's base."""
        pitch = self.metrics.bar_pitch
        whole = pitch * min(self._rows, self.metrics.bars) + 4.0
        if not self.crowded:
            return whole
        height = where.base - where.top
        row = self.metrics.chip + 6.0
        room = height * BAND_SHARE if where.full else height - row * max(1, int(height * CHIPS_SHARE // row))
        return max(min(room, max(whole, pitch * 4)), self.metrics.bar)
