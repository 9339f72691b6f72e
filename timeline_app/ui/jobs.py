"""How is long work done while the window stays alive? Small work at once, large work in a process of its own.

A thread would not do: Python text work holds the interpreter and the window stutters. The process is spawned (never
forked: Qt is running) and sends its progress through a pipe; leaving the pipe's end is how it is told to stop. What must be
done here, because its values live here, is done in steps, between two of which the window lives.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime
    from multiprocessing.process import BaseProcess

    from timeline_app.model.analysis import Analysis
    from timeline_app.services.workspace import Workspace
    from timeline_app.ui.index import Index
    from timeline_app.wording import Wording

_EVERY_MS = 40
_POLITE = 5
_SLICE_S = 0.008
# what nobody waits for leaves the window most of each frame
_SPARING_S, _SPARING_MS = 0.003, 12
_A_LOT = 100
Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work has come. ``doing`` is a msgid; ``total`` 0 means unknown."""

    done: int
    total: int
    doing: str


class Job(QObject):
    """One piece of work in another process: ``finished(value)``, ``failed(Problem)`` or neither after ``cancel``.

    ``work`` names a function as ``package.module:function``; it is called with the arguments and a report function
    ``(done, total, doing)`` as its last one.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: str, arguments: tuple[Any, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._asked = work, arguments
        self._process: BaseProcess | None = None
        self._ours: Connection | None = None
        self._timer = QTimer(self, interval=0)  # the process is started in a turn of its own: that takes as long as a frame
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def cancel(self) -> None:
        """Stop; nothing is delivered any more."""
        if self._process is not None:
            self._process.terminate()
        self._end()

    def _begin(self) -> Connection:
        work, arguments = self._asked
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        asked, asking = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(theirs, work, asked), daemon=True)
        self._process.start()
        theirs.close()
        asked.close()
        # a thread, for the other process takes nothing before it has started: the window would stand still until then
        Thread(target=_hand_over, args=(asking, arguments), daemon=True).start()
        self._timer.setInterval(_EVERY_MS)
        return ours

    def _look(self) -> None:
        if self._ours is None:
            self._ours = self._begin()
        news = None
        while self._ours.poll():
            try:
                kind, value = self._ours.recv()
            except EOFError:
                kind, value = "failed", Problem("work-broken-off")
            if kind == "progress":
                news = Progress(*value)
                continue
            self._timer.stop()
            # in a turn of its own: what was brought and what is made of it take a frame each
            QTimer.singleShot(0, self, partial(self._deliver, kind, value))
            return
        if news is not None:
            self.progressed.emit(news)

    def _deliver(self, kind: str, value: object) -> None:
        if self._ours is None or self._ours.closed:  # cancelled meanwhile
            return
        self._end()
        (self.finished if kind == "done" else self.failed).emit(value)

    def _end(self) -> None:
        self._timer.stop()
        if self._ours is not None:
            self._ours.close()  # the process ends by itself: waiting for that would be felt
        self.ended.emit()
        self.deleteLater()


class Slices(QObject):
    """One piece of work in steps, some of them at a time: ``finished(value)``, or neither that nor anything after ``cancel``."""

    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, steps: Generator[None, None, Any], parent: QObject, *, sparing: bool = False) -> None:
        """``sparing``: nobody waits for it."""
        super().__init__(parent)
        self._steps = steps
        self._enough = _SPARING_S if sparing else _SLICE_S
        self._timer = QTimer(self, interval=_SPARING_MS if sparing else 0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def cancel(self) -> None:
        """Stop; nothing is delivered any more."""
        self._end()

    def _go_on(self) -> None:
        enough = perf_counter() + self._enough
        try:
            while perf_counter() < enough:
                next(self._steps)
        except StopIteration as end:
            self._end()
            self.finished.emit(end.value)
        except Problem as problem:
            self._end()
            self.failed.emit(problem)

    def _end(self) -> None:
        self._timer.stop()
        self.ended.emit()
        self.deleteLater()


def read(paths: tuple[str, ...], report: Report) -> Any:
    """Work for a job: the articles of some paths, and the problems of those left out."""
    from timeline_app.services.intake import read_paths  # noqa: PLC0415 - runs in the other process

    refused: list[Problem] = []
    articles = read_paths(
        paths, progress=lambda done, total: report(done, total, "Reading files"), refused=refused.append, lenient=True
    )
    return articles, tuple(refused)


def analyse(articles: tuple[Any, ...], report: Report) -> Any:
    """Work for a job: the analysis of articles, packed: the window unpacks it in steps, a pickle it would have to take whole."""
    from timeline_app.services.analysing import analyse as found  # noqa: PLC0415 - runs in the other process
    from timeline_app.storage.payload import analysis_payload  # noqa: PLC0415

    return analysis_payload(found(articles, progress=lambda done, total, _code: report(done, total, "Looking for events")))


def export(dossier: str, to: str, code: str, said: tuple[Wording, datetime], report: Report) -> str:
    """Work for a job: a dossier's chronology, written to a file in these words at this time; gives that file's name."""
    from timeline_app.services.publishing import export as write  # noqa: PLC0415 - runs in the other process
    from timeline_app.services.publishing import state_at  # noqa: PLC0415

    report(0, 0, "Exporting…")
    write(state_at(dossier), to, code, *said)
    return Path(to).name


def renewing(work: Workspace, payload: bytes) -> Generator[None, None, Index]:
    """Put a packed analysis under the decisions, in steps; gives the index of what stands then."""
    from timeline_app.ui.index import Index  # noqa: PLC0415 - late: start-up is measured

    gc.disable()  # it would look through a million new values again and again, each time longer than a frame
    try:
        made, index = (yield from work.reckoning(payload)), Index()
        yield from index.filling(made.history.state)
        yield from _reading(made.analysis)  # what the panes look at when it is shown would be read in one go
        work.take_in(made, payload)
        if work.state is not made.history.state:
            index.update(work.state)
        return index
    finally:
        gc.freeze()
        gc.enable()


def looking_ahead(work: Workspace) -> Generator[None, None, None]:
    """Read the events that nobody has looked at yet, so that filters, search and export find them read."""
    for number, _ in enumerate(_reading(work.state.analysis)):
        if number % _A_LOT == 0:
            gc.freeze()  # no collection looks through them: it would be felt
        yield
    gc.freeze()


def _reading(analysis: Analysis) -> Iterator[None]:
    from timeline_app.storage.later import Shelf  # noqa: PLC0415 - late: start-up is measured

    events: object = analysis.events
    return events.reading() if isinstance(events, Shelf) else iter(())


def _hand_over(asking: Connection, arguments: tuple[Any, ...]) -> None:
    with suppress(OSError), asking:  # cancelled meanwhile
        asking.send(arguments)


def _work(pipe: Connection, work: str, asked: Connection) -> None:
    module, _, name = work.partition(":")
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_POLITE)  # the window goes first where both want the same core

    def report(done: int, total: int, doing: str) -> None:
        pipe.send(("progress", (done, total, doing)))

    try:
        arguments = asked.recv()
    except EOFError:  # the window is gone
        return
    try:
        pipe.send(("done", getattr(import_module(module), name)(*arguments, report)))
    except Problem as problem:
        pipe.send(("failed", problem))
    except BrokenPipeError:
        return
