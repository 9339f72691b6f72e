"""Which clause of a sentence reports what happened on a date, and which word in it says what happened?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.chronology.lexicon import Trigger, discourse, noun_of, verb_of
from timeline_app.chronology.sentence import Sentence
from timeline_app.model.expression import Reading
from timeline_app.model.span import Span

_NEAR, _ANTECEDENT, _LONGEST = 2, 9, 90
_COMMAS = frozenset("،,؛;")
_HARD = frozenset("؛;:")


class Shape(StrEnum):
    """How the event stands in its clause: as a verb, as a noun («منذ سقوط …»), or as a noun with a relative clause."""

    VERB = "verb"
    NOUN = "noun"
    RELATIVE = "relative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause around one or more readings: word indices ``[first, last)`` of its sentence, and the word that tells.

    ``head`` is the index of that word, or -1; ``fence`` is where a relative clause begins inside it (or ``last``).
    """

    sentence: Sentence
    readings: tuple[Reading, ...]
    first: int
    last: int
    shape: Shape = Shape.NONE
    head: int = -1
    trigger: Trigger | None = None
    fence: int = -1

    @property
    def span(self) -> Span:
        """Where the clause stands in the article, without punctuation at its ends."""
        words = self.sentence.words[self.first : self.last]
        kept = [w for w in words if not w.is_mark or w.form in ")»”%"] or list(words)
        opened = [w for w in words if not w.is_mark or w.form in '(«“"'] or list(words)
        return Span(opened[0].start, max(kept[-1].end, opened[0].end))


def clauses_of(sentence: Sentence, placed: tuple[Reading, ...]) -> tuple[Clause, ...]:
    """One clause for each group of readings of the sentence that date the same thing."""
    groups = _groups(sentence, placed)
    out = []
    for i, group in enumerate(groups):
        before = groups[i - 1] if i else None
        after = groups[i + 1] if i + 1 < len(groups) else None
        out.append(_clause(sentence, group, before, after))
    return tuple(out)


