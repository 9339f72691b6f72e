"""Is this clause a report of something that happened on its date? Each refusal has its reason."""

from __future__ import annotations

import re

from timeline_app.chronology.reports import period
from timeline_app.chronology.reports.case import BROAD, Case
from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape
from timeline_app.chronology.sentences.lexicon import discourse, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.words import bare
from timeline_app.chronology.traits.figure import ordinals_of
from timeline_app.language.numbers import read_number
from timeline_app.model.article import SectionRole
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.step import Step, step

_BARE_YEAR = re.compile(r"[\d٠-٩]{4}\Z")
_BRACKETS, _CLOSED = frozenset("(["), frozenset(")]")
_STAGE, _PARTICLE = "round", 2
_NEWS = 10
_OF_PAGES = frozenset({"publication", "statement", "other"})
_CONTENT, _LAW, _THIS_DAY, _REACH, _NEAR = 3, 5, 10, 12, 5
_FINE = (Grain.DAY, Grain.MINUTE)


def may_date(sentence: Sentence, reading: Reading) -> bool:
    """Whether a reading with days may date anything: «في مثل هذا اليوم», «هلال شوال» and «إجازة عيد الفطر» do not."""
    if reading.expression.type not in (TimexType.DATE, TimexType.TIME):
        return False
    at = sentence.index(reading.span.start)
    before = sentence.words[at - 1].form if at else ""
    if reading.ranges[0].grain is Grain.MONTH:
        return bare(before) not in discourse("moon")
    if bare(sentence.words[at].form) in discourse("feast"):
        return bare(before) not in discourse("of_feast")
    return before not in discourse("alike") or len(reading.span) > _THIS_DAY


def refusal(clause: Clause, text: str, published: DateRange | None = None) -> Step | None:
    """Why the clause reports no event, or None where it does."""
    case = Case(clause, clause.readings[0], text, published)
    return next((step(f"no-event-{code}") for code, holds in _REASONS if holds(case)), None)


def _is_dateline(case: Case) -> bool:
    """«الرباط، الثلاثاء 5 مارس»; «الانطلاق: 17 شتنبر» tells something, «الوصول: 12:10» does not."""
    sentence, trigger = case.clause.sentence, case.clause.trigger
    noun = case.clause.shape is Shape.NOUN and trigger is not None and trigger.kind not in _OF_PAGES
    if noun and case.days.grain is not Grain.MINUTE:
        return False
    spans = [r.span for r in sentence.readings]
    content = 0
    for word in sentence.words:
        if word.is_mark or any(s.start <= word.start < s.end for s in spans):
            continue
        content += len(word.form) > _PARTICLE
        if content == _CONTENT or verb_of(word.form):
            return False
    return True


def _is_name(case: Case) -> bool:
    """A year right after a noun («مونديال 2018», «قانون … لعام 2015») is part of a name, unless the noun is the event."""
    clause, before = case.clause, case.before(_LAW)
    words = case.reading.span.of(case.text)
    if before and case.days.grain in _FINE and bare(before[-1]) in discourse("memorial"):
        return True  # «إحياء ذكرى 2 مارس»
    if before and case.days.grain is Grain.YEAR and bare(before[-1]) in discourse("year_owned"):
        return True  # «موازنة عام 2013»
    if case.days.grain in (Grain.YEAR, Grain.MONTH) and case.text[case.reading.span.start - 1] == "ل":
        return True  # «النتائج السنوية لعام 2024», «قانون السير لسنة 2010»
    if before and before[-1].removeprefix("ب") in discourse("named_after") and words[:1] != "ي":
        return True
    if (
        not _BARE_YEAR.match(words)
        or not before
        or before[-1].removeprefix("و") in discourse("year_lead")
        or not before[-1][:1].isalpha()
    ):
        return False
    if bare(before[-1]) in discourse("name_noun"):
        return True
    return clause.shape is not Shape.NOUN or clause.head != case.at - 1


