"""How do many states share one large mapping? A base that never changes, and the few changes upon it.

A plain copy of 20,000 entries at each decision would be quick, but a thousand of them kept for undoing would not fit.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from math import isqrt
from typing import TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")

# A base is made anew when more entries differ from it than this, or than the root of its size: there the room that many
# states take is least (half the changes are copied each time, and the whole base once in so many times).
_FEW_CHANGES = 64


class Layered(Mapping[K, V]):
    """A mapping that never changes and shares most of itself with the one it was made from."""

    __slots__ = ("_base", "_changes", "_length")

    def __init__(self, base: dict[K, V]) -> None:
        self._base = base
        self._changes: dict[K, V | None] = {}  # None stands for an entry that is gone
        self._length = len(base)

    def __getitem__(self, key: K) -> V:
        value = self._changes[key] if key in self._changes else self._base[key]
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return (self._changes[key] is not None) if key in self._changes else key in self._base

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: D, /) -> V | D: ...
    def get(self, key: K, default: D | None = None, /) -> V | D | None:
        """The value, or ``default`` where there is none."""
        if key in self._changes:
            value = self._changes[key]
            return default if value is None else value
        return self._base.get(key, default)

    def __iter__(self) -> Iterator[K]:
        return iter(self._flat())

    def __len__(self) -> int:
        return self._length

    def keys(self) -> KeysView[K]:
        """The keys, in the order of the base and then of their coming."""
        return self._flat().keys()

    def values(self) -> ValuesView[V]:
        """The values, in the order of the keys."""
        return self._flat().values()

    def items(self) -> ItemsView[K, V]:
        """Keys with their values."""
        return self._flat().items()

    def with_changes(self, changes: Mapping[K, V | None]) -> Layered[K, V]:
        """The mapping with these entries put, or taken away where the value is None."""
        if not changes:
            return self
        made: Layered[K, V] = Layered(self._base)
        made._changes = {**self._changes, **changes}
        made._length = self._length + sum((value is not None) - (key in self) for key, value in changes.items())
        if len(made._changes) <= max(_FEW_CHANGES, isqrt(len(self._base))):
            return made
        return Layered(dict(made.items()))

    def differing(self, other: Layered[K, V]) -> set[K]:
        """The keys whose values are not the very same in both; quick when both share their base."""
        shared = self._base is other._base
        keys = self._changes.keys() | other._changes.keys() if shared else self.keys() | other.keys()
        return {key for key in keys if self.get(key) is not other.get(key)}

    def _flat(self) -> dict[K, V]:
        flat = self._base.copy()
        for key, value in self._changes.items():
            if value is None:
                flat.pop(key, None)
            else:
                flat[key] = value
        return flat


def layered(mapping: Mapping[K, V]) -> Layered[K, V]:
    """The mapping as a layered one; itself when it is one."""
    return mapping if isinstance(mapping, Layered) else Layered(dict(mapping))
