"""Where does a sentence come from? One gettext catalogue a language, compiled from the ``.po`` files of all rooms.

Standard gettext reads ``resources/i18n/<language>/timeline.mo``. One that is missing or older than an edited ``.po`` is
compiled anew, and kept where the folder may be written. Without any file, the ids speak: English.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from typing import TYPE_CHECKING

from timeline_app.assets import resource

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("ar", "en")


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language (``ar`` or ``en``)."""
    raw = _compiled(language)
    return gettext.GNUTranslations(io.BytesIO(raw)) if raw else gettext.NullTranslations()


def sources(language: str) -> list[Path]:
    """The ``.po`` files of a language, in a fixed order; none where only the compiled file is shipped."""
    return sorted(resource("i18n", language).glob("*.po"))


def compiled(language: str) -> Path:
    """Where the compiled catalogue of a language lies; it need not exist."""
    return resource("i18n", language, "timeline.mo")


def is_stale(language: str) -> bool:
    """Whether a source is newer than the compiled catalogue, or there is none yet."""
    try:
        made = compiled(language).stat().st_mtime_ns
    except OSError:
        return True
    return any(path.stat().st_mtime_ns > made for path in sources(language))


def _compiled(language: str) -> bytes:
    if sources(language) and is_stale(language):
        from timeline_app.wording.compile import binary, write  # noqa: PLC0415 (seldom needed)

        made = binary(language)
        write(language, made)
        return made
    path = compiled(language)
    return path.read_bytes() if path.is_file() else b""
