"""Which days does each clause give to what it reports? Lists of days, «حتى», «لمدة», and growth from one year to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_app.calendars.gregorian import day_of, days_in_month, ymd
from timeline_app.chronology.sentences.clause import Clause
from timeline_app.chronology.sentences.lexicon import discourse, verb_of
from timeline_app.chronology.sentences.words import bare
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Reading, TimexType

_LENGTH = re.compile(r"P(\d+)([DWMY])\Z")
_NEAR = 8
_APART = 1
_ENDS, _LEAD = 2, 2


def dated(clauses: Sequence[Clause]) -> tuple[tuple[Clause, tuple[DateRange, ...]], ...]:
    """The clauses with the days of what they report; a clause that only carries a range on joins the one before."""
    out: list[tuple[Clause, tuple[DateRange, ...]]] = []
    for clause in clauses:
        ranges = _ranges(clause)
        if out and len(out[-1][1]) == 1 and _carries_on(out[-1][0], clause):
            before, days = out[-1]
            out[-1] = (before, (_span(days[0], ranges[0]),))
        else:
            out.append((clause, ranges))
    return tuple(out)


def _ranges(clause: Clause) -> tuple[DateRange, ...]:
    reading = clause.readings[0]
    if len(reading.ranges) > 1:
        whole = _is_between(clause, reading) or _is_either(clause, reading)
        return (reading.hull,) if reading.hull is not None and whole else _together(reading.ranges)
    apart = [r.ranges[0] for r in clause.readings]
    if any(not apart[0].overlaps(days) for days in apart):
        return _together(apart)
    narrowest = min((r.ranges[0] for r in clause.readings), key=lambda r: (r.days, r.first_minute is not None, r.first))
    length = _length_after(clause, reading)
    return (narrowest if length is None else _lasting(narrowest, length),)


def _is_between(clause: Clause, reading: Reading) -> bool:
    """«بين عامي 1990 و1995»: the two ends of one stretch."""
    at = clause.sentence.index(reading.span.start)
    return len(reading.ranges) == _ENDS and any(
        w.form.removeprefix("و") in discourse("between") for w in clause.sentence.words[max(0, at - _LEAD) : at]
    )


def _is_either(clause: Clause, reading: Reading) -> bool:
    """«في أكتوبر أو نوفمبر»: one event, whose day is not settled."""
    first, last = clause.sentence.index(reading.span.start), clause.sentence.index(reading.span.end - 1)
    return any(w.form in discourse("either_or") for w in clause.sentence.words[first:last])


def _together(ranges: Sequence[DateRange]) -> tuple[DateRange, ...]:
    """Days one after another are one range («7 و8 جوان»); other lists are several dates of several events."""
    first, last = min(ranges, key=_ends), max(ranges, key=lambda r: r.last)
    ordered = sorted(ranges, key=_ends)
    if all(r.grain is Grain.DAY for r in ordered) and all(b.first - a.last <= _APART for a, b in pairwise(ordered)):
        return (replace(first, last=last.last, first_minute=None, last_minute=None),)
    return tuple(ranges)


def _ends(days: DateRange) -> tuple[int, int]:
    return days.first, days.last


def _length_after(clause: Clause, reading: Reading) -> tuple[int, str] | None:
    """The length that follows a start («اعتبارا من … ولمدة 15 يوما»), or goes before it («لمدة شهر ابتداء من …»)."""
    words = clause.sentence.words
    at = clause.sentence.index(reading.span.start)
    if not any(w.form in discourse("starting") for w in words[max(0, at - 3) : at]):
        return None
    for other in clause.sentence.readings:
        found = _LENGTH.match(other.value) if other.expression.type is TimexType.DURATION else None
        k = clause.sentence.index(other.span.start)
        lead = [w.form for w in words[max(0, k - 2) : k + 1]]
        if found and abs(k - at) <= _NEAR + 4 and any(form in discourse("for_length") for form in lead):
            return int(found[1]), found[2]
    return None


def _lasting(start: DateRange, length: tuple[int, str]) -> DateRange:
    count, unit = length
    if unit in "DW":
        last = start.first + count * (7 if unit == "W" else 1) - 1
    else:
        year, month, day = ymd(start.first)
        months = month - 1 + count * (12 if unit == "Y" else 1)
        year, month = year + months // 12, months % 12 + 1
        last = day_of(year, month, min(day, days_in_month(year, month))) - 1
    return replace(start, last=max(last, start.first), first_minute=None, last_minute=None)


def _carries_on(before: Clause, clause: Clause) -> bool:
    if before.sentence is not clause.sentence and before.sentence.span != clause.sentence.span:
        return False
    first, last = before.readings[-1].hull, clause.readings[0].hull
    if first is None or last is None or last.last <= first.first:
        return False
    return _lasts_until(clause) or _grows(before, clause)


def _lasts_until(clause: Clause) -> bool:
    """«وتستمر حتى الخميس»: the clause only says until when."""
    words = clause.sentence.words
    at = clause.sentence.index(clause.readings[0].span.start)
    inside = words[clause.first : at]
    if any(bare(w.form).rstrip("ا") in discourse("contract") for w in words[max(0, at - _NEAR) : at]):
        return False
    verbs = [verb_of(w.form) for w in inside]
    known = [v for v in verbs if v is not None]
    lasts = any(v.lemma in discourse("lasting") or (v.future and v.lemma in discourse("remaining")) for v in known)
    lasts = lasts or any(w.form in discourse("lasting") for w in inside)
    return lasts and any(w.form in discourse("until") for w in words[max(0, at - 3) : at])


def _grows(before: Clause, clause: Clause) -> bool:
    """«ارتفع من 129 مصنعا عام 2000 إلى 268 مصنعا عام 2011»: one growth between two years."""
    if before.trigger is None:
        return False
    years = before.readings[0].ranges[0].grain, clause.readings[0].ranges[0].grain
    words = clause.sentence.words
    start, stop = clause.sentence.index(before.readings[-1].span.end), clause.sentence.index(clause.readings[0].span.start)
    if years != (Grain.YEAR, Grain.YEAR) or stop - start > _NEAR:
        return False
    told = before.trigger.kind == "economy" or any(w.form in discourse("partitive") for w in words[max(before.first, 0) : start])
    return told and any(w.form in discourse("growth") for w in words[start:stop])


def _span(start: DateRange, end: DateRange) -> DateRange:
    """From one day to another; of «مطلع الشهر … حتى الثامن» the end is the day."""
    return replace(start, last=end.last, first_minute=None, last_minute=None)
