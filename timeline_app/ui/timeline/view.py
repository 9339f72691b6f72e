"""The timeline: a canvas that shows events where they stand in time, and lets the hand move through it."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from timeline_app.layout.hit import Hit, hit
from timeline_app.layout.journey import Journey
from timeline_app.ui.timeline import accessible
from timeline_app.ui.timeline.choosing import Choosing
from timeline_app.ui.timeline.hand import Hand
from timeline_app.ui.timeline.hover import HoverCard
from timeline_app.ui.timeline.keys import pressed
from timeline_app.ui.timeline.motion import Motion
from timeline_app.ui.timeline.overview import Overview
from timeline_app.ui.timeline.settling import Settling
from timeline_app.ui.timeline.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from timeline_app.layout.columns import Columns
    from timeline_app.layout.scale import Scale
    from timeline_app.layout.scene import Scene
    from timeline_app.ui.theme import Theme
    from timeline_app.ui.timeline.names import Words

_ANIMATION = QStyle.StyleHint.SH_Widget_Animation_Duration  # nought where the system asks for less motion
_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
PAUSE = 0.8  # seconds of rest that end a movement of many steps
FRAME = 0.005  # seconds a frame should take at most
RING = 4  # pixels about a card that its ring may take
AROUND = 3.0  # days that a single event is shown in at least
RESTING, ALL = 30, 1000  # cards painted anew in one frame of a crowded view that stands still, and of one that was edited
LEAST, MOST = 1, 5  # cards set in type and painted anew in one frame of a crowded view, by how long the last one took


class TimelineView(QWidget):
    """Draws columns of events and tells what the editor does with them. Outside, events go by the ids given with them.

    ``event_selected`` carries the id of the event chosen last, ``events_selected`` the tuple of all chosen,
    ``event_opened`` an id, ``cluster_opened`` the ids of the events that were gathered there.
    """

    event_selected = Signal(object)
    events_selected = Signal(object)
    event_opened = Signal(object)
    cluster_opened = Signal(object)
    view_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.stage = Stage(theme)
        self.overview = Overview(self.stage)
        self.choosing = Choosing(self)
        self.motion = Motion(self, self.show_scale, self.rested)
        self.hovered: int | None = None
        self._band: QRectF | None = None
        self._by_keyboard = False
        self._budget = MOST
        self._seen: Scale | None = None
        self._flowing, self._flowed = False, 0.0
        self._settling, self._painted = Settling(), 0.0
        self._journey = Journey()
        self._hand = Hand(self)
        self.hover_card = HoverCard(self)
        accessible.install()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def set_columns(
        self,
        columns: Columns,
        *,
        ids: Sequence[object] | None = None,
        say: Words | None = None,
        keep_view: bool = False,
    ) -> None:
        """Show these events. ``ids`` name them for the outside (else their places), ``say`` gives the words of their cards.

        With ``keep_view`` the stretch of time in view and the selection stay, else everything is shown.
        """
        stage = self.stage
        chosen = self.selection if keep_view else ()
        current = stage.ids[self.choosing.current] if keep_view and self.choosing.current is not None else None
        shown_all = self._shows_all()
        times = None if stage.scale is None or shown_all or not keep_view else (stage.scale.first, stage.scale.last)
        self.motion.stop()
        stage.take(columns, ids, say)
        self.choosing.current = self.hovered = None
        self.set_selection(chosen, current=current)
        stage.scale = None if times is None else stage.exactly(*times)
        self._seen, self._budget = (stage.view(), ALL) if keep_view else (None, MOST)  # what stays comes in one frame
        if not keep_view:
            self._journey = Journey()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.stage.dress(theme)
        self.update()

    def set_options(self, **options: object) -> None:
        """Change some of ``Options``; the stretch of time in view stays."""
        stage = self.stage
        changed = replace(stage.options, **options)  # type: ignore[arg-type]
        if changed == stage.options:
            return
        times = None if stage.scale is None or self._shows_all() else (stage.scale.first, stage.scale.last)
        self.motion.stop()
        stage.options = changed
        self._settling.forget()
        self.motion.wanted = changed.motion and self.style().styleHint(_ANIMATION, None, self) > 0
        stage.prepare()
        stage.scale = None if times is None else stage.exactly(*times)
        self.update()

    @property
    def selection(self) -> tuple[object, ...]:
        """The ids of the selected events, in order of time."""
        return tuple(self.stage.ids[place] for place in sorted(self.stage.selected))

    def set_selection(self, ids: Iterable[object], *, current: object = None) -> None:
        """Select events by their ids, without telling anyone. ``current`` is the one the keyboard goes on from."""
        places = [place for place in map(self.stage.place_of, ids) if place is not None]
        self.stage.choose(places)
        named = None if current is None else self.stage.place_of(current)
        if named is not None:
            self.choosing.current = named
        elif self.choosing.current not in self.stage.selected:
            self.choosing.current = min(places, default=None)
        self.update()

    # -- moving -------------------------------------------------------------------------------------------------------

    def fit_all(self) -> None:
        """Show everything."""
        self._go(self.stage.all())

    def fit_selection(self) -> None:
        """Show all that is selected; everything when nothing is."""
        chosen = sorted(self.stage.selected)
        if not chosen:
            self.fit_all()
            return
        columns = self.stage.columns
        first, last = float(columns.start[chosen].min()), float(columns.end[chosen].max())
        slack = max(AROUND - (last - first), 0.0) / 2
        self.go_to(first - slack, last + slack)

    def go_to(self, first: float, last: float) -> None:
        """Show a stretch of time, in days; with a little around it."""
        self._go(self.stage.around(first, last))

    def go_to_end(self, *, later: bool) -> None:
        """Show the latest (or the earliest) of the events at the present zoom."""
        scale = self.motion.target(self.stage.view())
        whole = self.stage.all()
        if whole.zoom >= scale.zoom:
            self._go(whole)
            return
        first, last = self.stage.columns.span
        margin = self.stage.metrics.widest / 2
        by = float(scale.along(last)) + margin - scale.width if later else float(scale.along(first)) - margin
        self._go(replace(scale, origin=scale.origin + by / scale.zoom))

    def reveal(self, event_id: object) -> None:
        """Bring an event into view, moving no more than needed."""
        place = self.stage.place_of(event_id)
        if place is None:
            return
        scale, columns = self.motion.target(self.stage.view()), self.stage.columns
        margin = min(self.stage.metrics.widest, scale.width / 4)
        start, end = float(scale.along(float(columns.start[place]))), float(scale.along(float(columns.end[place])))
        if start >= 8 and min(end, start + margin) <= scale.width - 8:
            self.update()
            return
        self._go(replace(scale, origin=scale.origin + (start + min(end - start, margin) / 2 - scale.width / 2) / scale.zoom))

    def back(self) -> None:
        """The view before this one."""
        self._travel(self._journey.back())

    def forward(self) -> None:
        """The view after this one, after going back."""
        self._travel(self._journey.forward())

    def pan_by(self, dx: float, *, animated: bool) -> None:
        """Move the content so many pixels to the right."""
        self._move(self.motion.target(self.stage.view()).panned(dx), animated=animated)

    def zoom_by(self, factor: float, x: float, *, animated: bool) -> None:
        """Magnify about a point: the time under it stays there."""
        self._move(self.motion.target(self.stage.view()).zoomed(factor, x), animated=animated)

    def focus_x(self) -> float:
        """What the keyboard zooms about: the current event when it is in view, else the middle."""
        event, columns = self.choosing.current, self.stage.columns
        if event is not None:
            x = float(self.stage.view().x_of(float(columns.start[event] + columns.end[event]) / 2))
            if 0 <= x <= self.width():
                return x
        return self.width() / 2

    def show_scale(self, scale: Scale) -> None:
        """Show another view at once, without keeping it for going back."""
        self.stage.show(scale)
        self.update()

    def set_out(self) -> None:
        """A movement of many steps begins; what follows without a pause belongs to it."""
        self._remember()
        self._flowing = True

    def rested(self) -> None:
        """The view stands still: it is kept for going back, and told. What is moved without a pause is one view."""
        scale, now = self.stage.view(), perf_counter()
        paused = now - self._flowed > PAUSE
        went = self._journey.went if paused or not self._flowing else self._journey.went_on
        self._journey = went(scale.first, scale.last)
        self._flowed = now if self._flowing else 0.0
        self.view_changed.emit()

    # -- pointing -----------------------------------------------------------------------------------------------------

    def scene(self) -> Scene:
        """The scene in view."""
        return self.stage.scene()

    def hit_at(self, at: QPointF) -> Hit:
        """What lies under a point."""
        return hit(self.stage.scene(), at.x(), at.y())

    def hover_at(self, at: QPointF | None) -> None:
        """The pointer is over a point, or over nothing."""
        found = Hit("ground") if at is None else self.hit_at(at)
        self.setCursor(self._hand.cursor_for(found))
        self.setToolTip(self.stage.names.pointed(found))
        hovered = found.event if found.event >= 0 else None
        self.hover_card.point(hovered, QPoint() if at is None else at.toPoint(), at_once=found.kind == "mark")
        if hovered != self.hovered:
            changed = {self.hovered, hovered}
            self.hovered = hovered
            for card in self.stage.scene().cards:
                if card.event in changed:
                    box = card.box
                    self.update(QRectF(*box).toAlignedRect().adjusted(-RING, -RING, RING, RING))

    def announce(self) -> None:
        """Tell a screen reader what is current."""
        accessible.announce(self)

    def show_band(self, band: QRectF | None) -> None:
        """Draw the rectangle being pulled, or none."""
        if band != self._band:
            self._band = band
            self.update()

    # -- Qt -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Lay out what changed and paint it; what did not fit this frame's budget comes with the next."""
        stage = self.stage
        if stage.size != (self.width(), self.height()) or stage.ratio != self.devicePixelRatioF():
            stage.resize(self.width(), self.height(), self.devicePixelRatioF())
        started = perf_counter()
        resting, self._seen = self._seen is stage.view(), stage.view()
        budget = ALL if not stage.composer.crowded else max(RESTING, self._budget) if resting else self._budget
        stage.painter.allow(budget)
        scene = self._gliding(stage.scene(budget=budget), started)
        with QPainter(self) as painter:
            stage.painter.paint(painter, scene, selected=stage.selected, hovered=self.hovered, cluster=self.choosing.cluster)
            stage.painter.lane_titles(painter, scene)
            self.overview.paint(painter)
            if self._band is not None:
                stage.painter.band(painter, self._band)
            if self._by_keyboard:
                stage.painter.focus(painter, self.width(), self.height())
        if stage.composer.pending or stage.painter.pending or self._settling.moving:
            self.update()
        slow = perf_counter() - started > FRAME
        self._budget = min(max(self._budget // 2, LEAST) if slow else self._budget + 1, MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002
        """The stretch in view stays; a view of everything stays one."""
        whole = self._shows_all()
        self.motion.stop()
        self._settling.forget()
        self.stage.resize(self.width(), self.height(), self.devicePixelRatioF())
        if whole:
            self.stage.scale = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See ``Hand``."""
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """See ``Hand``."""
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See ``Hand``."""
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See ``Hand``."""
        self._hand.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """See ``Hand``."""
        self._hand.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        """Nothing is hovered any more."""
        self._hand.leave()

    def event(self, event: QEvent) -> bool:
        """Fingers, and Tab, which Qt would take before ``keyPressEvent``."""
        if event.type() in {QEvent.Type.NativeGesture, QEvent.Type.Gesture} and self._hand.gesture(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See ``keys``."""
        if not pressed(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's name)
        """Tab goes through the events, and on to the next widget after the last."""
        return self.choosing.step(1 if next else -1) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, when it came by keyboard."""
        self._by_keyboard = event.reason() in _KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: ARG002
        """The keyboard is elsewhere."""
        self._by_keyboard = False
        self.update()

    # -- inside -------------------------------------------------------------------------------------------------------

    def _gliding(self, scene: Scene, now: float) -> Scene:
        """The scene with cards on their way to another row."""
        passed, self._painted = (now - self._painted) * 1000, now
        if not self.motion.wanted:
            self._settling.forget()
            return scene
        return self._settling.shown(scene, min(passed, 50.0))

    def _go(self, scale: Scale) -> None:
        self._remember()
        self._flowing = False
        self.motion.go(self.stage.view(), scale)

    def _move(self, scale: Scale, *, animated: bool) -> None:
        self.set_out()
        if animated:
            self.motion.go(self.stage.view(), scale)
        else:
            self.motion.stop()
            self.show_scale(scale)
            self.rested()

    def _travel(self, journey: Journey) -> None:
        self._journey = journey
        self._flowing = False
        if journey.here is not None:
            self.motion.go(self.stage.view(), self.stage.exactly(*journey.here))

    def _remember(self) -> None:
        """The first view is kept too, so that going back ends there."""
        if self._journey.here is None:
            scale = self.stage.view()
            self._journey = self._journey.went(scale.first, scale.last)

    def _shows_all(self) -> bool:
        scale = self.stage.scale
        if scale is None:
            return True
        whole = self.stage.all()
        return abs(whole.zoom - scale.zoom) < 1e-6 * whole.zoom and abs(whole.origin - scale.origin) * scale.zoom < 1
