"""How does the view get from here to there? In 180 ms that slow down, interruptible; and rolling on after a throw."""

from __future__ import annotations

import math
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.layout.scale import Scale

DURATION = 180.0
TICK = 8
FRICTION = 325.0  # milliseconds in which a throw loses 63 % of its speed
SLOWEST = 0.02  # pixels a millisecond


class Motion(QObject):
    """Moves a scale through ``apply``; ``rested`` is called when it stands still. ``wanted`` False: no motion, at once."""

    def __init__(self, parent: QObject, apply: Callable[[Scale], None], rested: Callable[[], None]) -> None:
        super().__init__(parent)
        self.wanted = True
        self._apply, self._rested = apply, rested
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._from: Scale | None = None
        self._to: Scale | None = None
        self._speed = 0.0
        self._passed = self._last = 0.0

    @property
    def moving(self) -> bool:
        """Whether the view is under way."""
        return self._timer.isActive()

    def target(self, scale: Scale) -> Scale:
        """Where the view will rest: the end of the motion under way, else ``scale``."""
        return self._to if self._to is not None and self.moving else scale

    def go(self, start: Scale, end: Scale) -> None:
        """Move from one view to another of the same warp."""
        self._speed = 0.0
        self._from, self._to, self._passed = start, end, 0.0
        if self.wanted:
            self._start()
        else:
            self.finish()

    def throw(self, start: Scale, speed: float) -> None:
        """Roll on at ``speed`` pixels a millisecond, slowing down; never farther than the view is wide."""
        fastest = start.width / FRICTION
        self._from, self._to, self._speed = start, None, min(max(speed, -fastest), fastest)
        if self.wanted and abs(self._speed) > SLOWEST:
            self._start()
        else:
            self.stop()

    def stop(self) -> None:
        """Stand still where the view is."""
        moving = self.moving
        self._timer.stop()
        self._from = self._to = None
        if moving:
            self._rested()

    def finish(self) -> None:
        """Be at the end at once."""
        end = self._to
        self._timer.stop()
        self._from = self._to = None
        if end is not None:
            self._apply(end)
        self._rested()

    def advance(self, milliseconds: float) -> None:
        """The motion after so much more time."""
        if self._from is None:
            return
        if self._to is not None:
            self._passed += milliseconds
            share = min(self._passed / DURATION, 1.0)
            if share >= 1.0:
                self.finish()
            else:
                self._apply(self._from.between(self._to, 1 - (1 - share) ** 3))
            return
        before, kept = self._from, math.exp(-milliseconds / FRICTION)
        self._from = before.panned(self._speed * FRICTION * (1.0 - kept))
        self._speed *= kept
        self._apply(self._from)
        if abs(self._speed) < SLOWEST or self._from.origin == before.origin:
            self.stop()

    def _start(self) -> None:
        self._last = perf_counter()
        self._timer.start()

    def _tick(self) -> None:
        now = perf_counter()
        passed, self._last = (now - self._last) * 1000, now
        self.advance(passed)
