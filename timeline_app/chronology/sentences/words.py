"""Which words stand in a text, where, and in what folded form may they be compared?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from timeline_app.language.folding import fold_word

_MARKS = "[\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]"
_TOKEN = re.compile(rf"((?:[^\W_]+|{_MARKS}+)+(?:[.,٫/](?=\d)\d+)*|[^\w\s]|_)")
_ARTICLE = re.compile("(?:وال|فال|بال|كال|ولل|فلل|ال|لل)(?=..)")
_LONG_VOWELS = str.maketrans("", "", "اوي")
_ROOT, _FOREIGN = 3, 6
_END_OF = attrgetter("end")
# No Arabic root has six letters: such a word is a foreign name, which papers spell by its sound («خليلوزيتش», «حاليلوزيتش»).
_SOUNDS, _DERIVED = str.maketrans("خهغقجطضصذظث", "ححكككتدسسسس"), ("است", "مست")
_ENDINGS = ("تهما", "تها", "هما", "تهم", "ات", "ين", "ون", "ها", "هم", "ان", "ته", "يه", "ه", "ي", "ا")


class Word(NamedTuple):
    """A word or a mark of punctuation of a text: where it stands (code points) and its folded form."""

    start: int
    end: int
    form: str

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation and no word."""
        return not self.form[:1].isalnum()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text without marks and tatweel, with one form of alef, yaa and taa, Western digits, lower case."""
    return fold_word(text).lower()


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words and marks of a stretch of text, in order; offsets count from the beginning of ``text``."""
    pieces = _TOKEN.split(text[start:end])  # what lies between the words, and the words, in turn
    places = list(accumulate(map(len, pieces), initial=start))
    rows = zip(places[1:-1:2], places[2::2], map(fold, pieces[1::2]), strict=True)
    made = tuple.__new__  # the constructor of a named tuple takes twice as long, and there are millions of words
    return tuple([made(Word, row) for row in rows if row[2]])


def index_at(words: Sequence[Word], offset: int) -> int:
    """The index of the first word that ends after an offset of the text."""
    return bisect_right(words, offset, key=_END_OF)


@lru_cache(maxsize=65536)
def bare(form: str) -> str:
    """A folded word without the conjunctions, prepositions and the article joined to its front."""
    found = _ARTICLE.match(form)
    if found and len(form) - found.end() >= 2:
        return form[found.end() :]
    return form


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """What stays of a folded word when one report is compared with another: no particles, endings or long vowels.

    «كنيسة» and «كنائس», «صندوق» and «صناديق» become one; a word keeps at least three letters, or stays whole.
    """
    word = _light(form)
    skeleton = word[:1] + word[1:].translate(_LONG_VOWELS)
    if len(skeleton) >= _FOREIGN and not skeleton.startswith(_DERIVED):
        return skeleton.translate(_SOUNDS)
    return skeleton if len(skeleton) >= _ROOT else word


def _light(form: str) -> str:
    word = bare(form)
    if len(word) > 4 and word[0] in "وف" and word == form:
        inner = bare(word[1:])
        word = inner if len(inner) >= 4 or inner != word[1:] else word
    elif len(word) > 4 and word[0] in "بل" and word == form and word[1:3] != "ال":
        word = word[1:] if len(word) > 5 else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
