"""The text comes back letter by letter, with its expressions marked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from types import MappingProxyType
from xml.etree import ElementTree as ET

from tests.exporting.sample import NOW
from timeline_app.calendars.gregorian import day_of
from timeline_app.exporting.registry import Chronicle
from timeline_app.exporting.timeml import written
from timeline_app.importing.article import article_of
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Publication, PublicationBasis
from timeline_app.model.daterange import DateRange
from timeline_app.model.dossier import DossierState
from timeline_app.services.tagging import tag
from timeline_app.wording import Wording

DAY = DateRange(day_of(2025, 11, 24), day_of(2025, 11, 24))


def document(text, published=DAY):
    article = replace(article_of(text, title="خبر & خبر"), published=Publication(published, PublicationBasis.GIVEN))
    analysis = Analysis("", (article,), ((article.id, tag(text, published)),))
    state = DossierState(articles=MappingProxyType({article.id: article}), analysis=analysis)
    with zipfile.ZipFile(io.BytesIO(written(Chronicle(state, NOW, dict), Wording()))) as archive:
        assert archive.namelist() == [f"{article.id}.tml"]
        return ET.fromstring(archive.read(archive.namelist()[0]))


def test_expressions_are_marked_and_the_text_is_whole():
    text = "😀 افتتح المعرض أمس <هنا>، ويستمر إلى 30 نونبر 2025، وكان قد بدأ منتصف رمضان 1446."
    root = document(text)
    assert "".join(root.find("TEXT").itertext()) == text
    marks = root.find("TEXT").findall("TIMEX3")
    assert [mark.attrib["value"] for mark in marks][:2] == ["2025-11-23", "2025-11-30"]
    assert [mark.attrib["tid"] for mark in marks] == [f"t{number}" for number in range(1, len(marks) + 1)]
    assert root.find("DCT/TIMEX3").attrib == {
        "tid": "t0",
        "type": "DATE",
        "value": "2025-11-24",
        "functionInDocument": "PUBLICATION_TIME",
    }
    assert root.find("TITLE").text == "خبر & خبر"


def test_a_hijri_day_says_so():
    (mark,) = document("وقع الحادث في 3 رمضان 1446.").find("TEXT").findall("TIMEX3")
    assert mark.attrib["comment"] == "Hijri 1446-09-03"


def test_without_expressions_or_a_day_of_publication_the_text_stands_alone():
    root = document("لا شيء هنا.", published=None)
    assert root.find("TEXT").text == "لا شيء هنا."
    assert root.find("DCT") is None


def test_what_xml_cannot_hold_is_replaced_and_no_letter_moves():
    text = "افتتح\x0b المعرض\x00 أمس."
    found = "".join(document(text).find("TEXT").itertext())
    assert len(found) == len(text)
    assert found.replace("\ufffd", "") == "افتتح المعرض أمس."
