"""How is long work done while the window stays alive? Small work at once, large work in a process of its own.

A thread would not do: Python text work holds the interpreter and the window stutters. The process is spawned (never
forked: Qt is running) and sends its progress through a pipe; leaving the pipe's end is how it is told to stop.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_EVERY_MS = 40
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
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(target=_work, args=(theirs, work, arguments), daemon=True)
        self._process.start()
        theirs.close()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def cancel(self) -> None:
        """Stop; nothing is delivered any more."""
        self._process.terminate()
        self._end()

    def _look(self) -> None:
        while self._timer.isActive() and self._ours.poll():
            try:
                kind, value = self._ours.recv()
            except EOFError:
                self._end()
                self.failed.emit(Problem("work-broken-off"))
                return
            if kind == "progress":
                self.progressed.emit(Progress(*value))
                continue
            self._end()
            (self.finished if kind == "done" else self.failed).emit(value)

    def _end(self) -> None:
        self._timer.stop()
        self._ours.close()
        self._process.join(2)
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
    """Work for a job: the analysis of articles."""
    from timeline_app.services.analysing import analyse as found  # noqa: PLC0415 - runs in the other process

    return found(articles, progress=lambda done, total, _code: report(done, total, "Looking for events"))


def _work(pipe: Connection, work: str, arguments: tuple[Any, ...]) -> None:
    module, _, name = work.partition(":")

    def report(done: int, total: int, doing: str) -> None:
        pipe.send(("progress", (done, total, doing)))

    try:
        pipe.send(("done", getattr(import_module(module), name)(*arguments, report)))
    except Problem as problem:
        pipe.send(("failed", problem))
    except BrokenPipeError:
        return
