"""Pieces come out of a blob one by one, and only whole ones."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.storage.codec import UnreadableError
from timeline_app.storage.pieces import bind, pack, unbind, unpack


@given(st.lists(st.text()))
def test_what_was_bound_comes_apart_as_it_was(texts):
    assert [unpack(piece) for piece in unbind(bind([pack(text) for text in texts]))] == texts


@given(st.lists(st.text(max_size=5), max_size=4), st.data())
def test_a_blob_of_which_one_bit_is_another_is_refused(texts, data):
    blob = bytearray(bind([pack(text) for text in texts]))
    place = data.draw(st.integers(0, len(blob) * 8 - 1))
    blob[place // 8] ^= 1 << place % 8
    with pytest.raises(UnreadableError):
        unbind(bytes(blob))


@pytest.mark.parametrize("cut", [0, 7, 8, 11, -1])
def test_a_blob_that_was_cut_off_is_refused(cut):
    with pytest.raises(UnreadableError):
        unbind(bind([pack("ا"), pack("ب")])[:cut])


def test_lengths_that_do_not_add_up_are_refused_although_the_check_is_right():
    body = bytes([200, 0, 0, 0, 1, 2, 3, 4])
    with pytest.raises(UnreadableError):
        unbind(zlib.crc32(body).to_bytes(4, "little") + body)


@pytest.mark.parametrize("piece", [b"", b"nothing", pack("نص")[:-3], zlib.compress(b"\xff\xff")])
def test_what_is_no_piece_is_refused(piece):
    with pytest.raises(UnreadableError):
        unpack(piece)


def test_a_piece_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr("timeline_app.storage.pieces._LARGEST_PIECE", 1000)
    assert len(unpack(pack("a" * 1000))) == 1000
    with pytest.raises(UnreadableError):
        unpack(pack("a" * 1001))
