"""Where do the cards of a small dossier hang? All of them are placed at once for a zoom, and move along with the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout.index import LONGER_THAN_A_DAY, LaneIndex
from timeline_app.layout.measure import ELLIPSIS
from timeline_app.layout.placing import Place, Wish, greedy, spread, staircase
from timeline_app.layout.scene import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline_app.layout.columns import Columns, Floats
    from timeline_app.layout.edge import Sight
    from timeline_app.layout.frame import Lane, Metrics
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.typesetter import Typesetter

FEW = 60  # events of which each shall have at least a few words
SHARES = (1.0, 0.75, 0.55, 0.4)  # of a chip's width, tried in turn
FEWER = 20  # of which light ones become chips, for the sake of the rest
WHOLE = (0.75, 0.5, 0.25, 0.0)  # of the whole cards, the weightiest, that stay whole where others have no room


class Hanging:
    """The cards of one lane; ``day`` writes the day of a ghost."""

    def __init__(
        self, columns: Columns, lane: LaneIndex, typesetter: Typesetter, metrics: Metrics, day: Callable[[float, float], str]
    ) -> None:
        self._columns, self._lane, self._type, self._metrics, self._day = columns, lane, typesetter, metrics, day
        self._stood: dict[int, float] = {}
        self._fixed: tuple[object, float, list[Place]] | None = None
        owners = columns.extras.owner
        self._ghosts = np.flatnonzero(columns.extras.ghost & np.isin(owners, lane.ids)).tolist() if len(owners) else []

    def cards(self, scale: Scale, where: Lane, sight: Sight, *, top: float) -> list[Card]:
        """The cards in view from ``top`` down to the floor."""
        state = (scale.zoom, scale.warp, where, sight.floor - top)
        if self._fixed is None or self._fixed[0] != state:
            wishes = self._wishes(scale, where)
            ghosts = [self._ghost_wish(scale, k) for k in self._ghosts] if where.full else []
            self._fixed = (state, scale.origin, self._placed([*wishes, *ghosts], sight.floor - top, narrow=bool(where.name)))
        _, origin, placed = self._fixed
        by = (origin - scale.origin) * scale.zoom
        still, aside = sight.cards(placed, by, self._event)
        return still + aside

    def _placed(self, wishes: list[Wish], room: float, *, narrow: bool) -> list[Place]:
        """All of them without a stem behind a card; else the weightiest first, and chips of those that found no room.

        Of few events the lighter ones become chips where that brings more of them in, and all of them in a ``narrow`` lane.
        """
        gap_x, gap_y = self._metrics.gap_x, self._metrics.gap_y
        placed = staircase(wishes, room, gap_x=gap_x, gap_y=gap_y)
        if placed is not None:
            placed = spread(placed, room)
        else:
            weight = self._columns.weight
            order = sorted(wishes, key=lambda wish: (-float(weight[wish.key]) if wish.key >= 0 else 0.0, wish.key))
            whole = greedy(order, room, gap_x=gap_x, gap_y=gap_y, before=self._stood)
            placed = self._narrowed(order, self._with_chips(order, whole, room), room)
            shares = WHOLE if len(order) <= FEWER else WHOLE[-1:] if narrow else ()
            if shares and len(placed) < len(order):
                tried = [self._with_chips(order, whole[: int(len(whole) * share)], room) for share in shares]
                tried += [self._with_chips(order, [], room, said=said) for said in SHARES[1:] if len(order) <= FEWER]
                chips = self._narrowed(order, max(tried, key=len), room)
                placed = max(placed, chips if narrow else self._grown(order, chips, room), key=len)
        self._stood = {place.wish.key: place.up for place in placed}
        return placed

    def _with_chips(self, order: list[Wish], whole: list[Place], room: float, *, said: float = 1.0) -> list[Place]:
        """Chips of what has no card yet, beside the cards; of their titles a share is ``said``."""
        done = {place.wish.key for place in whole}
        chips = [self._as_chip(wish) for wish in order if wish.key not in done]
        if said < 1.0:
            chips = [next(self._narrower(chip, [said]), chip) if chip.key >= 0 else chip for chip in chips]
        gap_x, gap_y = self._metrics.gap_x / 2, self._metrics.gap_y / 2
        return greedy(chips, room, gap_x=gap_x, gap_y=gap_y, before=self._stood, beside=whole)

    def _narrowed(self, order: list[Wish], placed: list[Place], room: float) -> list[Place]:
        """Fewer words of those that have no room even as chips, where there are not too many to look at each."""
        if len(placed) == len(order) or len(order) > FEW:
            return placed
        gap_x, gap_y = self._metrics.gap_x / 2, self._metrics.gap_y / 2
        done = {place.wish.key for place in placed}
        for wish in (wish for wish in order if wish.key >= 0 and wish.key not in done):
            for narrower in self._narrower(self._as_chip(wish)):
                more = greedy([narrower], room, gap_x=gap_x, gap_y=gap_y, beside=placed)
                if len(more) > len(placed):
                    placed = more
                    break
        return placed

    def _grown(self, order: list[Wish], placed: list[Place], room: float) -> list[Place]:
        """Whole cards again, or chips that say all, where there is more room than is needed."""
        gap_x, gap_y = self._metrics.gap_x, self._metrics.gap_y
        for wish in order:
            others = [place for place in placed if place.wish.key != wish.key]
            if len(others) < len(placed) and wish not in (place.wish for place in placed):
                for larger in (wish, self._as_chip(wish)):
                    grown = greedy([larger], room, gap_x=gap_x, gap_y=gap_y, before=self._stood, beside=others)
                    if len(grown) == len(placed):
                        placed = grown
                        break
        return placed

    def _narrower(self, wish: Wish, shares: Sequence[float] = SHARES) -> Iterator[Wish]:
        """A chip with less and less of its title, on this side of its stem, then on the other."""
        for share in shares:
            width = (wish.end - wish.start) * share
            text = self._type.card(wish.key, full=False, room=width)
            if text is not None and _ends_after_a_word(text.lines[0], wish.text.lines[0]):
                inset = self._metrics.inset
                yield wish._replace(end=wish.start + text.width, text=text)
                yield wish._replace(start=wish.at + inset - text.width, end=wish.at + inset, text=text)

    def _as_chip(self, wish: Wish) -> Wish:
        text = self._type.card(wish.key, full=False) if wish.key >= 0 and wish.full else None
        if text is None:
            return wish
        return wish._replace(end=wish.start + text.width, height=text.height, text=text, full=False)

    def _ghost_wish(self, scale: Scale, extra: int) -> Wish:
        extras = self._columns.extras
        at = float(scale.along(float(extras.start[extra] + extras.end[extra]) / 2))
        text = self._type.ghost(self._day(float(extras.start[extra]), float(extras.end[extra])))
        start = at - self._metrics.inset
        return Wish(-1 - extra, start, start + text.width, at, at, text.height, text)

    def _wishes(self, scale: Scale, where: Lane) -> list[Wish]:
        inset, ids = self._metrics.inset, self._lane.ids
        a, b, at = stems(scale, self._columns.start[ids], self._columns.end[ids], inset)
        wishes = []
        for event, stem, until, width in zip(ids.tolist(), at.tolist(), b.tolist(), (b - a).tolist(), strict=True):
            text = self._type.card(event, full=where.full, room=width if where.full else 0.0)
            if text is None:
                continue
            reach = max(text.width, until - stem + inset) if where.full else text.width
            start, until = stem - inset, max(until, stem)  # noqa: PLW2901
            wishes.append(Wish(event, start, start + reach, stem, until, text.height, text, where.full))
        return wishes

    def _event(self, key: int) -> int:
        return key if key >= 0 else int(self._columns.extras.owner[-1 - key])


def _ends_after_a_word(line: str, longer: str) -> bool:
    """Whether a chip's line says a word at least and none in part; ``longer`` is what it says where there is more room."""
    said = line.removesuffix(ELLIPSIS)
    return bool(said) and longer.startswith(said) and longer[len(said) : len(said) + 1] in {"", " ", ELLIPSIS}


def stems(scale: Scale, start: Floats, end: Floats, inset: float) -> tuple[Floats, Floats, Floats]:
    """Where events begin and end along the axis (a point at its middle), and where their stems stand."""
    a, b = scale.along(start), scale.along(end)
    middle = (a + b) / 2
    ranges = end - start > LONGER_THAN_A_DAY
    at = np.where(ranges, a + np.minimum((b - a) / 2, inset), middle)
    return np.where(ranges, a, middle), np.where(ranges, b, middle), at
