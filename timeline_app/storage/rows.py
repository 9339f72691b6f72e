"""How do articles, decisions and analyses stand in the tables?"""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import Any, cast

from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article, Publication, Section
from timeline_app.model.decision import Act, Decision
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId, DecisionId
from timeline_app.storage.codec import UnreadableError, from_names, to_names
from timeline_app.storage.later import Later
from timeline_app.storage.rowcode import from_rows, shape, to_rows

# Written before the rows of an analysis: another order of fields makes old ones unreadable, which costs nothing.
_ROWS = "rows-2"
Readings = tuple[tuple[ArticleId, tuple[Reading, ...]], ...]
_MANY_VALUES = 100_000
_LARGEST_ANALYSIS = 1 << 30


def article_row(article: Article) -> tuple[str, ...]:
    """An article as it is stored, in the order of ``schema.ARTICLES``."""
    published = _dump(to_names(article.published, Publication))
    sections = _dump(to_names(article.sections, tuple[Section, ...]))
    about = (article.id, article.sha256, article.path, article.title, article.outlet, article.encoding)
    return (*about, published, sections, article.text)


def article_of(row: tuple[Any, ...]) -> Article:
    """The article of a row; UnreadableError when its text is not the one its digest was made of."""
    name, digest, path, title, outlet, encoding, published, sections, text = row
    if not isinstance(text, str) or sha256(text.encode()).hexdigest() != digest:
        raise UnreadableError("digest")
    return Article(
        id=ArticleId(name),
        text=text,
        sha256=digest,
        path=path,
        title=title,
        outlet=outlet,
        encoding=encoding,
        sections=from_names(_load(sections), tuple[Section, ...]),
        published=from_names(_load(published), Publication),
    )


def decision_row(decision: Decision) -> tuple[str | int | None, ...]:
    """A decision as it is stored, in the order of ``schema.DECISIONS``."""
    act = None if decision.act is None else _dump(to_names(decision.act, Act))
    about = (decision.id, decision.at, decision.undoes, decision.redoes, act)
    return (*about, _check(about))


def decision_of(row: tuple[Any, ...]) -> Decision:
    """The decision of a row; UnreadableError when a single letter of it has changed on the disk."""
    *about, check = row
    if _check(about) != check:
        raise UnreadableError("crc32")
    name, at, undoes, redoes, act = about
    return Decision(DecisionId(name), at, None if act is None else from_names(_load(act), Act), undoes, redoes)


def analysis_payload(analysis: Analysis) -> bytes:
    """An analysis as it is stored: rows in JSON, packed. The texts are in a table of their own and left out of it."""
    articles = tuple(replace(article, text="") for article in analysis.articles)
    bare = replace(analysis, articles=articles, readings=())
    with _undisturbed():
        readings = [[article, _dump([to_rows(reading) for reading in found])] for article, found in analysis.readings]
        plain = {"rows": _ROWS, "fields": field_names(), "analysis": to_rows(bare), "readings": readings}
        return zlib.compress(_dump(plain).encode("utf-8", "surrogatepass"), 1)


def analysis_of(payload: bytes, articles: Iterable[Article]) -> Analysis:
    """The analysis of a payload over these articles; UnreadableError when it is damaged or was written by other code."""
    unpack = zlib.decompressobj()
    try:
        text = unpack.decompress(payload, _LARGEST_ANALYSIS).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as wrong:
        raise UnreadableError("payload") from wrong
    with _undisturbed():
        plain = _load(text)
        if not isinstance(plain, dict) or plain.get("rows") != _ROWS or plain.get("fields") != field_names():
            raise UnreadableError("rows")
        bare: Analysis = from_rows(plain.get("analysis"), Analysis)
    texts = {article.id: article.text for article in articles}
    try:
        known = tuple(replace(article, text=texts[article.id]) for article in bare.articles)
        readings = cast("Readings", tuple((ArticleId(article), Later(text)) for article, text in plain["readings"]))
    except (KeyError, TypeError, ValueError) as wrong:
        raise UnreadableError("articles") from wrong
    return replace(bare, articles=known, readings=readings)


def field_names() -> str:
    """A digest of the fields of everything an analysis holds: rows of other fields are not read."""
    return sha256(shape(Analysis).encode()).hexdigest()[:16]


def _check(about: Any) -> int:
    return zlib.crc32("\x1f".join("" if part is None else str(part) for part in about).encode("utf-8", "surrogatepass"))


def _dump(plain: Any) -> str:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    # SQLite takes no half of a surrogate pair; as an escape it comes back as it was.
    return text if text.isascii() or _encodes(text) else json.dumps(plain, separators=(",", ":"))


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _load(text: Any) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError) as wrong:
        raise UnreadableError("json") from wrong


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the collector, which would look through a million new values again and again and find nothing.

    Where there were many it never looks at them again: values hold no cycles, and a pause while the editor works would show.
    """
    was, before = gc.isenabled(), gc.get_count()[0]
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] - before > _MANY_VALUES:
            gc.freeze()
        if was:
            gc.enable()
