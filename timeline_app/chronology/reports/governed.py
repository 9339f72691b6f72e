"""Does a date belong to a noun that another word governs («منذ سقوط …», «استعدادا لكأس …», «بعد عام من …»)?"""

from __future__ import annotations

from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape, last_verb, nominal
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, noun_of
from timeline_app.chronology.sentences.words import bare
from timeline_app.chronology.traits.kind import OTHER
from timeline_app.model.daterange import DateRange
from timeline_app.model.expression import Reading

_SINCE, _OLD, _CHARGED = 9, 10, 18


def since_noun(clause: Clause, first: int, last: int) -> Clause | None:
    """«الذين يعيشون هناك منذ تقسيم البلاد في 2009»: what stands after «منذ» is what happened then, whatever its word."""
    words = clause.sentence.words
    back = range(first - 2, max(clause.first, first - _SINCE) - 1, -1)
    start = next((i + 1 for i in back if words[i].form in discourse("since")), 0)
    if not start or start >= first - 1 or last_verb(clause, start, first) >= 0 or not words[start].form.isalpha():
        return None
    if any(w.form in COMMAS for w in words[start:first]) or words[start].form in discourse("stop"):
        return None
    noun = noun_of(words[start].form) or Trigger("other", bare(words[start].form))
    return nominal(clause, start, noun, Shape.NOUN, fence=last, stop=last)


def after_length(clause: Clause, first: int, last: int) -> Clause | None:
    """«بعد ست سنوات من الحرب التي …», «بعد عام على العدوان في 1967»: the date is of what the length is counted from."""
    words = clause.sentence.words
    ends = [clause.sentence.index(r.span.end - 1) + 1 for r in clause.sentence.readings if _is_length(clause, r)]
    start = next((end + 1 for end in reversed(ends) if end < first and words[end].form in discourse("offset_of")), -1)
    if start < 0 or start >= first - 1 or any(w.form in COMMAS for w in words[start:first]):
        return None
    if last_verb(clause, start, first) >= 0 or words[start].form in discourse("at_least"):
        return None
    head = next((i for i in range(first - 1, start - 1, -1) if noun_of(words[i].form) is not None), start)
    noun = noun_of(words[head].form) or Trigger(OTHER, bare(words[head].form))
    return nominal(clause, head, noun, Shape.NOUN, fence=last, stop=last)


def _is_length(clause: Clause, reading: Reading) -> bool:
    return clause.sentence.words[clause.sentence.index(reading.span.start)].form in discourse("offset")


def prepared_for(clause: Clause, first: int, last: int, published: DateRange | None) -> Clause | None:
    """«… استعدادا لكأس القارة، من 14 سبتمبر»: a day to come is of what is being prepared for."""
    if not lies_ahead(clause, published):
        return None
    words = clause.sentence.words
    verb = last_verb(clause, clause.first, first)
    for i in range(first - 2, max(clause.first - 1, verb), -1):
        performed = i > 0 and words[i - 1].form in discourse("performing")  # «سيجري التحضير للدستور»
        if bare(words[i].form) in discourse("preparing") and words[i + 1].form.startswith("ل") and not performed:
            noun = noun_of(words[i + 1].form) or Trigger(OTHER, bare(words[i + 1].form))
            return nominal(clause, i + 1, noun, Shape.NOUN, fence=last, stop=last)
    return None


def charged_with(clause: Clause, first: int, last: int, published: DateRange | None) -> Clause | None:
    """«حكمت … اليوم على عشرة بتهمة اقتحام … عام 2014»: a date long past is of what they are charged with."""
    words, hull = clause.sentence.words, clause.readings[0].hull
    old = published is not None and hull is not None and hull.last < published.first - _OLD
    back = range(first - 1, max(clause.first, first - _CHARGED) - 1, -1)
    at = next((i for i in back if words[i].form in discourse("charged")), -1)
    if not old or at < 0 or last_verb(clause, at + 1, first) >= 0:
        return None
    head = next((i for i in range(at + 1, first) if noun_of(words[i].form) is not None), -1)
    return nominal(clause, head, noun_of(words[head].form), Shape.NOUN, fence=last, stop=last) if head >= 0 else None


def after_time(clause: Clause, first: int, last: int) -> Clause | None:
    """«منذ سقوط نظام … العام 2003»: an event noun after a word of time, and no verb between it and the date."""
    words = clause.sentence.words
    verb = last_verb(clause, clause.first, first)
    for i in range(first - 1, clause.first - 1, -1):
        form = words[i].form
        if not {form, form.removeprefix("و")} & discourse("governing") and bare(form) not in discourse("day_named"):
            continue
        for k in range(i + 1, min(i + 4, first)):
            noun = noun_of(words[k].form)
            if noun is not None and k > verb:
                return nominal(clause, k, noun, Shape.NOUN, fence=last, stop=last)
    return None


def lies_ahead(clause: Clause, published: DateRange | None) -> bool:
    """Whether the date of a clause lies after the day of publication, or says itself that it is to come."""
    hull = clause.readings[0].hull
    if published is not None and hull is not None:
        return hull.first > published.last
    first, last = clause.dated
    return any(w.form in discourse("coming") for w in clause.sentence.words[first:last])
