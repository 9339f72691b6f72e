"""Do the reader's keys and the window's keep out of each other's way?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_in_the_reader_find_means_this_article(window):
    window.reader.setFocus()
    QTest.keyClick(window.reader.view, Qt.Key.Key_F, CONTROL)
    assert window.reader.findbar.isVisible()
    assert window.reader.findbar.field.hasFocus()


def test_elsewhere_find_means_the_whole_dossier(window):
    window.timeline.view.setFocus()
    QTest.keyClick(window.timeline.view, Qt.Key.Key_F, CONTROL)
    assert window.search.hasFocus()
    assert not window.reader.findbar.isVisible()


def test_the_key_for_a_new_event_makes_one_event(window, desk, sample):
    window.reader.setFocus()
    window.reader.view.select_words(sample.span_in(sample.a, "فقرة طويلة"))
    QTest.keyClick(window.reader.view, Qt.Key.Key_E, CONTROL)
    assert len(desk.acts) == 1


def test_the_window_s_keys_for_sources_and_passages_reach_the_reader(window, session, sample):
    window.session.select(["opening"])
    window.reader.setFocus()
    QTest.keyClick(window.reader.view, Qt.Key.Key_BracketRight, CONTROL)
    assert window.reader.view.page.article == sample.b
    QTest.keyClick(window.reader.view, Qt.Key.Key_F4)
    QApplication.processEvents()
    assert window.session.current == "founding"


def test_a_word_found_by_keyboard_is_read_highlighted(window, sample):
    window.search.open_box()
    window.search.results.finish_indexing()
    window.search.setText("طويله")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert [span.of(sample.a.text) for span in window.reader.view.found] == ["طويلة"]
