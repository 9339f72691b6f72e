"""Which words may a written word hold? «وبالمغرب» holds «بالمغرب», «المغرب» and «مغرب», by the prefixes of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline_app import assets


@dataclass(frozen=True, slots=True)
class _Prefixes:
    conjunctions: tuple[str, ...]
    prepositions: tuple[str, ...]
    article: str
    joined: str
    shortest: int


@lru_cache(maxsize=1 << 16)
def words_within(word: str) -> tuple[str, ...]:
    """The words a folded word may hold after its prefixes, longest first, the word itself left out."""
    prefixes = _prefixes()
    found = [word]
    found += [word[len(p) :] for p in prefixes.conjunctions if word.startswith(p)]
    for form in tuple(found):
        if form.startswith(prefixes.joined):
            found.append(prefixes.article + form[len(prefixes.joined) :])
        else:
            found += [form[len(p) :] for p in prefixes.prepositions if form.startswith(p)]
    found += [form[len(prefixes.article) :] for form in tuple(found) if form.startswith(prefixes.article)]
    return tuple(dict.fromkeys(form for form in found[1:] if len(form) >= prefixes.shortest))


def core(term: str) -> str:
    """The letters that stand in every text where ``pattern(term)`` is found: the term without the article."""
    article = _prefixes().article
    return term[len(article) :] if term.startswith(article) and len(term) > len(article) else term


@lru_cache(maxsize=256)
def pattern(term: str) -> re.Pattern[str]:
    """Where a folded text holds a word that begins with ``term``, after any prefixes; group ``word`` is the term alone."""
    prefixes = _prefixes()
    conjunction = f"(?:{'|'.join(prefixes.conjunctions)})?"
    preposition = "|".join(prefixes.prepositions)
    before = f"{conjunction}(?:(?:{preposition})?(?:{prefixes.article})?|{prefixes.joined})"
    literal = re.escape(term)
    joined = ""
    if term.startswith(prefixes.article) and prefixes.joined:
        last = prefixes.joined[-1]
        joined = f"|{conjunction}{re.escape(prefixes.joined[:-1])}(?P<joined>{last}{re.escape(term[len(prefixes.article) :])})"
    return re.compile(rf"(?<![^\W_])(?:(?P<plain>{literal})|{before}(?P<word>{literal}){joined})")


@cache
def _prefixes() -> _Prefixes:
    table = assets.table(assets.resource("lexicon", "search.toml").read_text("utf-8"))
    return _Prefixes(
        tuple(table["conjunctions"]), tuple(table["prepositions"]), table["article"], table["joined"], table["shortest"]
    )
