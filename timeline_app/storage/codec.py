"""How is a value of the model written as JSON, and read back? By its own fields, so that no value is forgotten.

Decisions are written with their names, to be read by a person in fifty years: ``{"is": "Merge", "into": {...}}``; fields
at their default are left out. An analysis is disposable and large: its values are rows, in the order of their fields.
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
    return _writer(hint, named=True)(value)


def from_names(plain: Plain, hint: Any) -> Any:
    """The value that ``to_names`` wrote; UnreadableError for anything else. Unknown names are passed over."""
    return _guarded(_reader(hint, named=True), plain)


def to_rows(value: Any, hint: Any) -> Plain:
    """The value with its fields in order."""
    return _writer(hint, named=False)(value)


def from_rows(plain: Plain, hint: Any) -> Any:
    """The value that ``to_rows`` wrote; UnreadableError for anything else. ``plain`` is used up."""
    return _guarded(_reader(hint, named=False), plain)


@cache
def shape(hint: Any) -> str:
    """The names of the fields of everything a value of this kind can hold, in order: rows of another shape are foreign."""
    known: dict[str, str] = {}
    _outline(hint, known)
    return ";".join(known[name] for name in sorted(known))


def _outline(hint: Any, known: dict[str, str]) -> None:
    for argument in get_args(hint):
        _outline(argument, known)
    if not _holds_fields(hint):
        return
    for kind in _family(hint):
        if kind.__name__ not in known:
            own = _hints(kind)
            known[kind.__name__] = f"{kind.__name__}({','.join(f'{name}:{inner}' for name, inner, _ in own)})"
            for _, inner, _ in own:
                _outline(inner, known)


def _guarded(read: Reader, plain: Plain) -> Any:
    try:
        return read(plain)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError) as wrong:
        raise UnreadableError(str(wrong)) from wrong


@cache
def _writer(hint: Any, *, named: bool) -> Writer:
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_writer(get_args(hint), named=named)
    if origin in {Union, types.UnionType}:
        return _optional_writer(hint, named=named) if _only(hint) else _tagged_writer(named=named)
    if _is_family(hint):
        return _tagged_writer(named=named)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value: value.value
    return _fields_writer_of(hint, named=named) if _holds_fields(hint) else lambda value: value


@cache
def _reader(hint: Any, *, named: bool) -> Reader:
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_reader(get_args(hint), named=named)
    if origin in {Union, types.UnionType}:
        return _optional_reader(hint, named=named) if _only(hint) else _union_reader(hint, named=named)
    if _is_family(hint):
        return _tagged_reader(_family(hint), named=named)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if _holds_fields(hint):
        return _fields_reader_of(hint, named=named)
    plain = getattr(hint, "__supertype__", hint)
    return lambda value: _checked(value, plain)


def _holds_fields(hint: Any) -> bool:
    return is_dataclass(hint)


def _checked(value: Any, kind: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{kind} expected")
    return value


def _hints(kind: Any) -> list[tuple[str, Any, Any]]:
    hints = get_type_hints(kind)
    return [(f.name, hints[f.name], f.default) for f in fields(kind)]


def _is_family(hint: Any) -> bool:
    return _holds_fields(hint) and bool(hint.__subclasses__())


def _family(hint: Any) -> tuple[Any, ...]:
    # A dataclass with slots leaves its first, slotless self behind among the subclasses.
    found = {kind.__name__: kind for kind in hint.__subclasses__() if _holds_fields(kind) and "__slots__" in vars(kind)}
    inner = [deeper for kind in found.values() for deeper in _family(kind)]
    return hint, *found.values(), *inner


def _only(hint: Any) -> Any:
    """The one kind a union allows besides None; None where it allows several."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    return kinds[0] if len(kinds) == 1 else None


def _optional_writer(hint: Any, *, named: bool) -> Writer:
    # Looked up when needed: a term may hold another term of its own kind.
    return lambda value: None if value is None else _writer(_only(hint), named=named)(value)


def _optional_reader(hint: Any, *, named: bool) -> Reader:
    return lambda plain: None if plain is None else _reader(_only(hint), named=named)(plain)


def _fields_writer(kind: Any, *, named: bool) -> Writer:
    known = [(name, _writer(hint, named=named), default) for name, hint, default in _hints(kind)]
    if not named:
        return lambda value: [write(getattr(value, name)) for name, write, _ in known]

    def write_named(value: Any) -> Plain:
        pairs = ((name, write, getattr(value, name), default) for name, write, default in known)
        return {name: write(own) for name, write, own, default in pairs if default is MISSING or own != default}

    return write_named


def _fields_reader(kind: Any, *, named: bool) -> Reader:
    known = [(name, _reader(hint, named=named)) for name, hint, _ in _hints(kind)]
    if named:
        return lambda plain: kind(**{name: read(plain[name]) for name, read in known if name in _mapping(plain)})
    deep = [(place, read) for place, (_, read) in enumerate(known)]

    def read_row(row: Any) -> Any:
        for place, read in deep:
            row[place] = read(row[place])
        return kind(*row)

    return read_row


def _mapping(plain: Any) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise TypeError("a mapping expected")
    return plain


def _tuple_writer(arguments: tuple[Any, ...], *, named: bool) -> Writer:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        write = _writer(arguments[0], named=named)
        return lambda values: [write(value) for value in values]
    writers = [_writer(argument, named=named) for argument in arguments]
    return lambda values: [write(value) for write, value in zip(writers, values, strict=True)]


def _tuple_reader(arguments: tuple[Any, ...], *, named: bool) -> Reader:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        read = _reader(arguments[0], named=named)
        return lambda plain: tuple([read(value) for value in _checked(plain, list)])
    readers = [_reader(argument, named=named) for argument in arguments]
    return lambda plain: tuple([read(value) for read, value in zip(readers, _checked(plain, list), strict=True)])


def _tagged_writer(*, named: bool) -> Writer:
    def write(value: Any) -> Plain:
        if not _holds_fields(value):
            return value
        kind: Any = type(value)
        plain = _fields_writer_of(kind, named=named)(value)
        return {"is": kind.__name__, **plain} if named else {"is": kind.__name__, "row": plain}

    return write


@cache
def _fields_writer_of(kind: Any, *, named: bool) -> Writer:
    return _fields_writer(kind, named=named)


@cache
def _fields_reader_of(kind: Any, *, named: bool) -> Reader:
    return _fields_reader(kind, named=named)


def _union_reader(hint: Any, *, named: bool) -> Reader:
    kinds: tuple[Any, ...] = get_args(hint)
    structured = tuple(kind for kind in kinds if _holds_fields(kind))
    families = tuple(kind for base in structured for kind in _family(base))
    tagged = _tagged_reader(families, named=named) if structured else None
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


def _tagged_reader(kinds: tuple[Any, ...], *, named: bool) -> Reader:
    by_name = {kind.__name__: kind for kind in kinds}

    def read(plain: Any) -> Any:
        kind = by_name[_mapping(plain)["is"]]
        reader = _fields_reader_of(kind, named=named)
        return reader(plain) if named else reader(plain["row"])

    return read
