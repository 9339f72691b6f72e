from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.timeline.conftest import IDS, SESSION_93, crowd, six
from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import OPEN_END, columns
from timeline_app.ui.theme import load_theme


def colours(view, box):
    image = view.grab(box.toRect() if hasattr(box, "toRect") else box).toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_everything_is_shown_first_with_every_card_inside(view):
    cards = [card for card in view.scene().cards if not card.ghost]
    assert {card.event for card in cards} == set(range(6))
    assert all(card.box.left >= 0 and card.box.right <= view.width() for card in cards)


def test_no_two_cards_share_a_pixel(view):
    for one, other in itertools.combinations(view.scene().cards, 2):
        assert not one.box.meets(other.box)


def test_a_disputed_event_has_a_ghost_where_the_other_source_puts_it(view):
    ghost = next(card for card in view.scene().cards if card.ghost)
    assert ghost.x == pytest.approx(view.stage.view().x_of(day_of(2025, 6, 24) + 0.5), abs=0.5)
    assert "يونيو 2025" in ghost.text.date


def test_the_desk_s_month_names_and_digits_are_on_the_cards(make_view):
    def dates(**options):
        shown = make_view(six(), IDS, **options)
        return " ".join(card.text.date for card in shown.scene().cards)

    assert "نونبر" in dates(months="morocco")
    assert "نوفمبر" in dates(months="gulf")
    assert "٢٠٢٥" in dates(digits="arabic")
    assert "November" in dates(language="en")


def test_left_to_right_is_the_mirror_image_in_where_events_stand(make_view):
    here, there = make_view(six(), IDS), make_view(six(), IDS, axis="ltr")
    order = [card.event for card in sorted(here.scene().cards, key=lambda card: card.x) if not card.ghost]
    other = [card.event for card in sorted(there.scene().cards, key=lambda card: -card.x) if not card.ghost]
    assert order == other


def test_true_proportion_closes_no_break(make_view):
    assert make_view(six(), IDS).scene().axis.breaks
    assert not make_view(six(), IDS, proportion="true").scene().axis.breaks


def test_an_option_changed_keeps_the_stretch_of_time_in_view(view):
    view.go_to(day_of(2024, 11, 4), day_of(2024, 11, 8))
    first, last = view.stage.view().first, view.stage.view().last
    view.set_options(proportion="true", months="gulf", scale=150)
    assert (view.stage.view().first, view.stage.view().last) == pytest.approx((first, last), abs=0.2)


def test_resizing_a_view_of_everything_keeps_it_one(view):
    view.resize(800, 500)
    QApplication.processEvents()
    assert view.stage.view().zoom == pytest.approx(view.stage.all().zoom)


def test_new_columns_keep_the_selection_by_id_when_asked(view):
    view.set_selection(["session-93"])
    made = six()
    fewer = columns(made.start[1:], made.end[1:], list(made.titles)[1:])
    view.set_columns(fewer, ids=IDS[1:], keep_view=True)
    assert view.selection == ("session-93",)
    assert view.choosing.current == SESSION_93 - 1


def test_cards_that_say_the_same_as_before_are_not_painted_again(view):
    view.grab()
    made = replace(view.stage.columns, titles=["عنوان جديد", *view.stage.columns.titles[1:]])
    view.set_columns(made, ids=IDS, keep_view=True)
    view.stage.painter.art.cold = 0
    view.grab()
    assert view.stage.painter.art.cold == 1


def test_a_card_waits_for_a_frame_that_may_paint_it(view):
    view.set_theme(load_theme("dark"))  # in which no card was painted yet
    painter, (one, other, *_) = view.stage.painter, view.stage.scene(budget=100).cards
    painter.allow(1)
    assert painter.art.pixmap(one.event, one.text) is not None
    assert painter.art.pixmap(other.event, other.text) is None
    assert painter.pending
    painter.allow(1)
    assert painter.art.pixmap(other.event, other.text) is not None
    assert not painter.pending


def test_more_ids_than_a_few_are_found_too(view):
    view.set_columns(crowd(), ids=[f"e{k}" for k in range(1500)])
    assert [view.stage.place_of(f"e{k}") for k in range(40)] == list(range(40))
    assert view.stage.place_of("nobody") is None


def test_selecting_by_id_tells_no_one(view):
    told = []
    view.event_selected.connect(told.append)
    view.set_selection(["session-93"])
    assert told == []
    assert view.selection == ("session-93",)


