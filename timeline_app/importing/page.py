"""What article does a web page carry? Its title, its paragraphs, the outlet, and the day the page itself says it appeared."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from timeline_app.importing.encoding import decoded
from timeline_app.importing.html import Paragraph, Tag, paragraphs, pieces
from timeline_app.importing.published import published_day
from timeline_app.model.daterange import DateRange

_CHARSET = re.compile(rb"""charset\s*+=\s*+["']?([\w-]{3,20})""", re.IGNORECASE)
_IN_SCRIPT = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{10,40})"')
_DATED = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "parsely-pub-date", "sailthru.date", "og:published_time",
)  # fmt: skip
_ASIDE = {"nav", "aside", "footer", "form", "menu", "dialog"}
_BODIES = ("articlebody", "article", "main")
_LEAST, _REAL, _MOST = 200, 80, 50_000


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: the text begins with the title where the page names one."""

    text: str
    encoding: str
    title: str = ""
    outlet: str = ""
    published: DateRange | None = None


def page_of(data: bytes) -> Page | None:
    """The article of a page; None when the bytes are no text."""
    found = _by_its_word(data) or decoded(data)
    if found is None:
        return None
    markup, encoding = found
    parts = list(islice(pieces(markup), 40 * _MOST))
    tags = [part for part in parts if isinstance(part, Tag) and not part.closing]
    said = _said(tags)
    kept = [p for p in islice(paragraphs(parts), _MOST) if not {name for name, _ in p.within} & _ASIDE]
    outlet = said.get("og:site_name", "")
    named = said.get("og:title") or next((p.text for p in kept if p.tag == "h1"), "") or _title(tags)
    title = _without_outlet(named, outlet)
    lines = [p.text for p in _body(kept) if p.text not in (title, named)]
    published = next((day for key in _DATED if (day := _day(said.get(key, ""))) is not None), None)
    text = "\n\n".join([title, *lines] if title else lines) + "\n"
    return Page(text, encoding, title, outlet, published or _day_in_script(tags) or _day_of_time(tags))


def _by_its_word(data: bytes) -> tuple[str, str] | None:
    """Decoded as the page itself says, where that leaves nothing undecoded."""
    named = _CHARSET.search(data[:4096])
    if named is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    try:
        name = codecs.lookup(named[1].decode("ascii")).name
        return (data.decode(name), name) if name.startswith(("cp125", "iso8859", "utf-8")) and b"\0" not in data else None
    except (LookupError, ValueError):
        return None


def _said(tags: list[Tag]) -> dict[str, str]:
    """What the page's ``meta`` tags say, the first of each name."""
    found: dict[str, str] = {}
    for tag in tags:
        if tag.name == "meta" and (content := " ".join(tag.attributes.get("content", "").split())):
            name = tag.attributes.get("property") or tag.attributes.get("name") or tag.attributes.get("itemprop") or ""
            found.setdefault(name.lower(), content)
    return found


def _title(tags: list[Tag]) -> str:
    return next((" ".join(tag.content.split()) for tag in tags if tag.name == "title"), "")


def _without_outlet(title: str, outlet: str) -> str:
    """«عنوان - الجريدة» without the outlet's name at its end."""
    cut = re.sub(rf"\s{{1,4}}[-–—|:»]\s{{0,4}}{re.escape(outlet)}\s{{0,4}}$", "", title) if outlet else title
    return cut or title


def _body(found: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the article: of its own element where the page marks one, else from the first real one to the last."""
    kept = [p for p in found if not (p.linked > 0.8 and len(p.text) < 160)]
    for body in _BODIES:
        sizes = Counter[tuple[str, int]]()
        for p in kept:
            for region in p.within:
                if region[0] == body:
                    sizes[region] += len(p.text)
        if sizes and sizes.most_common(1)[0][1] >= _LEAST:
            chosen = sizes.most_common(1)[0][0]
            return [p for p in kept if chosen in p.within]
    real = [i for i, p in enumerate(kept) if len(p.text) >= _REAL and p.linked < 0.5]
    if not real:
        return kept
    first = next((i for i in range(real[0], -1, -1) if kept[i].tag == "h1"), real[0])
    return kept[first : real[-1] + 1]


def _day(text: str) -> DateRange | None:
    """The day alone: the hour is of a zone nobody names."""
    when = published_day(text) or published_day(text[:10])
    return DateRange(when.first, when.last) if when else None


def _day_in_script(tags: list[Tag]) -> DateRange | None:
    for tag in tags:
        if "ld+json" in tag.attributes.get("type", "") and (found := _IN_SCRIPT.search(tag.content)):
            return _day(found[1])
    return None


def _day_of_time(tags: list[Tag]) -> DateRange | None:
    times = [_day(tag.attributes["datetime"]) for tag in tags if tag.name == "time" and "datetime" in tag.attributes]
    return next((day for day in times if day is not None), None)
