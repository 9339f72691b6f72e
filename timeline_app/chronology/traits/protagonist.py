"""Whom does an article tell of throughout? The name that returns most often, where a title or a verb of life stands before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_phrase, word_list
from timeline_app.chronology.sentences.words import Word, words_of
from timeline_app.chronology.traits.participant import persons
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import place_words

_REACH, _OPENING, _FEWEST, _OFTEN, _SHORT, _LONGEST = 6000, 250, 2, 3, 2, 3
_NEAR, _BESIDE = 300, 5


@lru_cache(maxsize=32)
def protagonist(text: str) -> str:
    """The name of the person whom most of the article is about, as first written; empty where nobody returns so often."""
    words = words_of(text, 0, min(len(text), _REACH))
    return _introduced_early(words, text) or _repeated(words, text)


@lru_cache(maxsize=32)
def _named_in(text: str) -> dict[str, str]:
    """The full names of an article by their last word; without those that two persons share or that open a longer name."""
    words = words_of(text, 0, min(len(text), _REACH))
    out: dict[str, str] = {}
    for name in persons(words, text):
        full = " ".join(text[name[0].start : name[-1].end].split())
        known = out.setdefault(name[-1].form, full)
        if not _same_name(known, full):
            out[name[-1].form] = ""
    return {last: full for last, full in out.items() if full and last not in listed("name_parts")}


def names_somebody(words: Sequence[Word], text: str) -> bool:
    """Whether words hold the last name of a person whom the article names in full, or of its protagonist."""
    known = _named_in(text).keys() | {word.form for word in words_of(protagonist(text))}
    return any(word.form in known or (word.form[:1] in "ولب" and word.form[1:] in known) for word in words)


def person_before(text: str, at: int) -> str:
    """The only person named shortly before ``at``, in full; empty where nobody is or several are."""
    names = _named_in(text)
    near = [word.form for word in words_of(text, max(0, at - _NEAR), at)]
    told = [form if form in names else form[1:] for form in near if form in names or (form[:1] in "ولب" and form[1:] in names)]
    persons_told = {names[form] for form in told}
    return persons_told.pop() if len(persons_told) == 1 else ""


@lru_cache(maxsize=32)
def tells_life(text: str) -> bool:
    """Whether an article tells the life of its protagonist: at its beginning his birth or death stands before his name."""
    first = next((word.form for word in words_of(protagonist(text))), "")
    words = words_of(text, 0, min(len(text), _OPENING))
    told = (i for i, word in enumerate(words) if _is_of_life(word.form) and not (i and words[i - 1].form in listed("given")))
    return any(near.form == first for i in told for near in words[i + 1 : i + _BESIDE])  # «محمد ولد سالم» is a name


def _is_of_life(form: str) -> bool:
    told = verb_of(form) or noun_of(form)
    return told is not None and told.kind in ("birth", "death")


def _introduced_early(words: Sequence[Word], text: str) -> str:
    """Who is named in full at the beginning, and by the last name thrice or more, twice as often as anybody else."""
    forms = Counter(word.form for word in words)
    pairs = Counter(pairwise(word.form for word in words))
    named: dict[str, str] = {}
    for name in persons(words, text):
        ends = (k for k in range(len(name) - 1, 1, -1) if _ends_name(name, k, pairs))
        end = next(ends, 1)
        surname = name[end].form
        if surname in listed("name_parts"):
            continue
        other = named.setdefault(surname, text[name[0].start : name[end].end])
        if name[0].start < _OPENING and not _same_name(other, text[name[0].start : name[end].end]):
            named[surname] = ""
    count = {surname: sum(forms[joint + surname] for joint in ("", *"ولب")) for surname in named}
    best = max(count, key=lambda surname: count[surname], default="")
    rivals = [count[surname] for surname in count if surname != best]
    sure = best and count[best] >= _OFTEN and count[best] >= 2 * max(rivals, default=0)
    early = sure and text.find(named[best]) < _OPENING
    return " ".join(named[best].split()) if early else ""


def _ends_name(name: Sequence[Word], k: int, pairs: Counter[tuple[str, str]]) -> bool:
    """Whether a name ends with its word ``k``: a definite one does where both return together («عبد الرحمن»)."""
    return not name[k].form.startswith("ال") or pairs[name[k - 1].form, name[k].form] > 1


def _same_name(one: str, other: str) -> bool:
    return one.split(maxsplit=1)[0] == other.split(maxsplit=1)[0]


def _repeated(words: Sequence[Word], text: str) -> str:
    """The pair of words that returns most often, where a title or a verb of life stands before it."""
    first: dict[tuple[str, str], int] = {}
    count: Counter[tuple[str, str]] = Counter()
    titled: set[tuple[str, str]] = set()
    for i in range(1, len(words) - 1):
        pair = (words[i].form, words[i + 1].form)
        if not (_opens_name(words, i) and _continues_name(words, i + 1)):
            continue
        count[pair] += 1
        first.setdefault(pair, i)
        if _introduced(words, i):
            titled.add(pair)
    early = sum(word.start < _OPENING for word in words)
    found = [pair for pair in count if count[pair] >= _FEWEST and pair in titled and first[pair] < early]
    if not found:
        return ""
    best = min(found, key=lambda pair: (-count[pair], first[pair]))
    return _written(words, text, first[best], count)


def _written(words: Sequence[Word], text: str, at: int, count: Counter[tuple[str, str]]) -> str:
    last = at + 1
    while at > 0 and count[words[at - 1].form, words[at].form] > 1 and not _introduces(words[at - 1].form):
        at -= 1
    if last + 1 < len(words) and _continues_name(words, last + 1) and last - at < _LONGEST:
        third = words[last + 1].form
        again = sum(1 for k in range(2, len(words)) if words[k].form == third and words[k - 1].form == words[last].form)
        last += again > 1
    if last + 1 < len(words) and words[last].form in ("ال", "بن", "عبد", "ابو") and words[last + 1].form.isalpha():
        last += 1
    return text[words[at].start : words[last].end]


def _opens_name(words: Sequence[Word], i: int) -> bool:
    form = words[i].form
    if form in listed("bodies"):
        return False
    return not form.startswith(("ال", "وال", "بال", "لل", "و")) and form not in ("بن", "ابن") and _continues_name(words, i)


def _continues_name(words: Sequence[Word], i: int) -> bool:
    form = words[i].form
    if not form.isalpha() or len(form) < _SHORT or place_words(words[i : i + 1]):
        return False
    if noun_of(form) is not None or verb_of(form) is not None or is_phrase(form) or any_verb(form) is not None:
        return False
    return form not in discourse("stop") and form not in discourse("office") and form not in word_list("common")


def _introduced(words: Sequence[Word], i: int) -> bool:
    at = i - 1
    while at > max(0, i - _LONGEST) and _continues_name(words, at) and not _introduces(words[at].form):
        at -= 1
    return _introduces(words[at].form)


def _introduces(form: str) -> bool:
    verb = verb_of(form)
    lived = verb is not None and verb.kind in ("birth", "death", "appointment", "meeting")
    return lived or form.removeprefix("و").removeprefix("ل").removeprefix("ب") in word_list("personal_titles")
