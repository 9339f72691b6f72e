"""The command ``extract``: the chronology of articles, to read in a terminal or as JSON."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

from timeline_app.command.chronicle import chronicle
from timeline_app.command.terminal import complain, counter
from timeline_app.importing.file import LIMIT, opened
from timeline_app.model.problem import Problem
from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_bytes, read_manifest, read_paths, read_text, stated_day
from timeline_app.services.publishing import chronicle_json, standing, state_at
from timeline_app.wording import Wording

if TYPE_CHECKING:
    import argparse

    from timeline_app.model.article import Article


def run(options: argparse.Namespace) -> int:
    """Analyse all the articles together and print; returns the exit status."""
    with counter() as tell:
        analysis = standing(state_at(options.paths[0])) if is_dossier(options) else analyse(articles_of(options), tell)
    if options.format == "json":
        sys.stdout.write(json.dumps(chronicle_json(analysis, wording_of(options)), ensure_ascii=False, indent=1) + "\n")
        return 0
    width = max(40, min(shutil.get_terminal_size((100, 24)).columns, 120))
    sys.stdout.writelines(f"{line}\n" for line in chronicle(analysis, wording_of(options), width))
    return 0


def articles_of(options: argparse.Namespace) -> tuple[Article, ...]:
    """The articles the command line names; a file of a folder that cannot be read is complained of and left out."""
    given = stated_day(options.published) if options.published else None
    manifest = getattr(options, "manifest", None)
    if manifest is None and not options.paths:
        raise Problem("nothing-named")
    articles = _of_manifest(manifest) if manifest else ()
    if options.paths == ["-"]:
        return (*articles, read_text(read_bytes(sys.stdin.buffer.read(LIMIT + 1)), given=given))
    return (*articles, *read_paths(options.paths, given, refused=complain))


def is_dossier(options: argparse.Namespace) -> bool:
    """Whether the command line names a dossier, by its ending."""
    return len(options.paths) == 1 and options.paths[0].endswith(".timeline")


def wording_of(options: argparse.Namespace) -> Wording:
    """How the command line wants dates and labels."""
    return Wording(options.language, options.months, options.digits, options.hijri)


def _of_manifest(name: str) -> tuple[Article, ...]:
    if name == "-":
        return read_manifest(sys.stdin.buffer)
    with opened(name) as stream:
        return read_manifest(stream, name)