def test_an_unknown_id_selects_nothing(view):
    view.set_selection(["nothing of the kind"])
    assert view.selection == ()


def test_revealing_an_event_in_view_moves_nothing(view):
    before = view.stage.view()
    view.reveal("session-92")
    assert view.stage.view() == before


def test_revealing_brings_an_event_into_view_without_zooming(view):
    view.go_to(day_of(2024, 11, 4), day_of(2024, 11, 8))
    zoom = view.stage.view().zoom
    view.reveal("founding")
    assert view.stage.view().zoom == pytest.approx(zoom)
    assert 0 <= view.stage.view().x_of(float(day_of(1923))) <= view.width()


def test_a_view_that_rests_is_told_and_kept_for_going_back(view):
    told = []
    view.view_changed.connect(lambda: told.append(view.stage.view().first))
    start = view.stage.view().first
    view.go_to(day_of(2007), day_of(2008))
    view.go_to(day_of(2024), day_of(2025))
    view.back()
    assert view.stage.view().first == pytest.approx(told[0])
    view.back()
    assert view.stage.view().first == pytest.approx(start)
    view.forward()
    assert view.stage.view().first == pytest.approx(told[0])


def test_motion_takes_180_milliseconds_and_can_be_interrupted(make_view):
    view = make_view(six(), IDS, motion=True)
    start, end = view.stage.view(), view.stage.view().zoomed(4.0, 300.0)
    view.zoom_by(4.0, 300.0, animated=True)
    view.motion.advance(90)
    assert start.zoom < view.stage.view().zoom < end.zoom
    halfway = view.stage.view()
    view.fit_all()
    assert view.stage.view() == halfway
    view.motion.advance(181)
    assert not view.motion.moving
    assert view.stage.view().zoom == pytest.approx(start.zoom)


def test_notches_of_the_wheel_add_up_while_the_view_moves(make_view):
    view = make_view(six(), IDS, motion=True)
    zoom = view.stage.view().zoom
    for _ in range(3):
        view.zoom_by(1.25, 300.0, animated=True)
    view.motion.finish()
    assert view.stage.view().zoom == pytest.approx(zoom * 1.25**3)


def test_the_point_under_the_pointer_stands_still_all_the_way_of_a_zoom(make_view):
    view = make_view(six(), IDS, motion=True)
    time = view.stage.view().time_at(333.0)
    view.zoom_by(5.0, 333.0, animated=True)
    for _ in range(6):
        view.motion.advance(25)
        assert view.stage.view().x_of(time) == pytest.approx(333.0, abs=0.01)
    view.motion.stop()


def test_without_motion_the_view_is_there_at_once(view):
    view.zoom_by(4.0, 300.0, animated=True)
    assert not view.motion.moving
    assert view.stage.view().zoom == pytest.approx(view.stage.all().zoom * 4)


def test_every_theme_paints_its_paper_and_the_hue_of_each_kind(view):
    for name in ("light", "dark"):
        theme = load_theme(name)
        view.set_theme(theme)
        seen = {one.lower() for one in colours(view, view.rect())}
        assert theme.paper.lower() in seen
        assert theme.hues["blue"].lower() in seen


def test_a_selected_card_wears_the_accent(view):
    view.set_selection(["founding"])
    assert load_theme("light").accent.lower() in colours(view, view.rect())


def test_a_painted_view_is_painted_the_same_again(view):
    assert view.grab().toImage() == view.grab().toImage()


def test_an_empty_timeline_says_what_to_do(make_view):
    view = make_view(columns([], [], []))
    assert "لا أحداث بعد" in view.stage.names.empty
    ink = colours(view, view.rect())
    assert len(ink) > 3


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_any_small_number_of_events_is_painted(make_view, count):
    made = columns([day_of(2025)] * count, [day_of(2025) + 1] * count, ["حدث"] * count)
    view = make_view(made)
    assert len([card for card in view.scene().cards if not card.ghost]) == count


def test_type_at_200_percent_loses_no_card(make_view):
    view = make_view(six(), IDS, scale=200)
    view.resize(1600, 1000)
    QApplication.processEvents()
    assert {card.event for card in view.scene().cards} == set(range(6))


@pytest.mark.parametrize("size", [(1040, 420), (870, 330), (820, 412), (760, 330)])
def test_every_event_of_the_sample_keeps_a_card_on_a_laptop(view, size):
    view.resize(*size)
    QApplication.processEvents()
    cards = [card for card in view.scene().cards if not card.ghost]
    assert {card.event for card in cards} == set(range(6))
    assert not any(a.box.meets(b.box) for a in cards for b in cards if a is not b)


