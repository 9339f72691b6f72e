"""The file keeps what it is given, says what is wrong in words one can act upon, and harms nothing."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import pytest

from tests.dossier.builder import ARTICLES, AT, analysis, article
from timeline_app.model import decision as d
from timeline_app.model.decision import Decision, EventRef
from timeline_app.model.problem import Problem
from timeline_app.storage import connection, schema
from timeline_app.storage.dossier_file import Contents, DossierFile, create
from timeline_app.storage.payload import analysis_payload
from timeline_app.storage.salvage import salvage


def renamed(number: int, title: str = "عنوان") -> Decision:
    return Decision(f"d{number}", AT, d.Rename(EventRef("e1"), f"{title} {number}"))


@pytest.fixture
def path(tmp_path):
    here = tmp_path / "one.timeline"
    create(here, Contents(ARTICLES, (renamed(1),), {"key": analysis()}, {"theme": "dark"}))
    return here


def code_of(work) -> str:
    with pytest.raises(Problem) as caught:
        work()
    return caught.value.step.code


def outcome_of(work) -> str:
    try:
        work()
    except Problem as problem:
        return problem.step.code
    return "done"


def contents_of(path) -> Contents:
    file = DossierFile(path, write=False)
    found = file.read()
    file.close()
    return found


def test_what_is_created_is_read_again(path):
    assert contents_of(path) == Contents(ARTICLES, (renamed(1),), {"key": analysis()}, {"theme": "dark"})


def test_what_is_added_is_there_when_the_file_is_opened_again(path):
    more = article("مقال آخر")
    file = DossierFile(path)
    file.append(renamed(2))
    file.add_articles([more, ARTICLES[0]])
    file.keep_setting("theme", "light")
    file.close()
    found = contents_of(path)
    assert found.log == (renamed(1), renamed(2))
    assert found.articles == (*ARTICLES, more)
    assert found.settings == {"theme": "light"}


@pytest.mark.parametrize("text", ["\u0000 صفر", "سطر\r\nآخر\u2028", "\ufeff علامة", "🕌 رمز", ""])
def test_an_article_is_kept_letter_by_letter(tmp_path, text):
    source = article(text, "غريب 'اسم\".txt")
    create(tmp_path / "a.timeline", Contents((source,)))
    assert contents_of(tmp_path / "a.timeline").articles == (source,)


def test_half_a_surrogate_pair_in_a_title_comes_back(path):
    file = DossierFile(path)
    file.append(renamed(2, "نصف \ud83d"))
    file.close()
    assert contents_of(path).log[-1] == renamed(2, "نصف \ud83d")


def test_a_copy_made_by_hand_of_the_open_file_is_whole(path, tmp_path):
    file = DossierFile(path)
    for number in range(2, 12):
        file.append(renamed(number))
    shutil.copyfile(path, tmp_path / "copy.timeline")
    file.close()
    assert len(contents_of(tmp_path / "copy.timeline").log) == 11


def test_decisions_cannot_be_altered_or_taken_out_of_the_file(path):
    other = sqlite3.connect(path)
    for statement in ("DELETE FROM decision", "UPDATE decision SET at = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            other.execute(statement)
    other.close()


def test_a_file_open_in_another_window_says_so_and_can_still_be_read(path):
    file = DossierFile(path)
    assert code_of(lambda: DossierFile(path)) == "dossier-locked"
    assert contents_of(path).log == (renamed(1),)
    file.append(renamed(2))
    file.close()
    DossierFile(path).close()


def test_only_the_latest_analyses_are_kept(path):
    file = DossierFile(path)
    for number in range(6):
        file.keep_analysis(f"key{number}", analysis_payload(analysis()))
    file.close()
    other = sqlite3.connect(path)
    assert [key for (key,) in other.execute("SELECT key FROM analysis ORDER BY rowid")] == ["key3", "key4", "key5"]
    other.close()


def test_a_missing_file_a_folder_and_a_stranger_are_told_apart(tmp_path):
    stranger = tmp_path / "notes.timeline"
    stranger.write_text("ملاحظات")
    other = sqlite3.connect(tmp_path / "other.timeline")
    other.execute("CREATE TABLE t (x)")
    other.close()
    (tmp_path / "empty.timeline").touch()
    assert code_of(lambda: DossierFile(tmp_path / "none.timeline")) == "file-missing"
    assert code_of(lambda: DossierFile(tmp_path)) == "not-a-dossier"
    for name in ("notes", "other", "empty"):
        assert code_of(lambda name=name: DossierFile(tmp_path / f"{name}.timeline")) == "not-a-dossier"
    assert stranger.read_text() == "ملاحظات"


def test_a_file_of_a_newer_program_is_left_alone(path):
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {schema.FORMAT + 1}")
    other.close()
    before = path.read_bytes()
    assert code_of(lambda: DossierFile(path)) == "dossier-newer"
    assert path.read_bytes() == before


def test_a_full_disk_refuses_the_decision_and_keeps_the_rest(path):
    file = DossierFile(path)
    pages = file._connection.execute("PRAGMA page_count").fetchone()[0]
    file._connection.execute(f"PRAGMA max_page_count = {pages}")
    codes = []
    for number in range(2, 40):
        codes.append(outcome_of(lambda number=number: file.append(renamed(number, "عنوان طويل " * 50))))
    file.close()
    assert set(codes) == {"done", "disk-full"}
    assert len(contents_of(path).log) == 1 + codes.count("done")


def test_a_limit_of_the_system_on_the_file_refuses_the_decision_and_keeps_the_rest(path):
    script = Path(__file__).with_name("limited.py")
    limit = path.stat().st_size + 8192
    done = subprocess.run([sys.executable, script, path, str(limit)], capture_output=True, text=True, check=True)
    code, added = done.stdout.split()
    assert code in {"disk-full", "disk-failed"}
    assert len(contents_of(path).log) == 1 + int(added)
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != limit


def in_another_process_as_nobody(work) -> int:
    """The exit status of ``work`` done in a child that may not write where it does not own; 0 when it went well."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of threads; the child uses none
        child = os.fork()
    if not child:
        status = 1
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def barred(path):
    """A dossier in a folder where nobody may write, reachable for every user (a test's own folder is not)."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        here = Path(shutil.copy(path, folder))
        here.chmod(0o444)
        Path(folder).chmod(0o555)
        yield here
        Path(folder).chmod(0o755)


def test_a_folder_that_cannot_be_written_opens_for_reading(barred):
    def reads_and_is_refused():
        file = DossierFile(barred)
        assert not file.writable
        assert file.read().log == (renamed(1),)
        assert code_of(lambda: file.append(renamed(2))) == "read-only"
        assert code_of(lambda: create(barred.with_name("two.timeline"))) == "read-only"

    before = barred.read_bytes()
    assert in_another_process_as_nobody(reads_and_is_refused) == 0
    assert barred.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert code_of(lambda: create(tmp_path / "none" / "a.timeline")) == "folder-missing"


def test_a_creation_that_fails_leaves_the_old_file_and_no_litter(path, monkeypatch):
    before = path.read_bytes()

    def failing(*_):
        raise Problem("disk-full", path="x")

    monkeypatch.setattr("timeline_app.storage.dossier_file._fill", failing)
    assert code_of(lambda: create(path, Contents())) == "disk-full"
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER stranger AFTER INSERT ON decision BEGIN DELETE FROM article; END",
        "CREATE VIEW setting_view AS SELECT * FROM setting",
        "CREATE VIRTUAL TABLE stranger USING fts5(x)",
        "DROP TRIGGER decision_stays",
        "ALTER TABLE decision ADD COLUMN more TEXT",
    ],
)
def test_a_file_with_a_strangers_schema_is_not_written_to(path, statement):
    other = sqlite3.connect(path)
    other.execute(statement)
    other.commit()
    other.close()
    before = path.read_bytes()
    assert code_of(lambda: DossierFile(path)) == "dossier-damaged"
    assert path.read_bytes() == before
    found = salvage(path)
    assert (found.articles, found.log) == (ARTICLES, (renamed(1),))


def test_no_statement_reaches_for_another_file(path, tmp_path):
    opened = connection.connect(path, write=True)
    with pytest.raises(sqlite3.Error, match="attached"):
        opened.execute("ATTACH ? AS other", (str(tmp_path / "stolen.db"),))
    opened.close()
    assert not (tmp_path / "stolen.db").exists()


def damaged(path, *, at: int, length: int = 64) -> bytes:
    data = bytearray(path.read_bytes())
    data[at : at + length] = b"\xff" * len(data[at : at + length])
    path.write_bytes(data)
    return bytes(data)


def test_a_single_letter_changed_on_the_disk_is_noticed(path):
    data = path.read_bytes()
    place = data.index("عنوان 1".encode())
    path.write_bytes(data[:place] + "غ".encode() + data[place + 2 :])
    file = DossierFile(path)
    assert code_of(file.read) == "dossier-damaged"
    file.close()
    assert salvage(path).articles == ARTICLES


def test_what_can_be_read_of_a_torn_file_is_read_and_the_original_is_untouched(path):
    file = DossierFile(path)
    for number in range(2, 400):
        file.append(renamed(number))
    file.close()
    page = 4096
    torn = damaged(path, at=(path.stat().st_size // page // 2) * page, length=page)
    assert code_of(lambda: contents_of(path)) == "dossier-damaged"
    found = salvage(path)
    assert path.read_bytes() == torn
    assert found.articles == ARTICLES
    assert 200 < len(found.log) < 399
    assert set(found.log) <= {renamed(number) for number in range(1, 400)}


def test_a_file_cut_off_in_the_middle_gives_what_was_before(path):
    file = DossierFile(path)
    for number in range(2, 400):
        file.append(renamed(number))
    file.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    assert code_of(lambda: contents_of(path)) == "dossier-damaged"
    assert salvage(path).articles == ARTICLES


@pytest.mark.parametrize("at", range(100, 4000, 300))
def test_damage_anywhere_in_the_first_page_never_ends_in_a_crash(path, at):
    damaged(path, at=at)
    assert outcome_of(lambda: contents_of(path)) in {"done", "dossier-damaged"}
    assert set(salvage(path).articles) <= set(ARTICLES)


def test_an_analysis_that_cannot_be_read_is_simply_missing(path):
    other = sqlite3.connect(path)
    other.execute("UPDATE analysis SET payload = x'00'")
    other.commit()
    other.close()
    found = contents_of(path)
    assert (found.analyses, found.articles) == ({}, ARTICLES)


def left_by_a_dead_program(path, tmp_path):
    """A copy of the dossier as a program leaves it that dies in the middle of writing: the file and its journal."""
    file = DossierFile(path)
    file._connection.execute("PRAGMA cache_size = 1")
    file._connection.execute("BEGIN IMMEDIATE")
    for number in range(2, 300):
        file._connection.execute(schema.ADD_DECISION, (f"d{number}", AT, None, None, "x" * 2000, 0))
    dead = tmp_path / "dead.timeline"
    shutil.copyfile(f"{path}-journal", f"{dead}-journal")
    shutil.copyfile(path, dead)
    file._connection.execute("ROLLBACK")
    file.close()
    return dead


def test_a_journal_left_by_a_dead_program_is_played_back(path, tmp_path):
    dead = left_by_a_dead_program(path, tmp_path)
    assert dead.stat().st_size > path.stat().st_size
    again = DossierFile(dead)
    assert again.read().log == (renamed(1),)
    again.close()


def test_a_journal_left_in_a_folder_that_may_only_be_read_is_played_back_in_a_copy(path, tmp_path):
    dead = left_by_a_dead_program(path, tmp_path)
    before = dead.read_bytes(), Path(f"{dead}-journal").read_bytes()
    assert contents_of(dead).log == (renamed(1),)
    assert (dead.read_bytes(), Path(f"{dead}-journal").read_bytes()) == before


def test_the_signal_of_a_too_large_file_is_not_deadly():
    assert signal.getsignal(signal.SIGXFSZ) == signal.SIG_IGN
