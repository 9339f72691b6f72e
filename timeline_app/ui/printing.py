"""How does the picture of the timeline become a file? Painted by Qt: a PNG at twice the pixels, or a page of PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPoint, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from timeline_app.ui.main_window import MainWindow

_FINE = 2
_MARGIN_MM = 12


def paint(window: MainWindow, code: str, path: Path) -> None:
    """Write the timeline as it is seen, as ``png`` or ``pdf``; Problem when the file cannot be written."""
    done = _png(window.timeline.view, path) if code == "png" else _pdf(window, path)
    if not done:
        raise Problem("write-failed", path=str(path), reason="")


def _png(view: QWidget, path: Path) -> bool:
    size: QSize = view.size() * _FINE
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_FINE)
    with QPainter(image) as painter:
        view.render(painter, QPoint(0, 0))
    return bool(image.save(str(path)))


def _pdf(window: MainWindow, path: Path) -> bool:
    view = window.timeline.view
    writer = QPdfWriter(str(path))
    writer.setTitle(window.windowTitle())
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    scale = min(writer.width() / view.width(), writer.height() / view.height())
    painter.scale(scale, scale)
    view.render(painter, QPoint(0, 0))
    painter.end()
    return True
