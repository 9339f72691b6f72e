"""Which paragraphs does a web page hold? One pass over its tags, linear in its length however it is nested or broken.

No tree is built: a tree of a hundred thousand open tags takes a parser minutes, and nothing of it is needed. What is kept
of each paragraph is its text, the tag it stood in, how much of it was links, and inside which elements it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

_SILENT = {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "textarea", "select", "title", "button"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""")
_NAME = re.compile(r"/?([A-Za-z][\w:-]*+)")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LONGEST_TAG, _DEEPEST, _MOST_REGIONS = 4000, 400, 8

REGIONS = {"article", "articlebody", "main", "nav", "aside", "header", "footer", "form", "figure", "menu", "dialog"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as written: ``name`` in small letters, its attributes, whether it closes, and the raw text of a script."""

    name: str
    attributes: dict[str, str]
    closing: bool = False
    content: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, the tag it stood in, the share of its letters that are links, and the regions around it.

    ``within`` names each open element of :data:`REGIONS` with its number on the page, outermost first.
    """

    text: str
    tag: str
    linked: float
    within: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    name: str
    number: int


def pieces(markup: str) -> Iterator[str | Tag]:
    """The text and the tags of a page, in order; comments and declarations are left out."""
    at, size = 0, len(markup)
    while at < size:
        begin = markup.find("<", at)
        if begin < 0:
            yield markup[at:]
            return
        if begin > at:
            yield markup[at:begin]
        if markup.startswith("<!--", begin):
            close = markup.find("-->", begin + 4)
            at = size if close < 0 else close + 3
            continue
        end = _end_of_tag(markup, begin)
        if end < 0:
            yield markup[begin:]
            return
        found = _NAME.match(markup, begin + 1, end)
        at = end + 1
        if found is None:
            if markup[begin + 1] not in "!?/":
                yield markup[begin:at]
            continue
        name, closing = found[1].lower(), markup[begin + 1] == "/"
        content = ""
        if name in _SILENT and not closing and markup[end - 1] != "/":
            ended = re.compile(f"</{name}", re.IGNORECASE).search(markup, at)
            stop = ended.start() if ended else size
            content, at = markup[at:stop], stop
        yield Tag(name, _attributes(markup[found.end() : end]), closing, content)


def paragraphs(found: Iterable[str | Tag]) -> Iterator[Paragraph]:
    """The paragraphs of a page from its pieces."""
    around: list[_Open] = []
    words: list[str] = []
    linked = 0
    for number, piece in enumerate(found):
        if isinstance(piece, str):
            words.append(_plain(piece))
            linked += len(words[-1].strip()) if any(each.tag == "a" for each in around[-4:]) else 0
            continue
        if piece.name not in _INLINE:
            yield from _ended(words, linked, around)
            words, linked = [], 0
        if piece.closing:
            _close(around, piece.name)
        elif piece.name not in _VOID and piece.name not in _SILENT:
            if piece.name in {"p", "li"} and around and around[-1].tag == piece.name:
                around.pop()
            if len(around) < _DEEPEST:
                around.append(_Open(piece.name, _named(piece), number))
    yield from _ended(words, linked, around)


def _ended(words: list[str], linked: int, around: list[_Open]) -> Iterator[Paragraph]:
    text = _SPACE.sub(" ", "".join(words)).strip(" ")
    if text:
        within = tuple((each.name, each.number) for each in around if each.name in REGIONS)[:_MOST_REGIONS]
        tag = next((each.tag for each in reversed(around) if each.tag not in _INLINE), "")
        yield Paragraph(text, tag, min(1.0, linked / len(text)), within)


def _plain(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a character number of thousands of digits
        return text


def _end_of_tag(markup: str, begin: int) -> int:
    """Where the tag closes: a ``>`` inside quotation marks does not close it."""
    end = markup.find(">", begin)
    for _ in range(8):
        inside = markup[begin : min(end, begin + _LONGEST_TAG)]
        if end < 0 or "=" not in inside or (inside.count('"') % 2 == 0 and inside.count("'") % 2 == 0):
            break
        further = markup.find(">", end + 1, end + _LONGEST_TAG)
        if further < 0:
            break
        end = further
    return end


def _attributes(inside: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(inside[:_LONGEST_TAG])
    return {match[1].lower(): _plain(match[2].strip("\"'")) for match in found}


def _named(tag: Tag) -> str:
    return "articlebody" if "articlebody" in tag.attributes.get("itemprop", "").lower() else tag.name


def _close(around: list[_Open], name: str) -> None:
    for back in range(len(around) - 1, max(-1, len(around) - 40), -1):
        if around[back].tag == name:
            del around[back:]
            return
