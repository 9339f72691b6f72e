"""Is this clause a report of something that happened on its date? Each refusal has its reason."""

from __future__ import annotations

import re

from timeline_app.chronology.clause import Clause, Shape
from timeline_app.chronology.figure import ordinals_of
from timeline_app.chronology.lexicon import discourse, verb_of
from timeline_app.chronology.words import bare
from timeline_app.model.article import SectionRole
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.step import Step, step

_BARE_YEAR = re.compile(r"[\d٠-٩]{4}\Z")
_BRACKETS, _CLOSED = frozenset("(["), frozenset(")]")
_STAGE = "round"
_CONTENT, _SHORT = 3, 6
_BROAD = (Grain.YEAR, Grain.SEASON, Grain.HALF)


def refusal(clause: Clause, text: str, published: DateRange | None = None) -> Step | None:
    """Why the clause reports no event, or None where it does."""
    reading = clause.readings[0]
    if all(r.expression.type not in (TimexType.DATE, TimexType.TIME) for r in clause.readings):
        return step("no-event-duration")
    if _is_dateline(clause):
        return step("no-event-dateline")
    if all(r.ranges and r.ranges[0].grain is Grain.CENTURY for r in clause.readings):
        return step("no-event-century")
    if _is_name(clause, reading, text):
        return step("no-event-name")
    if _is_bracketed(clause, reading):
        return step("no-event-bracketed")
    if _is_comparison(clause, reading):
        return step("no-event-comparison")
    if clause.shape is Shape.NONE:
        return step("no-event-nothing-told")
    if _quoted_today(clause, reading):
        return step("no-event-quoted-today")
    if _since_without_event(clause, reading):
        return step("no-event-since")
    if published is not None and reading.ranges[0].grain in _BROAD and reading.ranges[0].contains(published):
        return step("no-event-current-period")
    if _tells_a_state(clause, reading):
        return step("no-event-state")
    if _is_offset_alone(clause):
        return step("no-event-offset")
    if _is_bare_stage(clause):
        return step("no-event-stage")
    if clause.sentence.role is SectionRole.TITLE and reading.ranges[0].grain in _BROAD:
        return step("no-event-title-year")
    if _is_remark(clause):
        return step("no-event-remark")
    return None


def _is_dateline(clause: Clause) -> bool:
    words = clause.sentence.words
    spans = [r.span for r in clause.sentence.readings]
    outside = [w for w in words if not w.is_mark and not any(s.start <= w.start < s.end for s in spans)]
    told = any(verb_of(w.form) for w in outside)
    return not told and len([w for w in outside if len(w.form) > 2]) < _CONTENT


def _before(clause: Clause, reading: Reading, count: int = 1) -> list[str]:
    at = clause.sentence.index(reading.span.start)
    return [w.form for w in clause.sentence.words[max(0, at - count) : at]]


def _is_name(clause: Clause, reading: Reading, text: str) -> bool:
    """A bare year right after a noun («مونديال 2018», «دستور 2011») is part of a name, unless the noun is the event."""
    if not _BARE_YEAR.match(reading.span.of(text)):
        return False
    before = _before(clause, reading)
    if not before or before[0] in discourse("year_lead") or not before[0][:1].isalpha():
        return False
    if bare(before[0]) in discourse("name_noun"):
        return True
    return clause.shape is not Shape.NOUN or clause.head != clause.sentence.index(reading.span.start) - 1


def _is_bracketed(clause: Clause, reading: Reading) -> bool:
    """«(1926-2018)» after a name: a life or a reign, and no report."""
    at = clause.sentence.index(reading.span.start)
    words = clause.sentence.words
    end = clause.sentence.index(reading.span.end - 1) + 1
    return at > 0 and words[at - 1].form in _BRACKETS and any(w.form in _CLOSED for w in words[end : end + 2])


def _is_comparison(clause: Clause, reading: Reading) -> bool:
    return any(
        form in discourse("comparison") or form.lstrip("بو") in discourse("comparison") for form in _before(clause, reading, 4)
    )


def _quoted_today(clause: Clause, reading: Reading) -> bool:
    at = clause.sentence.index(reading.span.start)
    quoted = clause.sentence.quoted
    return at < len(quoted) and quoted[at] and clause.sentence.words[at].form in discourse("today")


def _since_without_event(clause: Clause, reading: Reading) -> bool:
    """«الأعنف منذ عام 2005»: what follows «منذ» is when something began, and nothing is told of it."""
    return any(form in discourse("since") for form in _before(clause, reading, 2))


def _tells_a_state(clause: Clause, reading: Reading) -> bool:
    """«وتضم اليوم 196 دولة»: how things are today."""
    at = clause.sentence.index(reading.span.start)
    today = clause.sentence.words[at].form in discourse("today") and len(reading.span) <= _SHORT
    trigger = clause.trigger
    return (
        today and clause.shape is Shape.VERB and trigger is not None and trigger.present and trigger.lemma in discourse("state")
    )


def _is_offset_alone(clause: Clause) -> bool:
    """«غداة مهاجمة …»: the word dates what stands before it, which says its own day."""
    first, last = clause.dated
    return last - first == 1 and clause.sentence.words[first].form in discourse("offset")


def _is_bare_stage(clause: Clause) -> bool:
    """«والجولة الثانية 22 و23 سبتمبر»: a stage in a list, of nothing that is named, and no verb."""
    if clause.shape is not Shape.NOUN:
        return False
    words = clause.sentence.words[clause.head : clause.dated[0]]
    staged = any(o.series == _STAGE for o in ordinals_of(words))
    return staged and len([w for w in words if len(w.form) > 2]) <= _CONTENT


def _is_remark(clause: Clause) -> bool:
    """«وهذه المرة الأولى التي …» speaks of an event told elsewhere."""
    forms = [w.form for w in clause.sentence.words[:4]]
    pointed = bool(forms) and forms[0].lstrip("وف") in discourse("dangling")
    return pointed and any(form in discourse("remark") for form in forms[1:])
