"""Could a window open? Asked before Qt is, because Qt ends the whole program where it cannot."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from pathlib import Path

_OFFSCREEN = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs")


def usable() -> bool:
    """Whether Qt would find a display: one that answers, not merely one that is named."""
    if not sys.platform.startswith("linux"):
        return True
    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if wanted in _OFFSCREEN:
        return True
    if wanted != "xcb" and _wayland_answers():
        return True
    return wanted != "wayland" and bool(os.environ.get("DISPLAY")) and _x_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/run"), name)
    try:
        with socket.socket(socket.AF_UNIX) as door:
            door.settimeout(2)
            door.connect(str(path))
    except OSError:
        return False
    return True


def _x_answers() -> bool:
    """Connect as Qt does, by libxcb, which knows every form of DISPLAY and the keys it asks for."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)
