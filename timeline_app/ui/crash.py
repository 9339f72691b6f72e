"""What if the program itself is wrong? The fault is written down, the editor told where; nothing decided is lost."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app import __version__
from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from types import TracebackType

    from timeline_app.ui.session import Session


def watch(session: Session) -> None:
    """From now on, write a report of each fault and tell the editor."""

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, fault, trace))
        sys.stderr.write(text)
        if not issubclass(kind, KeyboardInterrupt):
            session.problem_raised.emit(Problem("program-fault", path=str(written(text))))

    sys.excepthook = tell


def written(text: str) -> Path:
    """The report of a fault, in the program's folder for logs; an empty path where it cannot be written."""
    from platformdirs import user_log_path  # noqa: PLC0415 - only when something went wrong

    at = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path = user_log_path("timeline-app", appauthor=False) / f"crash-{at}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"timeline-app {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n{text}", "utf-8")
    except OSError:
        return Path()
    return path
