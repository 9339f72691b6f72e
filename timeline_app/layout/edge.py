"""How do cards stay whole at the edges of the view? They are held inside while their event is in sight, and never cut."""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING

from timeline_app.layout.scene import Box, Card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline_app.layout.frame import Lane
    from timeline_app.layout.placing import Place, Wish
    from timeline_app.layout.scale import Scale

EDGE = 6.0  # pixels that stay free at both ends


class Sight:
    """One lane of a view, as its cards see it: they hang over ``floor`` and stay clear of the lane's name.

    ``name`` is how far the name reaches from the past edge, ``below`` how far down from the lane's top. Unless ``whole``
    there are no edges, and cards hang where they were placed. Without ``stems`` nothing stands below them to point at.
    """

    def __init__(
        self, scale: Scale, where: Lane, floor: float, *, name: float, below: float, whole: bool = True, stems: bool = True
    ) -> None:
        self._width, self._rtl, self.floor = scale.width, scale.rtl, floor
        self._stems, self._base = stems, where.base
        self._past, self._future = (EDGE, scale.width - EDGE) if whole else (-math.inf, math.inf)
        self._named, self._below = self._past + (name + EDGE if where.name else 0.0), where.top + below
        self.start = self._past if where.full else self._named  # along the view, of its first card

    def mirror(self, along: float) -> float:
        """A way along the view as x."""
        return self._width - along if self._rtl else along

    def clear(self, low: float, high: float, top: float) -> bool:
        """Whether what lies there along the view, this far down, is whole."""
        return (self._named if top < self._below else self._past) <= low and high <= self._future

    def cards(self, places: Iterable[Place], by: float, event: Callable[[int], int] = int) -> tuple[list[Card], list[Card]]:
        """The cards in view of what was placed, ``by`` pixels farther along; ``event`` tells whose a key is.

        Those that stand where they were placed, and those moved to be whole. None stands on another: a bar held at the past
        edge covers what was placed after it, any other that was moved gives way.
        """
        still: list[Card] = []
        held: list[tuple[int, Card]] = []
        aside: list[Card] = []
        past, future, width, rtl = self._past, self._future, self._width, self._rtl
        for wish, up in places:
            text, at = wish.text, wish.at + by
            start, wide, top = wish.start + by, text.width, self.floor - up - text.height
            if start > future or (start + wide < past and wish.until + by < past):
                continue
            moved = 0.0
            low = past if top >= self._below else self._named
            if start < low or start + wide > future:
                moved = self._moved(wish, by, low)
                if not moved:
                    continue
                if moved > 0:
                    at = min(at + moved, max(wish.until + by, at))
                start += moved
            left, x = (width - start - wide, width - at) if rtl else (start, at)
            box = Box(left, top, wide, text.height)
            stemless = not self._stems or not left <= x <= left + wide
            card = Card(event(wish.key), text, box, x, self._base, stemless, wish.key < 0)
            if moved > 0 and wish.until > wish.at:
                held.append((len(still), card))
            else:
                (aside if moved else still).append(card)
        return _apart(still, held, aside)

    def _moved(self, wish: Wish, by: float, low: float) -> float:
        """How far a card is to be moved to be whole; nought when its event is out of sight."""
        start, at = wish.start + by, wish.at + by
        if start < low:
            return low - start if wish.until + by >= low or (at >= 0.0 and not wish.full) else 0.0
        return max(self._future - wish.text.width, low) - start if at <= self._future else 0.0


def _apart(still: list[Card], held: Iterable[tuple[int, Card]], aside: Iterable[Card]) -> tuple[list[Card], list[Card]]:
    """Which cards stay; ``held`` ones come with the number of ``still`` ones placed before them."""
    moved: list[Card] = []
    covered: set[int] = set()
    for before, card in held:
        met = [place for place, other in enumerate(still) if card.box.meets(other.box) and place not in covered]
        if all(place >= before for place in met) and not any(card.box.meets(other.box) for other in moved):
            covered.update(met)
            moved.append(card)
    if covered:
        still = [card for place, card in enumerate(still) if place not in covered]
    for card in aside:
        if not any(card.box.meets(other.box) for other in chain(still, moved)):
            moved.append(card)
    return still, moved
