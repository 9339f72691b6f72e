"""The canvas on the six events of the sample articles, without motion, at a size of its own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.calendars.gregorian import day_of
from timeline_app.layout.columns import CERTAINTIES, GRAINS, HUES, Extras, columns
from timeline_app.model.daterange import Certainty, Grain
from timeline_app.ui import fonts
from timeline_app.ui.theme import load_theme
from timeline_app.ui.timeline.pane import TimelinePane
from timeline_app.ui.timeline.view import TimelineView

LEFT = Qt.MouseButton.LeftButton
FOUNDING, SESSION_76, SESSION_92, ELECTION, SESSION_93, OPENING = range(6)
IDS = ("founding", "session-76", "session-92", "election", "session-93", "opening")


def six():
    rows = [
        (day_of(1923), day_of(1924), "تأسيس منظمة الإنتربول", "ochre", 2),
        (day_of(2007), day_of(2008), "المغرب يستضيف الدورة الـ76", "blue", 1),
        (day_of(2024, 11, 4), day_of(2024, 11, 8), "الدورة الـ92 في غلاسكو", "blue", 1),
        (day_of(2024, 11, 7), day_of(2024, 11, 8), "انتخاب المغرب نائبا للرئيس", "purple", 1),
        (day_of(2025, 11, 24), day_of(2025, 11, 28), "الدورة الـ93 في مراكش", "blue", 4),
        (day_of(2025, 11, 24), day_of(2025, 11, 25), "انطلاق أشغال الدورة", "green", 2),
    ]
    grain = [Grain.YEAR, Grain.YEAR, Grain.DAY, Grain.DAY, Grain.DAY, Grain.DAY]
    certainty = [Certainty.WRITTEN] * 3 + [Certainty.INFERRED, Certainty.WRITTEN, Certainty.WRITTEN]
    june = np.array([float(day_of(2025, 6, 24))])
    return columns(
        [row[0] for row in rows],
        [row[1] for row in rows],
        [row[2] for row in rows],
        hue=[HUES.index(row[3]) for row in rows],
        sources=[row[4] for row in rows],
        weight=[row[4] for row in rows],
        grain=[GRAINS.index(one) for one in grain],
        certainty=[CERTAINTIES.index(one) for one in certainty],
        contradicted=[False] * 5 + [True],
        extras=Extras(np.array([OPENING], np.int32), june, june + 1, np.array([True])),
    )


def crowd(count=1500, lanes=3):
    numbers = np.random.default_rng(4)
    start = day_of(2020) + np.floor(numbers.random(count) * 1500)
    return columns(
        start,
        start + np.where(numbers.random(count) < 0.2, 12, 1),
        [f"حدث رقم {k}" for k in range(count)],
        lane=numbers.integers(0, lanes, count),
        hue=numbers.integers(0, 8, count),
        weight=numbers.random(count),
        lanes=tuple(f"مصدر {k}" for k in range(lanes)),
    )


class Hand:
    """Does with a view what a person would, at points of the canvas."""

    def __init__(self, view):
        self.view = view
        self.clock = 1000

    def _mouse(
        self,
        kind,
        at,
        *,
        button=Qt.MouseButton.LeftButton,
        buttons=Qt.MouseButton.LeftButton,
        keys=Qt.KeyboardModifier.NoModifier,
    ):
        at = QPointF(*at)
        event = QMouseEvent(kind, at, QPointF(self.view.mapToGlobal(at.toPoint())), button, buttons, keys)
        self.clock += 10
        event.setTimestamp(self.clock)
        QApplication.sendEvent(self.view, event)

    def press(self, at, keys=Qt.KeyboardModifier.NoModifier):
        self._mouse(QEvent.Type.MouseButtonPress, at, keys=keys)

    def move(self, at, *, held=True):
        buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
        self._mouse(QEvent.Type.MouseMove, at, button=Qt.MouseButton.NoButton, buttons=buttons)

    def release(self, at, keys=Qt.KeyboardModifier.NoModifier):
        self._mouse(QEvent.Type.MouseButtonRelease, at, buttons=Qt.MouseButton.NoButton, keys=keys)

    def click(self, at, keys=Qt.KeyboardModifier.NoModifier):
        self.press(at, keys)
        self.release(at, keys)

    def double_click(self, at):
        self.click(at)
        self._mouse(QEvent.Type.MouseButtonDblClick, at)
        self.release(at)

    def drag(self, start, end, *, steps=6, keys=Qt.KeyboardModifier.NoModifier):
        self.press(start, keys)
        for step in range(1, steps + 1):
            share = step / steps
            self.move((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        self.release(end, keys)

    def wheel(self, at, *, x=0, y=0, pixels=False, keys=Qt.KeyboardModifier.NoModifier):
        delta, none = QPoint(x, y), QPoint()
        where = QPointF(*at)
        event = QWheelEvent(
            where,
            QPointF(self.view.mapToGlobal(where.toPoint())),
            delta if pixels else none,
            none if pixels else delta,
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)

    def key(self, key, keys=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.view, key, keys)

    def card(self, event):
        """The middle of an event's card."""
        box = next(card.box for card in self.view.scene().cards if card.event == event and not card.ghost)
        return box.left + box.width / 2, box.top + box.height / 2


@pytest.fixture
def make_view(qtbot):
    """make_view(columns, ids=None, **options): a shown canvas of 1200 by 600."""
    fonts.load_interface_fonts()

    def make(made, ids=None, **options):
        view = TimelineView(load_theme("light"))
        qtbot.addWidget(view)
        view.resize(1200, 600)
        view.set_options(**{"motion": False, **options})
        view.set_columns(made, ids=ids)
        view.show()
        QApplication.processEvents()
        return view

    return make


@pytest.fixture
def view(make_view):
    """The six events of the sample, by their ids."""
    return make_view(six(), IDS)


@pytest.fixture
def hand(view):
    return Hand(view)


@pytest.fixture
def hand_of():
    """hand_of(view)."""
    return Hand


@pytest.fixture
def many():
    """crowd(count, lanes)."""
    return crowd


@pytest.fixture
def pane(qtbot, session):
    """The timeline's pane on the sample dossier, painted once."""
    made = TimelinePane(session)
    qtbot.addWidget(made)
    made.resize(1100, 560)
    made.show()
    QApplication.processEvents()
    QApplication.processEvents()
    return made
