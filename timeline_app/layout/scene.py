"""What is to be painted? Everything of one view in pixels: axis, lanes, marks, cards, clusters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline_app.layout.density import Density
from timeline_app.layout.mark import Cluster, Marks

if TYPE_CHECKING:
    from timeline_app.layout.card import CardText
    from timeline_app.layout.frame import Frame
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.tick import Axis


class Box(NamedTuple):
    """A rectangle of the screen in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether both share a pixel."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


class Card(NamedTuple):
    """A card on the screen: its event (a place in the columns), box and stem (``x``, down to ``base``).

    ``stemless`` when nothing is drawn that the stem could lead to. ``ghost`` is where another source puts the event.
    """

    event: int
    text: CardText
    box: Box
    x: float
    base: float
    stemless: bool = False
    ghost: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One view, laid out. Each card stands clear of all others. Far out there is a ``density`` and no ``marks``."""

    scale: Scale
    frame: Frame
    axis: Axis
    marks: Marks | None = None
    density: Density | None = None
    cards: tuple[Card, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    today: float | None = None
