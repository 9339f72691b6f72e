"""Which kinds of event are there, and which hue of the theme is each?"""

from __future__ import annotations

from functools import cache

from timeline_app import assets


@cache
def hues() -> dict[str, str]:
    """The hue's name by kind, in the order of the kinds lexicon."""
    table = assets.table(assets.resource("lexicon", "kinds.toml").read_text("utf-8"))
    return {code: row["hue"] for code, row in table.items() if isinstance(row, dict) and "hue" in row}


def hue_of(kind: str) -> str:
    """The name of a kind's hue; unknown kinds are slate."""
    return hues().get(kind, "slate")
