from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from timeline_app.calendars.gregorian import day_of

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FOUNDING, SESSION_76, SESSION_92, ELECTION, SESSION_93, OPENING = range(6)
GROUND = (600.0, 30.0)


def heard(signal):
    found = []
    signal.connect(found.append)
    return found


def test_a_click_on_a_card_selects_its_event(view, hand):
    one, several = heard(view.event_selected), heard(view.events_selected)
    hand.click(hand.card(SESSION_93))
    assert one == ["session-93"]
    assert several == [("session-93",)]
    assert view.selection == ("session-93",)


def test_a_click_on_a_bar_selects_its_event(view, hand):
    scene = view.scene()
    row = scene.marks.event.tolist().index(SESSION_92)
    hand.click((float(scene.marks.left[row] + scene.marks.right[row]) / 2, float(scene.marks.bottom[row]) - 2))
    assert view.selection == ("session-92",)


def test_a_click_on_a_ghost_selects_the_event_that_is_disputed(view, hand):
    ghost = next(card for card in view.scene().cards if card.ghost)
    hand.click((ghost.box.left + 10, ghost.box.top + 10))
    assert view.selection == ("opening",)


def test_ctrl_click_adds_and_takes_out(view, hand):
    hand.click(hand.card(FOUNDING))
    hand.click(hand.card(ELECTION), CTRL)
    assert view.selection == ("founding", "election")
    hand.click(hand.card(FOUNDING), CTRL)
    assert view.selection == ("election",)


def test_shift_click_selects_everything_between_in_time(view, hand):
    hand.click(hand.card(SESSION_76))
    hand.click(hand.card(ELECTION), SHIFT)
    assert view.selection == ("session-76", "session-92", "election")


def test_a_click_on_the_ground_selects_nothing(view, hand):
    hand.click(hand.card(FOUNDING))
    hand.click(GROUND)
    assert view.selection == ()


def test_a_rectangle_with_shift_selects_what_it_meets(view, hand):
    hand.drag((2.0, 2.0), (1198.0, view.stage.frame().axis - 2), keys=SHIFT)
    assert set(view.selection) == {"founding", "session-76", "session-92", "election", "session-93", "opening"}


def test_a_double_click_on_a_card_opens_it(view, hand):
    opened = heard(view.event_opened)
    hand.double_click(hand.card(SESSION_76))
    assert opened == ["session-76"]


def test_a_double_click_on_the_ground_shows_everything(view, hand):
    view.zoom_by(8.0, 300.0, animated=False)
    hand.double_click(GROUND)
    assert view.stage.view().zoom == pytest.approx(view.stage.all().zoom)


@pytest.mark.parametrize("notches", [1, -1])
def test_the_wheel_zooms_and_the_time_under_the_pointer_stays(view, hand, notches):
    at = (417.0, 200.0)
    before, zoom = view.stage.view().time_at(at[0]), view.stage.view().zoom
    hand.wheel(at, y=120 * notches)
    assert view.stage.view().x_of(before) == pytest.approx(at[0], abs=0.01)
    assert (view.stage.view().zoom > zoom) == (notches > 0)


@pytest.mark.parametrize("event", range(6))
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("axis", ["rtl", "ltr"])
def test_the_wheel_over_a_card_leaves_its_event_in_its_place_and_the_card_over_it(view, hand, event, share, axis):
    def card():
        return next(card for card in view.scene().cards if card.event == event and not card.ghost)

    view.set_options(axis=axis)
    columns, box = view.stage.columns, card().box
    start, end = columns.start[event], columns.end[event]
    time = start if end - start > 1 else (start + end) / 2
    x = view.stage.view().x_of(time)
    for notches in (*[1] * 12, *[-1] * 12):
        hand.wheel((box.left + box.width * share, box.top + box.height / 2), y=120 * notches)
        assert view.stage.view().x_of(time) == pytest.approx(x, abs=0.01)
        assert card().box.left - 1 < x < card().box.right + 1


def test_a_zoom_begun_on_the_ground_goes_on_about_the_pointer(make_view, hand_of, many):
    view = make_view(many(300, 1), motion=False)
    at = (600.0, 3.0)
    time = view.stage.view().time_at(at[0])
    for _ in range(30):
        hand_of(view).wheel(at, y=120)
    assert view.stage.view().x_of(time) == pytest.approx(at[0], abs=0.01)


def test_the_wheel_sideways_pans_without_zooming(view, hand):
    before = view.stage.view()
    hand.wheel((400.0, 200.0), x=120)
    assert view.stage.view().zoom == before.zoom
    assert view.stage.view().origin != before.origin


def test_a_trackpad_pans_by_the_pixels_of_the_fingers(view, hand):
    time = view.stage.view().time_at(500.0)
    hand.wheel((400.0, 200.0), x=33, y=4, pixels=True)
    assert view.stage.view().x_of(time) == pytest.approx(533.0, abs=0.01)


