"""Is this clause a report of something that happened on its date? Each refusal has its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from timeline_app.chronology.clause import Clause, Shape
from timeline_app.chronology.figure import ordinals_of
from timeline_app.chronology.lexicon import discourse, verb_of
from timeline_app.chronology.sentence import Sentence
from timeline_app.chronology.wordclass import is_ordinal
from timeline_app.chronology.words import bare
from timeline_app.language.numbers import read_number
from timeline_app.model.article import SectionRole
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.step import Step, step

_BARE_YEAR = re.compile(r"[\d٠-٩]{4}\Z")
# «الأعنف», «أعلى»: folded words of the pattern of comparison.
_ELATIVE = re.compile(r"(?:ال)?ا[^\Wهال]\w[^\Wه]\Z")
_BRACKETS, _CLOSED = frozenset("(["), frozenset(")]")
_STAGE, _PARTICLE = "round", 2
_AGAINST, _NEWS = "مقابل", 10
_OF_PAGES = frozenset({"publication", "statement", "other"})
_CONTENT, _SHORT, _LAW, _THIS_DAY = 3, 6, 5, 10
_BROAD = (Grain.YEAR, Grain.SEASON, Grain.HALF)
_WIDE = (*_BROAD, Grain.QUARTER, Grain.MONTH, Grain.DECADE)
# A stretch as long as this is an age in which things happened, not one of them.
_ERA = 40 * 365


@dataclass(frozen=True, slots=True)
class _Case:
    """A clause to be judged: its first reading, its article's text and day."""

    clause: Clause
    reading: Reading
    text: str
    published: DateRange | None

    @property
    def days(self) -> DateRange:
        return self.reading.ranges[0]

    @property
    def at(self) -> int:
        """The index of the first word of the date."""
        return self.clause.sentence.index(self.reading.span.start)

    def before(self, count: int = 1) -> list[str]:
        """The folded words before the date, up to ``count``."""
        return [w.form for w in self.clause.sentence.words[max(0, self.at - count) : self.at]]


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
    case = _Case(clause, clause.readings[0], text, published)
    return next((step(f"no-event-{code}") for code, holds in _REASONS if holds(case)), None)


def _is_dateline(case: _Case) -> bool:
    """«الرباط، الثلاثاء 5 مارس»; «الانطلاق: 17 شتنبر» tells something, «الوصول: 12:10» does not."""
    sentence, trigger = case.clause.sentence, case.clause.trigger
    noun = case.clause.shape is Shape.NOUN and trigger is not None and trigger.kind not in _OF_PAGES
    if noun and case.days.grain is not Grain.MINUTE:
        return False
    spans = [r.span for r in sentence.readings]
    outside = [w for w in sentence.words if not w.is_mark and not any(s.start <= w.start < s.end for s in spans)]
    told = any(verb_of(w.form) for w in outside)
    return not told and len([w for w in outside if len(w.form) > 2]) < _CONTENT


def _is_era(case: _Case) -> bool:
    """«القرن الرابع الهجري», «بين 1955 و2013»."""
    return all(r.ranges and (r.ranges[0].grain is Grain.CENTURY or r.ranges[0].days > _ERA) for r in case.clause.readings)


def _is_name(case: _Case) -> bool:
    """A year right after a noun («مونديال 2018», «قانون … لعام 2015») is part of a name, unless the noun is the event."""
    clause, before = case.clause, case.before(_LAW)
    words = case.reading.span.of(case.text)
    if case.days.grain is Grain.YEAR and case.text[: case.reading.span.start].endswith("ل"):
        return any(bare(form) in discourse("law") for form in before)
    if before and before[-1].removeprefix("ب") in discourse("named_after") and words[:1] != "ي":
        return True
    if not _BARE_YEAR.match(words) or not before or before[-1] in discourse("year_lead") or not before[-1][:1].isalpha():
        return False
    if bare(before[-1]) in discourse("name_noun"):
        return True
    return clause.shape is not Shape.NOUN or clause.head != case.at - 1


def _is_bracketed(case: _Case) -> bool:
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


def _is_comparison(case: _Case) -> bool:
    """«مقارنة مع نظيره من 2011»; «مقابل الدولار» and «مقابل مليون» name a price."""
    forms = [*case.before(4), ""]
    for form, following in pairwise(forms):
        price = form == _AGAINST and (following.startswith("ال") or following in discourse("number_word"))
        if not price and (form in discourse("comparison") or form.lstrip("بو") in discourse("comparison")):
            return True
    return False


def _is_frame(case: _Case) -> bool:
    """«تقام في نوفمبر أربع جولات: السادسة يوم 1 نوفمبر …»: a wide date that only holds the days told after it."""
    days = case.days
    if days.grain not in _WIDE or case.clause.shape is not Shape.VERB:
        return False
    later = [r for r in case.clause.sentence.readings if r.span.start > case.reading.span.start and r.ranges]
    dates = [r.ranges[0] for r in later if r.expression.type in (TimexType.DATE, TimexType.TIME)]
    return any(days.contains(d) and d.days < days.days for d in dates)


