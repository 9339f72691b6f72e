"""What a hand can do in the window, done to the real window."""

from collections import Counter
from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from tests.ui.sample import CONTRADICTIONS, EVENTS
from timeline_app.model.article import Publication
from timeline_app.model.decision import (
    AcceptEvent,
    AcceptSuggestion,
    Bulk,
    ChooseDate,
    Decision,
    Detach,
    KeepAsWritten,
    Merge,
    Redate,
    RejectEvent,
    Rename,
    SetKind,
    SetNote,
    SetPlace,
    Split,
)
from timeline_app.model.event import EventStatus
from timeline_app.model.problem import Problem
from timeline_app.services.intake import read_text
from timeline_app.services.workspace import Workspace
from timeline_app.storage.dossier_file import Contents
from timeline_app.ui.inspector import pane
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.session import Session
from timeline_app.ui.settings import MemoryStore, Settings
from timeline_app.ui.widgets import Pressable


def named(window, kind, text):
    QApplication.processEvents()
    return next(widget for widget in window.findChildren(kind) if plain(widget.text()) == text and not widget.isHidden())


def plain(text):
    return "".join(letter for letter in text if not "\u2066" <= letter <= "\u2069")


def test_every_pane_has_the_name_scripts_look_for(window):
    names = {"timelineView", "reader", "eventList", "articleList", "searchBox", "reviewPanel", "inspector"}
    assert window.timeline.view.objectName() in names
    assert {name for name in names if window.findChild(QWidget, name) is not None} == names


def test_the_window_has_its_icon(window):
    assert not window.windowIcon().pixmap(64, 64).isNull()


def test_the_window_is_arabic_and_runs_from_right_to_left(window):
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["الملف", "تحرير", "عرض", "مراجعة", "تصدير", "مساعدة"]
    assert window.articles_dock.x() > window.inspector_dock.x()


def test_english_turns_everything_round(window):
    window.session.change_settings(language="en", axis="ltr")
    QApplication.processEvents()
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert window.articles_dock.x() < window.inspector_dock.x()
    assert window.inspector.tabs.tabText(pane.EVENTS) == "Events 6"


def test_the_status_line_counts_in_good_arabic(window):
    assert plain(window.status.counts.text()) == "محفوظ · 6 أحداث من 5 مقالات · تعارضان"


def test_an_article_pressed_is_read(window, qtbot):
    view = window.articles.view
    place = view.visualRect(window.articles.model.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.passage.article == window.session.state.analysis.articles[1].id


def test_the_list_of_articles_follows_the_reader(window):
    window.session.select(["election"])
    chosen = window.articles.view.currentIndex().row()
    assert chosen == 1


def test_the_event_list_selects_and_follows(window, qtbot):
    window.commands.give("show_events")
    view, model = window.inspector.events_pane.view, window.inspector.events_pane.model
    QApplication.processEvents()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(2, 1)).center())
    assert window.session.current == "session-92"
    window.session.select(["founding"])
    assert view.currentIndex().row() == 0


def test_the_event_list_filters_by_folded_words(window, write, qtbot):
    window.commands.give("show_events")
    events = window.inspector.events_pane
    write(events.filter, "الانتربول تاسيس")
    qtbot.waitUntil(lambda: events.model.rowCount() == 1)
    assert events.model.event_at(0) == "founding"
    write(events.filter, " كلمة غائبة")
    qtbot.waitUntil(lambda: events.model.rowCount() == 0)
    assert not events.empty.isHidden()


def test_the_event_list_sorts_by_its_columns(window):
    window.commands.give("show_events")
    model = window.inspector.events_pane.model
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert model.event_at(0) == "session-93"
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.event_at(5) == "founding"


def test_a_title_is_edited_in_the_list(window, desk):
    window.commands.give("show_events")
    model = window.inspector.events_pane.model
    assert model.setData(model.index(0, 1), "قيام المنظمة")
    assert desk.acts == [Rename(window.session.ref("founding"), "قيام المنظمة")] or desk.acts[0].title == "قيام المنظمة"
    assert model.data(model.index(0, 1)) == "قيام المنظمة"


