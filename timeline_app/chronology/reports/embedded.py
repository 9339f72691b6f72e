"""Does a date belong to an event that stands as a noun inside a larger report («… في الانتخابات التي جرت في 12 مايو»)?"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.chronology.phrases.antecedent import antecedent, nouns_before
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.telling import verb_before, verb_of_date
from timeline_app.chronology.reports.governed import after_length, after_time, charged_with, lies_ahead, prepared_for, since_noun
from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape, is_verb, last_verb, nominal
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, noun_of, plain_verb, verb_of
from timeline_app.chronology.sentences.wordclass import is_phrase, may_be_noun, word_list
from timeline_app.chronology.sentences.words import bare
from timeline_app.chronology.titles.planned import put_off
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.chronology.traits.kind import OTHER
from timeline_app.model.daterange import DateRange, Grain

_ANTECEDENT, _ASYNDETIC, _PARTICIPLE, _SHORT, _OWN, _BRACKETED = 13, 3, 8, 4, 12, 12
_OPENED, _BRACKETS = frozenset("(["), frozenset("()[]")
_RESUMED = 5
_FINE = (Grain.DAY, Grain.MINUTE)
_SPEAKING = frozenset({"statement", "agreement", "decision"})


def nominal_of(grammar: Grammar, clause: Clause, published: DateRange | None) -> Clause | None:
    """The noun phrase inside a clause that the date of the clause belongs to, or None where it belongs to the verb."""
    first, last = clause.dated
    return (
        _put_off(grammar, clause, first, last)
        or _in_brackets(grammar, clause, first)
        or _adjacent(clause, first)
        or _standing(clause, first)
        or since_noun(clause, first, last)
        or after_length(clause, first, last)
        or prepared_for(clause, first, last, published)
        or _relative(grammar, clause, first, last)
        or charged_with(clause, first, last, published)
        or after_time(clause, first, last)
        or _asyndetic(clause, first, last)
        or _resumed(grammar, clause, first, last)
        or _to_come(clause, first, last, published)
    )


def is_occasion(grammar: Grammar, found: Clause) -> bool:
    """«قضت المحكمة، بجلستها المنعقدة اليوم، …», «قال في بيان اليوم»: where something was done, dated together with it."""
    form = grammar.form(found.head)
    before = grammar.form(found.head - 1)
    led = form[:1] == "ب" or before.removeprefix("و") in discourse("circumstance")
    if found.shape is Shape.VERB or not led or not _is_held_for(form):
        return False
    last = found.dated[1]
    verb = verb_of_date(grammar, (found.head, last))
    verb = verb_before(grammar, found.head, strict=True) if found.head < verb < last else verb
    return 0 <= verb < found.head or last <= verb < found.around[1]


def _is_held_for(form: str) -> bool:
    inner = form[1:] if form[:1] == "ب" else form
    shapes = (form, inner, bare(form), inner.removesuffix("ه"), inner.removesuffix("ها"))
    return any(shape in discourse("occasion") for shape in shapes)


def _put_off(grammar: Grammar, clause: Clause, first: int, last: int) -> Clause | None:
    """«قررت المحكمة اليوم تأجيل …، إلى 5 مايو»: a day to which something is put off is what that word tells."""
    at = put_off(grammar, first)
    if at < 0:
        return None
    form = grammar.form(at)
    noun = noun_of(form) if not grammar.finite[at] else None
    if noun is not None:
        return Clause(
            clause.sentence, clause.readings, at, last, Shape.NOUN, at, noun, last, (min(clause.first, at), clause.last)
        )
    commas = [i for i in range(at + 1, first - _SHORT) if grammar.form(i) in COMMAS and at + 1 < i <= at + _OWN]
    start = (commas[-1] if commas else at - 1) + 1
    return Clause(clause.sentence, clause.readings, start, last, Shape.VERB, at, verb_of(form), last)


def in_what_is_put_off(grammar: Grammar, clause: Clause, other: Clause | None) -> bool:
    """«تأجيل النظر في قضية اغتيل صاحبها الأسبوع الماضي إلى …»: a date between what is put off and its day dates neither."""
    if other is None or clause.dated[0] >= other.dated[0] or put_off(grammar, other.dated[0]) < 0:
        return False
    first = clause.dated[0]
    return other.head < first - _SHORT and grammar.form(first - 1) not in COMMAS


def _in_brackets(grammar: Grammar, clause: Clause, first: int) -> Clause | None:
    """«(بموجب اتفاق بين الطرفين عام 2014)»: a date in brackets dates the event noun that stands in them with it."""
    opened = next((i for i in range(first - 1, max(-1, first - _BRACKETED), -1) if grammar.form(i) in _BRACKETS), -1)
    if opened < 0 or grammar.form(opened) not in _OPENED or any(grammar.finite[opened:first]):
        return None
    head = next((i for i in range(opened + 1, first - 1) if noun_of(grammar.form(i)) is not None), -1)
    return nominal(clause, head, noun_of(grammar.form(head)), Shape.NOUN, fence=first, stop=first) if head >= 0 else None


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
    return nominal(clause, i, noun, Shape.NOUN, fence=first)


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


def _relative(grammar: Grammar, clause: Clause, first: int, last: int) -> Clause | None:
    """«الانتخابات التي جرت في …», «الإعلان الصادر في …»: the noun before the relative clause or the participle."""
    words = clause.sentence.words
    for i in range(first - 1, clause.first, -1):
        form = words[i].form
        is_relative = form in discourse("relative") or form in discourse("joined_relative")
        is_participle = form.removeprefix("و") in discourse("participles") and first - i <= _PARTICIPLE
        if not is_relative and not is_participle:
            continue
        verbs = [k for k in range(i + 1, first) if verb_of(words[k].form) or grammar.finite[k]]
        planned = [] if verbs else _planned(clause, i, first)
        verbs = verbs or planned
        closed = len(verbs) > 1 and any(words[k].form in COMMAS for k in range(verbs[0], verbs[-1]))
        if is_relative and (not verbs or closed):
            return None
        head = _antecedent(clause, i, joined=form in discourse("joined_relative"))
        meant = antecedent(grammar, i) if is_relative else []
        if head is not None and (not meant or planned or head in meant):
            return nominal(clause, head, noun_of(words[head].form), Shape.RELATIVE, fence=i, stop=last)
        plain = _plain_antecedent(grammar, clause, i, verbs[0], last) if is_relative else None
        if plain is not None or head is None:
            return plain
        return nominal(clause, head, noun_of(words[head].form), Shape.RELATIVE, fence=i, stop=last)
    return None


def _planned(clause: Clause, relative: int, first: int) -> list[int]:
    """«الجلسة التي كانت مقررة الأحد»: a participle of planning stands for the verb of the relative clause."""
    words = clause.sentence.words
    was = words[relative + 1].form in discourse("was")
    return [k for k in range(relative + 2, first) if words[k].form in discourse("planned_for")] if was else []


def _antecedent(clause: Clause, i: int, *, joined: bool) -> int | None:
    """The event noun before the relative pronoun at ``i``; «والتي» goes back to that of the pronoun before it."""
    words = clause.sentence.words
    start = i
    if joined:
        start = next((k for k in range(i - 1, clause.first, -1) if words[k].form in discourse("relative")), i)
    reach = range(start - 1, max(clause.first, start - _ANTECEDENT) - 1, -1)
    return next((k for k in reach if noun_of(words[k].form) and not is_verb(clause, k)), None)


def _plain_antecedent(grammar: Grammar, clause: Clause, relative: int, verb: int, last: int) -> Clause | None:
    """«الرسوم التي فرضتها …»: a noun that is no event, with a verb that tells one, inside another report."""
    if not _stands_inside(grammar, relative, last):
        return None
    phrase = [i for i in antecedent(grammar, relative) or nouns_before(grammar, relative) if i >= clause.first]
    while phrase and (grammar.words[phrase[0]].is_mark or grammar.form(phrase[0]) in word_list("spared")):
        phrase = phrase[1:]
    if not phrase:
        return None
    told = verb_of(grammar.form(verb)) or Trigger(OTHER, grammar.form(verb), verb=True)
    return nominal(clause, phrase[0], told, Shape.RELATIVE, fence=relative, stop=last)


def _stands_inside(grammar: Grammar, relative: int, last: int) -> bool:
    """Whether another verb than that of the relative clause tells something: before it, or behind its end («…، غادرت»)."""
    if verb_before(grammar, relative, strict=False) >= 0:
        return True
    parted = next((i for i in range(last, len(grammar.words)) if grammar.border(i) in (Border.STOP, Border.CLAUSE)), -1)
    told = next((i for i in range(last, len(grammar.words)) if grammar.finite[i]), -1)
    return told >= 0 and (parted < 0 or parted >= told) and plain_verb(grammar.form(told)) is not None


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
            return nominal(clause, k, noun, Shape.RELATIVE, fence=verb, stop=last)
    return None


def _resumed(grammar: Grammar, clause: Clause, first: int, last: int) -> Clause | None:
    """«استجابة لطلب وجهه الوزير السبت»: a verb whose pronoun goes back to the indefinite noun right before it describes it."""
    words = clause.sentence.words
    verb = next((i for i in range(first - 1, clause.first, -1) if grammar.finite[i]), -1)
    form = words[verb].form
    noun = words[verb - 1].form if verb > clause.first else ""
    if verb <= clause.first or first - verb > _RESUMED or not form.endswith(("ه", "ها")) or not ends_in_pronoun(form):
        return None
    plain = (
        (noun_of(noun) is not None or may_be_noun(bare(noun)))
        and not noun.startswith("ال")
        and not grammar.finite[verb - 1]
        and not is_phrase(noun)
    )
    if not plain or verb_before(grammar, verb - 1, strict=False) < 0 or noun in COMMAS:
        return None
    told = noun_of(noun) or verb_of(form) or Trigger(OTHER, form, verb=True)
    return nominal(clause, verb - 1, told, Shape.RELATIVE, fence=verb, stop=last)


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
    if trigger is None or not _speaks(trigger) or trigger.future or not lies_ahead(clause, published):
        return None
    settled = (k for k in range(verb + 2, first) if words[k - 1].form in discourse("complementiser"))
    if any(_is_to_do(verb_of(words[k].form)) for k in settled):
        return None  # «على أن تقام القرعة يوم الأحد»
    for k in range(first - 1, verb + 1, -1):
        form = words[k].form
        noun = noun_of(form)
        if noun is None or form.startswith("ال"):
            continue
        start = k
        while start - 1 > verb + 1 and noun_of(words[start - 1].form) is not None and not words[start - 1].form.startswith("ال"):
            start -= 1
        return nominal(clause, start, noun_of(words[start].form), Shape.NOUN, fence=last, stop=last)
    return None


def _is_to_do(verb: Trigger | None) -> bool:
    return verb is not None and verb.present


def _speaks(trigger: Trigger | None) -> bool:
    return trigger is not None and trigger.kind in _SPEAKING
