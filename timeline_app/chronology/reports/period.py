"""Does a date only say how long, until when, since when, or compared with when, and not on which day something happened?"""

from __future__ import annotations

import re
from itertools import pairwise

from timeline_app.chronology.reports.case import BROAD, Case
from timeline_app.chronology.sentences.clause import COMMAS, Shape, last_verb
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import is_ordinal
from timeline_app.chronology.sentences.words import bare
from timeline_app.model.daterange import Grain
from timeline_app.model.expression import TimexType

# «الأعنف», «أعلى»: folded words of the pattern of comparison.
_ELATIVE = re.compile(r"(?:ال)?ا[^\Wهال]\w[^\Wه]\Z")
_SUPERLATIVE = re.compile(r"الا[^\Wهال][^\Wي][^\Wه]\Z")
_AGAINST, _GATHERINGS = "مقابل", frozenset({"election", "match", "session", "meeting", "attack", "disaster", "trial"})
_CONTENT, _CLOSE, _FAR, _WHOLE, _LEAD = 3, 4, 12, 20, 2
_DATES = (TimexType.DATE, TimexType.TIME)
_WIDE = (*BROAD, Grain.QUARTER, Grain.MONTH, Grain.DECADE)
# A stretch as long as this is an age in which things happened, not one of them.
_ERA = 40 * 365
_FINE = (Grain.DAY, Grain.MINUTE)


def is_era(case: Case) -> bool:
    """«القرن الرابع الهجري», «بين 1955 و2013»."""
    return all(r.ranges and (r.ranges[0].grain is Grain.CENTURY or r.ranges[0].days > _ERA) for r in case.clause.readings)


def is_comparison(case: Case) -> bool:
    """«مقارنة مع نظيره من 2011», «في نفس الفترة من 2011»; «مقابل الدولار» and «مقابل مليون» name a price."""
    forms = [*case.before(_CLOSE), ""]
    for form, following in pairwise(forms):
        price = form == _AGAINST and (following.startswith("ال") or following in discourse("number_word"))
        if not price and _compares(form):
            return True
    own = [w.form for w in case.clause.sentence.words[case.at : case.clause.dated[1]]]
    return _is_same_span([*forms[:-1], *own]) or _is_compared(case)


def _compares(form: str) -> bool:
    return form in discourse("comparison") or form.lstrip("بو") in discourse("comparison")


def _is_same_span(forms: list[str]) -> bool:
    """«خلال نفس الفترة من», «في الفترة ذاتها من», «في الربع المماثل من»: the stretch of another year."""
    pairs = [*pairwise(forms), *((b, a) for a, b in pairwise(forms))]
    same, mirrored = discourse("same_span"), discourse("mirrored_span")
    return any((a in same and b in discourse("stretch")) or (a in mirrored and b in discourse("period")) for a, b in pairs)


def _is_compared(case: Case) -> bool:
    """«مقابل 7 ليرات نهاية الأسبوع الماضي», «مقارنة مع المخزون الذي سجل عام 2011»: what today's figure is set against."""
    words, clause = case.clause.sentence.words, case.clause
    reach = range(case.at - 1, max(-1, case.at - _FAR), -1)
    at = next((i for i in reach if words[i].form.lstrip("بو") in discourse("set_against")), -1)
    if at < 0 or any(words[i].form in COMMAS for i in range(at, case.at)):
        return False
    starts = [clause.sentence.index(r.span.start) for r in clause.sentence.readings if r.expression.type in _DATES]
    if any(at < start < case.at for start in starts):
        return False
    figure = clause.shape is Shape.VERB or clause.trigger is None or clause.trigger.kind not in _GATHERINGS
    return (clause.head > at and figure) or (last_verb(clause, at, case.at) < 0 and any(start < at for start in starts))


def is_frame(case: Case) -> bool:
    """«تقام في نوفمبر أربع جولات: السادسة يوم 1 نوفمبر …»: a wide date that only holds the days told after it."""
    days = case.days
    if days.grain not in _WIDE or case.clause.shape is not Shape.VERB:
        return False
    later = [r for r in case.clause.sentence.readings if r.span.start > case.reading.span.start and r.ranges]
    dates = [r.ranges[0] for r in later if r.expression.type in _DATES]
    return any(days.contains(d) and d.days < days.days for d in dates)


