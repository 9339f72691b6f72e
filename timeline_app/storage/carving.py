"""Which rows lie in the pages of a file whose tree is broken? Leaf pages read one by one, without asking SQLite.

A page holds its rows by itself (https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1); where the root of a table
or the first page is gone they can still be read. What is found may be anything: only a row that carries its own check, as
articles and decisions do, can be believed. Rows are never altered or deleted, so that an old copy of one is the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_LEAF = 0x0D
_FIRST_HEADER = 100
_USUAL_PAGE = 4096
_LARGEST_ROW = 1 << 28
_INTEGERS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}

Row = tuple[int, tuple[Any, ...]]


def rows_in(data: bytes) -> Iterator[Row]:
    """Every row in every leaf page, with its row number; what cannot be read is passed over."""
    size = page_size(data)
    for start in range(0, len(data) - size + 1, size):
        header = start + (_FIRST_HEADER if start == 0 else 0)
        if data[header] == _LEAF:
            yield from _rows_of(data, start, header, size)


def page_size(data: bytes) -> int:
    """The size of a page by the header, or the usual one where the header makes no sense."""
    said = int.from_bytes(data[16:18], "big")
    return said if said >= 512 and said & (said - 1) == 0 else _USUAL_PAGE


def _rows_of(data: bytes, start: int, header: int, size: int) -> Iterator[Row]:
    count = int.from_bytes(data[header + 3 : header + 5], "big")
    for place in range(header + 8, min(header + 8 + 2 * count, start + size - 1), 2):
        cell = int.from_bytes(data[place : place + 2], "big")
        if 0 < cell < size:
            try:
                yield _row_at(data, start + cell, size)
            except (IndexError, ValueError, OverflowError):
                continue


def _row_at(data: bytes, at: int, size: int) -> Row:
    length, at = _varint(data, at)
    number, at = _varint(data, at)
    if length > _LARGEST_ROW:
        raise ValueError(length)
    return number, tuple(_values(_payload(data, at, length, size)))


def _payload(data: bytes, at: int, length: int, size: int) -> bytes:
    """The bytes of a row: within its page, or continued on a chain of others."""
    most = size - 35
    if length <= most:
        return _exactly(data[at : at + length], length)
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    local = local if local <= most else least
    parts, following = [data[at : at + local]], int.from_bytes(data[at + local : at + local + 4], "big")
    missing = length - local
    while missing > 0:
        if not 0 < following <= len(data) // size:
            raise ValueError(following)
        page = (following - 1) * size
        part = data[page + 4 : page + 4 + min(missing, size - 4)]
        parts.append(part)
        missing -= len(part)
        following = int.from_bytes(data[page : page + 4], "big")
    return _exactly(b"".join(parts), length)


def _values(payload: bytes) -> Iterator[Any]:
    end, at = _varint(payload, 0)
    place = end
    while at < end:
        kind, at = _varint(payload, at)
        if kind in _INTEGERS:
            length = _INTEGERS[kind]
            number = int.from_bytes(_exactly(payload[place : place + length], length), "big", signed=True)
            yield None if kind == 0 else kind - 8 if kind > 7 else number
        elif kind >= 12:
            length = (kind - 12) // 2
            part = _exactly(payload[place : place + length], length)
            yield part.decode() if kind % 2 else part
        else:
            raise ValueError(kind)
        place += length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _exactly(part: bytes, length: int) -> bytes:
    if len(part) != length:
        raise ValueError(length)
    return part
