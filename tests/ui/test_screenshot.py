from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage

from timeline_app import assets
from timeline_app.model.problem import Problem
from timeline_app.ui import screenshot


@pytest.fixture(autouse=True)
def keep_qt_messages(monkeypatch):
    """The test's own handler of Qt's messages stays."""
    monkeypatch.setattr("PySide6.QtCore.qInstallMessageHandler", lambda _handler: None)


def options(path, **given):
    usual = {"size": "1280x720", "theme": "light", "language": "ar", "axis": None, "proportion": None, "lanes": None}
    return SimpleNamespace(**{"paths": [str(assets.seeds())], "to": str(path), "select": None, "view": None, **usual, **given})


def test_the_same_window_is_drawn_at_every_run(qapp, tmp_path):
    for name in ("one.png", "two.png"):
        screenshot.take(options(tmp_path / name))
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    assert QImage(str(tmp_path / "one.png")).size().toTuple() == (1280, 720)


def test_theme_and_language_are_seen(qapp, tmp_path):
    screenshot.take(options(tmp_path / "dark.png", theme="dark", language="en", select="تأسيس", view="1900-01-01/2030-01-01"))
    assert QImage(str(tmp_path / "dark.png")).pixelColor(4, 400).lightness() < 60


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"size": "big"}, "size-unreadable"),
        ({"size": "0x100"}, "size-unreadable"),
        ({"view": "2025"}, "view-unreadable"),
        ({"view": "2025-11-30/2025-11-01"}, "view-unreadable"),
        ({"select": "لا حدث كهذا"}, "event-unknown"),
    ],
)
def test_wrong_options_are_said(qapp, tmp_path, given, code):
    with pytest.raises(Problem) as told:
        screenshot.take(options(tmp_path / "x.png", **given))
    assert told.value.step.code == code


def test_a_file_that_cannot_be_written_is_said(qapp, tmp_path):
    with pytest.raises(Problem) as told:
        screenshot.take(options(tmp_path / "no" / "x.png"))
    assert told.value.step.code == "write-failed"
