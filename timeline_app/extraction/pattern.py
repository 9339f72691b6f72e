"""How is a rule's pattern read? A small language over classes of words, compiled to a regular expression over codes.

Each word of a text becomes one character, its code, which stands for its set of classes and its clitics; so a pattern over
classes is an ordinary regular expression over a short string. A pattern is a row of items: ``month`` (a class or a kind),
``( a | b )``, each with ``?`` ``*`` ``+`` and a slot name before it (``day:@DAY``). ``@NAME`` is a macro. The first item of
a pattern may carry any clitic, a later one none; ``+class`` asks for a joined conjunction, ``~class`` for another clitic,
``&class`` allows any. ``!class`` first or last forbids
the neighbour (``!a,b``: two neighbours), ``=class`` asks for it; ``a^b`` is a word of class a that is not of class b.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

_ITEM = re.compile(r"(?:(?P<slot>[a-z]\w*):)?(?P<atom>\(|[+~&!=]?[\w.,^-]+)(?P<times>[?*+]*)\Z")
_TOKENS = re.compile(r"(?:[a-z]\w*:)?\(|\)[?*+]*|\||[^\s()|]+")
_SIGNS = {"+": "+", "~": "~", "&": "0+~", "!": "0+~", "=": "0+~"}
_FIRST_CODE = 0x100

_BOUNDED = {"*": "{0,16}", "+": "{1,16}"}  # no pattern runs on for ever: a text of one word repeated stays linear

Key = tuple[frozenset[str], str]


class Alphabet:
    """The codes: one character for each set of classes with its clitics, and the characters of each class.

    ``atoms`` keeps what the words of patterns have been compiled to: the same ones come again and again.
    """

    def __init__(self, class_sets: Iterable[frozenset[str]]) -> None:
        self.codes: dict[Key, str] = {}
        self.atoms: dict[tuple[str, bool], Compiled] = {}
        self._by_class: dict[str, dict[str, list[str]]] = {}
        for classes in sorted(class_sets, key=sorted):
            for clitic in ("", "+", "~"):
                self._add(classes, clitic)

    def _add(self, classes: frozenset[str], clitic: str) -> None:
        code = chr(_FIRST_CODE + len(self.codes))
        self.codes[classes, clitic] = code
        for name in classes:
            self._by_class.setdefault(name, {}).setdefault(clitic, []).append(code)

    def code(self, classes: Iterable[str], clitic: str) -> str:
        """The character of a word with these classes."""
        return self.codes.get((frozenset(classes), clitic)) or self.codes[frozenset(), ""]

    def of(self, name: str, clitics: str) -> frozenset[str]:
        """The characters of a class with any of the clitics (``0`` stands for none)."""
        by_clitic = self._by_class.get(name)
        if by_clitic is None:
            raise ValueError(f"no word has the class {name!r}")
        wanted = ["" if clitic == "0" else clitic for clitic in clitics]
        return frozenset(code for clitic in wanted for code in by_clitic.get(clitic, ()))


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with its macros put in."""
    while "@" in pattern:
        pattern = re.sub(r"@(\w+)", lambda match: f"( {macros[match[1]]} )", pattern)
    return pattern


@dataclass(frozen=True, slots=True)
class Compiled:
    """The source of a regular expression over codes, the codes it can begin with, and whether it can match nothing."""

    source: str
    first: frozenset[str]
    empty: bool


def compile_pattern(pattern: str, alphabet: Alphabet) -> Compiled:
    """An expanded pattern as a regular expression; ValueError names the item that cannot be read."""
    items = _items(pattern)
    compiled, rest = _alternatives(items, alphabet, opening=True)
    if rest:
        raise ValueError(f"too many brackets: {pattern!r}")
    return compiled


def opening_codes(pattern: str, alphabet: Alphabet) -> frozenset[str]:
    """The codes an expanded pattern can begin with; what follows is not read, for most rules are never met in a text."""
    return frozenset(_opening(_items(pattern), alphabet)[0])