@pytest.mark.parametrize("size", [(1014, 420), (870, 380)])
def test_in_true_proportion_too_where_four_of_six_stand_in_a_corner(make_view, size):
    view = make_view(six(), IDS, proportion="true")
    view.resize(*size)
    QApplication.processEvents()
    cards = [card for card in view.scene().cards if not card.ghost]
    assert {card.event for card in cards} == set(range(6))
    assert not next(card for card in cards if card.event == 0).text.chip, "whole where it has room"


def test_the_hijri_row_comes_and_goes(make_view):
    view = make_view(six(), IDS, hijri=True)
    assert any("جمادى" in label.text for label in view.scene().axis.hijri)
    view.set_options(hijri=False)
    assert not view.scene().axis.hijri


def test_a_border_where_only_the_rate_of_time_changes_says_no_length(view, monkeypatch):
    said = []
    monkeypatch.setattr(view.stage.names, "folded", lambda first, last: said.append(last - first) or "")
    view.show_scale(view.stage.view().panned(-700.0))
    view.repaint()
    assert any(start == end for start, end in view.scene().axis.breaks)
    assert all(length > 1 for length in said)


def test_a_crowd_in_lanes_names_every_lane_and_shows_chips(make_view, many):
    view = make_view(many(lanes=5), lanes="source")
    assert [lane.name for lane in view.stage.frame().lanes] == [f"مصدر {k}" for k in range(5)]
    assert view.scene().cards


def test_every_id_of_a_crowd_is_found_without_counting_them(make_view, many):
    view = make_view(many())
    view.set_selection([1499])
    assert view.selection == (1499,)


def test_many_turns_of_the_wheel_without_a_pause_are_one_view_to_go_back_from(view):
    start = view.stage.view().first
    for _ in range(5):
        view.zoom_by(1.25, 300.0, animated=False)
    view.back()
    assert view.stage.view().first == pytest.approx(start)


@pytest.mark.parametrize(("axis", "side"), [("rtl", -1), ("ltr", 1)])
def test_an_event_with_an_open_end_goes_on_into_the_future(make_view, axis, side):
    made = columns([day_of(2014)], [day_of(2014) + 40], ["حدث"], openness=[OPEN_END])
    view = make_view(made, axis=axis)
    marks, colour = view.scene().marks, load_theme("light").paper.lower()
    edge = marks.left[0] if side < 0 else marks.right[0]
    image = view.grab().toImage()
    y = int((marks.top[0] + marks.bottom[0]) / 2)
    assert image.pixelColor(int(edge + side * 10), y).name() != colour
    assert image.pixelColor(int((marks.right[0] if side < 0 else marks.left[0]) - side * 10), y).name() == colour


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("x", [0.0, 5.0, 1190.0, 1200.0])
def test_the_word_today_is_whole_at_the_edge_of_the_view(make_view, x, scale):
    today = day_of(2016)
    ends = [day_of(1923), day_of(2025, 11, 24)]  # two events, whose cards do not reach up to the word
    view = make_view(columns(ends, [day + 1 for day in ends], ["حدث"] * 2), today=today, scale=scale, proportion="true")
    view.show_scale(view.stage.view().panned(x - float(view.stage.view().x_of(float(today)))))
    wide, high = view.stage.painter.labels.size("اليوم", "count")
    image = view.grab().toImage()
    inked = [
        (column, row)
        for column in range(image.width())
        for row in range(int(high) + 1)
        if image.pixelColor(column, row).green() - image.pixelColor(column, row).red() > 40
    ]
    across, down = [column for column, _ in inked], [row for _, row in inked]
    assert len(inked) > 20
    assert wide * 0.5 < max(across) - min(across) <= wide
    assert min(across) >= 2
    assert max(across) < image.width() - 2
    assert min(down) >= 1


def test_no_line_crosses_the_words_of_an_empty_timeline(make_view):
    view = make_view(columns([], [], []))
    frame = view.stage.frame()
    wide = view.stage.type.width(view.stage.names.empty, "title")
    middle, left = int(frame.axis / 2), int((frame.width - wide) / 2)
    image = view.grab().toImage()
    paper = view.stage.palette.paper
    above = {image.pixelColor(x, middle - 18).name() for x in range(left - 10, left + int(wide) + 10)}
    assert above == {paper.name()}
    assert len({image.pixelColor(x, middle - 60).name() for x in range(left, left + int(wide))}) > 1
