"""The chronology as a table: one row an event, for spreadsheets and for scripts.

UTF-8 with a byte order mark, without which Excel takes Arabic for a code page; lines end as RFC 4180 says. A cell that a
spreadsheet would take for a formula is preceded by an apostrophe (OWASP, CSV injection). Figures of dates are ASCII.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from timeline_app.calendars.edtf import write_edtf
from timeline_app.calendars.iso import iso_date
from timeline_app.exporting.account import doubts, sources, told

if TYPE_CHECKING:
    from timeline_app.exporting.registry import Chronicle, Voice
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event

COLUMNS = (
    "id", "title", "begin", "until", "precision", "edtf", "certainty", "date", "kind", "place", "participants",
    "modality", "status", "sources", "titles", "quotes", "contradictions", "why", "note",
)  # fmt: skip
_BETWEEN = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def written(chronicle: Chronicle, voice: Voice) -> bytes:
    """The table of all events that the editor has not rejected, by date; undated ones last."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for event in told(chronicle.state):
        table.writerow(_row(event, chronicle.state, voice))
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _row(event: Event, state: DossierState, voice: Voice) -> list[str]:
    hull = event.hull
    articles = [source.article for source in sources(event, state)]
    dates = (
        [iso_date(hull.first, hull.first_minute), iso_date(hull.last, hull.last_minute), str(hull.grain), write_edtf(event.dates)]
        if hull
        else ["", "", "", ""]
    )
    rest = (
        str(hull.certainty) if hull else "",
        voice.dates(event.dates),
        event.kind,
        event.place,
        _BETWEEN.join(event.participants),
        str(event.modality),
        str(event.status),
        _BETWEEN.join(article.path for article in articles),
        _BETWEEN.join(article.title for article in articles),
        _BETWEEN.join(" ".join(mention.passage.quote.split()) for mention in event.mentions),
        _BETWEEN.join(doubts(event, state, voice)),
        _BETWEEN.join(dict.fromkeys(voice.say(step) for step in event.steps)),
        event.note,
    )
    return [event.id, _safe(event.title), *dates, *(_safe(cell) for cell in rest)]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
