"""Which view shows everything? The whole of the warp, with room at both ends for the cards that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.layout.composer import Composer
    from timeline_app.layout.frame import Frame
    from timeline_app.layout.scale import Scale

EDGE = 18.0
SPARE = 10.0  # pixels between the edge of the view and the outermost card
ROUNDS = 4
MOST_ROOM = 0.4  # of the width given to an end


def fitted(composer: Composer, scale: Scale, frame: Frame, first: float, last: float) -> Scale:
    """The view from ``first`` to ``last`` with every card of its events inside (where the events are few)."""
    before = EDGE if len(frame.lanes) <= 1 else min(composer.metrics.narrowest, scale.width / 8)
    after = min(composer.metrics.narrowest, scale.width / 8) if composer.crowded else EDGE
    found = scale.fitted(first, last, before=before, after=after)
    if composer.crowded or not len(composer.columns):
        return found
    for _ in range(ROUNDS):
        low, high = _reach(composer, found, frame, first, last)
        if low >= SPARE - 1 and high <= scale.width - SPARE + 1:
            break
        before = min(before + max(SPARE - low, 0.0), scale.width * MOST_ROOM)
        after = min(after + max(high - scale.width + SPARE, 0.0), scale.width * MOST_ROOM)
        found = scale.fitted(first, last, before=before, after=after)
    return found


def _reach(composer: Composer, scale: Scale, frame: Frame, first: float, last: float) -> tuple[float, float]:
    """How far the cards of the events between two times reach along the axis."""
    columns = composer.columns
    low, high = SPARE, scale.width - SPARE
    for card in composer.hang(scale, frame, whole=False):
        if columns.start[card.event] >= first - 1e-9 and columns.end[card.event] <= last + 1e-9:
            a, b = sorted((scale.mirror(card.box.left), scale.mirror(card.box.right)))
            low, high = min(low, a), max(high, b)
    return low, high
