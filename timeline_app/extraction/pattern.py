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
from dataclasses import dataclass, replace

_ITEM = re.compile(r"(?:(?P<slot>[a-z]\w*):)?(?P<atom>\(|@\w+|[+~&!=]?[\w.,^-]+)(?P<times>[?*+]*)\Z")
_TOKENS = re.compile(r"(?:[a-z]\w*:)?\(|\)[?*+]*|\||[^\s()|]+")
CLITICS = ("", "+", "~")
_ANY = "0+~"
_SIGNS = {"+": "+", "~": "~", "&": _ANY, "!": _ANY, "=": _ANY}
_FIRST_CODE = 0x100

_BOUNDED = {"*": "{0,16}", "+": "{1,16}"}  # no pattern runs on for ever: a text of one word repeated stays linear

Key = tuple[frozenset[str], str]


class Alphabet:
    """The codes: one character for each set of classes with its clitics, and the mask of each class.

    ``known`` keeps what the words and macros of patterns have been compiled to: the same ones come again and again.
    """

    def __init__(self, class_sets: Iterable[frozenset[str]]) -> None:
        self.codes: dict[Key, str] = {}
        self.known: dict[tuple[str, bool], Compiled] = {}
        self._masks: dict[str, dict[str, int]] = {}
        for classes in sorted(class_sets, key=sorted):
            for clitic in CLITICS:
                self._add(classes, clitic)

    def _add(self, classes: frozenset[str], clitic: str) -> None:
        code = chr(_FIRST_CODE + len(self.codes))
        self.codes[classes, clitic] = code
        for name in classes:
            masks = self._masks.setdefault(name, dict.fromkeys(CLITICS, 0))
            masks[clitic] |= mask_of(code)

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


@dataclass(frozen=True, slots=True)
class Compiled:
    """The source of a regular expression over codes, and what is known of its matches before it is run.

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

    def then(self, other: Compiled) -> Compiled:
        """One after the other."""
        first, alone, pairs = self.first, 0, self.pairs
        if self.alone and other.first:
            pairs += ((self.alone, other.first),)
        if other.empty:
            alone |= self.alone
        if self.empty:
            first, alone, pairs = first | other.first, alone | other.alone, pairs + other.pairs
        return Compiled(self.source + other.source, first, alone, pairs, self.empty and other.empty)

    def repeated(self, times: str) -> Compiled:
        """So many times; ``times`` is empty for once."""
        source = self.source + _BOUNDED.get(times, times)
        pairs = self.pairs if times[:1] in ("", "?") else (*self.pairs, (self.alone, self.first))
        return Compiled(source, self.first, self.alone, pairs, self.empty or times[:1] in ("?", "*"))


def compile_pattern(pattern: str, alphabet: Alphabet, macros: Mapping[str, str]) -> Compiled:
    """A pattern as a regular expression; ValueError names the item that cannot be read."""
    items = _TOKENS.findall(pattern)[::-1]
    compiled = _alternatives(items, _Reading(alphabet, macros), opening=True)
    if items:
        raise ValueError(f"too many brackets: {pattern!r}")
    return compiled


@dataclass(frozen=True, slots=True)
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
    return replace(inner, source=f"(?:{inner.source})")


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
    source = "|".join(branch.source for branch in branches)
    pairs = tuple(pair for branch in branches for pair in branch.pairs)
    return Compiled(source, first, alone, pairs, any(branch.empty for branch in branches))


def _row(items: list[str], reading: _Reading, *, opening: bool) -> Compiled:
    row = Compiled("")
    while items and items[-1][0] not in "|)":
        row = row.then(_item(items, reading, opening=opening and row.empty))
    return row


def _item(items: list[str], reading: _Reading, *, opening: bool) -> Compiled:
    text = items.pop()
    match = _ITEM.match(text)
    if match is None:
        raise ValueError(f"not an item of a pattern: {text!r}")
    slot, name, times = match.groups()
    if name == "(":
        inner = _group(_alternatives(items, reading, opening=opening))
        times = items.pop()[1:]
    else:
        inner = reading.named(name, opening=opening)
    if times:
        inner = inner.repeated(times)
    return replace(inner, source=f"(?P<{slot}>{inner.source})") if slot else inner


def _atom(atom: str, alphabet: Alphabet, *, opening: bool) -> Compiled:
    sign, name = (atom[0], atom[1:]) if atom[0] in _SIGNS else ("", atom)
    clitics = _SIGNS.get(sign, _ANY if opening else "0")
    masks = [_mask(each, clitics, alphabet) for each in name.split(",")]
    characters = "".join(map(character_set, masks))
    if sign in ("!", "="):
        look = ("?<!" if sign == "!" else "?<=") if opening else ("?!" if sign == "!" else "?=")
        return Compiled(f"({look}{characters})")
    return Compiled(characters, masks[0], masks[0], (), empty=False)


def _mask(name: str, clitics: str, alphabet: Alphabet) -> int:
    """The codes of a class, without those of the classes after ``^``."""
    kept, *without = name.split("^")
    mask = alphabet.of(kept, clitics)
    for each in without:
        mask &= ~alphabet.of(each)
    return mask
