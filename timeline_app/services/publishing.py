"""How does a chronology leave the house? Written in the format asked for, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.exporting.registry import FOR_PEOPLE, Chronicle, exporter_of, format_named
from timeline_app.importing.file import is_drawn_out
from timeline_app.model.event import EventStatus
from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

    from timeline_app.model.analysis import Analysis
    from timeline_app.model.article import Article
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.step import Step
    from timeline_app.wording import Wording


def format_of(path: str | Path, name: str | None = None) -> str:
    """The format to write, by name or else by the ending of ``path``; Problem for one that is not offered."""
    return format_named(str(path), name)


def export(state: DossierState, path: str | Path, format: str | None, wording: Wording, at: datetime) -> None:  # noqa: A002 (the word of the interface)
    """Write the dossier to ``path``, now that it is ``at``; Problem when it cannot be written: nothing has changed there."""
    name = format_of(path, format)
    write_whole(Path(path), rendered(state, name, wording, at))


def rendered(state: DossierState, name: str, wording: Wording, at: datetime) -> bytes:
    """The dossier in a format, as the file would hold it. Figures of formats for programs are ASCII."""
    voice = replace(wording, isolate=False) if name in FOR_PEOPLE else replace(wording, digits="latin", isolate=False)
    return exporter_of(name)(Chronicle(state, at, partial(state_json, state, voice)), voice)


def state_of(articles: Sequence[Article]) -> DossierState:
    """The dossier of articles nobody has worked on yet."""
    from timeline_app.dossier.fold import fold  # noqa: PLC0415
    from timeline_app.services.analysing import analyse  # noqa: PLC0415 (numpy and the lexicons load with it)

    analysis = analyse(articles)
    return fold(analysis, analysis.articles, ())


def chronicle_json(analysis: Analysis, wording: Wording) -> dict[str, Any]:
    """The JSON of ``extract``: codes stay codes, and beside each stands its sentence.

    An article whose text is not its file (a web page) brings the text that the offsets count.
    """
    from timeline_app.services.chronicle_json import extract_json  # noqa: PLC0415

    found: dict[str, Any] = extract_json(analysis)
    for entry, article in zip(found["articles"], analysis.articles, strict=True):
        if is_drawn_out(article.path):
            entry["text"] = article.text
    for entry, event in zip(found["events"], analysis.events, strict=True):
        _word(entry.get("steps", ()), event.steps, wording)
        for side, mention in zip(entry["mentions"], event.mentions, strict=True):
            _word(side.get("links", ()), mention.links, wording)
    for entry, contradiction in zip(found["contradictions"], analysis.contradictions, strict=True):
        entry["code"] = contradiction.message.code
        entry["message"] = wording.say(contradiction.message)
        if contradiction.suggestion is not None and entry["suggestion"]:
            _word(entry["suggestion"].get("steps", ()), contradiction.suggestion.steps, wording)
    return found


def state_json(state: DossierState, wording: Wording) -> dict[str, Any]:
    """The JSON of ``extract`` for what stands in a dossier, with what the editor said of each event."""
    shown = standing(state)
    found = chronicle_json(shown, wording)
    for entry, event in zip(found["events"], shown.events, strict=True):
        entry |= {"status": str(event.status), "decided": event.decided, "note": event.note}
    return found


def standing(state: DossierState) -> Analysis:
    """What stands in a dossier, as an analysis: the events as the editor left them, without the rejected ones."""
    return replace(
        state.analysis,
        articles=tuple(state.articles.values()),
        events=tuple(event for event in state.events.values() if event.status is not EventStatus.REJECTED),
        contradictions=tuple(state.contradictions.values()),
        undated=state.undated,
    )


def state_at(path: str | Path) -> DossierState:
    """The dossier in a file, read without locking it; Problem where it cannot be."""
    from timeline_app.services.workspace import Workspace  # noqa: PLC0415 (opens SQLite; only a dossier needs it)

    workspace = Workspace.open(path, write=False)
    try:
        return workspace.state
    finally:
        workspace.close()


def _word(entries: Sequence[dict[str, Any]], steps: Sequence[Step], wording: Wording) -> None:
    for entry, step in zip(entries, steps, strict=False):
        entry["says"] = wording.say(step)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place at once: written beside, then renamed. A reader sees the old file or the new one, never half."""
    target = path.resolve() if path.is_symlink() else path
    name = ""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # a pipe or a device is written to, never replaced
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except OSError as error:
        if name:
            with suppress(OSError):
                Path(name).unlink()
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        reason = (error.strerror or type(error).__name__).lower()
        raise Problem("disk-full" if full else "write-failed", path=str(path), reason=reason) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
