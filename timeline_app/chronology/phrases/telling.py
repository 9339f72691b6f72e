"""Which verb of a sentence does a date belong to, and where does its clause begin and end?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.chronology.phrases.antecedent import antecedent
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.subject import described, subject_of, topic_before
from timeline_app.chronology.sentences.clause import first_of_toll
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.wordclass import any_verb, binds, is_phrase, word_list

_BACK, _FRONT, _SUBJECT, _RELATIVE, _TIME, _FEW = 60, 4, 14, 5, 2, 2
_COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause as word indices: its subject where that stands before the verb, the verb, and what follows up to its end.

    ``relative`` is the index of the pronoun that binds the clause to a noun before it, or -1; ``sure`` where the date
    stands in this clause itself; ``lasts`` where the date is of several days; ``dated`` is where its date begins.
    """

    verb: int
    subject: tuple[int, ...]
    rest: tuple[int, ...]
    relative: int = -1
    sure: bool = True
    lasts: bool = False
    dated: int = -1


def tellings_of(grammar: Grammar, dated: tuple[int, int]) -> Iterator[Telling]:
    """The clause that holds the words ``dated`` (first, after the last), then those around it, nearest first."""
    own = verb_of_date(grammar, dated)
    if own < 0:
        return
    if _of_time(grammar, own):
        yield telling(grammar, own, dated, sure=True)
        return
    relative = _relative_before(grammar, own)
    aside = relative >= 0 and grammar.form(relative) in discourse("joined_relative") and not antecedent(grammar, relative)
    if (aside or (grammar.modifies(own) and grammar.governed(own))) and (main := verb_before(grammar, own, strict=True)) >= 0:
        own = main
    if _only_sources(grammar, own):
        main = verb_before(grammar, own, strict=True)
        own = main if main >= 0 else max(own, _main_after(grammar, dated[1]))
    own = _outer_waiting(grammar, own)
    own = first_of_toll(grammar.words, _past_dating(grammar, own, dated), 0)
    yield telling(grammar, own, dated, sure=True)
    at, told = own, 1
    while told < _FRONT:
        at = verb_before(grammar, at, strict=False)
        if at < 0:
            break
        if not _is_inside_remark(grammar, at) and not grammar.modifies(at):
            told += 1
            yield telling(grammar, at, dated, sure=False)


def _only_sources(grammar: Grammar, own: int) -> bool:
    """«وفق ما جاء في بيان أمس», «كما ذكرت الصحيفة أمس»: a verb that tells from where what stands before it is known."""
    if grammar.form(own - 1) == "ما" and grammar.form(own - 2) in discourse("source"):
        return True
    if grammar.form(own - 1) not in word_list("as_said") or own < _FEW or not says(grammar, own):
        return False
    whole = len(grammar.words)
    stop = next((i for i in range(own + 1, whole) if grammar.border(i) in (Border.CLAUSE, Border.STOP)), whole)
    return not any(grammar.border(i) is Border.CONTENT or grammar.held[i] for i in range(own + 1, stop))


def _outer_waiting(grammar: Grammar, own: int) -> int:
    """«تسبب حريق شب أمس في السوق، في وفاة عامل»: the verb before a noun that a verb describes, whose phrase stands behind."""
    outer = described(grammar, own)[0] - 1 if grammar.modifies(own) else -1
    verb = any_verb(grammar.form(outer)) if outer >= 0 and grammar.finite[outer] else None
    if verb is None:
        return own
    stop = next(
        (i for i in range(own + 1, len(grammar.words)) if grammar.border(i) in (Border.CLAUSE, Border.STOP)), len(grammar.words)
    )
    waits = any(grammar.form(i - 1) in _COMMAS and binds(verb, grammar.form(i)) for i in range(own + 1, stop))
    return outer if waits else own


def _main_after(grammar: Grammar, last: int) -> int:
    """The verb of the clause that a comma or «فإن» opens behind a date, or -1."""
    opened = next((i for i in range(last, len(grammar.words)) if grammar.border(i) in (Border.CONTENT, Border.REMARK)), -1)
    after = (i for i in range(opened + 1, len(grammar.words)) if grammar.finite[i] and _relative_before(grammar, i) < 0)
    return next(after, -1) if opened >= 0 else -1


def _past_dating(grammar: Grammar, own: int, dated: tuple[int, int]) -> int:
    """«تعود القصة إلى ماي 2011 حين غرق المركب»: a verb that only leads to its date leaves the telling to the clause behind it."""
    found = any_verb(grammar.form(own))
    first, last = dated
    leads = own < first and _leads(grammar.form(first - 1)) and not any(grammar.finite[own + 1 : first])
    if found is None or found.lemma not in discourse("dating") or not leads:
        return own
    start = last + (grammar.form(last) in _COMMAS)
    if grammar.form(start) not in word_list("when"):
        return own
    return next((i for i in range(start + 1, min(start + _FRONT, len(grammar.words))) if grammar.finite[i]), own)


