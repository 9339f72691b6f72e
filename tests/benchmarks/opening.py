"""How long from a large dossier on the disk to its first paint? ``--json`` prints one object on the last line.

A dossier of ``--events`` events in ``--articles`` articles (those of ``editing.py``) is opened in the real window, offscreen,
each time in a process of its own. ``first_paint_ms`` counts from the wish to the end of the first frame of the timeline that
holds its events; ``read_ms`` is what it takes to read the file into a state, ``floor_ms`` to read the bytes of the file.
``whole_ms`` is when every pane is painted and nothing is left to be done.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

FEW = 1000  # events that only the large dossier has


def main() -> None:
    asked = arguments()
    if asked.open is not None:
        print(json.dumps(opened(asked.open)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.timeline"
        build(path, asked.articles, asked.events)
        homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), folder)
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **homes}
        command = [sys.executable, __file__, "--open", str(path)]
        runs = []
        for _ in range(asked.runs):
            done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
            runs.append(json.loads(done.stdout.splitlines()[-1]))
        size = path.stat().st_size
    found = {name: round(median(run[name] for run in runs), 1) for name in runs[0]}
    print(json.dumps({"events": asked.events, "articles": asked.articles, "file_mb": round(size / 1e6, 1), **found}))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--open", type=Path, help="open this dossier once, and say how long it took")
    parser.add_argument("--json", action="store_true", help="for the other benchmarks' sake: the output is JSON anyway")
    return parser.parse_args()


def build(path: Path, articles: int, events: int) -> None:
    """A dossier as it is after its articles were analysed."""
    from editing import analysed, article_with

    from timeline_app.storage.dossier_file import Contents, create

    made = tuple(article_with(number, events // articles + 1) for number in range(articles))
    create(path, Contents(made, (), {"key": analysed(made, events)}))


def opened(path: Path) -> dict[str, float]:
    """Milliseconds of one opening, in a window that stands there already."""
    started = perf_counter()
    path.read_bytes()
    bare = perf_counter() - started
    painted, reading = watch()
    from timeline_app.ui import application as program
    from timeline_app.ui.settings import MemoryStore, Settings

    application = program.make_application()
    window = program.open_window(MemoryStore(Settings(motion=False)), ())
    window.resize(1600, 1000)
    window.show()
    while not window.furnished:
        application.processEvents()
    for _ in range(5):
        application.processEvents()
    reading.clear()
    asked, worked = perf_counter(), process_time()
    window.session.open_paths((path,))
    while not painted:
        application.processEvents()
    application.processEvents()
    ended = perf_counter()
    window.session.close()
    window.close()
    return {
        "first_paint_ms": (painted[0][0] - asked) * 1000,
        "first_paint_cpu_ms": (painted[0][1] - worked) * 1000,
        "read_ms": reading[0] * 1000,
        "whole_ms": (ended - asked) * 1000,
        "floor_ms": bare * 1000,
    }


def watch() -> tuple[list[tuple[float, float]], list[float]]:
    """When a frame with many events was painted (by the clock and by the processor), and how long files took to read."""
    from timeline_app.services.workspace import Workspace
    from timeline_app.ui.timeline.view import TimelineView

    painted: list[tuple[float, float]] = []
    reading: list[float] = []
    paint, read = TimelineView.paintEvent, Workspace.open

    def watched(view, event) -> None:
        paint(view, event)
        if len(view.stage.columns) > FEW:
            painted.append((perf_counter(), process_time()))

    def timed(*parts, **rest):
        begun = perf_counter()
        work = read(*parts, **rest)
        reading.append(perf_counter() - begun)
        return work

    TimelineView.paintEvent, Workspace.open = watched, timed
    return painted, reading


if __name__ == "__main__":
    sys.exit(main())
