"""How do cards change their row? They glide there while the view is zoomed, instead of jumping."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.layout.scene import Card, Scene

PACE = 55.0  # milliseconds in which a card goes 63 % of its way
NEAR = 0.75  # pixels


class Settling:
    """Remembers where cards were last drawn. ``moving`` while one of them is under way."""

    def __init__(self) -> None:
        self.moving = False
        self._tops: dict[tuple[int, bool], float] = {}

    def shown(self, scene: Scene, milliseconds: float) -> Scene:
        """The scene as it is to be drawn, so much time after the last one."""
        share = 1.0 - math.exp(-milliseconds / PACE)
        tops: dict[tuple[int, bool], float] = {}
        cards: list[Card] = []
        self.moving = False
        for card in scene.cards:
            key, top = (card.event, card.ghost), card.box.top
            before = self._tops.get(key, top)
            if abs(before - top) > NEAR:
                self.moving = True
                top = before + (top - before) * share
                card = card._replace(box=card.box._replace(top=top))  # noqa: PLW2901
            tops[key] = top
            cards.append(card)
        self._tops = tops
        return replace(scene, cards=tuple(cards)) if self.moving else scene

    def forget(self) -> None:
        """Cards stand where they belong at once."""
        self._tops.clear()
        self.moving = False