@pytest.mark.parametrize(
    ("command", "field", "typed", "expected"),
    [
        ("rename", "fieldTitle", "قيام المنظمة", Rename),
        ("set_place", "fieldPlace", "باريس", SetPlace),
        ("set_note", "fieldNote", "للتحقق", SetNote),
        ("redate", "dateField", "سنة 1924", Redate),
    ],
)
def test_parts_of_an_event_are_edited_in_place(window, desk, write, press, command, field, typed, expected):
    window.session.select(["founding"])
    window.actions_of[command].trigger()
    QApplication.processEvents()
    line = next(one for one in window.inspector.findChildren(QLineEdit, field) if one.isVisible())
    assert line.hasFocus()
    line.clear()
    write(line, typed)
    press(line, Qt.Key.Key_Return)
    assert isinstance(desk.acts[-1], expected)
    assert typed in vars_of(desk.acts[-1])


def vars_of(act):
    return {getattr(act, name) for name in act.__slots__ if isinstance(getattr(act, name), str)}


def test_escape_leaves_everything_as_it_was(window, desk, write, press):
    window.session.select(["founding"])
    window.actions_of["rename"].trigger()
    QApplication.processEvents()
    line = next(one for one in window.inspector.findChildren(QLineEdit, "fieldTitle") if one.isVisible())
    write(line, "غير ذلك")
    press(line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert desk.acts == []
    assert not [one for one in window.inspector.findChildren(QLineEdit, "fieldTitle") if one.isVisible()]


def test_a_date_that_cannot_be_read_is_not_taken(window, desk, write, press):
    window.session.select(["founding"])
    window.actions_of["redate"].trigger()
    QApplication.processEvents()
    line = next(one for one in window.inspector.findChildren(QLineEdit, "dateField") if one.isVisible())
    write(line, "يوما ما")
    press(line, Qt.Key.Key_Return)
    assert desk.acts == []
    assert line.property("wrong") is True


def test_the_suggested_date_is_accepted_with_one_press(window, desk, qtbot):
    window.session.select(["opening"])
    qtbot.mouseClick(named(window.inspector, QPushButton, "تصحيح إلى 24 نونبر 2025"), Qt.MouseButton.LeftButton)
    act = desk.acts[-1]
    assert isinstance(act, AcceptSuggestion)
    assert act.passages == (EVENTS[5].mentions[1].passage,)
    assert "weekday" not in window.session.state.contradictions


@pytest.mark.parametrize("language", ["ar", "en"])
def test_with_hijri_dates_the_inspector_is_no_wider_than_its_pane(window, language):
    window.session.change_settings(language=language, hijri=True)
    window.session.select(["opening"])
    QApplication.processEvents()
    areas = [area for area in window.inspector.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    assert all(area.widget().width() <= area.viewport().width() for area in areas)


def test_the_inspector_shows_the_event_whole(window, desk):
    decided = Decision("d1", "2025-11-30T10:00:00+00:00", Rename(window.session.ref("opening"), "انطلاق الأشغال"))
    desk.state = replace(desk.state, trail=MappingProxyType({"opening": (decided,)}))
    window.session.take()
    window.session.select(["opening"])
    body, words = window.inspector.event_pane, window.session.wording
    said = plain(" | ".join(one.text() for one in body.findChildren(QLabel) if one.isVisibleTo(body)))
    assert EVENTS[5].title in said
    assert "الأطراف: \u200fالإنتربول، عبد اللطيف الحموشي" in said
    assert "الاثنين 24 نونبر 2025" in said
    assert "انطلقت، الاثنين، في مدينة مراكش" in said
    assert words.text("The weekday does not fit the date") in said
    assert "انطلاق الأشغال" in said
    assert "30 نونبر 2025" in said


def test_another_sources_date_is_shown_instead_and_the_first_is_not_lost(window, desk, qtbot):
    window.session.select(["opening"])
    qtbot.mouseClick(named(window.inspector, QPushButton, "إظهار هذا التاريخ"), Qt.MouseButton.LeftButton)
    act = desk.acts[-1]
    assert isinstance(act, ChooseDate)
    assert act.dates == EVENTS[5].mentions[1].dates
    assert EVENTS[5].mentions[0].dates == EVENTS[5].dates


def test_what_is_written_can_be_kept(window, desk):
    window.session.select(["opening"])
    window.actions_of["keep_as_written"].trigger()
    assert isinstance(desk.acts[-1], KeepAsWritten)


def test_accept_and_reject_go_through_the_keyboard_commands(window, desk):
    window.session.select(["session-92"])
    window.actions_of["accept"].trigger()
    assert isinstance(desk.acts[-1], AcceptEvent)
    window.actions_of["reject"].trigger()
    assert isinstance(desk.acts[-1], RejectEvent)
    assert window.session.current == "election", "the next event is gone on with"


def test_bulk_acts_are_one_act(window, desk):
    window.session.select(["session-92", "election"])
    window.actions_of["accept"].trigger()
    assert isinstance(desk.acts[-1], Bulk)
    assert len(desk.acts) == 1


def test_several_events_are_merged_into_the_current(window, desk):
    window.session.select(["opening", "session-93"], current="session-93")
    window.actions_of["merge"].trigger()
    assert isinstance(desk.acts[-1], Merge)
    assert desk.acts[-1].into.event == "session-93"
    assert window.session.selected == {"session-93"}
    assert len(window.session.current_event.mentions) == 6


def test_one_source_is_split_off(window, desk):
    window.session.select(["session-93"])
    window.session.turn_source(1)
    window.actions_of["split"].trigger()
    assert isinstance(desk.acts[-1], Split)
    assert window.session.current == "session-93-2"


def test_one_source_is_detached(window, desk):
    window.session.select(["session-93"])
    window.actions_of["detach"].trigger()
    assert isinstance(desk.acts[-1], Detach)
    assert desk.acts[-1].passage == EVENTS[4].mentions[0].passage


def test_commands_are_off_where_there_is_nothing_to_do_them_to(window):
    assert not window.actions_of["rename"].isEnabled()
    window.session.select(["session-76"])
    assert window.actions_of["rename"].isEnabled()
    assert not window.actions_of["merge"].isEnabled()
    assert not window.actions_of["split"].isEnabled(), "it has one source"


def test_the_kind_is_chosen_from_a_menu(window, desk):
    window.session.select(["founding"])
    window.commands.offer_kinds(QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    action = next(one for one in menu.actions() if one.text() == "هجوم")
    action.trigger()
    menu.close()
    assert desk.acts == [SetKind(window.session.ref("founding"), "attack")] or desk.acts[0].kind == "attack"


def test_undo_and_redo_say_what_they_would_do(window):
    assert not window.actions_of["undo"].isEnabled()
    window.session.decide(Rename(window.session.ref("founding"), "قيام"))
    said = plain(window.actions_of["undo"].text())
    assert said.startswith("تراجع عن ")
    assert "{" not in said
    window.actions_of["undo"].trigger()
    assert window.session.state.events["founding"].title == EVENTS[0].title
    assert window.actions_of["redo"].isEnabled()


def test_what_was_done_is_said(window):
    window.session.select(["opening", "session-93"], current="session-93")
    window.actions_of["merge"].trigger()
    assert plain(window.status.currentMessage()) == "تم: دمج حدثين"


def test_the_review_goes_from_one_open_thing_to_the_next(window):
    seen = []
    for _ in range(3):
        window.actions_of["next_review"].trigger()
        seen.append(window.session.current)
    assert seen == ["election", "opening", "session-93"]
    window.actions_of["next_review"].trigger()
    assert window.session.current == "election"


def test_two_things_of_one_event_are_gone_to_one_after_the_other(window, desk):
    twice = replace(CONTRADICTIONS[1], id="more", events=("opening",))
    desk.state = replace(desk.state, contradictions=MappingProxyType({**desk.state.contradictions, "more": twice}))
    window.session.take()
    seen = []
    for _ in range(4):
        window.actions_of["next_review"].trigger()
        seen.append((window.session.current, window.session.passage.quote))
    assert [event for event, _ in seen] == ["election", "opening", "opening", "session-93"]
    assert len(set(seen)) == 4


def test_the_review_confirms_and_counts_down(window, desk):
    window.commands.give("show_review")
    panel = window.inspector.review_panel
    assert panel.model.rowCount() == 3
    panel.view.setCurrentIndex(panel.model.index(0))
    assert window.session.current == "election"
    panel.confirm()
    assert isinstance(desk.acts[-1], AcceptEvent)
    assert panel.model.rowCount() == 2
    assert plain(panel.progress_words.text()) == "حُسم 1 من 3"
    assert plain(window.toolbar.review.text()) == "مراجعة · بندان في الانتظار"


def test_while_the_review_is_looked_at_a_decision_by_key_goes_on_to_the_next(window, desk):
    window.commands.give("show_review")
    window.inspector.review_panel.view.setCurrentIndex(window.inspector.review_panel.model.index(0))
    seen = window.session.current
    window.commands.give("reject")
    assert window.session.state.events[seen].status is EventStatus.REJECTED
    assert window.session.current == window.inspector.review_panel.chosen.event != seen
    assert window.session.selected == {window.session.current}


def test_a_decision_in_the_inspector_stays_with_its_event(window, desk):
    window.session.select(["election"])
    window.commands.give("accept")
    assert window.session.current == "election"


def test_decisions_that_lost_their_passage_are_listed(window, desk):
    lost = Decision("d1", "2025-01-01T00:00:00Z", Rename(window.session.ref("founding"), "قيام"))
    desk.state = replace(desk.state, lost=(lost,))
    window.session.take()
    window.commands.give("show_review")
    assert "قرار واحد ضاع مقطعه" in window.inspector.review_panel.lost.text()
    assert "«قيام»" in plain(window.inspector.review_panel.lost.text())
    assert not window.inspector.review_panel.lost.isHidden()


def test_many_lost_decisions_leave_room_for_what_waits(window, desk):
    ref = window.session.ref("founding")
    lost = tuple(Decision(f"d{n}", "2025-01-01T00:00:00Z", Rename(ref, f"قيام {n}")) for n in range(80))
    desk.state = replace(desk.state, lost=lost)
    window.session.take()
    window.commands.give("show_review")
    QApplication.processEvents()
    panel = window.inspector.review_panel
    assert panel.lost.height() > 600
    assert panel.view.height() > 300
    assert "قيام 79" in panel.lost.text()


def test_the_docks_follow_the_text_back_to_its_size(window):
    QApplication.processEvents()
    before = window.inspector_dock.width()
    for scale in (110, 130, 150, 130, 110, 100):
        window.session.change_settings(scale=scale)
        QApplication.processEvents()
    assert abs(window.inspector_dock.width() - before) <= 1


def test_the_drawings_on_buttons_grow_with_the_text(window):
    window.session.select(["opening"])
    QApplication.processEvents()
    before = window.articles.folder.iconSize().width()
    window.session.change_settings(scale=200)
    QApplication.processEvents()
    assert window.articles.folder.iconSize().width() == 2 * before
    pens = [one for one in window.inspector.findChildren(QPushButton) if one.property("look") == "pen" and one.isVisible()]
    assert [pen.iconSize().width() for pen in pens] == [2 * before]


def test_figures_that_differ_are_seen_and_offer_no_date(window):
    window.commands.give("show_review")
    panel = window.inspector.review_panel
    items = panel.model.items
    row = next(row for row in range(len(items)) if items[row].contradiction and items[row].contradiction.id == "figures")
    panel.view.setCurrentIndex(panel.model.index(row))
    shown = {one.text() for one in panel.findChildren(QPushButton) if not one.isHidden() and one.text()}
    assert "اطُّلع عليه" in shown
    assert not {"تغيير التاريخ", "إبقاء كما كُتب"} & shown


def test_undated_passages_are_dated_with_one_line(window, desk, write, press):
    window.commands.give("show_undated")
    tray = window.inspector.tray
    tray.view.setCurrentIndex(tray.model.index(0))
    write(tray.date.line, "26 نونبر 2025")
    press(tray.date.line, Qt.Key.Key_Return)
    assert type(desk.acts[-1]).__name__ == "DateMention"
    assert desk.acts[-1].passage == window.session.state.undated[0].passage


def test_a_passage_of_the_tray_is_dated_by_its_article(window, desk):
    tray = window.inspector.tray
    tray.view.setCurrentIndex(tray.model.index(0))
    tray.published.click()
    assert desk.acts[-1].dates == (window.session.state.articles[desk.acts[-1].passage.article].published.when,)


def test_a_source_pressed_in_the_inspector_is_read(window, qtbot):
    from timeline_app.ui.inspector.source import SourceCard

    window.session.select(["session-93"])
    QApplication.processEvents()
    cards = [card for card in window.inspector.findChildren(SourceCard) if not card.isHidden()]
    qtbot.mouseClick(cards[2], Qt.MouseButton.LeftButton)
    assert window.session.mention_index == 2


def test_problems_stand_above_the_timeline_until_dismissed(window):
    window.session.problem_raised.emit(Problem("file-empty", path="خبر.txt"))
    assert window.banner.isVisible()
    assert "خبر.txt" in window.banner.message.text()
    window.banner.dismiss.click()
    assert not window.banner.isVisible()


def test_files_dropped_on_the_window_are_opened(window, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(window.session, "open_paths", opened.extend)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "خبر.txt"))])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), action, data, buttons, keys))
    assert [path.name for path in opened] == ["خبر.txt"]


