"""The articles with their time expressions marked, as TimeML 1.2.1: a ZIP archive with one document an article.

Each holds the article's text as it stands, its expressions in ``TIMEX3`` (type, value, modifier; a Hijri day in ``comment``,
because TimeML names no calendar), and the publication date as creation time, ``t0``. Events are sentences here and not
words, hence there is no ``EVENT``. A document is named after its article's id.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timeline_app.calendars.hijri import hijri_ymd
from timeline_app.calendars.iso import iso_date
from timeline_app.model.daterange import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.exporting.registry import Chronicle, Voice
    from timeline_app.model.article import Article
    from timeline_app.model.expression import Reading

_EARLIEST = 1980  # the first year that ZIP can write
# what XML 1.0 cannot hold, even escaped; a text keeps its length
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")


def written(chronicle: Chronicle, voice: Voice) -> bytes:  # noqa: ARG001 (TimeML is for programs: no wording)
    """The archive's bytes."""
    out, at = BytesIO(), chronicle.at
    when = (max(at.year, _EARLIEST), at.month, at.day, at.hour, at.minute, at.second)
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for article in chronicle.state.articles.values():
            entry = ZipInfo(f"{article.id}.tml", when)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, _document(article, chronicle.state.analysis.readings_of(article.id)))
    return out.getvalue()


def _document(article: Article, readings: Iterable[Reading]) -> bytes:
    root = Element("TimeML")
    SubElement(root, "DOCID").text = article.id
    day = article.published.when
    if day is not None and day.first == day.last:
        value = iso_date(day.first, day.first_minute)
        marks = {"tid": "t0", "type": "DATE" if day.first_minute is None else "TIME", "value": value}
        SubElement(SubElement(root, "DCT"), "TIMEX3", marks | {"functionInDocument": "PUBLICATION_TIME"}).text = value
    SubElement(root, "TITLE").text = article.title.translate(_FORBIDDEN)
    _marked(SubElement(root, "TEXT"), article.text.translate(_FORBIDDEN), readings)
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _marked(parent: Element, text: str, readings: Iterable[Reading]) -> None:
    """Put the text under ``parent``, with each expression in an element of its own."""
    at, last = 0, None
    for number, reading in enumerate(sorted(readings, key=lambda each: each.span), 1):
        if reading.span.start < at:
            continue  # within the one before
        between = text[at : reading.span.start]
        if last is None:
            parent.text = between
        else:
            last.tail = between
        last = SubElement(parent, "TIMEX3", _marks(f"t{number}", reading))
        last.text, at = reading.span.of(text), reading.span.end
    if last is None:
        parent.text = text
    else:
        last.tail = text[at:]


def _marks(name: str, reading: Reading) -> dict[str, str]:
    marks = {"tid": name, "type": str(reading.expression.type), "value": reading.value}
    if reading.mod is not None:
        marks["mod"] = str(reading.mod)
    if reading.certainty is Certainty.DAY_EITHER_WAY and reading.ranges:
        marks["comment"] = "Hijri " + "-".join(f"{part:02d}" for part in hijri_ymd(reading.ranges[0].first))
    return marks
