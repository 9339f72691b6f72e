"""Which words report an event, of which kind, and which merely hold a report together? Read from ``resources/lexicon``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from timeline_app.assets import resource
from timeline_app.chronology.sentences.words import bare, fold

_SUBJECTS = ("", "ت", "وا", "ا", "تا", "ن")
_OBJECTS = ("ها", "هم", "هما", "ه", "نا")
_CONJUNCTIONS = ("و", "ف")
_FUTURE = "س"
_PERSONS, _WE = "يتن", "ن"
_PLURALS = ("", "ون", "ان", "وا", "ن")
# «بدأ» keeps its hamza («بدأت»), «بدا» loses its alef («بدت»).
_WEAK, _HAMZA = ("ي", "ا"), ("أ", "ئ", "ؤ", "ء")
_MIN, _NAME = 3, 4
# A verb of the table marked so is spelled like a noun or a particle, and only its other forms are taken.
_SHARED, _SHARED_ENDINGS = "~", ("", "ا")
# A masdar marked so («معرفة») names a state or a thing as often as an event: alone it reports nothing.
_STATE, _MARKS = "-", "*-"
# «حاكم», «هاجم»: a waw in place of the alef; «أقام», «اغتال», «استعاد»: the passive puts a yaa in place of the alef.
_SHARING = re.compile(r"([^\Wاو])ا(\w\w)\Z")
_HOLLOW = re.compile(r"(ا\w+)ا(\w)\Z")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that reports an event: its kind, whether it is a verb and in which tense, and the masdar for a title.

    ``safe`` is true where the masdar may simply stand in the verb's place at the head of a title.
    """

    kind: str
    lemma: str
    verb: bool = False
    future: bool = False
    present: bool = False
    masdar: str = ""
    safe: bool = False


@cache
def discourse(name: str) -> frozenset[str]:
    """The folded words of one list of ``discourse.toml``."""
    return frozenset(_discourse()[name].split())


@cache
def undated_words(name: str) -> frozenset[str]:
    """The folded words of one list of ``undated.toml``: how a sentence without a date belongs to what others date."""
    with resource("lexicon", "undated.toml").open("rb") as file:
        return frozenset(fold(tomllib.load(file)[name]).split())


