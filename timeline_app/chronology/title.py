"""What would an editor call the event? A short title in the words of the source, beginning with what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.chronology.clause import Clause, Shape
from timeline_app.chronology.figure import ordinals_of
from timeline_app.chronology.lexicon import discourse, leading_phrases, noun_of, plain_verb, verb_of
from timeline_app.chronology.saying import subject_first, without_attribution
from timeline_app.chronology.words import Word, fold, words_of
from timeline_app.model.daterange import Grain

LIMIT = 70
_ENOUGH, _FEWEST, _SLACK = 16, 2, 6
_MARKS = frozenset("،,؛;:.!؟?…-–—")
_OPEN, _CLOSE, _QUOTES = frozenset("(["), frozenset(")]"), frozenset("\"«»“”„'‘’")
_PLURAL_SUBJECT = re.compile("(?:[^ا]ون|ان)\\Z")
_PRECEDED = re.compile(r"\A(لل|ل)(\w{3,}) أن (?=\w)")  # what stays of «سبق للمغرب أن استضاف»
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and how well it stands alone: higher is better, 0 for one that should not be published."""

    text: str
    merit: int


def title_of(clause: Clause, text: str) -> Title:
    """The title of the event that a clause reports, with its merit."""
    words = clause.sentence.words
    kept = _without_dates(clause)
    if clause.shape is Shape.RELATIVE and _bland(clause):
        kept = _without_bland(clause, kept)
    elif clause.shape is Shape.NOUN and clause.fence < clause.last:
        kept = _noun_phrase(clause, kept)
    kept = _without_brackets(words, kept)
    speaker: list[int] = []
    if clause.shape in (Shape.VERB, Shape.NONE) or clause.first < clause.head:
        kept = _without_leading(words, kept)
        speaker, kept = without_attribution(clause, kept)
        kept = _without_leading(words, kept)
    kept, place = subject_first(words, kept)
    head = _masdar(words, kept)
    named = "" if head and _lasts(clause) else head
    body = _render(words, kept[1:] if head else kept, text)
    where = _render(words, place, text)
    said = _render(words, speaker, text)
    title = _tidy(" ".join(filter(None, (named, body))))
    if said and len(said) <= LIMIT // 2:
        title = f"{said}: {title}"
    title = shorten(title, LIMIT - len(where) - 1 if where else LIMIT)
    title = f"{title} {where}" if where else title
    return Title(title, _merit(title, clause, headed=bool(named or (head and where))))


def _lasts(clause: Clause) -> bool:
    """Whether the days are those of the whole and not of its opening («انطلقت من 24 إلى 27 نوفمبر أشغال …»)."""
    hull = clause.readings[0].hull
    opening = clause.trigger is not None and clause.trigger.kind == "opening"
    return opening and hull is not None and hull.grain is Grain.DAY and hull.days > 1


def shorten(title: str, limit: int = LIMIT) -> str:
    """A title cut to ``limit`` characters before a phrase that can be spared; whole words, nothing left hanging."""
    if len(title) <= limit + _SLACK:
        return _trim_end(title)
    words = title.split(" ")
    best = used = 0
    for i, word in enumerate(words):
        if used + len(word) > limit:
            break
        used += len(word) + 1
        following = words[i + 1] if i + 1 < len(words) else ""
        if used >= _ENOUGH * 2 and (word[-1:] in "،؛" or _may_part(following)):
            best = i + 1
    if not best:
        while best < len(words) and len(" ".join(words[: best + 1])) <= limit:
            best += 1
    return _trim_end(" ".join(words[:best]))


def _without_dates(clause: Clause) -> list[int]:
    words = clause.sentence.words
    gone: set[int] = set()
    for reading in clause.sentence.readings:
        inside = [
            i for i in range(clause.first, clause.last) if reading.span.start < words[i].end and words[i].start < reading.span.end
        ]
        if not inside:
            continue
        gone.update(inside)
        i = inside[0] - 1
        while i >= clause.first and (words[i].form in discourse("date_preposition") or words[i].form in "(،,"):
            gone.add(i)
            i -= 1
        if inside[-1] + 1 < clause.last and words[inside[-1] + 1].form in ")،,":
            gone.add(inside[-1] + 1)
    return [i for i in range(clause.first, clause.last) if i not in gone]


def _bland(clause: Clause) -> bool:
    """Whether the relative clause says no more than that it took place («التي جرت», «المنعقدة»)."""
    words = clause.sentence.words
    if words[clause.fence].form in discourse("participles"):
        return True
    near = range(clause.fence, min(clause.fence + 3, clause.last))
    verb = next((found for found in (verb_of(words[i].form) for i in near) if found is not None), None)
    return verb is not None and verb.lemma in discourse("bland")