def test_a_narrow_window_folds_the_articles_and_a_wide_one_sets_the_reader_beside(window):
    window.resize(1280, 720)
    QApplication.processEvents()
    assert window.articles_dock.width() < 80
    window.resize(2560, 1440)
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.splitter.orientation() is Qt.Orientation.Horizontal
    assert window.articles_dock.width() > 180


def test_text_grows_to_twice_its_size_and_the_window_still_fits(window):
    for _ in range(20):
        window.actions_of["larger"].trigger()
    QApplication.processEvents()
    assert window.session.settings.scale == 200
    assert window.minimumSizeHint().width() <= 1600


def test_the_dark_theme_is_put_on_at_once(window):
    window.actions_of["dark"].trigger()
    assert window.session.settings.theme == "dark"
    assert window.palette().window().color().lightness() < 60


def test_where_everything_stood_is_remembered(window):
    window.close()
    assert window.session.store.value("window/geometry") is not None
    assert window.session.store.value("window/state-rtl") is not None


def test_an_empty_dossier_says_what_to_do(window):
    from timeline_app.model.dossier import DossierState

    window.session.show_work(type(window.session.work)(DossierState()))
    QApplication.processEvents()
    assert "إفلات" in window.articles.drop.findChildren(QWidget)[0].text()
    assert window.status.counts.text() == "لا مقالات بعد"
    assert not window.actions_of["rename"].isEnabled()


