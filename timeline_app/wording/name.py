"""What is a month, a weekday, a season called? Read from ``resources/lexicon/display.toml``."""

from __future__ import annotations

import tomllib
from functools import cache

from timeline_app.assets import resource

ARABIC_DIGITS = {ord("0") + i: 0x660 + i for i in range(10)}


@cache
def names(group: str, which: str) -> tuple[str, ...]:
    """The names of a group, such as ``names("months", "morocco")``, in order."""
    return tuple(_table()[group][which])


@cache
def kind_names(language: str) -> dict[str, str]:
    """The name of every kind of event, by code."""
    with resource("lexicon", "kinds.toml").open("rb") as file:
        table = tomllib.load(file)
    return {code: entry[language] for code, entry in table.items() if isinstance(entry, dict) and language in entry}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with resource("lexicon", "display.toml").open("rb") as file:
        return tomllib.load(file)
