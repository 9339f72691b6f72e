"""How do many states share one large mapping? A base that never changes, and the few changes upon it.

A plain copy of 20,000 entries at each decision would be quick, but a thousand of them kept for undoing would not fit. The base
may be one whose values are read from a file when they are asked for: no value is looked at but for its own sake.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from math import isqrt
from typing import Any, TypeVar, overload

from timeline_app.model.outline import Catalogue

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")

# Changes become older ones when there are more of them than this, or than the root of those: there the room that many states
# take is least (half the changes are copied each time, and all older ones once in so many times).
_FEW_CHANGES = 64


class Layered(Mapping[K, V]):
    """A mapping that never changes and shares most of itself with the one it was made from."""

    __slots__ = ("_changes", "_length", "_older", "base")

    def __init__(self, base: Mapping[K, V]) -> None:
        self.base = base
        # None stands for an entry that is gone
        self._older: dict[K, V | None] = {}
        self._changes: dict[K, V | None] = {}
        self._length = len(base)

    def __getitem__(self, key: K) -> V:
        for layer in (self._changes, self._older):
            if key in layer:
                value = layer[key]
                if value is None:
                    raise KeyError(key)
                return value
        return self.base[key]

    def __contains__(self, key: object) -> bool:
        for layer in (self._changes, self._older):
            if key in layer:
                return layer[key] is not None
        return key in self.base

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: D, /) -> V | D: ...
    def get(self, key: K, default: D | None = None, /) -> V | D | None:
        """The value, or ``default`` where there is none."""
        for layer in (self._changes, self._older):
            if key in layer:
                value = layer[key]
                return default if value is None else value
        return self.base.get(key, default)

    def __iter__(self) -> Iterator[K]:
        return iter(self.keys())

    def __len__(self) -> int:
        return self._length

    def keys(self) -> KeysView[K]:
        """The keys, in the order of the base and then of their coming."""
        names: dict[K, Any] = dict.fromkeys(self.base)
        return self._changed(names).keys()

    def values(self) -> ValuesView[V]:
        """The values, in the order of the keys."""
        return self._flat().values()

    def items(self) -> ItemsView[K, V]:
        """Keys with their values."""
        return self._flat().items()

    @property
    def changes(self) -> dict[K, V | None]:
        """What is different from ``base``, None where an entry is gone."""
        return {**self._older, **self._changes}

    def with_changes(self, changes: Mapping[K, V | None]) -> Layered[K, V]:
        """The mapping with these entries put, or taken away where the value is None."""
        if not changes:
            return self
        made: Layered[K, V] = Layered(self.base)
        made._older, made._changes = self._older, {**self._changes, **changes}
        made._length = self._length + sum((value is not None) - (key in self) for key, value in changes.items())
        if len(made._changes) > max(_FEW_CHANGES, isqrt(len(self._older))):
            made._older, made._changes = made.changes, {}
        return made

    def differing(self, other: Layered[K, V]) -> set[K]:
        """The keys whose values are not the very same in both; quick when both share their base."""
        if self.base is not other.base:
            keys = {*self.keys(), *other.keys()}
        elif self._older is not other._older:
            keys = self.changes.keys() | other.changes.keys()
        else:
            keys = self._changes.keys() | other._changes.keys()
        return {key for key in keys if self._at_hand(key) is not other._at_hand(key)}

    def _at_hand(self, key: K) -> object:
        """The value; for one that was not read yet, something that no other base gives."""
        for layer in (self._changes, self._older):
            if key in layer:
                return layer[key]
        return self.base.peek(key) if isinstance(self.base, Catalogue) else self.base.get(key)

    def _flat(self) -> dict[K, V]:
        whole: Any = self.base.everything() if isinstance(self.base, Catalogue) else dict(self.base)
        return self._changed(whole)

    def _changed(self, flat: dict[K, V]) -> dict[K, V]:
        for key, value in self.changes.items():
            if value is None:
                flat.pop(key, None)
            else:
                flat[key] = value
        return flat


def layered(mapping: Mapping[K, V]) -> Layered[K, V]:
    """The mapping as a layered one; itself when it is one."""
    return mapping if isinstance(mapping, Layered) else Layered(dict(mapping))
