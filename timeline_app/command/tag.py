"""The command ``tag``: the time expressions of one text, or of a stream of JSON lines as it comes."""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app.importing.encoding import mended
from timeline_app.importing.file import LIMIT, content_of, is_drawn_out, opened
from timeline_app.importing.lines import day_of_line, objects, string_of
from timeline_app.services.intake import read_bytes, stated_day
from timeline_app.services.tagging import as_json, tag
from timeline_app.wording import Wording

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from typing import BinaryIO

    from timeline_app.model.daterange import DateRange
    from timeline_app.model.step import Step


def run(options: argparse.Namespace) -> int:
    """Tag and print; returns the exit status."""
    if options.jsonl:
        return _stream(options)
    published = stated_day(options.published) if options.published else None
    text = mended(_text(options.file))
    say = _voice(options)
    answer: dict[str, Any] = {"expressions": [as_json(reading, say) for reading in tag(text, published)]}
    _print(answer | {"text": text} if is_drawn_out(options.file) else answer)
    return 0


def _text(name: str) -> str:
    return read_bytes(sys.stdin.buffer.read(LIMIT + 1)) if name == "-" else content_of(Path(name), name).text


def _stream(options: argparse.Namespace) -> int:
    """One answer a line, written before the next line is read: memory does not grow with the stream."""
    stated = stated_day(options.published) if options.published else None
    if options.file == "-":
        _answer(sys.stdin.buffer, "-", stated, _voice(options))
        return 0
    with opened(options.file) as stream:
        _answer(stream, options.file, stated, _voice(options))
    return 0


def _voice(options: argparse.Namespace) -> Callable[[Step], str]:
    """How steps are said: the same few thousand are said again and again, and kept."""
    return lru_cache(4096)(Wording(options.language).say)


def _answer(stream: BinaryIO, name: str, stated: DateRange | None, say: Callable[[Step], str]) -> None:
    for number, line in objects(stream, name):
        text = mended(string_of(line, "text", number, name))
        published = day_of_line(line, number, name) or stated
        _print({"id": line.get("id"), "expressions": [as_json(reading, say) for reading in tag(text, published)]})


def _print(answer: dict[str, Any]) -> None:
    line = json.dumps(answer, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(answer)
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