def verb_of_date(grammar: Grammar, dated: tuple[int, int]) -> int:
    """The index of the verb that the date belongs to: the nearest before it in its clause, else the next one; or -1."""
    first, last = dated
    after = _verb_after(grammar, last)
    joined = after >= 0 and grammar.form(after)[:1] in "وف" and grammar.border(after) is Border.CLAUSE
    if after >= 0 and not joined and _opens(grammar, first, after - last):
        return after
    before = verb_before(grammar, first, strict=True)
    return before if before >= 0 else after


def verb_before(grammar: Grammar, at: int, *, strict: bool) -> int:
    """The nearest finite verb before ``at`` that no full stop parts from it; ``strict``: nor a relative clause closed since."""
    closed = False
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if grammar.border(i) is Border.STOP:
            return -1
        if grammar.form(i) in _COMMAS and not grammar.held[i]:
            closed = True
        if grammar.finite[i] and not (grammar.held[i] and not grammar.held[at]):
            far = at - i > _RELATIVE and grammar.modifies(i)
            aside = far or (closed and _is_inside_remark(grammar, i))
            if strict and aside and not _of_time(grammar, i) and verb_before(grammar, i, strict=False) >= 0:
                continue
            return i
    return -1


def telling_at(grammar: Grammar, verb: int) -> Telling:
    """The clause of the verb at ``verb``, whatever its date."""
    return telling(grammar, verb, (verb + 1, verb + 1), sure=False)


def _is_inside_remark(grammar: Grammar, verb: int) -> bool:
    """Whether a verb stands in a relative clause, or after a comma in a remark on a noun («، أول رئيس يتولى …،»)."""
    if _relative_before(grammar, verb) >= 0:
        return True
    comma = next((i for i in range(verb - 1, max(-1, verb - _SUBJECT), -1) if grammar.form(i) in _COMMAS), -1)
    return (
        comma >= 0
        and verb - comma > 1
        and grammar.form(verb)[:1] not in "وف"
        and not any(grammar.border(i) in (Border.CLAUSE, Border.CONTENT) or grammar.finite[i] for i in range(comma + 1, verb))
    )


def telling(grammar: Grammar, verb: int, dated: tuple[int, int], *, sure: bool) -> Telling:
    """The clause of the verb at ``verb``."""
    stop = _stop(grammar, verb, dated)
    if _of_time(grammar, verb):
        return Telling(verb, (), tuple(range(verb + 2, stop)), sure=sure)
    start = _start(grammar, verb)
    relative = _relative_before(grammar, verb)
    subject = () if relative >= 0 else subject_of(grammar, range(start, verb))
    if grammar.modifies(verb):
        subject = described(grammar, verb)
    return Telling(verb, subject, tuple(range(verb + 1, stop)), relative, sure, dated=dated[0])


def _of_time(grammar: Grammar, verb: int) -> bool:
    """«في وقت أقال فيه الملك …», «أول مرة تقام فيها …»: the verb says what happened then, and «فيه» only means the time."""
    if grammar.form(verb + 1) not in word_list("at_that_time"):
        return False
    relative = _relative_before(grammar, verb)
    last = relative if relative >= 0 else verb
    return any(grammar.form(i) in word_list("times") for i in range(max(0, last - _TIME), last))


def _start(grammar: Grammar, verb: int) -> int:
    """Where the clause of a verb begins: after what parts or governs it."""
    if (topic := topic_before(grammar, verb)) >= 0:
        return topic + 1
    if grammar.border(verb) is Border.CLAUSE and grammar.form(verb)[:1] in "وف" and verb and not _marked(grammar, verb - 1):
        return verb
    for i in range(verb - 1, -1, -1):
        border = grammar.border(i)
        if border in (Border.STOP, Border.CONTENT) or (grammar.held[verb] and not grammar.held[i]):
            return i + 1
        if border is Border.CLAUSE:
            whole = grammar.finite[i] or grammar.form(i) in discourse("auxiliary") or _leads(grammar.form(i))
            whole = whole or grammar.form(i) in discourse("source")
            return i if whole else i + 1
        if grammar.finite[i] and not grammar.held[i] and _relative_before(grammar, i) < 0 and not grammar.modifies(i):
            comma = next((k for k in range(verb - 1, i, -1) if grammar.form(k) in _COMMAS), -1)
            return comma + 1 if comma >= 0 else verb
    return 0


