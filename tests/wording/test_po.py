"""The catalogues' files are read and packed as GNU gettext does."""

from __future__ import annotations

import gettext
import io

import polib
import pytest

from timeline_app.wording.catalogue import LANGUAGES, sources
from timeline_app.wording.po import entries, packed

FILE = r"""# a comment
msgid ""
msgstr ""
"Language: ar\n"

#: somewhere
msgctxt "step"
msgid "a \"b\"\n"
msgstr "one "
"two\tthree"

msgid "{n} x"
msgid_plural "{n} xs"
msgstr[0] "none"
msgstr[1] "one"

msgid "untranslated"
msgstr ""
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.po"
    path.write_text(FILE, "utf-8")
    return path


def test_entries_are_read_with_contexts_plurals_and_continued_lines(path):
    assert entries(path)[1:] == [
        {"msgctxt": "step", "msgid": 'a "b"\n', "msgstr": "one two\tthree"},
        {"msgid": "{n} x", "msgid_plural": "{n} xs", "msgstr[0]": "none", "msgstr[1]": "one"},
        {"msgid": "untranslated", "msgstr": ""},
    ]


def test_gettext_reads_what_is_packed(path):
    header = {"Content-Type": "text/plain; charset=utf-8", "Plural-Forms": "nplurals=2; plural=(n != 0);"}
    table = gettext.GNUTranslations(io.BytesIO(packed(entries(path), header)))
    assert table.pgettext("step", 'a "b"\n') == "one two\tthree"
    assert [table.ngettext("{n} x", "{n} xs", n) for n in (0, 5)] == ["none", "one"]
    assert table.gettext("untranslated") == "untranslated"


def test_a_line_that_is_none_is_named(path):
    path.write_text(f"{FILE}nonsense\n", "utf-8")
    with pytest.raises(ValueError, match=r"a\.po:19"):
        entries(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_files_are_read_as_polib_reads_them(language):
    for source in sources(language):
        ours = [(e.get("msgctxt"), e["msgid"], e.get("msgstr", "")) for e in entries(source) if e["msgid"]]
        assert ours == [(e.msgctxt, e.msgid, e.msgstr) for e in polib.pofile(str(source))]
