"""Long lists: only what is in view is measured, and painted once."""

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from timeline_app.ui.rows import LongList, OnceDelegate


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


class Once(OnceDelegate):
    """A delegate that counts how often it draws."""

    def __init__(self):
        super().__init__()
        self.drawn = []

    def look(self, _option, index):
        return index.data()

    def draw(self, painter, option, index):
        self.drawn.append(index.data())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor("#88aadd"))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data())


def test_what_looks_the_same_is_painted_once(qtbot):
    view, delegate = shown(qtbot, ["حدث", "خبر", "حدث"]), Once()
    view.setItemDelegate(delegate)
    first = view.viewport().grab().toImage()
    assert delegate.drawn == ["حدث", "خبر"]
    assert view.viewport().grab().toImage() == first
    assert delegate.drawn == ["حدث", "خبر"]
    view.setCurrentIndex(view.model().index(1, 0))
    chosen = view.viewport().grab().toImage()
    assert delegate.drawn == ["حدث", "خبر", "خبر"]
    assert chosen != first


def test_what_was_kept_looks_like_what_is_drawn(qtbot):
    words = ["حدث في مراكش", "2025", "خبر"]
    plainly, kept = shown(qtbot, words), shown(qtbot, words)
    plain, once = Once(), Once()
    plain.paint = plain.draw
    plainly.setItemDelegate(plain)
    kept.setItemDelegate(once)
    for view in (plainly, kept):
        view.setCurrentIndex(view.model().index(1, 0))
    here, there = (view.viewport().grab().toImage() for view in (plainly, kept))
    places = [(x, y) for x in range(here.width()) for y in range(here.height())]
    differ = [abs(a - b) for at in places for a, b in zip(seen(here, at), seen(there, at), strict=True)]
    assert max(differ) <= 16  # levels of 255: where letters touch, what is half seen through is blended twice


def seen(image, at):
    return image.pixelColor(*at).getRgb()


def shown(qtbot, words):
    view = LongList()
    model = QStringListModel(words, view)
    view.setModel(model)
    view.resize(240, 200)
    qtbot.addWidget(view)
    view.show()
    return view