def test_the_first_window_is_no_larger_than_the_screen(qtbot):
    made = MainWindow(Session(MemoryStore(Settings(motion=False))))
    qtbot.addWidget(made)
    made.session.setParent(made)
    room = made.screen().availableSize()
    assert made.width() <= room.width()
    assert made.height() <= room.height()


def test_the_next_to_decide_is_shown_where_it_can_be_decided(window):
    window.actions_of["show_events"].trigger()
    window.actions_of["next_review"].trigger()
    assert window.session.current_event is not None
    assert window.inspector.tabs.currentIndex() == pane.EVENT


def test_both_sides_of_a_contradiction_name_their_source_and_lead_to_it(window, qtbot):
    window.session.select(["opening"])
    sides = [one for one in window.inspector.findChildren(Pressable) if "«" in one.accessibleName()]
    doubt = window.session.state.contradictions["weekday"]
    titles = [window.session.state.articles[one.passage.article].title for one in doubt.evidence]
    assert [title for title in titles if title in sides[titles.index(title)].accessibleName()] == titles
    qtbot.mouseClick(sides[0], Qt.MouseButton.LeftButton)
    assert window.session.passage == doubt.evidence[0].passage


def test_articles_of_unknown_date_are_dated_with_one_press(window, desk, qtbot):
    offer = window.articles.undated
    assert not offer.isVisible(), "of one alone the list itself says so"
    unknown = {name: replace(one, published=Publication()) for name, one in desk.state.articles.items()}
    desk.state = replace(desk.state, articles=MappingProxyType(unknown))
    window.session.take(whole=True)
    assert offer.isVisible()
    window.articles.publication_requested.disconnect()
    with qtbot.waitSignal(window.articles.publication_requested) as told:
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert told.args == [tuple(unknown)]


