"""The chronology as a calendar (iCalendar, RFC 5545), one VEVENT an event.

All-day events end on the day after their last (the end is exclusive), clock times float. iCalendar knows no vague date: a
month or a year is as long as it is, marked ``STATUS:TENTATIVE``, and ``X-EDTF`` says what was meant. Years outside 1 to
9999 cannot be written there, and undated events have no day: both are left out. Folding, escaping and line ends are the
library's.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from timeline_app.calendars.edtf import write_edtf
from timeline_app.exporting.account import dated, doubts, sources, when
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.event import Event, Modality

if TYPE_CHECKING:
    from icalendar import Event as Entry

    from timeline_app.exporting.registry import Chronicle, Voice
    from timeline_app.model.dossier import DossierState

_DAYS = (date.min.toordinal(), date.max.toordinal() - 1)
_SHARP = frozenset({Grain.MINUTE, Grain.DAY})


def written(chronicle: Chronicle, voice: Voice) -> bytes:
    """UTF-8, the entries by date."""
    from icalendar import Calendar  # noqa: PLC0415 (only this format needs it)

    calendar = Calendar()
    calendar.add("prodid", "-//timeline_app//AR")
    calendar.add("version", "2.0")
    for event in dated(chronicle.state):
        hull = event.hull
        assert hull is not None
        if _DAYS[0] <= hull.first and hull.last <= _DAYS[1]:
            calendar.add_component(_entry(event, hull, chronicle, voice))
    return bytes(calendar.to_ical())


def _entry(event: Event, hull: DateRange, chronicle: Chronicle, voice: Voice) -> Entry:
    from icalendar import Event as Entry  # noqa: PLC0415 (as above)

    entry = Entry()
    entry.add("uid", str(uuid5(NAMESPACE_URL, event.id)))
    entry.add("dtstamp", chronicle.at)
    entry.add("summary", event.title)
    if hull.first_minute is not None and hull.last_minute is not None:
        entry.add("dtstart", _moment(hull.first, hull.first_minute))
        entry.add("dtend", _moment(hull.last, hull.last_minute))
    else:
        entry.add("dtstart", date.fromordinal(hull.first))
        entry.add("dtend", date.fromordinal(hull.last) + timedelta(days=1))
    entry.add("description", _description(event, chronicle.state, voice))
    entry.add("categories", [voice.kind_name(event.kind)])
    if event.place:
        entry.add("location", event.place)
    entry.add("status", _status(event, hull))
    entry.add("transp", "TRANSPARENT")  # a chronology makes nobody busy
    entry.add("x-edtf", write_edtf(event.dates))
    return entry


def _moment(day: int, minute: int) -> datetime:
    return datetime.combine(date.fromordinal(day), time(minute // 60, minute % 60))


def _status(event: Event, hull: DateRange) -> str:
    if event.modality is Modality.CANCELLED:
        return "CANCELLED"
    sure = hull.grain in _SHARP and hull.certainty in {Certainty.WRITTEN, Certainty.INFERRED}
    return "CONFIRMED" if sure and event.modality in {Modality.HAPPENED, Modality.ONGOING} else "TENTATIVE"


def _description(event: Event, state: DossierState, voice: Voice) -> str:
    lines = [when(event, voice), event.note, *doubts(event, state, voice)]
    for source in sources(event, state):
        lines += [f"«{quote}»" for quote in source.quotes]
        lines.append(source.name)
    return "\n".join(filter(None, lines))
