"""Does the window stutter while articles are analysed? ``--json`` prints one object on the last line.

``--articles`` articles are dropped on the real window, offscreen, while its timeline is panned without a pause. The event loop
is asked to turn every few milliseconds: ``gap_ms`` is the longest time in which it did not, from the drop to the first paint
of the events; ``gap_p99_ms`` that of all turns. ``gap_cpu_ms`` and ``second_gap_cpu_ms`` are the longest in time of the
processor, for a machine that others use too. ``idle_gap_ms`` is the longest while nothing is analysed and the same panning
goes on, in the same run.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter, thread_time

import bare

SENTENCES = (
    "وانعقدت الدورة العادية للمجلس في مدينة مراكش يوم {day} نونبر {year} بحضور ممثلين عن {count} دولة. ",
    "وأعلنت الوزارة أن الأشغال ستبدأ بعد أسبوعين من توقيع الاتفاقية مع الشركة المشرفة على المشروع. ",
    "وكان المكتب قد افتتح مقره الجديد سنة {year} قبل أن ينتقل إلى العاصمة في مارس من السنة الموالية. ",
    "ويرتقب أن تصل القافلة الأولى يوم الاثنين {day} نونبر على الساعة العاشرة صباحا حسب بلاغ الجماعة. ",
    "وقال رئيس الجمعية إن عدد المستفيدين بلغ {count} شخصا منذ انطلاق البرنامج في {day} ماي {year}. ",
)


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory() as folder:
        bare.dwell_in(folder)
        articles = Path(folder) / "articles"
        articles.mkdir()
        written = sum(write(articles / f"{number}.txt", number) for number in range(asked.articles))
        with bare.window() as (application, window):
            print(json.dumps({"articles": asked.articles, "characters": written, **watched(application, window, articles)}))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--json", action="store_true", help="for the other benchmarks' sake: the output is JSON anyway")
    return parser.parse_args()


def write(path: Path, number: int) -> int:
    """An article of about 3,000 characters; how many it has."""
    chance = random.Random(number)
    sentences = chance.choices(SENTENCES, k=34)
    said = [
        one.format(day=chance.randint(1, 28), year=chance.randint(1990, 2025), count=chance.randint(3, 900)) for one in sentences
    ]
    text = f"مراكش في {chance.randint(1, 28)} دجنبر 2025\n\n" + "".join(said)
    path.write_text(text, "utf-8")
    return len(text)


def watched(application, window, folder: Path) -> dict[str, float]:
    """The turns of the event loop while the folder is read and analysed, and while nothing is."""
    from PySide6.QtCore import QEventLoop

    session, view = window.session, window.timeline.view

    def turn(act) -> tuple[float, float]:
        begun, worked = perf_counter(), thread_time()
        act()
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        return (perf_counter() - begun) * 1000, (thread_time() - worked) * 1000

    def turns(done) -> list[tuple[float, float]]:
        found = []
        while not done():
            by = 3.0 if len(found) % 200 < 100 else -3.0
            found.append(turn(lambda by=by: view.pan_by(by, animated=False)))
        return found

    until = perf_counter() + 3.0
    idle = turns(lambda: perf_counter() > until)
    before, begun = len(session.index), perf_counter()
    busy = [turn(lambda: session.open_paths((folder,)))]
    busy += turns(lambda: len(session.index) > before and not session.opening.busy)
    settle = perf_counter() + 1.0
    busy += turns(lambda: perf_counter() > settle)
    taken = perf_counter() - begun
    ranked, quiet = sorted(wall for wall, _ in busy), sorted(wall for wall, _ in idle)
    worked = sorted(cpu for _, cpu in busy)
    return {
        "events": len(session.index),
        "seconds": round(taken, 1),
        "gap_ms": round(ranked[-1], 1),
        "gap_cpu_ms": round(worked[-1], 1),
        "second_gap_cpu_ms": round(worked[-2], 1),
        "gap_p99_ms": round(ranked[int(len(ranked) * 0.99)], 1),
        "idle_gap_ms": round(quiet[-1], 1),
        "idle_gap_p99_ms": round(quiet[int(len(quiet) * 0.99)], 1),
    }


if __name__ == "__main__":
    sys.exit(main())
