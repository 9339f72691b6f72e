"""What is one token of a text? Its classes, its clitics and its exact place, found once for each spelling.

Tokens tile the text: a run of letters with its marks, a figure with the separators inside it, or one other character,
each with the spaces after it. A token is looked up by its spelling as it stands, and only an unknown spelling is folded
and taken apart; so folding costs nothing where words repeat, and offsets need no map.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from timeline_app.language.figure import figure_classes
from timeline_app.language.folding import INVISIBLE, MARKS, SPACES, TATWEEL, bare_word, fold_word
from timeline_app.language.lexicon import Classes, lexicon
from timeline_app.model.frozen import frozen

LETTERS = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u0370-\u052f\u0620-\u063f\u0641-\u064a"
    f"\u066e\u066f\u0671-\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc{MARKS}{INVISIBLE}{TATWEEL}"
)
DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
TOKEN = re.compile(
    rf"(?:[{LETTERS}]++|[{DIGITS}]+(?:[{INVISIBLE}]*[./:,\u066b\u066c\u2013\u2010\u2011\\-][{INVISIBLE}]*[{DIGITS}]+)*|.)[{SPACES}{INVISIBLE}]*+",
    re.DOTALL,
)

_LONGEST = 48
_MEMO = 60_000
_CONJUNCTIONS, _PREPOSITIONS = "\u0648\u0641", "\u0628\u0644\u0643"
_LAM, _ALEF = "\u0644", "\u0627"
_SKIPPED = re.compile(f"[{MARKS}{INVISIBLE}{TATWEEL}]*")
_RANGES = re.findall("(.)(?:-(.))?", SPACES + INVISIBLE)
_TRAILING = "".join(chr(code) for first, last in _RANGES for code in range(ord(first), ord(last or first) + 1))
_NEWLINES = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_PUNCTUATION = {
    "/": "slash", "\\": "slash", ".": "dot", ":": "colon", "(": "open", ")": "close", "[": "open", "]": "close",
    ",": "comma", "\u060c": "comma", "\u061b": "semicolon", "%": "percent", "=": "equals", "\u066a": "percent",
    **dict.fromkeys("\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019", "quote"),
    **dict.fromkeys(_DASHES, "dash"), **dict.fromkeys(_NEWLINES, "newline"), "!": "stop", "?": "stop", "\u061f": "stop",
}  # fmt: skip

OTHER = "other"
COUNTABLE = "countable"  # an unknown word that may be what a number counts: indefinite, accusative or feminine
_INDEFINITE = "\u0627\u0647"
_PRONOUN = "\u0647\u0627"
_OTHER: Classes = {OTHER: ""}
_COUNTABLE: Classes = {COUNTABLE: ""}


@frozen
class Word:
    """A token: its folded letters without clitics, its classes, and where its core stands in the spelling.

    ``clitic`` is empty, ``+`` for a joined conjunction alone, ``~`` for any other; ``lead`` counts the characters the
    clitics take and ``end`` those up to the last letter, without the spaces after it; ``whole`` keeps the clitics.
    """

    text: str
    classes: Classes
    clitic: str = ""
    lead: int = 0
    end: int = 0
    whole: str = ""


class Vocabulary(dict[str, Word]):
    """The words met so far by their spelling; an unknown spelling is taken apart once. Bounded: it forgets all when full."""

    def __missing__(self, token: str) -> Word:
        word = read_token(token)
        if len(token) <= _LONGEST:
            if len(self) >= _MEMO:
                self.clear()
            self[token] = word
        return word


def read_token(token: str) -> Word:
    """The word that a token is."""
    first = token[0]
    end = len(token.rstrip(_TRAILING))
    if name := _PUNCTUATION.get(first):
        return Word(first, {name: first}, "", 0, max(end, 1), first)
    if len(token) > 4 * _LONGEST:
        return Word("", {OTHER: ""}, "", 0, end or len(token))
    text = fold_word(token[:end]).strip()
    if not text:
        return Word("", {"dash": "-"} if TATWEEL in token else {"mark": ""}, "", 0, len(token.rstrip()) or len(token))
    if first.isdecimal():
        return Word(text, figure_classes(text), "", 0, end, text)
    return _letters(token, end, text)


def _letters(token: str, end: int, text: str) -> Word:
    words: Mapping[str, Classes] = lexicon().words
    if text in _folded_otherwise() and bare_word(token[:end]) in lexicon().otherwise:
        return Word(text, _OTHER, "", 0, end, text)
    if text in words:
        return Word(text, words[text], "", 0, end, text)
    for kind, cut, article in _cuts(text):
        stem = article + text[cut:]
        if stem in words:
            return Word(stem, words[stem], kind, _lead(token, cut), end, text)
    definite = _ALEF + _LAM in (text[:2], text[1:3])
    indefinite = text[-1:] in _INDEFINITE and not text.endswith(_PRONOUN) and not definite and len(text) > 3
    return Word(text, _COUNTABLE if indefinite else _OTHER, "", 0, end, text)


@cache
def _folded_otherwise() -> frozenset[str]:
    return frozenset(map(fold_word, lexicon().otherwise))


def _cuts(text: str) -> list[tuple[str, int, str]]:
    """The ways to cut clitics off: (kind, letters cut, the article's alef that an assimilated lam has lost)."""
    cuts: list[tuple[str, int, str]] = []
    start = 0
    if text[:1] in _CONJUNCTIONS and len(text) > 2:
        cuts.append(("+", 1, ""))
        start = 1
    if text[start : start + 2] == _LAM + _LAM:
        cuts += [("~", start + 1, _ALEF), ("~", start + 1, "")]
    elif text[start : start + 1] and text[start] in _PREPOSITIONS and len(text) > start + 2:
        cuts.append(("~", start + 1, ""))
    return cuts


def _lead(token: str, letters: int) -> int:
    """The characters of ``token`` that its first ``letters`` letters take, with their marks."""
    place = 0
    for _ in range(letters):
        place = _SKIPPED.match(token, place).end() + 1  # type: ignore[union-attr]
    return _SKIPPED.match(token, place).end()  # type: ignore[union-attr]


def punctuation_classes() -> frozenset[frozenset[str]]:
    """Every set of classes that a mark of punctuation can have."""
    return frozenset(frozenset({name}) for name in (*_PUNCTUATION.values(), "mark"))