def test_shift_and_the_wheel_pan(view, hand):
    before = view.stage.view()
    hand.wheel((400.0, 200.0), y=120, keys=SHIFT)
    assert view.stage.view().zoom == before.zoom
    assert view.stage.view().origin != before.origin


def test_a_pinch_zooms_about_the_fingers(view):
    time, zoom = view.stage.view().time_at(700.0), view.stage.view().zoom
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(700.0, 200.0)
    pinch = QNativeGestureEvent(Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, at, 0.25, QPointF())
    QApplication.sendEvent(view, pinch)
    assert view.stage.view().zoom == pytest.approx(zoom * 1.25)
    assert view.stage.view().x_of(time) == pytest.approx(700.0, abs=0.01)


def test_fingers_on_the_screen_zoom_about_their_middle(view):
    class Pinch(QPinchGesture):
        def scaleFactor(self):
            return 1.5

        def centerPoint(self):
            return QPointF(view.mapToGlobal(QPoint(500, 200)))

    class Fingers(QGestureEvent):
        def gesture(self, kind):
            return pinch if kind == Qt.GestureType.PinchGesture else None

    pinch = Pinch()
    time, zoom = view.stage.view().time_at(500.0), view.stage.view().zoom
    assert view._hand.gesture(Fingers([pinch]))
    assert view.stage.view().zoom == pytest.approx(zoom * 1.5)
    assert view.stage.view().x_of(time) == pytest.approx(500.0, abs=0.01)


def test_a_drag_moves_the_content_with_the_hand(view, hand):
    time = view.stage.view().time_at(600.0)
    hand.press(GROUND)
    hand.move((620.0, 30.0))
    hand.move((690.0, 30.0))
    assert view.stage.view().x_of(time) == pytest.approx(690.0, abs=0.01)
    hand.release((690.0, 30.0))


def test_a_drag_selects_nothing(view, hand):
    hand.drag(hand.card(FOUNDING), (700.0, 200.0))
    assert view.selection == ()


def test_a_throw_rolls_on_and_comes_to_rest(make_view, hand_of):
    from tests.ui.timeline.conftest import six

    view = make_view(six(), motion=True)
    hand_of(view).drag((300.0, 30.0), (500.0, 30.0), steps=8)
    assert view.motion.moving
    origin = view.stage.view().origin
    view.motion.advance(40)
    assert view.stage.view().origin > origin
    for _ in range(200):
        view.motion.advance(40)
    assert not view.motion.moving


@pytest.mark.parametrize("to", [1150.0, 20.0])
def test_a_throw_at_speed_rolls_at_most_a_view_and_leaves_events_in_it(make_view, hand_of, to):
    from tests.ui.timeline.conftest import six

    view = make_view(six(), motion=True)
    view.zoom_by(6.0, 600.0, animated=False)
    hand_of(view).drag((600.0, 30.0), (to, 30.0), steps=3)
    before = view.stage.view()
    view.motion.advance(900.0)
    for _ in range(200):
        view.motion.advance(16.0)
    scale = view.stage.view()
    assert not view.motion.moving
    assert 0 < abs(scale.origin - before.origin) * scale.zoom <= scale.width
    first, last = view.stage.warp.times[[0, -1]]
    assert scale.along(float(first)) < scale.width - 100.0
    assert scale.along(float(last)) > 100.0


def test_a_throw_against_the_end_of_the_events_stops_there(make_view):
    from tests.ui.timeline.conftest import six

    view = make_view(six(), motion=True)
    view.show_scale(view.stage.view().panned(1e6))
    view.motion.throw(view.stage.view(), 2.0)
    view.motion.advance(16.0)
    assert not view.motion.moving


def test_a_press_stops_what_is_moving(make_view, hand_of):
    from tests.ui.timeline.conftest import six

    view = make_view(six(), motion=True)
    view.zoom_by(4.0, 300.0, animated=True)
    view.motion.advance(60)
    zoom = view.stage.view().zoom
    hand_of(view).press(GROUND)
    assert not view.motion.moving
    assert view.stage.view().zoom == zoom


def test_a_drag_along_the_axis_zooms_to_the_range(view, hand):
    y = view.stage.frame().axis + 20
    scale = view.stage.view()
    first, last = sorted((scale.time_at(100.0), scale.time_at(300.0)))
    hand.drag((100.0, y), (300.0, y))
    shown = view.stage.view()
    assert shown.zoom > scale.zoom
    assert shown.first <= first < last <= shown.last


