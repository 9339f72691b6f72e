"""Where is a time on the screen? One increasing map from time to a way along the axis, mirrored once for right-to-left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from timeline_app.layout.columns import Floats
    from timeline_app.layout.warp import Warp

CLOSEST = 1440.0 * 24  # pixels a day: a minute is 24 pixels wide
FARTHEST = 366.0 * 12_000  # days in view
KEPT = 160.0  # pixels of the stretch with events that no panning takes out of view

Number = TypeVar("Number", float, "Floats")


@dataclass(frozen=True, slots=True)
class Scale:
    """Time in days <-> x in pixels of a view ``width`` wide.

    ``origin`` is the length at the past edge of the view, ``zoom`` pixels a unit of length. ``along`` counts pixels from
    the past edge; ``x`` is that, mirrored when ``rtl``: left and right exist in ``mirror`` alone.
    """

    warp: Warp
    origin: float
    zoom: float
    width: float
    rtl: bool = True

    def along(self, time: Number) -> Number:
        """Pixels from the past edge of the view at a time."""
        return (self.warp.length_at(time) - self.origin) * self.zoom

    def time_along(self, along: Number) -> Number:
        """The time at so many pixels from the past edge."""
        return self.warp.time_at(along / self.zoom + self.origin)

    def mirror(self, along: Number) -> Number:
        """From a way along the axis to x, and back: twice is identity."""
        return self.width - along if self.rtl else along

    def x_of(self, time: Number) -> Number:
        """Where a time is drawn."""
        return self.mirror(self.along(time))

    def time_at(self, x: Number) -> Number:
        """The time at x."""
        return self.time_along(self.mirror(x))

    @property
    def first(self) -> float:
        """The earliest time in view."""
        return float(self.time_along(0.0))

    @property
    def last(self) -> float:
        """The latest time in view."""
        return float(self.time_along(self.width))

    def pixels_a_day(self, time: float) -> float:
        """How wide a day is at a time."""
        return self.warp.rate_at(time) * self.zoom

    def panned(self, dx: float) -> Scale:
        """The content moved ``dx`` pixels to the right, as far as something of what is reported stays in view.

        A view that lies farther out already is not pulled back at once, but goes no farther.
        """
        moved = self.origin + (dx if self.rtl else -dx) / self.zoom
        kept = min(KEPT, self.width / 2)
        low = float(self.warp.lengths[0]) - (self.width - kept) / self.zoom
        high = float(self.warp.lengths[-1]) - kept / self.zoom
        return replace(self, origin=min(max(moved, min(low, self.origin)), max(high, self.origin)))

    def zoomed(self, factor: float, x: float) -> Scale:
        """Magnified about ``x``: the time under it stays there. Limited to a minute in 24 pixels and 12,000 years in view."""
        along = self.mirror(x)
        at = along / self.zoom + self.origin
        rate = self.warp.rate_at(float(self.warp.time_at(at)))
        zoom = min(max(self.zoom * factor, self._farthest()), max(CLOSEST / rate, self.zoom if factor < 1 else 0.0))
        return replace(self, zoom=zoom, origin=at - along / zoom)

    def fitted(self, first: float, last: float, *, before: float = 0.0, after: float = 0.0) -> Scale:
        """The view that shows ``first`` to ``last`` with so many free pixels on the past and on the future side."""
        start, end = float(self.warp.length_at(first)), float(self.warp.length_at(last))
        room = max(self.width - before - after, 20.0)
        closest = CLOSEST / self.warp.rate_at((first + last) / 2)
        zoom = min(max(room / max(end - start, 1e-12), self._farthest()), closest)
        slack = (room - (end - start) * zoom) / 2
        return replace(self, zoom=zoom, origin=start - (before + slack) / zoom)

    def resized(self, width: float) -> Scale:
        """The same stretch of time in another width."""
        return replace(self, width=width, zoom=self.zoom * width / self.width)

    def between(self, other: Scale, share: float) -> Scale:
        """A view on the way to ``other`` (same warp): the zoom goes geometrically, the middle keeps to its path."""
        zoom = float(np.exp(np.log(self.zoom) * (1 - share) + np.log(other.zoom) * share))
        if abs(other.zoom - self.zoom) < 1e-9 * self.zoom:
            return replace(other, origin=self.origin + (other.origin - self.origin) * share, zoom=zoom)
        part = (1 / zoom - 1 / self.zoom) / (1 / other.zoom - 1 / self.zoom)
        return replace(other, zoom=zoom, origin=self.origin + (other.origin - self.origin) * part)

    def _farthest(self) -> float:
        return self.width / (FARTHEST * self.warp.edge + 1.0)


def whole(warp: Warp, width: float, *, rtl: bool) -> Scale:
    """The view of everything the warp spans."""
    return Scale(warp, float(warp.lengths[0]), width / float(warp.lengths[-1] - warp.lengths[0]), width, rtl)
