"""How is a rule's pattern read? A small language over classes of words, compiled to a regular expression over codes.

Each word of a text becomes one character, its code, which stands for its set of classes and its clitics; so a pattern over
classes is an ordinary regular expression over a short string. A pattern is a row of items: ``month`` (a class or a kind),
``( a | b )``, each with ``?`` ``*`` ``+`` and a slot name before it (``day:@DAY``). ``@NAME`` is a macro. The first item of
a pattern may carry any clitic, a later one none; ``+class`` asks for a joined conjunction, ``~class`` for another clitic,
``&class`` allows any. ``!class`` first or last forbids
the neighbour (``!a,b``: two neighbours), ``=class`` asks for it; ``a^b`` is a word of class a that is not of class b.

A set of codes is a mask: bit n stands for the n-th code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline_app.model.frozen import frozen

_ITEM = re.compile(r"(?:(?P<slot>[a-z]\w*):)?(?P<atom>\(|@\w+|[+~&!=]?[\w.,^-]+)(?P<times>[?*+]*)\Z")
_TOKENS = re.compile(r"(?:[a-z]\w*:)?\(|\)[?*+]*|\||[^\s()|]+")
CLITICS = ("", "+", "~")
_ANY = "0+~"
_SIGNS = {"+": "+", "~": "~", "&": _ANY, "!": _ANY, "=": _ANY}
_FIRST_CODE = 0x100
_FIRST_SIGN = 0xE000
_SIGN = re.compile("[\ue000-\uf8ff]")

_BOUNDED = {"*": "{0,16}", "+": "{1,16}"}  # no pattern runs on for ever: a text of one word repeated stays linear

Key = tuple[frozenset[str], str]


class Alphabet:
    """The codes: one character for each set of classes with its clitics, and the mask of each class.

    ``known`` keeps what the items of patterns have been compiled to: the same ones come again and again. A set of codes
    stands in a source as one sign, written out when the source is used: most rules are never met in a text.
    """

    def __init__(self, class_sets: Iterable[frozenset[str]]) -> None:
        self.codes: dict[Key, str] = {}
        self.known: dict[tuple[str, bool], Compiled] = {}
        self._masks: dict[str, dict[str, int]] = {}
        self._signs: dict[int, str] = {}
        for classes in sorted(class_sets, key=sorted):
            for clitic in CLITICS:
                self._add(classes, clitic)

    def _add(self, classes: frozenset[str], clitic: str) -> None:
        bit = 1 << len(self.codes)
        self.codes[classes, clitic] = chr(_FIRST_CODE + len(self.codes))
        for name in classes:
            masks = self._masks.get(name) or self._masks.setdefault(name, dict.fromkeys(CLITICS, 0))
            masks[clitic] |= bit

    def code(self, classes: Iterable[str], clitic: str) -> str:
        """The character of a word with these classes."""
        return self.codes.get((frozenset(classes), clitic)) or self.codes[frozenset(), ""]

    def of(self, name: str, clitics: str = _ANY) -> int:
        """The mask of a class with any of the clitics (``0`` stands for none)."""
        masks = self._masks.get(name)
        if masks is None:
            raise ValueError(f"no word has the class {name!r}")
        found = 0
        for clitic in clitics:
            found |= masks["" if clitic == "0" else clitic]
        return found

    def sign(self, mask: int) -> str:
        """What stands for a set of codes in a source."""
        return self._signs.setdefault(mask, chr(_FIRST_SIGN + len(self._signs)))

    def regular(self, source: str) -> str:
        """The regular expression that a source is, its sets written out."""
        masks = tuple(self._signs)
        return _SIGN.sub(lambda sign: character_set(masks[ord(sign[0]) - _FIRST_SIGN]), source)


def mask_of(code: str) -> int:
    """The mask of one code."""
    return 1 << (ord(code) - _FIRST_CODE)


def character_set(mask: int) -> str:
    """The regular expression for one of the codes, runs of them written as ranges."""
    ranges = []
    place = _FIRST_CODE
    while mask:
        gap = (mask & -mask).bit_length() - 1
        place, mask = place + gap, mask >> gap
        run = (~mask & (mask + 1)).bit_length() - 1
        ranges.append(chr(place) if run == 1 else f"{chr(place)}-{chr(place + run - 1)}")
        place, mask = place + run, mask >> run
    return f"[{''.join(ranges)}]"


class Compiled(NamedTuple):
    """The source of a regular expression over codes (see ``Alphabet.regular``), and what is known of its matches beforehand.

    ``first`` are the codes it can begin with, ``alone`` those that can be the whole match; each of ``pairs`` holds first
    and second codes that can stand together. What the neighbours forbid or ask for is not counted.
    """

    source: str
    first: int = 0
    alone: int = 0
    pairs: tuple[tuple[int, int], ...] = ()
    empty: bool = True

    def may_match(self, one: int, two: int) -> bool:
        """Whether a match can begin with these two codes, or with the first of them alone; as masks."""
        return bool(self.alone & one) or any(first & one and second & two for first, second in self.pairs)

    def written(self, source: str) -> Compiled:
        """The same matches by another source."""
        return Compiled(source, self.first, self.alone, self.pairs, self.empty)

    def repeated(self, times: str) -> Compiled:
        """So many times: ``?``, ``*`` or ``+``."""
        pairs = self.pairs if times[0] == "?" else (*self.pairs, (self.alone, self.first))
        return Compiled(self.source + _BOUNDED.get(times, times), self.first, self.alone, pairs, self.empty or times[0] != "+")


def compile_pattern(pattern: str, alphabet: Alphabet, macros: Mapping[str, str]) -> Compiled:
    """A pattern as a regular expression; ValueError names the item that cannot be read."""
    items = _TOKENS.findall(pattern)[::-1]
    compiled = _alternatives(items, _Reading(alphabet, macros), opening=True)
    if items:
        raise ValueError(f"too many brackets: {pattern!r}")
    return compiled


@frozen
class _Reading:
    """What the names in a pattern stand for."""

    alphabet: Alphabet
    macros: Mapping[str, str]

    def named(self, name: str, *, opening: bool) -> Compiled:
        """A class or macro compiled, once for the head of a pattern and once for what follows."""
        found = self.alphabet.known.get((name, opening))
        if found is None:
            made = self._macro(name[1:], opening=opening) if name[0] == "@" else _atom(name, self.alphabet, opening=opening)
            found = self.alphabet.known[name, opening] = made
        return found

    def _macro(self, name: str, *, opening: bool) -> Compiled:
        return _group(_alternatives(_TOKENS.findall(self.macros[name])[::-1], self, opening=opening))


def _group(inner: Compiled) -> Compiled:
    return inner.written(f"(?:{inner.source})")


def _alternatives(items: list[str], reading: _Reading, *, opening: bool) -> Compiled:
    """What stands up to the end or to a closing bracket, which is left; ``items`` come last first and are used up."""
    branches = [_row(items, reading, opening=opening)]
    while items and items[-1] == "|":
        items.pop()
        branches.append(_row(items, reading, opening=opening))
    if len(branches) == 1:
        return branches[0]
    first = alone = 0
    for branch in branches:
        first, alone = first | branch.first, alone | branch.alone
    source = "|".join([branch.source for branch in branches])
    pairs = tuple([pair for branch in branches for pair in branch.pairs])
    return Compiled(source, first, alone, pairs, any(branch.empty for branch in branches))


def _row(items: list[str], reading: _Reading, *, opening: bool) -> Compiled:
    """Items one after the other."""
    source: list[str] = []
    pairs: list[tuple[int, int]] = []
    first = alone = 0
    empty = True
    while items and items[-1][0] not in "|)":
        item = _item(items, reading, opening=opening and empty)
        source.append(item.source)
        if alone and item.first:
            pairs.append((alone, item.first))
        alone = alone if item.empty else 0
        if empty:
            first, alone, empty = first | item.first, alone | item.alone, item.empty
            pairs += item.pairs
    return Compiled("".join(source), first, alone, tuple(pairs), empty)


def _item(items: list[str], reading: _Reading, *, opening: bool) -> Compiled:
    text = items.pop()
    known = reading.alphabet.known.get((text, opening))
    if known is not None:
        return known
    match = _ITEM.match(text)
    if match is None:
        raise ValueError(f"not an item of a pattern: {text!r}")
    slot, name, times = match.groups()
    if name == "(":
        inner = _group(_alternatives(items, reading, opening=opening))
        return _in_slot(inner, slot, items.pop()[1:])
    found = _in_slot(reading.named(name, opening=opening), slot, times)
    reading.alphabet.known[text, opening] = found
    return found


def _in_slot(inner: Compiled, slot: str | None, times: str) -> Compiled:
    if times:
        inner = inner.repeated(times)
    return inner.written(f"(?P<{slot}>{inner.source})") if slot else inner


def _atom(atom: str, alphabet: Alphabet, *, opening: bool) -> Compiled:
    sign, name = (atom[0], atom[1:]) if atom[0] in _SIGNS else ("", atom)
    clitics = _SIGNS.get(sign, _ANY if opening else "0")
    masks = [_mask(each, clitics, alphabet) for each in name.split(",")]
    characters = "".join(map(alphabet.sign, masks))
    if sign in ("!", "="):
        look = ("?<!" if sign == "!" else "?<=") if opening else ("?!" if sign == "!" else "?=")
        return Compiled(f"({look}{characters})")
    return Compiled(characters, masks[0], masks[0], empty=False)


def _mask(name: str, clitics: str, alphabet: Alphabet) -> int:
    """The codes of a class, without those of the classes after ``^``."""
    kept, *without = name.split("^")
    mask = alphabet.of(kept, clitics)
    for each in without:
        mask &= ~alphabet.of(each)
    return mask
