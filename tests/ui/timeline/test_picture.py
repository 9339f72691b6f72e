"""The picture for paper is painted at its own pixels, and the canvas is as before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from timeline_app.ui import printing
from timeline_app.ui.timeline.picture import picture


@pytest.fixture
def view(pane):
    return pane.view


def plain(image: QImage) -> QImage:
    image.setDevicePixelRatio(1.0)
    return image


def test_letters_are_as_sharp_as_the_page_and_not_enlarged(view):
    small, large = plain(picture(view, 1.0)), plain(picture(view, 3.0))
    assert large.width() == 3 * small.width() == 3 * view.width()
    enlarged = small.scaled(large.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    assert darkest(large) < darkest(enlarged)  # ink stands on pixels of its own instead of being spread over three


def darkest(image: QImage, share: float = 0.003) -> int:
    """How dark the darkest pixels are: below which grey lies a share of all."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = (bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height()))
    levels = sorted(level for row in rows for level in row)
    return levels[int(len(levels) * share)]


def test_what_serves_the_hand_is_left_out(view):
    bare = picture(view, 2.0)
    view.choosing.choose(0)
    view.setFocus()
    assert picture(view, 2.0).size() == bare.size()
    assert bare.height() < 2 * view.height()  # the overview strip
    view.choosing.choose_none()
    assert picture(view, 2.0) == bare


def test_the_canvas_is_as_before(view):
    before, ratio, looked = view.grab().toImage(), view.stage.ratio, view.stage.view()
    picture(view, 2.5)
    assert (view.stage.ratio, view.stage.view()) == (ratio, looked)
    assert view.grab().toImage() == before


@pytest.mark.parametrize("code", ["png", "pdf"])
def test_the_window_writes_it(window, tmp_path, code):
    path = tmp_path / f"timeline.{code}"
    printing.paint(window, code, path)
    head = path.read_bytes()[:5]
    assert head in {b"\x89PNG\r", b"%PDF-"}
    if code == "png":
        assert QImage(str(path)).width() == 2 * window.timeline.view.width()
