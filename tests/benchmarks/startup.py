"""How long until the window is painted, and until the sample's cards are visible, beside a minimal window in the same run?

``--json`` alone matters to scripts: the last line is one JSON object with ``window_ms``, ``events_ms`` and ``minimal_ms``,
medians over ``--runs`` starts of each, taken in turns so that a busy machine disturbs all three alike.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MINIMAL = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print("painted", time.monotonic(), flush=True)
        QTimer.singleShot(0, QApplication.quit)
application = QApplication([])
window = Window()
window.resize(1600, 1000)
window.show()
application.exec()
"""

PROGRAM = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from timeline_app.ui import application as program
from timeline_app.ui.settings import FileStore

class Watch(QObject):
    def __init__(self, window):
        super().__init__(window)
        self.window, self.seen, self.drawn = window, False, 0
        window.centralWidget().installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.painted)
        return False
    def painted(self):
        print("painted", time.monotonic(), flush=True)
        self.wait()
    def wait(self):
        if len(self.window.session.index) == 0:
            QTimer.singleShot(0, self.wait)
            return
        print("events", self.drawn or time.monotonic(), flush=True)
        self.furnished()
    def furnished(self):
        if not self.window.furnished:
            QTimer.singleShot(0, self.furnished)
            return
        QApplication.processEvents()
        print("whole", time.monotonic(), flush=True)
        QApplication.quit()

# the moment the canvas has painted a frame that holds events
from timeline_app.ui.timeline.pane import TimelinePane
make = TimelinePane._make
def watched_make(pane):
    from timeline_app.ui.timeline.view import TimelineView
    paint = TimelineView.paintEvent
    def painted(view, event):
        paint(view, event)
        if watch.drawn == 0 and len(window.session.index):
            watch.drawn = time.monotonic()
    TimelineView.paintEvent = painted
    make(pane)
TimelinePane._make = watched_make

run = program.make_application()
window = program.open_window(FileStore(), ())
watch = Watch(window)
window.show()
run.exec()
"""


def started(code, environment):
    begin = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=20)
    lines = [line.split() for line in done.stdout.splitlines()]
    return {name: (float(at) - begin) * 1000 for name, at in lines}


def measure(runs):
    with tempfile.TemporaryDirectory() as folder:
        homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), folder)
        environment = {**os.environ, **homes, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        first = started(PROGRAM, environment)
        minimal, window, events, whole = [], [], [], []
        for _ in range(runs):
            minimal.append(started(MINIMAL, environment)["painted"])
            found = started(PROGRAM, environment)
            window.append(found["painted"])
            events.append(found["events"])
            whole.append(found["whole"])
    return {
        "window_ms": round(statistics.median(window), 1),
        "events_ms": round(statistics.median(events), 1),
        "whole_ms": round(statistics.median(whole), 1),
        "minimal_ms": round(statistics.median(minimal), 1),
        "window_ratio": round(statistics.median(window) / statistics.median(minimal), 2),
        "events_ratio": round(statistics.median(events) / statistics.median(minimal), 2),
        "first_events_ms": round(first["events"], 1),
        "runs": runs,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    found = measure(options.runs)
    if not options.json:
        print(f"window {found['window_ratio']} x, events {found['events_ratio']} x a minimal window ({found['minimal_ms']} ms)")
    print(json.dumps(found))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