def test_what_can_be_done_with_several_stands_below_the_list_they_are_chosen_in(window, desk, qtbot):
    window.inspector.show_page(pane.EVENTS)
    window.session.select(["session-92"])
    assert not named_shown(window.inspector.events_pane, "دمج")
    window.session.select(["session-92", "election"])
    qtbot.mouseClick(named_shown(window.inspector.events_pane, "دمج")[0], Qt.MouseButton.LeftButton)
    assert isinstance(desk.acts[-1], Merge)


def named_shown(parent, text):
    return [one for one in parent.findChildren(QPushButton) if one.text() == text and one.isVisible()]


def test_the_keyboard_walks_through_the_inspector_from_top_to_bottom(window):
    window.session.select(["opening"])
    window.actions_of["accept"].trigger()
    window.session.select(["opening"])
    stops, here = [], window.inspector.event_pane
    for _ in range(60):
        here = here.nextInFocusChain()
        inside = window.inspector.event_pane.isAncestorOf(here) and here.isVisible()
        if inside and here.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(here, QPushButton | Pressable):
            stops.append(here.mapTo(window.inspector.event_pane, QPoint(0, 0)).y())
    assert len(stops) > 6
    assert stops == sorted(stops)


def test_where_no_day_is_known_the_inspector_says_what_is_missing_and_asks_for_it(window, qtbot, monkeypatch):
    article = read_text("وصل الوفد أمس إلى الميناء.")
    window.session.show_work(Workspace(Contents((article,))))
    asked = []
    monkeypatch.setattr(window.commands, "set_publication", asked.append)
    qtbot.mouseClick(named(window.inspector, QPushButton, "تاريخ نشر المقال…"), Qt.MouseButton.LeftButton)
    assert asked == [(article.id,)], "the article that is being read"


