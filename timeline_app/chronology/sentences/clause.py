"""Which clause of a sentence reports what happened on a date, and which word in it says what happened?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.chronology.sentences.lexicon import Trigger, discourse, is_name, noun_of, plain_verb, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.words import Word
from timeline_app.model.daterange import Grain
from timeline_app.model.expression import Reading
from timeline_app.model.span import Span

COMMAS = frozenset("،,؛;")
_HARD = frozenset("؛;:")
_LABEL, _TOLL, _UPON = 4, 9, "علي"
_CLOSING, _OPENING = frozenset(')»”%"'), frozenset('(«“"')


class Shape(StrEnum):
    """How the event stands in its clause: as a verb, as a noun («منذ سقوط …»), or as a noun with a relative clause."""

    VERB = "verb"
    NOUN = "noun"
    RELATIVE = "relative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause around one or more readings: word indices ``[first, last)`` of its sentence, and the word that tells.

    ``head`` is the index of that word, or -1; ``fence`` is where a relative clause or the date begins (or ``last``);
    ``around`` is the whole clause that a noun phrase was taken from; ``shares`` the words that date the clause whose verb it
    shares as a further item of a list; ``lent`` where its date stands in another clause of the sentence.
    """

    sentence: Sentence
    readings: tuple[Reading, ...]
    first: int
    last: int
    shape: Shape = Shape.NONE
    head: int = -1
    trigger: Trigger | None = None
    fence: int = -1
    around: tuple[int, int] = (0, 0)
    shares: tuple[int, int] | None = None
    lent: bool = False

    @property
    def span(self) -> Span:
        """Where the clause stands in the article, without punctuation at its ends."""
        words = self.sentence.words[self.first : self.last]
        kept = [w for w in words if not w.is_mark or w.form in _CLOSING] or list(words)
        opened = [w for w in words if not w.is_mark or w.form in _OPENING] or list(words)
        return Span(opened[0].start, max(kept[-1].end, opened[0].end))

    @property
    def dated(self) -> tuple[int, int]:
        """The indices of the words that date it: of the first one, and after the last one."""
        if self.readings[-1].span.end <= self.sentence.span.start:
            return 0, 0
        after = self.sentence.index(self.readings[-1].span.end - 1) + 1
        return self.sentence.index(self.readings[0].span.start), min(after, len(self.sentence.words))


def opens_clause(sentence: Sentence, i: int) -> bool:
    """Whether word ``i`` begins a clause of its own: a connective, a participle of comment, «و» with a verb."""
    form = sentence.words[i].form
    if form in discourse("opening") or (form in discourse("comment") and not _is_counted(sentence, i)):
        return True
    if form in discourse("auxiliary") and form[:1] in "وف":
        return True
    return form[:1] in "وف" and len(form) > 3 and _joined(form)


def groups_of(sentence: Sentence, placed: tuple[Reading, ...]) -> list[tuple[Reading, ...]]:
    """Readings side by side («الثلاثاء 5 مارس» and «الساعة 10») date one thing."""
    groups: list[tuple[Reading, ...]] = []
    for reading in placed:
        if groups and _is_edition(sentence, groups[-1][-1], reading):
            groups[-1] = (reading,)
        elif groups and any(joins(sentence, groups[-1][-1], reading) for joins in _JOINING):
            groups[-1] = (*groups[-1], reading)
        else:
            groups.append((reading,))
    return groups


def window(
    sentence: Sentence, group: tuple[Reading, ...], before: tuple[Reading, ...] | None, after: tuple[Reading, ...] | None
) -> Clause:
    """The clause of ``group`` between the clauses of ``before`` and ``after``, without a head yet."""
    bare = Clause(sentence, group, 0, len(sentence.words))
    first, last = bare.dated
    floor = sentence.index(before[-1].span.end) if before else 0
    roof = sentence.index(after[0].span.start) if after else len(sentence.words)
    start = _left(sentence, first, floor, parted=before is not None)
    stop = last if _is_offset(sentence, first, last) else _right(sentence, last, roof, parted=after is not None)
    return replace(bare, first=start, last=stop)


