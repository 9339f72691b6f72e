"""What has the editor set? The values of ``resources/settings.toml``, kept in the desk's configuration folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QSettings

from timeline_app import assets

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings at one moment. ``scale`` is the font size in percent; the other names are those of the table."""

    language: str = "ar"
    months: str = "morocco"
    digits: str = "latin"
    axis: str = "rtl"
    hijri: bool = False
    theme: str = "light"
    scale: int = 100
    proportion: str = "folded"
    lanes: str = "packed"
    motion: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what may be set, to what, and its English label."""

    name: str
    default: Value
    label: str
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None

    def allows(self, value: object) -> bool:
        """Whether the setting can take this value."""
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if self.limits is not None:
            return isinstance(value, int) and self.limits[0] <= value <= self.limits[1]
        return value in self.choices


@cache
def table() -> tuple[Row, ...]:
    """The rows of ``resources/settings.toml`` in their order."""
    found = assets.table(assets.resource("settings.toml").read_text("utf-8"))
    return tuple(
        Row(
            name,
            row["default"],
            row["label"],
            tuple(row.get("choices", ())),
            (row["range"][0], row["range"][1]) if "range" in row else None,
        )
        for name, row in found.items()
    )


class Store(Protocol):
    """Where settings, window shape and recent dossiers are kept between runs."""

    def load(self) -> Settings:
        """The settings of last time; what is unknown or out of range takes its default."""

    def save(self, settings: Settings) -> None:
        """Keep the settings."""

    def value(self, key: str) -> object:
        """Anything else kept under a key (window geometry, recent dossiers), or None."""

    def keep(self, key: str, value: object) -> None:
        """Keep anything else under a key."""


class FileStore:
    """Settings in ``timeline-app/settings.ini`` of the XDG configuration folder (or the system's own place)."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(str(path or default_path()), QSettings.Format.IniFormat)

    def load(self) -> Settings:
        """The settings of last time."""
        given: dict[str, Any] = {row.name: _read(row, self._settings.value(f"settings/{row.name}")) for row in table()}
        return replace(Settings(), **given)

    def save(self, settings: Settings) -> None:
        """Keep the settings."""
        for field in fields(settings):
            self._settings.setValue(f"settings/{field.name}", getattr(settings, field.name))

    def value(self, key: str) -> object:
        """Anything else kept under a key, or None."""
        return self._settings.value(key)

    def keep(self, key: str, value: object) -> None:
        """Keep anything else under a key."""
        self._settings.setValue(key, value)


class MemoryStore:
    """Settings that are forgotten at the end: for screenshots and tests, which must not depend on the user's."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._values: dict[str, object] = {}

    def load(self) -> Settings:
        """The settings given at the start or saved since."""
        return self._settings

    def save(self, settings: Settings) -> None:
        """Keep the settings until the end."""
        self._settings = settings

    def value(self, key: str) -> object:
        """What was kept under a key, or None."""
        return self._values.get(key)

    def keep(self, key: str, value: object) -> None:
        """Keep a value until the end."""
        self._values[key] = value


def default_path() -> Path:
    """Where the settings file lies: ``XDG_CONFIG_HOME``, else the system's configuration folder."""
    given = os.environ.get("XDG_CONFIG_HOME")
    if given:
        return Path(given) / "timeline-app" / "settings.ini"
    import platformdirs  # noqa: PLC0415 - late: start-up is measured

    return Path(platformdirs.user_config_dir("timeline-app", appauthor=False)) / "settings.ini"


def _read(row: Row, stored: object) -> Value:
    value: object = stored
    if isinstance(row.default, bool) and isinstance(stored, str):
        value = {"true": True, "false": False}.get(stored)
    elif row.limits is not None and isinstance(stored, str):
        value = int(stored) if stored.isdecimal() else None
    if row.allows(value):
        assert isinstance(value, str | int)
        return value
    return row.default
