"""What does the hand do? Mouse, wheel, trackpad and fingers become movements of the view and choices of events."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from timeline_app.layout.hit import Hit, pivot
from timeline_app.layout.scene import Box

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from timeline_app.ui.timeline.view import TimelineView

SLACK = 4.0  # pixels a click may slip
NOTCH = 120.0
FACTOR = 1.25  # of a notch of the wheel
MEMORY = 80  # milliseconds of a drag that make its throw
STALE = 60  # milliseconds of rest after which a drag is no throw

Doing = Literal["nothing", "pressing", "dragging", "ranging", "catching", "overview"]


class Hand:
    """The gestures of one view. What is under way is in ``doing``."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self.doing: Doing = "nothing"
        self._pressed = QPointF()
        self._last = QPointF()
        self._hit = Hit("ground")
        self._grip = 0.0
        self._pivot = (QPointF(), 0.0, 0.0)  # where the pointer rests, and the time that a zoom leaves at an x
        self._trail: deque[tuple[int, float]] = deque(maxlen=32)

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """A button went down; those of the thumb go back and forward."""
        if event.button() in {Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton}:
            (self._view.back if event.button() == Qt.MouseButton.BackButton else self._view.forward)()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view, at = self._view, event.position()
        view.motion.stop()
        view.hover_card.point(None, at.toPoint())
        self._pressed = self._last = at
        self._trail.clear()
        self._hit = view.hit_at(at)
        frame = view.stage.frame()
        if view.overview.box().contains(at):
            self.doing = "overview"
            view.set_out()
            window = view.overview.window()
            self._grip = at.x() - window.center().x() if window.contains(at) else 0.0
            self._move_window(at)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._hit.event < 0:
            self.doing = "catching"
        elif frame.axis - 4 <= at.y() < frame.overview[0] and self._hit.kind == "axis":
            self.doing = "ranging"
        else:
            self.doing = "pressing"

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with a button down or not."""
        at, view = event.position(), self._view
        if self.doing == "pressing" and (at - self._pressed).manhattanLength() > SLACK:
            self.doing = "dragging"
            view.set_out()
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.doing == "dragging":
            self._trail.append((event.timestamp(), at.x()))
            view.show_scale(view.stage.view().panned(at.x() - self._last.x()))
        elif self.doing == "overview":
            self._move_window(at)
        elif self.doing in {"catching", "ranging"}:
            view.show_band(self._band(at))
        elif self.doing == "nothing":
            view.hover_at(at)
        self._last = at

    def release(self, event: QMouseEvent) -> None:
        """The button went up."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        doing, self.doing = self.doing, "nothing"
        view, at = self._view, event.position()
        moved = (at - self._pressed).manhattanLength() > SLACK
        view.show_band(None)
        view.unsetCursor()
        if doing == "pressing":
            self._click(event.modifiers())
        elif doing == "dragging":
            view.motion.throw(view.stage.view(), self._speed(event.timestamp()))
            if not view.motion.moving:
                view.rested()
        elif doing == "ranging" and moved:
            first, last = sorted((view.stage.view().time_at(self._pressed.x()), view.stage.view().time_at(at.x())))
            view.go_to(first, last)
        elif doing == "catching" and moved:
            view.choosing.choose_within(_box(self._band(at)), add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif doing == "overview":
            view.rested()

    def double_click(self, event: QMouseEvent) -> None:
        """Twice: an event opens, a break opens, the bare ground shows everything."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.doing = "nothing"
        found = self._view.hit_at(event.position())
        if found.event >= 0:
            self._view.choosing.open(found.event)
        elif found.kind == "break" and found.times is not None:
            self._view.go_to(*found.times)
        elif found.kind != "cluster" and not self._view.overview.box().contains(event.position()):
            self._view.fit_all()

    def leave(self) -> None:
        """The pointer left the canvas."""
        self._view.hover_at(None)

    # -- wheel and fingers --------------------------------------------------------------------------------------------

    def wheel(self, event: QWheelEvent) -> None:
        """Up and down zooms about the pointer, sideways (or with Shift) pans."""
        view = self._view
        pixels, angle = event.pixelDelta(), event.angleDelta()
        fine = not pixels.isNull()
        dx, dy = (float(pixels.x()), float(pixels.y())) if fine else (float(angle.x()), float(angle.y()))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0.0
        if abs(dx) > abs(dy):
            view.pan_by(dx if fine else dx / NOTCH * 90.0, animated=not fine)
        elif dy:
            notches = dy / 60.0 if fine else dy / NOTCH
            view.zoom_by(FACTOR**notches, self._about(event.position()), animated=not fine)
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """A pinch of a trackpad or of two fingers on the screen; True when it was one."""
        view = self._view
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            view.zoom_by(max(1.0 + event.value(), 0.1), self._about(event.position()), animated=False)
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = view.mapFromGlobal(pinch.centerPoint().toPoint())
                view.zoom_by(max(pinch.scaleFactor(), 0.1), self._about(middle.toPointF()), animated=False)
                self.doing = "nothing"
                return True
        return False

    # -- inside -------------------------------------------------------------------------------------------------------

    def _about(self, at: QPointF) -> float:
        """What a zoom at a point goes about: where the card that lies there hangs, so that it stays there, else the point.

        While the pointer rests it goes on about the same, even where the card has changed its row.
        """
        view = self._view
        scale = view.motion.target(view.stage.view())
        rested, time, x = self._pivot
        if at != rested or abs(float(scale.x_of(time)) - x) > 1:
            found = pivot(view.scene(), view.stage.columns, at.x(), at.y())
            time = float(scale.time_at(at.x())) if found is None else found
            x = float(scale.x_of(time))
            self._pivot = (at, time, x)
        return x

    def _click(self, modifiers: Qt.KeyboardModifier) -> None:
        view, found = self._view, self._hit
        if found.event >= 0:
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                view.choosing.choose_through(found.event)
            elif modifiers & Qt.KeyboardModifier.ControlModifier:
                view.choosing.toggle(found.event)
            else:
                view.choosing.choose(found.event)
        elif found.cluster is not None:
            view.choosing.open_cluster(found.cluster)
        elif found.kind == "break" and found.times is not None:
            view.go_to(*found.times)
        else:
            view.choosing.choose_none()

    def _move_window(self, at: QPointF) -> None:
        view = self._view
        scale = view.stage.view()
        time = view.overview.time_at(at.x() - self._grip)
        view.show_scale(scale.panned(scale.width / 2 - float(scale.x_of(time))))

    def _band(self, at: QPointF) -> QRectF:
        frame = self._view.stage.frame()
        if self.doing == "ranging":
            return QRectF(QPointF(self._pressed.x(), 0.0), QPointF(at.x(), frame.overview[0] - 6)).normalized()
        return QRectF(self._pressed, at).normalized()

    def _speed(self, now: int) -> float:
        """Pixels a millisecond at the end of a drag."""
        trail = [(time, x) for time, x in self._trail if now - time <= MEMORY]
        if len(trail) < 2 or now - trail[-1][0] > STALE or trail[-1][0] == trail[0][0]:
            return 0.0
        return (trail[-1][1] - trail[0][1]) / (trail[-1][0] - trail[0][0])

    def cursor_for(self, found: Hit) -> QCursor:
        """The pointer's shape over a thing."""
        if found.event >= 0 or found.kind in {"cluster", "break"}:
            return QCursor(Qt.CursorShape.PointingHandCursor)
        return QCursor(Qt.CursorShape.SplitHCursor if found.kind == "axis" else Qt.CursorShape.ArrowCursor)


def _box(rect: QRectF) -> Box:
    return Box(rect.left(), rect.top(), rect.width(), rect.height())
