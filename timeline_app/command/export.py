"""The command ``export``: a dossier, or the chronology of articles, written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.command.extract import articles_of, wording_of
from timeline_app.services.publishing import export, format_of, state_of

if TYPE_CHECKING:
    import argparse

    from timeline_app.model.dossier import DossierState


def run(options: argparse.Namespace) -> int:
    """Open or analyse, then write; the format is settled first, so that nothing is done in vain."""
    name = format_of(options.to, options.format)
    state = _state(options)
    export(state, options.to, name, wording_of(options))
    return 0


def _state(options: argparse.Namespace) -> DossierState:
    paths = options.paths
    if len(paths) == 1 and Path(paths[0]).suffix == ".timeline":
        from timeline_app.services.workspace import Workspace  # noqa: PLC0415 (opens SQLite; only a dossier needs it)

        workspace = Workspace.open(paths[0], write=False)
        try:
            return workspace.state
        finally:
            workspace.close()
    return state_of(articles_of(options))
