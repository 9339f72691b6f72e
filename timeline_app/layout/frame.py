"""How is the canvas divided? Sizes in pixels, and the bands from top to bottom: lanes, axis, overview."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

FULL_LANE, FULL_CROWDED = 118.0, 230.0  # a lane this high has whole cards, a lower one (of few events, of many) chips of a line

ABOVE = 4.0  # pixels over the first of several lanes, for the ring of a card


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels at 100 % font size."""

    narrowest: float = 128.0
    widest: float = 232.0
    pad_x: float = 13.0
    pad_top: float = 8.0
    pad_bottom: float = 8.0
    line: float = 20.0
    date_line: float = 18.0
    inset: float = 26.0  # from the card's start to its stem
    gap_x: float = 12.0
    gap_y: float = 12.0
    chip: float = 26.0
    pill: float = 18.0
    bar: float = 8.0
    bar_pitch: float = 11.0
    bars: int = 6
    lift: float = 26.0  # the shortest stem
    top: float = 16.0
    row: float = 24.0  # a row of axis labels
    overview: float = 38.0
    margin: float = 14.0
    lane_title: float = 22.0
    lane_pad: float = 18.0  # about a lane's name, both sides together

    def scaled(self, percent: int) -> Metrics:
        """The sizes at another font size; the number of bars stays."""
        if percent == 100:
            return self
        return replace(self, **{f.name: getattr(self, f.name) * percent / 100 for f in fields(self) if f.name != "bars"})


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: ``top`` and ``base`` (where its events stand) in pixels from above; ``full`` when it has whole cards."""

    name: str
    top: float
    base: float
    full: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """The bands of a canvas of ``width`` by ``height``."""

    width: float
    height: float
    metrics: Metrics
    lanes: tuple[Lane, ...]
    axis: float
    rows: int

    @property
    def overview(self) -> tuple[float, float]:
        """Top and height of the overview strip."""
        return self.height - self.metrics.overview - self.metrics.margin, self.metrics.overview


def frame(
    width: float, height: float, metrics: Metrics, names: tuple[str, ...] = ("",), *, rows: int = 2, crowded: bool = False
) -> Frame:
    """The canvas divided for these lanes, with ``rows`` rows of labels under the axis."""
    axis = height - metrics.overview - metrics.margin * 2 - rows * metrics.row - 4
    if len(names) <= 1:
        return Frame(width, height, metrics, (Lane("", 0.0, axis),), axis, rows)
    share = max(axis - metrics.margin / 2 - ABOVE, 1.0) / len(names)
    full = share >= (FULL_CROWDED if crowded else FULL_LANE) * metrics.row / 24.0
    lanes = tuple(
        Lane(name, ABOVE + k * share, ABOVE + (k + 1) * share - metrics.margin / 2, full) for k, name in enumerate(names)
    )
    return Frame(width, height, metrics, lanes, axis, rows)
