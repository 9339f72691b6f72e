"""Which paragraphs does a Word document hold? Read from its XML (ECMA-376): text as it stands, deleted words left out."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import ParseError, iterparse

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def text_of_docx(data: bytes, limit: int) -> str | None:
    """The paragraphs, one a line, of at most ``limit`` bytes of XML; None where this is no Word document or a longer one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as part:
            markup = part.read(limit + 1)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    return None if len(markup) > limit else _paragraphs(markup)


def _paragraphs(markup: bytes) -> str | None:
    """Document types are refused, so that no entity can grow, and UTF-16, which would hide one; Word writes neither."""
    if b"<!DOCTYPE" in markup or b"<!ENTITY" in markup or b"\0" in markup:
        return None
    lines: list[str] = []
    words: list[str] = []
    try:
        for _, element in iterparse(io.BytesIO(markup)):  # noqa: S314 (no document type, no entity: see above)
            if element.tag == f"{_W}t":
                words.append(element.text or "")
            elif element.tag in _BREAKS:
                words.append(_BREAKS[element.tag])
            elif element.tag == f"{_W}p":
                lines.append("".join(words))
                words = []
                element.clear()
    except ParseError:
        return None
    return "\n".join(lines).strip("\n") + "\n"
