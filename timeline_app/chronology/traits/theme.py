"""Of which body, programme, ship or other thing with a name does a whole article tell? The name that returns most often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_phrase, word_list
from timeline_app.chronology.sentences.words import Word, bare, words_of
from timeline_app.chronology.traits.participant import bodies
from timeline_app.chronology.traits.proper import listed, stops
from timeline_app.chronology.traits.trait import of_place, place_at

_REACH, _OPENING, _FEWEST, _LONGEST, _SHORT, _HALF = 6000, 250, 3, 3, 4, 2
_JOINED = ("", *"وبلف")
_QUOTED = re.compile('[«"“]([^«»"“”\\n]{4,24})[»"”]')
# Endings that a common noun has and a foreign name rarely: «متهمين», «معلومات», «مسافرا», «أجزاء», «تذكرة», «دوري».
_COMMON = re.compile(r".*(?:ين|ون|ات|ا|اً|اء|ه|ة|ي)\Z|[بل].*")
# Broken plurals by their pattern: «أعمال», «خرائط», «مناطق», «سكان».
_PLURAL = re.compile(r"(?:ا\w\wا\w|[^\Wمت]?\wا[^\Wوي]\w|\w\wا\w{2})\Z")
_LENT = ("month_word", "weekday", "stop", "dated_word", "number_word", "measuring")


@lru_cache(maxsize=32)
def theme(text: str) -> tuple[str, bool]:
    """The name as first written, and whether it is of a body or a thing and not of a person perhaps; empty where none is."""
    words = words_of(text, 0, min(len(text), _REACH))
    things = [*_of_bodies(words, text), *_quoted(words, text)]
    name, _ = max([*things, *_single(words, text)], key=lambda named: named[1], default=("", 0))
    return name, name in dict(things)


def _of_bodies(words: Sequence[Word], text: str) -> Iterator[tuple[str, int]]:
    """Bodies that the opening names in two words or more («حركة …», «المحكمة العليا»)."""
    for body in bodies([word for word in words if word.start < _OPENING], text):
        skipped = 0 if body[0].form.startswith("ال") else 1
        places = _places(words, body[skipped:])
        if len(places) >= _FEWEST:
            ends = _extended(words, [place + len(body) - skipped for place in places], text)
            last = next(end for end, place in zip(ends, places, strict=True) if words[place].start >= body[0].start)
            yield " ".join(text[body[0].start : words[last - 1].end].split()), len(places)


def _places(words: Sequence[Word], name: Sequence[Word]) -> list[int]:
    """Where words stand that differ from those of a name only in what is joined to them."""
    wanted = [bare(word.form) for word in name]
    return [i for i in range(len(words)) if [bare(word.form) for word in words[i : i + len(wanted)]] == wanted]


def _extended(words: Sequence[Word], ends: list[int], text: str) -> list[int]:
    """The ends of a name moved on as long as most of them are followed by one and the same word that may belong to it."""
    for _ in range(_LONGEST):
        after = Counter(words[end].form for end in ends if end < len(words) and not stops(words[end], text))
        form, count = next(iter(after.most_common(1)), ("", 0))
        if _HALF * count <= len(ends) or _is_plain(form):
            break
        ends = [end + (words[end].form == form if end < len(words) else 0) for end in ends]
    return ends


def _quoted(words: Sequence[Word], text: str) -> Iterator[tuple[str, int]]:
    """Names that the opening puts in quotation marks, of three words at most and none of them a verb or a particle."""
    for match in _QUOTED.finditer(text, 0, _HALF * _OPENING):
        inner = words_of(match[1])
        before = next((word.form for word in reversed(words) if word.end <= match.start() and not word.is_mark), "")
        if before in discourse("source") or not 1 <= len(inner) <= _LONGEST or any(_is_plain(word.form) for word in inner):
            continue
        count = len(_places(words, inner))
        if count >= _FEWEST:
            name = " ".join(match[1].split())
            yield f"«{name}»" if " " in name else name, count


def _single(words: Sequence[Word], text: str) -> Iterator[tuple[str, int]]:
    """Words of the opening that never carry an article, a pronoun, a number or a definite noun: names that no list knows."""
    count = Counter(word.form for word in words)
    for i, word in enumerate(words):
        if word.start >= _OPENING:
            return
        form = word.form
        told = sum(count[joint + form] for joint in _JOINED)
        if told >= _FEWEST and _may_name(words, i, text) and not _is_common(words, form, count):
            yield text[word.start : word.end], told


def _may_name(words: Sequence[Word], i: int, text: str) -> bool:
    form = words[i].form
    if len(form) < _SHORT or form.startswith(("ال", "لل", "وال", "بال")) or _COMMON.match(text[words[i].start : words[i].end]):
        return False
    known = form in listed("given") or form in listed("offices") or form in listed("bodies") or form in listed("named_after")
    known = known or place_at(words, i) is not None or bool(of_place(form)) or form in listed("name_parts")
    return not known and not stops(words[i], text) and not _is_plain(form) and not _PLURAL.match(form)


def _is_plain(form: str) -> bool:
    """A verb, an event, a particle, a word of time or number: no part of a name."""
    if any(form in discourse(name) for name in _LENT) or form in word_list("common") or form in word_list("units"):
        return True
    return any_verb(form) is not None or noun_of(form) is not None or is_phrase(form) or form[:1].isdigit()


def _is_common(words: Sequence[Word], form: str, count: Counter[str]) -> bool:
    """Whether a word stands with what a name does not take: the article, a pronoun, a number before, a definite noun after."""
    if any(count[f"{joint}ال{form}"] for joint in _JOINED) or any(count[form + ending] for ending in ("ه", "ها", "هم", "ا")):
        return True
    places = [k for k, word in enumerate(words) if word.form == form]
    counted = any(words[k - 1].form[:1].isdigit() or words[k - 1].form in word_list("numerals") for k in places if k)
    ruled = sum(words[k + 1].form.startswith("ال") for k in places if k + 1 < len(words))
    return counted or _HALF * ruled > len(places)