def _is_bracketed(case: Case) -> bool:
    """«(1926-2018)» after a name: a life or a reign, and no report; «وصل الوزير (الثلاثاء)» is one."""
    sentence = case.clause.sentence
    end = sentence.index(case.reading.span.end - 1) + 1
    published = case.published
    news = published is not None and case.days.days == 1 and abs(case.days.first - published.first) <= _NEWS
    return (
        not news
        and case.at > 0
        and sentence.words[case.at - 1].form in _BRACKETS
        and any(w.form in _CLOSED for w in sentence.words[end : end + 2])
    )


def _nothing_told(case: Case) -> bool:
    return case.clause.shape is Shape.NONE


def _quoted_today(case: Case) -> bool:
    quoted = case.clause.sentence.quoted
    return case.at < len(quoted) and quoted[case.at] and case.says_today


def _is_subject(case: Case) -> bool:
    """«أكد أن هذا اليوم فارق»: the day is what is spoken of."""
    return any(form in discourse("complementiser") for form in case.before()) and case.says_today


def _is_bare_stage(case: Case) -> bool:
    """«والجولة الثانية 22 و23 سبتمبر»: a stage in a list, of nothing that is named, and no verb."""
    if case.clause.shape is not Shape.NOUN:
        return False
    words = case.clause.sentence.words[case.clause.head : case.clause.dated[0]]
    staged = any(o.series == _STAGE for o in ordinals_of(words))
    named = [w for w in words if len(w.form) > _PARTICLE]
    return (staged and len(named) <= _CONTENT) or (bool(named) and all(_counts(w.form) for w in named))


def _counts(form: str) -> bool:
    """«والثالثة», «الحادية عشرة», «والأخيرة»: a number in a row and nothing else."""
    read = read_number([form.removeprefix("و")], 0)
    return (read is not None) or bare(form.removeprefix("و")) in discourse("row")


def _is_roll(case: Case) -> bool:
    """«يحلم النادي بالكأس التي أحرزها أعوام 2002 و2006 و2013»: a roll of years describes a thing, and tells no event."""
    ranges = case.reading.ranges
    return case.clause.shape is Shape.RELATIVE and len(ranges) >= _CONTENT and all(days.grain is Grain.YEAR for days in ranges)


def _is_year_of_title(case: Case) -> bool:
    return case.clause.sentence.role is SectionRole.TITLE and case.days.grain in BROAD


def _is_of_pointer(case: Case) -> bool:
    """«لتحل مكان تلك التي اشترتها في 2011», «المرة الأولى منذ سنوات التي …»: the clause describes what is not named."""
    told = case.before(_REACH)
    at = next((i for i in range(len(told) - 1, 0, -1) if told[i] in discourse("relative")), 0)
    if at == 0 or COMMAS & set(told[at:]):
        return False
    return told[at - 1] in discourse("demonstrative") or any(
        form in discourse("time_of") for form in told[max(0, at - _NEAR) : at]
    )


def _is_remark(case: Case) -> bool:
    """«وهذه المرة الأولى التي …» speaks of an event told elsewhere."""
    if _is_of_pointer(case):
        return True
    forms = [w.form for w in case.clause.sentence.words[:4]]
    pointed = bool(forms) and forms[0].lstrip("وف") in discourse("dangling")
    return pointed and any(form in discourse("remark") for form in forms[1:])


_REASONS = (
    ("dateline", _is_dateline),
    ("era", period.is_era),
    ("name", _is_name),
    ("bracketed", _is_bracketed),
    ("comparison", period.is_comparison),
    ("frame", period.is_frame),
    ("nothing-told", _nothing_told),
    ("quoted-today", _quoted_today),
    ("subject", _is_subject),
    ("since", period.is_since),
    ("current-period", period.is_current),
    ("account", period.is_account),
    ("state", period.is_state),
    ("state", period.is_until_today),
    ("state", period.is_end),
    ("offset", period.is_offset),
    ("stage", _is_bare_stage),
    ("roll", _is_roll),
    ("title-year", _is_year_of_title),
    ("remark", _is_remark),
)