@cache
def undated_lines(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of one list of ``undated.toml`` as they are written, each as its words."""
    with resource("lexicon", "undated.toml").open("rb") as file:
        return tuple(tuple(line.split()) for line in tomllib.load(file)[name].strip().splitlines())


@cache
def leading_phrases() -> tuple[tuple[str, ...], ...]:
    """Phrases that open a sentence and say nothing, longest first."""
    phrases = (tuple(phrase.split()) for phrase in _discourse()["leading"].split("|"))
    return tuple(sorted(phrases, key=lambda words: (-len(words), words)))


@cache
def asides() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases that tie a sentence to its text and say nothing, by their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _discourse()["asides"].split("|"):
        words = tuple(phrase.split())
        out.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in out.items()}


@cache
def kinship(kind: str) -> str:
    """The family of kinds that reports of one event mix, or the kind itself where it has none."""
    with resource("lexicon", "kinship.toml").open("rb") as file:
        families = tomllib.load(file)
    return next((family for family, members in families.items() if kind in members.split()), kind)


def event_words() -> frozenset[str]:
    """All event nouns and masdars, folded."""
    return frozenset(_nouns())


def told_as(lemma: str) -> str:
    """The word as which an event noun or a masdar (folded) is compared: «تدشين» as «افتتاح»; itself where it has no synonym."""
    return _synonyms("events").get(lemma, lemma)


def named_as(form: str) -> str:
    """The same for a plain noun without its article («زورق» as «قارب»)."""
    return _synonyms("things").get(form, form)


def plain_verb(form: str) -> Trigger | None:
    """The verb that a folded word is as it stands, without «و» before it or a pronoun after it."""
    return _verbs().get(form)


@cache
def kinds() -> tuple[str, ...]:
    """The codes of all kinds of event, in the order of the table."""
    with resource("lexicon", "kinds.toml").open("rb") as file:
        return tuple(tomllib.load(file))


def is_name(form: str, verb: Trigger) -> bool:
    """Whether a word that may be «ف» with a verb of the present is a name («فيصل»)."""
    return form[0] == "ف" and verb.present and len(form) <= _NAME


@lru_cache(maxsize=65536)
def verb_of(form: str) -> Trigger | None:
    """The verb that a folded word is, with or without «و», «ف» and an object pronoun; None for any other word."""
    found = _verbs().get(form)
    if found is None and form[:1] in _CONJUNCTIONS and len(form) > _MIN and form not in discourse("born_with_waw"):
        found = _verbs().get(form[1:])
        found = None if found is not None and is_name(form, found) else found
    if found is None and not form.startswith(("ال", "و")) and bare(form) not in discourse("no_verbs"):
        ending = next((e for e in _OBJECTS if form.endswith(e) and len(form) - len(e) >= _MIN), None)
        plain = form[: -len(ending)] if ending else ""
        found = _verbs().get(plain) or (_verbs().get(plain[:-1] + "ي") if plain.endswith("ا") and len(plain) > _MIN else None)
        found = None if found is not None and found.safe and form in _nouns() else found  # «استقالة» is no «استقاله»
    return found


@lru_cache(maxsize=65536)
def noun_of(form: str) -> Trigger | None:
    """The event noun that a folded word is, with or without article, joined particles and pronouns."""
    for candidate in _noun_candidates(form):
        found = _nouns().get(candidate)
        if found is not None:
            return found
    return None


def _noun_candidates(form: str) -> tuple[str, ...]:
    inner = bare(form)
    cut = [form, inner]
    if inner == form and form[:1] in "وفبلك" and len(form) > _MIN:
        cut += [form[1:], bare(form[1:])]
        if form[1:2] in ("ب", "ل", "ك") and len(form) > _MIN + 1:
            cut.append(form[2:])
    pronounless = []
    for word in cut:
        for ending in ("ها", "هم", "هما", "ه"):
            if word.endswith(ending) and len(word) - len(ending) >= _MIN:
                stripped = word[: -len(ending)]
                pronounless += [stripped, stripped[:-1] + "ه" if stripped.endswith("ت") else stripped]
    accusative = [word[:-1] for word in cut if word.endswith("ا") and len(word) > _NAME]
    return (*cut, *pronounless, *accusative)


@cache
def _discourse() -> dict[str, str]:
    with resource("lexicon", "discourse.toml").open("rb") as file:
        return {name: fold(words) for name, words in tomllib.load(file).items()}


@cache
def _table() -> dict[str, dict[str, str]]:
    with resource("lexicon", "triggers.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _verbs() -> dict[str, Trigger]:
    out: dict[str, Trigger] = {}
    for kind, table in _table().items():
        for line in table["verbs"].strip().splitlines():
            past, present, masdar = line.split()
            conjugated(out, kind, past=past, present=present, masdar=masdar)
    joined = [form for form in out if form[0] == "و" and form[-1] == "ا" and form[1:] in out and out[form[1:]].lemma == form[1:]]
    for form in joined:  # «ودعا» is «دعا» with «و» and no dual of «ودع»
        del out[form]
    return out


def conjugated(out: dict[str, Trigger], kind: str, *, past: str, present: str, masdar: str) -> None:
    """Add the folded forms of a verb, given in the third person masculine, to ``out``; forms already there stay."""
    lemma, safe = fold(past.lstrip(_SHARED)), "*" in masdar
    masdar = masdar.rstrip(_MARKS)
    told = Trigger(kind, lemma, verb=True, masdar=masdar, safe=safe)
    for form in _past_forms(lemma, shared=past.startswith(_SHARED), weak=not past.endswith(_HAMZA)):
        if form not in out or out[form].present:  # «تلقى» is first of all a past
            out[form] = told
    going = Trigger(kind, lemma, verb=True, present=True, masdar=masdar, safe=safe)
    coming = Trigger(kind, lemma, verb=True, future=True, masdar=masdar, safe=safe)
    for core in _cores(fold(present)[1:], lemma):
        for person in _PERSONS:
            for ending in _PLURALS if person != _WE else ("",):
                cut = core[:-1] if ending and core.endswith(_WEAK) else core
                out.setdefault(person + cut + ending, going)
                out.setdefault(_FUTURE + person + cut + ending, coming)


def _past_forms(lemma: str, *, shared: bool, weak: bool) -> list[str]:
    """The forms of the past; of a verb spelled like a noun or a particle («حول») only those that are no other word."""
    if weak and lemma.endswith(_WEAK) and len(lemma) > _MIN - 1:
        sure = [lemma[:-1] + "ت", lemma[:-1] + "وا", lemma + "ت"]
        return sure if shared else [lemma, *sure, lemma + "ا"]
    passive = _HOLLOW.sub(r"\1ي\2", lemma) if _HOLLOW.match(lemma) else _SHARING.sub(r"\1و\2", lemma)
    forms = [stem + ending for stem in dict.fromkeys((lemma, passive)) for ending in _SUBJECTS]
    return [form for form in forms if form not in {lemma + ending for ending in _SHARED_ENDINGS}] if shared else forms


def _cores(core: str, lemma: str) -> tuple[str, ...]:
    """The present without its person: of a hollow verb also the passive («يقيم», «يقام»)."""
    passive = core[:-2] + "ا" + core[-1:] if _HOLLOW.match(lemma) and core[-2:-1] == "ي" else core
    return tuple(dict.fromkeys((core, passive)))


@cache
def _nouns() -> dict[str, Trigger]:
    out: dict[str, Trigger] = {}
    for kind, table in _table().items():
        for noun in table["nouns"].split():
            out.setdefault(fold(noun), Trigger(kind, fold(noun), masdar=noun))
    for kind, table in _table().items():
        for line in table["verbs"].strip().splitlines():
            masdar = line.split()[2]
            if not masdar.endswith(_STATE):
                masdar = masdar.rstrip(_MARKS)
                out.setdefault(fold(masdar), Trigger(kind, fold(masdar), masdar=masdar))
    return out


@cache
def _synonyms(table: str) -> dict[str, str]:
    with resource("lexicon", "synonyms.toml").open("rb") as file:
        lines = [fold(line).split() for line in tomllib.load(file)[table]["x"]]
    return {word: words[0] for words in lines for word in words}


@cache
def places() -> dict[str, Any]:
    """The table of places as it is written: countries, those of several words, cities by country, several names of one."""
    with resource("lexicon", "places.toml").open("rb") as file:
        return tomllib.load(file)