def test_a_click_on_a_break_opens_it(view, hand):
    scene = view.scene()
    start, end = scene.axis.breaks[0]
    hand.click((float(scene.scale.mirror((start + end) / 2)), scene.frame.axis + 3))
    assert view.stage.view().first < day_of(1930)
    assert view.stage.view().last > day_of(2000)
    assert not view.scene().axis.breaks


def test_a_click_on_a_cluster_zooms_to_its_events_and_names_them(make_view, hand_of, many):
    view = make_view(many())
    opened = heard(view.cluster_opened)
    cluster = next(one for one in view.scene().clusters if 200 < one.x < 1000)
    hand_of(view).click((cluster.x, cluster.y))
    assert view.stage.view().first <= cluster.first + 1
    assert len(opened) == 1
    assert len(opened[0]) >= cluster.number


def test_a_cluster_says_under_the_pointer_how_many_it_gathers_and_when(make_view, hand_of, many):
    view = make_view(many())
    cluster = next(one for one in view.scene().clusters if 200 < one.x < 1000)
    hand_of(view).move((cluster.x, cluster.y), held=False)
    assert view.toolTip() == view.stage.names.gathered(cluster)
    assert str(cluster.number) in view.toolTip()
    assert "20" in view.toolTip().split("·")[1]


def test_the_window_of_the_overview_is_dragged(view, hand):
    view.go_to(day_of(2024, 11, 4), day_of(2024, 11, 8))
    middle = view.overview.window().center()
    target = view.overview.box().left() + view.overview.scale().x_of(float(day_of(2007, 7, 1)))
    hand.drag((middle.x(), middle.y()), (target, middle.y()))
    assert view.stage.view().first < day_of(2007, 7, 1) < view.stage.view().last


def test_the_window_of_the_overview_is_where_the_view_is(view):
    for first, last in ((day_of(2007), day_of(2008)), (day_of(1930), day_of(1990))):
        view.go_to(first, last)
        window, scale = view.overview.window(), view.overview.scale()
        low, high = sorted(float(scale.x_of(time)) for time in (view.stage.view().first, view.stage.view().last))
        assert window.center().x() - view.overview.box().left() == pytest.approx((low + high) / 2, abs=6)
        assert window.width() >= min(high - low, 10.0) - 0.5
    view.fit_all()
    assert view.overview.window().width() > 0.95 * view.overview.box().width()


def test_a_click_in_the_overview_goes_there(view, hand):
    view.zoom_by(30.0, 100.0, animated=False)
    box = view.overview.box()
    hand.click((box.left() + view.overview.scale().x_of(float(day_of(1923, 7, 1))), box.center().y()))
    assert view.stage.view().first < day_of(1923, 7, 1) < view.stage.view().last


def test_hovering_tells_the_whole_title_and_the_dates(view, hand):
    at = hand.card(SESSION_93)
    hand.move(at, held=False)
    view.hover_card.point(SESSION_93, QPointF(*at).toPoint(), at_once=True)
    view.hover_card._come()
    assert view.hover_card.isVisible()
    assert view.hover_card.lines[0].startswith("الدورة الـ93")
    assert any("2025" in line for line in view.hover_card.lines)


def test_the_hover_card_stays_within_the_canvas(view):
    for at in ((2, 2), (1198, 598), (600, 300)):
        view.hover_card.point(None, QPointF(*at).toPoint())
        view.hover_card.point(SESSION_93, QPointF(*at).toPoint(), at_once=True)
        assert view.rect().contains(view.hover_card.geometry())


def test_leaving_the_canvas_ends_hovering(view, hand):
    hand.move(hand.card(SESSION_93), held=False)
    assert view.hovered == SESSION_93
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.hovered is None


def test_the_buttons_of_the_thumb_go_back_and_forward(view, hand):
    start = view.stage.view().first
    view.go_to(day_of(2007), day_of(2008))
    there = view.stage.view().first
    hand._mouse(QEvent.Type.MouseButtonPress, GROUND, button=Qt.MouseButton.BackButton)
    assert view.stage.view().first == pytest.approx(start)
    hand._mouse(QEvent.Type.MouseButtonPress, GROUND, button=Qt.MouseButton.ForwardButton)
    assert view.stage.view().first == pytest.approx(there)


def test_a_break_says_how_long_it_is_under_the_pointer(view, hand):
    scene = view.scene()
    start, end = scene.axis.breaks[0]
    hand.move((float(scene.scale.mirror((start + end) / 2)), scene.frame.axis + 3), held=False)
    assert "82 سنة" in view.toolTip()
    hand.move(GROUND, held=False)
    assert view.toolTip() == ""


def test_after_a_drag_one_can_go_back_to_where_it_began(view, hand):
    start = view.stage.view().first
    hand.drag(GROUND, (900.0, 30.0))
    assert view.stage.view().first != start
    view.back()
    assert view.stage.view().first == pytest.approx(start)