def nominal(clause: Clause, head: int, noun: Trigger | None, shape: Shape, *, fence: int, stop: int | None = None) -> Clause:
    """The clause of a noun inside ``clause``, from ``head`` on; ``fence`` is where its date or relative clause begins."""
    words = clause.sentence.words
    end = clause.last
    if stop is not None:
        end = next((i for i in range(stop, clause.last) if words[i].form in COMMAS), clause.last)
    return Clause(clause.sentence, clause.readings, head, end, shape, head, noun, fence, (clause.first, clause.last))


def is_verb(clause: Clause, i: int) -> bool:
    """A verb by its form, no month («مارس»); a word that may be a noun too is one only where a clause opens or after a helper."""
    words = clause.sentence.words
    if verb_of(words[i].form) is None or words[i].form in discourse("auxiliary"):
        return False
    if any(r.span.start <= words[i].start < r.span.end for r in clause.sentence.readings):
        return False
    if noun_of(words[i].form) is None and words[i].form not in discourse("either"):
        return True
    before = words[i - 1].form if i > 0 else ""
    helped = before in discourse("auxiliary") or before in discourse("relative") or before in discourse("complementiser")
    return i in (0, clause.first) or before in COMMAS or helped


def last_verb(clause: Clause, start: int, stop: int) -> int:
    """The index of the last verb in ``[start, stop)``, or -1."""
    return next((i for i in range(stop - 1, start - 1, -1) if is_verb(clause, i)), -1)


def _is_offset(sentence: Sentence, first: int, last: int) -> bool:
    """«بعد يوم واحد من تأكيد …» dates what stands before it; what follows is another event."""
    words = sentence.words
    after = words[last].form if last < len(words) else ""
    return words[first].form in discourse("offset") and last - first > 1 and after in discourse("offset_of")


def _joined(form: str) -> bool:
    """Whether «و» or «ف» is joined to a verb, and not its first letter («وقع», «وزارة»)."""
    verb = plain_verb(form[1:]) if plain_verb(form) is None else None
    if verb is None or is_name(form, verb):
        return False
    return noun_of(form[1:]) is None or form.endswith("ت")


def _joined_days(sentence: Sentence, one: Reading, other: Reading) -> bool:
    """«السبت والأحد، سجلت …»: two days one after the other, joined by nothing but «و»."""
    first, second = one.hull, other.hull
    if first is None or second is None or (first.grain, second.grain) != (Grain.DAY, Grain.DAY):
        return False
    between = sentence.words[sentence.index(one.span.end - 1) + 1 : sentence.index(other.span.start)]
    lead = sentence.words[sentence.index(other.span.start)].form
    return second.first == first.last + 1 and not between and lead[:1] == "و"


def _is_edition(sentence: Sentence, one: Reading, other: Reading) -> bool:
    """«تقام دورة هذا العام يوم 5 مايو»: the running year says which one it is, and the day beside it when."""
    first, second = one.hull, other.hull
    if first is None or second is None or first.grain is not Grain.YEAR or not first.contains(second):
        return False
    at = sentence.index(one.span.start)
    led = sentence.words[at - 1].form in discourse("date_preposition")
    return sentence.words[at].form in discourse("demonstrative") and not led


def _is_hour_of(sentence: Sentence, one: Reading, other: Reading) -> bool:
    """«يلتقي الفريقان مساء غد في الملعب عند السابعة»: the hour of a day told before it, with nothing that tells between."""
    day, hour = one.hull, other.hull
    if day is None or hour is None or (day.grain, hour.grain) != (Grain.DAY, Grain.MINUTE) or not day.contains(hour):
        return False
    between = sentence.words[sentence.index(one.span.end - 1) + 1 : sentence.index(other.span.start)]
    parted = discourse("complementiser") | discourse("relative") | discourse("opening") | COMMAS
    return not any(w.form in parted or (verb_of(w.form) and not noun_of(w.form)) for w in between)


def _side_by_side(sentence: Sentence, one: Reading, other: Reading) -> bool:
    between = sentence.words[sentence.index(one.span.end) : sentence.index(other.span.start)]
    first, second = one.hull, other.hull
    if first is None or second is None or not first.overlaps(second):
        return False
    return len([w for w in between if not w.is_mark]) <= 1


_JOINING = (_is_hour_of, _side_by_side, _joined_days)


