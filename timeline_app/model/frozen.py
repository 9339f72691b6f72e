"""How is a value made? A frozen dataclass with slots, as the standard library makes it, only quicker to import and to make.

``dataclass(frozen=True, slots=True)`` compiles six methods for every class, and its ``__init__`` looks up each field by its
name. Here three are compiled, at once, and ``__init__`` hands the fields straight to their slots: half the time of each.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """The class as a frozen dataclass with slots; fields may have defaults, but no factories of them."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    names = [each.name for each in fields(made)]
    defaults = {f"_default_{each.name}": each.default for each in fields(made) if each.default is not MISSING}
    setters = {f"_set_{name}": getattr(made, name).__set__ for name in names}
    scope: dict[str, Any] = {**defaults, **setters}
    exec(_methods(names, defaults, checked=hasattr(made, "__post_init__")), scope)  # noqa: S102 - its own source
    for method in ("__init__", "__eq__", "__hash__"):
        setattr(made, method, scope[method])
    made.__repr__, made.__reduce__, made.__setattr__, made.__delattr__ = _repr, _reduce, _refuse, _refuse
    return made  # type: ignore[no-any-return]


def _methods(names: list[str], defaults: dict[str, Any], *, checked: bool) -> str:
    """The source of the methods that differ from class to class."""
    taken = [f"{name}=_default_{name}" if f"_default_{name}" in defaults else name for name in names]
    mine, others = ("".join(f"{whose}.{name}, " for name in names) for whose in ("self", "other"))
    return "\n".join(
        (
            f"def __init__({', '.join(('self', *taken))}):",
            *(f"    _set_{name}(self, {name})" for name in names),
            "    self.__post_init__()" if checked else "    pass",
            "def __eq__(self, other):",
            f"    return ({mine}) == ({others}) if other.__class__ is self.__class__ else NotImplemented",
            "def __hash__(self):",
            f"    return hash(({mine}))",
        )
    )


def _repr(self: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({shown})"


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    return type(self), tuple(getattr(self, each.name) for each in fields(self))


def _refuse(_self: object, name: str, *_: object) -> NoReturn:
    message = f"the field {name!r} of a value is not assigned to"
    raise FrozenInstanceError(message)
