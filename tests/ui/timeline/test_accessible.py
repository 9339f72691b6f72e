from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

NAME = QAccessible.Text.Name


def test_a_screen_reader_finds_the_events_in_order_with_their_dates(view):
    canvas = QAccessible.queryAccessibleInterface(view)
    names = [canvas.child(k).text(NAME) for k in range(canvas.childCount())]
    assert canvas.role() == QAccessible.Role.List
    assert names[0] == "تأسيس منظمة الإنتربول، 1923، مصدران"
    assert names[5] == "انطلاق أشغال الدورة، الاثنين 24 نونبر 2025، مصدران، تاريخان"


def test_the_list_has_a_name_and_says_how_many_events_it_holds(view):
    canvas = QAccessible.queryAccessibleInterface(view)
    assert canvas.text(NAME) == "الخطّ الزمني"
    assert canvas.text(QAccessible.Text.Description) == "6 أحداث"


def test_what_lies_at_a_point_of_the_screen_is_the_event_of_its_card(view, hand):
    canvas = QAccessible.queryAccessibleInterface(view)
    x, y = hand.card(3)
    at = view.mapToGlobal(QPoint(int(x), int(y)))
    found = canvas.childAt(at.x(), at.y())
    assert canvas.indexOfChild(found) == 3
    assert found.rect().contains(at)


def test_an_item_knows_whether_it_is_selected(view):
    canvas = QAccessible.queryAccessibleInterface(view)
    view.set_selection(["election"])
    assert canvas.child(3).state().selected
    assert not canvas.child(2).state().selected


def test_of_a_crowd_the_cards_in_view_are_listed_and_then_the_clusters(make_view, many):
    view = make_view(many())
    canvas = QAccessible.queryAccessibleInterface(view)
    cards, clusters = {card.event for card in view.scene().cards}, view.scene().clusters
    roles = [canvas.child(k).role() for k in range(canvas.childCount())]
    assert roles == [QAccessible.Role.ListItem] * len(cards) + [QAccessible.Role.Button] * len(clusters)
    first = canvas.child(len(cards))
    assert first.text(NAME).startswith(f"{clusters[0].number} حدث")
    x, y = first.rect().center().x(), first.rect().center().y()
    assert canvas.indexOfChild(canvas.childAt(x, y)) == len(cards)


def test_a_screen_reader_hears_which_cluster_the_keyboard_is_on(make_view, many, hand_of):
    view = make_view(many())
    view.setFocus()
    hand_of(view).key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    canvas = QAccessible.queryAccessibleInterface(view)
    item = canvas.child(canvas.current())
    assert item.role() == QAccessible.Role.Button
    assert item.state().focused == view.hasFocus()
    assert not any(canvas.child(k).state().focused for k in range(canvas.childCount()) if k != canvas.current())
