"""Into which formats can the chronology be exported? Code and English label of each, in the order of the menu."""

from __future__ import annotations

import tomllib
from functools import cache

from timeline_app import assets
from timeline_app.exporting.registry import FORMATS

PAINTED = frozenset({"png", "pdf"})


@cache
def formats() -> tuple[tuple[str, str], ...]:
    """Code (the file's ending) and label, of the formats that can be written: by an exporter, or painted by the window."""
    table = tomllib.loads(assets.resource("formats.toml").read_text("utf-8"))
    return tuple((code, label) for code, label in table["formats"].items() if code in FORMATS or code in PAINTED)
