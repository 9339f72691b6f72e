"""How does a match become a length, a distance in time, a time of day or a repetition?"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.calendars.hour import hour_of_day
from timeline_app.extraction.field import turn_of
from timeline_app.extraction.slot import Slots
from timeline_app.model.term import Between, Civil, Clock, DayPart, Feast, Length, Offset, Repeat, Term, Vague, VagueLength

_UNIT_CLASSES = ("one", "many", "two", "the-one", "the-many", "the-two", "pair-of", "spring-years")
_VAGUE_UNITS = {
    "second": "PTXS", "minute": "PTXM", "hour": "PTXH", "day": "PXD", "night": "PXD", "week": "PXW", "month": "PXM",
    "year": "PXY", "decade": "PXDE", "century": "PXCE", "season": "PXY", "quarter-year": "PXM", "millennium": "PXY",
}  # fmt: skip
_FINENESS = (
    "second", "minute", "hour", "day", "night", "week", "month", "quarter-year", "season", "year", "decade", "century",
    "millennium",
)  # fmt: skip
_IN_SMALLER = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("decade", "year"): 10}
_CLOCK = re.compile(r"(\d{1,2})[:.,](\d\d)")
_MARKS = ("AM", "PM")  # of a clock time alone: the day after them is said apart
_SHARES = {"1/2": 0.5, "1/4": 0.25, "1/3": 1 / 3, "2/3": 2 / 3, "half": 0.5, "third": 1 / 3, "quarter": 0.25}


def length(slots: Slots) -> Term | None:
    """A number and its unit, a dual, a half with it, a smaller unit after it, a range of numbers."""
    unit = slots.code("unit", *_UNIT_CLASSES)
    dual = slots.value("unit", "two", "the-two") is not None
    number = _amount(slots, "number")
    if number is None:
        if slots.has("number"):
            return None
        number = 2.0 if dual else float(slots.constants.get("number", 1))
    number += _share(slots, "half")
    amounts: tuple[tuple[float, str], ...] = ((number, unit),)
    if slots.has("unit2"):
        small = slots.code("unit2", *_UNIT_CLASSES)
        if small == unit or _FINENESS.index(small) > _FINENESS.index(unit):
            return None
        dual2 = slots.value("unit2", "two") is not None
        amounts += ((_amount(slots, "number2") or (2.0 if dual2 else 1.0), small),)
    upper = _amount(slots, "upper")
    return Length(amounts, upper)


def length_pair(slots: Slots) -> Term | None:
    """«6-12 شهرا»."""
    parts = [int(part) for part in re.split(r"\D+", slots.code("pair", "pair", "day-pair")) if part]
    unit = slots.code("unit", *_UNIT_CLASSES)
    scale = (slots.number("scale") or 1) if slots.has("scale") else 1
    if len(parts) != 2 or parts[0] >= parts[1]:
        return None
    return Length(((float(parts[0] * scale), unit),), float(parts[1] * scale))


def vague_length(slots: Slots) -> Term | None:
    """«سنوات», «عدة أشهر»: a length without a figure."""
    value = slots.code("value", "vague-length")
    return VagueLength(value or _VAGUE_UNITS.get(slots.code("unit", *_UNIT_CLASSES), "PXX"))


def offset(slots: Slots) -> Term | None:
    """So much before or after: now, or what the text spoke of."""
    sign = slots.value("sign", "ago", "after", "hence-from-that", "morrow", "eve")
    sign = int(sign if sign is not None else slots.constants.get("sign", -1))
    from_text = bool(slots.constants.get("from_text")) or slots.value("sign", "hence-from-that") is not None
    origin = slots.term("origin")
    if slots.constants.get("of_event"):
        return _at_event(slots, sign)
    span = slots.term("length")
    if isinstance(span, VagueLength):
        return Offset(sign, 0, "", from_text=from_text, vague=True, origin=origin)
    if isinstance(span, Length):
        number, unit = _in_one_unit(span)
        if span.upper is not None:
            return Offset(sign, number, unit, from_text=from_text, vague=True, origin=origin)
        return Offset(sign, number, unit, from_text=from_text, origin=origin)
    unit = slots.code("unit", *_UNIT_CLASSES)
    return Offset(sign, 1, unit or "day", from_text=from_text, origin=origin)


def _in_one_unit(span: Length) -> tuple[float, str]:
    """The length in its smaller unit («سنة وثلاثة أشهر»: 15 months); the greater alone where the two do not divide."""
    (number, unit), *rest = span.amounts
    factor = _IN_SMALLER.get((unit, rest[0][1])) if rest else None
    return (number * factor + rest[0][0], rest[0][1]) if factor else (number, unit)


def _at_event(slots: Slots, sign: int) -> Term | None:
    """«بعد يومين من ...»: said from an event, it is the day the sentence speaks of, at the grain of the unit."""
    span = slots.term("length")
    if isinstance(span, VagueLength) or (isinstance(span, Length) and span.upper is not None):
        return Offset(sign, 0, "", from_text=True, vague=True)
    unit = span.amounts[0][1] if isinstance(span, Length) else slots.code("unit", *_UNIT_CLASSES) or "day"
    number = span.amounts[0][0] if isinstance(span, Length) else 1
    return Offset(sign, number, unit, of_event=True)


def clock(slots: Slots) -> Term | None:
    """A time of day in figures or words, with its quarter, half or minutes and the part of day."""
    written = slots.code("hour", "clock", "dotted-clock", "military")
    if slots.value("hour", "zero-hour") is not None:
        written = "00:00"
    minute = 0.0
    if written:
        match = _CLOCK.match(written)
        hour, minute = (int(match[1]), int(match[2])) if match else (int(written[:2]), int(written[2:]))
    else:
        number = slots.number("hour")
        if number is None:
            return None
        hour = number
        minute = 60 * _share(slots, "share")
        minute += sum(slots.numbers("minutes")) + (2 if slots.value("minutes2", "two") else sum(slots.numbers("minutes2")))
        minute -= 60 * _share(slots, "less") + sum(slots.numbers("less_minutes"))
        if minute < 0:
            hour, minute = (hour - 1) % 24, minute + 60
    part = slots.code("part", "day-part-adverb", "the-part", "part", "after-day")
    if not 0 <= hour <= 24 or not 0 <= minute < 60 or (hour > 12 and not written and slots.has("words")):
        return None
    return Clock(hour_of_day(hour, part), round(minute), part, slots.term("day"))


def clock_of_day(slots: Slots) -> Term | None:
    """A clock time with the part of a day or the day that follows it: «السادسة من صباح أمس»."""
    time, day = slots.term("time"), slots.term("day")
    number = slots.number("hour") if slots.has("hour") else None
    hour, minute, part = (time.hour, time.minute, time.part) if isinstance(time, Clock) else (number, 0, "")
    if hour is None or hour > 24:
        return None
    if isinstance(day, DayPart):
        return Clock(hour_of_day(hour, day.code), minute, day.code, day.day)
    return Clock(hour, minute, part, day)


def clock_part_day(slots: Slots) -> Term | None:
    """«التاسعة مساء اليوم»: the part of day said with the hour belongs to the day after it."""
    time = slots.term("time")
    joined = isinstance(time, Clock) and time.part not in ("", *_MARKS) and time.day is None
    return clock_of_day(slots) if joined else None


def day_part(slots: Slots) -> Term | None:
    """A part of a day, of the day that follows it."""
    code = slots.code(
        "part", "part", "the-part", "day-adverb", "day-part-adverb", "night-deictic", "after-day"
    ) or slots.constants.get("part", "TNI")
    day = slots.term("day")
    if isinstance(day, Feast) and slots.value("part", "eve") is not None:
        day = replace(day, shift=-1)
    if day is None and "deictic" in slots.constants:
        day = Civil(deictic=slots.constants["deictic"])
    return DayPart(code, day)


def night_between(slots: Slots) -> Term | None:
    """«الليلة الفاصلة بين الاثنين والثلاثاء»: from the evening of one day to the morning of the next."""
    first, second = slots.terms("members")
    if slots.code("part", "part") not in ("", "TNI"):
        return None
    if not isinstance(first, Civil) or not isinstance(second, Civil) or not first.weekday or not second.weekday:
        return None
    if (second.weekday - first.weekday) % 7 != 1:
        return None
    return DayPart("TNI", Between(replace(first, turn=second.turn if first.turn is None else first.turn), second))


def at_time_of_day(slots: Slots) -> Term | None:
    """«وقت مبكر الاثنين»: the morning or the night of a day."""
    late = slots.code("at", "at-time") in ("late", "last-hours")
    return DayPart("TNI" if late else "TMO", slots.term("day"))


def age(slots: Slots) -> Term | None:
    """«فتاة في الثامنة»: so many years of age."""
    number = slots.number("number")
    return Length(((float(number), "year"),)) if number else None


def repeat(slots: Slots) -> Term | None:
    """What comes again: «كل سنتين», «كل يوم أربعاء», «25 يناير من كل عام»."""
    adverb = slots.code("adverb", "every-adverb")
    if adverb:
        return Repeat(value=adverb)
    date = slots.term("date")
    if date is not None:
        return Repeat(1, "year", date) if not isinstance(date, Civil) or date.weekday is None else Repeat(1, "week", date)
    span = slots.term("length")
    if isinstance(span, Length):
        return Repeat(*span.amounts[0])
    unit = slots.code("unit", *_UNIT_CLASSES) or slots.constants.get("unit", "day")
    if slots.value("unit", "two") is not None:
        return Repeat(2, unit)
    weekday = slots.value("weekday", "weekday", "bare-weekday")
    if weekday is not None:
        return Repeat(1, "week", Civil(weekday=int(weekday)))
    return Repeat(1, unit)


def vague(slots: Slots) -> Term | None:
    """Past, present or future without a day; a day named with it makes it that day."""
    day = slots.term("day")
    return Vague(slots.code("value", "vague") or slots.constants.get("value", "PAST_REF"), day)


def same_day(slots: Slots) -> Term | None:
    """«وقت سابق الاثنين»: the day, whatever the hour."""
    return slots.term("day")


def vague_turn(slots: Slots) -> Term | None:
    """«السنوات الماضية»: past, present or future without a number."""
    turn = turn_of(slots)
    return Vague(("PRESENT_REF", "FUTURE_REF", "PAST_REF")[turn or 0])


def _amount(slots: Slots, name: str) -> float | None:
    if not slots.has(name):
        return None
    written = slots.code(name, "decimal")
    if written:
        return float(written.replace(",", ".").replace("\u066b", "."))
    share = _share(slots, name)
    numbers = slots.numbers(name)
    if not numbers:
        return share or None
    return float(numbers[0]) if len(numbers) == 1 else None


def _share(slots: Slots, name: str) -> float:
    value = slots.value(name, "share", "the-share", "fraction")
    return _SHARES.get(str(value), 0.0) if value is not None else 0.0
