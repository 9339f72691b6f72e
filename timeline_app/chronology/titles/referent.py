"""How does an article name in full what a title calls by its noun alone («الشركة», «الجولة الأولى»)?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_ordinal, is_phrase, word_list
from timeline_app.chronology.sentences.words import Word, bare, fold, words_of
from timeline_app.chronology.traits.doer import is_feminine
from timeline_app.chronology.traits.participant import bodies, persons
from timeline_app.chronology.traits.proper import is_adjective, listed, name_end, stops
from timeline_app.chronology.traits.protagonist import protagonist
from timeline_app.chronology.traits.trait import place_at

_REACH, _LONGEST, _QUOTED, _SHORT, _WIDEST, _INDEFINITE, _NEAR, _FAR = 6000, 6, 4, 3, 115, 2, 300, 1500
_OPEN, _CLOSE = frozenset('«"“('), frozenset('»"”)')
_JOINED = ("", *"وفبلك")
_COURSE = frozenset({"session", "opening"})
_HELD = frozenset({"session", "trial", "election", "match", "meeting", "protest"})
_AFTER = "خلفا"
_BLESSING = " رحمه الله"


def named(title: str, text: str, sentence: Sequence[Word]) -> str:
    """A title whose «الشركة» or «السفينة» bears its name: the only one that its article gives to such a thing, or the last
    one given shortly before the word in its ``sentence``.
    """
    title = _mourned(title, text)
    words = words_of(title) if "ال" in title or "لل" in title else ()
    said = {bare(word.form) for word in words}
    called = listed("called") | listed("called_persons")
    for i, word in enumerate(words):
        noun = bare(word.form)
        if noun not in called or noun == word.form or told_apart(words, i):
            continue
        if i and words[i - 1].form in listed("bodies"):  # «مفوضية الانتخابات» is a name
            continue
        at = max((told.start for told in sentence if told.form.endswith(word.form)), default=sentence[0].start if sentence else 0)
        name = _name(noun, text, at)
        if name and said.isdisjoint(_tail(name)) and len(title) + len(name) - len(noun) <= _WIDEST:
            return f"{title[: word.start]}{_joined(title[word.start : word.end], word.form, name)}{title[word.end :]}"
    return title


def _mourned(title: str, text: str) -> str:
    """A title with the name of «الفقيد», where the article is about him."""
    words = words_of(title)
    at = next((word for word in words if word.form in listed("departed")), None)
    owner = (protagonist(text) or _first_person(text)) if at is not None else ""
    if at is None or not owner or not {word.form for word in words_of(owner)}.isdisjoint(word.form for word in words):
        return title
    return f"{title[: at.start]}{owner}{title[at.end :]}".replace(_BLESSING, "")


def resumed(title: str, sentence: Sequence[Word], text: str) -> str:
    """«ويستمر» alone → «استمرار المعرض»: a verb of an event's course with the event last named before it; or the title."""
    verb = verb_of(fold(title))
    at = next((word.start for word in sentence if verb is not None and word.form.endswith(fold(title))), 0)
    goes_on = verb is not None and verb.kind in _COURSE and (verb.safe or verb.lemma in discourse("lasting"))
    if verb is None or not goes_on or not at:
        return title
    feminine = is_feminine(fold(title))
    for word in reversed(words_of(text, max(0, at - _NEAR), at)):
        noun = noun_of(bare(word.form)) if word.form.startswith("ال") else None
        if noun is not None and noun.kind in _HELD and word.form.endswith(("ه", "ات")) == feminine:
            return f"{verb.masdar} {text[word.start : word.end]}"
    return title


def succeeding(title: str, sentence: Sequence[Word], text: str) -> str:
    """«عين سالم مديرا، خلفا له» → «تعيين سالم مديرا خلفا لناصر»: whom he follows is the last person that the sentence names
    before, where it names two: the other one may be who decides.
    """
    pairs = range(1, len(sentence) - 1)
    k = next((k for k in pairs if sentence[k].form == _AFTER and sentence[k + 1].form in word_list("of_whom")), 0)
    words = words_of(title) if k else ()
    if len(words) < _INDEFINITE or words[-1].form != sentence[k - 1].form:
        return title
    said = {word.form for word in words}
    others = [name for name in persons(sentence[:k], text) if name[-1].form not in said]
    if len(others) < _INDEFINITE:
        return title
    name = " ".join(text[others[-1][0].start : others[-1][-1].end].split())
    verb = verb_of(words[0].form) if noun_of(words[0].form) is None else None
    line = f"{verb.masdar}{title[words[0].end :]}" if verb is not None and verb.masdar else title
    return f"{line} {_AFTER} ل{name.removeprefix('ا') if name.startswith('ال') else name}"


