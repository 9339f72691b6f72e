"""Which view shows everything? The whole of the warp, with room at both ends for the cards that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout.hanging import stems

if TYPE_CHECKING:
    from timeline_app.layout.composer import Composer
    from timeline_app.layout.scale import Scale

EDGE = 18.0
ROUNDS = 3
MOST_ROOM = 0.4  # of the width given to the ends


def fitted(composer: Composer, scale: Scale, first: float, last: float) -> Scale:
    """The view from ``first`` to ``last`` with every card of its events inside (where the events are few)."""
    before = after = EDGE
    found = scale.fitted(first, last, before=before, after=after)
    columns = composer.columns
    if composer.crowded:
        return scale.fitted(first, last, before=before, after=min(composer.metrics.narrowest, scale.width / 8))
    inside = np.flatnonzero((columns.start >= first - 1e-9) & (columns.end <= last + 1e-9))
    for _ in range(ROUNDS):
        low, high = _reach(composer, found, inside.tolist())
        before = min(max(EDGE, before + EDGE / 2 - low), scale.width * MOST_ROOM)
        after = min(max(EDGE, after + high - scale.width + EDGE / 2), scale.width * MOST_ROOM)
        found = scale.fitted(first, last, before=before, after=after)
    return found


def _reach(composer: Composer, scale: Scale, events: list[int]) -> tuple[float, float]:
    """How far the cards of events reach along the axis."""
    if not events:
        return 0.0, scale.width
    columns, inset = composer.columns, composer.metrics.inset
    a, b, at = stems(scale, columns.start[events], columns.end[events], inset)
    starts = at - inset
    texts = [composer.type.card(event, room=width) for event, width in zip(events, (b - a).tolist(), strict=True)]
    widths = np.array([text.width if text else 0.0 for text in texts])
    return float(starts.min()), float((starts + widths).max())
