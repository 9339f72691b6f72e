"""What does a file hold? Its bytes, bounded, and a clear reason where it cannot be an article."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from timeline_app.importing.encoding import decoded
from timeline_app.model.daterange import DateRange
from timeline_app.model.problem import Problem

PAGES = (".html", ".htm", ".xhtml")
LIMIT = 16 * 1000 * 1000
DOCUMENT = ".docx"
ENDINGS = (".txt", ".text", ".md", *PAGES, DOCUMENT)
_KNOWN = {b"%PDF-": "file-pdf", b"\xd0\xcf\x11\xe0": "file-old-word", b"{\\rtf": "file-old-word"}
_NO_TEXT = (b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"SQLite format 3")


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text and encoding, and what a web page says of itself: title, outlet, the day it appeared."""

    text: str
    encoding: str
    title: str = ""
    outlet: str = ""
    published: DateRange | None = None


def content_of(path: Path, shown: str) -> Content:
    """What a file holds; Problem, naming it as ``shown``, when it is missing, empty, binary or too large."""
    data = _bytes_of(path, shown)
    if path.suffix.lower() == DOCUMENT:
        return _document(data, shown)
    if path.suffix.lower() not in PAGES:
        return Content(*text_of_bytes(data, shown))
    from timeline_app.importing.page import page_of  # noqa: PLC0415 (only a web page needs it)

    page = page_of(data) if len(data) <= LIMIT else None
    if page is None or not page.text.strip():
        text_of_bytes(data, shown)
        raise Problem("no-text-in-page", path=shown)
    return Content(page.text, page.encoding, page.title, page.outlet, page.published)


def is_drawn_out(path: str) -> bool:
    """Whether an article's text is not the file itself but was drawn out of it (a web page, a Word document)."""
    return path.lower().endswith((*PAGES, DOCUMENT))


def text_of_bytes(data: bytes, shown: str) -> tuple[str, str]:
    """The text of bytes already read, and its encoding; Problem for too many, none, or bytes that are no text."""
    if len(data) > LIMIT:
        raise Problem("file-too-large", path=shown, limit=LIMIT // 1_000_000)
    for sign, code in _KNOWN.items():
        if data.startswith(sign):
            raise Problem(code, path=shown)
    found = None if data.startswith(_NO_TEXT) else decoded(data)
    if found is None:
        raise Problem("file-binary", path=shown)
    if not found[0].strip():
        raise Problem("file-empty", path=shown)
    return found


def articles_in(folder: Path, shown: str) -> tuple[Path, ...]:
    """The article files below a folder, «2» before «10»; hidden ones and links that lead out of it are left out."""
    root = folder.resolve()
    found = []
    for where, folders, files in os.walk(folder, onerror=_refuse(shown)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(where, name)
            if not name.startswith(".") and path.suffix.lower() in ENDINGS and path.resolve().is_relative_to(root):
                found.append(path)
    if not found:
        raise Problem("no-articles", path=shown, endings=" ".join(ENDINGS))
    return tuple(sorted(found, key=lambda path: _natural(str(path.relative_to(folder)))))


def opened(path: str | Path, shown: str = "") -> BinaryIO:
    """A file, open for reading; Problem where it cannot be opened."""
    shown = shown or str(path)
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        raise Problem("file-missing", path=shown) from None
    except OSError as error:
        raise Problem("file-unreadable", path=shown, reason=reason_of(error)) from None
    except ValueError:
        raise Problem("file-unreadable", path=shown, reason="invalid name") from None


def reason_of(error: OSError) -> str:
    """What the system says of a failure, without the file name."""
    return (error.strerror or type(error).__name__).lower()


def _document(data: bytes, shown: str) -> Content:
    from timeline_app.importing.docx import text_of_docx  # noqa: PLC0415 (only a Word document needs it)

    if len(data) > LIMIT:
        raise Problem("file-too-large", path=shown, limit=LIMIT // 1_000_000)
    text = text_of_docx(data, 4 * LIMIT) if data else ""
    if text is None:
        raise Problem("document-unreadable", path=shown)
    if not text.strip():
        raise Problem("file-empty", path=shown)
    return Content(text, "docx")


def _bytes_of(path: Path, shown: str) -> bytes:
    try:
        with opened(path, shown) as file:
            return file.read(LIMIT + 1)
    except OSError as error:
        raise Problem("file-unreadable", path=shown, reason=reason_of(error)) from None


def _refuse(shown: str) -> Callable[[OSError], None]:
    def stop(error: OSError) -> None:
        raise Problem("file-unreadable", path=shown, reason=reason_of(error)) from None

    return stop


def _natural(name: str) -> list[tuple[int, int, str]]:
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", name) if part]