def end_of_name(words: Sequence[Word], i: int, text: str, *, definite: bool) -> int:
    """Where the name ends that the noun ``words[i]`` begins: its adjectives where it is defined, else what it is of."""
    return _defined(words, i + 1) if definite else _ruled(words, i + 1, text)


def _first_person(text: str) -> str:
    """Who is first named in full at the beginning of an article."""
    name = next(persons(words_of(text, 0, min(len(text), _NEAR)), text), ())
    return " ".join(text[name[0].start : name[-1].end].split()) if name else ""


def staged(title: str, text: str, at: int) -> str:
    """A title of a round or a final with the contest before it that was last named before ``at``; none of two named sides."""
    forms = [_noun(word.form)[0] for word in words_of(title)]
    rounds = [form for k, form in enumerate(forms) if form in listed("rounds") or (form in listed("last_round") and k < _QUOTED)]
    if not rounds or ":" in title or not (listed("contests") | listed("sides")).isdisjoint(forms):
        return title
    named_before = [name for noun in listed("contests") for name in _names(text).get(noun, ()) if at - _FAR < name[1] < at]
    contest = max(named_before, key=lambda name: name[1], default=None)
    return title if contest is None else f"{contest[2]}: {title}"


def _name(noun: str, text: str, at: int) -> str:
    """The name that a noun stands for at ``at``, or nothing."""
    names = _names(text).get(noun, ())
    if len({key for key, _, _ in names}) > 1:
        names = tuple(name for name in names if at - _NEAR <= name[1] < at)[-1:]
    return max((name for _, _, name in names), key=len, default="")


def told_apart(words: Sequence[Word], i: int) -> bool:
    """Whether what follows a defined noun says which one is meant: an adjective, a number, a name, a relative clause."""
    form = words[i + 1].form if i + 1 < len(words) else ""
    if form in discourse("clause_preposition"):  # «إلى» begins like the article
        return False
    return form.startswith("ال") or form in discourse("demonstrative") or form in _OPEN or form[:1].isdigit()


def _joined(written: str, form: str, name: str) -> str:
    """A name with what is joined to the noun that it stands for («بالشركة» → «بشركة …», «للسفينة» → «لسفينة …»)."""
    if form[:2] == "لل":
        return f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"
    return written.split("ال", 1)[0] + name


def _tail(name: str) -> set[str]:
    """The words of a name behind its noun."""
    return {bare(word.form) for word in words_of(name)[1:] if not word.is_mark}


@lru_cache(maxsize=32)
def _names(text: str) -> dict[str, tuple[tuple[str, int, str], ...]]:
    """The full names that an article gives to the nouns of the list: the word that tells them apart, where, and the name."""
    words = words_of(text, 0, min(len(text), _REACH))
    known = {body[0].start: len(body) for body in bodies(words, text)}
    found: dict[str, list[tuple[str, int, str]]] = {}
    called = listed("called") | listed("contests") | listed("called_persons")
    for i in range(len(words) - 1):
        noun, definite = _noun(words[i].form)
        if noun not in called:
            continue
        person = noun in listed("called_persons")
        if noun in listed("repeated") and not definite:  # there are others of other places and years
            continue
        end = _person(words, i + 1, text) if person else end_of_name(words, i, text, definite=definite)
        whole = i + known.get(words[i].start, 0)
        while whole > i + 2 and not _agrees(noun, words[whole - 1].form):
            whole -= 1
        end = max(end, whole if _agrees(noun, words[i + 1].form) else 0)
        if end > i + 1:
            first = next(word.form for word in words[i + 1 : end] if not word.is_mark)
            if noun in listed("changing") and first in listed("given"):  # one government follows another
                continue
            name = _written(words, i, end, text, definite=definite)
            found.setdefault(noun, []).append((bare(first), words[i].start, name))
    return {noun: tuple(names) for noun, names in found.items()}


def _noun(form: str) -> tuple[str, bool]:
    """A noun without what is joined to it, and whether it carries the article."""
    plain = bare(form)
    if plain != form:
        return plain, True
    inner = next((form[1:] for joint in _JOINED[1:] if form.startswith(joint) and form[1:] in listed("called")), form)
    return (form if form in listed("called") else inner), False


