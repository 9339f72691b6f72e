"""What happens in the reader when an editor looks, clicks, types and decides?"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from timeline_app.model.article import passage_of
from timeline_app.model.decision import Attach, CreateEvent, DismissPassage
from timeline_app.model.span import Span
from timeline_app.ui.reader import pane as module
from timeline_app.ui.reader.keys import keys, labelled_keys
from timeline_app.ui.reader.marks import Rank
from timeline_app.ui.session import Session


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifiers)


def type_words(field, words):
    """Arabic letters, which QTest cannot type."""
    for letter in words:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def middle_of(pane, span):
    return pane.view.rects_of(span)[0].center().toPoint()


def click(qtbot, pane, span):
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, span))


def select(pane, sample, words):
    span = sample.span_in(pane.view.page.article, words)
    pane.view.select_words(span)
    return span


# -- what is shown ----------------


def test_before_anything_is_chosen_the_first_article_is_read(pane, sample):
    assert pane.view.page.article == sample.a
    assert pane.view.objectName() == "reader"


def test_a_pane_without_a_dossier_is_empty_and_takes_no_harm(qtbot, session):
    pane = module.ReaderPane(session)
    qtbot.addWidget(pane)
    pane.show_find()
    pane.create_event()
    pane.dismiss()
    pane.explain()
    pane.step_mark(1)
    assert pane.view.page is None


def test_selecting_an_event_shows_its_passage_marked_as_current(pane, session, sample):
    session.select(["founding"])
    span = sample.founding.mentions[0].passage.span
    current = [mark.span for mark in pane.view.marks if mark.rank is Rank.CURRENT]
    assert current == [span]
    assert pane.view.caret() == span.start


def test_the_next_source_opens_the_other_article(pane, session, sample):
    session.select(["founding"])
    pane.header.next_source.click()
    assert pane.view.page.article == sample.b
    assert session.passage == sample.founding.mentions[1].passage
    pane.header.previous_source.click()
    assert pane.view.page.article == sample.a


def test_the_next_passage_selects_the_event_it_reports(pane, session):
    session.select(["opening"])
    pane.header.next_passage.click()
    assert session.current == "founding"
    pane.header.previous_passage.click()
    assert session.current == "opening"


def test_the_header_counts_passages_and_sources(pane, session):
    session.select(["opening"])
    assert pane.header.passage.text() == "المقطع 1 من 3"
    assert pane.header.source.text() == "المصدر 1 من 2 لهذا الحدث"
    session.turn_source(1)
    assert pane.header.source.text() == "المصدر 2 من 2 لهذا الحدث"


def test_before_a_passage_is_read_the_header_counts_them_and_leads_to_the_first(pane, session, sample):
    assert pane.header.passage.text() == "3 مقاطع"
    pane.header.next_passage.click()
    assert session.passage == sample.opening.mentions[0].passage
    assert pane.header.passage.text() == "المقطع 1 من 3"


def test_the_publication_date_shows_how_it_is_known(pane, session, sample):
    assert not pane.header.chip.isHidden()
    assert pane.header.chip.text().startswith("استُنتج")
    session.show_passage(sample.opening.mentions[1].passage)
    assert pane.header.chip.isHidden()
    assert pane.header.published.text() == "تاريخ النشر غير معروف"


def test_the_chip_explains_the_publication_date(pane):
    pane.header.chip.click()
    assert pane.card.isVisible()
    assert pane.card.pinned
    assert pane.card.explanation.reasons


def test_another_state_marks_the_page_anew(pane, session, desk, sample):
    session.decide(DismissPassage(sample.opening.mentions[0].passage))
    assert not any(mark.event == "opening" for mark in pane.view.marks)


def test_an_article_that_is_gone_gives_way_to_the_first_one(pane, session, sample):
    session.show_passage(sample.opening.mentions[1].passage)
    session.show_work(sample.Desk(replace(sample.state, articles={sample.a.id: sample.a})))
    assert pane.view.page.article == sample.a


def test_found_words_that_report_nothing_are_highlighted(pane, session, sample):
    span = sample.span_in(sample.a, "INTERPOL")
    session.show_passage(passage_of(sample.a, span))
    assert pane.view.found == (span,)
    session.select(["founding"])
    assert pane.view.found == ()


# -- marks ----------------


def test_a_click_on_a_passage_selects_its_event(qtbot, pane, session, sample):
    passage = sample.founding.mentions[0].passage
    click(qtbot, pane, Span(passage.span.start, passage.span.start + 5))
    assert session.current == "founding"
    assert session.passage == passage
    assert not pane.card.isVisible()


def test_a_click_on_words_of_time_pins_why(qtbot, pane, session, sample):
    click(qtbot, pane, sample.readings[0].span)
    assert session.current == "opening"
    assert pane.card.isVisible()
    assert pane.card.pinned
    assert "3 مارس 2020" in pane.card.explanation.quote


def test_words_of_time_outside_any_passage_explain_themselves_too(qtbot, pane, session, sample):
    click(qtbot, pane, sample.readings[1].span)
    assert session.current is None
    assert pane.card.pinned
    assert pane.card.explanation.badge


def test_hovering_shows_why_until_the_pointer_leaves(qtbot, pane, sample):
    qtbot.mouseMove(pane.view.viewport(), middle_of(pane, sample.readings[0].span))
    qtbot.waitUntil(pane.card.isVisible)
    assert not pane.card.pinned
    qtbot.mouseMove(pane.view.viewport(), QPoint(4, pane.view.viewport().height() - 4))
    qtbot.waitUntil(lambda: not pane.card.isVisible())


def test_a_doubtful_date_says_what_is_wrong_with_it(qtbot, pane, session, sample):
    session.show_passage(sample.opening.mentions[1].passage)
    click(qtbot, pane, sample.span_in(sample.b, "الثلاثاء"))
    assert pane.card.explanation.warnings


def test_an_undated_passage_says_that_it_waits(qtbot, pane, sample):
    click(qtbot, pane, sample.undated.passage.span)
    assert pane.card.explanation.event == "لا حدث بعد: المقطع بين ما لا تاريخ له"


def test_escape_closes_the_answer_and_returns_the_focus(qtbot, pane, sample):
    click(qtbot, pane, sample.readings[0].span)
    pane.view.setFocus()
    press(pane.view, Qt.Key.Key_Escape)
    assert not pane.card.isVisible()


def test_the_card_stays_within_the_pane(qtbot, pane, session, sample):
    pane.resize(330, 260)
    session.select(["founding"])
    pane.explain()
    assert pane.rect().contains(pane.card.geometry())


def test_by_keyboard_the_caret_goes_from_mark_to_mark_and_asks_why(pane, session, sample):
    pane.view.setFocus()
    press(pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.view.caret() == sample.opening.mentions[0].passage.span.start
    press(pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.view.caret() == sample.readings[0].span.start
    press(pane.view, Qt.Key.Key_Return)
    assert session.current == "opening"
    assert pane.card.pinned
    press(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert pane.view.caret() == sample.opening.mentions[0].passage.span.start


# -- acts on words ----------------


def test_selected_words_become_an_event_with_the_date_in_them(pane, session, desk, sample):
    span = select(pane, sample, "لقاء ثان في أبريل المقبل")
    assert pane.wordbar.isVisible()
    pane.wordbar.buttons["create"].click()
    act = desk.acts[-1]
    assert isinstance(act, CreateEvent)
    assert act.passage == passage_of(sample.a, span)
    assert act.dates == sample.readings[1].ranges
    assert act.title == "لقاء ثان في أبريل المقبل"
    assert session.current == "new"
    assert not pane.wordbar.isVisible()


def test_words_within_a_passage_take_its_date(pane, desk, sample):
    select(pane, sample, "المؤتمر بالرباط يوم")
    pane.create_event()
    assert desk.acts[-1].dates == sample.opening.mentions[0].dates


def test_selected_words_are_attached_to_the_current_event(pane, session, desk, sample):
    session.select(["founding"])
    span = select(pane, sample, "في برن")
    press(pane.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    act = desk.acts[-1]
    assert isinstance(act, Attach)
    assert act.passage == passage_of(sample.a, span)
    assert (act.event.event, act.event.pins) == ("founding", tuple(m.passage for m in sample.founding.mentions))


def test_nothing_is_attached_while_no_event_is_selected(pane, desk, sample):
    select(pane, sample, "في برن")
    assert not pane.wordbar.buttons["attach"].isEnabled()
    pane.attach()
    assert desk.acts == []


def test_words_of_a_passage_are_said_to_be_no_event(pane, desk, sample):
    select(pane, sample, "الاتحاد قد تأسس")
    pane.wordbar.buttons["dismiss"].click()
    assert desk.acts == [DismissPassage(sample.founding.mentions[0].passage)]


def test_the_passage_at_the_caret_is_dismissed_when_nothing_is_selected(pane, session, desk, sample):
    session.select(["founding"])
    pane.view.setFocus()
    press(pane.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.acts == [DismissPassage(sample.founding.mentions[0].passage)]


def test_words_that_report_nothing_cannot_be_dismissed(pane, desk, sample):
    select(pane, sample, "فقرة طويلة")
    assert not pane.wordbar.buttons["dismiss"].isEnabled()
    pane.dismiss()
    assert desk.acts == []


def test_the_menu_offers_what_is_possible(pane, sample):
    menu = pane.menu()
    entries = {action.objectName(): action.isEnabled() for action in menu.actions() if action.objectName()}
    assert not entries["reader_create"]
    select(pane, sample, "فقرة طويلة")
    entries = {action.objectName(): action for action in pane.menu().actions()}
    assert entries["reader_create"].isEnabled()
    assert not entries["reader_dismiss"].isEnabled()


def test_selecting_by_mouse_shows_the_bar_above_the_words(qtbot, pane, sample):
    span = sample.span_in(sample.a, "بحضور")
    qtbot.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, span))
    assert pane.view.selected_words() == span
    assert pane.wordbar.isVisible()
    assert not pane.wordbar.geometry().intersects(pane.view.rects_of(span)[0].toAlignedRect())


# -- finding ----------------


def test_finding_goes_from_place_to_place_whatever_the_spelling(qtbot, pane, sample):
    pane.view.setFocus()
    press(pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.findbar.isVisible()
    type_words(pane.findbar.field, "افتتح المؤتمر")
    pane.findbar.search()
    assert [span.of(sample.a.text) for span in pane.view.found] == ["افتُتح المؤتمر"]
    pane.findbar.field.setText("الاتحاد")
    pane.findbar.search()
    assert pane.findbar.count.text() == "1 من 1"


def test_enter_goes_on_and_shift_enter_back(pane, sample):
    pane.show_find()
    pane.findbar.field.setText("لا")
    pane.findbar.search()
    assert pane.findbar.here == 0
    press(pane.findbar.field, Qt.Key.Key_Return)
    assert pane.findbar.here == 1
    press(pane.findbar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(pane.findbar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.findbar.here == len(pane.findbar.found) - 1


def test_typing_finds_without_a_key_more(qtbot, pane):
    pane.show_find()
    type_words(pane.findbar.field, "مارس")
    qtbot.waitUntil(lambda: len(pane.view.found) == 1)


def test_what_is_not_there_is_said(pane):
    pane.show_find()
    pane.findbar.field.setText("طوكيو")
    pane.findbar.search()
    assert pane.findbar.count.text() == "لا نتيجة"
    assert pane.view.found == ()


def test_selected_words_are_sought_and_escape_takes_all_away(pane, sample):
    select(pane, sample, "فقرة طويلة")
    pane.show_find()
    assert len(pane.findbar.found) == 60
    press(pane.findbar.field, Qt.Key.Key_Escape)
    assert pane.view.found == ()
    assert not pane.findbar.isVisible()


# -- two sources ----------------


def test_two_sources_stand_side_by_side(pane, session, sample):
    session.select(["opening"])
    pane.header.beside.click()
    assert pane.beside.isVisible()
    assert pane.beside.view.page.article == sample.b
    assert pane.view.page.article == sample.a
    session.turn_source(1)
    assert pane.beside.view.page.article == sample.a
    assert pane.view.page.article == sample.b


def test_a_single_source_has_nothing_beside_it(pane, session, sample):
    pane.set_beside(shown=True)
    assert not pane.beside.isVisible()
    assert not pane.header.beside.isEnabled()


def test_the_key_for_two_sources_opens_and_closes_them(pane, session):
    session.select(["opening"])
    pane.view.setFocus()
    press(pane.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert pane.beside.isVisible()
    press(pane.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not pane.beside.isVisible()


# -- settings ----------------


def test_theme_and_size_change_while_reading(pane, session):
    session.change_settings(theme="dark", scale=200)
    colour = pane.view.palette().base().color().name().upper()
    assert colour == session.theme.paper
    assert pane.view.document().firstBlock().begin().fragment().charFormat().font().pixelSize() == 44


def test_the_language_changes_while_reading(pane, session):
    session.select(["opening"])
    session.change_settings(language="en")
    pane.view.selectAll()
    assert pane.header.source.text() == "Source 1 of 2 for this event"
    assert pane.wordbar.buttons["create"].text() == "New event"


@pytest.mark.parametrize("scale", [100, 200])
def test_every_control_has_a_name(pane, session, scale):
    session.change_settings(scale=scale)
    session.select(["opening"])
    pane.set_beside(shown=True)
    pane.show_find()
    buttons = [b for b in pane.findChildren(QToolButton) if b.isVisible()]
    assert len(buttons) > 8
    for button in buttons:
        assert button.accessibleName() or button.text() or button.defaultAction(), button
    assert pane.view.accessibleName().startswith("المقال")


def test_every_word_of_the_reader_is_translated(session):
    """The strings of the reader's and the search's code all stand in the Arabic catalogue."""
    rooms = Path(module.__file__).parent, Path(module.__file__).parent.parent / "search"
    asked = set()
    for path in (path for room in rooms for path in room.glob("*.py")):
        asked |= set(re.findall(r'\btext\(\s*"([^"]+)"', path.read_text("utf-8")))
    assert len(asked) > 20
    assert not [words for words in asked if session.wording.text(words) == words]


def test_a_session_without_a_dossier_can_be_asked(qapp):
    assert Session().marks() == ()


def test_the_space_bar_turns_the_page_where_there_is_nothing_to_explain(pane, sample):
    pane.view.setFocus()
    pane.view.go_to(sample.span_in(sample.a, "فقرة طويلة"), pulse=False)
    before = pane.view.verticalScrollBar().value()
    press(pane.view, Qt.Key.Key_Space)
    assert pane.view.verticalScrollBar().value() > before
    assert not pane.card.isVisible()


def test_tool_tips_tell_the_keys(pane, sample):
    select(pane, sample, "فقرة طويلة")
    assert "Ctrl+E" in pane.wordbar.buttons["create"].toolTip()
    assert "Ctrl+F" in pane.header.seek.toolTip()


def test_the_answer_never_covers_the_words_it_explains(qtbot, pane, session, sample):
    for height in (300, 420, 600):
        pane.resize(900, height)
        for reading in sample.readings:
            pane.view.go_to(reading.span, pulse=False)
            click(qtbot, pane, reading.span)
            words = pane.view.rects_of(reading.span)[0].toAlignedRect().translated(pane.view.viewport().mapTo(pane, QPoint(0, 0)))
            assert not pane.card.geometry().intersects(words)


def test_the_answer_may_lie_over_the_rest_of_the_window(qtbot, session, desk, sample):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 900)
    pane = module.ReaderPane(session, window)
    pane.setGeometry(0, 700, 900, 200)
    with qtbot.waitExposed(window):
        window.show()
    session.show_work(desk)
    click(qtbot, pane, sample.readings[0].span)
    assert pane.card.parentWidget() is window
    assert window.rect().contains(pane.card.geometry())
    assert pane.card.geometry().top() < 700


def test_every_key_of_the_reader_has_a_command_and_an_arabic_label(pane, session):
    assert set(keys()) <= set(pane._deeds)
    assert not [label for label, _ in labelled_keys() if session.wording.text(label) == label]


def test_selecting_words_takes_the_answer_away(qtbot, pane, sample):
    click(qtbot, pane, sample.readings[0].span)
    assert pane.card.isVisible()
    select(pane, sample, "في برن")
    assert not pane.card.isVisible()
    assert pane.wordbar.isVisible()


def test_files_dropped_on_the_reader_are_left_to_the_window(pane):
    assert not pane.view.acceptDrops()
    assert not pane.view.viewport().acceptDrops()


def test_escape_takes_away_one_thing_after_the_other(qtbot, pane, session, sample):
    session.select(["opening"])
    pane.set_beside(shown=True)
    pane.show_find()
    pane.view.setFocus()
    select(pane, sample, "بحضور")
    shown = [pane.wordbar, pane.findbar, pane.beside]
    assert all(widget.isVisible() for widget in shown)
    for number in range(3):
        press(pane.view, Qt.Key.Key_Escape)
        assert [widget.isVisible() for widget in shown] == [False] * (number + 1) + [True] * (2 - number)


def test_escape_in_the_answer_itself_closes_it(qtbot, pane, sample):
    click(qtbot, pane, sample.readings[0].span)
    press(pane.card, Qt.Key.Key_Escape)
    assert not pane.card.isVisible()
    assert pane.view.hasFocus()


def test_the_second_reader_turns_through_the_other_sources(pane, session, desk, sample):
    session.select(["founding"])
    select(pane, sample, "فقرة طويلة")
    pane.attach()
    session.show_passage(sample.founding.mentions[0].passage)
    pane.set_beside(shown=True)
    first = pane.beside.view.page.article
    pane.beside.turn(1)
    assert (first, pane.beside.view.page.article) == (sample.b, sample.a)
    pane.beside.turn(1)
    assert pane.beside.view.page.article == sample.b


def test_a_click_in_the_second_reader_selects_what_it_reports(qtbot, pane, session, sample):
    session.select(["opening"])
    pane.set_beside(shown=True)
    other = pane.beside.view
    point = other.rects_of(sample.founding.mentions[1].passage.span)[0].center().toPoint()
    qtbot.mouseClick(other.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert session.current == "founding"


def test_an_event_without_another_source_leaves_the_second_reader_empty(pane, session, sample):
    session.select(["opening"])
    pane.set_beside(shown=True)
    session.decide(DismissPassage(sample.opening.mentions[1].passage))
    assert pane.beside.view.page is None


def test_a_passage_of_an_article_that_is_gone_is_not_shown(pane, session, sample):
    before = pane.view.page
    gone = replace(passage_of(sample.b, Span(0, 3)), article="nowhere")
    session.passage_requested.emit(gone)
    assert pane.view.page is before


def test_marks_of_the_second_reader_explain_themselves_too(qtbot, pane, session, sample):
    session.select(["opening"])
    pane.set_beside(shown=True)
    other = pane.beside.view
    qtbot.mouseMove(other.viewport(), other.rects_of(sample.span_in(sample.b, "الثلاثاء"))[0].center().toPoint())
    qtbot.waitUntil(pane.card.isVisible)
    assert "الثلاثاء" in pane.card.explanation.quote


def test_a_publication_of_several_days_is_said_to_lie_within_them(pane, session, desk, sample):
    when = replace(sample.a.published.when, last=sample.a.published.when.last + 3)
    article = replace(sample.a, published=replace(sample.a.published, when=when))
    session.show_work(sample.Desk(replace(sample.state, articles={article.id: article})))
    assert pane.header.published.text().startswith("نُشر خلال")


def test_at_twice_the_size_the_reader_still_fits_half_a_small_window(pane, session):
    session.change_settings(scale=200)
    session.select(["opening"])
    pane.show_find()
    pane.resize(560, 500)
    QApplication.processEvents()
    assert pane.minimumSizeHint().width() <= 560
    assert pane.width() == 560
    visible = [b for b in pane.header.findChildren(QToolButton) if b.isVisible()]
    assert all(pane.header.rect().contains(b.geometry().translated(b.parentWidget().pos())) for b in visible)
