"""Where does each card stand? Above its event, none on another, the weightiest first, and where it stood before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.layout.card import CardText

CROSSING = 60.0  # pixels of height that a stem not running behind a card is worth
MOVING = 25.0  # and that staying where it was is worth


class Wish(NamedTuple):
    """A card to be placed: ``start`` and ``end`` along the axis, ``at`` where its stem stands, its height, what it says.

    ``until`` is where its bar ends (``at`` for a point). ``full`` is False for a chip, the one line that is left of a card
    where there is no room for more.
    """

    key: int
    start: float
    end: float
    at: float
    until: float
    height: float
    text: CardText
    full: bool = True


class Place(NamedTuple):
    """A placed card: its lower edge ``up`` pixels above the base."""

    wish: Wish
    up: float


def staircase(wishes: Sequence[Wish], room: float, *, gap_x: float, gap_y: float) -> list[Place] | None:
    """Every card so that no stem runs behind a card: the earlier of two that overlap stands higher. None if it is too high.

    The result depends on the distances alone, so panning moves nothing.
    """
    placed: list[Place] = []
    for asked in sorted(wishes, key=lambda one: (-one.at, one.key)):
        wish = _aside(asked, placed, gap_x)
        under = [p for p in placed if p.wish.start < wish.end + gap_x and wish.start < p.wish.end + gap_x]
        up = max((place.up + place.wish.height + gap_y for place in under), default=0.0)
        if up + wish.height > room:
            return None
        placed.append(Place(wish, up))
    return placed


def _aside(wish: Wish, placed: list[Place], gap_x: float) -> Wish:
    """The card drawn back over its stem, where that clears it of all later ones."""
    later = [place.wish.start for place in placed if place.wish.start < wish.end + gap_x and wish.start < place.wish.end + gap_x]
    back = wish.end + gap_x - min(later, default=wish.end + gap_x)
    most = wish.start + wish.text.width - wish.at - (wish.at - wish.start)  # so that the card still stands over its stem
    if not 0 < back <= most or any(start < wish.at for start in later):
        return wish
    return wish._replace(start=wish.start - back, end=wish.end - back)


def greedy(
    wishes: Sequence[Wish],
    room: float,
    *,
    gap_x: float,
    gap_y: float,
    before: Mapping[int, float] | None = None,
    beside: Sequence[Place] = (),
) -> list[Place]:
    """The wishes in their order, each where it disturbs least, left out where there is no room.

    ``before`` gives where cards stood (height by key): staying is preferred to a nicer place. ``beside`` are cards that
    stand already; they come first in the result.
    """
    placed: list[Place] = list(beside)
    for wish in wishes:
        near = [p for p in placed if p.wish.start < wish.end + gap_x and wish.start < p.wish.end + gap_x]
        stood = None if before is None else before.get(wish.key)
        best = _best(wish, near, room, gap_y, stood)
        if best is not None:
            placed.append(Place(wish, best))
    return placed


def _best(wish: Wish, near: list[Place], room: float, gap_y: float, stood: float | None) -> float | None:
    if not near and not stood:
        return 0.0 if wish.height <= room else None
    if near and wish.height + gap_y + near[0].wish.height > room:
        return None  # neither over it nor under it
    heights = {0.0, *(place.up + place.wish.height + gap_y for place in near)}
    if stood is not None:
        heights.add(stood)
    best, least = None, float("inf")
    for up in heights:
        top = up + wish.height
        if top > room or any(up < p.up + p.wish.height + gap_y and p.up < top + gap_y for p in near):
            continue
        crossed = sum(_crosses(wish, up, place) for place in near)
        cost = up + crossed * CROSSING - (MOVING if up == stood else 0.0)
        if cost < least:
            best, least = up, cost
    return best


def _crosses(wish: Wish, up: float, place: Place) -> bool:
    """Whether the stem of the higher of two cards runs behind the lower one."""
    if place.up < up:
        return place.wish.start < wish.at < place.wish.end
    return wish.start < place.wish.at < wish.end


def spread(placed: list[Place], room: float, *, most: float = 1.35) -> list[Place]:
    """Places moved apart upwards where there is height to spare."""
    limits = [(room - place.wish.height) / place.up for place in placed if place.up > 0]
    factor = max(1.0, min(most, *limits)) if limits else 1.0
    return [Place(place.wish, place.up * factor) for place in placed]
