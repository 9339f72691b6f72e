"""What does a clause say beside its date? Kind, place, participants, ordinals and figures: what can be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline_app.chronology.sentences.clause import Clause, Shape
from timeline_app.chronology.sentences.lexicon import discourse, kinship, named_as, noun_of, places, told_as, verb_of
from timeline_app.chronology.sentences.words import Word, bare, fold, stem, words_of
from timeline_app.chronology.traits.figure import Figure, Ordinal, figures_of, only_counts, ordinals_of
from timeline_app.chronology.traits.kind import WEAK, kind_of
from timeline_app.model.step import Step

_NEAR, _OBJECT, _MARK = 6, 10, "@"
_SAID = frozenset({"other", "statement"})
_RELATIONS = ("يه", "يين", "يون", "يتين", "يان", "ي")


@dataclass(frozen=True, slots=True)
class Traits:
    """What can be compared: kind, place, the stems of its words, ordinals and figures."""

    kind: str = "other"
    place: str = ""
    stems: frozenset[str] = frozenset()
    ordinals: frozenset[Ordinal] = frozenset()
    figures: tuple[Figure, ...] = ()
    places: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()
    told: str = ""
    direct: bool = True
    subject: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    announced: frozenset[str] = frozenset()


def traits_of(clause: Clause, text: str, wider: Sequence[Word] = ()) -> Traits:
    """The traits of a clause; ordinals are also looked for in ``wider`` (the sentence) when the clause has none."""
    words = clause.sentence.words[clause.first : clause.last]
    taken = [r.span for r in clause.sentence.readings]
    ordinals = ordinals_of(words) or ordinals_of(wider)
    place, places = place_of(words, text)
    kind = kind_of(clause)
    return Traits(
        kind=kind,
        direct=clause.trigger is not None and clause.trigger.kind == kind,
        place=place,
        stems=stems_of(words, clause),
        ordinals=ordinals,
        figures=figures_of(words, taken),
        places=places,
        speaker=_speaker(clause),
        told=_told(clause, kind),
        subject=_subject(clause),
        context=stems_of(words if clause.lent else clause.sentence.words, clause),
        announced=_announced(clause),
    )


def stems_of(words: Sequence[Word], clause: Clause | None = None) -> frozenset[str]:
    """The stems of the words that carry content, without dates and figures."""
    dated = _dated(words, clause) if clause is not None else ()
    found = {_content(word.form) for word in words if word.start not in dated}
    return frozenset(stem for stem in found if stem is not None)


def content_of(words: Sequence[Word]) -> list[str]:
    """The stems of the words that carry content, in their order."""
    return [found for word in words if (found := _content(word.form)) is not None]


def _dated(words: Sequence[Word], clause: Clause) -> set[int]:
    """Where the words stand that belong to a date of the clause's sentence."""
    out = set()
    for reading in clause.sentence.readings:
        i = bisect_left(words, reading.span.start, key=_start)
        while i < len(words) and words[i].start < reading.span.end:
            out.add(words[i].start)
            i += 1
    return out


def _start(word: Word) -> int:
    return word.start


@lru_cache(maxsize=65536)
def _content(form: str) -> str | None:
    """The stem of a word that carries content, None for any other."""
    stop = discourse("stop")
    spare = form in stop or bare(form) in stop or only_counts(form)
    return _key(form) if form.isalpha() and len(form) > 2 and not spare else None


def _key(form: str) -> str:
    """A word's stem; a verb's is that of its masdar, so that «توفي» and «وفاته» are one word; a synonym's that of the first."""
    noun = noun_of(form)
    if noun is not None:
        return stem(told_as(noun.lemma))
    verb = verb_of(form)
    return stem(named_as(bare(form))) if verb is None else stem(told_as(fold(verb.masdar)))


@lru_cache(maxsize=65536)
def _stems(form: str) -> tuple[str, ...]:
    """By which stems a reason may name a word."""
    noun = noun_of(form)
    return (_key(form), stem(form), *((stem(noun.lemma),) if noun is not None else ()))


