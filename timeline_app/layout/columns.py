"""Which events are to be laid out? Sorted numpy columns and a title table: a million events without a million objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from timeline_app.model.daterange import Certainty, Grain

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = npt.NDArray[np.float64]
Weights = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]

HUES = ("blue", "green", "purple", "ochre", "red", "sky", "rose", "slate")
GRAINS = tuple(Grain)
CERTAINTIES = tuple(Certainty)
OPEN_START, OPEN_END = 1, 2


@dataclass(frozen=True, slots=True)
class Extras:
    """What an event draws besides its hull: the parts of a list of days, and ghosts where another source puts it.

    ``owner`` is the event's index; times are days as in ``Columns``.
    """

    owner: Ints = field(default_factory=lambda: np.empty(0, np.int32))
    start: Floats = field(default_factory=lambda: np.empty(0))
    end: Floats = field(default_factory=lambda: np.empty(0))
    ghost: Bools = field(default_factory=lambda: np.empty(0, np.bool_))


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Events in order of ``start``. Times are days since day number 0 (Rata Die) with fractions; ``end`` is exclusive.

    ``grain`` and ``certainty`` index ``GRAINS`` and ``CERTAINTIES``, ``hue`` indexes ``HUES``, ``lane`` indexes
    ``lanes``. ``openness`` adds ``OPEN_START`` and ``OPEN_END`` where an end is not known. ``weight`` is the importance
    (more is more), ``sources`` the number of articles that report the event.
    """

    start: Floats
    end: Floats
    titles: Sequence[str]
    grain: Bytes
    certainty: Bytes
    hue: Bytes
    lane: Ints
    weight: Weights
    sources: Ints
    contradicted: Bools
    openness: Bytes
    lanes: tuple[str, ...] = ("",)
    extras: Extras = field(default_factory=Extras)

    def __len__(self) -> int:
        return len(self.start)

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last time of any event; a day when there are none."""
        return (float(self.start[0]), float(self.end.max())) if len(self) else (0.0, 1.0)


def columns(start: Sequence[float] | Floats, end: Sequence[float] | Floats, titles: Sequence[str], **rest: object) -> Columns:
    """Columns from unsorted sequences; whatever is not named in ``rest`` takes its plain default.

    ``extras`` must already name events by their place in the order of start. ValueError for an event that ends before it
    begins.
    """
    begins, ends = np.asarray(start, np.float64), np.asarray(end, np.float64)
    if (ends < begins).any():
        raise ValueError("an event ends before it begins")
    order = np.lexsort((-ends, begins))
    count = len(begins)

    def column(name: str, kind: type, plain: float) -> npt.NDArray:  # type: ignore[type-arg]
        given = rest.get(name)
        return np.full(count, plain, kind) if given is None else np.asarray(given, kind)[order]

    in_order = titles if (order == np.arange(count)).all() else [titles[i] for i in order.tolist()]
    return Columns(
        start=begins[order],
        end=ends[order],
        titles=in_order,
        grain=column("grain", np.uint8, GRAINS.index(Grain.DAY)),
        certainty=column("certainty", np.uint8, 0),
        hue=column("hue", np.uint8, len(HUES) - 1),
        lane=column("lane", np.int32, 0),
        weight=column("weight", np.float32, 1),
        sources=column("sources", np.int32, 1),
        contradicted=column("contradicted", np.bool_, 0),
        openness=column("openness", np.uint8, 0),
        lanes=tuple(rest.get("lanes") or ("",)),  # type: ignore[arg-type]
        extras=rest.get("extras") or Extras(),  # type: ignore[arg-type]
    )


def order_of(start: Sequence[float] | Floats, end: Sequence[float] | Floats) -> list[int]:
    """The order in which ``columns`` puts the events."""
    order: list[int] = np.lexsort((-np.asarray(end, np.float64), np.asarray(start, np.float64))).tolist()
    return order
