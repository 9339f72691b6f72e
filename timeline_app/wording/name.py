"""What is a month, a weekday, a season called? Read from ``resources/lexicon/display.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from timeline_app.assets import resource

_LABELLED = re.compile(r'^\[([\w-]+)\]\nlabel = "([^"\n]*)"', re.MULTILINE)
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
def rule_names() -> dict[str, str]:
    """The Arabic label of every rule, by its code; read by lines, because the whole tables are for recognising."""
    found: dict[str, str] = {}
    for path in sorted(resource("rules").glob("*.toml")):
        found |= dict(_LABELLED.findall(path.read_text("utf-8")))
    return found


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with resource("lexicon", "display.toml").open("rb") as file:
        return tomllib.load(file)
