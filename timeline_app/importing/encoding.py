"""Which characters do these bytes stand for? UTF-8 and UTF-16 by their signs, the older Arabic code pages by their letters."""

from __future__ import annotations

import codecs
import re

SAMPLE = 1 << 18
_CODE_PAGES = ["cp1256", "iso8859_6", "utf_16", "utf_16_le", "utf_16_be"]
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTER = re.compile(r"[^\W\d_]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SIGNED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> tuple[str, str] | None:
    """The text and the name of its encoding, line ends kept; None when the bytes are no text.

    A byte order mark belongs to the encoding, not to the text. A few broken bytes in UTF-8 become U+FFFD and the
    encoding is then called ``utf-8 (damaged)``.
    """
    for sign, name in _SIGNED:
        if data.startswith(sign):
            return _if_text(data.decode(name, "replace"), name)
    try:
        found = _if_text(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        found = None
    return found or _older(data)


def mended(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD: as long as before, and writable in UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text)
    return text


def _older(data: bytes) -> tuple[str, str] | None:
    """Damaged UTF-8, UTF-16 without a sign, or a code page; short UTF-16 in Arabic happens to be valid UTF-8 with NULs."""
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 20 < sum(not character.isascii() for character in text[:SAMPLE]):
        return _if_text(text, "utf-8 (damaged)")
    import charset_normalizer  # noqa: PLC0415 (costs 30 ms, and few files need it)

    best = charset_normalizer.from_bytes(data[:SAMPLE], cp_isolation=_CODE_PAGES).best()
    if best is None:
        return None
    text = data.decode(best.encoding, "replace")
    return _if_text(text, best.encoding) if _is_likely(text[:SAMPLE]) else None


def _is_likely(sample: str) -> bool:
    """Whether a guess gave words: mostly Arabic or ASCII, with a letter among them."""
    known = sum(character.isascii() or "\u0600" <= character <= "\u06ff" for character in sample)
    return known * 10 >= len(sample) * 7 and _LETTER.search(sample) is not None


def _if_text(text: str, encoding: str) -> tuple[str, str] | None:
    """Text has hardly any control characters or damage; a stray NUL does stand in articles found on the web."""
    sample = text[:SAMPLE]
    if len(_CONTROL.findall(sample)) * 100 > len(sample) + 200 or sample.count("\ufffd") * 10 > len(sample):
        return None
    return text, encoding