def test_a_tab_that_is_clicked_has_the_keyboard_and_the_review_begins_with_one_press(window, qtbot):
    window.session.select(["founding"])
    tabs = window.inspector.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(pane.REVIEW).center())
    panel = window.inspector.review_panel
    assert panel.view.hasFocus()
    assert panel.chosen is None
    QApplication.processEvents()
    qtbot.mouseClick(named_shown(panel, "التالي للمراجعة")[0], Qt.MouseButton.LeftButton)
    assert panel.chosen is not None
    assert window.session.current == panel.chosen.event


@pytest.mark.parametrize("page", [pane.EVENT, pane.EVENTS, pane.REVIEW])
def test_a_decision_paints_every_list_and_the_timeline_once(window, desk, page):
    window.inspector.show_page(page)
    window.session.select(["opening"])
    for _ in range(5):
        QApplication.processEvents()
    count = _Paints()
    watched = (window.timeline.view, window.inspector.events_pane.view.viewport(), window.inspector.review_panel.view.viewport())
    for widget in watched:
        widget.installEventFilter(count)
    window.session.decide(Rename(window.session.ref("opening"), "افتتاح آخر"))
    for _ in range(5):
        QApplication.processEvents()
    assert count.of[window.timeline.view] == 1
    assert max(count.of.values()) == 1


class _Paints(QObject):
    """Counts the paintings of widgets."""

    def __init__(self):
        super().__init__()
        self.of = Counter()

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.of[watched] += 1
        return False
