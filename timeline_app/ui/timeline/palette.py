"""Which colours does the canvas use? The theme's, as Qt wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from timeline_app.layout.columns import HUES

if TYPE_CHECKING:
    from timeline_app.ui.theme import Theme


SEEN = 3.0


class Palette:
    """The colours of a theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self.dark = QColor(theme.paper).lightness() < 128
        self.paper, self.panel, self.card = QColor(theme.paper), QColor(theme.panel), QColor(theme.card)
        self.ink, self.quiet, self.hairline = QColor(theme.ink), QColor(theme.quiet), QColor(theme.hairline)
        self.accent, self.on_accent = QColor(theme.accent), QColor(theme.on_accent)
        self.contradiction, self.selection = QColor(theme.contradiction), QColor(theme.selection)
        self.hues = [QColor(theme.hues[name]) for name in HUES]
        self.bars = [self.mixed(hue, self.paper, 0.82) for hue in self.hues]
        self.faded = [self.seen(hue, self.paper) for hue in self.hues]
        self.grid = self.mixed(self.hairline, self.paper, 0.62)
        self.line = self.mixed(self.quiet, self.paper, 0.45)
        self.pill = self.mixed(self.hairline, self.card, 0.6)

    def shade(self, alpha: int) -> QColor:
        """A shadow of a strength of 0 to 255."""
        return QColor(0, 0, 0, alpha * 3 if self.dark else alpha)

    def faint(self, colour: QColor, alpha: int) -> QColor:
        """A colour let through."""
        return QColor(colour.red(), colour.green(), colour.blue(), alpha)

    def mixed(self, colour: QColor, ground: QColor, share: float) -> QColor:
        """A colour as it looks when it covers a share of the ground."""
        keep = 1 - share
        return QColor(
            round(colour.red() * share + ground.red() * keep),
            round(colour.green() * share + ground.green() * keep),
            round(colour.blue() * share + ground.blue() * keep),
        )

    def seen(self, colour: QColor, ground: QColor) -> QColor:
        """A colour as pale as it may be to be seen on a ground: 3 to 1 (WCAG 2.2, 1.4.11)."""
        shares = (share / 50 for share in range(20, 51))
        found = (self.mixed(colour, ground, share) for share in shares)
        return next((one for one in found if _contrast(one, ground) >= SEEN), colour)

    def paling(self, colour: QColor, box: QRectF) -> QBrush:
        """A brush that pales towards both ends of a standing stroke."""
        gradient = QLinearGradient(box.topLeft(), box.bottomLeft())
        for at, alpha in ((0.0, 20), (0.35, 255), (0.65, 255), (1.0, 20)):
            gradient.setColorAt(at, self.faint(colour, alpha))
        return QBrush(gradient)

    def paling_away(self, colour: QColor, box: QRectF, *, to_left: bool) -> QBrush:
        """A brush that pales towards one end of a lying stroke."""
        gradient = QLinearGradient(box.topRight() if to_left else box.topLeft(), box.topLeft() if to_left else box.topRight())
        gradient.setColorAt(0.0, self.faint(colour, 210))
        gradient.setColorAt(1.0, self.faint(colour, 0))
        return QBrush(gradient)

    def soft(self, colour: QColor, box: QRectF, edge: float) -> QBrush:
        """A brush for a lying bar whose ends fade over ``edge`` pixels."""
        share = min(edge / max(box.width(), 1.0), 0.5)
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        for at, alpha in ((0.0, 0), (share, 255), (1.0 - share, 255), (1.0, 0)):
            gradient.setColorAt(at, self.faint(colour, alpha))
        return QBrush(gradient)


def _contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2.2 measures it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
