"""Where do the program's own files lie: in a checkout, an installed wheel, or a frozen bundle?"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

_STRINGS = re.compile('"([^"]*)"')
_TABLE = re.compile(r"\[([\w-]+)\]\Z")
_PLAIN = {"true": True, "false": False}


@cache
def root() -> Path:
    """The folder that holds ``resources`` and ``seeds``."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    return package / "data" if (package / "data" / "resources").is_dir() else package.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder under ``resources``; it need not exist."""
    return root().joinpath("resources", *parts)


def seeds() -> Path:
    """The folder of the sample dossier's articles."""
    return root() / "seeds"


def table(source: str) -> dict[str, Any]:
    """What a TOML file holds: at once where each line is a table's name or a key with a plain value, else as TOML is read.

    The words and rules are such files, and start-up is measured.
    """
    found: dict[str, Any] = {}
    here = found
    for line in source.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "[" and (name := _TABLE.match(line)):
            here = found.setdefault(name[1], {})
            continue
        key, sign, value = line.partition(" = ")
        read = _plain(value)
        if not sign or read is None or "\\" in line:
            import tomllib  # noqa: PLC0415 - seldom needed

            return tomllib.loads(source)
        here[key.strip('"')] = read
    return found


def _plain(value: str) -> Any:
    """A string, a number, a truth, a row of strings or of numbers, or such by name; None for anything else."""
    if value[:1] == '"':
        return value[1:-1] if value.count('"') == 2 and value[-1] == '"' else None
    if value[:1] == "[":
        return _row(value) if value[-1] == "]" else None
    if value[:1] == "{" and value[-1] == "}":
        parts = [part.partition("=") for part in value[1:-1].split(",")]
        read = {name.strip(): _plain(each.strip()) for name, _, each in parts}
        return None if None in read.values() else read
    return int(value) if value.lstrip("-").isdecimal() else _PLAIN.get(value)


def _row(value: str) -> list[str] | list[int] | None:
    left = _STRINGS.sub("", value).strip("[], ")
    parts = [part.strip() for part in left.split(",")] if left else []
    if not all(part.isdecimal() for part in parts) or (parts and '"' in value):
        return None
    return [int(part) for part in parts] or _STRINGS.findall(value)
