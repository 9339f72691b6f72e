"""How long until a decision is shown, and a large dossier is open? ``--json`` prints one object on the last line.

A dossier of ``--articles`` articles and ``--events`` events is edited at random: an edit counts from the act to the state and
the change the panes refresh from, with the decision on the disk. Beside it, in the same run, a floor: one row inserted
into a bare SQLite file with the same journal and the same syncing.

Then the real window is opened on it offscreen, and edits count from the command until every pane in sight is refreshed and
painted (``shown_``): in time of the processor, for a machine that others use too; ``shown_wall_`` is the time of the clock;
``shown_by_kind`` gives median and p95 for each kind of decision, ``shown_by_page`` for each tab of the inspector that is open
meanwhile (in the review each decision goes on to the next article and event).
Their floor, in the same run: the same panes painted anew when nothing changed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import sys
import tempfile
import time
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles

from timeline_app.model import decision as d
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article, passage_of
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.decision import EventRef
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Evidence, Mention, Suggestion
from timeline_app.model.expression import Expression, Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import step
from timeline_app.model.term import Civil
from timeline_app.services.workspace import Workspace
from timeline_app.storage.dossier_file import Contents, create

SENTENCE = "وانعقدت الدورة رقم {n} للجمعية العامة في مدينة مراكش يوم {n} نونبر بحضور ممثلي الدول الأعضاء. "
FIRST_DAY = 735_000
PAGES = ("event", "events", "review", "undated")
KINDS = (
    *("accept", "reject", "rename", "redate", "note", "merge", "split"),
    *("attach", "create", "dismiss", "suggestion", "bulk", "undo", "redo"),
)


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(Path(folder) / name.lower())
        path = Path(folder) / "large.timeline"
        articles = tuple(article_with(number, asked.events // asked.articles + 1) for number in range(asked.articles))
        analysis = analysed(articles, asked.events)
        create(path, Contents(articles, (), {"key": analysis}))
        opening = [opened(path) for _ in range(3)]
        work = Workspace.open(path)
        assert len([*work.state.events.values()]) == asked.events  # all of them read, as the window has them after seconds
        edits = edited(work, asked.edits)
        work.close()
        del work, analysis, articles
        reopened = median(opened(path) for _ in range(3))
        bare = floor(Path(folder) / "bare.sqlite", asked.edits)
        size = path.stat().st_size
        shown = in_window(path, asked.shown)
    print(
        json.dumps(
            {
                "articles": asked.articles,
                "events": asked.events,
                "edits": len(edits),
                "median_ms": round(median(edits), 2),
                "p95_ms": round(quantiles(edits, n=20)[-1], 2),
                "worst_ms": round(max(edits), 2),
                "floor_ms": round(median(bare), 2),
                "floor_p95_ms": round(quantiles(bare, n=20)[-1], 2),
                "open_ms": round(median(opening), 1),
                "open_after_edits_ms": round(reopened, 1),
                "file_mb": round(size / 1e6, 1),
                **shown,
            }
        )
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--edits", type=int, default=400)
    parser.add_argument("--shown", type=int, default=280, help="edits in the window, of each kind as many")
    parser.add_argument("--json", action="store_true", help="for the other benchmarks' sake: the output is JSON anyway")
    return parser.parse_args()


def opened(path: Path) -> float:
    start = time.perf_counter()
    work = Workspace.open(path)
    taken = (time.perf_counter() - start) * 1000
    work.close()
    return taken


def timed(work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def article_with(number: int, sentences: int) -> Article:
    text = "".join(SENTENCE.format(n=number * 1000 + n) for n in range(sentences))
    digest = sha256(text.encode()).hexdigest()
    return Article(digest[:16], text, digest, f"{number}.txt", f"مقال {number}")


def analysed(articles: tuple[Article, ...], wanted: int) -> Analysis:
    events, readings, contradictions = [], [], []
    for number in range(wanted):
        source, place = articles[number % len(articles)], number // len(articles)
        reports = [report(source, place)]
        if number % 3 == 0 and place:
            reports.append(report(articles[(number + 1) % len(articles)], place - 1, day=reports[0].dates[0].first))
        name = f"e{number}"
        events.append(Event(name, reports[0].title, reports[0].dates, tuple(reports), "session", "مراكش", steps=reports[0].steps))
        if number % 20 == 0:
            contradictions.append(doubt(name, reports[0]))
    for source in articles:
        readings.append((source.id, tuple(reading(source, place) for place in range(wanted // len(articles)))))
    return Analysis("bench", articles, tuple(readings), tuple(events), tuple(contradictions))


def sentence_span(source: Article, place: int) -> Span:
    length = len(source.text) // (source.text.count(". ") or 1)
    return Span(place * length, min(len(source.text), (place + 1) * length - 2))


def report(source: Article, place: int, day: int | None = None) -> Mention:
    span = sentence_span(source, place)
    day = FIRST_DAY + int(source.id[:6], 16) % 3000 + place if day is None else day
    dates = (DateRange(day, day, certainty=Certainty.INFERRED),)
    steps = (step("year-from-publication", year=2025), step("weekday-agrees", weekday=1, day=day))
    where = passage_of(source, span)
    expression = Span(span.end - 30, span.end - 10)
    title = where.quote[:40]
    return Mention(f"m{source.id}{place}", where, expression=expression, dates=dates, title=title, kind="session", steps=steps)


def doubt(event: str, mention: Mention) -> Contradiction:
    sides = (Evidence(mention.passage, "24"),)
    meant = Suggestion((DateRange(FIRST_DAY, FIRST_DAY),), "24 نونبر", (step("weekday-agrees", weekday=1, day=FIRST_DAY),))
    return Contradiction(f"c{event}", ContradictionKind.WEEKDAY, step("weekday-conflict"), sides, meant, (event,), (mention.id,))


def reading(source: Article, place: int) -> Reading:
    span = sentence_span(source, place)
    words = Span(span.end - 30, span.end - 10)
    expression = Expression(words, "يوم 24 نونبر", TimexType.DATE, Civil(month=11, day=24), "day-month")
    day = FIRST_DAY + place
    return Reading(expression, "2025-11-24", (DateRange(day, day),), steps=(step("year-from-publication", year=2025),))


def edited(work: Workspace, edits: int) -> list[float]:
    chance, times = random.Random(7), []
    for number in range(edits):
        names = chance.sample(list(work.state.events), 3)
        act = an_act(work, chance, [EventRef(name) for name in names], number)
        if act == "undo":
            times.append(timed(work.undo))
        elif act == "redo":
            times.append(timed(work.redo))
        else:
            times.append(timed(lambda act=act: work.decide(act)))
    return times


def an_act(work: Workspace, chance: random.Random, refs: list[EventRef], number: int) -> object:
    """One of the acts, undoing twice as often as any other."""
    acts = acts_on(work, refs, number)
    return acts[chance.choice([*acts, "undo"])]


def acts_on(work: Workspace, refs: list[EventRef], number: int) -> dict[str, object]:
    """An act of each kind on three events, and the words for undoing and redoing."""
    one, other, third = refs
    mention = work.state.events[one.event].mentions[0]
    found = next(iter(work.state.contradictions.values()))
    return {
        "accept": d.AcceptEvent(one),
        "reject": d.RejectEvent(one),
        "rename": d.Rename(one, f"عنوان {number}"),
        "redate": d.Redate(one, (DateRange(FIRST_DAY + number, FIRST_DAY + number),), "typed"),
        "note": d.SetNote(one, f"ملاحظة {number}"),
        "merge": d.Merge(one, (other, third)),
        "split": d.Split(one, (mention.passage,), "جزء"),
        "attach": d.Attach(mention.passage, other),
        "create": d.CreateEvent(mention.passage, "جديد", mention.dates),
        "dismiss": d.DismissPassage(mention.passage),
        "suggestion": d.AcceptSuggestion(found.id, (found.evidence[0].passage,), found.suggestion.dates),
        "bulk": d.Bulk(tuple(d.RejectEvent(ref) for ref in refs)),
        "undo": "undo",
        "redo": "redo",
    }


def in_window(path: Path, edits: int) -> dict[str, object]:
    """Edits of events that are selected and in view, each until nothing is left to paint; and the floor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # the other figures are taken without Qt

    from timeline_app.ui import fonts
    from timeline_app.ui.jobs import looking_ahead
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.session import Session
    from timeline_app.ui.settings import MemoryStore, Settings

    application = QApplication([])
    fonts.load_interface_fonts()
    window = MainWindow(Session(MemoryStore(Settings(motion=False))))
    window.resize(1600, 1000)
    window.show()
    application.processEvents()
    session = window.session
    session.show_work(Workspace.open(path))
    for _ in looking_ahead(session.workspace):  # what the window reads by and by, seconds after a dossier was opened
        pass
    settle(application, window)
    chance, walls, idle = random.Random(11), [], []
    by_kind: dict[str, list[float]] = {}
    by_page: dict[str, list[float]] = {}
    several = [name for name, event in session.state.events.items() if len(event.mentions) > 1]
    for number in range(edits):
        kind = list(KINDS)[number % len(KINDS)]
        page = PAGES[number // len(KINDS) % len(PAGES)]
        window.inspector.show_page(PAGES.index(page))
        names = [chance.choice([name for name in several if name in session.state.events]), *chance.sample(order(session), 2)]
        session.select(names if kind in {"merge", "bulk"} else names[:1], current=names[0])
        if kind == "redo":
            session.undo()
        settle(application, window)
        do = command(window, kind) or partial(session.decide, acts_on(session.work, [*map(EventRef, names)], number)[kind])
        processor, wall = shown_after(do, application, window)
        by_kind.setdefault(kind, []).append(processor)
        by_page.setdefault(page, []).append(processor)
        walls.append(wall)
        idle.append(shown_after(lambda: [pane.update() for pane in panes(window)], application, window)[0])
    session.close()
    window.close()
    taken = [one for times in by_kind.values() for one in times]
    return {
        "shown_edits": edits,
        "shown_median_ms": round(median(taken), 1),
        "shown_p95_ms": round(quantiles(taken, n=20)[-1], 1),
        "shown_worst_ms": round(max(taken), 1),
        "shown_wall_p95_ms": round(quantiles(walls, n=20)[-1], 1),
        "shown_by_kind": {kind: middle_and_tail(times) for kind, times in by_kind.items()},
        "shown_by_page": {page: middle_and_tail(times) for page, times in by_page.items()},
        "shown_floor_ms": round(median(idle), 1),
        "shown_floor_p95_ms": round(quantiles(idle, n=20)[-1], 1),
    }


def order(session) -> list[str]:
    """The events that can be seen."""
    return session.index.order


def command(window, kind: str):
    """The command of the window that does it; None where it is done in a pane."""
    names = {"accept": "accept", "reject": "reject", "bulk": "reject", "merge": "merge", "split": "split"}
    name = names.get(kind, kind if kind in {"undo", "redo"} else "")
    return partial(window.commands.give, name) if name else None


def middle_and_tail(times: list[float]) -> list[float]:
    """Median and p95."""
    return [round(median(times), 1), round(quantiles(times, n=20)[-1], 1)]


def panes(window) -> tuple:
    return window.timeline.view, window.reader, window.articles, window.inspector


def shown_after(do, application, window) -> tuple[float, float]:
    """Milliseconds of the processor and of the clock until what ``do`` changed is painted."""
    processor, wall = time.process_time(), time.perf_counter()
    do()
    settle(application, window)
    return (time.process_time() - processor) * 1000, (time.perf_counter() - wall) * 1000


def settle(application, window) -> None:
    """Work off all events, until no card of the timeline is left to be painted."""
    application.processEvents()
    application.sendPostedEvents()
    while window.timeline.view.stage.composer.pending:
        application.processEvents()
    application.processEvents()


def floor(path: Path, edits: int) -> list[float]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, x TEXT)")
    times = [timed(lambda: connection.execute("INSERT INTO t (x) VALUES (?)", ("a decision " * 40,))) for _ in range(edits)]
    connection.close()
    return times


if __name__ == "__main__":
    sys.exit(main())
