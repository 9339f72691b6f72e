"""Web pages: the article found, everything around it left, however broken the page is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.calendars.iso import iso_date
from timeline_app.importing.html import Tag, paragraphs, pieces
from timeline_app.importing.page import page_of

FIRST = "افتتح وزير الثقافة معرض الكتاب في الرباط بحضور عدد كبير من الناشرين والكتاب من بلدان عربية كثيرة."
SECOND = "ويستمر المعرض أسبوعين &amp; تشارك فيه دور نشر من أربعين بلدا، وتنظم على هامشه ندوات ولقاءات وقراءات شعرية."
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>معرض الكتاب - الجريدة</title>
<meta property="og:title" content="افتتاح معرض الكتاب"><meta property="og:site_name" content="الجريدة">
<meta property="article:published_time" content="2021-05-03T23:30:00+00:00">
<script>var x = "<p>ليس نصا</p>";</script><style>p {{ }}</style></head>
<body><nav><a href="/">الرئيسية</a> <a href="/s">رياضة</a></nav>
<article><h1>افتتاح معرض الكتاب</h1><p>{FIRST}</p><!-- <p>مخفي</p> --><p>{SECOND}<br>سطر <b>غل</b>يظ.</p>
<ul><li><a href="/x">خبر آخر لا علاقة له</a></li></ul></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_a_page_becomes_its_article():
    page = page_of(PAGE.encode())
    assert page.title == "افتتاح معرض الكتاب"
    assert page.outlet == "الجريدة"
    assert page.text == f"افتتاح معرض الكتاب\n\n{FIRST}\n\n{SECOND.replace('&amp;', '&')}\n\nسطر غليظ.\n"


def test_the_day_is_the_pages_own():
    assert iso_date(page_of(PAGE.encode()).published.first) == "2021-05-03"


@pytest.mark.parametrize(
    "where",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2020-02-01T10:00:00Z"}</script>',
        '<time datetime="2020-02-01">1 فبراير</time>',
        '<meta itemprop="datePublished" content="2020-02-01">',
        '<meta name="pubdate" content="soon"><meta name="date" content="2020-02-01 08:00">',
    ],
)
def test_the_day_is_found_where_pages_keep_it(where):
    assert iso_date(page_of(f"<html>{where}<p>{FIRST}</p>".encode()).published.first) == "2020-02-01"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859_6"])
def test_the_page_says_its_encoding_or_is_read_without(encoding):
    named = f'<meta charset="{encoding}"><p>{FIRST}</p>'.encode(encoding)
    assert FIRST in page_of(named).text
    assert FIRST in page_of(f"<p>{FIRST}</p>".encode(encoding)).text


def test_a_page_without_an_article_element_gives_its_real_paragraphs():
    page = page_of(f"<div>قائمة</div><h1>عنوان</h1><div>{FIRST}</div><div>{FIRST}</div><div>ذيل</div>".encode())
    assert page.text == f"عنوان\n\n{FIRST}\n\n{FIRST}\n"


def test_a_headline_above_the_article_is_its_title():
    page = page_of(f"<header><h1>افتتاح المعرض</h1></header><article><p>{FIRST}</p><p>{FIRST}{SECOND}</p></article>".encode())
    assert page.title == "افتتاح المعرض"
    assert page.text.startswith("افتتاح المعرض\n\n")


def test_the_outlets_name_is_no_part_of_the_title():
    page = page_of(f'<title>معرض الكتاب | الجريدة</title><meta property="og:site_name" content="الجريدة"><p>{FIRST}</p>'.encode())
    assert page.title == "معرض الكتاب"


def test_a_greater_sign_inside_an_attribute_does_not_end_the_tag():
    assert list(pieces('<a title="1 > 0" href=x>ن</a>'))[:2] == [Tag("a", {"title": "1 > 0", "href": "x"}), "ن"]


def test_text_with_a_bare_less_sign_is_kept():
    assert [p.text for p in paragraphs(pieces("<p>3 < 5 و 7 > 6</p>"))] == ["3 < 5 و 7 > 6"]


@given(st.text(st.sampled_from("<>/=\"'!-&;#pa dsciptn9ن"), max_size=300))
def test_any_markup_is_read_without_a_fault(markup):
    page = page_of(markup.encode())
    assert page is not None
    assert page.text.endswith("\n")


@pytest.mark.parametrize(
    "piece", ["<div>", "<", "<a ", "<p>", '<a b="', "<!--", "<script>", "&#", "</p>", "a=", "<article>", "&#9"]
)
def test_hostile_pages_are_read_to_their_end(piece):
    assert page_of((piece * 40_000 + "</p></a></script>نص").encode()) is not None


def test_what_is_no_text_is_no_page():
    assert page_of(b"\x00\x01\x02" * 99) is None
