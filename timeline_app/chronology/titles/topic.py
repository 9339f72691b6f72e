"""Of which country does a whole article tell, and which title needs to say so?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from timeline_app.chronology.sentences.lexicon import discourse, noun_of, places, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, word_list
from timeline_app.chronology.sentences.words import Word, bare, fold, words_of
from timeline_app.chronology.traits.doer import ends_in_pronoun, is_feminine, seems_verb
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.protagonist import names_somebody, person_before, protagonist, tells_life
from timeline_app.chronology.traits.theme import theme
from timeline_app.chronology.traits.trait import of_place, place_at

_REACH, _OPENING, _FEWEST, _FEW, _SURE, _THIN, _HALF = 6000, 250, 3, 2, 3, 5, 2
_NEAR = 3
_LAND = re.compile(r"(?<!\w)(و?[بل]?)(?:البلاد|بلاده|بلادها|بلادهم)(?!\w)")
_KINGDOM = re.compile(r"(?<!\w)(و?)(ال|بال|لل)مملكة(?!\w)(?!\s+ال)")
_OF_PERSONS = frozenset({"trial", "attack", "death", "award", "appointment"})
_BEFALLS = frozenset({"trial", "attack", "death"})
_SEVERAL = ("وا", "ون", "ان")
_YEAR = re.compile(r"(?:1\d|20)\d\d\Z")
_MARKS = frozenset('"«“”:(')


def located(title: str, sentence: Sequence[Word], text: str) -> str:
    """A title that names nobody and no place, with its country before it («تونس: بدء الاقتراع»).

    It is the one country that the sentence names, or the article where the sentence names none; of a title of few words
    otherwise the body or other name that the article is about. The title alone where nothing stands out or where its
    beginning only points back.
    """
    words = words_of(title)
    told = [word for word in words if not word.is_mark and word.form not in discourse("stop")]
    if len(told) < _FEW or _says_who(words) or _MARKS & set(title):
        return title
    few = len(told) <= _THIN
    if not _may_be_placed(words, few=few):
        return title
    pointing = words if few else words[:_NEAR]
    if any(word.form in discourse("dangling") or ends_in_pronoun(title[word.start : word.end]) for word in pointing):
        return title
    if len(told) <= _THIN + _FEW and _is_of_life(words[0].form):
        done = title[words[1].start : words[1].end]  # «درس الرسم», «تخرج متخصصا»: no doer; in «أصبح سالم واليا» there is one
        owner = protagonist(text) if done.startswith("ال") or done.endswith(("ًا", "اً")) else ""
        return title if not owner or is_feminine(words[0].form) else f"{owner}: {title}"
    if tells_life(text):
        return f"{protagonist(text)}: {title}" if few else title
    if not few:
        where = _plainly(sentence, text)
        return f"{where}: {title}" if where and not names_somebody(words, text) else title
    where = _where(sentence, text)
    known = len(told) <= _SURE or any(_countries()[name] == where for name, _ in _named(_opening(text)))
    return f"{where}: {title}" if where and known else _themed(title, sentence, text)


def lent(title: str, sentence: Sequence[Word], text: str, *, feminine: bool) -> str:
    """A title whose verb has nobody who does it, with whom or what the article is about, where that agrees with the verb."""
    verb = any_verb(next((word.form for word in words_of(title) if word.form not in discourse("negation")), ""))
    if (protagonist(text) and feminine) or (verb is not None and verb.lemma in listed("calling")) or _rules(title):
        return title
    several = title.split(" ", 1)[0].endswith(_SEVERAL)
    done = any(word.form in listed("ranks") for word in words_of(title))  # «بدأ ببنائها الخليفة …»
    owner = "" if feminine or several or done else protagonist(text) or person_before(text, sentence[0].start)
    if owner:
        return f"{owner}: {title}"
    name, _ = theme(text)
    agrees = name.strip("«»").split(" ", 1)[0].endswith("ة") == feminine
    return f"{name}: {title}" if name and agrees and not _says(title, name) else title


def _rules(title: str) -> bool:
    """«يقضي بفتح الحدود», «ينص على …»: what a text or a deed does, and no person."""
    first, second = [word.form for word in words_of(title)[:2]] if " " in title else ("", "")
    verb = any_verb(first)
    return (
        verb is not None
        and verb.lemma in listed("of_things")
        and (second[:1] == "ب" or second in discourse("clause_preposition"))
    )


def _is_of_life(form: str) -> bool:
    """Whether a word is a verb of what a person does or becomes («درس», «أصبح»)."""
    verb = any_verb(form)
    return verb is not None and verb.lemma in listed("lived")


def _says_who(words: Sequence[Word]) -> bool:
    """Whether a title names a person or a place, by itself or after what bears a name («منطقة», «حي»)."""
    named = any(_names(word.form) or place_at(words, i) is not None for i, word in enumerate(words))
    return named or any(word.form.removeprefix("ب") in listed("located") for word in words[:-1])


def _may_be_placed(words: Sequence[Word], *, few: bool) -> bool:
    """Whether a title with figures may take the country: a short one that names no year, or what an authority does.

    What figures tell of a trade or a region is often told of more than one country.
    """
    figures = [word.form for word in words if word.form[:1].isdigit()]
    ruled = any(word.form.startswith("ال") and word.form in listed("bodies") for word in words[:_NEAR])
    return not figures or ruled or (few and not any(_YEAR.match(figure) for figure in figures))


def _says(title: str, name: str) -> bool:
    told = {bare(word.form) for word in words_of(title)}
    return any(bare(word.form) in told for word in words_of(name) if not word.is_mark)


def _themed(title: str, sentence: Sequence[Word], text: str) -> str:
    """A title with the thing that the article is about before it, unless it says so or its sentence tells of a country.

    No authority: what stands behind its name and a colon would be what it did or said.
    """
    name, of_body = theme(text)
    head = bare(fold(name.partition(" ")[0]))
    rules = head in listed("bodies") and head not in listed("members")
    apart = not of_body or rules or _says(title, name) or any(plain for _, plain in _named(sentence))
    return title if apart else f"{name}: {title}"


def completed(title: str, sentence: Sequence[Word], text: str) -> str:
    """A title with what its words only point to: the country for «البلاد» and «بلاده», the owner before «جثته», «صادراته»."""
    title = _of_kingdom(title, text)
    words = words_of(title)
    pointing = _opens_with_pronoun(title, words)
    if not (pointing or _LAND.search(title)) or next(_named(words), None) is not None:
        return title
    where = _where(sentence, text)
    named = _LAND.sub(lambda found: _joined(found[1], where), title) if where else title
    if named != title or not pointing:
        return named
    verb = verb_of(words[0].form) if noun_of(words[0].form) is None else None
    befell = verb is not None and verb.kind in _BEFALLS
    owner = protagonist(text) or (person_before(text, sentence[0].start) if befell else "")
    if owner:
        return title if any(part in title for part in owner.split() if len(part) > _FEW) else f"{owner}: {title}"
    plainly = any(plain for _, plain in _named(sentence))
    return f"{where}: {title}" if plainly and fold(where) in word_list("masculine_places") else title


def _of_kingdom(title: str, text: str) -> str:
    """A title whose «المملكة» is the only kingdom that the article names, where no adjective says which it is."""
    if not (found := _KINGDOM.search(title)):
        return title
    named = {_countries()[name] for name, _ in _named(words_of(text, 0, min(len(text), _REACH)))}
    kingdoms = [name for name in named if fold(name) in listed("kingdoms")]
    before = next((word.form for word in reversed(words_of(title)) if word.end <= found.start()), "")
    if len(kingdoms) != 1 or kingdoms[0] in title:
        return title
    if any_verb(before) is not None and is_feminine(before) and fold(kingdoms[0]) in word_list("masculine_places"):
        return title  # «شهدت المملكة»
    particle = found[1] + ("ل" if found[2] == "لل" else found[2].removesuffix("ال"))
    return f"{title[: found.start()]}{_joined(particle, kingdoms[0])}{title[found.end() :]}"


def of_country(title: str, sentence: Sequence[Word], text: str) -> str:
    """A title with the country of its sentence or article before it («السودان: انقلاب»), or the title where none is sure."""
    where = _where(sentence, text)
    return f"{where}: {title}" if where else title


def _joined(particle: str, name: str) -> str:
    """A name behind a joined particle («ل» and «المغرب»: «للمغرب»)."""
    return f"{particle[:-1]}لل{name[2:]}" if particle.endswith("ل") and name.startswith("ال") else f"{particle}{name}"


def _opens_with_pronoun(title: str, words: Sequence[Word]) -> bool:
    """Whether one of the first words ends in «ـه» and nobody stands before it whom it may mean."""
    for i, word in enumerate(words[:_NEAR]):
        raw = title[word.start : word.end]
        if i and seems_verb(word.form):  # «سالم سيقابل موكله»: who does it stands before his verb
            return False
        if word.form.startswith("ال") or _names(word.form) or word.is_mark:
            return False
        if raw.endswith("ه") and ends_in_pronoun(raw):
            told = noun_of(word.form) or verb_of(word.form)
            return told is None or told.kind in _OF_PERSONS
    return False


def _where(sentence: Sequence[Word], text: str) -> str:
    """The country of a sentence: the only one it names, or that of the article where it speaks of no other."""
    found = tuple(_named(sentence))
    named = {name for name, plainly in found if plainly}
    spoken = {name for name, _ in found}
    if len(named) == 1 and spoken == named:
        return _countries()[named.pop()]
    whole = country(text)
    return whole if not named and all(_countries()[name] == whole for name in spoken) else ""


def _plainly(sentence: Sequence[Word], text: str) -> str:
    """The country of the article where its opening and no other word of the sentence names it, and once by its name."""
    whole = country(text)
    spoken = {_countries()[name] for name, _ in _named(sentence)}
    if not whole or spoken - {whole}:
        return ""
    opened = any(_countries()[name] == whole for name, _ in _named(_opening(text)))
    told = (plain and _countries()[name] == whole for name, plain in _named(words_of(text, 0, min(len(text), _REACH))))
    return whole if opened and any(told) else ""


@lru_cache(maxsize=32)
def country(text: str) -> str:
    """The country that an article names, by name or adjective, twice as often as any other, or somewhat more often and in its
    opening, or alone; empty where none stands out.
    """
    words = words_of(text, 0, min(len(text), _REACH))
    count = Counter(name for name, _ in _named(words))
    ranked = [*count.most_common(2), ("", 0), ("", 0)]
    (best, most), (_, second) = ranked[0], ranked[1]
    opening = {name for name, _ in _named(_opening(text))}
    alone = len(count) == 1 and any(_is_sure(word.form, plain) for word, _, plain in _mentions(_opening(text)))
    first = most >= _FEWEST and best in opening and (opening == {best} or _HALF * most > _FEWEST * second) and most > second
    return _countries()[best] if alone or first or (most >= _FEWEST and most >= _HALF * second) else ""


def _opening(text: str) -> Sequence[Word]:
    return words_of(text, 0, min(len(text), _OPENING))


def _named(words: Sequence[Word]) -> Iterator[tuple[str, bool]]:
    """The countries that words name, each as often as it is named, with whether by its name and not by an adjective."""
    return ((name, plain) for _, name, plain in _mentions(words))


def _mentions(words: Sequence[Word]) -> Iterator[tuple[Word, str, bool]]:
    for i, word in enumerate(words):
        found = place_at(words, i)
        name = found[0] if found is not None and found[1] == 1 else of_place(word.form)
        if name in _countries():
            yield word, name, found is not None


def _is_sure(form: str, plain: bool) -> bool:
    """Whether a word names a country and is no name of a person («تركي»)."""
    return plain or (form.startswith("ال") and form.endswith("يه"))


def _names(form: str) -> bool:
    return (
        bool(of_place(form))
        or form in listed("given")
        or form in listed("name_parts")
        or (form.isascii() and not form[:1].isdigit())
    )


@cache
def _countries() -> dict[str, str]:
    """The countries of one word, folded, as they are written; without those that are other words as well."""
    table = places()
    return {fold(name): name for name in table["countries"].split() if name not in table["also_words"].split()}
