from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from tests.ui.timeline.conftest import IDS, six

KEY = Qt.Key
SHIFT, CTRL, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_the_left_arrow_goes_later_in_right_to_left(view, hand):
    last = view.stage.view().last
    hand.key(KEY.Key_Left)
    assert view.stage.view().last > last


def test_the_left_arrow_goes_earlier_in_left_to_right(make_view, hand_of):
    view = make_view(six(), IDS, axis="ltr")
    first = view.stage.view().first
    hand_of(view).key(KEY.Key_Left)
    assert view.stage.view().first < first


def test_the_right_arrow_takes_the_left_arrow_back(view, hand):
    before = view.stage.view().first
    hand.key(KEY.Key_Left)
    hand.key(KEY.Key_Right)
    assert view.stage.view().first == pytest.approx(before)


@pytest.mark.parametrize(("key", "closer"), [(KEY.Key_Plus, True), (KEY.Key_Equal, True), (KEY.Key_Minus, False)])
def test_plus_and_minus_zoom(view, hand, key, closer):
    zoom = view.stage.view().zoom
    hand.key(key)
    assert (view.stage.view().zoom > zoom) == closer


def test_the_keyboard_zooms_about_the_current_event(view, hand):
    view.set_selection(["session-92"])
    x = view.focus_x()
    hand.key(KEY.Key_Plus)
    assert view.focus_x() == pytest.approx(x, abs=0.01)


def test_home_goes_to_the_first_event_and_end_to_the_last(view, hand):
    view.zoom_by(6.0, 600.0, animated=False)
    hand.key(KEY.Key_Home)
    assert view.stage.view().first < view.stage.columns.start[0] < view.stage.view().last
    hand.key(KEY.Key_End)
    assert view.stage.view().first < view.stage.columns.end[4] < view.stage.view().last


def test_nought_shows_everything(view, hand):
    view.zoom_by(6.0, 100.0, animated=False)
    hand.key(KEY.Key_0)
    assert view.stage.view().zoom == pytest.approx(view.stage.all().zoom)


def test_tab_goes_through_the_events_in_order_of_time_and_shift_tab_back(view, hand):
    seen = []
    for _ in range(3):
        view.focusNextPrevChild(True)
        seen += view.selection
    view.focusNextPrevChild(False)
    assert seen == ["founding", "session-76", "session-92"]
    assert view.selection == ("session-76",)


def test_tab_after_the_last_event_goes_on_to_the_next_widget(qtbot, view):
    desk = QWidget()
    qtbot.addWidget(desk)
    row = QHBoxLayout(desk)
    field = QLineEdit()
    row.addWidget(view)
    row.addWidget(field)
    desk.show()
    desk.activateWindow()
    view.setFocus()
    QApplication.processEvents()
    view.set_selection(["opening"])
    QTest.keyClick(view, KEY.Key_Tab)
    moved_on = field.hasFocus()
    view.setParent(None)
    assert moved_on


def test_down_and_up_step_and_shift_extends(view, hand):
    hand.key(KEY.Key_Down)
    hand.key(KEY.Key_Down, SHIFT)
    assert view.selection == ("founding", "session-76")
    hand.key(KEY.Key_Up)
    assert view.selection == ("founding",)


def test_enter_opens_the_current_event(view, hand):
    opened = []
    view.event_opened.connect(opened.append)
    view.set_selection(["election"])
    hand.key(KEY.Key_Return)
    assert opened == ["election"]


def test_enter_with_nothing_selected_opens_nothing(view, hand):
    opened = []
    view.event_opened.connect(opened.append)
    hand.key(KEY.Key_Return)
    assert opened == []


def test_ctrl_a_selects_everything_and_escape_nothing(view, hand):
    hand.key(KEY.Key_A, CTRL)
    assert view.selection == IDS
    hand.key(KEY.Key_Escape)
    assert view.selection == ()


def test_f_fits_the_selection(view, hand):
    view.set_selection(["session-92", "election"])
    hand.key(KEY.Key_F)
    columns = view.stage.columns
    assert view.stage.view().first < columns.start[2]
    assert view.stage.view().last > columns.end[3]
    assert view.stage.view().zoom > view.stage.all().zoom


def test_stepping_to_an_event_out_of_view_brings_it_into_view(view, hand):
    view.go_to(float(view.stage.columns.start[0]), float(view.stage.columns.end[0]))
    view.set_selection(["founding"])
    hand.key(KEY.Key_Down)
    assert view.stage.view().first <= view.stage.columns.start[1] <= view.stage.view().last


def test_alt_arrows_go_back_and_forward_through_views(view, hand):
    start = view.stage.view().first
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    hand.key(KEY.Key_Plus)
    there = view.stage.view().first
    hand.key(KEY.Key_Right, ALT)
    assert view.stage.view().first == pytest.approx(start)
    hand.key(KEY.Key_Left, ALT)
    assert view.stage.view().first == pytest.approx(there)


def test_alt_and_the_arrows_go_from_cluster_to_cluster_and_enter_opens_it(make_view, hand_of, many):
    view = make_view(many())
    hand, opened, before = hand_of(view), [], view.stage.view().zoom
    view.cluster_opened.connect(opened.append)
    in_order = sorted(view.scene().clusters, key=lambda one: (one.first, one.lane))
    hand.key(Qt.Key.Key_Down, ALT)
    assert view.choosing.cluster == in_order[0]
    plain = view.grab().toImage()
    hand.key(Qt.Key.Key_Down, ALT)
    assert view.choosing.cluster == in_order[1]
    assert view.grab().toImage() != plain, "the ring goes along"
    hand.key(Qt.Key.Key_Up, ALT)
    hand.key(Qt.Key.Key_Return)
    assert view.stage.view().first <= in_order[0].first + 1
    assert view.stage.view().zoom > before
    assert len(opened[0]) >= in_order[0].number
    assert view.choosing.cluster is None


def test_escape_leaves_the_cluster(make_view, hand_of, many):
    view = make_view(many())
    hand = hand_of(view)
    hand.key(Qt.Key.Key_Up, ALT)
    assert view.choosing.cluster is not None
    hand.key(Qt.Key.Key_Escape)
    assert view.choosing.cluster is None


def test_without_clusters_the_keys_of_clusters_do_nothing(view, hand):
    hand.key(Qt.Key.Key_Down, ALT)
    assert view.choosing.cluster is None
