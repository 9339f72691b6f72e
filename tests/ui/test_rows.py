"""Long lists: only what is in view is measured."""

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtWidgets import QStyledItemDelegate

from timeline_app.ui.rows import LongList


class Counting(QStyledItemDelegate):
    def __init__(self):
        super().__init__()
        self.measured = set()

    def sizeHint(self, option, index):
        self.measured.add(index.row())
        return QSize(80, 30 + index.row() % 7)


def test_thousands_that_wait_are_listed_without_measuring_them(qtbot):
    view, model, delegate = LongList(), QStringListModel([str(n) for n in range(20_000)]), Counting()
    qtbot.addWidget(view)
    view.setItemDelegate(delegate)
    view.setModel(model)
    view.resize(300, 600)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    view.setCurrentIndex(model.index(15_000, 0))
    view.grab()
    assert view.rowHeight(15_000) == 30 + 15_000 % 7
    assert view.viewport().rect().contains(view.visualRect(model.index(15_000, 0)))
    model.removeRows(15_000, 1)
    view.grab()
    assert len(delegate.measured) < 80


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot):
    view, model = LongList(), QStringListModel([str(n) for n in range(50)])
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    view.setCurrentIndex(model.index(7, 0))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 49
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
