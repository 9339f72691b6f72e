"""What is the open dossier called, in the status line and in the window's title?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ui.opening import is_sample

if TYPE_CHECKING:
    from timeline_app.ui.session import Session


def file_name(session: Session) -> str:
    """The dossier's file; for one without a place of its own, what it is; empty before one is open."""
    work = session.workspace
    if work is None or work.path is None:
        return ""
    if work.saved:
        return work.path.name
    return session.wording.text("Sample dossier" if is_sample(work) else "Dossier without a name")


def window_title(session: Session) -> str:
    """The window's title: the dossier, then the program."""
    name, program = file_name(session), session.wording.text("Timeline")
    return f"{name} — {program}" if name else program
