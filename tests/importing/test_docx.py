"""Word documents: their paragraphs, and nothing that grows."""

from __future__ import annotations

import io
import zipfile

import pytest

from timeline_app.importing.docx import text_of_docx
from timeline_app.importing.file import content_of
from timeline_app.model.problem import Problem

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = (
    "<w:p><w:r><w:t>افتتاح معرض </w:t></w:r><w:r><w:t>الكتاب</w:t></w:r></w:p><w:p/>"
    "<w:p><w:r><w:t>يوم 3 ماي</w:t><w:br/><w:t>2021</w:t></w:r><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del></w:p>"
)


def document(body: str, before: str = "", name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def test_the_paragraphs_are_read_without_deleted_words():
    assert text_of_docx(document(BODY), 10**6) == "افتتاح معرض الكتاب\n\nيوم 3 ماي\n2021\n"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and no more",
        b"",
        document(BODY, name="other.xml"),
        document("<w:p>"),
        document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'),
        document("<w:p/>" * 300_000),
        document("<w:p/>\0"),
    ],
)
def test_what_is_no_document_or_grows_too_far_is_refused(data):
    assert text_of_docx(data, 10**6) is None


def test_a_document_is_a_file_like_others(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(document(BODY))
    assert "2021" in content_of(path, "a").text
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(Problem) as caught:
        content_of(path, "a")
    assert caught.value.step.code == "document-unreadable"
    path.write_bytes(document("<w:p/>"))
    with pytest.raises(Problem) as caught:
        content_of(path, "a")
    assert caught.value.step.code == "file-empty"
