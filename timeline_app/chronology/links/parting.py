"""Which two reports are not of one event whatever they share? Another number, sort of act or place, or other names throughout."""

from __future__ import annotations

from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.traits.difference import done_apart, named_apart
from timeline_app.chronology.traits.figure import number_apart


def differ(one: Report, other: Report) -> bool:
    """Whether two reports are not of one event whatever they share: for what was done, or for whom and what they name."""
    return never_one(one, other) or named_otherwise(one, other)


def never_one(one: Report, other: Report) -> bool:
    """Whether two reports cannot be of one event: another number of one series, another place, strength or sort of act."""
    if number_apart(other.traits.ordinals, one.traits.ordinals):
        return True
    return not _numbered_alike(one, other) and done_apart(one.marks, other.marks)


def named_otherwise(one: Report, other: Report) -> bool:
    """Whether two reports name other persons, bodies, countries or things, where neither a number nor a body is the same."""
    return not _numbered_alike(one, other) and named_apart(one.marks, other.marks)


def one_day(one: Report, other: Report) -> bool:
    """Whether both are of the same days, however finely the words put it."""
    return (one.days.first, one.days.last) == (other.days.first, other.days.last)


def one_sentence(one: Report, other: Report) -> bool:
    """Whether one sentence gives both days: then they are days of two things."""
    return one.sentence == other.sentence and one.teller == other.teller


def _numbered_alike(one: Report, other: Report) -> bool:
    return not one.traits.ordinals.isdisjoint(other.traits.ordinals) or not one.names.isdisjoint(other.names)
