"""How does an event that stands as a noun read as a title? Its phrase, with the relative clause turned or left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.phrases.antecedent import meant, nouns_before
from timeline_app.chronology.phrases.chain import awaited_by, first_of, is_of_another, is_plural
from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.rendering import freed, governed, rendered, tidy, unjoined
from timeline_app.chronology.phrases.telling import Telling, negated, verb_before
from timeline_app.chronology.sentences.clause import Clause, Shape
from timeline_app.chronology.sentences.ending import issued
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, plain_verb, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_definite, is_phrase, word_list
from timeline_app.chronology.titles.drafting import Draft, owned, whose
from timeline_app.chronology.titles.masdar import ended
from timeline_app.chronology.titles.nominative import nominative, subject_in
from timeline_app.chronology.titles.relative import done_by, of_relative, subject_within, without_date
from timeline_app.chronology.traits.doer import ends_in_pronoun, lacks_doer
from timeline_app.chronology.traits.protagonist import protagonist
from timeline_app.chronology.traits.trait import place_words

_BACK, _SUBJECT, _TAIL, _NEAR, _LONGEST, _FEWEST, _TURN = 14, 8, 14, 4, 5, 2, 5
_PLURAL = ("ون", "ان", "ين")
_RESUMING = ("ها", "هم", "هما", "ه")
_BIRTH = "ولادة"
_SUBJECTS = {"الذين": "ون", "اللذين": "ان"}  # the ending that a subject has before its relative pronoun is left out
_COMMAS = frozenset("،,")
_ELATIVE = re.compile(r"الا\w{3}\Z")  # «الأعنف»


def phrase_of(clause: Clause, grammar: Grammar, gone: frozenset[int]) -> list[Draft]:
    """The title of the noun that tells, where the clause has one: its phrase up to the date and what follows of it."""
    if born := _born(clause, grammar, gone):
        return born
    if clause.shape not in (Shape.NOUN, Shape.RELATIVE) or clause.head < 0 or grammar.finite[clause.head]:
        return []
    if grammar.form(clause.head) in word_list("partitive") | discourse("unfinished"):
        return []  # «انطلاقا من …», «بالتحديد»
    start = first_of(grammar, clause.head)
    if (clause.shape is Shape.NOUN and is_of_another(grammar, start)) or is_plural(grammar, clause.head):
        return []
    first, last = clause.dated
    if clause.head >= last and _told_before(grammar, first):
        return []
    fence = clause.fence if clause.shape is Shape.RELATIVE else first
    head = [i for i in range(start, max(fence if clause.shape is Shape.RELATIVE else last, clause.head + 1)) if i not in gone]
    if clause.shape is Shape.RELATIVE:
        return _of_relative(clause, grammar, head, gone)
    if described := [i for i in _describing(grammar, head, max(last, fence)) if i not in gone]:
        return [Draft(tidy(nominative(rendered(grammar, cut(grammar, [*head, *described], 0)))))]
    after = clause.head >= last
    tail = (
        [i for i in range(clause.head + 1, len(grammar.words)) if i not in gone]
        if after
        else tail_of(grammar, _past_bland(grammar, max(last, fence)), gone)
    )
    kept = [*head, *tail]
    stops = (Border.CLAUSE, Border.STOP, Border.CONTENT)
    kept = kept[: next((k for k, i in enumerate(kept) if k and (grammar.border(i) in stops or _parts(grammar, i))), len(kept))]
    if (outer := awaited_by(grammar, start, [i for i in kept if i >= last])) >= 0:
        if grammar.finite[outer]:
            return []
        kept = [*range(outer, start), *kept]
    thing = owned(grammar, kept[0]) if kept else ""
    owner = whose(grammar, kept[0], kept[0]) if thing else ""
    if owner:
        rest = rendered(grammar, cut(grammar, [i for i in kept[1:] if i < first], len(thing) + len(owner) + 2, headed=True))
        return [Draft(tidy(f"{thing} {owner} {rest}"), nominal=True, sure=False)]
    return [Draft(tidy(nominative(rendered(grammar, cut(grammar, kept, 0, headed=True)))), nominal=True)]


def _of_relative(clause: Clause, grammar: Grammar, head: list[int], gone: frozenset[int]) -> list[Draft]:
    """The title of a noun with the relative clause that dates it."""
    first, fence = clause.dated[0], clause.fence
    verb = next((i for i in range(fence, first) if grammar.finite[i]), -1)
    if verb == fence and grammar.modifies(verb) and grammar.governed(verb):
        return []
    if verb - fence > _NEAR or (verb >= 0 and any(grammar.form(i) in _COMMAS for i in range(verb, first))):
        return []
    if grammar.border(fence) is Border.RELATIVE:
        bland = verb < 0 or _is_bland(grammar, verb)
        nearest = without_date(meant(grammar, fence, verb, bland=bland), gone)
        if _tells_again(grammar, clause, first):
            return [Draft(tidy(nominative(rendered(grammar, cut(grammar, head, 0, headed=True)))), nominal=True)]
        head = nearest or head
    wrapped = _wrapped(grammar, head, clause.dated[1], gone) if verb == fence else None
    return [wrapped or _with_relative(clause, grammar, head, verb, gone)]


def _wrapped(grammar: Grammar, head: Sequence[int], last: int, gone: frozenset[int]) -> Draft | None:
    """«أسفر حريق اندلع الأحد في السوق عن إصابة عامل»: the noun with the verb before it, whose phrase stands behind the date."""
    tail = tail_of(grammar, last, gone)
    outer = awaited_by(grammar, head[0], tail) if head and tail else -1
    if outer < 0:
        return None
    return Draft(tidy(rendered(grammar, cut(grammar, [*range(outer, head[0]), *head, *tail], 0))))


def _born(clause: Clause, grammar: Grammar, gone: frozenset[int]) -> list[Draft]:
    """«فلان من مواليد سنة …» → «ولادة فلان», by whom the article is about where nobody stands before it."""
    first, last = clause.dated
    at = next((i for i in range(first - 1, max(-1, first - _NEAR), -1) if i not in gone), -1)
    if at < 0 or grammar.form(at) not in word_list("born_in"):
        return []
    end = at - (grammar.form(at - 1) == "من")
    whom: list[int] = []
    for i in range(end - 1, -1, -1):
        if grammar.border(i) is not Border.NONE or grammar.finite[i] or grammar.words[i].is_mark or len(whom) > _SUBJECT:
            break
        whom.insert(0, i)
    name = unjoined(rendered(grammar, whom)) or protagonist(grammar.text)
    line = f"{_BIRTH} {name} {rendered(grammar, tail_of(grammar, last, gone))}"
    return [Draft(tidy(line), headed=True)] if name else []


def _told_before(grammar: Grammar, first: int) -> bool:
    """Whether a verb shortly before the date tells what happened then, so that no noun behind the date does."""
    verb = verb_before(grammar, first, strict=True)
    near = verb >= 0 and first - verb <= _SUBJECT and grammar.form(verb) not in discourse("performing")
    return near and not any(grammar.border(i) >= Border.RELATIVE for i in range(verb + 1, first - 1))


def antecedent_of(grammar: Grammar, telling: Telling, gone: frozenset[int]) -> list[Draft]:
    """The title of a relative clause: the noun before it, with its verb or the masdar of its verb."""
    if telling.relative < 1:
        return []
    found = meant(grammar, telling.relative, telling.verb, bland=_is_bland(grammar, telling.verb))
    phrase = found or nouns_before(grammar, telling.relative)
    if not (head := without_date(phrase, gone)):
        return [Draft("")] if phrase else []  # nothing can be told of a date
    if grammar.form(head[0] - 1) in ("هو", "هي"):  # «الهجوم هو الأعنف الذي …»: the noun is said of another
        first = head[0] - 1
        while first > 0 and grammar.border(first - 1) is Border.NONE and not grammar.finite[first - 1]:
            first -= 1
        said = [i for i in range(first, head[0]) if i not in gone]
        head = [*said, *head] if _ELATIVE.match(grammar.form(head[0])) else said[:-1] or head
    rest = [i for i in of_relative(grammar, telling, head[0]) if i not in gone]
    doer = [i for i in subject_within(grammar, telling.relative, telling.verb) if i not in gone]
    draft = done_by(grammar, head, telling.verb, doer, rest) if doer else _turned(grammar, head, telling.verb, rest)
    return [draft] if draft.text else []


def _tells_again(grammar: Grammar, clause: Clause, first: int) -> bool:
    """«استقالة الوزير الذي قدم استقالته …»: the relative clause tells what the noun before it told."""
    told = noun_of(grammar.form(clause.head))
    return any(noun_of(grammar.form(i)) is told for i in range(clause.fence + 1, first))


def _is_bland(grammar: Grammar, verb: int) -> bool:
    """Whether a verb only says that something took place."""
    found = any_verb(grammar.form(verb))
    return found is not None and found.lemma in discourse("bland")


def _with_relative(clause: Clause, grammar: Grammar, head: list[int], verb: int, gone: frozenset[int]) -> Draft:
    last, fence = clause.dated[1], clause.fence
    if verb < 0 or any_verb(grammar.form(verb)) is None or _is_bland(grammar, verb):
        between = [i for i in range((verb if verb >= 0 else fence) + 1, clause.dated[0]) if i not in gone]
        kept = head + (between if between and is_phrase(grammar.form(between[0])) else [])
        kept += [] if {grammar.form(fence - 1), grammar.form(last)} <= _COMMAS else tail_of(grammar, last, gone)
        return Draft(issued(clause, tidy(nominative(rendered(grammar, cut(grammar, kept, 0, headed=True))))), nominal=True)
    tail = [] if _past_comma(grammar, last, gone) else tail_of(grammar, last, gone)
    rest = [i for i in range(verb + 1, clause.dated[0]) if i not in gone] + tail
    stops = (Border.CLAUSE, Border.STOP)
    return _turned(grammar, head, verb, rest[: next((k for k, i in enumerate(rest) if grammar.border(i) in stops), len(rest))])


def _describing(grammar: Grammar, head: Sequence[int], start: int) -> range:
    """The clause behind a date that describes the indefinite noun before it («إعلان الأربعاء وقعت عليه الأحزاب»)."""
    if not head or start >= len(grammar.words) or not grammar.finite[start]:
        return range(0)
    joined = grammar.form(start)[:1] in "وف" and plain_verb(grammar.form(start)) is None
    if joined or grammar.border(start) not in (Border.NONE, Border.JOINED):
        return range(0)
    if is_definite(grammar.form(head[-1])) or noun_of(grammar.form(head[-1])) is None or head[-1] >= start:
        return range(0)
    ends = (Border.CLAUSE, Border.STOP)
    return range(start, next((i for i in range(start, len(grammar.words)) if grammar.border(i) in ends), len(grammar.words)))


def _past_bland(grammar: Grammar, start: int) -> int:
    """Past «التي حدثت» behind a date, where a phrase says of what stands before it where or how it took place."""
    if start + 2 >= len(grammar.words) or grammar.border(start) is not Border.RELATIVE or not _is_bland(grammar, start + 1):
        return start
    return start + 2 if grammar.border(start + 2) is Border.PHRASE else start


def _parts(grammar: Grammar, i: int) -> bool:
    """Whether a verb ends the phrase of a noun, and does not describe a noun in it."""
    return grammar.finite[i] and not grammar.modifies(i)


def _turned(grammar: Grammar, head: list[int], verb: int, rest: list[int]) -> Draft:
    """«الرسوم التي فرضتها الدولة على …» → «فرض الدولة الرسوم على …»; «الملك الذي حكم …» → «الملك حكم …»."""
    form = grammar.form(verb)
    found = verb_of(form)
    if form in discourse("performing") and rest and (thing := owned(grammar, rest[0])):
        kept = cut(grammar, [*head, *rest[1:]], len(thing) + 1, headed=True)
        return Draft(tidy(f"{thing} {rendered(grammar, kept)}"), headed=True)
    if found is not None and found.lemma in discourse("attribution"):
        told = noun_of(grammar.form(head[0])) is not None
        return Draft(tidy(rendered(grammar, cut(grammar, head, 0, headed=True))) if told else "", nominal=True)
    if found is not None and found.lemma in discourse("bland") and rest and grammar.border(rest[0]) is Border.PHRASE:
        return Draft(tidy(rendered(grammar, cut(grammar, [*head, *rest], 0, headed=True))), nominal=True)
    joined = form[:1] in "وف" and verb_of(form[1:]) is not None
    resumed = not joined and plain_verb(form) is None and form.endswith(_RESUMING)
    if not rest and not resumed and not negated(grammar, verb) and (line := ended(grammar, verb, head)):
        return Draft(line, headed=True)
    witnessed = found is not None and found.lemma in discourse("witness")
    led = len(rest) > 1 and grammar.form(rest[0]) in discourse("place_lead")
    if resumed and witnessed and place_words([grammar.words[i] for i in rest[led : led + _FEWEST]]):
        kept = cut(grammar, [*head, *rest], _FEWEST, headed=True)
        return Draft(tidy(f"{rendered(grammar, head)} في {rendered(grammar, kept[len(head) :])}"), nominal=True)
    resumed = resumed and not witnessed
    negation = negated(grammar, verb)
    doer = _doer(grammar, rest) if resumed and not negation else []
    alone = not resumed and not negation and _does_it(grammar, head, verb, rest)
    if found is not None and found.masdar and (doer or (found.safe and alone)):
        kept = cut(grammar, [*head, *rest[len(doer) :]], len(found.masdar) + 1 + len(rendered(grammar, doer)), headed=True)
        done = unjoined(rendered(grammar, kept))
        done = governed(done) if len(doer) > _FEWEST else done
        return Draft(tidy(f"{found.masdar} {rendered(grammar, doer)} {done}"), headed=True)
    again = any(grammar.form(i) in discourse("dangling") for i in rest[:_TURN])
    again = again or grammar.form(head[-1]).lstrip("بلك") in discourse("demonstrative")
    bound = [i for i in range(head[-1] + 1, verb) if again and grammar.border(i) is Border.RELATIVE]
    line = nominative(freed(grammar, head[0], rendered(grammar, cut(grammar, [*head, *bound, *negation, verb, *rest], 0))))
    ending = next((_SUBJECTS.get(grammar.form(i), "") for i in range(head[-1] + 1, verb) if grammar.form(i) in _SUBJECTS), "")
    return Draft(tidy(subject_in(line, ending) if ending else line), sure=not again)


def _does_it(grammar: Grammar, head: Sequence[int], verb: int, rest: list[int]) -> bool:
    """Whether the noun itself does what the relative clause tells, and may stand behind a masdar as it is."""
    owned_by_it = any(ends_in_pronoun(grammar.raw(i)) or grammar.form(i) in discourse("dangling") for i in rest[:_TURN])
    plural = any(grammar.form(i).endswith("ون") for i in head)
    changed = owned_by_it or plural or is_phrase(grammar.form(head[0]))
    return not changed and lacks_doer(grammar.words, [verb, *rest], grammar.text)


def _doer(grammar: Grammar, rest: Sequence[int]) -> list[int]:
    """Who does what the relative clause tells: the noun phrase right after its verb, where no ending of it would change."""
    out: list[int] = []
    for i in rest[:_SUBJECT]:
        if grammar.border(i) is not Border.NONE or grammar.finite[i] or grammar.words[i].is_mark:
            break
        if grammar.raw(i).endswith(("ًا", "اً")):
            break
        out.append(i)
    plural = any(grammar.form(i).endswith(_PLURAL) for i in out[:2]) or len(out) > _LONGEST
    plural = plural or any(grammar.form(i).endswith(("وه", "وها", "وهم")) for i in out[:1])
    return [] if plural or (out and grammar.form(out[0]) in discourse("stop")) else out


def _past_comma(grammar: Grammar, start: int, gone: frozenset[int]) -> bool:
    """Whether a comma behind the date alone ends the relative clause («… التي فرضت العام الماضي، في اتفاق …»)."""
    first = start
    while first - 1 in gone:
        first -= 1
    return grammar.form(start) in _COMMAS and not any(grammar.form(i) in _COMMAS for i in range(first - 1, start))


def _pairs_on(grammar: Grammar, out: Sequence[int], comma: int) -> bool:
    """«… بين الجبل، والساحل»: a comma within what is named as a pair."""
    near = any(grammar.form(i) in discourse("between") for i in out[-_NEAR:])
    return near and comma + 1 < len(grammar.words) and grammar.border(comma + 1) is Border.JOINED


def tail_of(grammar: Grammar, start: int, gone: frozenset[int]) -> list[int]:
    """The phrases that follow the date and still belong to what it dates («… الأحد في مخازن المدينة»)."""
    out: list[int] = []
    parted = False
    for i in range(start, min(len(grammar.words), start + _TAIL)):
        if i in gone:
            if parted and grammar.form(i)[:1].isalnum():
                break
            parted = parted or grammar.form(i) in _COMMAS
            continue
        opening = not out
        form = grammar.form(i)
        place = form in discourse("noun_tail") or (form[:1] in "بل" and is_phrase(form) and form not in word_list("spared"))
        told = opening and grammar.border(i) is Border.NONE and noun_of(form) is not None and not is_definite(form)
        told = told and not grammar.raw(i).endswith(("ا", "اً", "ًا"))
        if grammar.border(i) is Border.REMARK and _pairs_on(grammar, out, i):
            continue
        if (opening and not (place or told)) or grammar.border(i) in (
            Border.CLAUSE,
            Border.STOP,
            Border.REMARK,
            Border.RELATIVE,
            Border.CONTENT,
        ):
            break
        if _parts(grammar, i):
            break
        out.append(i)
    return out