def _without_bland(clause: Clause, kept: Sequence[int]) -> list[int]:
    """«حريق نشب الأحد في مخازن …» → «حريق في مخازن …»; «الانتخابات التي جرت في …» → «الانتخابات»."""
    words = clause.sentence.words
    phrase = [i for i in kept if i < clause.fence and words[i].form not in discourse("joined_relative")]
    after = [i for i in kept if i >= clause.dated[1]]
    place = bool(after) and (words[after[0]].form in discourse("noun_tail") or words[after[0]].form[:1] == "ب")
    stop = next((k for k, i in enumerate(after) if words[i].is_mark or verb_of(words[i].form)), len(after))
    return phrase + (after[:stop] if place else [])


def _noun_phrase(clause: Clause, kept: Sequence[int]) -> list[int]:
    words = clause.sentence.words
    head = [i for i in kept if i < clause.fence]
    tail = [i for i in kept if i >= clause.fence]
    if tail and (words[tail[0]].form in discourse("noun_tail") or words[tail[0]].form[:1] in "بل"):
        stop = next((k for k, i in enumerate(tail) if words[i].is_mark or verb_of(words[i].form)), len(tail))
        return head + tail[:stop]
    return head


def _without_brackets(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    out: list[int] = []
    depth = 0
    for i in kept:
        if words[i].form in _OPEN:
            depth += 1
        elif words[i].form in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            out.append(i)
    return out or [i for i in kept if words[i].form not in _OPEN | _CLOSE]


def _without_leading(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    rest = list(kept)
    changed = True
    while changed and rest:
        changed = False
        forms = [words[i].form for i in rest[:6]]
        phrase = next((p for p in leading_phrases() if tuple(forms[: len(p)]) == p), None)
        if phrase is not None and len(rest) > len(phrase) + 1:
            rest, changed = rest[len(phrase) :], True
        elif (
            (words[rest[0]].is_mark and words[rest[0]].form not in _QUOTES)
            or (forms[0] in discourse("auxiliary") and len(rest) > _FEWEST)
            or (forms[0] in discourse("complementiser") and len(rest) > _FEWEST)
        ):
            rest, changed = rest[1:], True
    return rest


def _masdar(words: Sequence[Word], kept: Sequence[int]) -> str:
    """The masdar that may stand for the verb at the head, or nothing where the grammar does not surely allow it."""
    if len(kept) < _FEWEST:
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
    for opening, closing in (("«", "»"), ("“", "”")):
        if title.count(opening) != title.count(closing):
            title = title.replace(opening, "").replace(closing, "")
    if title.count('"') % 2:
        title = title.replace('"', "")
    title = re.sub("،(?:\\s*،)+", "،", title).strip(" ،؛:.-–—…")
    title = _PRECEDED.sub(lambda m: ("ال" if m[1] == "لل" else "") + m[2] + " ", title)
    first = fold(title.split(" ", 1)[0])
    joined = first[:1] in "وف" and len(first) > 3 and plain_verb(first) is None and plain_verb(first[1:]) is not None
    return (title[1:] if joined else title).strip()


def _trim_end(title: str) -> str:
    words = title.rstrip(" ،؛:.-–—…").split(" ")
    while len(words) > _FEWEST and _hangs(words[-1]):
        words.pop()
    out = " ".join(words).rstrip(" ،؛:.-–—…")
    return out.replace('"', "") if out.count('"') % 2 else out


def _hangs(word: str) -> bool:
    form = fold(word).strip("،؛.")
    hanging = form in discourse("date_preposition") or form in discourse("complementiser") or form in discourse("relative")
    return (
        hanging
        or form in discourse("opening")
        or form in {"علي", "عن", "بين", "و", "او", "كل", "ضد", "قد", "لا", "ما", "ثم", "هذا", "هذه"}
    )


def _may_part(word: str) -> bool:
    form = fold(word)
    opens = (
        form in discourse("opening")
        or form in discourse("comment")
        or form in discourse("relative")
        or form in discourse("governing")
    )
    joined = form[:1] == "و" and len(form) > 3
    return (
        opens
        or joined
        or form in {"في", "من", "علي", "الي", "عن", "مع", "ضد", "بين", "خلال", "عبر", "لدي"}
        or (form[:1] in "بل" and form[1:3] == "ال")
        or form[:2] == "لل"
    )


def _merit(title: str, clause: Clause, *, headed: bool) -> int:
    first = fold(title.split(" ", 1)[0]) if title else ""
    if len(title.split()) < _FEWEST or len(title) < 8:
        return 0
    merit = 50
    merit += 15 if headed or clause.shape in (Shape.NOUN, Shape.RELATIVE) else 0
    merit += 10 if _ENOUGH <= len(title) <= LIMIT + _SLACK else -20
    merit -= 40 if any(fold(w) in discourse("dangling") for w in title.split()[:3]) else 0
    merit -= 10 if verb_of(first) is not None and not headed else 0
    merit += 15 if ordinals_of(words_of(title)) else 0
    merit -= 30 if first in discourse("stop") or first in discourse("governing") else 0
    merit -= 10 if clause.shape is Shape.NONE else 0
    return max(merit, 1)