def _marked(grammar: Grammar, i: int) -> bool:
    return grammar.words[i].is_mark


def _stop(grammar: Grammar, verb: int, dated: tuple[int, int]) -> int:
    """Where the clause ends: before the next clause, and not before its date has been said."""
    first, last = dated
    floor = last if verb < first else verb + 1
    between = range(verb + 1, first)
    if verb < first and any(grammar.border(i) in (Border.CLAUSE, Border.STOP) for i in between):
        floor = verb + 1
    whole = len(grammar.words)
    stop = next((i for i in range(floor, whole) if grammar.border(i) in (Border.CLAUSE, Border.STOP)), whole)
    if grammar.modifies(verb):
        return next((i for i in range(max(floor, verb + 1), stop) if grammar.finite[i] and not grammar.modifies(i)), stop)
    if _relative_before(grammar, verb) >= 0:
        parted = any(grammar.form(i) in _COMMAS or (grammar.finite[i] and not grammar.modifies(i)) for i in between)
        floor = verb + 1 if parted else floor
        ends = range(max(floor, verb + 1), stop)
        stop = next((i for i in ends if (grammar.finite[i] or grammar.form(i) in _COMMAS) and not grammar.held[i]), stop)
    return stop


def _verb_after(grammar: Grammar, last: int) -> int:
    """The first verb after a date in the clause that it stands in; behind a comma it may open the rest of the clause."""
    start = last + 1 if grammar.form(last) == ":" else last
    for i in range(start, len(grammar.words)):
        border = grammar.border(i)
        if border is Border.STOP or (border is Border.CLAUSE and not (grammar.finite[i] and grammar.form(i - 1) in _COMMAS)):
            return -1
        if grammar.finite[i] and not (_relative_before(grammar, i) >= 0 and any(grammar.finite[i + 1 : i + _FRONT * 3])):
            return i
    return -1


def _opens(grammar: Grammar, first: int, distance: int) -> bool:
    """Whether the date stands in front of its clause: nothing before it, or a joined «و» and the verb at once after it."""
    k = first - 1
    while k >= 0 and _leads(grammar.form(k)):
        k -= 1
    if k < 0:
        return True
    lead = grammar.form(k + 1)
    parted = grammar.form(k) in _COMMAS or grammar.border(k) in (Border.STOP, Border.CONTENT, Border.CLAUSE)
    begun = lead[:1] == "و" and lead[1:] in word_list("day_words") | discourse("weekday")
    joined = lead[:1] in "وف" and (k + 1 < first or begun) and lead not in discourse("date_preposition")
    return (
        distance <= (_FRONT if joined or parted else 0)
        and (joined or parted)
        and not (parted and not joined and distance > 1 and verb_before(grammar, first, strict=True) >= 0)
    )


def _leads(form: str) -> bool:
    lead = discourse("date_preposition")
    return form in lead or (form[:1] in "وف" and form[1:] in lead)


def _relative_before(grammar: Grammar, verb: int) -> int:
    """The index of the relative pronoun that binds the verb, or -1."""
    verb = _past_expected(grammar, verb)
    for i in range(verb - 1, max(-1, verb - _RELATIVE), -1):
        if grammar.border(i) is Border.RELATIVE:
            return i
        if grammar.finite[i] or _marked(grammar, i) or is_phrase(grammar.form(i)):
            return -1
    return -1


def _past_expected(grammar: Grammar, verb: int) -> int:
    """Where «كان من المقرر أن» begins before a verb, or the verb."""
    before = [grammar.form(verb - k) for k in (1, 2, 3)]
    if before[0] != "ان" or before[1] not in discourse("announced") or before[2] != "من" or verb < _FRONT:
        return verb
    return verb - _FRONT if grammar.form(verb - _FRONT) in discourse("was") else verb - _FRONT + 1


def negated(grammar: Grammar, verb: int) -> tuple[int, ...]:
    """The negation right before a verb; «وهو ما يساوي …» denies nothing."""
    named = grammar.form(verb - 1) == "ما" and grammar.form(verb - 2) in discourse("resuming") | {"هو", "هي"}
    return (verb - 1,) if verb and not named and grammar.form(verb - 1) in discourse("negation") | {"لا", "ما"} else ()


def says(grammar: Grammar, verb: int) -> bool:
    """Whether the verb attributes what follows to a speaker."""
    found = any_verb(grammar.form(verb))
    written = found is not None and found.lemma == "جاء" and grammar.form(verb + 1) == "في"
    said = found is not None and found.lemma in discourse("attribution") - discourse("avowing")
    return written or said