def _nothing_told(case: _Case) -> bool:
    return case.clause.shape is Shape.NONE


def _says_today(case: _Case) -> bool:
    """«اليوم», «هذا الأسبوع»; «اليوم الأخير من رمضان» is another day."""
    form = case.clause.sentence.words[case.at].form
    return form in discourse("today") and (form in discourse("demonstrative") or len(case.reading.span) <= _SHORT)


def _quoted_today(case: _Case) -> bool:
    quoted = case.clause.sentence.quoted
    return case.at < len(quoted) and quoted[case.at] and _says_today(case)


def _is_subject(case: _Case) -> bool:
    """«أكد أن هذا اليوم فارق»: the day is what is spoken of."""
    return any(form in discourse("complementiser") for form in case.before()) and _says_today(case)


def _since_without_event(case: _Case) -> bool:
    """«الأعنف منذ عام 2005», «الارتفاع منذ مطلع العام»: nothing is told to have begun; «يقيم فيها منذ 2005» tells it."""
    before = case.before(2)
    since = next((k for k, form in enumerate(reversed(before), 1) if form in discourse("since")), 0)
    if not since:
        return False
    compared = [w.form for w in case.clause.sentence.words[max(0, case.at - since - _CONTENT) : case.at - since]]
    goes_on = case.published is not None and case.days.grain is not Grain.DAY and case.days.contains(case.published)
    told = case.clause.sentence.words[max(case.clause.head, 0) : case.at]
    counted = any(is_ordinal(w.form) and not w.form.startswith("ال") for w in told)  # «رابع محافظ منذ 2019»
    return (
        case.clause.shape is Shape.NOUN
        or goes_on
        or counted
        or any(_ELATIVE.match(f) or f in discourse("remark") for f in compared)
    )


def _is_current_period(case: _Case) -> bool:
    if case.published is None or case.days.grain not in _BROAD or not case.days.contains(case.published):
        return False
    return case.clause.sentence.words[case.at].form not in discourse("ending")  # «بنهاية العام» is planned till then


def _tells_a_state(case: _Case) -> bool:
    """«وتضم اليوم 196 دولة», «ما وصلوا إليه اليوم»: how things are today."""
    trigger, head = case.clause.trigger, case.clause.head
    before = case.clause.sentence.words[head - 1].form if head > 0 else ""
    if before in discourse("whatever") and case.clause.shape is Shape.VERB and _says_today(case):
        return True
    stands = trigger is not None and trigger.present and trigger.lemma in discourse("state")
    return stands and case.clause.shape is Shape.VERB and _says_today(case)


def _until_today(case: _Case) -> bool:
    """«لم تتوقف حتى اليوم», «لم يتأكد حتى مساء أمس»: how things still are."""
    words, head = case.clause.sentence.words, case.clause.head
    ahead = case.published is not None and case.days.first > case.published.last  # «لن يفتح حتى سبتمبر»
    denied = head > 0 and words[head - 1].form in discourse("negation") and not ahead
    until = any(form.removeprefix("و") in discourse("until") for form in case.before())
    return until and (_says_today(case) or denied)


def _ends_contract(case: _Case) -> bool:
    """«وقع عقدا حتى صيف 2023», «مدد ولايته حتى مارس»: the day on which what was signed ends, and not that of the signing."""
    words = case.clause.sentence.words
    until = any(form.removeprefix("و") in discourse("ending_on") for form in case.before(2))
    if not until or (case.published is not None and case.days.first <= case.published.last):
        return False
    return any(bare(w.form).rstrip("ا") in discourse("contract") for w in words[max(case.clause.first, 0) : case.at])


def _is_offset_alone(case: _Case) -> bool:
    """«غداة مهاجمة …»: the word dates what stands before it, which says its own day."""
    first, last = case.clause.dated
    return last - first == 1 and case.clause.sentence.words[first].form in discourse("offset")


def _is_bare_stage(case: _Case) -> bool:
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


def _is_year_of_title(case: _Case) -> bool:
    return case.clause.sentence.role is SectionRole.TITLE and case.days.grain in _BROAD


def _is_remark(case: _Case) -> bool:
    """«وهذه المرة الأولى التي …» speaks of an event told elsewhere."""
    forms = [w.form for w in case.clause.sentence.words[:4]]
    pointed = bool(forms) and forms[0].lstrip("وف") in discourse("dangling")
    return pointed and any(form in discourse("remark") for form in forms[1:])


_REASONS = (
    ("dateline", _is_dateline),
    ("era", _is_era),
    ("name", _is_name),
    ("bracketed", _is_bracketed),
    ("comparison", _is_comparison),
    ("frame", _is_frame),
    ("nothing-told", _nothing_told),
    ("quoted-today", _quoted_today),
    ("subject", _is_subject),
    ("since", _since_without_event),
    ("current-period", _is_current_period),
    ("state", _tells_a_state),
    ("state", _until_today),
    ("state", _ends_contract),
    ("offset", _is_offset_alone),
    ("stage", _is_bare_stage),
    ("title-year", _is_year_of_title),
    ("remark", _is_remark),
)
