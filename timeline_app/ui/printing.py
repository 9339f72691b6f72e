"""How does the picture of the timeline become a file? A PNG at twice the pixels, or a page of PDF as fine as print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from timeline_app.model.problem import Problem
from timeline_app.ui.timeline.picture import picture

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

_FINE = 2
_DPI = 300
_MARGIN_MM = 12


def paint(window: MainWindow, code: str, path: Path) -> None:
    """Write the stretch of time in view, as ``png`` or ``pdf``; Problem when the file cannot be written."""
    done = picture(window.timeline.view, _FINE).save(str(path)) if code == "png" else _pdf(window, path)
    if not done:
        raise Problem("write-failed", path=str(path), reason="")


def _pdf(window: MainWindow, path: Path) -> bool:
    view = window.timeline.view
    writer = QPdfWriter(str(path))
    writer.setTitle(window.windowTitle())
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    image = picture(view, min(writer.width() / view.width(), writer.height() / view.height()))
    painter.drawImage(QRectF(0, 0, image.width(), image.height()), image)
    painter.end()
    return True
