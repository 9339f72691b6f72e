"""Which day did somebody say an article appeared? ISO 8601, with or without a time of day."""

from __future__ import annotations

import re

from timeline_app.calendars.iso import parse_iso
from timeline_app.model.daterange import DateRange, Grain

_REST = re.compile(r"(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?\Z", re.ASCII)
_HEAD = re.compile(r"[+-]?\d{4,6}-\d\d-\d\d(?:[T ]\d\d:\d\d)?", re.ASCII)


def published_day(text: str) -> DateRange | None:
    """``2025-11-24`` or ``2025-11-24T10:30`` (seconds and zone passed over) as a range of one day; None for anything else."""
    head = _HEAD.match(text.strip())
    if head is None or not _REST.match(text.strip(), head.end()):
        return None
    try:
        day, minute = parse_iso(head[0].replace(" ", "T"))
    except ValueError:
        return None
    return DateRange(day, day, Grain.DAY if minute is None else Grain.MINUTE, first_minute=minute, last_minute=minute)