def _written(words: Sequence[Word], i: int, end: int, text: str, *, definite: bool) -> str:
    """The name as the article writes it, without what is joined to its noun."""
    raw = text[words[i].start : words[i].end]
    noun, _ = _noun(words[i].form)
    head = raw[len(raw) - len(noun) :] if fold(raw[len(raw) - len(noun) :]) == noun else raw
    after = " ".join(text[words[i].end : words[end - 1].end].split())
    return f"{'ال' if definite else ''}{head} {after}"


def _defined(words: Sequence[Word], start: int) -> int:
    """Where the adjectives and the quoted name behind a noun with the article end («المحكمة الإدارية العليا»)."""
    end, noun = start, bare(words[start - 1].form)
    while end < min(len(words), start + _LONGEST) and _describes(words[end].form) and _agrees(noun, words[end].form):
        end += 1
    if end == start:
        return _quoted(words, start) or start
    return _quoted(words, end) or end


def _person(words: Sequence[Word], start: int, text: str) -> int:
    """Where the full name ends of a person who is called by a noun with the article («المتهم سالم الدرعاوي»)."""
    end, noun = start, bare(words[start - 1].form)
    while end < start + _INDEFINITE and end < len(words) and _describes(words[end].form) and _agrees(noun, words[end].form):
        end += 1
    named = words[start - 1].form != noun and end < len(words) and words[end].form in listed("given")
    last = name_end(words, end, text) if named else end
    return last if last > end + 1 else start


def _describes(form: str) -> bool:
    """Whether a definite word is an adjective that tells one thing from others of its kind."""
    if bare(form) in listed("offices") or bare(form) in listed("given"):
        return False
    return is_adjective(form, "body_adjectives") and not is_ordinal(form)


def _agrees(noun: str, form: str) -> bool:
    """Whether a word behind a noun may belong to its name: no adjective of the other gender, none that only says when."""
    if form in listed("passing"):
        return False
    return not (form.endswith("ه") and is_adjective(form, "body_adjectives")) or noun.endswith("ه") or noun in listed("several")


def _quoted(words: Sequence[Word], start: int) -> int:
    """Where a name of a few words in quotation marks or brackets ends that begins at ``start``, or 0."""
    if start >= len(words) or words[start].form not in _OPEN or words[start - 1].end < words[start].start - 1:
        return 0
    close = next((k for k in range(start + 1, min(len(words), start + _QUOTED + 2)) if words[k].form in _CLOSE), 0)
    inner = words[start + 1 : close]
    named = inner and len(inner[0].form) >= _SHORT  # no initials of an agency
    return close + 1 if named and not any(word.is_mark or any_verb(word.form) is not None for word in inner) else 0


def _ruled(words: Sequence[Word], start: int, text: str) -> int:
    """Where the name ends that an indefinite noun governs: «أسعار لحوم الدجاج», «حركة الأرض», «سفينة "نورس"»."""
    if quoted := _quoted(words, start):
        return quoted
    end = start
    while end < min(len(words), start + _INDEFINITE) and _may_govern(words, end, text):
        end += 1
    if end >= len(words) or stops(words[end], text):
        return start
    form = words[end].form
    place = place_at(words, end)
    if form in listed("given"):
        end = name_end(words, end, text)
    elif place is not None and form == place[0]:
        end += place[1]
    elif form.startswith("ال") and form not in discourse("stop") and form not in word_list("partitive"):
        end += 1
    else:
        return start
    while end < min(len(words), start + _LONGEST) and _tells_what_for(words[end].form):
        end += 1
    return end + 1 if end < len(words) and words[end].form.startswith("لل") and _tells_what_for(words[end - 1].form) else end


def _tells_what_for(form: str) -> bool:
    """Whether a word behind a name's noun may be followed by what it is for («الدولي للكتاب», «المصدرة للبترول»)."""
    return _describes(form) or _is_participle(form)


def _is_participle(form: str) -> bool:
    """«المصدرة», «المتحدة»: a definite participle of what is feminine or many."""
    return form.startswith("الم") and form.endswith("ه") and noun_of(form) is None and form not in listed("bodies")


def _may_govern(words: Sequence[Word], i: int, text: str) -> bool:
    """Whether an indefinite noun may stand inside a name between its first noun and the definite one."""
    form = words[i].form
    if form.startswith("ال") or stops(words[i], text) or form in listed("given") or place_at(words, i) is not None:
        return False
    event = noun_of(form) is not None or any_verb(form) is not None or is_phrase(form)
    return not event and not text[words[i].start : words[i].end].endswith(("اً", "ًا", "ا"))
