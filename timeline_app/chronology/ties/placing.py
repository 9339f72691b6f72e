"""Where did it happen, when its own report does not say? Where the session was held of which it names the number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.ties.known import NAMED
from timeline_app.chronology.traits.figure import Ordinal
from timeline_app.model.event import Event, MentionBasis
from timeline_app.model.step import step

Told = tuple[Event, tuple[Report, ...]]


def placed(told: Sequence[Told]) -> list[Told]:
    """The events, those without a place given that of the session around them: one number, days in common, one article."""
    sessions: dict[Ordinal, list[Told]] = defaultdict(list)
    for event, reports in told:
        for ordinal in _numbers(reports) if event.place else ():
            sessions[ordinal].append((event, reports))
    return [(event if event.place else _borrowed(event, reports, sessions), reports) for event, reports in told]


def _borrowed(event: Event, reports: tuple[Report, ...], sessions: dict[Ordinal, list[Told]]) -> Event:
    articles = _articles(reports)
    for ordinal in sorted(_numbers(reports), key=lambda o: (o.series, o.number)):
        around = [e for e, told in sessions.get(ordinal, ()) if meet(event, e) and articles & _articles(told)]
        places = {e.place for e in around}
        if len(places) == 1:
            place = around[0].place
            why = step("place-from-session", place=place, number=ordinal.number)
            return replace(event, place=place, steps=(*event.steps, why))
    return event


def _numbers(reports: Sequence[Report]) -> set[Ordinal]:
    return {o for r in reports if r.mention.basis is MentionBasis.DATED for o in r.traits.ordinals if o.series == NAMED}


def _articles(reports: Sequence[Report]) -> set[str]:
    return {r.teller for r in reports}


def meet(one: Event, other: Event) -> bool:
    """Whether two events have days in common."""
    return any(a.overlaps(b) for a in one.dates for b in other.dates)
