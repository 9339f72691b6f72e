"""Into which formats can the chronology be exported? Code and English label of each, in the order of the menu."""

from __future__ import annotations

import tomllib
from functools import cache

from timeline_app import assets


@cache
def formats() -> tuple[tuple[str, str], ...]:
    """Code (the file's ending) and label."""
    table = tomllib.loads(assets.resource("formats.toml").read_text("utf-8"))
    return tuple(table["formats"].items())
