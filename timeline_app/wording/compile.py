"""Make the catalogues: ``python -m timeline_app.wording.compile`` merges every room's ``.po`` into one ``.mo`` a language."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from timeline_app.wording.catalogue import LANGUAGES, compiled, is_stale, sources
from timeline_app.wording.po import entries, packed

PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "en": "nplurals=2; plural=(n != 1);",
}


def binary(language: str) -> bytes:
    """The compiled catalogue of a language; of two entries with one id the first file's stands."""
    header = {"Content-Type": "text/plain; charset=utf-8", "Language": language, "Plural-Forms": PLURALS[language]}
    return packed((entry for path in sources(language) for entry in entries(path)), header)


def write(language: str, made: bytes) -> None:
    """Put a compiled catalogue in its place, whole or not at all; a folder that may not be written is left alone."""
    target = compiled(language)
    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        Path(name).chmod(0o644)
        Path(name).replace(target)


def main() -> None:
    """Compile what is out of date."""
    for language in LANGUAGES:
        if is_stale(language):
            write(language, binary(language))


if __name__ == "__main__":
    main()
