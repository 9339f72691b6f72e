"""In which formats can a chronology leave the house? A table; a new format is one entry and one module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Protocol

from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.dossier import DossierState
from timeline_app.model.problem import Problem
from timeline_app.model.step import Step


class Voice(Protocol):
    """What an exporter asks of the wording: sentences and dates for people."""

    def dates(self, ranges: tuple[DateRange, ...], *, weekday: bool = False) -> str:
        """Days as a person writes them."""

    def certainty(self, certainty: Certainty) -> str:
        """How sure days are, in a word."""

    def say(self, said: Step) -> str:
        """A step as a sentence."""

    def kind_name(self, kind: str) -> str:
        """What a kind of event is called."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What an exporter writes: the state, and the same as the JSON of the contract."""

    state: DossierState
    json: Mapping[str, Any]


Exporter = Callable[[Chronicle, Voice], bytes]

# name -> its file endings
FORMATS: dict[str, tuple[str, ...]] = {
    "json": (".json",),
    "csv": (".csv",),
}


def format_named(path: str, name: str | None = None) -> str:
    """The format called ``name``, or else the one the ending of ``path`` means; Problem where there is none."""
    known = ", ".join(FORMATS)
    if name is not None:
        if name.lower() in FORMATS:
            return name.lower()
        raise Problem("format-unknown", path=name, formats=known)
    ending = PurePath(path).suffix.lower()
    for format_, endings in FORMATS.items():
        if ending in endings:
            return format_
    raise Problem("format-missing" if not ending else "format-unknown", path=path, formats=known)


def exporter_of(name: str) -> Exporter:
    """The function that writes a format of :data:`FORMATS`; written out, so that the standalone program holds them all."""
    if name == "csv":
        from timeline_app.exporting.csv import written  # noqa: PLC0415 (one of many is needed)
    else:
        from timeline_app.exporting.json import written  # noqa: PLC0415
    return written
