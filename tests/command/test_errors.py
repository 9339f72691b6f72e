"""Whatever a user gets wrong: one line that names it, status 2, never a traceback. Through the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> tuple[int, str, str]:
    known = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "HOME": os.environ.get("HOME", "/tmp")}
    done = subprocess.run(
        [sys.executable, "-m", "timeline_app", *arguments], input=stdin, capture_output=True, env=known | environment, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def refused(*arguments: str, stdin: bytes = b"", **environment: str) -> str:
    status, out, err = run(*arguments, stdin=stdin, **environment)
    assert status == 2, err
    assert out == ""
    assert err.startswith("timeline-app: ")
    assert err.count("\n") == 1
    return err


@pytest.fixture(scope="module")
def bad(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 300)
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "good.txt").write_text("انعقد المجلس يوم 24 نونبر 2025 في الرباط.", "utf-8")
    return folder


@pytest.mark.parametrize("command", ["tag", "extract"])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "no such file"),
        ("empty.txt", "empty"),
        ("binary.txt", "not a text file"),
        ("huge.txt", "larger than 16 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(bad, command, name, reason):
    said = refused(command, str(bad / name))
    assert name in said
    assert reason in said


def test_a_folder_without_articles_is_named(bad):
    assert "photos" in refused("extract", str(bad / "photos"))


@pytest.mark.parametrize("command", ["tag", "extract"])
def test_a_bad_date_is_shown(bad, command):
    assert "2025-13-40" in refused(command, str(bad / "good.txt"), "--published", "2025-13-40")


def test_a_bad_line_is_named_by_its_number_after_the_good_ones():
    status, out, err = run("tag", "--jsonl", stdin=b'{"id": "1", "text": "2025"}\nnonsense\n{"id": "3", "text": "x"}\n')
    assert status == 2
    assert out.count("\n") == 1
    assert err == "timeline-app: -: line 2 is not JSON\n"


def test_a_bad_date_in_a_line_is_named_by_its_number():
    said = refused("tag", "--jsonl", stdin=b'{"id": "1", "text": "x", "published": "soon"}\n')
    assert "line 1" in said
    assert "soon" in said


def test_a_manifest_names_the_missing_file(bad):
    assert "none.txt" in refused("extract", "--manifest", "-", stdin=b'{"path": "none.txt", "published": null}\n')
    assert "nowhere.jsonl" in refused("extract", "--manifest", str(bad / "nowhere.jsonl"))


@pytest.mark.parametrize(
    "arguments", [["extract"], ["extract", "--format", "xml", "x"], ["tag", "--nonsense"], ["export", "x"], ["--nonsense"]]
)
def test_wrong_options_are_told_in_one_line(arguments):
    refused(*arguments)


def test_another_format_is_refused_before_any_work(bad):
    said = refused("export", str(bad / "good.txt"), "--to", str(bad / "out.docm"))
    assert "out.docm" in said
    assert "csv" in said


def test_a_place_that_cannot_be_written_is_told(bad):
    assert "none" in refused("export", str(bad / "good.txt"), "--to", str(bad / "none" / "out.csv"))


def test_a_file_that_is_no_dossier_is_told(bad):
    (bad / "bad.timeline").write_bytes(b"nothing")
    assert "bad.timeline" in refused("export", str(bad / "bad.timeline"), "--to", str(bad / "out.csv"))
    assert "gone.timeline" in refused("export", str(bad / "gone.timeline"), "--to", str(bad / "out.csv"))


def test_no_display_is_told_with_what_to_do_instead():
    assert "timeline-app extract" in refused()


def test_a_dead_display_is_told_before_qt_ends_the_program():
    assert "display" in refused(DISPLAY=":4711")
    assert "display" in refused("--probe-display", DISPLAY=":4711")
    assert "display" in refused("--probe-display", DISPLAY="nonsense")


def test_a_misspelt_command_is_a_missing_file():
    assert "extrat" in refused("extrat", "seeds", DISPLAY=":4711")


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--size", "wide"], "wide"),
        (["--view", "yesterday"], "yesterday"),
        (["--to", "/nowhere/w.png"], "/nowhere/w.png"),
        (["--select", "no such event"], "no such event"),
    ],
)
def test_a_picture_that_cannot_be_drawn_says_why(bad, options, named):
    assert named in refused("screenshot", str(bad / "good.txt"), "--to", str(bad / "w.png"), *options)
    assert not (bad / "w.png").exists()


def test_errors_are_arabic_where_the_terminal_is(bad):
    assert "فارغ" in refused("tag", str(bad / "empty.txt"), LANG="ar_MA.UTF-8")


def test_errors_can_be_written_in_any_locale(bad):
    refused("tag", str(bad / "ملف.txt"), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")


def test_a_full_disk_behind_the_output_is_told(bad):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "timeline_app", "extract", str(bad / "good.txt")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_reader_who_leaves_is_no_error(bad):
    script = f'"{sys.executable}" -m timeline_app extract "{bad / "good.txt"}" | true'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
