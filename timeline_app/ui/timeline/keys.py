"""What does each key do? Everything the mouse does, without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from timeline_app.ui.timeline.view import TimelineView

STEP = 0.18  # of the width, for an arrow
ZOOM = 1.4

_Key = Qt.Key
_NOUGHTS = {_Key.Key_0, 0x660, 0x6F0}  # as Arabic and Persian keyboards have it too
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


def pressed(view: TimelineView, event: QKeyEvent) -> bool:
    """Do what a key means; False when it means nothing here."""
    key, held = event.key(), event.modifiers()
    if held & _ALT:
        return _travelled(view, key) or _clustered(view, key)
    if key in _PANS:
        direction, share = _PANS[key]
        view.pan_by(direction * view.width() * share, animated=True)
    elif key in {_Key.Key_Plus, _Key.Key_Equal}:
        view.zoom_by(ZOOM, view.focus_x(), animated=True)
    elif key in {_Key.Key_Minus, _Key.Key_Underscore}:
        view.zoom_by(1 / ZOOM, view.focus_x(), animated=True)
    elif key in _NOUGHTS:
        view.fit_all()
    elif key in {_Key.Key_Home, _Key.Key_End}:
        view.go_to_end(later=key == _Key.Key_End)
    elif key in {_Key.Key_Up, _Key.Key_Down}:
        return view.choosing.step(-1 if key == _Key.Key_Up else 1, extend=bool(held & _SHIFT))
    elif key in {_Key.Key_F, _Key.Key_Asterisk}:
        view.fit_selection()
    elif key == _Key.Key_A and held & _CTRL:
        view.choosing.choose_all()
    elif key in {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space}:
        return view.choosing.open_current()
    elif key == _Key.Key_Escape and (view.stage.selected or view.choosing.cluster):
        view.choosing.choose_none()
    else:
        return False
    return True


def _travelled(view: TimelineView, key: int) -> bool:
    back = _Key.Key_Right if view.layoutDirection() == Qt.LayoutDirection.RightToLeft else _Key.Key_Left
    if key == back:
        view.back()
    elif key in {_Key.Key_Left, _Key.Key_Right}:
        view.forward()
    else:
        return False
    return True


def _clustered(view: TimelineView, key: int) -> bool:
    return key in {_Key.Key_Up, _Key.Key_Down} and view.choosing.step_cluster(-1 if key == _Key.Key_Up else 1)


# an arrow moves the view to its own side, so the content goes the other way; in right-to-left the left arrow goes later
_PANS: dict[int, tuple[int, float]] = {
    _Key.Key_Left: (1, STEP),
    _Key.Key_Right: (-1, STEP),
    _Key.Key_PageUp: (-1, 0.85),
    _Key.Key_PageDown: (1, 0.85),
}