def spelled(why: Sequence[Step], quote: str) -> tuple[Step, ...]:
    """The reasons with the words as ``quote`` writes them, where they hold stems («words»); each word once."""
    written: dict[str, str] = {}
    for word in words_of(quote):
        whole = quote[word.start : word.end]
        for key in _stems(word.form):
            written.setdefault(key, whole)
    return tuple(_spelled(found, written) for found in why)


def _spelled(found: Step, written: Mapping[str, str]) -> Step:
    stems = next((value for name, value in found.arguments if name == "words"), None)
    if not isinstance(stems, str):
        return found
    words = "، ".join(dict.fromkeys(written.get(s.lstrip(_MARK), s.lstrip(_MARK)) for s in stems.split(" ")))
    return Step(found.code, tuple((name, words if name == "words" else value) for name, value in found.arguments))


def place_of(words: Sequence[Word], text: str) -> tuple[str, frozenset[str]]:
    """The place that a preposition names («في مراكش», «بالرباط»), a city before a country; and all places named."""
    named: list[tuple[bool, bool, int, str]] = []
    for i, word in enumerate(words):
        found = place_at(words, i)
        if found is None:
            continue
        key, count, is_city = found
        located = (word.form != key and word.form[:1] == "ب") or (i > 0 and words[i - 1].form in discourse("place_lead"))
        named.append((not located, not is_city, i, text[word.start : words[i + count - 1].end]))
    if not named:
        return "", frozenset()
    keys = frozenset(bare(fold(_unjoined(n[3]))) for n in named)
    first = min(named)
    return (_unjoined(first[3]) if not first[0] else ""), keys


def place_words(words: Sequence[Word]) -> int:
    """How many words at the start name a known place; 0 for none."""
    found = place_at(words, 0) if words else None
    return found[1] if found else 0


def _unjoined(place: str) -> str:
    form = fold(place).split(" ")[0]
    if form in _places()[0] or form in _phrase_heads():
        return place
    if form.startswith("لل"):
        return "ال" + place[2:]
    return place[1:] if form[:1] in "بلو" else place


def place_at(words: Sequence[Word], i: int) -> tuple[str, int, bool] | None:
    """The place that word ``i`` begins to name: its folded name, or the first word of it, how many words, whether a city."""
    phrases, single = _place_named(words[i].form)
    for option, phrase, is_city in phrases:
        if tuple(w.form for w in words[i + 1 : i + len(phrase)]) == phrase[1:]:
            return option, len(phrase), is_city
    return single


@lru_cache(maxsize=65536)
def _place_named(form: str) -> tuple[tuple[tuple[str, tuple[str, ...], bool], ...], tuple[str, int, bool] | None]:
    """The names of several words that a folded word may begin, and the place it names alone; «ب», «ل» or «و» may be joined."""
    names, phrases = _places()
    options = dict.fromkeys((form, form[1:] if form[:1] in "بلو" else form, "ال" + form[2:] if form.startswith("لل") else form))
    several = tuple((option, phrase, is_city) for option in options for phrase, is_city in phrases.get(option, ()))
    alone = next(((option, 1, names[option]) for option in options if option in names), None)
    return several, alone


@lru_cache(maxsize=65536)
def of_place(form: str) -> str:
    """The known place that a folded word is the adjective of («العراقي», «الإيرانية»), folded; empty for any other word."""
    inner = bare(form)
    for ending in _RELATIONS:
        base = inner.removesuffix(ending)
        names = (base, f"ال{base}", f"{base}ا", f"ال{base}ه", f"{base}ه", f"ال{base}يه", f"{base}يا", f"{base}ستان")
        found = next((name for name in names if base != inner and name in _places()[0]), "")
        if found:
            return found
    return ""


@cache
def _places() -> tuple[dict[str, bool], dict[str, list[tuple[tuple[str, ...], bool]]]]:
    """The places of one word, and those of several by their first, each with whether it is a city or the like."""
    table = places()
    cities = [name.strip() for listed in table["cities"].values() for name in listed.split("،")]
    names = {fold(name): False for name in table["countries"].split()} | {fold(c): True for c in cities if " " not in c}
    phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    countries = dict.fromkeys(table["country_phrases"].strip().splitlines(), False)
    for line, is_city in (countries | dict.fromkeys((c for c in cities if " " in c), True)).items():
        parts = tuple(fold(line).split())
        phrases.setdefault(parts[0], []).append((parts, is_city))
    return names, phrases


