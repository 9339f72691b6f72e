"""Which number do these words say? Cardinals, ordinals and fractions in words, and figures with their separators.

The grammar is that of the written language: hundreds before units before tens, joined by «و», each group followed by its
scale («خمسمئة وثلاثة وعشرون ألفا ومئة»). Words stand in ``resources/lexicon/numbers.toml`` and are compared folded here, so
tokens may come folded or as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from timeline_app import assets
from timeline_app.language.folding import fold_word

_ARTICLE = "\u0627\u0644"
_AND = "\u0648"
_THOUSANDS = re.compile(r"\d{1,3}(?:[,\u060c\u066c]\d{3})+\Z|\d{1,3}(?:\.\d{3}){2,}\Z", re.ASCII)
_FIGURE = re.compile(r"(\d{1,18})(?:[.,\u060c\u066b\u0631](\d{1,9}))?\Z", re.ASCII)
_NOT_DIGIT = re.compile(r"\D+", re.ASCII)
_Number = int | Fraction


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number and the ``count`` of tokens that say it.

    ``ordinal`` is true where a word can only be an ordinal («السادس»، «الحادية عشرة»); a ten or a hundred with the article
    («العشرون») can be either, and only ``definite`` is true.
    """

    value: int | float
    count: int
    ordinal: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a number, up to token ``end``; ``scale`` is its thousand or million (1 without one)."""

    value: _Number
    end: int
    scale: int = 1
    ordinal: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    tables: Mapping[str, Mapping[str, _Number]]
    words: frozenset[str]

    def value(self, key: str, *tables: str) -> _Number | None:
        for table in tables:
            found = self.tables[table].get(key)
            if found is not None:
                return found
        return None


def read_number(tokens: Sequence[str], at: int = 0) -> NumberWords | None:
    """The longest number that begins with the token ``at``, or None where none does.

    The first token carries no clitic but the article; each further one joins with «و», glued or alone. «أحد» alone, bare
    plurals («آلاف»، «مئات») and the weekday «الاثنين» are no numbers. Looks at a bounded number of tokens; never fails.
    """
    begins = 0 <= at < len(tokens) and begins_number(tokens[at])
    first = (_fraction(tokens, at) or _term(tokens, at, joined=False)) if begins else None
    if first is None:
        return None
    whole = _above(tokens, first) if first.ordinal else _with_fraction(tokens, _sum(tokens, first))
    value = int(whole.value) if whole.value.denominator == 1 else float(whole.value)
    return NumberWords(value, whole.end - at, first.ordinal, first.definite)


@lru_cache(maxsize=65536)
def begins_number(token: str) -> bool:
    """Whether a number may begin with this token: asked of every word of a text, where few say yes."""
    key, _, _ = _word((token,), 0, joined=False)
    return key[:1].isdigit() or key in _lexicon().words


def number_words() -> frozenset[str]:
    """Every word that can be part of a number, folded, without article and conjunction."""
    return _lexicon().words


def _sum(tokens: Sequence[str], first: _Part) -> _Part:
    """``first`` with the smaller groups that follow it: «مليون» + «وثلاثمئة ألف» + «وعشرون»."""
    whole = first
    while whole.scale > 1:
        part = _term(tokens, whole.end, joined=True)
        if part is None or part.ordinal or part.scale >= whole.scale or part.value >= whole.scale:
            break
        whole = _Part(whole.value + part.value, part.end, part.scale)
    return whole


def _above(tokens: Sequence[str], ordinal: _Part) -> _Part:
    """An ordinal with the hundreds above it: «الخامسة بعد المئة»."""
    lexicon = _lexicon()
    if _key(tokens, ordinal.end) not in lexicon.tables["above"]:
        return ordinal
    key, definite, end = _word(tokens, ordinal.end + 1, joined=False)
    hundreds = lexicon.value(key, "hundreds", "scales") if definite else None
    return ordinal if hundreds is None or hundreds <= ordinal.value else _Part(ordinal.value + hundreds, end, 1, ordinal=True)


def _with_fraction(tokens: Sequence[str], whole: _Part) -> _Part:
    """«ثلاثة ونصف», and of the last scale: «مليون ونصف المليون»."""
    lexicon = _lexicon()
    key, _, end = _word(tokens, whole.end, joined=True)
    part = lexicon.value(key, "fractions")
    if part is None or whole.value.denominator != 1:
        return whole
    again, _, after = _word(tokens, end, joined=False)
    if whole.scale > 1 and lexicon.value(again, "scales") == whole.scale:
        end = after
    return _Part(whole.value + part * whole.scale, end)


def _fraction(tokens: Sequence[str], at: int) -> _Part | None:
    """«نصف»، «ثلاثة أرباع»، «ربع مليون»."""
    lexicon = _lexicon()
    key, definite, end = _word(tokens, at, joined=False)
    value = lexicon.value(key, "fractions")
    if value is None and (unit := lexicon.value(key, "units")) is not None:
        share = lexicon.value(_key(tokens, end), "fractions_after_unit")
        value, end = (unit * share, end + 1) if share is not None else (None, end)
    return None if value is None else _scaled(tokens, _Part(value, end, definite=definite))


def _term(tokens: Sequence[str], at: int, *, joined: bool) -> _Part | None:
    """A group below a thousand with its scale, or a scale alone."""
    lexicon = _lexicon()
    key, definite, end = _word(tokens, at, joined=joined)
    for table, factor in (("scales_twice", 2), ("scales", 1)):
        scale = lexicon.value(key, table)
        if scale is not None:
            return _scaled(tokens, _Part(scale * factor, end, int(scale), definite=definite))
    part = _figures(key, definite=definite, end=end) or _below_thousand(tokens, at, joined=joined)
    return part if part is None or part.ordinal else _scaled(tokens, part)


def _scaled(tokens: Sequence[str], part: _Part) -> _Part:
    """``part`` times the scales that follow it, each greater than the one before («خمسة آلاف»، «ألف مليون»)."""
    lexicon = _lexicon()
    while (scale := lexicon.value(_key(tokens, part.end), "scales_after_number")) is not None and scale > part.scale:
        part = _Part(part.value * scale, part.end + 1, int(scale), definite=part.definite)
    return part


def _figures(key: str, *, definite: bool, end: int) -> _Part | None:
    value = _figure(key)
    return None if value is None else _Part(value, end, definite=definite)


def _below_thousand(tokens: Sequence[str], at: int, *, joined: bool) -> _Part | None:
    lexicon = _lexicon()
    key, definite, end = _word(tokens, at, joined=joined)
    hundreds = lexicon.value(key, "hundreds")
    if hundreds is None and (unit := lexicon.value(key, "units")) is not None:
        after = lexicon.value(_key(tokens, end), "hundred_after_unit")
        hundreds, end = (unit * after, end + 1) if after is not None else (None, end)
    if hundreds is None:
        return _below_hundred(tokens, at, joined=joined)
    rest = _below_hundred(tokens, end, joined=True)
    if rest is None:
        return _Part(hundreds, end, definite=definite)
    return _Part(hundreds + rest.value, rest.end, ordinal=rest.ordinal, definite=definite)


def _below_hundred(tokens: Sequence[str], at: int, *, joined: bool) -> _Part | None:
    lexicon = _lexicon()
    key, definite, end = _word(tokens, at, joined=joined)
    whole = lexicon.value(key, "teens", "tens")
    if whole is not None:
        return _Part(whole, end, definite=definite)
    unit = lexicon.value(key, "units", "compound", "ordinals", "compound_ordinals")
    if unit is None:
        return None
    ordinal = lexicon.value(key, "ordinals", "compound_ordinals") is not None
    if lexicon.value(_key(tokens, end), "tens") == 10 and unit < 10:
        return _Part(unit + 10, end + 1, ordinal=ordinal, definite=definite)
    weekday = definite and key in lexicon.tables["weekdays"]
    ten_key, _, after = _word(tokens, end, joined=True)
    ten = lexicon.value(ten_key, "tens")
    if ten is not None and ten > 10 > unit and not weekday:
        return _Part(unit + ten, after, ordinal=ordinal, definite=definite)
    if weekday or lexicon.value(key, "compound", "compound_ordinals") is not None:
        return None
    return _Part(unit, end, ordinal=ordinal, definite=definite)


def _key(tokens: Sequence[str], at: int) -> str:
    """The folded token, as it stands; empty beyond the last."""
    return _folded(tokens[at]) if 0 <= at < len(tokens) else ""


def _word(tokens: Sequence[str], at: int, *, joined: bool) -> tuple[str, bool, int]:
    """The folded word at ``at`` without conjunction (demanded when ``joined``) and article, whether it had one, its end."""
    key, end = _key(tokens, at), at + 1
    if joined:
        if not key.startswith(_AND):
            return "", False, end
        key = key[1:]
        if not key:
            key, end = _key(tokens, end), end + 1
    words = _lexicon().words
    if key not in words and key.startswith(_ARTICLE):
        return key[2:], True, end
    return key, False, end


@lru_cache(maxsize=4096)
def _folded(token: str) -> str:
    return fold_word(token)


def _figure(key: str) -> _Number | None:
    if not key[:1].isdigit() or len(key) > 40:
        return None
    if _THOUSANDS.match(key):
        return int(_NOT_DIGIT.sub("", key))
    match = _FIGURE.match(key)
    if match is None:
        return None
    return Fraction(f"{match[1]}.{match[2]}") if match[2] else int(match[1])


@cache
def _lexicon() -> _Lexicon:
    source = assets.table(assets.resource("lexicon", "numbers.toml").read_text("utf-8"))
    tables = {name: dict(_entries(table)) for name, table in source.items()}
    return _Lexicon(tables, frozenset(word for table in tables.values() for word in table))


def _entries(table: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, _Number]]:
    for number, words in table.items():
        value = Fraction(number.replace("_", ""))
        for word in words:
            yield fold_word(word), int(value) if value.denominator == 1 else value
