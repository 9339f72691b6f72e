"""Why is it so? One link of a derivation: a code with arguments, worded for a person by ``wording`` alone."""

from __future__ import annotations

from timeline_app.model.daterange import DateRange
from timeline_app.model.frozen import frozen

Argument = str | int | DateRange


@frozen
class Step:
    """A code such as ``year-from-publication`` with named arguments, in the order in which they were given."""

    code: str
    arguments: tuple[tuple[str, Argument], ...] = ()


def step(code: str, **arguments: Argument) -> Step:
    """A step with its arguments written as keywords: ``step("weekday-conflict", written=..., found=...)``."""
    return Step(code, tuple(arguments.items()))