def opens_clause(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` begins a clause of its own: a connective, a participle of comment, «و» with a verb."""
    form = sentence.words[i].form
    if form in discourse("opening") or form in discourse("comment"):
        return True
    if form in discourse("auxiliary") and form[:1] in "وف":
        return True
    return form[:1] in "وف" and len(form) > 3 and verb_of(form) is not None and _joined(form)


def _joined(form: str) -> bool:
    """Whether «و» or «ف» is joined to a verb, and not its first letter («وقع»)."""
    inner = verb_of(form[1:])
    return inner is not None and verb_of(form) == inner and (noun_of(form[1:]) is None or form.endswith("ت"))


def _groups(sentence: Sentence, placed: tuple[Reading, ...]) -> list[tuple[Reading, ...]]:
    """Readings side by side («الثلاثاء 5 مارس» and «الساعة 10») date one thing."""
    groups: list[tuple[Reading, ...]] = []
    for reading in placed:
        if groups and _side_by_side(sentence, groups[-1][-1], reading):
            groups[-1] = (*groups[-1], reading)
        else:
            groups.append((reading,))
    return groups


def _side_by_side(sentence: Sentence, one: Reading, other: Reading) -> bool:
    between = sentence.words[sentence.index(one.span.end) : sentence.index(other.span.start)]
    first, second = one.hull, other.hull
    if first is None or second is None or not first.overlaps(second):
        return False
    return len([w for w in between if not w.is_mark]) <= 1


def _clause(
    sentence: Sentence, group: tuple[Reading, ...], before: tuple[Reading, ...] | None, after: tuple[Reading, ...] | None
) -> Clause:
    first, last = sentence.index(group[0].span.start), sentence.index(group[-1].span.end - 1) + 1
    floor = sentence.index(before[-1].span.end) if before else 0
    roof = sentence.index(after[0].span.start) if after else len(sentence.words)
    start = _left(sentence, first, floor, parted=before is not None)
    stop = _right(sentence, last, roof, parted=after is not None)
    return _with_head(Clause(sentence, group, start, stop), first, last)


def _left(sentence: Sentence, first: int, floor: int, *, parted: bool) -> int:
    words = sentence.words
    comma = None
    for i in range(first - 1, floor - 1, -1):
        form = words[i].form
        if form in _HARD:
            return i + 1
        if i < first - 1 and opens_clause(sentence, i):
            return i
        if parted and form in discourse("complementiser"):
            return i + 1
        if parted and comma is None and (form in _COMMAS or (form[:1] == "و" and len(form) > 2 and noun_of(form) is None)):
            comma = i + 1 if form in _COMMAS else i
    if parted:
        return comma if comma is not None else floor
    return _past_preface(sentence, floor, first)


def _past_preface(sentence: Sentence, floor: int, first: int) -> int:
    """Past «في خطوة تعكس …،» before the verb that tells, when a comma parts them."""
    words = sentence.words
    for i in range(floor, first):
        if words[i].form in _COMMAS:
            following = words[i + 1].form if i + 1 < first else ""
            if verb_of(following) or following in discourse("auxiliary"):
                opening = words[floor].form
                return i + 1 if opening in discourse("date_preposition") or opening in discourse("governing") else floor
    return floor


def _right(sentence: Sentence, last: int, roof: int, *, parted: bool) -> int:
    words = sentence.words
    mark = None
    for i in range(last, roof):
        form = words[i].form
        if form in _HARD and form != ":":
            return i
        if i > last and opens_clause(sentence, i):
            return i
        if i > last and parted and form in discourse("complementiser"):
            return i
        if parted and (form in _COMMAS or (form[:1] == "و" and len(form) > 2)):
            mark = i
    if parted:
        return mark if mark is not None else roof
    return roof


def _with_head(clause: Clause, first: int, last: int) -> Clause:
    found = (
        _adjacent(clause, first)
        or _relative(clause, first, last)
        or _governed(clause, first, last)
        or _verbal(clause, first, last)
    )
    if found is not None:
        return found
    for i in (*range(first - 1, clause.first - 1, -1), *range(last, clause.last)):
        noun = noun_of(clause.sentence.words[i].form)
        if noun is not None:
            return Clause(clause.sentence, clause.readings, clause.first, clause.last, Shape.NOUN, i, noun, clause.last)
    return clause


def _adjacent(clause: Clause, first: int) -> Clause | None:
    """«انتخابات 2005», «حريق الأحد»: the event noun stands right before the date."""
    i = first - 1
    if i < clause.first:
        return None
    noun = noun_of(clause.sentence.words[i].form)
    if (
        noun is None
        or clause.sentence.words[i].form in discourse("date_preposition")
        or _last_verb(clause, clause.first, first) == i
    ):
        return None
    before = clause.sentence.words[i - 1].form if i > clause.first else ""
    if verb_of(before) or before in discourse("auxiliary"):
        return None
    return _nominal(clause, i, noun, Shape.NOUN, fence=first)


def _relative(clause: Clause, first: int, last: int) -> Clause | None:
    """«الانتخابات التي جرت في …», «الإعلان الصادر في …»: the noun before the relative clause or the participle."""
    words = clause.sentence.words
    for i in range(first - 1, clause.first, -1):
        form = words[i].form
        is_relative = form in discourse("relative") or form in ("والتي", "والذي")
        is_participle = form in discourse("participles") and first - i <= 5
        if not is_relative and not is_participle:
            continue
        verbs = [k for k in range(i + 1, first) if verb_of(words[k].form)]
        if is_relative and (not verbs or (len(verbs) > 1 and any(words[k].form in _COMMAS for k in range(verbs[0], verbs[-1])))):
            return None
        head = next(
            (
                k
                for k in range(i - 1, max(clause.first, i - _ANTECEDENT) - 1, -1)
                if noun_of(words[k].form) and not _is_verb(clause, k)
            ),
            None,
        )
        if head is None:
            return None
        return _nominal(clause, head, noun_of(words[head].form), Shape.RELATIVE, fence=i, stop=last)
    return None


def _governed(clause: Clause, first: int, last: int) -> Clause | None:
    """«منذ سقوط نظام … العام 2003»: an event noun after a word of time, and no verb between it and the date."""
    words = clause.sentence.words
    verb = _last_verb(clause, clause.first, first)
    for i in range(first - 1, clause.first - 1, -1):
        if words[i].form.lstrip("و") not in discourse("governing") and words[i].form not in discourse("governing"):
            continue
        for k in range(i + 1, min(i + 4, first)):
            noun = noun_of(words[k].form)
            if noun is not None and k > verb:
                return _nominal(clause, k, noun, Shape.NOUN, fence=last, stop=last)
    return None


def _nominal(clause: Clause, head: int, noun: Trigger | None, shape: Shape, *, fence: int, stop: int | None = None) -> Clause:
    words = clause.sentence.words
    end = clause.last
    if stop is not None:
        end = next((i for i in range(stop, clause.last) if words[i].form in _COMMAS), clause.last)
    return Clause(clause.sentence, clause.readings, head, end, shape, head, noun, fence)


def _verbal(clause: Clause, first: int, last: int) -> Clause | None:
    left = _last_verb(clause, clause.first, first)
    if left < 0:
        left = next((i for i in range(last, clause.last) if _is_verb(clause, i)), -1)
    if left < 0:
        return None
    trigger = verb_of(clause.sentence.words[left].form)
    return Clause(clause.sentence, clause.readings, clause.first, clause.last, Shape.VERB, left, trigger, clause.last)


def _last_verb(clause: Clause, start: int, stop: int) -> int:
    return next((i for i in range(stop - 1, start - 1, -1) if _is_verb(clause, i)), -1)


def _is_verb(clause: Clause, i: int) -> bool:
    """A verb by its form; a word that may also be a noun is one only where a clause opens or after a helper."""
    words = clause.sentence.words
    if verb_of(words[i].form) is None or words[i].form in discourse("auxiliary"):
        return False
    if noun_of(words[i].form) is None:
        return True
    before = words[i - 1].form if i > 0 else ""
    return (
        i in (0, clause.first)
        or before in _COMMAS
        or before in discourse("auxiliary")
        or before in discourse("relative")
        or before == "ان"
    )
