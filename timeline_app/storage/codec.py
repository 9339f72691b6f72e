"""How is a value of the model written as JSON, and read back? By its own fields, so that no value is forgotten.

With their names, to be read by a person in fifty years: ``{"is": "Merge", "into": {...}}``; fields at their default are
left out. (An analysis is disposable and large: its values are rows, see ``rowcode``.)
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Plain = Any
Reader = Callable[[Any], Any]
Writer = Callable[[Any], Plain]


class UnreadableError(ValueError):
    """What stands in the file is no value of the model."""


def to_names(value: Any, hint: Any) -> Plain:
    """The value with its fields by name."""
    return _writer(hint)(value)


def from_names(plain: Plain, hint: Any) -> Any:
    """The value that ``to_names`` wrote; UnreadableError for anything else. Unknown names are passed over."""
    return _guarded(_reader(hint), plain)


def _guarded(read: Reader, plain: Plain) -> Any:
    try:
        return read(plain)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError) as wrong:
        raise UnreadableError(str(wrong)) from wrong


@cache
def _writer(hint: Any) -> Writer:
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_writer(get_args(hint))
    if origin in {Union, types.UnionType}:
        return _optional_writer(hint) if _only(hint) else _tagged_writer()
    if _is_family(hint):
        return _tagged_writer()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value: value.value
    return _fields_writer(hint) if _holds_fields(hint) else lambda value: value


@cache
def _reader(hint: Any) -> Reader:
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_reader(get_args(hint))
    if origin in {Union, types.UnionType}:
        return _optional_reader(hint) if _only(hint) else _union_reader(hint)
    if _is_family(hint):
        return _tagged_reader(family(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if _holds_fields(hint):
        return _fields_reader(hint)
    plain = getattr(hint, "__supertype__", hint)
    return lambda value: _checked(value, plain)


def _holds_fields(hint: Any) -> bool:
    return is_dataclass(hint)


def _checked(value: Any, kind: Any) -> Any:
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise TypeError(f"{kind} expected")
    return value


def _hints(kind: Any) -> list[tuple[str, Any, Any]]:
    hints = get_type_hints(kind)
    return [(f.name, hints[f.name], f.default) for f in fields(kind)]


def _is_family(hint: Any) -> bool:
    return _holds_fields(hint) and bool(hint.__subclasses__())


def family(hint: Any) -> tuple[Any, ...]:
    """A class of values with all that are derived from it, itself first."""
    # A dataclass with slots leaves its first, slotless self behind among the subclasses.
    found = {kind.__name__: kind for kind in hint.__subclasses__() if _holds_fields(kind) and "__slots__" in vars(kind)}
    inner = [deeper for kind in found.values() for deeper in family(kind)]
    return hint, *found.values(), *inner


def _only(hint: Any) -> Any:
    """The one kind a union allows besides None; None where it allows several."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    return kinds[0] if len(kinds) == 1 else None


def _optional_writer(hint: Any) -> Writer:
    # Looked up when needed: a term may hold another term of its own kind.
    return lambda value: None if value is None else _writer(_only(hint))(value)


def _optional_reader(hint: Any) -> Reader:
    return lambda plain: None if plain is None else _reader(_only(hint))(plain)


@cache
def _fields_writer(kind: Any) -> Writer:
    known = [(name, _writer(hint), default) for name, hint, default in _hints(kind)]

    def write_named(value: Any) -> Plain:
        pairs = ((name, write, getattr(value, name), default) for name, write, default in known)
        return {name: write(own) for name, write, own, default in pairs if default is MISSING or own != default}

    return write_named


@cache
def _fields_reader(kind: Any) -> Reader:
    known = [(name, _reader(hint)) for name, hint, _ in _hints(kind)]
    return lambda plain: kind(**{name: read(plain[name]) for name, read in known if name in _mapping(plain)})


def _mapping(plain: Any) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise TypeError("a mapping expected")
    return plain


def _tuple_writer(arguments: tuple[Any, ...]) -> Writer:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        write = _writer(arguments[0])
        return lambda values: [write(value) for value in values]
    writers = [_writer(argument) for argument in arguments]
    return lambda values: [write(value) for write, value in zip(writers, values, strict=True)]


def _tuple_reader(arguments: tuple[Any, ...]) -> Reader:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        read = _reader(arguments[0])
        return lambda plain: tuple([read(value) for value in _checked(plain, list)])
    readers = [_reader(argument) for argument in arguments]
    return lambda plain: tuple([read(value) for read, value in zip(readers, _checked(plain, list), strict=True)])


def _tagged_writer() -> Writer:
    def write(value: Any) -> Plain:
        if not _holds_fields(value):
            return value
        kind: Any = type(value)
        plain = _fields_writer(kind)(value)
        return {"is": kind.__name__, **plain}

    return write


def _union_reader(hint: Any) -> Reader:
    kinds: tuple[Any, ...] = get_args(hint)
    structured = tuple(kind for kind in kinds if _holds_fields(kind))
    families = tuple(kind for base in structured for kind in family(base))
    tagged = _tagged_reader(families) if structured else None
    others = [kind for kind in kinds if kind not in structured and kind is not type(None)]
    bare = [getattr(kind, "__supertype__", kind) for kind in others]

    def read(plain: Any) -> Any:
        if plain is None and type(None) in kinds:
            return None
        if tagged is not None and isinstance(plain, dict):
            return tagged(plain)
        if type(plain) in bare:
            return plain
        raise TypeError(f"{hint} expected")

    return read


def _tagged_reader(kinds: tuple[Any, ...]) -> Reader:
    by_name = {kind.__name__: kind for kind in kinds}

    def read(plain: Any) -> Any:
        kind = by_name[_mapping(plain)["is"]]
        return _fields_reader(kind)(plain)

    return read