def is_since(case: Case) -> bool:
    """«الأعنف منذ عام 2005», «الارتفاع منذ مطلع العام»: nothing is told to have begun; «يقيم فيها منذ 2005» tells it."""
    before = case.before(_LEAD)
    since = next((k for k, form in enumerate(reversed(before), 1) if form in discourse("since")), 0)
    if not since:
        return False
    told = case.told()[:-since]
    compared = told[-_CONTENT:]
    goes_on = case.published is not None and case.days.grain is not Grain.DAY and case.days.contains(case.published)
    counted = any(is_ordinal(form) and not form.startswith("ال") for form in told)  # «رابع محافظ منذ 2019»
    return (
        case.clause.shape is Shape.NOUN
        or goes_on
        or counted
        or any(_ELATIVE.match(f) or f in discourse("remark") for f in compared)
        or any(_SUPERLATIVE.match(f) and after in discourse("relative") for f, after in pairwise(told))
    )


def is_current(case: Case) -> bool:
    """«خلال العام الجاري»: the year that runs."""
    if case.published is None or case.days.grain not in BROAD or not case.days.contains(case.published):
        return False
    form = case.clause.sentence.words[case.at].form
    return form.removeprefix("ب") not in discourse("ending")  # «بنهاية العام» is planned till then


def is_state(case: Case) -> bool:
    """«وتضم اليوم 196 دولة», «ما وصلوا إليه اليوم»: how things are today."""
    trigger, head = case.clause.trigger, case.clause.head
    before = case.clause.sentence.words[head - 1].form if head > 0 else ""
    if before in discourse("whatever") and case.clause.shape is Shape.VERB and case.says_today:
        return True
    if trigger is None or not trigger.present or case.clause.shape is not Shape.VERB:
        return False
    if trigger.lemma in discourse("coming_after") and case.clause.head < case.at and case.days.grain not in _FINE:
        named = (a in discourse("governing") and noun_of(b) is not None for a, b in pairwise(case.told()))
        return not any(named)  # «يأتي الحادث في مطلع الشهر», but «يأتي الحكم بعد إحالة الملف الأسبوع الماضي»
    return trigger.lemma in discourse("state") and case.says_today


def is_account(case: Case) -> bool:
    """«أعلن المصرف نتائجه عن الربع الثالث»: the stretch that an account is given of, and not when."""
    return case.days.grain in _WIDE and any(form in discourse("about") for form in case.before())


def is_until_today(case: Case) -> bool:
    """«لم تتوقف حتى اليوم», «لم يتأكد حتى مساء أمس»: how things still are."""
    until = any(form.removeprefix("و") in discourse("until") for form in case.before())
    return until and (case.says_today or (_is_denied(case) and not case.ahead))


def _is_denied(case: Case) -> bool:
    words, head = case.clause.sentence.words, case.clause.head
    return head > 0 and words[head - 1].form in discourse("negation")


def is_end(case: Case) -> bool:
    """«وقع عقدا حتى صيف 2023», «بلغ العدد مئة حتى نهاية مارس»: where what is told ends; «يستمر حتى الأحد» tells the end."""
    if not any(form.removeprefix("و") in discourse("ending_on") for form in case.before(_LEAD)):
        return False
    trigger, told = case.clause.trigger, case.told()
    bound = any(bare(form).rstrip("ا") in discourse("contract") for form in told)
    verbs = (trigger, *map(verb_of, told))
    lasts = not bound and any(v is not None and v.lemma in discourse("lasting") | discourse("remaining") for v in verbs)
    moved = any(form in discourse("postponing") or bare(form) in discourse("deadline") for form in case.before(_WHOLE))
    return not lasts and not moved and not (_is_denied(case) and case.ahead)


def is_offset(case: Case) -> bool:
    """«غداة مهاجمة …» dates what stands before it; a day yet to come «بعد شهر من …» is none of what has happened."""
    first, last = case.clause.dated
    if case.clause.sentence.words[first].form not in discourse("offset"):
        return False
    trigger, words = case.clause.trigger, case.clause.sentence.words
    if last - first == 1 or trigger is None:
        return last - first == 1
    if not any(w.form in discourse("offset_of") for w in words[last : last + _LEAD]):
        return False
    done = trigger.verb and not trigger.future and (not trigger.present or trigger.lemma in discourse("state"))
    return case.ahead and done
