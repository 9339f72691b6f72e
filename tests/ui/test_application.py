import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from timeline_app.ui import crash
from timeline_app.ui.application import open_window, translate_qt
from timeline_app.ui.session import Session
from timeline_app.ui.settings import FileStore, MemoryStore
from timeline_app.wording import Wording


@pytest.fixture
def start(qapp, qtbot):
    windows = []

    def start():
        window = open_window(FileStore(), ())
        window.show()
        qtbot.waitUntil(lambda: window.furnished, timeout=15000)
        QApplication.processEvents()
        windows.append(window)
        return window

    yield start
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture(autouse=True)
def own_hook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def test_the_program_opens_on_the_sample(start):
    window = start()
    assert len(window.session.index) >= 6
    assert window.windowTitle().startswith("ملف المثال")
    assert window.timeline.view.hasFocus()


def test_the_next_start_looks_at_what_the_last_one_did(start):
    window = start()
    event = window.session.index.at(3)
    window.session.select([event])
    view = window.timeline.view
    view.show_scale(view.stage.view().fitted(738000.0, 739000.0))
    window.close()
    again = start()
    assert again.session.current == event
    scale = again.timeline.view.scene().scale
    assert (round(scale.first), round(scale.last)) == (738000, 739000)


def test_a_dossier_opened_again_in_the_same_window_looks_as_it_was_left(start):
    window = start()
    event = window.session.index.at(3)
    window.session.select([event])
    window.timeline.view.show_scale(window.timeline.view.stage.view().fitted(738000.0, 739000.0))
    window.session.opening.new()
    assert window.session.current is None
    window.session.opening.open_sample()
    assert window.session.current == event
    scale = window.timeline.view.scene().scale
    assert (round(scale.first), round(scale.last)) == (738000, 739000)


def test_the_recent_dossiers_stand_in_the_menu_and_open_from_it(start, tmp_path):
    window = start()
    window.session.workspace.save_as(tmp_path / "قمة.timeline")
    window.session.opening.new()
    window.menus.recent.aboutToShow.emit()
    action = next(one for one in window.menus.recent.actions() if one.text() == "قمة.timeline")
    assert action.toolTip() == str(tmp_path / "قمة.timeline")
    action.trigger()
    assert window.session.workspace.path == tmp_path / "قمة.timeline"
    assert len(window.session.index) >= 6


def test_a_fault_of_the_program_is_written_down_and_told(qapp, qtbot, capsys):
    session = Session(MemoryStore())
    crash.watch(session)
    with qtbot.waitSignal(session.problem_raised) as told:
        fault = RuntimeError("a bug")
        sys.excepthook(RuntimeError, fault, None)
    arguments = dict(told.args[0].step.arguments)
    assert "a bug" in Path(arguments["path"]).read_text("utf-8")
    assert "a bug" in capsys.readouterr().err


def test_what_our_words_do_not_say_is_left_to_qt(qapp):
    from PySide6.QtGui import QKeySequence

    translate_qt(Wording("ar"))
    try:
        assert QKeySequence("Ctrl+E").toString(QKeySequence.SequenceFormat.NativeText).endswith("Ctrl+E")
    finally:
        translate_qt(Wording("en"))
