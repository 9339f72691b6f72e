"""Which word of a clause says what happened: a noun that the date belongs to, or the verb?"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.chronology.clause import COMMAS, Clause, Shape, groups_of, is_verb, last_verb, window
from timeline_app.chronology.lexicon import Trigger, discourse, noun_of, plain_verb, verb_of
from timeline_app.chronology.sentence import Sentence
from timeline_app.chronology.words import bare
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Reading

_ANTECEDENT, _ASYNDETIC, _PARTICIPLE, _SHORT = 13, 3, 8, 4
_WORD, _ITEM, _SINCE = 2, 2, 9
_FINE = (Grain.DAY, Grain.MINUTE)
_SPEAKING = frozenset({"statement", "agreement", "decision"})


def clauses_of(sentence: Sentence, placed: tuple[Reading, ...], published: DateRange | None = None) -> tuple[Clause, ...]:
    """One clause for each group of readings of the sentence that date the same thing, with its head.

    An event that stands as a noun inside a larger report («… في الانتخابات التي جرت في 12 مايو») keeps to its noun phrase;
    the report around it keeps its whole clause.
    """
    groups = groups_of(sentence, placed)
    nominal = [_nominal_of(sentence, groups, i, published) for i in range(len(groups))]
    verbal = [i for i, clause in enumerate(nominal) if clause is None]
    out: list[Clause] = []
    for i, group in enumerate(groups):
        clause = nominal[i]
        if clause is None:
            k = verbal.index(i)
            before = groups[verbal[k - 1]] if k else None
            after = groups[verbal[k + 1]] if k + 1 < len(verbal) else None
            clause = _with_verb(window(sentence, group, before, after))
        shares = bool(out) and (clause.shape is Shape.NONE or (nominal[i] is None and _repeats(out[-1], clause)))
        out.append(_sharing(out[-1], clause) if shares else clause)
    return tuple(out)


def _repeats(before: Clause, clause: Clause) -> bool:
    """«نال جائزة المعرض عام 2011، وجائزة المدينة عام 2012»: the item begins with a noun that the verb has already."""
    words = clause.sentence.words
    first = words[clause.first].form
    told = {w.form for w in words[before.first : before.dated[0]]}
    return clause.shape is Shape.NOUN and first[:1] == "و" and first[1:] in told


def _sharing(before: Clause, clause: Clause) -> Clause:
    """«نال الجائزة الأولى عام 2011، والجائزة الثانية في باريس عام 2012»: a further item shares the verb of the one before it."""
    words = clause.sentence.words
    joined = words[clause.first].form[:1] == "و" or words[clause.first - 1].form in COMMAS
    told = [w for w in words[clause.first : clause.dated[0]] if len(w.form) > _WORD]
    if before.trigger is None or not joined or len(told) < _ITEM:
        return clause
    shares = before.shares or before.dated
    return replace(clause, shape=Shape.NOUN, head=clause.first, trigger=before.trigger, fence=clause.last, shares=shares)


def _nominal_of(sentence: Sentence, groups: list[tuple[Reading, ...]], i: int, published: DateRange | None) -> Clause | None:
    before = groups[i - 1] if i else None
    after = groups[i + 1] if i + 1 < len(groups) else None
    clause = window(sentence, groups[i], before, after)
    first, last = clause.dated
    if before is not None:
        clause = replace(clause, first=min(clause.first, sentence.index(before[-1].span.end)))
    return (
        _adjacent(clause, first)
        or _standing(clause, first)
        or _since(clause, first, last)
        or _relative(clause, first, last)
        or _governed(clause, first, last)
        or _asyndetic(clause, first, last)
        or _to_come(clause, first, last, published)
    )


def _adjacent(clause: Clause, first: int) -> Clause | None:
    """«انتخابات 2005»: the event noun stands right before the date, and no verb of the clause claims the day."""
    i = first - 1
    if i < clause.first:
        return None
    form = clause.sentence.words[i].form
    noun = noun_of(form)
    fine = clause.readings[0].ranges[0].grain in _FINE
    if noun is None or form in discourse("date_preposition") or (fine and last_verb(clause, clause.first, i) >= 0):
        return None
    before = clause.sentence.words[i - 1].form if i > clause.first else ""
    if verb_of(before) or before in discourse("auxiliary") or is_verb(clause, i):
        return None
    return _nominal(clause, i, noun, Shape.NOUN, fence=first)


def _standing(clause: Clause, first: int) -> Clause | None:
    """«وهو مسجون منذ يناير 2023»: a participle says what began then and goes on."""
    words = clause.sentence.words
    at = next((i for i in range(first - 1, max(clause.first, first - _SHORT), -1) if words[i].form in discourse("since")), 0)
    form = words[at - 1].form if at > clause.first else ""
    jailed = form in discourse("jailed")
    if not jailed and form not in discourse("standing"):
        return None
    told = Trigger("trial" if jailed else "other", form, verb=True, present=True)
    return replace(clause, shape=Shape.VERB, head=at - 1, trigger=told, fence=clause.last)


def _since(clause: Clause, first: int, last: int) -> Clause | None:
    """«الذين يعيشون هناك منذ تقسيم البلاد في 2009»: what stands after «منذ» is what happened then, whatever its word."""
    words = clause.sentence.words
    back = range(first - 2, max(clause.first, first - _SINCE) - 1, -1)
    start = next((i + 1 for i in back if words[i].form in discourse("since")), 0)
    if not start or start >= first - 1 or last_verb(clause, start, first) >= 0 or not words[start].form.isalpha():
        return None
    if any(w.form in COMMAS for w in words[start:first]) or words[start].form in discourse("stop"):
        return None
    noun = noun_of(words[start].form) or Trigger("other", bare(words[start].form))
    return _nominal(clause, start, noun, Shape.NOUN, fence=last, stop=last)


def _relative(clause: Clause, first: int, last: int) -> Clause | None:
    """«الانتخابات التي جرت في …», «الإعلان الصادر في …»: the noun before the relative clause or the participle."""
    words = clause.sentence.words
    for i in range(first - 1, clause.first, -1):
        form = words[i].form
        is_relative = form in discourse("relative") or form in discourse("joined_relative")
        is_participle = form in discourse("participles") and first - i <= _PARTICIPLE
        if not is_relative and not is_participle:
            continue
        verbs = [k for k in range(i + 1, first) if verb_of(words[k].form)]
        closed = len(verbs) > 1 and any(words[k].form in COMMAS for k in range(verbs[0], verbs[-1]))
        if is_relative and (not verbs or closed):
            return None
        head = _antecedent(clause, i, joined=form in discourse("joined_relative"))
        if head is not None:
            return _nominal(clause, head, noun_of(words[head].form), Shape.RELATIVE, fence=i, stop=last)
        return _plain_antecedent(clause, i, verbs, last) if is_relative else None
    return None


def _antecedent(clause: Clause, i: int, *, joined: bool) -> int | None:
    """The event noun before the relative pronoun at ``i``; «والتي» goes back to that of the pronoun before it."""
    words = clause.sentence.words
    start = i
    if joined:
        start = next((k for k in range(i - 1, clause.first, -1) if words[k].form in discourse("relative")), i)
    reach = range(start - 1, max(clause.first, start - _ANTECEDENT) - 1, -1)
    return next((k for k in reach if noun_of(words[k].form) and not is_verb(clause, k)), None)


def _plain_antecedent(clause: Clause, i: int, verbs: list[int], last: int) -> Clause | None:
    """«الرسوم التي فرضتها …»: a noun that is no event, with a verb that tells one, inside another report."""
    words = clause.sentence.words
    if (last_verb(clause, clause.first, i) < 0 and clause.first == 0) or i - 1 <= clause.first:
        return None
    k = i - 1
    while k - 1 > clause.first and words[k].form.startswith("ال") and words[k - 1].form.startswith("ال"):
        k -= 1
    found = _nominal(clause, k, verb_of(words[verbs[0]].form), Shape.RELATIVE, fence=i, stop=last)
    return found if words[k].form.startswith("ال") and len(words[k].form) > _SHORT else None


def _governed(clause: Clause, first: int, last: int) -> Clause | None:
    """«منذ سقوط نظام … العام 2003»: an event noun after a word of time, and no verb between it and the date."""
    words = clause.sentence.words
    verb = last_verb(clause, clause.first, first)
    for i in range(first - 1, clause.first - 1, -1):
        form = words[i].form
        if form not in discourse("governing") and form.removeprefix("و") not in discourse("governing"):
            continue
        for k in range(i + 1, min(i + 4, first)):
            noun = noun_of(words[k].form)
            if noun is not None and k > verb:
                return _nominal(clause, k, noun, Shape.NOUN, fence=last, stop=last)
    return None


def _asyndetic(clause: Clause, first: int, last: int) -> Clause | None:
    """«حريق نشب الأحد», «جلسة استثنائية عقدها بعد ظهر الأربعاء»: a clause set to an indefinite noun without a pronoun."""
    words = clause.sentence.words
    verb = last_verb(clause, clause.first, first)
    if verb <= clause.first or first - verb > _ASYNDETIC or not _may_modify(words[verb].form):
        return None
    for k in range(verb - 1, max(clause.first, verb - _ASYNDETIC) - 1, -1):
        form = words[k].form
        if form in COMMAS or form in discourse("complementiser") or form in discourse("auxiliary") or form.startswith("ال"):
            return None
        noun = noun_of(form)
        if noun is not None and not is_verb(clause, k):
            return _nominal(clause, k, noun, Shape.RELATIVE, fence=verb, stop=last)
    return None


def _may_modify(form: str) -> bool:
    """Whether a verb may begin a clause set to a noun: without «و», and no verb of saying («في بيان أعلن …»)."""
    verb = plain_verb(form)
    return verb is not None and verb.kind != "statement"


def _to_come(clause: Clause, first: int, last: int, published: DateRange | None) -> Clause | None:
    """«اتفقت … على إجراء انتخابات في ديسمبر المقبل»: what is said or agreed now is to happen then."""
    words = clause.sentence.words
    verb = next((i for i in range(first - 1, clause.first - 1, -1) if is_verb(clause, i) and _speaks(verb_of(words[i].form))), -1)
    if verb < 0:
        verb = next((i for i in range(first - 1, clause.first - 1, -1) if _speaks(noun_of(words[i].form))), -1)
    trigger = (verb_of(words[verb].form) or noun_of(words[verb].form)) if verb >= 0 else None
    if trigger is None or not _speaks(trigger) or trigger.future or not _lies_ahead(clause, published):
        return None
    for k in range(first - 1, verb + 1, -1):
        form = words[k].form
        noun = noun_of(form)
        if noun is None or form.startswith("ال"):
            continue
        start = k
        while start - 1 > verb + 1 and noun_of(words[start - 1].form) is not None and not words[start - 1].form.startswith("ال"):
            start -= 1
        return _nominal(clause, start, noun_of(words[start].form), Shape.NOUN, fence=last, stop=last)
    return None


def _speaks(trigger: Trigger | None) -> bool:
    return trigger is not None and trigger.kind in _SPEAKING


def _lies_ahead(clause: Clause, published: DateRange | None) -> bool:
    hull = clause.readings[0].hull
    if published is not None and hull is not None:
        return hull.first > published.last
    first, last = clause.dated
    return any(w.form in discourse("coming") for w in clause.sentence.words[first:last])


def _nominal(clause: Clause, head: int, noun: Trigger | None, shape: Shape, *, fence: int, stop: int | None = None) -> Clause:
    words = clause.sentence.words
    end = clause.last
    if stop is not None:
        end = next((i for i in range(stop, clause.last) if words[i].form in COMMAS), clause.last)
    return Clause(clause.sentence, clause.readings, head, end, shape, head, noun, fence, (clause.first, clause.last))


def _with_verb(clause: Clause) -> Clause:
    first, last = clause.dated
    left = last_verb(clause, clause.first, first)
    if left < 0:
        left = next((i for i in range(last, _aside(clause, last)) if is_verb(clause, i)), -1)
    words = clause.sentence.words
    if left >= 0:
        return replace(clause, shape=Shape.VERB, head=left, trigger=verb_of(words[left].form), fence=clause.last)
    performed = [i for i in range(clause.first + 1, clause.last) if words[i - 1].form in discourse("performing")]
    for i in (*performed, *range(first - 1, clause.first - 1, -1), *range(last, clause.last)):
        noun = noun_of(words[i].form)
        if noun is not None:
            return replace(clause, shape=Shape.NOUN, head=i, trigger=noun, fence=clause.last)
    return clause


def _aside(clause: Clause, last: int) -> int:
    """Where a remark on what was named begins after the date («…، وهو الملف الذي يتابع فيه …»): its verb is not the clause's."""
    words = clause.sentence.words
    opened = discourse("relative") | discourse("joined_relative") | discourse("resuming")
    return next((i for i in range(last, clause.last) if words[i].form in opened), clause.last)
