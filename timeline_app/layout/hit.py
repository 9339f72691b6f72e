"""What lies under the pointer? From the top down: card, cluster, point or bar, axis, break, or bare ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from timeline_app.layout.index import LONGER_THAN_A_DAY

if TYPE_CHECKING:
    from timeline_app.layout.columns import Columns
    from timeline_app.layout.mark import Cluster, Marks
    from timeline_app.layout.scene import Box, Scene

Kind = Literal["card", "cluster", "mark", "break", "axis", "ground"]
REACH = 3.0  # pixels about a mark that count as it


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit: ``event`` is a place in the columns (-1 for none), ``times`` the ends of a break."""

    kind: Kind
    event: int = -1
    cluster: Cluster | None = None
    times: tuple[float, float] | None = None


def hit(scene: Scene, x: float, y: float) -> Hit:
    """The topmost thing at a point of the canvas."""
    for card in reversed(scene.cards):
        if card.box.holds(x, y):
            return Hit("card", card.event)
    for cluster in scene.clusters:
        if abs(cluster.x - x) <= cluster.width / 2 and abs(cluster.y - y) <= 10:
            return Hit("cluster", cluster=cluster)
    event = -1 if scene.marks is None else _mark(scene.marks, x, y)
    if event >= 0:
        return Hit("mark", event)
    if y >= scene.frame.axis - 8:
        return _on_axis(scene, x, y)
    return Hit("ground")


def pivot(scene: Scene, columns: Columns, x: float, y: float) -> float | None:
    """The time that a zoom at a point of a card leaves in its place, so that the card stays there. None where no card hangs.

    A card keeps its distance from where its event begins, or from the middle of a day; one that is held at the edge of the
    view, away from that, keeps none.
    """
    card = next((card for card in reversed(scene.cards) if card.box.holds(x, y)), None)
    if card is None:
        return None
    start, end = float(columns.start[card.event]), float(columns.end[card.event])
    at = float(scene.scale.x_of(start)) if end - start > LONGER_THAN_A_DAY and not card.ghost else card.x
    return float(scene.scale.time_at(at)) if card.box.left - REACH < at < card.box.right + REACH else None


def within(scene: Scene, box: Box) -> list[int]:
    """The events whose card or mark meets a rectangle, in order of time."""
    found = {card.event for card in scene.cards if card.box.meets(box)}
    marks = scene.marks
    if marks is not None:
        inside = (marks.left < box.right) & (marks.right > box.left) & (marks.top < box.bottom) & (marks.bottom > box.top)
        found.update(marks.event[inside].tolist())
    return sorted(found)


def _mark(marks: Marks, x: float, y: float) -> int:
    near = np.flatnonzero(
        (marks.left - REACH <= x) & (x <= marks.right + REACH) & (marks.top - REACH <= y) & (y <= marks.bottom + REACH)
    )
    if not len(near):
        return -1
    off = np.abs((marks.left[near] + marks.right[near]) / 2 - x) + np.where(marks.point[near], 0.0, 1000.0)
    return int(marks.event[near[int(off.argmin())]])


def _on_axis(scene: Scene, x: float, y: float) -> Hit:
    along = float(scene.scale.mirror(x))
    for start, end in scene.axis.breaks:
        if start <= along <= end:
            return Hit("break", times=(float(scene.scale.time_along(start)), float(scene.scale.time_along(end))))
    return Hit("axis") if y < scene.frame.overview[0] else Hit("ground")
