"""Where has the editor looked? Views to go back and forward through, as stretches of time."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST = 200
SAME = 1e-3  # of the stretch in view


@dataclass(frozen=True, slots=True)
class Journey:
    """The views passed through, the one in view at ``at``."""

    views: tuple[tuple[float, float], ...] = ()
    at: int = -1

    def went(self, first: float, last: float) -> Journey:
        """After looking at another stretch: what lay forward is forgotten; the same view again changes nothing."""
        if self.views and _same(self.views[self.at], (first, last)):
            return self
        views = (*self.views[: self.at + 1], (first, last))[-MOST:]
        return Journey(views, len(views) - 1)

    def went_on(self, first: float, last: float) -> Journey:
        """After moving on without a pause: the view that was only passed through is not kept."""
        if self.at < 1:
            return self.went(first, last)
        return Journey(self.views[: self.at], self.at - 1).went(first, last)

    def back(self) -> Journey:
        """One view back, where there is one."""
        return replace(self, at=max(self.at - 1, min(0, len(self.views) - 1)))

    def forward(self) -> Journey:
        """One view forward, where there is one."""
        return replace(self, at=min(self.at + 1, len(self.views) - 1))

    @property
    def here(self) -> tuple[float, float] | None:
        """The stretch in view, or None before the first."""
        return self.views[self.at] if self.views else None


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    slack = SAME * max(one[1] - one[0], 1e-9)
    return abs(one[0] - other[0]) <= slack and abs(one[1] - other[1]) <= slack
