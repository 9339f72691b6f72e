"""Which events are chosen? One, several, from here to there, what a rectangle holds, the next one; and what is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.layout.hit import within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.layout.mark import Cluster
    from timeline_app.layout.scene import Box
    from timeline_app.ui.timeline.view import TimelineView

AT_ONCE = 1 / 1440  # days
MOST_CHOSEN = 500
MOST_TOLD = 10_000  # events of a cluster that are named to the outside


class Choosing:
    """The choices of the editor's hand in one view; events go by their places in the columns. Each choice is told."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self.current: int | None = None
        self._cluster: tuple[int, float] | None = None

    def choose(self, event: int) -> None:
        """Select one event, by its place in the columns."""
        self._chosen([event], event)

    def toggle(self, event: int) -> None:
        """Add an event to the selection, or take it out."""
        chosen = self._view.stage.selected ^ {event}
        self._chosen(chosen, event if event in chosen else min(chosen, default=None))

    def choose_through(self, event: int) -> None:
        """Select everything from the current event to this one, in order of time."""
        start = event if self.current is None else self.current
        low, high = sorted((start, event))
        self._chosen(range(low, high + 1), start)

    def choose_within(self, box: Box, *, add: bool = False) -> None:
        """Select what a rectangle of the canvas meets."""
        found = within(self._view.stage.scene(), box)
        self._chosen([*found, *(self._view.stage.selected if add else ())], min(found, default=None))

    def choose_all(self) -> None:
        """Select every event."""
        self._chosen(range(len(self._view.stage.columns)), self.current or 0)

    def choose_none(self) -> None:
        """Select nothing."""
        if self._view.stage.selected or self._cluster:
            self._chosen([], None)

    def step(self, by: int, *, extend: bool = False) -> bool:
        """Go to the next event in time, or the one before; False where there is none."""
        count = len(self._view.stage.columns)
        there = (0 if by > 0 else count - 1) if self.current is None else self.current + by
        if not 0 <= there < count:
            return False
        self._chosen([*self._view.stage.selected, there] if extend else [there], there)
        self._view.reveal(self._view.stage.ids[there])
        return True

    @property
    def cluster(self) -> Cluster | None:
        """The cluster the keyboard is on, while it is in view."""
        if self._cluster is None:
            return None
        return next((one for one in self._view.scene().clusters if (one.lane, one.first) == self._cluster), None)

    def step_cluster(self, by: int) -> bool:
        """Go to the next cluster in view, in order of time, or the one before; False where there is none."""
        clusters = sorted(self._view.scene().clusters, key=lambda one: (one.first, one.lane))
        if not clusters:
            return False
        here, last = self.cluster, len(clusters) - 1
        start = (-1 if by > 0 else last + 1) if here is None else clusters.index(here)
        found = clusters[min(max(start + by, 0), last)]
        self._cluster = found.lane, found.first
        self._view.update()
        self._view.announce()
        return True

    def open(self, event: int) -> None:
        """Open an event, by its place in the columns."""
        self.choose(event)
        self._view.event_opened.emit(self._view.stage.ids[event])

    def open_current(self) -> bool:
        """Open the current event, or the cluster that the keyboard is on; False where there is neither."""
        cluster = self.cluster
        if cluster is not None:
            self._cluster = None
            self.open_cluster(cluster)
            return True
        if self.current is None:
            return False
        self._view.event_opened.emit(self._view.stage.ids[self.current])
        return True

    def open_cluster(self, cluster: Cluster) -> None:
        """Zoom to what is gathered in a cluster; what happened all at once cannot be drawn apart and is selected instead."""
        lane = self._view.stage.composer.index.lanes[cluster.lane]
        low, high = lane.start.searchsorted((cluster.first, cluster.last)).tolist()
        places = lane.ids[low : min(high, low + MOST_TOLD)].tolist()
        first, last = float(lane.start[low]), float(lane.start[high - 1])
        if last - first < AT_ONCE:
            self._chosen(places[:MOST_CHOSEN], places[0])
        self._view.go_to(first, last + 1 / 24)
        self._view.cluster_opened.emit(tuple(self._view.stage.ids[place] for place in places))

    def _chosen(self, places: Iterable[int], current: int | None) -> None:
        view = self._view
        view.stage.choose(places)
        self.current, self._cluster = current, None
        view.update()
        view.announce()
        view.events_selected.emit(view.selection)
        view.event_selected.emit(None if current is None else view.stage.ids[current])
