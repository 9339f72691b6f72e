"""What does a stream of JSON lines say? Articles to tag, or a manifest of files: one JSON object a line, named by its number.

Lines end at U+000A alone: ``str.splitlines`` would cut a JSON string at U+2028.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline_app.importing.published import published_day
from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.model.daterange import DateRange


def objects(stream: Iterable[bytes], shown: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number (from 1) and object, as the stream gives them; blank lines are passed over."""
    for number, raw in enumerate(stream, 1):
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            raise Problem("line-not-json", path=shown, line=number) from None
        if not isinstance(value, dict):
            raise Problem("line-not-json", path=shown, line=number)
        yield number, value


def string_of(value: dict[str, Any], key: str, number: int, shown: str) -> str:
    """The string under a key; Problem where there is none."""
    found = value.get(key)
    if not isinstance(found, str):
        raise Problem("line-incomplete", path=shown, line=number, key=key)
    return found


def day_of_line(value: dict[str, Any], number: int, shown: str) -> DateRange | None:
    """The publication date under ``published``; None for null or nothing."""
    found = value.get("published")
    if found is None or found == "":
        return None
    day = published_day(found) if isinstance(found, str) else None
    if day is None:
        raise Problem("line-date-unreadable", path=shown, line=number, date=str(found)[:40])
    return day
