"""What would an editor call the event? A short title in the words of the source, beginning with what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from timeline_app.chronology.clause import Clause, Shape
from timeline_app.chronology.doer import doer_before, doer_told, lacks_doer, said_of_self, seems_verb
from timeline_app.chronology.ending import breaks_off, issued, relative_turned, without_stump
from timeline_app.chronology.lexicon import discourse, noun_of, plain_verb, verb_of
from timeline_app.chronology.merit import LIMIT, SLACK, merit_of
from timeline_app.chronology.phrase import (
    FEWEST,
    bland,
    from_verb,
    noun_phrase,
    without_apposition,
    without_bland,
    without_brackets,
    without_circumstance,
    without_dates,
    without_leading,
)
from timeline_app.chronology.saying import subject_first, without_attribution
from timeline_app.chronology.words import Word, fold
from timeline_app.model.daterange import Grain

_ENOUGH, _GOOD, _NEAR, _CONTENT, _VERBS = 16, 50, 4, 16, 4
_MARKS = frozenset("،,؛;:.!؟?…-–—")
_PLURAL_SUBJECT = re.compile("(?:[^ا]ون|ان)\\Z")
_PRECEDED = re.compile(r"\A(لل|ل)(\w{3,}) أن (?=\w)")  # what stays of «سبق للمغرب أن استضاف»
_EMPTY_QUOTES = re.compile(r'"\s*"')
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and how well it stands alone: higher is better, 0 for one that should not be published."""

    text: str
    merit: int


def title_of(clause: Clause, text: str) -> Title:
    """The best title of the event that a clause reports: of its phrase, of the clause around it, or from the sentence's verb."""
    own = _title(_with_content(clause), text)
    if own.merit >= _GOOD:
        return own
    first, last = clause.around if clause.around[1] > clause.around[0] else (clause.first, clause.last)
    whole = replace(clause, first=first, last=last, shape=Shape.VERB, head=first, fence=last, around=(0, 0))
    found = [own, _title(whole, text), *_from_verbs(clause, text)]
    return max(found, key=lambda title: title.merit)


def _with_content(clause: Clause) -> Clause:
    """A saying with what is said, where the clause was cut before «أن»: a speaker alone is no title."""
    words = clause.sentence.words
    saying = clause.shape is Shape.VERB and clause.trigger is not None and clause.trigger.kind == "statement"
    if not saying or any(words[i].form in discourse("complementiser") for i in range(clause.head, clause.last)):
        return clause
    near = range(clause.last, min(clause.last + _NEAR, len(words)))
    if not any(words[i].form in discourse("complementiser") for i in near):
        return clause
    return replace(clause, last=min(len(words), clause.last + _CONTENT), fence=min(len(words), clause.last + _CONTENT))


def _from_verbs(clause: Clause, text: str) -> list[Title]:
    """The titles that begin with a verb of the sentence: its first one, and those nearest before the date."""
    words = clause.sentence.words
    reach = range(max(clause.head, 0) if clause.shape is Shape.VERB else 0, clause.dated[1])
    own = clause.around[0] if clause.around[1] > clause.around[0] else clause.first
    verbs = [i for i in reach if verb_of(words[i].form) and words[i].form not in discourse("auxiliary")]
    nearest = [
        i
        for i in verbs[-_VERBS:]
        if i >= own and not _is_no_verb(words[i].form) and noun_of(words[i].form) is None and not _is_bound(words, i)
    ]
    return [_from_verb(clause, at, text) for at in dict.fromkeys([*verbs[:1], *nearest]) if not _other_date_between(clause, at)]


def _is_no_verb(form: str) -> bool:
    """«سجلا» is rather a noun in the accusative than a verb of two, and «ألف» a number than a verb."""
    return form in discourse("number_word") or (form.endswith("ا") and plain_verb(form[:-1]) is not None)


def _is_bound(words: Sequence[Word], i: int) -> bool:
    """Whether a verb hangs on the word before it («التي جرت», «أن يزور»)."""
    before = words[i - 1].form if i else ""
    return before in discourse("relative") or before in discourse("joined_relative") or before in discourse("binding")


