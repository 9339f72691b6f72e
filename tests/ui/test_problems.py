"""What goes wrong with a dossier's file is said in Arabic above the timeline, with what to do next; the file is never harmed."""

import os
import sqlite3

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.dossier.builder import ARTICLES, analysis
from timeline_app.model import decision as d
from timeline_app.model.problem import Problem
from timeline_app.services.workspace import Workspace
from timeline_app.storage.dossier_file import Contents, create
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.session import Session
from timeline_app.ui.settings import MemoryStore, Settings


@pytest.fixture
def window(qapp, qtbot):
    made = MainWindow(Session(MemoryStore(Settings(motion=False))))
    made.session.setParent(made)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "أحداث.timeline"
    create(made, Contents(ARTICLES, (), {"key": analysis()}))
    return made


def said(window):
    assert not window.banner.isHidden()
    return window.banner.message.text()


def test_a_dossier_open_in_another_window(window, path):
    other = Workspace.open(path)
    window.session.open_paths([path])
    assert "مفتوح في نافذة أخرى" in said(window)
    assert "أغلقه هناك ثم أعد المحاولة" in said(window)
    other.close()
    window.session.open_paths([path])
    assert window.banner.isHidden()
    assert window.session.workspace.path == path


def test_a_dossier_of_a_newer_program(window, path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    window.session.open_paths([path])
    assert "حدّث البرنامج ثم افتحه" in said(window)
    assert path.read_bytes() == before


def test_a_damaged_dossier_is_read_as_far_as_it_can_be(window, path):
    letter, other = "ن".encode(), "ت".encode()
    words = ARTICLES[1].text[-40:].encode()
    torn = path.read_bytes().replace(words, words.replace(letter, other))
    path.write_bytes(torn)
    window.session.open_paths([path])
    assert "الملف تالف" in said(window)
    assert "احفظه باسم آخر" in said(window)
    assert window.session.state.articles
    assert path.read_bytes() == torn


def test_a_dossier_in_a_folder_that_may_only_be_read(window, path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    window.session.open_paths([path])
    assert "لا يمكن الكتابة هنا" in said(window)
    window.session.decide(d.AcceptEvent(window.session.ref(window.session.index.at(0))))
    assert "احفظ الملف في مجلد آخر" in said(window)
    assert window.session.undo_name is None


def test_a_full_disk_refuses_the_decision_and_shows_nothing_of_it(window, path):
    window.session.open_paths([path])
    connection = window.session.workspace._file._connection
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
    event = window.session.index.at(0)
    before = window.session.state.events[event]
    for _ in range(40):
        window.session.decide(d.SetNote(window.session.ref(event), "ملاحظة طويلة " * 500))
        if not window.banner.isHidden():
            break
        before = window.session.state.events[event]
    assert "القرص ممتلئ" in said(window)
    assert "أعد المحاولة" in said(window)
    assert window.session.state.events[event] == before
    connection.execute("PRAGMA max_page_count = 1000000")
    window.session.decide(d.SetNote(window.session.ref(event), "ملاحظة"))
    assert window.banner.isHidden()


def test_what_is_said_of_another_file_stays_after_a_decision(window, path, tmp_path):
    window.session.open_paths([path])
    window.session.problem_raised.emit(Problem("disk-full", path=str(tmp_path / "out.csv")))
    window.session.decide(d.RejectEvent(window.session.ref(window.session.index.at(0))))
    assert not window.banner.isHidden()


def test_a_file_that_cannot_be_written_offers_to_be_saved_elsewhere(window, path, monkeypatch, qtbot):
    monkeypatch.setattr(os, "access", lambda *_: False)
    window.session.open_paths([path])
    window.banner.save_requested.disconnect()
    with qtbot.waitSignal(window.banner.save_requested):
        window.banner.save.click()


def test_a_problem_of_another_file_offers_no_saving(window, path, tmp_path):
    window.session.open_paths([path])
    window.session.problem_raised.emit(Problem("disk-full", path=str(tmp_path / "out.csv")))
    assert window.banner.save.isHidden()
    window.session.problem_raised.emit(Problem("disk-full", path=str(path)))
    assert not window.banner.save.isHidden()


def test_what_was_typed_stays_in_its_field_while_it_cannot_be_kept(window, path):
    window.session.open_paths([path])
    window.session.select([window.session.index.at(0)])
    window.actions_of["rename"].trigger()
    QApplication.processEvents()
    field = next(one for one in window.inspector.findChildren(QLineEdit, "fieldTitle") if one.isVisible())
    window.session.workspace.problem = Problem("read-only", path=str(path))
    field.setText("عنوان جديد")
    field.returnPressed.emit()
    QApplication.processEvents()
    assert field.isVisible()
    assert field.text() == "عنوان جديد"
    window.session.workspace.problem = None
    field.returnPressed.emit()
    assert window.session.current_event.title == "عنوان جديد"
