"""What is the value of a length, a repetition, or of vague words? No calendar day."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.model.step import step
from timeline_app.model.term import Civil, Length, Repeat, Term, Vague, VagueLength
from timeline_app.resolution.answer import Answer
from timeline_app.resolution.context import Context

Resolve = Callable[[Term, Context], Answer]

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M", "year": "Y",
    "decade": "DE", "century": "CE", "season": "Y", "quarter-year": "Q", "millennium": "ML",
}  # fmt: skip


_BELOW = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "hour": ("minute", 60), "day": ("hour", 24)}


def resolve_length(term: Length, _context: Context, _resolve: Resolve) -> Answer:
    """``P3W``; a range of lengths is written with both ends."""
    value = length_value(term.amounts)
    if term.upper is not None:
        value += "/" + length_value(((term.upper, term.amounts[0][1]),))
    return Answer(value)


def length_value(amounts: tuple[tuple[float, str], ...]) -> str:
    """The ISO 8601 duration of amounts with their units."""
    days, hours = "", ""
    for number, unit in _whole(amounts):
        letter = _LETTERS.get(unit, "D")
        written = f"{number:g}" if number < 1_000_000 else f"{number:.0f}"
        if letter[0] == "T":
            hours += written + letter[1:]
        else:
            days += written + letter
    return f"P{days}" + (f"T{hours}" if hours else "")


def _whole(amounts: tuple[tuple[float, str], ...]) -> list[tuple[float, str]]:
    """Halves of great units in the unit below: half a century is 50 years, two years and a half are 2 years and 6 months."""
    found: list[tuple[float, str]] = []
    for number, unit in amounts:
        below, factor = _BELOW.get(unit, ("", 1))
        rest = (number - int(number)) * factor
        if number == int(number) or not below or abs(rest - round(rest)) > 0.001:
            found.append((number, unit))
            continue
        whole = 0 if below == "year" else int(number)
        if whole:
            found.append((whole, unit))
        found.append((round((number - whole) * factor), below))
    return found


def resolve_vague_length(term: VagueLength, _context: Context, _resolve: Resolve) -> Answer:
    """The value with X for the number not said."""
    return Answer(term.value)


def resolve_repeat(term: Repeat, _context: Context, _resolve: Resolve) -> Answer:
    """``P1D``, or ``XXXX-01-13`` for a day of each year."""
    if term.value:
        return Answer(term.value)
    if isinstance(term.date, Civil) and term.date.month is not None:
        day = f"-{term.date.day:02d}" if term.date.day else ""
        return Answer(f"XXXX-{term.date.month:02d}{day}", steps=(step("each-year"),))
    return Answer(length_value(((term.number, term.unit),)))


def resolve_vague(term: Vague, context: Context, resolve: Resolve) -> Answer:
    """PAST_REF and its kin; with a day named, that day."""
    if term.day is not None:
        return resolve(term.day, context)
    if term.value == "LATER":
        return Answer("FUTURE_REF" if context.tense > 0 else "PAST_REF")
    return Answer(term.value)
