"""Prints the accessibility tree of the one running program as JSON: role, name, states, place on the screen, children.

Run by the system's Python, which has the bindings of AT-SPI; the virtual environment has not.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

MOST_CHILDREN = 400
DEEPEST = 40


def node(accessible, depth=0):
    box = accessible.get_component_iface()
    extents = box.get_extents(Atspi.CoordType.SCREEN) if box else None
    states = accessible.get_state_set()
    out = {
        "role": accessible.get_role_name(),
        "name": accessible.get_name() or "",
        "description": accessible.get_description() or "",
        "showing": states.contains(Atspi.StateType.SHOWING),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "selected": states.contains(Atspi.StateType.SELECTED),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "box": [extents.x, extents.y, extents.width, extents.height] if extents else None,
        "children": [],
    }
    text = accessible.get_text_iface()
    if text and out["role"] in {"text", "entry", "label", "document text", "paragraph", "document frame"}:
        out["text"] = text.get_text(0, min(text.get_character_count(), 20000))
    if depth < DEEPEST:
        for index in range(min(accessible.get_child_count(), MOST_CHILDREN)):
            try:
                child = accessible.get_child_at_index(index)
                if child is not None:
                    out["children"].append(node(child, depth + 1))
            except GLib.GError:
                continue  # it went away while the tree was read
    return out


def main():
    Atspi.init()
    desktop = Atspi.get_desktop(0)
    deadline = time.monotonic() + float(sys.argv[1]) if len(sys.argv) > 1 else 0
    while desktop.get_child_count() == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
    json.dump([node(desktop.get_child_at_index(i)) for i in range(desktop.get_child_count())], sys.stdout, ensure_ascii=False)


main()