def _from_verb(clause: Clause, at: int, text: str) -> Title:
    words = clause.sentence.words
    if at and words[at - 1].form in discourse("negation"):
        at -= 1
    last = max(clause.last, clause.dated[1])
    return _title(replace(clause, first=at, last=last, shape=Shape.VERB, head=at, fence=last, around=(0, 0)), text)


def _other_date_between(clause: Clause, at: int) -> bool:
    start, stop = clause.sentence.words[at].start, clause.readings[0].span.start
    return any(start <= r.span.start < stop and r.ranges for r in clause.sentence.readings if r not in clause.readings)


def _title(clause: Clause, text: str) -> Title:
    words = clause.sentence.words
    kept = without_dates(clause)
    if clause.shape is Shape.RELATIVE and bland(clause):
        kept = without_bland(clause, kept)
    elif clause.shape is Shape.NOUN and clause.fence < clause.last:
        kept = noun_phrase(clause, kept)
    kept = without_brackets(words, kept)
    if len(_render(words, kept, text)) > LIMIT + SLACK:
        kept = without_apposition(clause, kept)
    if len(_render(words, kept, text)) > LIMIT + SLACK:
        kept = without_circumstance(clause, kept)
    speaker: list[int] = []
    if clause.shape in (Shape.VERB, Shape.NONE) or clause.first < clause.head:
        kept = without_leading(words, kept)
        kept = from_verb(words, kept)
        speaker, kept = without_attribution(clause, kept)
        kept = without_leading(words, kept)
    kept, place = subject_first(words, kept)
    told = kept[1:] if kept and words[kept[0]].form in discourse("negation") else kept
    alone = bool(told) and seems_verb(words[told[0]].form)
    alone = alone and (lacks_doer(words, told, text) or said_of_self(words, kept[0], told[0]))
    doer = doer_before(words, told[0]) if alone and not speaker and not place else []
    head = "" if alone else _masdar(words, kept)
    named = "" if head and _lasts(clause) else head
    body = _render(words, [*doer, *kept] if doer else kept[1:] if head else kept, text)
    where = _render(words, place, text)
    said = _render(words, speaker, text)
    title = _tidy(" ".join(filter(None, (named, body))))
    if said and len(said) <= LIMIT // 2:
        title = f"{said} {title}" if told and said_of_self(words, kept[0], told[0]) else f"{said}: {title}"
    teller = doer_told(words, told[0], text) if alone and not doer and not said and not place else ""
    title = f"{teller} {title}" if teller else relative_turned(title)
    title = issued(clause, title)
    title = shorten(title, LIMIT - len(where) - 1 if where else LIMIT)
    title = f"{title} {where}" if where else title
    return Title(title, merit_of(title, clause, headed=bool(named or (head and where)), alone=alone and not doer and not teller))


def _lasts(clause: Clause) -> bool:
    """Whether the days are those of the whole and not of its opening («انطلقت من 24 إلى 27 نوفمبر أشغال …»)."""
    hull = clause.readings[0].hull
    opening = clause.trigger is not None and clause.trigger.kind == "opening"
    return opening and hull is not None and hull.grain is Grain.DAY and hull.days > 1


def shorten(title: str, limit: int = LIMIT) -> str:
    """A title cut to ``limit`` characters before a phrase that can be spared; whole words, nothing left hanging."""
    if len(title) <= limit + SLACK:
        return _trim_end(title)
    words = title.split()
    ends = list(accumulate((len(word) + 1 for word in words), initial=-1))[1:]
    strong = weak = 0
    for i, (word, end) in enumerate(zip(words[:-1], ends, strict=False), 1):
        if end < _ENOUGH * 2:
            continue
        if end <= limit + SLACK and (word[-1] in "،؛" or _may_part(words[i])):
            strong = i
        if end <= limit and _inside_name(words[i]):
            weak = i
    best = strong if strong and (not weak or ends[strong - 1] + _ENOUGH >= ends[weak - 1]) else weak
    best = best or max((i for i, end in enumerate(ends, 1) if end <= limit), default=1)
    while best > FEWEST + 1 and words[best - 1][-1:].isdigit():
        best -= 1
    return _trim_end(" ".join(words[:best]))


