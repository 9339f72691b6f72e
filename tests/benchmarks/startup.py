"""How long until the window is painted, and until the sample's cards are visible, beside a minimal window in the same run?

Three starts are taken in turns, so that a busy machine disturbs all alike: a minimal window, the very first start of the
program on a computer (no folder of its own yet; built as ``make run`` builds it), and any later start. The last line is one
JSON object: medians over ``--runs`` in milliseconds, ``first_window_ms`` and so on for the very first start, and as
``..._ratio`` over ``minimal_ms``. ``unread_events_ms`` is one first start without the sample read when the program was built.
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

ROOT = Path(__file__).resolve().parents[2]
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


def environment(folder):
    homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), folder)
    return {**os.environ, **homes, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def first_start(code=PROGRAM):
    with tempfile.TemporaryDirectory() as folder:
        return started(code, environment(folder))


def built():
    """What ``make run`` does before the first start."""
    for module in (["compileall", "-q", "timeline_app"], ["timeline_app.services.sample"]):
        subprocess.run([sys.executable, "-m", *module], cwd=ROOT, check=True)


def measure(runs):
    built()
    unread = first_start("from timeline_app.services import sample\nsample._place = lambda: sample.Path()\n" + PROGRAM)
    minimal, first, later = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        started(PROGRAM, environment(folder))
        for _ in range(runs):
            minimal.append(started(MINIMAL, environment(folder))["painted"])
            later.append(started(PROGRAM, environment(folder)))
            first.append(first_start())
    least = statistics.median(minimal)
    result = {"runs": runs, "minimal_ms": round(least, 1), "unread_events_ms": round(unread["events"], 1)}
    for before, starts in (("", later), ("first_", first)):
        for name, key in (("window", "painted"), ("events", "events"), ("whole", "whole")):
            median = statistics.median(start[key] for start in starts)
            result |= {f"{before}{name}_ms": round(median, 1), f"{before}{name}_ratio": round(median / least, 2)}
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    found = measure(options.runs)
    if not options.json:
        for before, start in (("", "later starts"), ("first_", "the very first start")):
            window, events = found[f"{before}window_ratio"], found[f"{before}events_ratio"]
            print(f"{start}: window {window} x, cards {events} x a minimal window ({found['minimal_ms']} ms)")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
