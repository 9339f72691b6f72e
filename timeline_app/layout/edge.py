"""How do cards stay whole at the edges of the view? They are held inside while their event is in sight, and never cut."""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from timeline_app.layout.scene import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_app.layout.card import CardText
    from timeline_app.layout.frame import Lane
    from timeline_app.layout.placing import Place
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.scene import Card

EDGE = 6.0  # pixels that stay free at both ends


class Held(NamedTuple):
    """A card on the screen: its box, the x of its stem, and whether it was moved to be whole."""

    box: Box
    x: float
    moved: bool


def apart(still: Sequence[Card], aside: Iterable[Card]) -> list[Card]:
    """Of the cards that were moved aside those that stand on no other."""
    kept: list[Card] = []
    for card in aside:
        if not any(card.box.meets(other.box) for other in chain(still, kept)):
            kept.append(card)
    return kept


class Sight:
    """One lane of a view, as its cards see it: they hang over ``floor`` and stay clear of the lane's name.

    ``name`` is how far the name reaches from the past edge, ``below`` how far down from the lane's top. Unless ``whole``
    there are no edges, and cards hang where they were placed.
    """

    def __init__(self, scale: Scale, where: Lane, floor: float, *, name: float, below: float, whole: bool = True) -> None:
        self._width, self._rtl, self.floor = scale.width, scale.rtl, floor
        self._past, self._future = (EDGE, scale.width - EDGE) if whole else (-math.inf, math.inf)
        self._named, self._below = self._past + (name + EDGE if where.name else 0.0), where.top + below

    def mirror(self, along: float) -> float:
        """A way along the view as x."""
        return self._width - along if self._rtl else along

    def clear(self, low: float, high: float, top: float) -> bool:
        """Whether what lies there along the view, this far down, is whole."""
        return (self._named if top < self._below else self._past) <= low and high <= self._future

    def held(self, place: Place, text: CardText, by: float) -> Held | None:
        """A card that was placed, ``by`` pixels farther along; None when its event is out of sight."""
        wish = place.wish
        start, at, width = wish.start + by, wish.at + by, text.width
        top = self.floor - place.up - text.height
        low = self._named if top < self._below else self._past
        moved = 0.0
        if start < low:
            if wish.until + by < low and (wish.full or at < 0.0):
                return None
            moved = low - start
            at = min(at + moved, max(wish.until + by, at))
        elif start + width > self._future:
            if at > self._future:
                return None
            moved = max(self._future - width, low) - start
        start += moved
        left = self._width - start - width if self._rtl else start
        return Held(Box(left, top, width, text.height), self.mirror(at), moved != 0.0)
