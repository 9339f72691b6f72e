"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from timeline_app.model.problem import Problem
from timeline_app.services.publishing import write_whole


def test_a_new_file_is_written_and_an_old_one_replaced(tmp_path):
    path = tmp_path / "خط.csv"
    write_whole(path, b"one")
    path.chmod(0o640)
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["خط.csv"]


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "a.csv", tmp_path / "b.csv"
    target.write_bytes(b"one")
    link.symlink_to(target)
    write_whole(link, b"two")
    assert link.is_symlink()
    assert target.read_bytes() == b"two"


@pytest.mark.parametrize("place", ["none/a.csv", "."])
def test_where_nothing_can_be_written_a_problem_says_so(tmp_path, place):
    with pytest.raises(Problem) as caught:
        write_whole(tmp_path / place, b"x")
    assert caught.value.step.code == "write-failed"
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem) as caught:
        write_whole(path, b"new")
    assert caught.value.step.code == "disk-full"
    assert path.read_bytes() == b"old"
    assert [p.name for p in Path(tmp_path).iterdir()] == ["a.csv"]


def test_a_pipe_is_written_to_and_never_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"content")
        assert os.read(reader, 99) == b"content"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_full_device_is_a_full_disk():
    with pytest.raises(Problem) as caught:
        write_whole(Path("/dev/full"), b"x")
    assert caught.value.step.code == "disk-full"
    assert Path("/dev/full").is_char_device()
