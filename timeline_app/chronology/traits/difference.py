"""What sets one report apart from another of its day? Where it happened, whose doing it was, to whom, and how strong it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline_app.chronology.sentences.clause import Clause, Shape
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, kinship, noun_of, places, told_as, verb_of
from timeline_app.chronology.sentences.words import Word, bare, fold, stem, words_of
from timeline_app.chronology.traits.act import act_of, done_to_acts, exclude, is_light
from timeline_app.chronology.traits.background import background_of
from timeline_app.chronology.traits.figure import Figure, measures_strength
from timeline_app.chronology.traits.participant import persons
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import Traits, content_of, of_place, place_at, stems_of

_LIST, _NEARLY, _PHRASE, _OFFICE = "،", 0.5, 2, "office"
# Kinds of what is done to a thing that sources call by its name.
_DONE_TO = frozenset({"opening", "agreement", "decision", "publication", "trial", "appointment", "award"})
_SHARED = ("offices", "ranks", "bodies", "adjectives", "body_adjectives")  # what many participants are called by
_LOCAL = frozenset({"violence", "match", "protest"})  # families of what happens in one place, and is told of as being there


@dataclass(frozen=True, slots=True)
class Marks:
    """What a clause names: the word that tells, the cities and countries it happened in, the other countries (also by adjective),
    who did it, the persons, and the strengths measured; ``local`` is true of what happens in one place; ``thing`` is to what it
    was done, by the stems of its first words; ``office`` is true where one is taken or left; ``end`` is true where the date ends
    what is told, false where it begins.
    """

    head: str = ""
    local: bool = False
    cities: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    strengths: frozenset[float] = frozenset()
    stems: frozenset[str] = frozenset()
    thing: tuple[str, ...] = ()
    office: bool = False
    end: bool | None = None
    act: str = ""
    background: frozenset[str] = frozenset()
    light: bool = False


UNMARKED = Marks()


def marks_of(clause: Clause, traits: Traits, participants: Sequence[str], text: str) -> Marks:
    """The marks of a clause whose traits and participants are known."""
    words = clause.sentence.words[clause.first : clause.last]
    cities, scene, nations = set[str](), set[str](), set[str]()
    for i in range(len(words)):
        city, lands = _place(words, i)
        located = bool(lands) and _is_located(words, i)
        cities |= {city} if city and located else set()
        (scene if located else nations).update(lands)
    return Marks(
        head=_head(clause.trigger),
        local=kinship(traits.kind) in _LOCAL,
        cities=frozenset(cities),
        scene=frozenset(scene),
        nations=frozenset(nations),
        doers=_doers(traits, participants),
        persons=frozenset(stem(word.form) for name in persons(words, text) for word in name),
        strengths=_strengths(traits.figures),
        stems=traits.stems,
        thing=_thing(clause, traits, participants),
        office=kinship(traits.kind) == _OFFICE,
        end=_ends(clause, traits),
        act=act_of(clause, traits.kind),
        background=_background(clause, traits),
        light=clause.trigger is not None and is_light(clause.trigger),
    )


def _background(clause: Clause, traits: Traits) -> frozenset[str]:
    """The stems that stand only in what the clause tells beside its own act."""
    beside = background_of(clause, traits.kind)
    if not beside:
        return frozenset()
    own = [word for word in clause.sentence.words[clause.first : clause.last] if word not in beside]
    return stems_of(beside) - stems_of(own)


def lands_of(words: Sequence[Word]) -> frozenset[str]:
    """The countries that words name: by name, by a city of theirs or by the adjective."""
    return frozenset[str]().union(*(_place(words, i)[1] for i in range(len(words))))


def apart(one: Marks, other: Marks) -> bool:
    """Whether two reports cannot be of one thing: for what was done, or for whom and what they name."""
    return done_apart(one, other) or named_apart(one, other)


def done_apart(one: Marks, other: Marks) -> bool:
    """Whether it happened in other cities, of what is local in other countries, with another strength, it ends on the day or
    begins, or what was done is of another sort.
    """
    if _parted(one.cities, other.cities) or _of_other_strength(one, other):
        return True
    if {one.end, other.end} == {True, False} or exclude(one.act, other.act):
        return True
    if one.local and other.local and _parted(one.scene, other.scene):
        return True
    return _is_ground(one, other) or _is_ground(other, one) or _is_about(one, other) or _is_about(other, one)


def named_apart(one: Marks, other: Marks) -> bool:
    """Whether two reports told with the same word are of countries, doers, persons or things of which none is the same, or of
    other persons where an office is taken or left.
    """
    if not one.head or (one.head != other.head and not (one.office and other.office)):
        return False
    doers = _parted(one.doers, other.doers) and _unnamed(one.doers, other) and _unnamed(other.doers, one)
    persons = _parted(one.persons, other.persons) and _unnamed(one.persons, other) and _unnamed(other.persons, one)
    lands = _parted(one.nations, other.nations | other.scene) and _parted(other.nations, one.nations | one.scene)
    if one.head != other.head:
        return persons
    return doers or persons or lands or _of_other_things(one, other)


def _is_ground(one: Marks, other: Marks) -> bool:
    """«استقال … بعد هروب السجناء», «هرب السجناء»: what the one tells as its ground, and nothing of its own, the other tells."""
    return bool(one.act) and one.act != other.act and other.head in one.background and one.head not in other.stems


def _is_about(one: Marks, other: Marks) -> bool:
    """«ندد الحزب بقصف الميناء», «قصف الميناء»: an act that is done to another act."""
    apart = one.head != other.head and (exclude(one.act, other.act) or (not other.act and one.act != other.act))
    return apart and done_to_acts(one.act) and other.head in one.stems


def _of_other_things(one: Marks, other: Marks) -> bool:
    """«افتتح مستشفى» and «افتتح محطة»; «قانون الصحافة» and «قانون الانتخابات»: of neither thing does the other report speak."""
    mine, theirs = one.thing, other.thing
    if mine[:1] == theirs[:1]:
        mine, theirs = mine[1:], theirs[1:]
    return bool(mine) and bool(theirs) and other.stems.isdisjoint(mine) and one.stems.isdisjoint(theirs)


def _unnamed(names: frozenset[str], marks: Marks) -> bool:
    """Whether the other report does not speak of those at all."""
    return names.isdisjoint(marks.stems)


def _parted(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name something, and nothing in common."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _of_other_strength(one: Marks, other: Marks) -> bool:
    mine, theirs = one.strengths, other.strengths
    return bool(mine) and bool(theirs) and all(abs(a - b) > _NEARLY for a in mine for b in theirs)


def _thing(clause: Clause, traits: Traits, participants: Sequence[str]) -> tuple[str, ...]:
    """The first words after the verb and its doer, up to a preposition: to what it was done. Nothing for what sources tell in
    words of their own each (deaths, sayings), nor words that every decision is called by («قرارا»).
    """
    if clause.shape is not Shape.VERB or traits.kind not in _DONE_TO:
        return ()
    doers = {word.form for name in participants for word in words_of(name)}
    dates = [reading.span for reading in clause.sentence.readings]
    out: list[str] = []
    of_body = False
    for word in clause.sentence.words[clause.head + 1 : clause.last]:
        dated = any(span.start <= word.start < span.end for span in dates)
        complement, of_body = of_body, word.form in listed("bodies") and not word.form.startswith("ال")
        if dated or complement or word.form in doers or any(word.form in listed(name) for name in _SHARED):
            continue
        if word.form in discourse("place_lead") or _is_occasion(word.form):
            break
        found = content_of((word,))
        if not word.form.isalpha() or not found or verb_of(word.form) is not None:
            if out or len(word.form) > 1:
                break
            continue
        if place_at((word,), 0) is not None or of_place(word.form) or bare(word.form) in discourse("formal"):
            continue
        out += found
        if len(out) == _PHRASE:
            break
    return tuple(out)


def _is_occasion(form: str) -> bool:
    """«بجلستها», «باجتماعه»: when it was done, and not to what."""
    noun = noun_of(form) if form[:1] == "ب" else None
    return noun is not None and noun.kind == "session"


def _ends(clause: Clause, traits: Traits) -> bool | None:
    """«يستمر المعرض حتى 10 مايو» ends, «افتتح المعرض» begins; None where neither is said, and of what is put off («أجل حتى»)."""
    words, first = clause.sentence.words, clause.dated[0]
    if any(word.form in discourse("postponing") for word in words[clause.first : first]):
        return None
    if any(word.form.removeprefix("و") in discourse("ending_on") for word in words[max(0, first - 2) : first]):
        return True
    closes = clause.trigger is not None and fold(clause.trigger.masdar or clause.trigger.lemma) in discourse("closing")
    return False if traits.kind == "opening" and not closes else None


def _doers(traits: Traits, participants: Sequence[str]) -> frozenset[str]:
    """Who did it; nobody where a body was founded, which sources call by its long name and by its short one."""
    if traits.kind == "founding":
        return frozenset()
    return traits.speaker if traits.kind == "match" else frozenset[str]().union(*map(_known_by, participants))


@lru_cache(maxsize=4096)
def _known_by(participant: str) -> frozenset[str]:
    """The stems by which a participant is known from others: no office, no noun that bodies share, no country."""
    words = [word.form for word in words_of(participant) if not word.is_mark]
    return frozenset(stem(form) for form in words if not any(form in listed(name) for name in _SHARED) and not of_place(form))


def _strengths(figures: Sequence[Figure]) -> frozenset[float]:
    return frozenset(figure.low for figure in figures if measures_strength(figure))


def _head(trigger: Trigger | None) -> str:
    """The noun of what is told, the same for «افتتح» and «افتتاح»."""
    return "" if trigger is None else stem(told_as(fold(trigger.masdar or trigger.lemma)))


def _is_located(words: Sequence[Word], i: int) -> bool:
    word, before = words[i], words[i - 1].form.removeprefix("و") if i else ""
    joined = word.form[:1] == "ب" and place_at((word._replace(form=word.form[1:]),), 0) is not None
    return joined or before in discourse("place_lead") or before in discourse("place_side")


def _place(words: Sequence[Word], i: int) -> tuple[str, frozenset[str]]:
    """The city that word ``i`` begins to name, empty for none, and the countries it may lie in or belong to."""
    found = place_at(words, i)
    if found is None:
        return "", _countries_of(of_place(words[i].form))
    start, count, is_city = found
    name = " ".join((start, *(word.form for word in words[i + 1 : i + count])))
    return _lands()[0].get(name, name) if is_city else "", _countries_of(name)


@lru_cache(maxsize=4096)
def _countries_of(place: str) -> frozenset[str]:
    same, cities = _lands()
    return cities.get(place) or (frozenset({same.get(place, place)}) if place else frozenset())


@cache
def _lands() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """The first name of a country by its others, and the countries of each city, folded."""
    table = places()
    same = {fold(name.strip()): fold(country) for country, names in table["same"].items() for name in names.split(_LIST)}
    cities: dict[str, set[str]] = {}
    for country, names in table["cities"].items():
        for name in names.split(_LIST):
            cities.setdefault(fold(name.strip()), set()).add(fold(country))
    for country in (fold(name) for name in table["countries"].split()):
        if country in cities:  # «عمان» is a country as well
            cities[country].add(country)
    return same, {name: frozenset(lands) for name, lands in cities.items()}
