"""Which colours are in use? A theme table from ``resources/themes``, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline_app import assets

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme as ``#RRGGBB``; ``hues`` are the eight kinds' colours by name."""

    name: str
    paper: str
    panel: str
    card: str
    ink: str
    quiet: str
    hairline: str
    accent: str
    on_accent: str
    contradiction: str
    contradiction_tint: str
    inferred: str
    inferred_tint: str
    accepted: str
    rejected: str
    selection: str
    find: str
    dimmed: str
    hues: Mapping[str, str]


def system_theme() -> str:
    """The theme that goes with the system's colours."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - late: start-up is measured
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


@cache
def load_theme(name: str) -> Theme:
    """The theme ``light`` or ``dark``."""
    table = assets.table(assets.resource("themes", f"{name}.toml").read_text("utf-8"))
    return Theme(**{**table, "hues": MappingProxyType(table["hues"])})
