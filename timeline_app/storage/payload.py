"""How does an analysis stand in its table? Pieces of rows: what every opening needs, then what waits until it is looked at."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import chain, islice
from typing import Any, TypeVar

from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.identity import ArticleId
from timeline_app.model.outline import CERTAINTIES, DENSE, GRAINS, SPARSE, outline_of
from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.later import EVENTS_A_PIECE, Later, Shelf
from timeline_app.storage.outlines import joined, parts_of
from timeline_app.storage.pieces import bind, pack, unbind, unpack
from timeline_app.storage.rowcode import from_rows, shape, to_rows
from timeline_app.storage.steps import Steps, at_once, undisturbed

T = TypeVar("T")

# Written before the rows of an analysis: another order of pieces makes old ones unreadable, which costs nothing.
_ROWS = "rows-5"
_A_PIECE = 200
_LARGEST_ANALYSIS = 1 << 30
_KINDS: dict[str, type] = {"articles": Article, "contradictions": Contradiction, "undated": Mention}


def analysis_payload(analysis: Analysis) -> bytes:
    """An analysis as it is stored. The texts are in a table of their own and left out of it.

    No piece is long: who reads them lets the window breathe between two of them. What was never looked at is not read for it.
    """
    values = {
        "articles": tuple(replace(article, text="") for article in analysis.articles),
        "contradictions": analysis.contradictions,
        "undated": analysis.undated,
    }
    with undisturbed():
        parts: dict[str, list[bytes]] = {kind: list(_packed(found)) for kind, found in values.items()}
        events: Any = analysis.events
        outline = events.outline if isinstance(events, Shelf) else outline_of(events)
        names = list(dict.fromkeys((*(article.id for article in analysis.articles), *chain.from_iterable(outline.articles))))
        parts["outline"] = [pack(_dump(part)) for part in parts_of(outline, names)]
        parts["events"] = list(events.pieces if isinstance(events, Shelf) else _lined(events))
        parts["readings"] = [_readings(found) for _, found in analysis.readings]
    head = {
        "rows": _ROWS,
        "fields": field_names(),
        "version": analysis.version,
        "pieces": [[kind, len(pieces)] for kind, pieces in parts.items()],
        "names": names,
        "readings": [name for name, _ in analysis.readings],
    }
    return bind([pack(_dump(head)), *(piece for pieces in parts.values() for piece in pieces)])


def analysis_of(payload: bytes, articles: Iterable[Article]) -> Analysis:
    """The analysis of a payload over these articles; UnreadableError when it is damaged or was written by other code."""
    return at_once(analysis_in_steps(payload, articles))


def analysis_in_steps(payload: bytes, articles: Iterable[Article]) -> Steps[Analysis]:
    """The same, a few milliseconds between two yields."""
    head, *pieces = unbind(payload)
    load = _loader()
    about = load(head)
    if not isinstance(about, dict) or about.get("rows") != _ROWS or about.get("fields") != field_names():
        raise UnreadableError("rows")
    texts = {article.id: article.text for article in articles}
    try:
        waiting = iter(pieces)
        parts = {kind: tuple(islice(waiting, count)) for kind, count in about["pieces"]}
        found: dict[str, Any] = {}
        for kind, own in _KINDS.items():
            found[kind] = yield from _values(map(load, parts[kind]), own)
        known = tuple([replace(article, text=texts[article.id]) for article in found.pop("articles")])
        yield
        outline = yield from joined(map(load, parts["outline"]), list(map(ArticleId, about["names"])))
        shelf: Any = Shelf(outline, parts["events"])
        yield
        readings: Any = tuple(
            (ArticleId(name), Later(part)) for name, part in zip(about["readings"], parts["readings"], strict=True)
        )
        return Analysis(str(about["version"]), known, readings, shelf, **found)
    except (KeyError, TypeError, ValueError) as wrong:
        raise UnreadableError("analysis") from wrong


class Packed(Mapping[str, Analysis]):
    """The analyses of a file by their keys, each unpacked when it is asked for: mostly one is enough.

    One that cannot be read is not there; ``reversed`` gives every key, the newest first, without unpacking.
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
    outline = "|".join((*DENSE, *SPARSE, *GRAINS, *CERTAINTIES))
    return sha256(f"{shape(Analysis)}|{outline}".encode()).hexdigest()[:16]


def _readings(found: Any) -> bytes:
    return found.piece if isinstance(found, Later) else pack(_dump([to_rows(reading) for reading in found]))


def _lined(events: tuple[Event, ...]) -> Iterator[bytes]:
    for start in range(0, len(events), EVENTS_A_PIECE):
        yield pack("\n".join(_dump(to_rows(event)) for event in events[start : start + EVENTS_A_PIECE]))


def _packed(values: tuple[Any, ...]) -> Iterator[bytes]:
    for start in range(0, len(values), _A_PIECE):
        yield pack(_dump([to_rows(value) for value in values[start : start + _A_PIECE]]))


def _values(pieces: Iterable[Any], kind: type[T]) -> Steps[tuple[T, ...]]:
    found: list[T] = []
    for rows in pieces:
        with undisturbed():
            found += [from_rows(row, kind) for row in rows]
        yield
    return tuple(found)


def _dump(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _loader() -> Callable[[bytes], Any]:
    """What reads pieces, and no more of them than the memory will hold."""
    left = _LARGEST_ANALYSIS

    def load(piece: bytes) -> Any:
        nonlocal left
        try:
            text = unpack(piece, left)
            left -= len(text)
            return json.loads(text)
        except (ValueError, RecursionError) as wrong:
            raise UnreadableError("json") from wrong

    return load
