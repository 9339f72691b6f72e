"""How does a match become a period: a unit with its turn, a part of a whole, a season, a feast, a century?"""

from __future__ import annotations

from dataclasses import replace

from timeline_app.extraction.field import calendar_of_year, day_of_month, era_of, first_day, turn_of, year_of
from timeline_app.extraction.slot import Slots
from timeline_app.model.term import Anaphora, Between, Century, Civil, Decade, Feast, Length, Period, Season, Slice, Term


def week_end(slots: Slots) -> Term | None:
    """«نهاية الأسبوع»: Saturday and Sunday."""
    turn = turn_of(slots)
    return Period("week-end", 0 if turn is None else turn)


def period(slots: Slots) -> Term | None:
    """«العام الماضي»: a unit and where it lies; ``turn`` of the rule where no word says it."""
    unit = slots.code("unit", "the-one", "one")
    turn = turn_of(slots)
    if turn is None:
        turn = slots.constants.get("turn", 0)
    turn *= slots.constants.get("times", 1)
    if slots.has("year"):
        year = year_of(slots)
        return Civil(calendar_of_year(year), year) if year else None
    era_calendar, _ = era_of(slots)
    previous = slots.value("turn", "previous") is not None
    return Period(unit, turn, hijri=era_calendar == "hijri", from_text=previous)


def anaphora(slots: Slots) -> Term | None:
    """«العام نفسه», «اليوم التالي»: a unit counted from what was said before."""
    unit = slots.code("unit", "the-one", "one", "the-two", "the-many")
    if not unit and slots.terms("unit"):
        return slots.term("unit")
    step = slots.value("step", "before-it")
    return Anaphora(unit, int(step) if step is not None else slots.constants.get("turn", 0))


def portion(slots: Slots) -> Term | None:
    """«مطلع», «منتصف», «نهاية» of a period."""
    whole = _whole(slots)
    return None if whole is None else Slice(whole, portion=slots.code("portion", "portion", "its-portion"))


def part_of(slots: Slots) -> Term | None:
    """The n-th quarter, half, third, week or ten days of a period."""
    whole = _whole(slots)
    if slots.has("year"):
        whole = Civil(year=slots.number("year"))
    if whole is None:
        whole = Period("year", 0, from_text=True) if slots.constants.get("alone") else None
    unit = slots.constants.get("unit") or slots.code("unit", "fraction", "the-one", "one", "the-two", "the-many")
    number = slots.number("number") if slots.has("number") else slots.constants.get("number", 1)
    if slots.value("number", "latest") is not None:
        number = -1
    if whole is None or number is None or number > 60:
        return None
    spans = slots.terms("count")
    if spans and isinstance(spans[0], Length):
        amount, unit = spans[0].amounts[0]
        return Slice(whole, unit=unit, number=1, count=int(amount))
    count = (slots.number("count") or 1) if slots.has("count") else slots.constants.get("count", 1)
    return Slice(whole, unit=unit, number=number, count=count)


def day_of_whole(slots: Slots) -> Term | None:
    """«ثاني أيام عيد الفطر», «اليوم الأخير من رمضان»: a day of a feast or month by its number."""
    whole = _whole(slots)
    if whole is None or (isinstance(whole, Civil) and (whole.day or whole.weekday or whole.deictic is not None)):
        return None
    if slots.value("number", "latest") is not None:
        return Slice(whole, unit="day", number=-1)
    if not slots.has("number"):
        return Slice(whole, unit="day", number=1, count=2)
    number = first_day(slots, "number") or slots.number("number")
    return Slice(whole, unit="day", number=number) if number else None


def edge_day(slots: Slots) -> Term | None:
    """«آخر يوم من فبراير»: the first or the last day of a period."""
    whole, portion_code = slots.term("whole"), slots.code("portion", "portion", "last-n")
    if whole is None or portion_code not in ("START", "END"):
        return None
    return Slice(whole, unit="day", number=-1 if portion_code == "END" else 1)


