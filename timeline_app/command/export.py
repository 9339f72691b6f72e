"""The command ``export``: a dossier, or the chronology of articles, written to a file."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from timeline_app.command.extract import articles_of, is_dossier, wording_of
from timeline_app.services.publishing import export, format_of, rendered, state_at, state_of

if TYPE_CHECKING:
    import argparse


def run(options: argparse.Namespace) -> int:
    """Open or analyse, then write; the format is settled first, so that nothing is done in vain."""
    name = format_of(options.to, options.format)
    state = state_at(options.paths[0]) if is_dossier(options) else state_of(articles_of(options))
    now = datetime.now(UTC)
    if options.to == "-":
        sys.stdout.buffer.write(rendered(state, name, wording_of(options), now))
    else:
        export(state, options.to, name, wording_of(options), now)
    return 0