def _left(sentence: Sentence, first: int, floor: int, *, parted: bool) -> int:
    words = sentence.words
    comma = None
    for i in range(first - 1, floor - 1, -1):
        form = words[i].form
        if form in _HARD and not _is_label(sentence, i, first):
            return i + 1
        if form in discourse("complementiser") and i > 1 and words[i - 1].form == _UPON and words[i - 2].form in COMMAS:
            return i + 1  # «…، على أن تقام القرعة الأحد»
        opens = i < first - 1 and opens_clause(sentence, i) and not _carries_date(sentence, i, first)
        if opens and first_of_toll(words, i, floor) == i:
            return i
        if parted and form in discourse("complementiser"):
            return i + 1
        if parted and comma is None and (form[:1] == "و" and len(form) > 2 and noun_of(form) is None):
            comma = i
        if parted and comma is None and form in COMMAS and not _leads_to(sentence, i, first):
            comma = i + 1
    if parted:
        return comma if comma is not None else floor
    return _past_preface(sentence, floor, first)


def first_of_toll(words: Sequence[Word], i: int, floor: int) -> int:
    """The verb that ``i`` goes on from in «قتل ثلاثة وأصيب خمسة»: what harmed the one harmed the other; else ``i`` itself."""
    if not _harms(words[i].form):
        return i
    before = range(i - 1, max(floor, i - _TOLL) - 1, -1)
    parted = next((k for k in before if words[k].is_mark or words[k].form in discourse("complementiser")), floor - 1)
    return next((k for k in before if k > parted and _harms(words[k].form)), i)


def _harms(form: str) -> bool:
    verb = verb_of(form)
    return verb is not None and verb.lemma in discourse("harming")


def _leads_to(sentence: Sentence, i: int, first: int) -> bool:
    """«غادرت الميناء، في 5 مايو»: the mark only sets off the date from what it dates."""
    between = [word.form for word in sentence.words[i + 1 : first]]
    return all(form in discourse("date_preposition") and form[:1] != "و" for form in between)


def _is_counted(sentence: Sentence, i: int) -> bool:
    """«15 متهما»: what stands after a figure is no participle of comment."""
    return i > 0 and sentence.words[i - 1].form[:1].isdigit()


def _is_label(sentence: Sentence, i: int, first: int) -> bool:
    """«الانطلاق: 17 شتنبر»: a few words, a colon and their date."""
    return sentence.words[i].form == ":" and i == first - 1 and i <= _LABEL


def _carries_date(sentence: Sentence, i: int, first: int) -> bool:
    """«…، وذلك في 18 نوفمبر», «…، وكانت آخر مرة في 2020»: the words only lead to the date of what stands before them."""
    lead, between = sentence.words[i].form, [w.form for w in sentence.words[i + 1 : first]]
    counted = (
        discourse("counted") if lead in discourse("was") and any(f in discourse("counted") for f in between) else frozenset()
    )
    led = all(form in discourse("date_preposition") or form in counted for form in between)
    return led and (lead in discourse("carrying") or bool(counted))


def _past_preface(sentence: Sentence, floor: int, first: int) -> int:
    """Past «في خطوة تعكس …،» before the verb that tells, when a comma parts them."""
    words = sentence.words
    for i in range(floor, first):
        if words[i].form in COMMAS:
            following = words[i + 1].form if i + 1 < first else ""
            if verb_of(following) or following in discourse("auxiliary"):
                opening = words[floor].form
                fronted = opening.removeprefix("و")
                return i + 1 if fronted in discourse("date_preposition") or fronted in discourse("governing") else floor
    return floor


def _right(sentence: Sentence, last: int, roof: int, *, parted: bool) -> int:
    words = sentence.words
    mark = None
    for i in range(last, roof):
        form = words[i].form
        if form in _HARD and form != ":":
            return i
        if (i > last or (parted and form[0] == "و")) and opens_clause(sentence, i):
            return i
        if i > last and parted and form in discourse("complementiser"):
            return next((k for k in range(i + 1, roof) if opens_clause(sentence, k)), i)
        joined = form[:1] == "و" and len(form) > 2
        if parted and i > last and (joined or (form in COMMAS and not _leads_to(sentence, i, roof))):
            mark = i
    if parted:
        return mark if mark is not None else roof
    return roof
