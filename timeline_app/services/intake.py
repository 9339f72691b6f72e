"""How do articles come in? Files, folders, manifests and pasted text become articles; what cannot be read says why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.importing.article import article_of, stated_by_page, stated_by_user
from timeline_app.importing.file import LIMIT, articles_in, content_of, text_of_bytes
from timeline_app.importing.lines import day_of_line, objects, string_of
from timeline_app.importing.published import published_day
from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline_app.model.article import Article
    from timeline_app.model.daterange import DateRange


def read_paths(
    paths: Sequence[str | Path],
    given: DateRange | None = None,
    progress: Callable[[int, int], None] | None = None,
    refused: Callable[[Problem], None] | None = None,
    *,
    lenient: bool = False,
) -> tuple[Article, ...]:
    """The articles of files and folders, in order, each text once.

    ``given`` is the publication date stated for all of them; without it a web page may say its own. ``progress`` is told
    how many of how many are read.
    A file named by itself that cannot be read raises its Problem; one found in a folder, or with ``lenient`` any, is
    handed to ``refused`` and left out (raised where nobody asked, and where nothing else is left).
    """
    files = [found for path in paths for found in _files_of(str(path))]
    return _read([(path, shown, given, inside or lenient) for path, shown, inside in files], progress, refused)


def read_manifest(
    stream: Iterable[bytes], name: str = "-", progress: Callable[[int, int], None] | None = None
) -> tuple[Article, ...]:
    """The articles of a manifest, one JSON object ``{"path", "published"}`` a line.

    A path that is not found as it stands is looked for beside the manifest ``name``.
    """
    beside = Path(name).parent
    files = []
    for number, entry in objects(stream, name):
        shown = string_of(entry, "path", number, name)
        path = Path(shown) if Path(shown).is_file() or name == "-" else beside / shown
        files.append((path, shown, day_of_line(entry, number, name), False))
    if not files:
        raise Problem("file-empty", path=name)
    return _read(files, progress, None)


def read_text(text: str, title: str = "", given: DateRange | None = None) -> Article:
    """The article of pasted text; Problem when there is none, or more than a file may hold."""
    if not text.strip():
        raise Problem("text-empty")
    if len(text) > LIMIT:
        raise Problem("file-too-large", path=title, limit=LIMIT // 1_000_000)
    return article_of(text, title=title, published=stated_by_user(given))


def read_bytes(data: bytes, name: str = "-") -> str:
    """The text of bytes from a pipe; Problem, as for a file called ``name``."""
    return text_of_bytes(data, name)[0]


def stated_day(text: str) -> DateRange:
    """The publication date as somebody types it: ISO 8601; Problem for anything else."""
    day = published_day(text)
    if day is None:
        raise Problem("date-unreadable", date=text[:40])
    return day


def _files_of(shown: str) -> list[tuple[Path, str, bool]]:
    path = Path(shown)
    if not path.is_dir():
        return [(path, shown, False)]
    return [(found, str(found), True) for found in articles_in(path, shown)]


def _read(
    files: Sequence[tuple[Path, str, DateRange | None, bool]],
    progress: Callable[[int, int], None] | None,
    refused: Callable[[Problem], None] | None,
) -> tuple[Article, ...]:
    articles: dict[str, Article] = {}
    problem: Problem | None = None
    for count, (path, shown, day, inside) in enumerate(files, 1):
        try:
            found = content_of(path, shown)
        except Problem as reason:
            if not inside or refused is None:
                raise
            refused(reason)
            problem = problem or reason
        else:
            published = stated_by_user(day) or stated_by_page(found.published)
            article = article_of(
                found.text, path=shown, title=found.title, outlet=found.outlet, encoding=found.encoding, published=published
            )
            articles.setdefault(article.id, article)
        if progress is not None:
            progress(count, len(files))
    if problem is not None and not articles:
        raise problem
    return tuple(articles.values())
