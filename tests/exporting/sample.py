"""One article and events that report it, as every format's test needs them."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType

from timeline_app.calendars.gregorian import day_of
from timeline_app.exporting.registry import Chronicle
from timeline_app.importing.article import article_of
from timeline_app.model.article import passage_of
from timeline_app.model.daterange import DateRange
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Mention
from timeline_app.model.identity import ContradictionId, EventId, MentionId
from timeline_app.model.span import Span
from timeline_app.model.step import step

ARTICLE = article_of('قال المدير 😀: "انعقد المجلس يوم 24 نونبر 2025"، ثم انصرف.', path="a.txt", title="خبر، وخبر")
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script>&'
DOUBT = Contradiction(
    ContradictionId("c1"), ContradictionKind.WEEKDAY, step("weekday-conflict", written=1, found=2, day=day_of(2025, 6, 24)), ()
)


def event(title: str = "انعقاد المجلس", **more) -> Event:
    mention = Mention(MentionId("m"), passage_of(ARTICLE, Span(14, 44)))
    dates = more.pop("dates", (DateRange(day_of(2025, 11, 24), day_of(2025, 11, 27)),))
    return Event(EventId(more.pop("id", "e1")), title, dates, more.pop("mentions", (mention,)), **more)


def chronicle(*events: Event) -> Chronicle:
    state = DossierState(
        articles=MappingProxyType({ARTICLE.id: ARTICLE}),
        events=MappingProxyType({each.id: each for each in events}),
        contradictions=MappingProxyType({DOUBT.id: DOUBT}),
    )
    return Chronicle(state, NOW, dict)