def _masdar(words: Sequence[Word], kept: Sequence[int]) -> str:
    """The masdar that may stand for the verb at the head, or nothing where the grammar does not surely allow it."""
    if len(kept) < FEWEST:
        return ""
    verb = verb_of(words[kept[0]].form)
    if verb is None or not verb.safe or noun_of(words[kept[0]].form) is not None:
        return ""
    following = words[kept[1]].form
    if not following[:1].isalpha() and not following[:1].isdigit():
        return ""
    if (
        _PLURAL_SUBJECT.search(following)
        or following in discourse("stop")
        or (following[:1] in "بل" and not following.startswith("بن"))
    ):
        return ""
    return verb.masdar


def _render(words: Sequence[Word], kept: Sequence[int], text: str) -> str:
    out = ""
    for k, i in enumerate(kept):
        glued = k > 0 and kept[k - 1] == i - 1 and words[i - 1].end == words[i].start
        out += ("" if glued or not out else " ") + text[words[i].start : words[i].end]
    return out


def _tidy(title: str) -> str:
    title = _SPACES.sub(" ", title).replace(" ،", "،").replace(" ,", "،").replace(",", "،")
    if title.count('"') == 2:
        title = _EMPTY_QUOTES.sub("", title)
    for opening, closing in (("«", "»"), ("“", "”")):
        if title.count(opening) != title.count(closing):
            title = title.replace(opening, "").replace(closing, "")
    if title.count('"') % 2:
        title = title.replace('"', "")
    title = re.sub("،(?:\\s*،)+", "،", title).strip(" ،؛:.-–—…")
    title = _PRECEDED.sub(lambda m: ("ال" if m[1] == "لل" else "") + m[2] + " ", title)
    return _unjoined(title).strip()


def _unjoined(title: str) -> str:
    """Without the «و», «ف», «ب» or «ل» that joined the title to what went before."""
    first = fold(title.split(" ", 1)[0])
    noun, rest = noun_of(first), first[1:]
    if plain_verb(first) is not None or first in discourse("born_with_waw") or (noun is not None and noun.lemma[0] == first[:1]):
        return title
    if first.startswith("لل") and noun is not None:
        return "ال" + title[2:]
    if first[:1] == "و" and (len(first) > 3 or rest in discourse("stop")):
        return _unjoined(title[1:])
    joined = first[:1] == "ف" and plain_verb(rest) is not None
    governed = first[:1] in "بل" and noun is not None and noun_of(rest) is not None
    return title[1:] if joined or governed else title


def _trim_end(title: str) -> str:
    words = title.rstrip(" ،؛:.-–—…").split(" ")
    while len(words) > FEWEST and (_hangs(words[-1]) or breaks_off(words)):
        words.pop()
    words = without_stump(words)
    out = " ".join(words).rstrip(" ،؛:.-–—…")
    return out.replace('"', "") if out.count('"') % 2 else out


def _hangs(word: str) -> bool:
    form = fold(word).strip("،؛.")
    if not any(letter.isalnum() for letter in form):
        return True
    if form[:1] == "ف" and form[1:] in discourse("date_preposition"):
        return True
    hanging = (
        form in discourse("date_preposition")
        or form in discourse("unfinished")
        or form in discourse("complementiser")
        or form in discourse("relative")
    )
    return hanging or form in discourse("opening") or form in discourse("hanging")


def _may_part(word: str) -> bool:
    form = fold(word)
    opens = (
        form in discourse("opening")
        or form in discourse("comment")
        or form in discourse("relative")
        or form in discourse("governing")
    )
    joined = form[:1] == "و" and len(form) > 3
    return opens or joined or form in discourse("clause_preposition") or (form[:1] == "ب" and form[1:3] == "ال")


def _inside_name(word: str) -> bool:
    """A cut before «للشرطة» may part a name: only where no better one offers."""
    return fold(word).startswith(("لل", "ل"))
