"""What does the canvas hold at this moment? Events, options, the view, and the scene made of them: no widget, no input."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.layout import columns as columns_module
from timeline_app.layout.composer import Composer
from timeline_app.layout.fit import fitted
from timeline_app.layout.frame import Metrics, frame
from timeline_app.layout.scale import Scale, whole
from timeline_app.layout.warp import folded_warp, true_warp
from timeline_app.ui.timeline.art import CardArt
from timeline_app.ui.timeline.names import EventWords, TickNames
from timeline_app.ui.timeline.paint import ScenePainter
from timeline_app.ui.timeline.palette import Palette
from timeline_app.ui.timeline.type import Type
from timeline_app.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.frame import Frame
    from timeline_app.layout.scene import Scene
    from timeline_app.layout.warp import Warp
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline.names import Words

FEW_ASKED = 12  # places asked for by id that are looked up one by one, before all are written down


@dataclass(frozen=True, slots=True)
class Options:
    """How the timeline is drawn. ``lanes`` other than ``packed`` draws the lanes of the columns; ``scale`` is in percent;
    ``awaited`` says what an empty canvas waits for: ``articles``, the end of their ``reading``, or their ``publication`` date.
    """

    axis: str = "rtl"
    proportion: str = "folded"
    lanes: str = "packed"
    language: str = "ar"
    months: str = "morocco"
    digits: str = "latin"
    hijri: bool = False
    today: int | None = None
    scale: int = 100
    motion: bool = True
    awaited: str = "articles"

    @property
    def rtl(self) -> bool:
        """Whether later lies to the left."""
        return self.axis == "rtl"


class Stage:
    """Columns, options and size to a scale and a scene; what depends on what is made anew when it must be."""

    def __init__(self, theme: Theme) -> None:
        self.options = Options()
        self.columns: Columns = columns_module.columns([], [], [])
        self.ids: Sequence[object] = ()
        self.scale: Scale | None = None
        self.size = (1.0, 1.0)
        self.ratio = 1.0
        self.selected: frozenset[int] = frozenset()
        self.wording = Wording()
        self.palette = Palette(theme)
        self._say: Words | None = None
        self._places: dict[object, int | None] = {}
        self._all_placed = False
        self._composed: Composer | None = None
        self._art: CardArt | None = None
        self._painted: ScenePainter | None = None
        self._scene: Scene | None = None
        self._frame: tuple[object, Frame] | None = None
        self.prepare()

    # -- changes ------------------------------------------------------------------------------------------------------

    def take(self, columns: Columns, ids: Sequence[object] | None, say: Words | None) -> None:
        """Hold other events."""
        self.columns, self._say = columns, say
        self.ids = range(len(columns)) if ids is None else ids
        self._places, self._all_placed = {}, False
        self._compose()

    def dress(self, theme: Theme) -> None:
        """Another theme."""
        self.palette = Palette(theme)
        self._prepare_painter()

    def prepare(self) -> None:
        """Everything that depends on events and options."""
        chosen = self.options
        self.type = Type(chosen.scale)
        self.metrics = Metrics().scaled(chosen.scale)
        self.wording = Wording(chosen.language, chosen.months, chosen.digits, hijri=False, isolate=True)  # type: ignore[arg-type]
        self.names = TickNames(self.wording, awaited=chosen.awaited)
        self._compose()

    def _compose(self) -> None:
        """Everything that depends on events."""
        chosen = self.options
        self.say: Words = self._say or EventWords(self.columns, self.wording)
        packed = chosen.lanes == "packed"
        self.composer = Composer(
            self.columns,
            say=self.say,
            measure=self.type,
            names=self.names,
            metrics=self.metrics,
            packed=packed,
            like=self._composed,
        )
        self._composed = self.composer
        self.warp: Warp = self._warp()
        self._prepare_painter()

    def resize(self, width: float, height: float, ratio: float) -> None:
        """Another size in pixels; the stretch in view stays."""
        if self.scale is not None and width != self.size[0]:
            self.scale = self.scale.resized(width)
        self.size = (width, height)
        if ratio != self.ratio:
            self.ratio = ratio
            self._prepare_painter()
        self._scene = None

    def show(self, scale: Scale) -> None:
        """Another view."""
        self.scale = scale
        self._scene = None

    def choose(self, places: Iterable[int]) -> None:
        """Another selection, by places in the columns."""
        self.selected = frozenset(places)
        self._scene = None

    # -- answers ------------------------------------------------------------------------------------------------------

    def place_of(self, name: object) -> int | None:
        """The place of an event in the columns by its id."""
        if isinstance(self.ids, range):
            return name if isinstance(name, int) and name in self.ids else None
        if name not in self._places and not self._all_placed and len(self._places) < FEW_ASKED:
            self._places[name] = None
            with suppress(ValueError):
                self._places[name] = self.ids.index(name)
        elif name not in self._places and not self._all_placed:
            self._places, self._all_placed = {one: place for place, one in enumerate(self.ids)}, True
        return self._places.get(name)

    def view(self) -> Scale:
        """The view; everything, when none was chosen yet."""
        if self.scale is None:
            self.scale = self.all()
        return self.scale

    def all(self) -> Scale:
        """The view of everything."""
        first, last = float(self.warp.times[0]), float(self.warp.times[-1])
        return self.around(first, last)

    def around(self, first: float, last: float) -> Scale:
        """The view of a stretch, with its cards inside."""
        return fitted(self.composer, whole(self.warp, self.size[0], rtl=self.options.rtl), self.frame(), first, last)

    def exactly(self, first: float, last: float) -> Scale:
        """The view whose edges are these times."""
        return whole(self.warp, self.size[0], rtl=self.options.rtl).fitted(first, last)

    def frame(self) -> Frame:
        """How the canvas is divided now."""
        key = (self.size, self.options.hijri, self.composer)
        if self._frame is None or self._frame[0] != key:
            rows = 3 if self.options.hijri else 2
            made = frame(*self.size, self.metrics, self.composer.lane_names, rows=rows, crowded=self.composer.crowded)
            self._frame = (key, made)
        return self._frame[1]

    def scene(self, *, budget: int = 40) -> Scene:
        """The scene of the view."""
        if self._scene is None or self.composer.pending:
            today = None if self.options.today is None else float(self.options.today)
            self._scene = self.composer.compose(self.view(), self.frame(), selected=self.selected, today=today, budget=budget)
        return self._scene

    # -- inside -------------------------------------------------------------------------------------------------------

    def _warp(self) -> Warp:
        first, last = self.columns.span
        if not len(self.columns):
            today = float(self.options.today or 738_000)
            return true_warp(today - 180, today + 30)
        if self.options.proportion == "folded":
            return folded_warp(self.columns)
        slack = max((last - first) * 0.015, 0.5)
        return true_warp(first - slack, last + slack)

    def _prepare_painter(self) -> None:
        rtl, ratio = self.options.rtl, self.ratio
        self._art = CardArt(self.columns, self.palette, self.type, self.metrics, rtl=rtl, ratio=ratio, like=self._art)
        self.painter = ScenePainter(self.columns, self.palette, self.type, self.names, self._art, like=self._painted)
        self._painted = self.painter
        self._scene = None
