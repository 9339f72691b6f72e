"""Did it happen, is it to come, or was it denied, called off, or only possible?"""

from __future__ import annotations

from itertools import pairwise

from timeline_app.chronology.sentences.clause import Clause, Shape
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, verb_of
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Modality

_LEAD, _NEAR, _ASIDE, _PLANNED, _BUT = 4, 2, 5, 5, 8


def status_of(clause: Clause, published: DateRange | None = None) -> Modality:
    """What the clause says of the event; what lies after the day of publication has not happened yet."""
    said = _said(clause)
    days = clause.readings[0].hull
    if published is None or days is None or said in (Modality.DENIED, Modality.CANCELLED, Modality.CONDITIONAL):
        return said
    if days.first > published.last:
        return Modality.ANNOUNCED
    if days.last < published.first and said in (Modality.ANNOUNCED, Modality.ONGOING) and not _foretold(clause):
        return Modality.ONGOING if _goes_on_since(clause) else Modality.HAPPENED
    if days.first == published.first and days.last == published.last and said is Modality.HAPPENED and _is_present(clause):
        return Modality.ANNOUNCED
    return said


def _said(clause: Clause) -> Modality:
    words = clause.sentence.words
    head = verb_of(words[clause.head].form) if clause.head >= 0 else None
    lead = _lead(clause)
    if _is_called_off(clause):
        return Modality.CANCELLED
    if _is_denied(clause, head):
        return Modality.DENIED
    if _is_possible(clause, head):
        return Modality.CONDITIONAL
    whole = clause.shape in (Shape.RELATIVE, Shape.NOUN)
    forms = (
        [w.form for w in words[clause.first : clause.last if clause.shape is Shape.RELATIVE else clause.dated[0]]]
        if whole
        else []
    )
    if (head is not None and head.future) or any(form in discourse("announced") for form in (*lead, *forms)):
        return Modality.ANNOUNCED
    if _goes_on_since(clause) or (head is not None and any(form in discourse("ongoing") for form in lead)):
        return Modality.ONGOING
    return Modality.HAPPENED


def _goes_on_since(clause: Clause) -> bool:
    """«يقيم هناك منذ 2005»: what began then and goes on."""
    words, first = clause.sentence.words, clause.dated[0]
    since = any(w.form in discourse("since") for w in words[max(0, first - _NEAR) : first])
    return since and clause.shape is Shape.VERB and clause.trigger is not None and clause.trigger.present


def _foretold(clause: Clause) -> bool:
    """«كان من المقرر أن …»: a plan even now that its day is past."""
    return any(form in discourse("was") for form in _before(clause, 2 * _LEAD))


def _is_present(clause: Clause) -> bool:
    """«تنطلق اليوم»: what a verb of the present tells of the day of publication is still to come in the day."""
    trigger = clause.trigger
    if clause.shape is not Shape.VERB or trigger is None or not trigger.present or trigger.kind == "statement":
        return False
    if trigger.lemma in discourse("falls"):
        return False
    return not any(form in discourse("was") for form in _before(clause, _LEAD))


def _lead(clause: Clause) -> list[str]:
    """The words from a little before the clause up to its head."""
    words = clause.sentence.words
    return [w.form for w in words[max(0, clause.first - _LEAD) : max(clause.head, clause.first) + 1]]


def _before(clause: Clause, count: int) -> list[str]:
    return [w.form for w in clause.sentence.words[max(0, clause.head - count) : max(clause.head, 0)]]


def _is_called_off(clause: Clause) -> bool:
    """«ألغيت جلسة السبت», «كان من المقرر أن تعقد … لكنها ألغيت»; to call it off on a day is an event, and so is the new day."""
    words, (first, last) = clause.sentence.words, clause.dated
    after = [w.form for w in words[last : clause.last + _ASIDE]]
    if any(one in discourse("however") and two in discourse("cancelled") for one, two in pairwise(after)):
        return True
    if _foretold_and_foiled(clause) or _foretold_and_dropped(clause):
        return True
    if clause.head < 0 or clause.head >= first or words[clause.head].form not in discourse("cancelled"):
        return False
    if last < clause.last and words[last].form.isalpha() and words[last].form not in discourse("stop"):
        return False  # «أجلت اللجنة أمس افتتاح الجسر»: what is put off stands behind the day on which it was
    postponed = any(w.form in discourse("until") or w.form[1:] in discourse("slot") for w in words[max(0, first - _NEAR) : first])
    return not postponed and first - clause.head > 1


def _foretold_and_foiled(clause: Clause) -> bool:
    """«كان مقررا أن تبحر الثلاثاء لكن …», «كان موعد الافتتاح محددا في مايو إلا أنه …»: a plan that something came between."""
    words, (first, last) = clause.sentence.words, clause.dated
    told = [w.form for w in words[max(0, clause.first - _LEAD) : first]]
    was = next((k for k, form in enumerate(told) if form in discourse("was")), -1)
    if was < 0 or not any(form in discourse("planned_for") for form in told[was + 1 : was + 1 + _PLANNED]):
        return False
    return any(w.form in discourse("but") for w in words[last : last + _BUT])


def _foretold_and_dropped(clause: Clause) -> bool:
    """«أرجأت الشركة الإطلاق الذي كان مقررا الثلاثاء»: who calls off what was planned for the day stands before it."""
    words = clause.sentence.words
    if clause.shape is not Shape.RELATIVE or words[clause.fence + 1].form not in discourse("was"):
        return False
    if words[clause.fence].form not in discourse("relative"):
        return False
    planned = any(w.form in discourse("planned_for") for w in words[clause.fence + 2 : clause.fence + _PLANNED])
    return planned and any(form in discourse("cancelled") | discourse("postponing") for form in _before(clause, _PLANNED))


def _is_denied(clause: Clause, head: Trigger | None) -> bool:
    """«لم ينعقد», «لا يعود إلى …», «نفت الوزارة أن يكون قد …»."""
    before = _before(clause, _NEAR)
    words = clause.sentence.words
    if before and (before[-1] in discourse("negation") or (before[-1] in discourse("not") and head is not None and head.present)):
        return True
    opening = [w.form for w in words[max(0, clause.first - _LEAD) : clause.first]]
    return any(form in discourse("denying") for form in opening) and bool(before) and before[-1] in discourse("complementiser")


def _is_possible(clause: Clause, head: Trigger | None) -> bool:
    """«إذا فاز …», «قد يزور …», «من المحتمل أن …»."""
    lead = _lead(clause)
    if lead and lead[0] in discourse("condition") - discourse("complementiser"):
        return True
    maybe = _before(clause, 1)
    if head is not None and head.present and maybe and maybe[0] in discourse("maybe"):
        return True
    return any(form in discourse("possible") for form in _before(clause, _LEAD))
