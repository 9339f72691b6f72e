"""How do articles, decisions and analyses stand in the tables?"""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar, cast

from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article, Publication, Section
from timeline_app.model.decision import Act, Decision
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.identity import ArticleId, DecisionId
from timeline_app.storage.codec import UnreadableError, from_names, to_names
from timeline_app.storage.later import Later
from timeline_app.storage.rowcode import from_rows, shape, to_rows

# Written before the rows of an analysis: another order of fields makes old ones unreadable, which costs nothing.
T = TypeVar("T")
Steps = Generator[None, None, T]
_ROWS = "rows-3"
_LINE = 200
_KINDS: dict[str, type] = {"articles": Article, "events": Event, "contradictions": Contradiction, "undated": Mention}
_MANY_VALUES = 100_000
_LARGEST_ANALYSIS = 1 << 30
_PIECE = 1 << 17


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
    """An analysis as it is stored: lines of rows in JSON, packed. The texts are in a table of their own and left out of it.

    No line is long: who reads them in a thread lets the window breathe between two of them.
    """
    articles = tuple(replace(article, text="") for article in analysis.articles)
    values = {"articles": articles, **{name: getattr(analysis, name) for name in ("events", "contradictions", "undated")}}
    with _undisturbed():
        lines = [_dump({"rows": _ROWS, "fields": field_names(), "version": analysis.version})]
        for name, found in values.items():
            parts = (found[start : start + _LINE] for start in range(0, len(found), _LINE))
            lines += [_dump([name, [to_rows(value) for value in part]]) for part in parts]
        for article, readings in analysis.readings:
            lines.append(_dump(["readings", [[article, _dump([to_rows(reading) for reading in readings])]]]))
        return zlib.compress("\n".join(lines).encode("utf-8", "surrogatepass"), 1)


def analysis_of(payload: bytes, articles: Iterable[Article]) -> Analysis:
    """The analysis of a payload over these articles; UnreadableError when it is damaged or was written by other code."""
    return at_once(analysis_in_steps(payload, articles))


def analysis_in_steps(payload: bytes, articles: Iterable[Article]) -> Steps[Analysis]:
    """The same, a few milliseconds between two yields."""
    first, *lines = yield from _lines(payload)
    head = _load(first)
    if not isinstance(head, dict) or head.get("rows") != _ROWS or head.get("fields") != field_names():
        raise UnreadableError("rows")
    found: dict[str, list[Any]] = {name: [] for name in (*_KINDS, "readings")}
    texts = {article.id: article.text for article in articles}
    try:
        for line in lines:
            yield
            with _undisturbed():
                name, rows = _load(line)
                kind = _KINDS.get(name)
                found[name] += [(ArticleId(a), Later(t)) for a, t in rows] if kind is None else [from_rows(r, kind) for r in rows]
        known = [replace(article, text=texts[article.id]) for article in found.pop("articles")]
        return Analysis(str(head["version"]), tuple(known), **{name: tuple(values) for name, values in found.items()})
    except (KeyError, TypeError, ValueError) as wrong:
        raise UnreadableError("articles") from wrong


def _lines(payload: bytes) -> Steps[list[str]]:
    unpack, parts, size = zlib.decompressobj(), [], 0
    try:
        for start in range(0, len(payload), _PIECE):
            parts.append(unpack.decompress(payload[start : start + _PIECE], _LARGEST_ANALYSIS - size + 1))
            size += len(parts[-1])
            if size > _LARGEST_ANALYSIS:
                raise UnreadableError("payload")
            yield
        text = b"".join(parts).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as wrong:
        raise UnreadableError("payload") from wrong
    yield
    return text.split("\n")


def at_once(steps: Steps[T]) -> T:
    """What a work in steps comes to, without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("T", end.value)


class Packed(Mapping[str, Analysis]):
    """The analyses of a file by their keys, each unpacked when it is asked for: a large one takes a second, and mostly one
    is enough. One that cannot be read is not there; ``reversed`` gives every key, the newest first, without unpacking.
    """

    def __init__(self, payloads: dict[str, bytes], articles: tuple[Article, ...]) -> None:
        self._payloads, self._articles = payloads, articles
        self._made: dict[str, Analysis | None] = {}

    def __getitem__(self, key: str) -> Analysis:
        if key not in self._made:
            try:
                self._made[key] = analysis_of(self._payloads[key], self._articles)
            except UnreadableError:
                self._made[key] = None  # it is simply made again
        found = self._made[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._payloads if self.get(key) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __reversed__(self) -> Iterator[str]:
        return reversed(self._payloads)


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
