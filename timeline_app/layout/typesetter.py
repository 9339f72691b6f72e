"""How are the cards of events set in type? Each once; in a crowded view a few new ones at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.layout import card as setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.layout.frame import Metrics
    from timeline_app.layout.measure import Measure

ROOM_STEP = 8.0
MOST_KEPT = 20_000


class Typesetter:
    """The cards of events set in type, and kept. At most ``budget`` new ones until it is set again."""

    def __init__(self, say: Callable[[int], setting.Said], measure: Measure, metrics: Metrics) -> None:
        self._say, self._measure, self._metrics = say, measure, metrics
        self._kept: dict[tuple[int, bool, float], setting.CardText] = {}
        self._pills: dict[int, float] = {}
        self.budget = 1_000_000
        self.pending = False

    def card(self, event: int, *, full: bool = True, room: float = 0.0) -> setting.CardText | None:
        """An event's card; ``room`` is the width of its bar, or that left for a chip. None when the budget is spent.

        ``pending`` says whether it was.
        """
        room = room // ROOM_STEP * ROOM_STEP if room > self._metrics.widest or not full else 0.0
        found = self._kept.get((event, full, room))
        if found is not None:
            return found
        if self.budget <= 0:
            self.pending = True
            return None
        self.budget -= 1
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        said = self._say(event)
        if full:
            made = setting.typeset(said, self._metrics, self._measure, room=room)
        else:
            made = setting.chip(said, self._metrics, self._measure, room=room)
        self._kept[event, full, room] = made
        return made

    def ghost(self, date: str) -> setting.CardText:
        """What stands where another source puts an event."""
        return setting.ghost(date, self._metrics, self._measure)

    def pill(self, count: int) -> float:
        """How wide the pill of a cluster is."""
        digits = len(str(count))
        width = self._pills.get(digits)
        if width is None:
            width = self._pills[digits] = self._measure.width("0" * digits, "count") + self._metrics.pill - 2.0
        return width
