"""How fast is the timeline under the hand? Drives the real widget offscreen and prints one JSON object on its last line.

``--events N`` events in twelve lanes over 160 years, a fifth of them ranges, titles of 28 Arabic letters, from a seeded
generator. Frames are ``repaint()`` of the widget, layout included: panning at three zooms, zooming in and out, everything.
Hovering is what the window paints for it, from the pointer to the end of the paint; where nothing is painted there is no
frame. ``cold_ms`` is the very first frame, with no type set and no card painted yet.

The floor is what no timeline can go below, measured in the same run: clearing the window and drawing one layer of cached
labels. ``p95_cpu_ms`` is the time of the processor alone, for a machine that others use too. ``bytes_per_event`` is what the
events and their view take beyond those of a thousand, measured by the same program before: the pixels of the window, faces
and glyphs are there with any number.
"""

from __future__ import annotations

import argparse
import cProfile
import ctypes
import gc
import json
import os
import pstats
import random
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.layout.columns import columns
from timeline_app.ui import fonts
from timeline_app.ui.theme import load_theme
from timeline_app.ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from collections.abc import Callable

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--events", type=int, default=100_000)
parser.add_argument("--scale", type=float, default=1.0, help="device pixels to a pixel")
parser.add_argument("--lanes", default="source", choices=("source", "packed"))
parser.add_argument("--size", default="1920x1080")
parser.add_argument("--shots", type=Path, help="a folder for a picture of each kind of frame")
parser.add_argument("--profile", metavar="KIND", help="profile the frames whose kind begins so")
parser.add_argument("--memory", action="store_true", help="print the bytes that events and view take, and nothing else")
parser.add_argument("--json", action="store_true", help="accepted for likeness with the other benchmarks; always on")
arguments = parser.parse_args()

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LANES = 12
FEW = 1000
SPAN = 160 * 365.25
FIRST = 681_000.0


