"""How do many texts lie in one blob, so that each can be taken out by itself? Packed one by one, behind a table of lengths.

::

    4 bytes  CRC-32 of all that follows    4 bytes  how many pieces    4 bytes each: their lengths    the pieces, deflated

Numbers are little-endian. The check is made once, at opening, so that what is unpacked much later is known to be whole.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from timeline_app.storage.codec import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGEST_PIECE = 1 << 26
_HEAD = struct.Struct("<II")
_FASTEST = 1


def pack(text: str) -> bytes:
    """A text as one piece."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FASTEST)


def unpack(piece: bytes, most: int = _LARGEST_PIECE) -> str:
    """The text of a piece; UnreadableError for anything else, or for one of more than ``most`` bytes: it may be a bomb."""
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(piece, max(1, min(most, _LARGEST_PIECE)))
        if not stream.eof:
            raise UnreadableError("piece")
        return text.decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as wrong:
        raise UnreadableError("piece") from wrong


def bind(pieces: Sequence[bytes]) -> bytes:
    """The pieces as one blob."""
    lengths = struct.pack(f"<{len(pieces)}I", *map(len, pieces))
    body = b"".join((struct.pack("<I", len(pieces)), lengths, *pieces))
    return struct.pack("<I", zlib.crc32(body)) + body


def unbind(blob: bytes) -> list[bytes]:
    """The pieces of a blob; UnreadableError when a single bit of it is another."""
    if len(blob) < _HEAD.size:
        raise UnreadableError("blob")
    check, count = _HEAD.unpack_from(blob)
    start = _HEAD.size + 4 * count
    if zlib.crc32(memoryview(blob)[4:]) != check or start > len(blob):
        raise UnreadableError("blob")
    found = []
    for length in struct.unpack_from(f"<{count}I", blob, _HEAD.size):
        found.append(blob[start : start + length])
        start += length
    if start != len(blob):
        raise UnreadableError("blob")
    return found
