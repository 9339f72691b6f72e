"""What does the canvas look like on paper? The same scene painted anew at the pixels of the page, not enlarged ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from timeline_app.ui.timeline.view import TimelineView

_ALL = 1_000_000  # cards and labels set in one go: nobody waits for the next frame


def picture(view: TimelineView, ratio: float) -> QImage:
    """The stretch of time in view, ``ratio`` pixels of the image for one of the canvas.

    What serves the hand is left out: rings, focus, the overview strip.
    """
    stage, seen = view.stage, view.stage.ratio
    width, height = view.width(), view.height()
    image = QImage(round(width * ratio), round(view.overview.box().top() * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(stage.palette.paper)
    stage.resize(width, height, ratio)
    try:
        stage.painter.allow(_ALL)
        scene = stage.scene(budget=_ALL)
        with QPainter(image) as painter:
            stage.painter.paint(painter, scene)
            stage.painter.lane_titles(painter, scene)
    finally:
        stage.resize(width, height, seen)
        view.update()
    return image