def resident() -> int:
    """The memory of this process in bytes, after what was freed is given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def titles(count: int, letters: random.Random) -> list[str]:
    """Titles of 28 letters in four or five words of a vocabulary of 4,000."""
    words = ["".join(letters.choices(LETTERS, k=letters.randint(3, 8))) for _ in range(4000)]
    made = []
    for _ in range(count):
        title = " ".join(letters.choices(words, k=6))
        made.append(title[:28].strip())
    return made


def events(count: int):
    """The columns, and how many bytes they take with everything the view makes of them is counted by the caller."""
    numbers = np.random.default_rng(7)
    start = FIRST + np.floor(numbers.beta(3, 1.2, count) * SPAN)
    long = numbers.random(count) < 0.2
    end = start + np.where(long, 1 + np.ceil(numbers.exponential(20, count)), 1.0)
    return columns(
        start,
        end,
        titles(count, random.Random(7)),
        hue=numbers.integers(0, 8, count),
        lane=numbers.integers(0, LANES, count),
        weight=numbers.random(count),
        sources=numbers.integers(1, 6, count),
        lanes=tuple(f"مصدر {k + 1}" for k in range(LANES)),
    )


class Canvas(TimelineView):
    """The real widget, which counts how often it paints."""

    painted = 0

    def paintEvent(self, event) -> None:
        """As ever."""
        super().paintEvent(event)
        self.painted += 1


class Frames:
    """Paints frames and remembers how long each took."""

    def __init__(self, view: Canvas) -> None:
        self.view = view
        self.taken: dict[str, list[float]] = {}
        self.worked: list[float] = []
        self.profile = cProfile.Profile() if arguments.profile else None

    def take(self, name: str, frame: Callable[[], object] | None = None) -> None:
        frame = frame or self.view.repaint
        if self.profile is not None and name.startswith(arguments.profile):
            self.profile.runcall(frame)
            return
        before, worked, started = self.view.painted, thread_time(), perf_counter()
        frame()
        taken, worked = perf_counter() - started, thread_time() - worked
        if self.view.painted > before:
            self.worked.append(worked * 1000)
            self.taken.setdefault(name, []).append(taken * 1000)

    def hover(self, at: QPointF) -> None:
        self.view.hover_at(at)
        QApplication.processEvents()

    def shot(self, name: str) -> None:
        if arguments.shots:
            arguments.shots.mkdir(parents=True, exist_ok=True)
            while self.view.stage.composer.pending:
                self.view.repaint()
            self.view.grab().save(str(arguments.shots / f"{name}.png"))


def drive(view: Canvas, frames: Frames) -> None:
    """At least 600 frames of what a hand does."""
    stage = view.stage
    for _ in range(60):
        view.show_scale(stage.all())
        frames.take("fit-all")
    frames.shot("fit-all")
    for share in (0.3, 0.03, 0.002):
        view.show_scale(stage.all().zoomed(1 / share, view.width() * 0.35))
        frames.take("jump")
        for step in range(130):
            view.show_scale(stage.view().panned(9.0 if step % 50 < 40 else -21.0))
            frames.take(f"pan {share}")
        frames.shot(f"pan-{share}")
    view.show_scale(stage.all())
    for direction in (1.05, 1 / 1.05):
        for _ in range(110):
            view.show_scale(stage.view().zoomed(direction, view.width() * 0.42))
            frames.take("zoom in" if direction > 1 else "zoom out")
    view.show_scale(stage.all().zoomed(30, view.width() * 0.4))
    frames.take("jump")
    while view.stage.composer.pending:
        QApplication.processEvents()
    for step in range(400):
        at = QPointF(40 + step * 15.3 % view.width(), 60 + step * 7.7 % (view.height() - 160))
        frames.take("hover", lambda at=at: frames.hover(at))


def floor(width: int, height: int, ratio: float) -> float:
    """Clearing the window and one layer of a hundred cached labels: median milliseconds."""
    label = QPixmap(int(160 * ratio), int(20 * ratio))
    label.setDevicePixelRatio(ratio)
    label.fill(Qt.GlobalColor.transparent)
    with QPainter(label) as painter:
        painter.setFont(fonts.interface_font(13))
        painter.drawText(QRectF(0, 0, 160, 20), "انعقاد الدورة الثالثة والتسعين")

    class Bare(QWidget):
        def paintEvent(self, event) -> None:
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), QColor("#FBF8F2"))
                for k in range(100):
                    painter.drawPixmap(QPointF(k % 10 * 185, k // 10 * 90), label)

    bare = Bare()
    bare.resize(width, height)
    bare.show()
    QApplication.processEvents()
    taken = []
    for _ in range(60):
        started = perf_counter()
        bare.repaint()
        taken.append((perf_counter() - started) * 1000)
    bare.close()
    return statistics.median(taken)


def of_few() -> int:
    """What the view of a few events takes, in bytes."""
    command = [sys.executable, __file__, "--events", str(FEW), "--scale", str(arguments.scale), "--memory"]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    application = QApplication(sys.argv[:1])
    fonts.load_interface_fonts()
    width, height = (int(part) for part in arguments.size.split("x"))
    lowest = floor(width, height, arguments.scale)
    view = Canvas(load_theme("light"))
    view.resize(width, height)
    view.set_options(motion=False, lanes=arguments.lanes)
    view.show()
    application.processEvents()
    before = resident()
    made = events(arguments.events)
    started = perf_counter()
    view.set_columns(made)
    opened = (perf_counter() - started) * 1000
    started = perf_counter()
    view.repaint()
    cold = (perf_counter() - started) * 1000
    grown = resident() - before
    if arguments.memory:
        print(grown)
        return
    frames = Frames(view)
    drive(view, frames)
    if frames.profile is not None:
        pstats.Stats(frames.profile).sort_stats("tottime").print_stats(25)
    taken = sorted(time for times in frames.taken.values() for time in times)
    for name, times in frames.taken.items():
        rank = sorted(times)
        middle, high = statistics.median(times), rank[int(len(rank) * 0.95)]
        print(f"{name:12} {len(times):4} frames, median {middle:6.2f}, p95 {high:6.2f}, worst {rank[-1]:6.2f}")
    found = {
        "events": arguments.events,
        "scale": arguments.scale,
        "lanes": arguments.lanes,
        "frames": len(taken),
        "median_ms": round(statistics.median(taken), 2),
        "p95_ms": round(taken[int(len(taken) * 0.95)], 2),
        "worst_ms": round(taken[-1], 2),
        "p95_cpu_ms": round(sorted(frames.worked)[int(len(taken) * 0.95)], 2),
        "floor_ms": round(lowest, 2),
        "set_columns_ms": round(opened, 1),
        "cold_ms": round(cold, 1),
        "bytes_per_event": round((grown - of_few()) / (arguments.events - FEW)) if arguments.events > FEW else None,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
