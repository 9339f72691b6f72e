"""How does the program speak in a terminal? UTF-8 out, one line for an error, the language the terminal is set to."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline_app.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline_app.model.problem import Problem


def terminal_wording() -> Wording:
    """Arabic where the locale is Arabic, English elsewhere: for help and errors."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return Wording("ar" if value.startswith("ar") else "en")
    return Wording("en")


def write_utf8() -> None:
    """Make both outputs UTF-8 with plain line ends, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def complain(problem: Problem | str) -> None:
    """One line on the error output."""
    text = problem if isinstance(problem, str) else terminal_wording().say(problem)
    sys.stderr.write(f"timeline-app: {' '.join(text.split())}\n")


@contextmanager
def counter() -> Iterator[Callable[[int, int, str], None] | None]:
    """What tells a waiting person how far the work is, on one line that is wiped at the end; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(done: int, total: int, _what: str = "") -> None:
        sys.stderr.write(f"\r\x1b[K{done}/{total}")
        sys.stderr.flush()

    try:
        yield tell
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def let_go() -> None:
    """Nobody reads the output any more: nothing further is written, not even at the end of the program."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
