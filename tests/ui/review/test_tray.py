"""The tray of undated passages, over a real workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from tests.ui import sample
from timeline_app.model.daterange import DateRange
from timeline_app.services.workspace import Workspace
from timeline_app.storage.dossier_file import Contents
from timeline_app.ui.review.tray import UndatedTray
from timeline_app.ui.session import Session

DAY = (DateRange(739_000, 739_000),)


@pytest.fixture
def session():
    found = Session()
    found.show_work(Workspace(Contents(sample.ARTICLES, (), {"key": sample.state().analysis})))
    return found


@pytest.fixture
def tray(session, qtbot):
    made = UndatedTray(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_dated_is_selected_and_the_next_one_is_read(session, tray):
    dated, following = session.state.undated
    tray.view.setCurrentIndex(tray.model.index(0))
    tray.date.committed.emit(DAY, "26 نونبر 2025")
    assert [mention.passage for mention in session.current_event.mentions] == [dated.passage]
    assert session.passage == following.passage
    tray.date.committed.emit(DAY, "26 نونبر 2025")
    assert following.passage in [mention.passage for mention in session.current_event.mentions]
    assert session.passage == following.passage


def test_the_passage_that_the_keyboard_comes_to_is_chosen(tray):
    selection = tray.view.selectionModel()
    selection.setCurrentIndex(tray.model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)  # as Tab does
    assert [index.row() for index in selection.selectedRows()] == [0]


def test_escape_leaves_the_field_and_goes_back_to_the_passages(tray, qtbot):
    tray.view.setCurrentIndex(tray.model.index(1))
    tray.date.line.setText("26 نونبر")
    qtbot.keyClick(tray.date.line, Qt.Key.Key_Escape)
    assert tray.date.line.text() == ""
    assert tray.window().focusWidget() is tray.view
