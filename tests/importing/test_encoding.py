"""Text as it is found: encodings, damage, and what is no text at all."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.importing.encoding import decoded, mended

ARABIC = "انعقدت الدورة في مراكش يوم 24 نونبر 2025،\r\nبمشاركة وفود من قارات خمس."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859_6", "utf_16_le", "utf_16_be"])
def test_arabic_is_read_in_every_encoding_it_comes_in(encoding):
    text, name = decoded(ARABIC.encode(encoding))
    assert text == ARABIC
    assert name == encoding


def test_line_ends_are_kept():
    assert decoded("سطر\r\nسطر\rسطر\n".encode())[0] == "سطر\r\nسطر\rسطر\n"


def test_a_byte_order_mark_is_not_part_of_the_text():
    assert decoded(b"\xef\xbb\xbf" + "عنوان".encode()) == ("عنوان", "utf-8-sig")


def test_a_stray_null_does_not_make_a_text_binary():
    assert decoded(f"{ARABIC}\0\n".encode()) == (f"{ARABIC}\0\n", "utf-8")


def test_a_few_broken_bytes_do_not_make_another_encoding():
    text, name = decoded(ARABIC.encode() + b"\xff" + ARABIC.encode())
    assert name == "utf-8 (damaged)"
    assert text == ARABIC + "\ufffd" + ARABIC


def test_surrogates_written_as_bytes_are_damage():
    text, name = decoded(ARABIC.encode() + b"\xed\xa0\x80" + ARABIC.encode())
    assert name == "utf-8 (damaged)"
    assert "نونبر" in text


@pytest.mark.parametrize("data", [b"\x00" * 500, bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01" + bytes(64)])
def test_what_is_no_text_is_told(data):
    assert decoded(data) is None


def test_figures_alone_are_text():
    assert decoded(b"2025-11-24") == ("2025-11-24", "utf-8")


def test_mending_keeps_the_length_and_makes_the_text_writable():
    assert mended("قبل \ud800 بعد") == "قبل \ufffd بعد"
    assert mended(ARABIC) is ARABIC


@given(st.text(st.characters(exclude_categories=[])))
def test_any_string_can_be_mended(text):
    whole = mended(text)
    assert len(whole) == len(text)
    whole.encode("utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_not(data):
    found = decoded(data)
    assert found is None or found[0].count("\0") <= 4


def test_random_bytes_are_not_an_article():
    assert decoded(b"\x00\x01" + os.urandom(4000)) is None
