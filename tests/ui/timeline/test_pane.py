from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.sample import Desk, article
from timeline_app.calendars.gregorian import day_of
from timeline_app.model.decision import RejectEvent
from timeline_app.model.dossier import DossierState
from timeline_app.ui.jobs import Progress
from timeline_app.ui.session import Session
from timeline_app.ui.settings import MemoryStore
from timeline_app.ui.timeline.pane import TimelinePane


def test_the_canvas_is_there_once_the_window_stands(pane):
    assert pane.findChild(type(pane.view), "timelineView") is pane.view
    assert len(pane.view.stage.columns) == 6


def test_a_choice_on_the_canvas_is_the_session_s(pane, session):
    pane.view.choosing.choose(0)
    assert session.current == "founding"
    assert session.selected == {"founding"}


def test_a_choice_elsewhere_is_shown_on_the_canvas(pane, session):
    session.select(["session-92"])
    assert pane.view.selection == ("session-92",)


def test_several_chosen_on_the_canvas_are_several_in_the_session(pane, session):
    pane.view.choosing.choose(0)
    pane.view.choosing.toggle(2)
    assert session.selected == {"founding", "session-92"}
    assert session.current == "session-92"


def test_choosing_nothing_on_the_canvas_empties_the_selection(pane, session):
    pane.view.choosing.choose(0)
    pane.view.choosing.choose_none()
    assert session.selected == frozenset()


def test_a_rejected_event_leaves_the_canvas_and_the_view_stays(pane, session):
    pane.view.go_to(738_000.0, 739_700.0)
    before = pane.view.stage.view()
    session.decide(RejectEvent(session.ref("founding")))
    assert "founding" not in pane.view.stage.ids
    assert pane.view.stage.view().first == pytest.approx(before.first, abs=1.0)


def test_revealing_in_the_session_moves_the_canvas(pane, session):
    pane.view.go_to(738_000.0, 738_100.0)
    session.select(["founding"])
    columns = pane.view.stage.columns
    assert pane.view.stage.view().first <= columns.start[0] <= pane.view.stage.view().last


def test_a_setting_changed_is_drawn(pane, session):
    session.change_settings(months="gulf", axis="ltr", theme="dark")
    assert pane.view.stage.options.axis == "ltr"
    assert pane.view.stage.palette.dark
    assert any("نوفمبر" in card.text.date for card in pane.view.scene().cards)


def test_opening_an_event_asks_for_its_passage(pane, session):
    asked, opened = [], []
    session.passage_requested.connect(asked.append)
    pane.opened.connect(opened.append)
    pane.view.choosing.open(0)
    assert opened == ["founding"]
    assert asked[-1] == session.state.events["founding"].mentions[0].passage


def test_a_date_is_typed_and_the_canvas_goes_there(pane):
    pane.ask_date()
    assert pane._question.isVisible()
    pane._question.field.line.setText("2007")
    QTest.keyClick(pane._question.field.line, Qt.Key.Key_Return)
    assert not pane._question.isVisible()
    assert pane.view.stage.view().first <= day_of(2007)
    assert pane.view.stage.view().last >= day_of(2008)


def test_escape_leaves_the_view_as_it_was(pane):
    before = pane.view.stage.view()
    pane.ask_date()
    pane._question.field.line.setText("2007")
    QTest.keyClick(pane._question.field, Qt.Key.Key_Escape)
    assert not pane._question.isVisible()
    assert pane.view.stage.view() == before


def test_where_no_event_stands_yet_the_canvas_says_that_articles_are_read(qtbot):
    session = Session(MemoryStore())
    pane = TimelinePane(session)
    qtbot.addWidget(pane)
    said = []
    for progress in (None, Progress(1, 9, "Working…"), None):
        session.busy_changed.emit(progress)
        said.append(pane.view.stage.names.empty)
    assert said == ["لا أحداث بعد: إفلات مقالات هنا أو لصق نص", "جارٍ قراءة المقالات…", "لا أحداث بعد: إفلات مقالات هنا أو لصق نص"]


def test_while_more_articles_are_read_the_events_stay_as_they_are(pane, session):
    session.busy_changed.emit(Progress(1, 9, "Working…"))
    assert pane.view.stage.options.awaited == "articles"


def test_where_articles_wait_for_their_day_the_canvas_asks_for_it_and_not_for_more_articles(pane, session):
    session.show_work(Desk(DossierState(articles={"a": article(3)})))
    assert pane.view.stage.names.empty == "لا يوم معروف بعد: أحداث هذه المقالات تظهر متى عُرف تاريخ نشرها"
