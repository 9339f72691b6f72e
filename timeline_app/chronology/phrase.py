"""Which words of a clause belong in a title? Without dates, brackets, openings that say nothing, and sources."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.clause import Clause
from timeline_app.chronology.lexicon import discourse, leading_phrases, noun_of, verb_of
from timeline_app.chronology.words import Word
from timeline_app.model.daterange import Grain
from timeline_app.model.expression import Reading, TimexType

FEWEST = 2
_PREFACE, _CIRCUMSTANCE = 12, 4
_OPEN, _CLOSE, _QUOTES = frozenset("(["), frozenset(")]"), frozenset("\"«»“”„'‘’")


def without_dates(clause: Clause) -> list[int]:
    """The indices of the clause's words without its dates and what leads to them."""
    words = clause.sentence.words
    gone: set[int] = set()
    for reading in clause.sentence.readings:
        inside = [
            i for i in range(clause.first, clause.last) if reading.span.start < words[i].end and words[i].start < reading.span.end
        ]
        if not inside or _stays(words, inside[0], reading):
            continue
        gone.update(inside)
        i = inside[0] - 1
        while i >= clause.first and _belongs_to_date(words[i].form):
            gone.add(i)
            i -= 1
        if i == inside[0] - 1 and i >= clause.first and _witnesses(words[i].form):
            gone.add(i)
        if inside[-1] + 1 < clause.last and words[inside[-1] + 1].form in ")،,":
            gone.add(inside[-1] + 1)
    return [i for i in range(clause.first, clause.last) if i not in gone]


def _stays(words: Sequence[Word], first: int, reading: Reading) -> bool:
    """A length of time that is told («مهلة ثلاثة أيام»), or the month or year of a name («حرب أكتوبر»)."""
    before = words[first - 1].form if first else ""
    if reading.expression.type is TimexType.DURATION:
        return before not in discourse("length_lead")
    if before in discourse("marked_day") and " " in reading.expression.text:
        return True
    fine = bool(reading.ranges) and reading.ranges[0].grain in (Grain.DAY, Grain.MINUTE)
    return before in discourse("dated_noun") and not fine


def _witnesses(form: str) -> bool:
    """«شهد مايو افتتاح …»: the date is the subject of a verb that tells nothing itself."""
    verb = verb_of(form)
    return verb is not None and verb.lemma in discourse("witness")


def _belongs_to_date(form: str) -> bool:
    lead = discourse("date_preposition") | discourse("date_lead")
    return form in lead or form in "(،," or (form[:1] == "و" and form[1:] in lead)


def bland(clause: Clause) -> bool:
    """Whether the relative clause says no more than that it took place («التي جرت», «المنعقدة»)."""
    words = clause.sentence.words
    if words[clause.fence].form in discourse("participles"):
        return True
    near = range(clause.fence, min(clause.fence + 3, clause.last))
    verb = next((found for found in (verb_of(words[i].form) for i in near) if found is not None), None)
    return verb is not None and verb.lemma in discourse("bland")


def without_bland(clause: Clause, kept: Sequence[int]) -> list[int]:
    """«حريق نشب الأحد في مخازن …» → «حريق في مخازن …»; «الانتخابات التي جرت في …» → «الانتخابات»."""
    words = clause.sentence.words
    phrase = [i for i in kept if i < clause.fence and words[i].form not in discourse("joined_relative")]
    after = [i for i in kept if i >= clause.dated[1]]
    place = bool(after) and (words[after[0]].form in discourse("noun_tail") or words[after[0]].form[:1] == "ب")
    stop = next((k for k, i in enumerate(after) if words[i].is_mark or verb_of(words[i].form)), len(after))
    return phrase + (after[:stop] if place else [])


def noun_phrase(clause: Clause, kept: Sequence[int]) -> list[int]:
    """The words of a noun phrase up to its date, and the place or parties that follow it."""
    words = clause.sentence.words
    head = [i for i in kept if i < clause.fence]
    tail = [i for i in kept if i >= clause.fence]
    if tail and (words[tail[0]].form in discourse("noun_tail") or words[tail[0]].form[:1] in "بل"):
        stop = next((k for k, i in enumerate(tail) if words[i].is_mark or verb_of(words[i].form)), len(tail))
        return head + tail[:stop]
    return head


