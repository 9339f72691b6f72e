"""Files and folders: what is read, in which order, and why something is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.importing import file
from timeline_app.importing.file import articles_in, content_of
from timeline_app.model.problem import Problem


def problem_of(path: Path) -> tuple[str, dict]:
    with pytest.raises(Problem) as caught:
        content_of(path, "shown")
    return caught.value.step.code, dict(caught.value.step.arguments)


def test_a_missing_file_is_named(tmp_path):
    assert problem_of(tmp_path / "none.txt") == ("file-missing", {"path": "shown"})


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert problem_of(path)[0] == "file-empty"


@pytest.mark.parametrize(("content", "code"), [(b"%PDF-1.7\nabc", "file-pdf"), (b"{\\rtf1 abc}", "file-old-word")])
def test_formats_that_are_not_read_say_what_to_do(tmp_path, content, code):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert problem_of(path)[0] == code


@pytest.mark.parametrize("content", [b"PK\x03\x04abc", b"\x00\x01\x02\x03"])
def test_a_binary_file_is_told(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert problem_of(path)[0] == "file-binary"


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as out:
        out.truncate(10**10)
    code, arguments = problem_of(path)
    assert code == "file-too-large"
    assert arguments["limit"] == file.LIMIT // 1_000_000


def test_a_folder_that_cannot_be_opened_as_a_file_says_so(tmp_path):
    assert problem_of(tmp_path)[0] == "file-unreadable"


def test_a_name_with_a_null_is_a_users_error():
    assert problem_of(Path("a\0b"))[0] == "file-unreadable"


def test_a_folder_is_read_in_natural_order_without_hidden_or_other_files(tmp_path):
    for name in ["10.txt", "2.txt", "b.md", ".hidden.txt", "c.jpg", "sub/1.TXT", ".git/x.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("نص")
    assert [str(p.relative_to(tmp_path)) for p in articles_in(tmp_path, "")] == ["2.txt", "10.txt", "b.md", "sub/1.TXT"]


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    outside = tmp_path / "secret.txt"
    outside.write_text("نص")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("نص")
    (folder / "link.txt").symlink_to(outside)
    (folder / "self").symlink_to(folder)
    (folder / "up").symlink_to(tmp_path)
    assert [p.name for p in articles_in(folder, "")] == ["a.txt"]


def test_a_folder_without_articles_is_told(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(Problem) as caught:
        articles_in(tmp_path, "shown")
    assert caught.value.step.code == "no-articles"
