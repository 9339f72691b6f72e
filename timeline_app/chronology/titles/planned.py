"""For which event is a day set, or to which day is it put off? Then the title tells that event, and not who set the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.rendering import rendered, tidy
from timeline_app.chronology.sentences.clause import Clause
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, plain_verb, verb_of
from timeline_app.chronology.sentences.wordclass import may_be_noun, word_list
from timeline_app.chronology.sentences.words import bare
from timeline_app.chronology.titles.drafting import Draft, outside_brackets
from timeline_app.chronology.titles.nominal import tail_of
from timeline_app.chronology.titles.nominative import nominative
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.chronology.traits.proper import listed
from timeline_app.model.daterange import DateRange

_LEAD, _BACK, _NEAR, _FEWEST, _REACH = 4, 90, 9, 2, 14
_HEARING, _GATE = "جلسة", "باب"
_SPEAKING = frozenset({"statement", "decision", "agreement"})
_HELD = frozenset({"session", "trial", "election", "match", "meeting", "opening"})
_PARTED = (Border.CLAUSE, Border.STOP, Border.RELATIVE, Border.CONTENT, Border.REMARK)
_COMMAS = frozenset("،,")


def planned_of(clause: Clause, grammar: Grammar, gone: frozenset[int], published: DateRange | None) -> list[Draft]:
    """The title of what is to happen on the date: what is put off to it, or what it is the day of; none for other dates."""
    first, last = clause.dated
    hull = clause.readings[0].hull
    ahead = published is None or (hull is not None and hull.first > published.last)
    kept = _put_off(grammar, first) or _day_of(grammar, last, gone) or _scheduled(grammar, first, last, gone)
    if not kept and ahead:
        kept = _of_day(grammar, first) or _announced(grammar, first, last, gone) or _to_be_held(grammar, first)
    kept = outside_brackets(grammar, [i for i in kept if i not in gone])
    if sum(not grammar.words[i].is_mark for i in kept) < _FEWEST:
        return []
    line = tidy(nominative(rendered(grammar, cut(grammar, kept, 0, headed=True))))
    heard = bare(grammar.form(kept[0])) in discourse("heard")
    return [Draft(f"{_HEARING} {line}" if heard else line, nominal=True)] if line else []


def put_off(grammar: Grammar, first: int) -> int:
    """The index of the word that puts something off to the date, or -1."""
    lead = _destination(grammar, first)
    return next(_back(grammar, lead, "postponing"), -1) if lead >= 0 else -1


def _put_off(grammar: Grammar, first: int) -> Sequence[int]:
    """What is put off to the date: «أجلت المحكمة النظر في … إلى 5 مايو», «تأجيل محاكمة … لجلسة السبت»."""
    lead, at = _destination(grammar, first), put_off(grammar, first)
    if at < 0:
        return []
    start = at + 1
    if not may_be_noun(bare(grammar.form(at))) or grammar.finite[at]:
        start = next((i for i in range(start, lead) if _is_held(grammar, i)), lead)
    if bare(grammar.form(start)) in discourse("term"):  # «مد أجل النطق بالحكم»
        start += 1
    return _phrase(grammar, start, lead)


def _destination(grammar: Grammar, first: int) -> int:
    """Where «إلى», «حتى» or a joined «ل» stands before a date, with «يوم» or «جلسة» between; or -1."""
    if grammar.raw(first).startswith("ل") and grammar.form(first)[1:2].isdigit():
        return first
    for i in range(first - 1, max(-1, first - _LEAD), -1):
        form = grammar.form(i)
        if form in discourse("until") or (form[:1] == "ل" and form[1:] in discourse("slot")):
            return i
        if form not in discourse("slot"):
            break
    return -1


def _of_day(grammar: Grammar, first: int) -> Sequence[int]:
    """What stands between «موعد» and its date: «تحديد موعد الانتخابات في 5 مايو»."""
    at = next(_back(grammar, first, "day_of"), -1)
    if at < 0 or first - at > _NEAR or any(grammar.finite[at:first]):
        return []
    return _phrase(grammar, at + 1, first)


def _day_of(grammar: Grammar, last: int, gone: frozenset[int]) -> Sequence[int]:
    """What «موعدا لـ …» behind a date says that it is the day of: «حدد يوم 5 مايو موعدا لإجراء الانتخابات»."""
    at = next((i for i in range(last, min(last + _FEWEST, len(grammar.words))) if grammar.form(i) in discourse("appointed")), -1)
    if at < 0 or at + 1 >= len(grammar.words) or not grammar.form(at + 1).startswith("ل"):
        return []
    return _phrase(grammar, at + 1, next((i for i in range(at, len(grammar.words)) if i in gone), len(grammar.words)))


def _scheduled(grammar: Grammar, first: int, last: int, gone: frozenset[int]) -> Sequence[int]:
    """«سافر لحضور مؤتمر حول المياه، المقرر انعقاده الأحد»: what is to be held stands before «المقرر» and its masdar."""
    masdar = first - 1 - (grammar.form(first - 1) in discourse("date_preposition"))
    at = masdar - 1
    if grammar.form(at) not in discourse("planned_for") or not ends_in_pronoun(grammar.raw(masdar)):
        return []
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if grammar.finite[i] or grammar.border(i) in (Border.CLAUSE, Border.STOP, Border.RELATIVE, Border.CONTENT):
            return []
        contest = bare(grammar.form(i)) in listed("contests") | listed("rounds")
        if contest or _is_held(grammar, i):
            start = i - (contest and _is_held(grammar, i - 1))  # «مباراة الكأس»
            return [*_phrase(grammar, start, at), *tail_of(grammar, last, gone)]
    return []


def _announced(grammar: Grammar, first: int, last: int, gone: frozenset[int]) -> Sequence[int]:
    """What a noun or verb of saying or deciding before it plans for the date: «إعلان خطة انتقال الوزارة إلى طنجة في 5 ماي»."""
    parted = (i for i in range(first - 1, -1, -1) if grammar.border(i) in _PARTED)
    floor = next(parted, -1) + 1
    said = next((i for i in range(first - 1, floor - 1, -1) if _speaks(grammar, i)), -1)
    reach = range(said + 1, min(first, said + _LEAD)) if said >= 0 else range(0)
    start = next((i for i in reach if noun_of(grammar.form(i)) is not None and not grammar.finite[i]), -1)
    cut_off = grammar.border(first - 1) is Border.JOINED  # «… انتهاء الدروس وبدء» before the name of a feast
    if start < 0 or cut_off or any(grammar.finite[start:first]) or grammar.border(start) is Border.PHRASE:
        return []
    start -= 2 * (grammar.form(start - 1) == _GATE and start - said >= _FEWEST)  # «فتح باب الترشح»
    return [*_phrase(grammar, start, first), *tail_of(grammar, last, gone)]


def _to_be_held(grammar: Grammar, first: int) -> Sequence[int]:
    """«دعت عشر دول لعقد قمة في الميناء، الأحد المقبل»: what is to be held stands between its masdar and the date."""
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if grammar.finite[i] or (grammar.border(i) in _PARTED and i < first - _FEWEST):
            return []
        if bare(grammar.form(i)).removeprefix("ل") in discourse("holding") and _is_held(grammar, i + 1):
            return _phrase(grammar, i, first)
    return []


def _speaks(grammar: Grammar, i: int) -> bool:
    """Whether a word says or decides; a day off is no permission, and a verb with its object says nothing more."""
    form = grammar.form(i)
    if form in word_list("dated_names") or (grammar.finite[i] and plain_verb(form.removeprefix("و")) is None):
        return False
    trigger = verb_of(form) if grammar.finite[i] else noun_of(form)
    return trigger is not None and trigger.kind in _SPEAKING


def _back(grammar: Grammar, stop: int, name: str) -> Iterator[int]:
    """The words of a list before ``stop`` in the same sentence, nearest first."""
    for i in range(stop - 1, max(-1, stop - _BACK), -1):
        if grammar.border(i) is Border.STOP:
            return
        if grammar.form(i) in discourse(name):
            yield i


def _is_held(grammar: Grammar, i: int) -> bool:
    """Whether a word is what may be held on a day: a session, a match, a case before a court."""
    noun, before = noun_of(grammar.form(i)), grammar.form(i - 1)
    if before in listed("bodies") or before[1:] in listed("bodies"):  # «بمحكمة الاستئناف»
        return False
    held = noun is not None and noun.kind in _HELD and not grammar.finite[i]
    return held or bare(grammar.form(i)) in discourse("heard")


def _phrase(grammar: Grammar, start: int, stop: int) -> Sequence[int]:
    """The words from ``start`` up to a clause, a remark or a comma, without what leads to the date."""
    parted = (i for i in range(start + 1, stop) if _parts(grammar, i))
    end = next(parted, stop)
    while end > start and grammar.form(end - 1) in discourse("date_preposition") | discourse("slot"):
        end -= 1
    return range(start, end)


def _parts(grammar: Grammar, i: int) -> bool:
    """Whether the phrase of what is held ends before a word: a clause, a cause, a comma that is not within «بين …، و…»."""
    form = grammar.form(i)
    paired = form in _COMMAS and grammar.border(i + 1) is Border.JOINED
    paired = paired and any(grammar.form(k) in discourse("between") for k in range(max(0, i - _NEAR), i))
    return not paired and (grammar.border(i) in _PARTED or form in _COMMAS or form in discourse("causing"))
