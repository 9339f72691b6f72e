"""How is an outline written, and read back? Some thousand events a text, each column a list: a tenth of a second for many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import le
from typing import Any

from timeline_app.model.daterange import DateRange
from timeline_app.model.identity import ArticleId
from timeline_app.model.outline import CERTAINTIES, DENSE, GRAINS, OPEN_END, SPARSE, Outline
from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.rowcode import from_rows, to_rows
from timeline_app.storage.steps import Steps

_ROWS = 2048
_WORDS, _NUMBERS = ("ids", "titles", "kinds", "places"), ("first", "last", "grain", "certainty", "marks")
_DATES = ("parts", "elsewhere")
_MINUTES = 24 * 60


def parts_of(outline: Outline, articles: Sequence[ArticleId]) -> Iterator[list[Any]]:
    """The outline for JSON, a few thousand events each; ``articles`` are named by their place."""
    number = {name: place for place, name in enumerate(articles)}
    for start in range(0, len(outline), _ROWS):
        dense: dict[str, Any] = {name: list(getattr(outline, name)[start : start + _ROWS]) for name in DENSE}
        dense["articles"] = [[number[name] for name in names] for names in dense["articles"]]
        sparse = {name: _some(name, getattr(outline, name), dense["ids"]) for name in SPARSE}
        yield [dense, sparse]


def joined(parts: Iterable[Any], articles: Sequence[ArticleId]) -> Steps[Outline]:
    """The outline of which these are the parts, in steps; UnreadableError where they are none."""
    made: dict[str, Any] = {name: [] for name in DENSE} | {name: {} for name in SPARSE}
    for part in parts:
        try:
            columns, few = part
            for name in DENSE:
                made[name] += _column(name, columns[name], articles)
            for name in SPARSE:
                made[name] |= {key: _read(name, value) for key, value in few[name].items()}
        except (AttributeError, KeyError, IndexError, TypeError, ValueError) as wrong:
            raise UnreadableError("outline") from wrong
        yield
    ids, lengths = made["ids"], {len(made[name]) for name in DENSE}
    if len(lengths) > 1 or len(set(ids)) < len(ids) or not all(map(le, made["first"], made["last"])):
        raise UnreadableError("outline")
    return Outline(**made)


def _some(name: str, known: Mapping[Any, Any], ids: Iterable[Any]) -> dict[str, Any]:
    return {key: [to_rows(one) for one in known[key]] if name in _DATES else known[key] for key in ids if key in known}


def _read(name: str, value: Any) -> tuple[Any, ...]:
    if name in _DATES:
        return tuple([from_rows(row, DateRange) for row in value])
    if name == "minutes":
        first, last = value
        return first, _among(_MINUTES, [first, last])[1]
    return tuple(_of(str, value))


def _column(name: str, values: Any, articles: Sequence[ArticleId]) -> list[Any]:
    if name in _WORDS:
        return _of(str, values)
    if name in _NUMBERS:
        most = {"grain": len(GRAINS), "certainty": len(CERTAINTIES), "marks": 2 * OPEN_END}.get(name)
        return _of(int, values) if most is None else _among(most, values)
    return [tuple([articles[place] for place in places]) for places in values]


def _among(most: int, values: Any) -> list[Any]:
    if values and not 0 <= min(_of(int, values)) <= max(values) < most:
        raise ValueError(values)
    return list(values)


def _of(kind: type, values: Any) -> list[Any]:
    if type(values) is not list or not {*map(type, values)} <= {kind}:
        raise TypeError(kind)
    return values
