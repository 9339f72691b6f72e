"""In which formats can a chronology leave the house? A table; a new format is one entry and one module."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import PurePath
from typing import Any, Protocol

from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.dossier import DossierState
from timeline_app.model.problem import Problem
from timeline_app.model.step import Step


class Voice(Protocol):
    """What an exporter asks of the wording: sentences and dates for people."""

    def date(self, when: DateRange, *, weekday: bool = False) -> str:
        """One range of days as a person writes it."""

    def dates(self, ranges: tuple[DateRange, ...], *, weekday: bool = False) -> str:
        """Days as a person writes them."""

    def certainty(self, certainty: Certainty) -> str:
        """How sure days are, in a word."""

    def say(self, said: Step) -> str:
        """A step as a sentence."""

    def kind_name(self, kind: str) -> str:
        """What a kind of event is called."""

    def text(self, msgid: str, context: str = "") -> str:
        """A word of the interface by its English."""

    def count(self, one: str, many: str, n: int) -> str:
        """A counted word of the interface by its English."""

    @property
    def language(self) -> str:
        """BCP 47: ``ar`` or ``en``."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What an exporter writes: the state, when it is written, and how the JSON of the contract is made of it."""

    state: DossierState
    at: datetime
    json: Callable[[], Mapping[str, Any]]


Exporter = Callable[[Chronicle, Voice], bytes]

# name -> its file endings
FORMATS: dict[str, tuple[str, ...]] = {
    "json": (".json",),
    "csv": (".csv",),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "ics": (".ics",),
    "jsonld": (".jsonld",),
    "timeml": (".zip",),
    "timelinejs": (),  # its ending is .json too: it is asked for by name
}

FOR_PEOPLE = frozenset({"html", "docx"})  # to be read by eyes: in the digits of the desk


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
    """The function that writes a format of :data:`FORMATS`: ``written`` of the module of that name."""
    exporter: Exporter = import_module(f"timeline_app.exporting.{name}").written
    return exporter
