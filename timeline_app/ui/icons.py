"""What does a command look like? The line icons of ``resources/icons`` in a colour of the theme, mirrored where they point."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from timeline_app import assets

_SIZES = (16, 32)
# drawn for a left-to-right page; they turn with the direction of the page
_DIRECTED = frozenset({"undo", "redo", "next", "previous", "sidebar", "history"})
# the same drawing, turned round
_TURNED = {"redo": "undo", "previous": "next"}


@cache
def icon(name: str, colour: str, *, rtl: bool, disabled: str = "") -> QIcon:
    """An icon by the name of its file, in a colour ``#RRGGBB``; ``disabled`` is the colour while it cannot be used."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size, rtl=rtl))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size, rtl=rtl), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, size: int, *, rtl: bool) -> QPixmap:
    """One drawing of an icon, ``size`` device pixels wide."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - late: start-up is measured

    source = assets.resource("icons", f"{_TURNED.get(name, name)}.svg").read_text("utf-8").replace("currentColor", colour)
    drawn = QPixmap(QSize(size, size))
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        if (name in _TURNED) != (rtl and name in _DIRECTED):
            painter.translate(size, 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(source.encode())).render(painter)
    return drawn


def application_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(assets.resource("icons", "timeline-app.svg")))
