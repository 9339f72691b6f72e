"""What do the words mean before a calendar day is known? Typed terms: the only thing extraction hands to resolution.

Units are ``second`` ``minute`` ``hour`` ``day`` ``night`` ``week`` ``month`` ``quarter-year`` ``season`` ``year``
``decade`` ``century`` ``millennium``. A turn says where a unit lies: -1 the last, 0 the current, 1 the next, -2 the one
before the last, 2 the one after the next.
"""

from __future__ import annotations

from timeline_app.model.frozen import frozen


@frozen
class Term:
    """The base of all terms; the concrete ones follow."""


@frozen
class Civil(Term):
    """A date as far as it is written: any of year, month, day, weekday, a day counted from today, in one calendar.

    ``turn`` is the word after it («12 مايو الماضي»), ``within`` the period it lies in («من العام الماضي»), ``other`` the
    same date in another calendar. ``era`` is -1 before the calendar's epoch, ``short_year`` a year of two figures.
    """

    calendar: str = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    deictic: int | None = None
    turn: int | None = None
    within: Term | None = None
    other: Civil | None = None
    era: int = 1
    short_year: bool = False


@frozen
class Period(Term):
    """A unit counted from now: «العام الماضي»; ``hijri`` for a Hijri year, ``from_text`` where it may follow the text («السابق»),
    ``new`` for the year about to begin or just begun.
    """

    unit: str
    turn: int = 0
    hijri: bool = False
    from_text: bool = False
    new: bool = False


@frozen
class Anaphora(Term):
    """A unit counted from what the text spoke of before: «العام نفسه» (0), «اليوم التالي» (1), of another period.

    The unit ``date`` is, around a month or a day of one, the first such date after it: «يناير الموالي».
    """

    unit: str
    turn: int = 0
    within: Term | None = None


@frozen
class Slice(Term):
    """A part of another term: ``portion`` START MID END, or the ``number``-th ``unit`` (-1 the last), ``count`` units long.

    The unit is one of those above, a fraction (``half`` ``third`` ``quarter``), or ``weekday-1`` to ``weekday-7``.
    """

    whole: Term
    portion: str = ""
    unit: str = ""
    number: int = 0
    count: int = 1


@frozen
class Century(Term):
    """A century by its number; ``calendar`` and ``era`` as in Civil."""

    number: int
    calendar: str = "gregorian"
    era: int = 1


@frozen
class Decade(Term):
    """Ten years, by their tens («التسعينات»: 90), within a century or, without one, the latest such decade."""

    tens: int
    within: Term | None = None
    calendar: str = "gregorian"


@frozen
class Season(Term):
    """A season of the year (SP SU FA WI), of a year, a turn, or the period it lies in."""

    code: str
    year: int | None = None
    turn: int | None = None
    within: Term | None = None


@frozen
class Feast(Term):
    """A feast or a named day of the year by its code; ``shift`` days from it, ``year`` and ``turn`` as in Civil."""

    code: str
    year: int | None = None
    turn: int | None = None
    shift: int = 0
    within: Term | None = None


@frozen
class DayPart(Term):
    """A part of a day (TMO TMI TAF TEV TNI TDT) of a day, or of a day not said."""

    code: str
    day: Term | None = None


@frozen
class Clock(Term):
    """A time of day; ``part`` is the part of day named with it, which decides between morning and evening."""

    hour: int
    minute: int = 0
    part: str = ""
    day: Term | None = None


@frozen
class Offset(Term):
    """So much before (-1) or after (1): from now, from what the text spoke of, or from ``origin``.

    ``of_event`` counts from an event without a date («بعد يومين من الحادث»): the day the sentence speaks of.
    """

    sign: int
    number: float
    unit: str
    from_text: bool = False
    vague: bool = False
    origin: Term | None = None
    of_event: bool = False


@frozen
class Length(Term):
    """A duration: amounts with their units; ``upper`` is the other end of a range of lengths."""

    amounts: tuple[tuple[float, str], ...]
    upper: float | None = None


@frozen
class VagueLength(Term):
    """A duration without a figure, by its TIMEX3 value («سنوات»: PXY)."""

    value: str


@frozen
class Repeat(Term):
    """What comes again: every so many units, or on each such date."""

    number: float = 1
    unit: str = "day"
    date: Term | None = None
    value: str = ""


@frozen
class Vague(Term):
    """Past, present or future without a day: PAST_REF, PRESENT_REF, FUTURE_REF."""

    value: str
    day: Term | None = None


@frozen
class Between(Term):
    """From the first day of one term to the last of another."""

    start: Term
    end: Term


@frozen
class Listing(Term):
    """Several terms said together: «أيام 7 و8 و12 جوان»."""

    members: tuple[Term, ...]
