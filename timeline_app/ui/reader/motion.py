"""How does the reader move? A glide to a place of the page, and a passage that lights up for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, QVariantAnimation, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar

    from timeline_app.model.span import Span

_GLIDE_MS, _PULSE_MS = 180, 900


class Glide(QPropertyAnimation):
    """Scrolls smoothly; a new place, the wheel or ``stop`` interrupts it."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar, b"value", bar)
        self._bar = bar
        self.setDuration(_GLIDE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    def go(self, target: int, *, smoothly: bool) -> None:
        """Scroll to a value of the bar."""
        self.stop()
        if not smoothly or target == self._bar.value():
            self._bar.setValue(target)
            return
        self.setStartValue(self._bar.value())
        self.setEndValue(target)
        self.start()


class Pulse(QObject):
    """Words that light up and fade; ``changed`` asks for another picture of them."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.span: Span | None = None
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_PULSE_MS)
        self._fade.valueChanged.connect(self.changed)
        self._fade.finished.connect(self.stop)

    @property
    def strength(self) -> float:
        """From 1 to 0."""
        return float(self._fade.currentValue())

    def begin(self, span: Span) -> None:
        """Let these words light up."""
        self._fade.stop()
        self.span = span
        self._fade.start()

    def stop(self) -> None:
        """Let nothing light up any more."""
        self._fade.stop()
        self.span = None
        self.changed.emit()
