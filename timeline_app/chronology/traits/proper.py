"""Where does a proper name end? Given names and surnames, adjectives of relation; the lists of ``participants.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache

from timeline_app.assets import resource
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb
from timeline_app.chronology.sentences.words import Word, fold
from timeline_app.chronology.traits.trait import place_at

_LONGEST, _SHORT = 5, 4
_STOPS = (
    "stop",
    "date_preposition",
    "clause_preposition",
    "relative",
    "complementiser",
    "opening",
    "comment",
    "negation",
    "hanging",
    "governing",
    "auxiliary",
)
_NISBA = ("ي", "يه", "يين", "يون", "يات")
_PRONOUNS = ("ه", "ها", "هم", "هما")


def name_end(words: Sequence[Word], start: int, text: str) -> int:
    """Where a name that begins at ``start`` ends; ``start`` where there is none."""
    i = start
    while i < min(len(words), start + _LONGEST):
        form, before = words[i].form, words[i - 1].form if i > start else ""
        known = form in listed("given") or form in listed("name_parts") or (bool(before) and form in listed("name_ends"))
        joined = before in listed("name_parts")
        if not (known or joined) and (ends_name(words, i, text) or (not before and form.startswith(("ال", "ل")))):
            break
        i += 1
        if known or joined:
            continue
        given = [w for w in words[start : i - 1] if w.form in listed("given")]
        if len(given) > 1 and not form.startswith("ال") and not _is_border(words, i):
            i -= 1
        if i - start > 1 or not _goes_on(words, i, text):
            break
    while i > start and words[i - 1].form in listed("name_parts"):
        i -= 1
    return i


def _goes_on(words: Sequence[Word], i: int, text: str) -> bool:
    """Whether the word after a first name that no list knows belongs to it: it does where the phrase ends after it."""
    if i >= len(words) or ends_name(words, i, text):
        return False
    form = words[i].form
    if form in listed("given") or form in listed("name_parts"):
        return True
    if form.startswith("ال"):
        return not is_adjective(form, "adjectives")
    return _is_border(words, i + 1)


def _is_border(words: Sequence[Word], i: int) -> bool:
    """Whether a phrase ends before word ``i``."""
    return i >= len(words) or words[i].is_mark or words[i].form in stop_words()


def ends_name(words: Sequence[Word], i: int, text: str) -> bool:
    """Whether a word can be no part of a name: a mark, a particle, a verb, an event, a place, a word with a pronoun."""
    word, form = words[i], words[i].form
    if stops(word, text) or form in listed("after_name") or form in listed("offices") or form in listed("ranks"):
        return True
    raw = text[word.start : word.end]
    if raw.endswith((*_PRONOUNS, "اً", "ًا")) or form.removesuffix("ا") in listed("offices"):
        return True
    if form[1:] in listed("offices") or (form not in listed("given") and _seems_verb(words, i)):
        return True
    place = place_at(words, i)
    if verb_of(form) is not None or noun_of(form) is not None or (place is not None and place[0] != form):
        return True
    if form.startswith(("وال", "بال", "لل", "كال", "فال")) or (form.endswith("ا") and i and words[i - 1].form in listed("ranks")):
        return True
    return form[:1] == "و" and len(form) > 3 and form not in discourse("born_with_waw")


def is_adjective(form: str, name: str) -> bool:
    """Whether a definite word qualifies: an adjective of relation («الفرنسي»), or one of a list."""
    if (
        not form.startswith("ال")
        or len(form) <= _SHORT
        or form in discourse("relative")
        or form in listed("ranks")
        or form in discourse("weekday")
    ):
        return False
    return form in listed(name) or (form.endswith(_NISBA) and noun_of(form) is None and form not in listed("bodies"))


def _seems_verb(words: Sequence[Word], i: int) -> bool:
    """Whether a word looks like a verb; right after a given name it may be a surname («أشرف غني»)."""
    form = words[i].form
    named = i > 0 and words[i - 1].form in listed("given")
    return (form[:1] == "ي" and len(form) > _SHORT - 1) or (any_verb(form) is not None and not named)


def stops(word: Word, text: str) -> bool:
    """Whether a word is a mark, a number, a particle, a weekday, or foreign."""
    form = word.form
    return not form.isalpha() or form in stop_words() or form in discourse("weekday") or text[word.start].isascii()


@cache
def stop_words() -> frozenset[str]:
    """The particles and other words that belong to no name."""
    return frozenset().union(*(discourse(name) for name in _STOPS)) - listed("given")


def plain(form: str, known: frozenset[str]) -> str:
    """The form without a joined «و», where the rest is known and the whole is not."""
    return form[1:] if form[:1] == "و" and form not in known and form[1:] in known else form


@cache
def _tables() -> dict[str, str]:
    with resource("lexicon", "participants.toml").open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=64)
def listed(name: str) -> frozenset[str]:
    """The folded words of one list of ``participants.toml``."""
    return frozenset(fold(_tables()[name]).split())


@cache
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The bodies that are a name by themselves, by their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for line in fold(_tables()["named"]).split("|"):
        phrase = tuple(line.split())
        out.setdefault(phrase[0], []).append(phrase)
    return {head: tuple(sorted(found, key=len, reverse=True)) for head, found in out.items()}
