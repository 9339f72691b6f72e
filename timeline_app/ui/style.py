"""How is the window dressed? The style sheet, palette and font of a theme at a font size."""

from __future__ import annotations

from functools import cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from timeline_app import assets
from timeline_app.ui.fonts import LARGE, NORMAL, SMALL, interface_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from timeline_app.ui.theme import Theme


def dress(application: QApplication, theme: Theme, scale: int) -> None:
    """Give the whole application a theme and a font size in percent."""
    application.setStyle("Fusion")
    application.setFont(interface_font(scale=scale))
    application.setPalette(palette(theme))
    application.setStyleSheet(sheet(theme, scale))


def grown(width: int, scale: int) -> int:
    """A pane's width at a font size in percent: it grows half as fast as the text, which wraps."""
    return round(width * (100 + (scale - 100) / 2) / 100)


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette: for what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.panel),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.ink),
        (role.Button, theme.card),
        (role.ButtonText, theme.ink),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.quiet),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.ink),
        (role.Link, theme.accent),
        (role.Accent, theme.accent),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.dimmed))
    return made


def sheet(theme: Theme, scale: int) -> str:
    """The style sheet with the theme's colours and sizes filled in."""
    colours = {name: value for name in theme.__slots__ if isinstance(value := getattr(theme, name), str)}
    sizes = {name: round(size * scale / 100) for name, size in (("small", SMALL), ("normal", NORMAL), ("large", LARGE + 2))}
    # a radius larger than half the height is not drawn at all
    sizes |= {"pill": 6 + round(sizes["normal"] * 0.6), "chip": 1 + round(sizes["small"] * 0.7), "box": 2 + sizes["normal"]}
    drawings = assets.resource("themes").as_posix()  # of arrows and ticks, in the colours of each theme
    return _template().substitute(colours, here=drawings, **{name: str(size) for name, size in sizes.items()})


@cache
def _template() -> Template:
    return Template(assets.resource("themes", "window.qss").read_text("utf-8"))