def _phrase_heads() -> frozenset[str]:
    return frozenset(_places()[1])


def _speaker(clause: Clause) -> frozenset[str]:
    """The stems that name who speaks, where the clause reports a saying, or else who does what its verb tells."""
    if clause.shape is not Shape.VERB or clause.trigger is None:
        return frozenset()
    if clause.trigger.kind != "statement":
        return doer_of(clause.sentence.words, clause.head + 1, clause.last, clause)
    return speaker_of(clause.sentence.words, clause.head + 1, clause.last, clause)


def speaker_of(words: Sequence[Word], start: int, stop: int, clause: Clause | None = None) -> frozenset[str]:
    """The stems that name who speaks, after a verb of saying at ``start - 1``: up to «أن» or a few words."""
    until = next((i for i in range(start, stop) if words[i].form in discourse("complementiser") or words[i].form == ":"), None)
    last = min(stop, start + 8) if until is None else min(until, start + 13)
    return _named_in(words[start:last], clause)


def doer_of(words: Sequence[Word], start: int, stop: int, clause: Clause | None = None) -> frozenset[str]:
    """The stems that name who does it, after a verb at ``start - 1``: up to a particle, a mark or another verb."""
    last = start
    while last < min(stop, start + _NEAR) and not _parts(words[last]):
        last += 1
    return _named_in([w for w in words[start:last] if noun_of(w.form) is None], clause)


def _parts(word: Word) -> bool:
    form = word.form
    return (
        not form.isalpha()
        or form in discourse("clause_preposition")
        or form in discourse("relative")
        or form in discourse("complementiser")
        or (verb_of(form) is not None and noun_of(form) is None)
    )


def place_stems(words: Sequence[Word]) -> frozenset[str]:
    """The stems of the places among the words."""
    return frozenset(stem(word.form) for word in words if place_at((word,), 0) is not None)


def _named_in(words: Sequence[Word], clause: Clause | None) -> frozenset[str]:
    """The stems of names: no office and no nationality, which many share."""
    told = [w for w in words if not of_place(w.form)]
    return frozenset(s for s in stems_of(told, clause) if s not in _offices())


def _announced(clause: Clause) -> frozenset[str]:
    """The families of what is done by saying it («أعلنت الوزارة فرض رسوم»): of the nouns that a verb of saying governs."""
    if clause.shape is not Shape.VERB or clause.trigger is None or clause.trigger.kind != "statement":
        return frozenset()
    words = clause.sentence.words[clause.head + 1 : min(clause.last, clause.head + 1 + _OBJECT)]
    stop = next((i for i, word in enumerate(words) if word.form in discourse("complementiser")), len(words))
    return frozenset(
        kinship(noun.kind) for word in words[:stop] if (noun := noun_of(word.form)) is not None and noun.kind not in _SAID
    )


def _subject(clause: Clause) -> frozenset[str]:
    """The stems next to the word that tells: of whom or what it is said."""
    words = clause.sentence.words
    if clause.head < 0:
        return frozenset()
    before = words[max(clause.head - _NEAR, clause.first) : clause.head] if clause.shape is Shape.VERB else ()
    return stems_of((*before, *words[clause.head + 1 : min(clause.head + 1 + _NEAR, clause.last)]), clause)


def _told(clause: Clause, kind: str) -> str:
    """The event noun that tells, by which «حريق» and «الحريق» of one day are the same; with a verb, the first noun of its kin."""
    if clause.shape in (Shape.NOUN, Shape.RELATIVE) and clause.trigger is not None:
        return stem(told_as(clause.trigger.lemma))
    if kind in WEAK:
        return ""
    nouns = (noun_of(word.form) for word in clause.sentence.words[clause.head + 1 : clause.last])
    return next((stem(told_as(noun.lemma)) for noun in nouns if noun is not None and kinship(noun.kind) == kinship(kind)), "")


@cache
def _offices() -> frozenset[str]:
    return frozenset(stem(word) for word in discourse("office"))
