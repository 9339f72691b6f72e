"""What does the window look like? The real window drawn to a PNG without a display, the same at every run.

Nothing of the user's is read or written: settings are the defaults or given, the dossier is kept in memory.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from timeline_app.calendars.iso import parse_iso
from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.model.identity import EventId
    from timeline_app.services.workspace import Workspace
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.session import Session
    from timeline_app.ui.settings import Settings

_LONGEST_SIDE = 10_000
_TURNS = 200


class Options(Protocol):
    """The options of ``timeline-app screenshot``."""

    paths: Sequence[str]
    to: str
    size: str
    theme: str
    language: str
    axis: str | None
    proportion: str | None
    lanes: str | None
    select: str | None
    view: str | None


def take(options: Options) -> None:
    """Draw the window as the options say; Problem where they cannot be met or the file cannot be written."""
    width, height = _size(options.size)
    stretch = _stretch(options.view) if options.view else None
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - Qt only when it is drawn

    from timeline_app.ui.application import make_application, translate_qt  # noqa: PLC0415 - Qt only when it is drawn
    from timeline_app.ui.main_window import MainWindow  # noqa: PLC0415
    from timeline_app.ui.session import Session  # noqa: PLC0415
    from timeline_app.ui.settings import MemoryStore  # noqa: PLC0415

    qInstallMessageHandler(_quiet)
    application = make_application()
    session = Session(MemoryStore(_settings(options)))
    translate_qt(session.wording)
    window = MainWindow(session)
    window.resize(width, height)
    window.show()
    window.timeline.view.set_options(today=None)
    session.show_work(_workspace(options.paths))
    session.select([_event(session, options.select)])
    _settle(window)
    if stretch is not None:
        window.timeline.go_to(*stretch)
    _settle(window)
    window.timeline.setFocus()
    picture = window.grab()
    if not picture.save(options.to, "PNG"):
        raise Problem("write-failed", path=options.to, reason="")
    window.close()
    application.processEvents()


def _settings(options: Options) -> Settings:
    from timeline_app.ui.settings import Settings  # noqa: PLC0415

    given = {
        "theme": options.theme,
        "language": options.language,
        "axis": options.axis or ("rtl" if options.language == "ar" else "ltr"),
        "proportion": options.proportion or "folded",
        "lanes": options.lanes or "packed",
    }
    return replace(Settings(motion=False), **given)  # type: ignore[arg-type]


def _workspace(paths: Sequence[str]) -> Workspace:
    from timeline_app import assets  # noqa: PLC0415
    from timeline_app.services.analysing import analyse  # noqa: PLC0415
    from timeline_app.services.intake import read_paths  # noqa: PLC0415
    from timeline_app.services.workspace import Workspace  # noqa: PLC0415

    if len(paths) == 1 and paths[0].endswith(".timeline"):
        return Workspace.open(paths[0], write=False)
    work = Workspace()
    work.add(read_paths(list(paths) or [assets.seeds()]))
    work.set_analysis(analyse(work.inputs))
    return work


def _event(session: Session, wanted: str | None) -> EventId:
    """The event named by its id, or by a part of its title; the most attested one where none is named."""
    events = session.state.events
    if not events:
        return ""  # type: ignore[return-value]
    if wanted is None:
        return max(session.index.order, key=lambda name: len(events[name].mentions), default=next(iter(events)))
    for name, event in events.items():
        if wanted in (name, event.title) or wanted in event.title:
            return name
    raise Problem("event-unknown", event=wanted)


def _settle(window: MainWindow) -> None:
    """Let layouts, timers of no length and repaints run out."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    for _ in range(_TURNS):
        QApplication.processEvents()
    window.repaint()


def _quiet(_kind: object, _where: object, message: str) -> None:
    """The offscreen platform's own remarks are no news to anyone."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _size(text: str) -> tuple[int, int]:
    parts = text.lower().split("x")
    if len(parts) == 2 and all(part.isascii() and part.isdecimal() for part in parts):
        width, height = int(parts[0]), int(parts[1])
        if 0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE:
            return width, height
    raise Problem("size-unreadable", size=text)


def _stretch(text: str) -> tuple[int, int]:
    first, slash, last = text.partition("/")
    try:
        days = parse_iso(first)[0], parse_iso(last)[0]
    except ValueError:
        raise Problem("view-unreadable", view=text) from None
    if not slash or days[1] < days[0]:
        raise Problem("view-unreadable", view=text)
    return days
