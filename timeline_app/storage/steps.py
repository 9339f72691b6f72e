"""How is much read without anybody having to wait for it? In steps of a few milliseconds, and without the collector."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

T = TypeVar("T")
Steps = Generator[None, None, T]
_MANY_VALUES = 100_000


def at_once(steps: Steps[T]) -> T:
    """What a work in steps comes to, without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("T", end.value)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the collector, which would look through a million new values again and again and find nothing.

    Where there were many it never looks at them again: values hold no cycles, and a pause while the editor works would show.
    """
    was, before = gc.isenabled(), gc.get_count()[0]
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] - before > _MANY_VALUES:
            gc.freeze()
        if was:
            gc.enable()