def without_brackets(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    """The words outside brackets, or all of them where nothing else stands."""
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


def without_leading(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    """The words without openings that say nothing: connectives, sources, helping verbs."""
    rest = list(kept)
    changed = True
    while changed and rest:
        changed = False
        forms = [words[i].form for i in rest[:6]]
        phrase = next((p for p in leading_phrases() if tuple(forms[: len(p)]) == p), None)
        said = _first_said(words, rest) if forms[0] in discourse("comment") else 0
        if phrase is not None and len(rest) > len(phrase) + 1:
            rest, changed = rest[len(phrase) :], True
        elif said and len(rest) > said + FEWEST:
            rest, changed = rest[said + 1 :], True
        elif (
            (words[rest[0]].is_mark and words[rest[0]].form not in _QUOTES)
            or (forms[0] in discourse("auxiliary") and len(rest) > FEWEST)
            or (forms[0] in discourse("complementiser") and len(rest) > FEWEST)
        ):
            rest, changed = rest[1:], True
    return rest


def without_circumstance(clause: Clause, kept: Sequence[int]) -> list[int]:
    """«أطلقت الجمعية في لقاء أمس بالرباط حملة»: without the phrase and the place beside the date, where the object follows."""
    words = clause.sentence.words
    first, last = clause.dated
    before, after = [i for i in kept if i < first], [i for i in kept if i >= last]
    if clause.head not in before[:3] or len(after) < FEWEST:
        return list(kept)
    place = 1 if words[after[0]].form.startswith("بال") else 0
    follows = words[after[place]].form
    if follows.startswith("ال") or follows[:1] in "وفبل" or words[after[place]].is_mark or follows in discourse("stop"):
        return list(kept)
    lead = next((k for k in range(len(before) - 1, 1, -1) if words[before[k]].form in discourse("circumstance")), 0)
    near = lead and len(before) - lead <= _CIRCUMSTANCE and lead > 1
    return [*(before[:lead] if near else before), *after[place:]]


def without_apposition(clause: Clause, kept: Sequence[int]) -> list[int]:
    """«قررت اللجنة، أعلى هيئة في البلاد، أمس، إعادة العد» without what names its subject again."""
    words = clause.sentence.words
    first = next((k for k, i in enumerate(kept[:_PREFACE]) if words[i].form in "،,"), 0)
    if first <= FEWEST or verb_of(words[kept[0]].form) is None:
        return list(kept)
    if first + 1 >= len(kept) or words[kept[first + 1]].form not in discourse("apposition"):
        return list(kept)
    parted = range(first + 2, min(len(kept), first + _PREFACE))
    second = next((k for k in parted if words[kept[k]].form in "،," or kept[k - 1] < clause.dated[0] <= kept[k]), 0)
    if not second or len(kept) - second <= FEWEST:
        return list(kept)
    return [*kept[:first], *kept[second + (words[kept[second]].form in "،,") :]]


def _first_said(words: Sequence[Word], kept: Sequence[int]) -> int:
    """The place of the «أن» that a participle of comment leads to, or 0."""
    return next((k for k, i in enumerate(kept[:4]) if words[i].form in discourse("complementiser")), 0)


def from_verb(words: Sequence[Word], kept: list[int]) -> list[int]:
    """«في بيان أعلن المتحدث …» → «أعلن المتحدث …»: what is told begins with its verb."""
    if len(kept) < FEWEST + 1:
        return kept
    first = words[kept[0]].form
    bare = first[1:] if first[:1] in "وف" and len(first) > 2 and first not in discourse("born_with_waw") else first
    fronted = (
        bare in discourse("fronting")
        or bare in discourse("date_preposition")
        or bare in discourse("governing")
        or bare in discourse("clause_preposition")
    )
    if not fronted and not (first[:1] == "ب" and len(first) > 4 and verb_of(first) is None):
        return kept
    at = next((k for k, i in enumerate(kept[:_PREFACE]) if k and _surely_verb(words, kept, k)), 0)
    if at and words[kept[at - 1]].form in discourse("negation"):
        at -= 1
    return kept[at:] if at and len(kept) - at > FEWEST else kept


def _surely_verb(words: Sequence[Word], kept: Sequence[int], k: int) -> bool:
    form = words[kept[k]].form
    before = words[kept[k - 1]].form
    if verb_of(form) is None or form in discourse("auxiliary") or noun_of(form) is not None:
        return False
    return before not in discourse("relative") and before not in discourse("complementiser")
