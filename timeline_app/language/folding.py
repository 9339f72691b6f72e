"""How do two spellings of one word become equal? Marks away, letters and digits unified, every offset mapped back.

Folding strips tashkeel, tatweel, bidi marks and soft hyphens, unifies the seats of hamza, final ya, ta marbuta, the
Persian kaf and ya, the presentation forms of a letter, and the three digit families. Because combining hamza and madda
are stripped too, composed and decomposed text (NFC, NFD) fold alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
TATWEEL = "\u0640"
SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_STRIPPED = re.compile(f"[{MARKS}{INVISIBLE}{TATWEEL}]+")
_ALEF, _WAW, _YA, _HA, _KAF = "\u0627", "\u0648", "\u064a", "\u0647", "\u0643"
_UNIFIED = {
    **dict.fromkeys("\u0622\u0623\u0625\u0671\u0672\u0673", _ALEF),
    "\u0624": _WAW,
    **dict.fromkeys("\u0626\u0649\u06cc\u06d2", _YA),
    **dict.fromkeys("\u0629\u06c0\u06d5\u06c1\u06c3\u06be", _HA),
    **dict.fromkeys("\u06a9\u06ad\u06af", _KAF),
    "\u06a4": "\u0641",
    **{chr(0x660 + n): str(n) for n in range(10)},
    **{chr(0x6F0 + n): str(n) for n in range(10)},
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\t", " "),
}
_FORMS = "\ufb50-\ufbb1\ufe80-\ufef4"
_PRESENTED = {
    chr(code): letter
    for code in (*range(0xFB50, 0xFBB2), *range(0xFE80, 0xFEF5))
    if len(letter := unicodedata.normalize("NFKC", chr(code))) == 1
}
_TABLE = str.maketrans({**{form: _UNIFIED.get(letter, letter) for form, letter in _PRESENTED.items()}, **_UNIFIED})
_COMMON = "\u0622\u0623\u0624\u0625\u0626\u0629\u0649"  # seldom is any other letter of the table met
_REPLACED = tuple((letter, _UNIFIED[letter]) for letter in _COMMON)
_RARE = re.compile(f"[{''.join(letter for letter in _UNIFIED if letter not in _COMMON)}{_FORMS}]")
_ODD = re.compile(f"{_RARE.pattern[:-1]}{_STRIPPED.pattern[1:-1]}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``offsets[i]`` is where its character ``i`` stands in the source, with the source's length last."""

    text: str
    offsets: tuple[int, ...]


def fold(text: str) -> Folded:
    """The folded text with its exact map back."""
    kept: list[int] = []
    start = 0
    for stripped in _STRIPPED.finditer(text):
        kept.extend(range(start, stripped.start()))
        start = stripped.end()
    kept.extend(range(start, len(text)))
    return Folded(fold_word(text), (*kept, len(text)))


def fold_word(text: str) -> str:
    """The folded characters alone."""
    if _ODD.search(text):
        text = _STRIPPED.sub("", text)
        if _RARE.search(text):
            return text.translate(_TABLE)
    for letter, unified in _REPLACED:
        text = text.replace(letter, unified)
    return text


def bare_word(text: str) -> str:
    """The letters as they are written, composed, without marks and tatweel."""
    return _STRIPPED.sub("", unicodedata.normalize("NFC", text))
