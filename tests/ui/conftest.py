"""The window's tests: offscreen, Arabic, with settings of their own and the sample dossier in memory."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.sample import Desk
from timeline_app.ui import fonts
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.session import Session
from timeline_app.ui.settings import MemoryStore, Settings


def pytest_collection_modifyitems(items):
    # the offscreen platform remarks that it does not tell anyone a window's size limits
    for item in items:
        if "/ui/" in str(item.path):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Nothing of the user's is read or written."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def session(qapp, desk):
    fonts.load_interface_fonts()
    made = Session(MemoryStore(Settings(motion=False)))
    made.show_work(desk)
    yield made
    made.deleteLater()


@pytest.fixture
def window(qapp, qtbot, desk):
    fonts.load_interface_fonts()
    made = MainWindow(Session(MemoryStore(Settings(motion=False))))
    made.session.setParent(made)
    made.resize(1600, 1000)
    made.show()
    QApplication.processEvents()
    made.session.show_work(desk)
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def write():
    """Types Arabic as an input method does: the test keyboard of Qt knows no Arabic letters."""

    def write(widget, text):
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return write


@pytest.fixture
def press():
    """Presses one key on a widget."""

    def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers))

    return press
