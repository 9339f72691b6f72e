"""Tag one text: which words speak of time, and which days do they mean?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from timeline_app.calendars.hijri import hijri_ymd
from timeline_app.calendars.iso import iso_date
from timeline_app.extraction.recognition import recognise
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.expression import Reading
from timeline_app.model.step import Step
from timeline_app.resolution.publication import infer_publication
from timeline_app.resolution.resolving import resolve


def tag(text: str, published: DateRange | None = None) -> tuple[Reading, ...]:
    """The time expressions of a text with their days, in order; without ``published`` by the date the text gives away."""
    expressions = recognise(text)
    readings = resolve(text, expressions, published)
    if published is not None:
        return readings
    publication = infer_publication(text, readings)
    return readings if publication.when is None else resolve(text, expressions, publication.when)


def tag_again(text: str, readings: Sequence[Reading], published: DateRange) -> tuple[Reading, ...]:
    """The readings of a text with another publication date; its expressions are not looked for again."""
    return resolve(text, [reading.expression for reading in readings], published)


def as_json(reading: Reading, wording: Callable[[Step], str] | None = None) -> dict[str, Any]:
    """A reading as the ``tag`` command writes it; ``wording`` turns steps into sentences, else their codes stand."""
    expression = reading.expression
    begin, until = _ends(reading.hull)
    row: dict[str, Any] = {
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.text,
        "type": str(expression.type),
        "value": reading.value,
        "begin": begin,
        "until": until,
        "rule": expression.rule,
        "steps": [_said(step, wording) for step in reading.steps],
    }
    if len(reading.ranges) > 1:
        row["members"] = [dict(zip(("begin", "until"), _ends(days), strict=True)) for days in reading.ranges]
    if reading.mod is not None:
        row["mod"] = str(reading.mod)
    if reading.certainty is not Certainty.WRITTEN:
        row["certainty"] = str(reading.certainty)
    if reading.certainty is Certainty.DAY_EITHER_WAY and reading.ranges:
        row["hijri"] = "-".join(f"{part:02d}" for part in hijri_ymd(reading.ranges[0].first))
    if reading.alternatives:
        row["alternatives"] = [dict(zip(("begin", "until"), _ends(days), strict=True)) for days in reading.alternatives]
    if reading.conflicts:
        row["conflicts"] = [_said(step, wording) for step in reading.conflicts]
    return row


def _ends(days: DateRange | None) -> tuple[str | None, str | None]:
    if days is None:
        return None, None
    return iso_date(days.first, days.first_minute), iso_date(days.last, days.last_minute)


def _said(step: Step, wording: Callable[[Step], str] | None) -> Any:
    if wording is not None:
        return wording(step)
    return {"code": step.code, **{name: _plain(value) for name, value in step.arguments}}


def _plain(value: object) -> object:
    return iso_date(value.first) if isinstance(value, DateRange) else value
