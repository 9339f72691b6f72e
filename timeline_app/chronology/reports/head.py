"""Which word of a clause says what happened: a noun that the date belongs to, or the verb?"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.chronology.phrases.grammar import Grammar, grammar_of
from timeline_app.chronology.reports.embedded import in_what_is_put_off, is_occasion, nominal_of
from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape, first_of_toll, groups_of, is_verb, window
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, noun_of, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.wordclass import any_verb, may_be_noun, word_list
from timeline_app.chronology.sentences.words import bare
from timeline_app.chronology.traits.kind import OTHER
from timeline_app.model.daterange import DateRange
from timeline_app.model.expression import Reading

_WORD, _ITEM, _LEAD = 2, 2, 3


def clauses_of(
    sentence: Sentence, placed: tuple[Reading, ...], text: str, published: DateRange | None = None
) -> tuple[Clause, ...]:
    """One clause for each group of readings of the sentence that date the same thing, with its head.

    An event that stands as a noun inside a larger report («… في الانتخابات التي جرت في 12 مايو») keeps to its noun phrase;
    the report around it keeps its whole clause.
    """
    if not placed:
        return ()
    groups = groups_of(sentence, placed)
    grammar = grammar_of(sentence.words, text)
    nominal = [nominal_of(grammar, _between(sentence, groups, i), published) for i in range(len(groups))]
    told = [frozenset(range(c.first, c.dated[1])) if c is not None else frozenset() for c in nominal]
    nominal = [None if c is not None and is_occasion(grammar, c) else c for c in nominal]
    verbal = [i for i, clause in enumerate(nominal) if clause is None]
    out: list[Clause] = []
    for i, group in enumerate(groups):
        clause = nominal[i]
        if clause is None:
            k = verbal.index(i)
            before = groups[verbal[k - 1]] if k else None
            after = groups[verbal[k + 1]] if k + 1 < len(verbal) and not _tells_again(sentence, group, groups[i + 1 :]) else None
            clause = window(sentence, group, before, after)
            following = nominal[i + 1] if i + 1 < len(groups) else None
            if not in_what_is_put_off(grammar, clause, following):
                clause = _with_verb(grammar, clause, frozenset().union(*told))
        if out and clause.shape is Shape.NONE and _is_other_name(clause):
            out[-1] = replace(out[-1], readings=clause.readings, last=clause.last)
            continue
        further = nominal[i] is None and bool(out) and (_repeats(out[-1], clause) or _names_item(out[-1], clause))
        shares = bool(out) and (clause.shape is Shape.NONE or further)
        out.append(_sharing(out[-1], clause) if shares else clause)
    return tuple(out)


def _tells_again(sentence: Sentence, group: tuple[Reading, ...], following: list[tuple[Reading, ...]]) -> bool:
    """«قال مساء السبت إن المجلس قرر اليوم …»: what is said at once dates itself by the day of the saying."""
    last = sentence.index(group[-1].span.end - 1) + 1
    said = [w.form for w in sentence.words[last : last + _LEAD] if not w.is_mark]
    one, other = group[0].hull, following[0][0].hull if following else None
    same = one is not None and other is not None and (one.first, one.last) == (other.first, other.last)
    return same and bool(said) and said[0] in discourse("complementiser")


def _is_other_name(clause: Clause) -> bool:
    """«بعد ثلاثة أيام أي في 5 مايو»: the same day said in other words."""
    words = clause.sentence.words
    return any(w.form in discourse("that_is") for w in words[max(0, clause.dated[0] - _LEAD) : clause.dated[0]])


def _between(sentence: Sentence, groups: list[tuple[Reading, ...]], i: int) -> Clause:
    """The clause of a date, from the one before it on."""
    before = groups[i - 1] if i else None
    after = groups[i + 1] if i + 1 < len(groups) else None
    clause = window(sentence, groups[i], before, after)
    if before is None:
        return clause
    return replace(clause, first=min(clause.first, sentence.index(before[-1].span.end)))


def _repeats(before: Clause, clause: Clause) -> bool:
    """«نال جائزة المعرض عام 2011، وجائزة المدينة عام 2012»: the item begins with a noun that the verb has already."""
    words = clause.sentence.words
    first = words[clause.first].form
    told = {w.form for w in words[before.first : before.dated[0]]}
    return clause.shape is Shape.NOUN and first[:1] == "و" and first[1:] in told


def _names_item(before: Clause, clause: Clause) -> bool:
    """«منها حركة النوارس عام 2011، ويزيد عام 2012»: a few joined words in a list of names, though the first may be a verb."""
    words = clause.sentence.words
    listing = before.shares is not None or any(w.form in word_list("among") for w in words[before.first : before.dated[0]])
    short = clause.dated[0] - clause.first <= _ITEM + _ITEM
    return listing and short and clause.head == clause.first and words[clause.first].form[:1] == "و"


def _sharing(before: Clause, clause: Clause) -> Clause:
    """«نال الجائزة الأولى عام 2011، والجائزة الثانية في باريس عام 2012»: a further item shares the verb of the one before it."""
    words = clause.sentence.words
    lead = words[clause.first].form
    joined = lead[:1] == "و" or lead in discourse("then") or words[clause.first - 1].form in COMMAS
    told = [w for w in words[clause.first : clause.dated[0]] if len(w.form) > _WORD]
    if before.trigger is None or not joined or len(told) < _ITEM:
        return clause
    shares = before.shares or before.dated
    return replace(clause, shape=Shape.NOUN, head=clause.first, trigger=before.trigger, fence=clause.last, shares=shares)


def _with_verb(grammar: Grammar, clause: Clause, told: frozenset[int]) -> Clause:
    """The clause with its head: a verb that no other date has been given to, a noun, or a verb that no lexicon knows."""
    first, last = clause.dated
    verbs = [i for i in range(clause.first, _aside(clause, last)) if i not in told and is_verb(clause, i)]
    left = next((i for i in reversed(verbs) if i < first), next((i for i in verbs if i >= last), -1))
    words = clause.sentence.words
    if left >= 0:
        left = first_of_toll(words, left, clause.first)
        return replace(clause, shape=Shape.VERB, head=left, trigger=verb_of(words[left].form), fence=clause.last)
    performed = [i for i in range(clause.first + 1, clause.last) if words[i - 1].form in discourse("performing")]
    for i in (*performed, *range(first - 1, clause.first - 1, -1), *range(last, clause.last)):
        noun = noun_of(words[i].form)
        if noun is None and i in performed and may_be_noun(bare(words[i].form)) and words[i].form not in discourse("stop"):
            noun = Trigger(OTHER, bare(words[i].form))  # «يتم صرف الأجور …»: whatever is carried out tells
        if noun is not None and i not in told:
            return replace(clause, shape=Shape.NOUN, head=i, trigger=noun, fence=clause.last)
    return _with_unknown_verb(grammar, clause, told)


def _with_unknown_verb(grammar: Grammar, clause: Clause, told: frozenset[int]) -> Clause:
    """«انتشلت فرق الإنقاذ أمس …»: a verb by its shape alone tells something, of no known kind."""
    first, last = clause.dated
    places = (*range(first - 1, clause.first - 1, -1), *range(last, _aside(clause, last)))
    at = next((i for i in places if i not in told and _may_tell(grammar, i)), -1)
    if at < 0:
        at = next((i for i in range(clause.first, first) if grammar.form(i) in discourse("conducting")), -1)
    if at < 0:
        return clause
    trigger = any_verb(grammar.form(at)) or Trigger(OTHER, grammar.form(at), verb=True)
    return replace(clause, shape=Shape.VERB, head=at, trigger=trigger, fence=clause.last)


def _may_tell(grammar: Grammar, i: int) -> bool:
    """Whether a verb tells what happened: no helping verb, no form of «كان», nothing that «كان» makes a habit."""
    form = grammar.form(i)
    if not grammar.finite[i] or form in discourse("auxiliary") or form in discourse("performing"):
        return False
    known = any_verb(form)
    return grammar.form(i - 1) not in discourse("was") and not (known is not None and known.lemma in discourse("state"))


def _aside(clause: Clause, last: int) -> int:
    """Where a remark on what was named begins after the date («…، وهو الملف الذي يتابع فيه …»): its verb is not the clause's."""
    words = clause.sentence.words
    opened = discourse("relative") | discourse("joined_relative") | discourse("resuming")
    return next((i for i in range(last, clause.last) if words[i].form in opened), clause.last)