def weekday_of(slots: Slots) -> Term | None:
    """«ثاني ثلاثاء من أكتوبر»: a weekday of a month by its number."""
    whole, weekday = slots.term("whole"), slots.value("weekday", "bare-weekday")
    number = first_day(slots, "number") or slots.number("number")
    if slots.value("number", "portion") == "END":
        number = -1
    if whole is None or number is None or not -1 <= number <= 5:
        return None
    return Slice(whole, unit=f"weekday-{weekday}", number=number)


def season(slots: Slots) -> Term | None:
    """A season with its year, its turn or the period it lies in."""
    return Season(slots.code("season", "season", "the-season"), year_of(slots), turn_of(slots), slots.term("within"))


def feast(slots: Slots) -> Term | None:
    """A feast, with a year, a turn, and so many days from it."""
    shift = slots.value("shift", "eve", "morrow")
    return Feast(slots.code("feast", "feast"), year_of(slots), turn_of(slots), int(shift or 0), slots.term("within"))


def decade(slots: Slots) -> Term | None:
    """«التسعينات», with the century it lies in."""
    tens = slots.value("decade", "decade-name")
    era_calendar, _ = era_of(slots)
    return Decade(int(tens), slots.term("within"), era_calendar or "gregorian") if isinstance(tens, int) else None


def century(slots: Slots) -> Term | None:
    """«القرن التاسع عشر»."""
    number = slots.number("number")
    era_calendar, era = era_of(slots)
    if number is None or not 1 <= number <= 60:
        return None
    return Century(number, era_calendar or "gregorian", era)


def centuries(slots: Slots) -> Term | None:
    """«القرنين الثامن عشر والتاسع عشر»: from the first day of one to the last of the other."""
    numbers = slots.numbers("numbers")
    era_calendar, era = era_of(slots)
    if len(numbers) != 2 or not all(1 <= number <= 60 for number in numbers):
        return None
    first, last = sorted(numbers, reverse=era < 0)
    return Between(Century(first, era_calendar or "gregorian", era), Century(last, era_calendar or "gregorian", era))


def week_of(slots: Slots) -> Term | None:
    """«أول أسبوع من مارس», «آخر أسبوع»: seven days of a month by their number."""
    whole, number = slots.term("whole"), first_day(slots, "number") or slots.number("number")
    if slots.value("number", "portion") is not None:
        number = {"START": 1, "END": -1}.get(slots.code("number", "portion"))
    if whole is None or number is None or not -1 <= number <= 5 or (isinstance(whole, Civil) and whole.day is not None):
        return None
    return Slice(whole, unit="week", number=number)


def _whole(slots: Slots) -> Term | None:
    term = slots.term("whole")
    if term is not None:
        return term
    if slots.value("whole", "deictic") == 0:
        return Civil(deictic=0)
    unit = slots.code("whole", "the-one", "one")
    if not unit:
        return Anaphora("month", 0) if slots.constants.get("of_text") else None
    return Period(unit, 0)


def within(slots: Slots) -> Term | None:
    """A date or part that lies in a period said after it: «يناير من العام الماضي», «14 من الشهر ذاته»."""
    period_term = slots.term("within")
    if slots.has("year"):
        period_term = Civil(year=slots.number("year"))
    if slots.has("day"):
        day = day_of_month(slots)
        if isinstance(period_term, Civil) and period_term.month and day:
            return replace(period_term, day=day)
        return Civil(day=day, within=period_term) if day else None
    date, named = slots.term("date"), slots.term("named")
    if isinstance(date, Civil) and isinstance(named, Civil):
        date = replace(date, weekday=named.weekday)
    if isinstance(date, Period):
        of_year = getattr(period_term, "unit", "") == "year" or isinstance(period_term, Civil)
        date = Civil(deictic=0) if date.unit == "day" and date.turn == 0 and of_year else None
    if isinstance(date, Anaphora):
        return Anaphora(date.unit, date.turn, period_term)
    if isinstance(date, Decade):
        return replace(date, within=period_term)
    if isinstance(date, Civil):
        if date.year is not None:
            return None
        if isinstance(period_term, Civil) and period_term.month is None:
            if date.turn is not None:
                return None
            return replace(date, year=period_term.year)
        return replace(date, within=period_term)
    if isinstance(date, (Season, Feast)):
        if isinstance(period_term, Civil):
            return replace(date, year=period_term.year) if period_term.year else None
        return replace(date, within=period_term)
    return None
