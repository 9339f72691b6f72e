"""Where can two statements not both be right? Weekday and calendar, day against day, figure against figure, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.doubts.deferral import deferral_contradictions
from timeline_app.chronology.doubts.disagreement import date_contradictions
from timeline_app.chronology.doubts.fact import fact_contradictions
from timeline_app.chronology.doubts.order import order_contradictions
from timeline_app.chronology.doubts.outcome import outcome_contradictions
from timeline_app.chronology.doubts.slip import slip_contradictions
from timeline_app.chronology.doubts.story import Stories
from timeline_app.chronology.doubts.tally import figure_contradictions
from timeline_app.chronology.doubts.toll import toll_contradictions
from timeline_app.chronology.doubts.verbatim import verbatim_contradictions
from timeline_app.chronology.doubts.weekdays import weekday_contradictions
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, Event
from timeline_app.model.expression import Reading
from timeline_app.model.identity import ArticleId, ContradictionId, EventId


@dataclass(frozen=True, slots=True)
class Checked:
    """The events, each naming its contradictions, and the contradictions in the order of their passages."""

    events: tuple[Event, ...]
    contradictions: tuple[Contradiction, ...]


def contradictions_of(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Checked:
    """Every contradiction that the chronicle shows, each once."""
    stories = Stories(chronicle, articles)
    found = [
        *weekday_contradictions(chronicle, articles, readings),
        *figure_contradictions(chronicle, articles, readings, stories),
        *toll_contradictions(chronicle, articles, readings),
        *fact_contradictions(articles, stories),
        *outcome_contradictions(chronicle, articles, readings),
        *date_contradictions(chronicle),
        *deferral_contradictions(chronicle, articles),
        *verbatim_contradictions(chronicle, articles, readings, stories),
        *slip_contradictions(chronicle, articles, readings),
        *order_contradictions(chronicle, articles),
    ]
    unique = {c.id: c for c in found}
    ordered = tuple(sorted(unique.values(), key=lambda c: (c.update, c.kind.value, c.id)))
    named: dict[EventId, list[ContradictionId]] = defaultdict(list)
    for contradiction in ordered:
        for event_id in dict.fromkeys(contradiction.events):
            named[event_id].append(contradiction.id)
    events = tuple(replace(event, contradictions=tuple(named.get(event.id, ()))) for event in chronicle.events)
    return Checked(events, ordered)