def _opening(items: list[str], alphabet: Alphabet) -> tuple[set[str], bool]:
    """The first codes of alternatives, and whether one of them can match nothing."""
    first: set[str] = set()
    may_be_empty = False
    while True:
        empty = True
        while items and items[-1][0] not in "|)":
            if empty:
                codes, empty = _opening_of_item(items, alphabet)
                first |= codes
            else:
                _pass_over(items)
        may_be_empty = may_be_empty or empty
        if not items or items[-1][0] == ")":
            return first, may_be_empty
        items.pop()


def _opening_of_item(items: list[str], alphabet: Alphabet) -> tuple[AbstractSet[str], bool]:
    text = items.pop()
    match = _ITEM.match(text)
    if match is None:
        raise ValueError(f"not an item of a pattern: {text!r}")
    if match["atom"] == "(":
        codes, empty = _opening(items, alphabet)
        return codes, items.pop()[1:2] in ("?", "*") or empty
    atom = _remembered_atom(match["atom"], alphabet, opening=True)
    return atom.first, atom.empty or match["times"][:1] in ("?", "*")


def _pass_over(items: list[str]) -> None:
    depth = 0
    while True:
        text = items.pop()
        depth += (text[-1] == "(") - (text[0] == ")")
        if not depth:
            return


def _items(pattern: str) -> list[str]:
    return _TOKENS.findall(pattern)[::-1]


def _alternatives(items: list[str], alphabet: Alphabet, *, opening: bool) -> tuple[Compiled, list[str]]:
    branches = []
    while True:
        branches.append(_row(items, alphabet, opening=opening))
        if not items or items[-1][0] == ")":
            break
        items.pop()
    source = "|".join(branch.source for branch in branches)
    first = frozenset().union(*(branch.first for branch in branches))
    return Compiled(source, first, any(branch.empty for branch in branches)), items


def _row(items: list[str], alphabet: Alphabet, *, opening: bool) -> Compiled:
    source: list[str] = []
    first: frozenset[str] = frozenset()
    empty = True
    while items and items[-1][0] not in "|)":
        item = _item(items, alphabet, opening=opening and empty)
        source.append(item.source)
        if empty:
            first |= item.first
        empty = empty and item.empty
    return Compiled("".join(source), first, empty)


def _item(items: list[str], alphabet: Alphabet, *, opening: bool) -> Compiled:
    text = items.pop()
    match = _ITEM.match(text)
    if match is None:
        raise ValueError(f"not an item of a pattern: {text!r}")
    name, times = match["atom"], match["times"]
    if name == "(":
        inner, _ = _alternatives(items, alphabet, opening=opening)
        times = items.pop()[1:]
        inner = Compiled(f"(?:{inner.source})", inner.first, inner.empty)
    else:
        inner = _remembered_atom(name, alphabet, opening=opening)
    source = inner.source + _BOUNDED.get(times, times)
    if match["slot"]:
        source = f"(?P<{match['slot']}>{source})"
    return Compiled(source, inner.first, inner.empty or times[:1] in ("?", "*"))


def _remembered_atom(name: str, alphabet: Alphabet, *, opening: bool) -> Compiled:
    found = alphabet.atoms.get((name, opening))
    if found is None:
        found = alphabet.atoms[name, opening] = _atom(name, alphabet, opening=opening)
    return found


def _atom(atom: str, alphabet: Alphabet, *, opening: bool) -> Compiled:
    sign, name = (atom[0], atom[1:]) if atom[0] in _SIGNS else ("", atom)
    clitics = _SIGNS.get(sign, "0+~" if opening else "0")
    sets = [_codes(each, clitics, alphabet) for each in name.split(",")]
    characters = "".join(character_set(codes) for codes in sets)
    if sign in ("!", "="):
        look = ("?<!" if sign == "!" else "?<=") if opening else ("?!" if sign == "!" else "?=")
        return Compiled(f"({look}{characters})", frozenset(), empty=True)
    return Compiled(characters, sets[0], empty=False)


def character_set(codes: Iterable[str]) -> str:
    """The regular expression for one of the codes, runs of them written as ranges."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, codes)):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in ranges) + "]"


def _codes(name: str, clitics: str, alphabet: Alphabet) -> frozenset[str]:
    """The codes of a class, without those of the classes after ``^``."""
    kept, *without = name.split("^")
    codes = alphabet.of(kept, clitics)
    for each in without:
        codes -= alphabet.of(each, "0+~")
    return codes
