"""Who takes part in what a clause tells? Names with their office, bodies, countries that act, teams of a match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline_app.chronology.sentences.clause import COMMAS, Clause
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.words import Word, bare, words_of
from timeline_app.chronology.traits.proper import ends_name, is_adjective, listed, name_end, phrases, plain, stop_words, stops
from timeline_app.chronology.traits.trait import of_place, place_at

_MOST, _COMPLEMENT, _ADJECTIVES = 4, 6, 3
_DEFINITE = ("ال", "لل")
_REACH, _BREAK, _HASH = 4, "|", "#"


@dataclass(frozen=True, slots=True)
class _Found:
    """Who was found in ``words[first:last]``, and by which words one name is known from another."""

    first: int
    last: int
    key: tuple[str, ...]
    joined: bool = False


def participants_of(clause: Clause, text: str) -> tuple[str, ...]:
    """At most four who take part, whole as the text names them, in its order; nobody twice."""
    words = clause.sentence.words[clause.first : clause.last]
    dates = [r.span for r in clause.sentence.readings]
    plain = [w for w in words if w.form != _HASH]
    parted = [w._replace(form=_BREAK) if any(d.start <= w.start < d.end for d in dates) else w for w in plain]
    chosen: list[_Found] = []
    for found in _all(parted, text):
        if not any(set(found.key) <= set(other.key) for other in chosen):
            chosen = [other for other in chosen if not set(other.key) < set(found.key)]
            chosen.append(found)
    return tuple(_written(parted, found, text) for found in chosen[:_MOST])


def persons(words: Sequence[Word], text: str) -> Iterator[Sequence[Word]]:
    """The names of persons, each as its words without the office before it, at least two."""
    i = 0
    while i < len(words):
        found = _titled(words, i, text) or _named(words, i, text)
        lent = i > 0 and bare(words[i - 1].form) in listed("named_after")  # «طريق …» has only the name of somebody
        if found is not None and len(found.key) > 1 and found.key[0] not in listed("offices") and not lent:
            yield words[found.last - len(found.key) : found.last]
        i = i + 1 if found is None else found.last


def bodies(words: Sequence[Word], text: str) -> Iterator[Sequence[Word]]:
    """The bodies that words name, each as its words without the «و» joined to it; nobody who is only quoted."""
    i = 0
    while i < len(words):
        found = _titled(words, i, text) or _named(words, i, text)
        body = _body(words, i, text) if found is None else None
        if body is not None and body.last - body.first > 1 and not _is_source(words, i):
            first = words[body.first]
            start = first._replace(start=first.start + 1, form=first.form[1:]) if body.joined else first
            yield (start, *words[body.first + 1 : body.last])
        found = found or body
        i = i + 1 if found is None else found.last


def same_participant(one: str, other: str) -> bool:
    """Whether two names are of one: «ماكرون», «إيمانويل ماكرون» and «الرئيس الفرنسي إيمانويل ماكرون»."""
    mine, theirs = _proper(one), _proper(other)
    return mine.endswith(theirs) or theirs.endswith(mine)


@lru_cache(maxsize=4096)
def _proper(name: str) -> str:
    """The name without the office before it and without spaces, or all of it where nothing else is left."""
    words = [word.form for word in words_of(name) if not word.is_mark]
    title = words[0] in listed("offices") or words[0] in listed("ranks")
    start = next((i for i, form in enumerate(words) if i and not form.startswith("ال") and form not in listed("ranks")), 0)
    return "".join(words[start:] if title and start else words)


def _written(words: Sequence[Word], found: _Found, text: str) -> str:
    start = words[found.first].start + (1 if found.joined else 0)
    return " ".join(text[start : words[found.last - 1].end].replace(_HASH, "").split())


def _all(words: Sequence[Word], text: str) -> Iterator[_Found]:
    i = 0
    while i < len(words):
        found = (
            _titled(words, i, text)
            or _named(words, i, text)
            or _body(words, i, text)
            or _acting(words, i)
            or _team(words, i, text)
        )
        if found is not None and not _is_source(words, i):
            yield found
        i = i + 1 if found is None else found.last


def _is_source(words: Sequence[Word], i: int) -> bool:
    """«بحسب وزارة …», «جائزة الملك …»: who is only quoted, or lends a thing the name, takes no part."""
    before = words[i - 1].form if i else ""
    return bare(before) in listed("named_after") or any(w.form in discourse("source") for w in words[max(0, i - 2) : i])


@cache
def _titles() -> frozenset[str]:
    return listed("offices") | listed("ranks")


def _titled(words: Sequence[Word], i: int, text: str) -> _Found | None:
    """An office or rank with the name after it, or an office that says of what and acts («وزير المالية»)."""
    form = plain(words[i].form, _titles())
    joined = form != words[i].form
    if form in listed("ranks"):
        start = _adjectives(words, i + 1)
        start = _office(words, start, text) if start < len(words) and words[start].form.startswith("لل") else start
    elif form in listed("offices"):
        start = _office(words, i + 1, text)
        if start == i + 1:
            return None
    else:
        return None
    after = start + 1 if start < len(words) and words[start].form in COMMAS else start
    end = name_end(words, after, text)
    if end > after and (after == start or (end < len(words) and words[end].form in COMMAS)):
        return _Found(i, end, tuple(w.form for w in words[after:end]), joined)
    acts = i > 0 and verb_of(words[i - 1].form) is not None
    if acts and start - i > 1 and (form in listed("offices") or of_place(words[i + 1].form)):
        return _Found(i, start, (form, *(w.form for w in words[i + 1 : start])), joined)
    return None


def _office(words: Sequence[Word], start: int, text: str) -> int:
    """Where what an office is of ends: «الخارجية الفرنسي», «مجلس النواب», «باسم الجيش»."""
    i = start
    while i < min(len(words), start + _COMPLEMENT):
        form = words[i].form
        following = words[i + 1].form if i + 1 < len(words) else ""
        headed = following.startswith("ال") and form not in listed("given") and not ends_name(words, i, text)
        place = place_at(words, i)
        if place is not None and form != place[0]:
            break
        if (
            form == "باسم"
            or (form.startswith(_DEFINITE) and not stops(words[i], text))
            or (form.startswith("وال") and noun_of(form) is None and i > start)
        ):
            i += 1
        elif place is not None:
            i += place[1]
        elif headed and form.isalpha() and (i == start or words[i - 1].form == "باسم" or form in listed("bodies")):
            i += 1
        else:
            break
    return i


def _adjectives(words: Sequence[Word], start: int) -> int:
    i = start
    while i < min(len(words), start + _ADJECTIVES) and is_adjective(words[i].form, "adjectives"):
        i += 1
    return i


def _named(words: Sequence[Word], i: int, text: str) -> _Found | None:
    """A full name that begins with a given name: at least two words."""
    form = words[i].form
    led = i > 0 and words[i - 1].form in discourse("clause_preposition")
    if form not in listed("given") or (led and form in listed("also_nouns")):
        return None
    end = name_end(words, i, text)
    return _Found(i, end, tuple(w.form for w in words[i:end])) if end - i > 1 else None


def _body(words: Sequence[Word], i: int, text: str) -> _Found | None:
    """A body that is a name by itself, or a noun with what it is of."""
    for phrase in phrases().get(plain(words[i].form, frozenset(phrases())), ()):
        end = i + len(phrase)
        if tuple(w.form for w in words[i + 1 : end]) == phrase[1:]:
            return _Found(i, end, phrase, words[i].form != phrase[0])
    form = plain(words[i].form, listed("bodies"))
    if form not in listed("bodies"):
        return None
    end = i + 1 if form.startswith("ال") else _owner(words, i + 1, form, text)
    if end == i + 1 and not form.startswith("ال"):
        return None
    qualified = end
    while qualified < min(len(words), end + _ADJECTIVES) and is_adjective(words[qualified].form, "body_adjectives"):
        qualified += 1
    if form in listed("for_what") and qualified > end:
        qualified = _purpose(words, qualified)
    found = _Found(i, qualified, (form, *(w.form for w in words[i + 1 : qualified])), form != words[i].form)
    return found if qualified > i + 1 else None


def _purpose(words: Sequence[Word], i: int) -> int:
    """Past what a body is for: «المجلس الأعلى للقضاء», «الجمعية الوطنية لنساء المغرب»."""
    form = words[i].form if i < len(words) else ""
    if form.startswith("لل"):
        end = i + 1
        while end < len(words) and is_adjective(words[end].form, "body_adjectives"):
            end += 1
        return end
    following = words[i + 1].form if i + 1 < len(words) else ""
    owned = following.startswith("ال") and form[:1] == "ل" and form.isalpha() and form not in stop_words()
    return i + 2 if owned and noun_of(form) is None and verb_of(form[1:]) is None else i


def _owner(words: Sequence[Word], i: int, head: str, text: str) -> int:
    """Where what an indefinite noun of a body is of ends: «الشؤون الخارجية», «طالبان»."""
    if i >= len(words) or stops(words[i], text):
        return i
    form = words[i].form
    place = place_at(words, i)
    if place is not None:
        return i + place[1] if form == place[0] and head in listed("of_country") else i
    if form.startswith("ال") and noun_of(form) is None and form not in discourse("weekday"):
        end = i + 1
        while end < len(words) and head in listed("joint") and _is_joined(words[end].form):
            end += 1
        return end
    if form in listed("given"):
        return name_end(words, i, text)
    return i + 1 if head in listed("proper") and not ends_name(words, i, text) else i


def _is_joined(form: str) -> bool:
    return form.startswith("وال") and noun_of(form) is None


def _acting(words: Sequence[Word], i: int) -> _Found | None:
    """A country right after a verb («فرضت الصين»), after «بين», or joined to one that acts («وفرنسا»)."""
    place = place_at(words, i)
    if place is None or i == 0:
        return None
    before, form = words[i - 1].form, words[i].form
    verb = verb_of(before)
    acts = verb is not None and noun_of(before) is None and verb.lemma not in discourse("witness")
    metonym = verb is not None and verb.kind in _METONYMS
    if form == place[0] and ((acts and (metonym or not place[2])) or (before == "بين" and not place[2])):
        return _Found(i, i + place[1], (place[0],))
    joined = form == "و" + place[0] and i > 1 and not place[2] and _acting(words, i - 1) is not None
    return _Found(i, i + place[1], (place[0],), joined=True) if joined else None


_METONYMS = frozenset({"statement", "decision", "agreement"})


def _team(words: Sequence[Word], i: int, text: str) -> _Found | None:
    """A side of a match: after its verb, or after «على», «أمام», «مع» behind it; «بين» has two."""
    before = words[i - 1].form if i else ""
    verb = verb_of(before)
    first = verb is not None and verb.lemma in listed("match_verbs")
    told = {v.lemma for w in words[max(0, i - _REACH) : i] if (v := verb_of(w.form) or noun_of(w.form)) is not None}
    other = before in listed("against") and not told.isdisjoint(listed("match_verbs") | listed("match_nouns"))
    if not (first or other) or ends_name(words, i, text) or words[i].form[:1] in "بل" or words[i].form in listed("name_parts"):
        return None
    end = i + 1
    while end < min(len(words), i + 3) and words[end].form.startswith("ال") and not ends_name(words, end, text):
        end += 1
    if end == i + 1 and words[i].form in listed("bodies"):
        return None
    return _Found(i, end, tuple(w.form for w in words[i:end]))
