"""What does a ``.po`` file say, and how is it packed for gettext? The part of GNU's two formats that this program uses.

Read here and not by a library, so that a wheel or a clone speaks its languages without anything being installed or compiled.
"""

from __future__ import annotations

import ast
import re
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

_MAGIC = 0x950412DE
_LINE = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(".*")\s*\Z')

Entry = dict[str, str]
"""The keywords of one entry (``msgctxt``, ``msgid``, ``msgid_plural``, ``msgstr`` or ``msgstr[0]`` ...) and their strings."""


def entries(path: Path) -> list[Entry]:
    """The entries of a file in its order, the header (the empty ``msgid``) first; ValueError for a line that is none."""
    found: list[Entry] = []
    key = ""
    for number, raw in enumerate(path.read_text("utf-8").split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        keyword = _LINE.match(line)
        if keyword is not None:
            key = keyword[1]
            if key == "msgctxt" or (key == "msgid" and (not found or "msgid" in found[-1])):
                found.append({})
            found[-1][key] = ast.literal_eval(keyword[2])
        elif line.startswith('"') and found:
            found[-1][key] += ast.literal_eval(line)
        else:
            raise ValueError(f"{path}:{number}: not a line of a .po file")
    return found


def is_translated(entry: Entry) -> bool:
    """Whether every form of an entry has its text; of six forms the first (none at all) may be silence."""
    forms = [text for key, text in entry.items() if key.startswith("msgstr")]
    return bool(forms) and all(forms[1:] if len(forms) > 2 else forms)


def packed(found: Iterable[Entry], header: Mapping[str, str]) -> bytes:
    """The ``.mo`` file of some entries; of two with one id the first stands."""
    texts = {"": "".join(f"{name}: {value}\n" for name, value in header.items())}
    for entry in found:
        if entry["msgid"] and is_translated(entry):
            texts.setdefault(_id_of(entry), "\0".join(text for key, text in entry.items() if key.startswith("msgstr")))
    pairs = sorted((name.encode(), text.encode()) for name, text in texts.items())
    at = 28 + 16 * len(pairs)
    index, content = [], b""
    for side in (0, 1):
        for pair in pairs:
            index += [len(pair[side]), at + len(content)]
            content += pair[side] + b"\0"
    names, translations = 28, 28 + 8 * len(pairs)
    return struct.pack("<7I", _MAGIC, 0, len(pairs), names, translations, 0, 0) + struct.pack(f"<{len(index)}I", *index) + content


def _id_of(entry: Entry) -> str:
    context = f"{entry['msgctxt']}\x04" if "msgctxt" in entry else ""
    plural = f"\0{entry['msgid_plural']}" if "msgid_plural" in entry else ""
    return f"{context}{entry['msgid']}{plural}"
