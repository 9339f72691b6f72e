"""How long from a large dossier on the disk to its first paint? ``--json`` prints one object on the last line.

A dossier of ``--events`` events (those of ``editing.py``, twenty an article) is opened in the real window, offscreen, each
time in a process of its own, after the window stands. Milliseconds by the clock, and by the processor (``_cpu_``) for a
machine that others use too; all count from the wish to open:

``first_paint_ms`` to the end of the first frame of the timeline that holds the events (the order of the events and what waits
for review stand by then); ``at_rest_ms`` until nothing is left to be painted; ``all_read_ms`` until every event was read, too,
which is done sparingly and not before the window stood for a while. ``longest_gap_ms``: meanwhile, the longest turn of the
event loop, by the processor. ``click_ms`` from choosing an event that was not read yet to its passage painted in the reader.
``floor_ms``: an empty dossier in the same window. ``bytes_ms`` to read the bytes of the file.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import bare

SIZES = (1000, 20_000, 100_000)
AN_ARTICLE = 20


def main() -> None:
    asked = arguments()
    if asked.open is not None:
        bare.dwell_in(asked.open.parent)
        print(json.dumps(opened(asked.open, asked.events[0])))
        return
    found = [measured(events, asked.runs) for events in asked.events]
    print(json.dumps({"sizes": found} if len(found) > 1 else found[0]))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--open", type=Path, help="open this dossier once, and say how long it took")
    parser.add_argument("--json", action="store_true", help="for the other benchmarks' sake: the output is JSON anyway")
    return parser.parse_args()


def measured(events: int, runs: int) -> dict[str, float]:
    """The medians of some openings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.timeline"
        build(path, events // AN_ARTICLE, events)
        command = [sys.executable, __file__, "--open", str(path), "--events", str(events)]
        done = [subprocess.run(command, capture_output=True, check=True, text=True).stdout for _ in range(runs)]
        size = path.stat().st_size
    found = [json.loads(said.splitlines()[-1]) for said in done]
    medians = {name: round(median(run[name] for run in found), 1) for name in found[0]}
    return {"events": events, "articles": events // AN_ARTICLE, "file_mb": round(size / 1e6, 1), **medians}


def build(path: Path, articles: int, events: int) -> None:
    """A dossier as it is after its articles were analysed."""
    from editing import analysed, article_with

    from timeline_app.storage.dossier_file import Contents, create

    made = tuple(article_with(number, events // articles + 1) for number in range(articles))
    found = analysed(made, events)
    in_time = tuple(sorted(found.events, key=lambda event: event.dates))  # as the program's own analysis has them
    create(path, Contents(made, (), {"key": replace(found, events=in_time)}))


def opened(path: Path, events: int) -> dict[str, float]:
    """One opening, in a window that stands there already."""
    from timeline_app.services.workspace import Workspace

    empties = [path.with_name(f"empty-{number}.timeline") for number in range(3)]
    for empty in empties:
        Workspace.new(empty).close()
    begun = perf_counter()
    path.read_bytes()
    read = (perf_counter() - begun) * 1000
    shown = paints()
    with bare.window() as (application, window):
        floors = [first_paint(application, window, empty, 0, shown) for empty in empties]  # the first imports what all need
        begun = now()
        first = first_paint(application, window, path, events, shown)
        while window.timeline.view.stage.composer.pending:
            application.processEvents()
        rest = since(begun)
        clicked = click(application, window)
        gap = read_ahead(application, window)
        whole = since(begun)
    return {
        "first_paint_ms": first[0],
        "first_paint_cpu_ms": first[1],
        "floor_ms": floors[-1][0],
        "floor_cpu_ms": floors[-1][1],
        "at_rest_ms": rest[0],
        "at_rest_cpu_ms": rest[1],
        "click_ms": clicked,
        "all_read_ms": whole[0],
        "longest_gap_ms": gap,
        "bytes_ms": read,
    }


def paints() -> list[tuple[int, float, float]]:
    """What frames of the timeline come to hold: how many events, and when it was painted."""
    from timeline_app.ui.timeline.view import TimelineView

    shown: list[tuple[int, float, float]] = []
    paint = TimelineView.paintEvent

    def watched(view, event) -> None:
        paint(view, event)
        shown.append((len(view.stage.columns), *now()))

    TimelineView.paintEvent = watched
    return shown


def first_paint(application, window, path: Path, events: int, shown: list) -> tuple[float, float]:
    """Milliseconds by the clock and by the processor until a frame holds the events of a dossier."""
    shown.clear()
    begun = now()
    window.session.open_paths((path,))
    window.timeline.view.update()  # an empty one has nothing to be painted anew
    while not any(count == events for count, *_ in shown):
        application.processEvents()
    return next((1000 * (wall - begun[0]), 1000 * (cpu - begun[1])) for count, wall, cpu in shown if count == events)


def click(application, window) -> float:
    """Select an event in the middle of the time, far from those in view, until its passage stands in the reader."""
    session = window.session
    begun = now()
    session.select([session.index.at(len(session.index) // 2)])
    application.processEvents()
    assert session.passage is not None
    return since(begun)[0]


def read_ahead(application, window) -> float:
    """Turn the event loop until every event was read; the longest turn by the processor, in milliseconds."""
    shelf, longest = window.session.state.analysis.events, 0.0
    some = range(0, len(shelf), max(1, len(shelf) // 500))
    while any(shelf.peek(place) is shelf for place in some):
        begun = now()
        application.processEvents()
        longest = max(longest, since(begun)[1])
    return longest


def now() -> tuple[float, float]:
    """The clock, and the time of the processor."""
    return perf_counter(), process_time()


def since(begun: tuple[float, float]) -> tuple[float, float]:
    """Milliseconds of both since then."""
    return tuple((there - here) * 1000 for there, here in zip(now(), begun, strict=True))


if __name__ == "__main__":
    sys.exit(main())
