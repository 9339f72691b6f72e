"""What does a text say of time? Expressions as recognised (words, type, term) and as read (days, value, steps)."""

from __future__ import annotations

from enum import StrEnum

from timeline_app.model.daterange import Certainty, DateRange, minutes_between
from timeline_app.model.frozen import frozen
from timeline_app.model.span import Span
from timeline_app.model.step import Step
from timeline_app.model.term import Term


class TimexType(StrEnum):
    """The four types of a TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(StrEnum):
    """The TIMEX3 modifiers in use."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


@frozen
class Expression:
    """Words that speak of time, as recognised: where they stand, what they mean before any day is known, by which rule."""

    span: Span
    text: str
    type: TimexType
    term: Term
    rule: str


@frozen
class Reading:
    """An expression as it was read.

    ``value`` is the TIMEX3 value. ``ranges`` holds the days: none when no calendar day is known, one for a date or a
    range, several for a list («7 و8 و12 جوان»). ``alternatives`` are other days the words could mean, likeliest first.
    ``conflicts`` are the checks that failed (a weekday that is not the date's, two calendars that disagree), as steps.
    """

    expression: Expression
    value: str
    ranges: tuple[DateRange, ...] = ()
    mod: Mod | None = None
    certainty: Certainty = Certainty.WRITTEN
    alternatives: tuple[DateRange, ...] = ()
    steps: tuple[Step, ...] = ()
    conflicts: tuple[Step, ...] = ()

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.expression.span

    @property
    def hull(self) -> DateRange | None:
        """The one range from the first to the last day, or None where no day is known."""
        if not self.ranges:
            return None
        first, last = min(self.ranges), max(self.ranges, key=lambda r: r.last)
        return DateRange(
            first.first,
            last.last,
            first.grain,
            self.certainty,
            *minutes_between(first, last),
            first.open_start,
            last.open_end,
        )
