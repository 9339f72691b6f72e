"""The chronology as a Word document, to be edited and sent on: headings by year, each event with its date and sources.

Word orders Arabic only where it is told to: every paragraph is ``w:bidi``, every run ``w:rtl`` with the fonts and sizes of
complex scripts (``w:cs``, ``w:szCs``) beside those of Latin ones; ECMA-376, 17.3.1.6 and 17.3.2.30. Titles are headings, so
that Word's own outline leads through them.
"""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from timeline_app.exporting.account import doubts, remarks, sources, told, year_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from timeline_app.exporting.registry import Chronicle, Voice
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event

_FONT = "Arial"  # on every desk, with Arabic letters
# the colours of the light theme
_INK = "20242A"
_ACCENT = "0B6B69"
_QUIET = "5C6067"
_DOUBT = "B23A22"

# what stands behind a mark of a run in the schema (ECMA-376, 17.3.2)
_AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:rtl", "w:cs", "w:lang")
_AFTER = {"w:spacing": ("w:w", "w:kern", "w:position", "w:sz", "w:szCs", *_AFTER_SIZE), "w:szCs": _AFTER_SIZE}


def written(chronicle: Chronicle, voice: Voice) -> bytes:
    """The document's bytes; its properties name the moment of writing."""
    import docx  # noqa: PLC0415 (python-docx brings lxml; only this format needs it)

    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.title = voice.text("Chronology")
    document.core_properties.created = document.core_properties.modified = chronicle.at.replace(tzinfo=None)
    page = _Page(document, rtl=voice.language == "ar")
    page.add(voice.text("Chronology"), style="Title", colour=_INK)
    for heading, events in groupby(told(chronicle.state), partial(year_of, voice=voice)):
        page.add(heading, style="Heading 1", colour=_ACCENT)
        for event in events:
            _event(page, event, chronicle.state, voice)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _event(page: _Page, event: Event, state: DossierState, voice: Voice) -> None:
    page.add(event.title, style="Heading 2", colour=_INK)
    when = (voice.dates(event.dates, weekday=True), *remarks(event, voice), voice.kind_name(event.kind), event.place)
    page.add(" · ".join(filter(None, when)), colour=_QUIET)
    for doubt in doubts(event, state, voice):
        page.add(doubt, colour=_DOUBT)
    if event.note:
        page.add(event.note)
    for source in sources(event, state):
        for quote in source.quotes:
            page.add(f"«{quote}»", style="Quote")
        page.add(source.name, colour=_QUIET)


class _Page:
    """Paragraphs in the document's direction.

    One of each look is made by the library and copied: it looks through the whole body for each paragraph it adds.
    """

    def __init__(self, document: Document, *, rtl: bool) -> None:
        self._document, self._rtl = document, rtl
        self._end = document.element.body.sectPr
        self._looks: dict[tuple[str, str], Any] = {}

    def add(self, text: str, *, style: str = "Normal", colour: str = "") -> None:
        """One paragraph; characters that XML cannot hold are left out."""
        look = self._looks.get((style, colour))
        if look is None:
            look = self._looks[style, colour] = self._made(style, colour)
        paragraph = deepcopy(look)
        paragraph.r_lst[0].text = "".join(letter for letter in text if letter >= " " or letter in "\n\t")
        self._end.addprevious(paragraph)

    def _made(self, style: str, colour: str) -> Any:
        from docx.oxml.ns import qn  # noqa: PLC0415 (as above)
        from docx.shared import RGBColor  # noqa: PLC0415

        paragraph = self._document.add_paragraph(style=style)
        run = paragraph.add_run()
        run.font.name = _FONT
        properties = run._element.get_or_add_rPr()  # noqa: SLF001 (python-docx has no words for Arabic)
        properties.get_or_add_rFonts().set(qn("w:cs"), _FONT)
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        if self._rtl:
            _from_right(paragraph, run)
        element = paragraph._element  # noqa: SLF001 (as above)
        element.getparent().remove(element)
        return element


def _from_right(paragraph: Paragraph, run: Run) -> None:
    """Mark a paragraph and its run as Arabic; marks that python-docx has no words for go where the schema has them."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 (as above)
    from docx.oxml.ns import qn  # noqa: PLC0415

    ordered = paragraph._element.get_or_add_pPr()  # noqa: SLF001 (as above)
    ordered.insert_element_before(
        OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    run.font.rtl = True
    run.font.italic = run.font.cs_italic = False  # Arabic letters are upright
    font = paragraph.style.font if paragraph.style else None
    run.font.cs_bold = font.bold if font else None
    even = {"w:spacing": "0"}  # drawn apart, joined letters are stretched
    size = {"w:szCs": str(int(font.size.pt * 2))} if font and font.size else {}
    for name, value in (even | size).items():
        mark = OxmlElement(name)
        mark.set(qn("w:val"), value)
        run._element.get_or_add_rPr().insert_element_before(mark, *_AFTER[name])  # noqa: SLF001 (as above)
