"""What need not be read yet? The readings of an article, until somebody looks at that article.

A large dossier opens in two thirds of the time when its readings wait: only the reader shows them, one article at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import overload

from timeline_app.model.expression import Reading
from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.rowcode import from_rows


class Later(Sequence[Reading]):
    """The readings written in a text, read when they are first looked at; equal to a tuple of the same readings."""

    __slots__ = ("_made", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: tuple[Reading, ...] | None = None

    @overload
    def __getitem__(self, place: int) -> Reading: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Reading, ...]: ...
    def __getitem__(self, place: int | slice) -> Reading | tuple[Reading, ...]:
        return self._readings()[place]

    def __iter__(self) -> Iterator[Reading]:
        return iter(self._readings())

    def __len__(self) -> int:
        return len(self._readings())

    def __eq__(self, other: object) -> bool:
        return self._readings() == (other._readings() if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._readings())

    def __reduce__(self) -> tuple[type[Later], tuple[str]]:
        return Later, (self._text,)

    def _readings(self) -> tuple[Reading, ...]:
        if self._made is None:
            try:
                self._made = tuple([from_rows(row, Reading) for row in json.loads(self._text)])
            except (UnreadableError, TypeError, ValueError):
                self._made = ()  # written by a stranger's hand: a new analysis finds them
        return self._made
