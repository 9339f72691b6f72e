"""The chronology for TimelineJS 3, as its JSON: one slide an event, with the quotes and the articles they stand in.

Dates are as fine as the words were (a year is a year) and ``display_date`` says them in the desk's words, because the
program itself forces its own. Every slide has its ``unique_id``: without one it is made from the headline and changes with
it. An undated event has no place there and is left out. Figures are ASCII, text is escaped: a slide is HTML.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from timeline_app.calendars.gregorian import ymd
from timeline_app.exporting.account import dated, doubts, sources, when
from timeline_app.model.daterange import DateRange, Grain

if TYPE_CHECKING:
    from timeline_app.exporting.registry import Chronicle, Voice
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event

_YEARS = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
_MONTHS = frozenset({Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.HALF})
_HUMAN = (-271_820, 275_759)  # the years that JavaScript's Date holds; beyond them the scale is called cosmological


def written(chronicle: Chronicle, voice: Voice) -> bytes:
    """UTF-8, the slides by date."""
    events = [_slide(event, chronicle.state, voice) for event in dated(chronicle.state)]
    years = [slide[end]["year"] for slide in events for end in ("start_date", "end_date") if end in slide]
    human = all(_HUMAN[0] <= year <= _HUMAN[1] for year in years)
    found = {"scale": "human" if human else "cosmological", "events": events}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _slide(event: Event, state: DossierState, voice: Voice) -> dict[str, Any]:
    hull = event.hull
    assert hull is not None
    start, end = _date(hull.first, hull.first_minute, hull), _date(hull.last, hull.last_minute, hull)
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": start,
        "display_date": when(event, voice),
        "text": {"headline": escape(event.title), "text": _text(event, state, voice)},
        "group": voice.kind_name(event.kind),
    }
    if end != start:
        slide["end_date"] = end
    return slide


def _date(day: int, minute: int | None, hull: DateRange) -> dict[str, int]:
    year, month, of_month = ymd(day)
    found = {"year": year}
    if hull.grain not in _YEARS:
        found["month"] = month
    if hull.grain not in _YEARS | _MONTHS:
        found["day"] = of_month
    if minute is not None:
        found |= {"hour": minute // 60, "minute": minute % 60}
    return found


def _text(event: Event, state: DossierState, voice: Voice) -> str:
    way = "rtl" if voice.language == "ar" else "ltr"
    said = [f"<p>{escape(part)}</p>" for part in (event.place, event.note, *doubts(event, state, voice)) if part]
    for source in sources(event, state):
        said += [f"<blockquote>{escape(quote)}</blockquote>" for quote in source.quotes]
        said.append(f"<p><cite>{escape(source.name)}</cite></p>")
    return f'<div dir="{way}">{"".join(said)}</div>'
