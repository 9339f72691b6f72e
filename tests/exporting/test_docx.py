"""Word opens it, its outline is the chronology, and every Arabic paragraph runs from the right."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn

from tests.exporting.sample import DOUBT, HOSTILE, NOW, chronicle, event
from timeline_app.calendars.gregorian import year_range
from timeline_app.exporting.docx import written
from timeline_app.wording import Wording


def document(*events, **wording):
    return docx.Document(io.BytesIO(written(chronicle(*events), Wording(**wording))))


def test_years_and_titles_are_headings_and_the_rest_is_said_below():
    older = event(id="a", dates=(year_range(1923),))
    made = document(event(kind="session", place="فاس", contradictions=(DOUBT.id,), note="يراجع"), older)
    headings = [(each.style.name, each.text) for each in made.paragraphs if each.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "1923"),
        ("Heading 2", "انعقاد المجلس"),
        ("Heading 1", "2025"),
        ("Heading 2", "انعقاد المجلس"),
    ]
    said = "\n".join(each.text for each in made.paragraphs)
    for words in ("فاس", "انعقاد", "لا يوافق", "يراجع", '«"انعقد المجلس', "خبر، وخبر"):
        assert words in said
    assert made.core_properties.created.replace(tzinfo=None) == NOW.replace(tzinfo=None)


def from_right(paragraph):
    properties = paragraph._element.pPr
    return properties is not None and properties.find(qn("w:bidi")) is not None


def test_arabic_is_marked_for_the_right_in_paragraph_and_run_and_english_is_not():
    for paragraph in document(event()).paragraphs:
        assert from_right(paragraph)
        assert paragraph.runs[0].font.rtl
        assert paragraph.runs[0]._element.rPr.rFonts.get(qn("w:cs"))
    assert not any(from_right(paragraph) for paragraph in document(event(), language="en").paragraphs)


def test_marks_of_a_run_stand_in_the_order_of_the_schema():
    order = ["rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "sz", "szCs", "rtl"]
    for paragraph in document(event()).paragraphs:
        names = [child.tag.rpartition("}")[2] for child in paragraph.runs[0]._element.rPr]
        assert names == sorted(names, key=order.index)


def test_characters_that_xml_cannot_hold_are_left_out_and_markup_is_text():
    made = document(event(f"{HOSTILE}\x00\x0b"))
    assert HOSTILE in [each.text for each in made.paragraphs]
