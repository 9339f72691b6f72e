"""What does the sample dossier hold? The articles that come with the program, and what it reads in them.

Reading them takes most of the very first start. So they are read when the program is built: ``python -m
timeline_app.services.sample`` makes the whole dossier beside the rules, under a name that says from which seeds, words and
rules, and by which version. One made from anything else is passed over; a start without any reads the articles itself.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from timeline_app import __version__, assets
from timeline_app.dossier.inputs import key_of
from timeline_app.model.article import Article
from timeline_app.storage.dossier_file import Contents, create

_MADE_FROM = ("rules", "lexicon")
_ENDING = ".timeline"


def sample_articles() -> tuple[Article, ...]:
    """The sample's articles, named by their files alone: where the program lies is no news to the editor."""
    from timeline_app.services.intake import read_paths  # noqa: PLC0415 - late: start-up is measured

    return tuple(replace(article, path=Path(article.path).name) for article in read_paths([assets.seeds()]))


def lay_sample(path: Path) -> None:
    """Put a new sample dossier at ``path``, with what was read in it where that is at hand; OSError or Problem."""
    ready = _place()
    if not ready.is_file() or _is_older(ready):
        create(path, Contents(sample_articles()))
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")  # two windows may be starting
    shutil.copyfile(ready, draft)
    draft.replace(path)


def _place() -> Path:
    """Where the dossier made from these seeds, words and rules by this version lies; it need not exist."""
    digest = sha256(__version__.encode())
    for folder in (assets.seeds(), *(assets.resource(name) for name in _MADE_FROM)):
        for file in sorted(folder.rglob("*.t*")):
            digest.update(f"\0{file.name}\0".encode())
            digest.update(file.read_bytes())
    return assets.resource("sample", f"{digest.hexdigest()[:16]}{_ENDING}")


def _is_older(ready: Path) -> bool:
    """Whether code was edited since: only in a checkout, where the program is worked on."""
    made = ready.stat().st_mtime_ns
    return any(file.stat().st_mtime_ns > made for file in _code())


def _code() -> Iterator[Path]:
    package = Path(__file__).resolve().parent.parent
    if assets.root() == package.parent:
        yield from (file for file in package.rglob("*.py") if "ui" not in file.relative_to(package).parts[:1])


def main() -> None:
    """Make the sample dossier where there is none that could be used; those that cannot any more go."""
    from timeline_app.services.analysing import analyse  # noqa: PLC0415 - the window has no need of it

    ready = _place()
    ready.parent.mkdir(exist_ok=True)
    if ready.is_file() and not _is_older(ready):
        return
    articles = sample_articles()
    for old in ready.parent.glob(f"*{_ENDING}"):
        old.unlink()
    create(ready, Contents(articles, analyses={key_of(articles): analyse(articles)}))


if __name__ == "__main__":
    main()
