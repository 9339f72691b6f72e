"""How do articles and decisions stand in the tables?"""

from __future__ import annotations

import json
import zlib
from hashlib import sha256
from typing import Any

from timeline_app.model.article import Article, Publication, Section
from timeline_app.model.decision import Act, Decision
from timeline_app.model.identity import ArticleId, DecisionId
from timeline_app.storage.codec import UnreadableError, from_names, to_names


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
