"""What does the search box find, and where does it lead?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.sample import ARTICLES, Desk
from timeline_app.model.decision import Rename
from timeline_app.services.event_search import EventHit
from timeline_app.services.searching import Hit
from timeline_app.ui.search.results import SearchResults
from timeline_app.ui.search.rows import FOUND, ROW


@pytest.fixture
def frame(qtbot):
    made = QWidget()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def box(frame):
    made = QLineEdit(frame)
    made.setGeometry(420, 10, 440, 30)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def results(frame, box, session):
    made = SearchResults(session, box, frame)
    made.finish_indexing()
    return made


def look_for(results, box, words):
    box.setText(words)
    results.search()
    return results.results


def rows(results):
    model = results.rows
    return [model.index(number).data(ROW) for number in range(model.rowCount())]


def test_events_stand_before_passages_each_under_its_name(results, box):
    look_for(results, box, "الدورة الـ93")
    kinds = [type(row.found) for row in rows(results)]
    assert kinds[0] is type(None)
    assert kinds[1] is EventHit
    assert rows(results)[0].words == "الأحداث"
    assert "في المقالات" in [row.words for row in rows(results)]
    assert kinds[-1] is Hit


def test_typing_shows_results_after_a_moment(qtbot, results, box, write):
    write(box, "غلاسكو")
    qtbot.waitUntil(results.isVisible)
    assert results.results.query == "غلاسكو"


def test_words_are_found_without_their_tashkeel_and_hamza(results, box):
    assert look_for(results, box, "الانتربول").hits
    assert [h.place.of(ARTICLES[0].text) for h in look_for(results, box, "يعقد هذا").hits[:1]] == ["يُعقد"]


def test_every_highlight_covers_what_was_sought(results, box):
    for row in rows_of_hits(results, box, "مراكش"):
        assert row.highlights
        assert {span.of(row.words) for span in row.highlights} == {"مراكش"}


def rows_of_hits(results, box, words):
    look_for(results, box, words)
    found = [row for row in rows(results) if isinstance(row.found, Hit)]
    assert found
    return found


def test_enter_opens_the_first_event(results, box, session, press):
    look_for(results, box, "غلاسكو")
    press(box, Qt.Key.Key_Return)
    assert session.current == "session-92"
    assert not results.isVisible()


def test_the_arrows_go_to_a_passage_and_enter_reads_it(qtbot, results, box, session, press):
    look_for(results, box, "الاحتيال")
    hits = [row.found for row in rows(results) if isinstance(row.found, Hit)]
    press(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.passage_requested) as asked:
        press(box, Qt.Key.Key_Return)
    assert (asked.args[0].article, asked.args[0].span) == (hits[1].article, hits[1].place)
    assert box.hasFocus()


def test_words_in_a_reported_passage_select_its_event(results, box, session, press):
    look_for(results, box, "«يُعقد هذا الحدث»")
    press(box, Qt.Key.Key_Return)
    assert session.current == "session-93"
    assert session.passage.quote == "يُعقد هذا الحدث"


def test_the_arrows_stop_at_the_ends_and_skip_the_names(results, box, press):
    look_for(results, box, "غلاسكو")
    for _ in range(30):
        press(box, Qt.Key.Key_Down)
    assert results.list.currentIndex().row() == results.rows.rowCount() - 1
    for _ in range(30):
        press(box, Qt.Key.Key_Up)
    assert results.list.currentIndex().row() == 1


def test_a_click_opens_too(qtbot, results, box, session):
    look_for(results, box, "غلاسكو")
    place = results.list.visualRect(results.rows.index(1)).center()
    qtbot.mouseClick(results.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.current == "session-92"


def test_escape_closes_the_list_and_down_opens_it_again(results, box, press):
    look_for(results, box, "غلاسكو")
    press(box, Qt.Key.Key_Escape)
    assert not results.isVisible()
    press(box, Qt.Key.Key_Down)
    assert results.isVisible()


def test_an_empty_box_shows_nothing(results, box):
    look_for(results, box, "غلاسكو")
    look_for(results, box, "  ")
    assert not results.isVisible()


def test_what_is_nowhere_is_said(results, box):
    look_for(results, box, "طوكيو")
    assert results.isVisible()
    assert "طوكيو" in results.note.text()
    assert results.list.isHidden()


def test_without_the_focus_the_list_goes(results, box, frame):
    look_for(results, box, "غلاسكو")
    other = QLineEdit(frame)
    other.show()
    other.setFocus()
    assert not results.isVisible()


def test_enter_before_the_pause_is_over_searches_first(results, box, session, press):
    box.setText("غلاسكو")
    press(box, Qt.Key.Key_Return)
    assert session.current == "session-92"


def test_another_dossier_is_searched_after_it_is_opened(results, box, session):
    session.show_work(Desk())
    results.finish_indexing()
    assert look_for(results, box, "مراكش").hits


def test_a_new_title_is_found(results, box, session):
    session.decide(Rename(session.ref("session-92"), "اجتماع اسكتلندا"))
    assert [hit.event for hit in look_for(results, box, "اجتماع").events] == ["session-92"]


def test_the_list_stays_within_the_window_at_any_size(results, box, session, frame):
    for scale in (100, 200):
        session.change_settings(scale=scale)
        look_for(results, box, "المغرب")
        assert frame.rect().contains(results.geometry())
        assert results.geometry().top() >= box.geometry().bottom()


def test_the_list_tells_a_screen_reader_both_lines(results, box):
    look_for(results, box, "غلاسكو")
    said = results.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "غلاسكو" in said
    assert "2024" in said
    assert results.list.accessibleName() == "نتائج البحث"


def test_rows_are_painted_with_their_highlights(results, box, session):
    look_for(results, box, "غلاسكو")
    image = results.list.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    find = session.theme.find.lower()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert find in colours


def test_the_index_leads_only_to_results(results, box):
    look_for(results, box, "غلاسكو")
    assert results.rows.index(0).data(FOUND) is None
    assert not results.rows.flags(results.rows.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_while_articles_are_still_indexed_the_list_says_so_and_completes_itself(qtbot, frame, box, session):
    results = SearchResults(session, box, frame)
    look_for(results, box, "مراكش")
    assert results.note.text() == "قراءة المقالات ما زالت جارية…"
    before = len(results.results.hits)
    results.finish_indexing()
    assert len(results.results.hits) > before
    assert results.note.text() != "قراءة المقالات ما زالت جارية…" or results.note.isHidden()


def test_the_caret_in_the_box_readies_the_search_before_the_first_letter(qtbot, monkeypatch, frame, box, session):
    results = SearchResults(session, box, frame)
    readied = []
    monkeypatch.setattr(results._searcher, "ready", lambda: readied.append(box.text()))
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusIn))
    qtbot.waitUntil(lambda: readied == [""])


def test_a_choice_stays_when_indexing_brings_nothing_new(frame, box, session, press):
    results = SearchResults(session, box, frame)
    look_for(results, box, "تأسيس")
    press(box, Qt.Key.Key_Down)
    chosen = results.list.currentIndex().row()
    results.results = results._searcher.find("تأسيس")
    while results._searcher.feed(500):
        pass
    results.results = results._searcher.find("تأسيس")
    results.finish_indexing()
    assert results.list.currentIndex().row() == chosen
