"""Can an editor read the sample dossier with her hands on the real program: by mouse, then by keyboard alone?"""

from __future__ import annotations

from collections import Counter
from operator import sub

import pytest
from PySide6.QtGui import QImage

from tests.desktop.desktop import Desktop
from timeline_app.ui.reader.brush import _CURRENT
from timeline_app.ui.theme import load_theme
from timeline_app.ui.timeline.palette import Palette

pytestmark = pytest.mark.desktop

ELECTION = "انتخاب المملكة المغربية"
MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")
WORKS = ("مدرسة", "جسر", "مستشفى", "مكتبة", "سوق", "محطة", "ملعب")


@pytest.fixture
def desktop(tmp_path):
    with Desktop(tmp_path) as desktop:
        desktop.start()
        yield desktop


@pytest.fixture
def crowded(tmp_path):
    """The program with a diary of 300 openings, more than there is room for cards."""
    diary = tmp_path / "diary.txt"
    months = [(year * 12 + month, name, year) for year in range(2001, 2026) for month, name in enumerate(MONTHS)]
    lines = [f"افتتح الوالي {WORKS[n % 7]} يوم {1 + n * 11 % 28} {name} {year}." for n, name, year in months]
    diary.write_text("\n\n".join(["يوميات المدينة", *lines]), "utf-8")
    with Desktop(tmp_path) as desktop:
        desktop.start(str(diary))
        yield desktop


def on_timeline(nodes, role):
    timeline = next((n for n in nodes if n.role == "list" and n.name == "الخطّ الزمني"), None)
    return [n for n in timeline.children if n.role == role and n.showing] if timeline else []


def cards(nodes):
    """The events in view on the timeline."""
    return on_timeline(nodes, "list item")


def clusters(nodes):
    """The pills that tell how many events have no card, in view on the timeline."""
    return on_timeline(nodes, "push button")


def gathered(nodes):
    """How many events the clusters in view gather."""
    return sum(int(n.name.split()[0]) for n in clusters(nodes))


def card(desktop, words):
    return desktop.see(lambda n: n.role == "list item" and words in n.name, what=f"the card «{words}»")


def reader_shows(desktop, words):
    desktop.see(lambda n: n.name.startswith("المقال:") and words in n.text, what=f"an article with «{words}»")


def passage_is_lit(desktop, path):
    """Wait until some of the reader is tinted as strongly as the current passage alone is."""
    palette = Palette(load_theme("light"))
    tints = [palette.mixed(hue, palette.paper, _CURRENT / 255).getRgb()[:3] for hue in (*palette.hues, palette.contradiction)]

    def lit(nodes):
        reader = next((n for n in nodes if n.name.startswith("المقال:") and n.showing), None)
        if reader is None:
            return False
        left, top, width, height = reader.box
        picture = QImage(str(desktop.screenshot(path)))
        found = Counter(
            picture.pixelColor(x, y).getRgb()[:3] for x in range(left, left + width, 2) for y in range(top, top + height, 2)
        )
        near = {colour: n for colour, n in found.items() if any(max(map(abs, map(sub, colour, tint))) <= 2 for tint in tints)}
        return max(near.values(), default=0) > 200

    desktop.wait_until(lit, what="the current passage lit up")


def label(desktop, words):
    return desktop.see(lambda n: n.role == "label" and n.name.startswith(words), what=f"the words «{words}»")


def test_by_mouse(desktop, tmp_path):
    desktop.wait_until(lambda nodes: len(cards(nodes)) == 6, what="six events on the timeline")
    names = sorted(cards(desktop.tree()), key=lambda n: n.centre[0], reverse=True)
    assert names[0].name.startswith("تأسيس"), "the past is at the right"

    before = card(desktop, ELECTION)
    desktop.wheel(before.centre, 4)
    desktop.wait_until(lambda nodes: len(cards(nodes)) < 6, what="fewer events after zooming in")
    (left, _, width, _), (after, _, _, _) = before.box, card(desktop, ELECTION).box
    assert abs(after - left) < width, "its card hangs over the event under the pointer, which stays there"

    start = card(desktop, ELECTION).centre[0]
    desktop.drag((before.centre[0] - 300, 130), (before.centre[0] - 180, 130))
    desktop.wait_until(
        lambda nodes: any(n.name.startswith(ELECTION) and abs(n.centre[0] - start - 120) < 30 for n in cards(nodes)),
        what="the card dragged by 120 pixels",
    )
    desktop.keys("ctrl+0")
    desktop.wait_until(lambda nodes: len(cards(nodes)) == 6, what="everything in the window again")

    desktop.click(card(desktop, ELECTION))
    label(desktop, ELECTION)
    reader_shows(desktop, "اليوم الخميس")
    passage_is_lit(desktop, tmp_path / "reader.png")
    picture = QImage(str(desktop.screenshot(tmp_path / "window.png")))
    colours = {picture.pixel(x, y) for x in range(340, 1360, 3) for y in range(100, 560, 3)}
    assert len(colours) > 50, "the timeline is painted"

    desktop.click(card(desktop, "الاثنين 24 نونبر 2025"))
    label(desktop, "المصدر 1 من")
    desktop.click(
        desktop.see(lambda n: n.role == "push button" and n.name == "المصدر التالي للحدث", what="the button of the next source")
    )
    label(desktop, "المصدر 2 من")

    desktop.click(desktop.see(lambda n: n.role == "text" and n.name == "بحث", what="the search box"))
    desktop.type("يعتبر")
    found = desktop.see(lambda n: n.role == "list item" and "يُعتبر الجهاز" in n.name, what="the word with its marks")
    desktop.click(found)
    reader_shows(desktop, "يُعتبر الجهاز التشريعي")


def test_by_keyboard_alone(desktop, tmp_path):
    desktop.wait_until(lambda nodes: len(cards(nodes)) == 6, what="six events on the timeline")
    desktop.keys("ctrl+1", "Down")
    desktop.wait_until(lambda nodes: any(n.selected and n.name.startswith("تأسيس") for n in cards(nodes)), what="the first event")
    desktop.keys("Down", "Down", "Down")
    desktop.wait_until(lambda nodes: any(n.selected and n.name.startswith(ELECTION) for n in cards(nodes)), what="the election")
    reader_shows(desktop, "اليوم الخميس")
    passage_is_lit(desktop, tmp_path / "reader.png")
    places = {n.name: n.centre[0] for n in cards(desktop.tree())}
    desktop.keys("plus", "plus", "plus")
    desktop.wait_until(
        lambda nodes: 0 < len(cards(nodes)) < 6 or {n.name: n.centre[0] for n in cards(nodes)} != places, what="a closer view"
    )
    closer = {n.name: n.centre[0] for n in cards(desktop.tree())}
    desktop.keys("Left", "Left")
    desktop.wait_until(
        lambda nodes: any(n.centre[0] > closer.get(n.name, 10_000) + 50 for n in cards(nodes)) or not cards(nodes),
        what="the view moved on to later events",
    )
    desktop.keys("ctrl+0")
    desktop.wait_until(lambda nodes: len(cards(nodes)) == 6, what="everything in the window again")
    desktop.keys("Down", "ctrl+bracketright")
    label(desktop, "المصدر 2 من")
    desktop.keys("ctrl+f")
    desktop.see(lambda n: n.name == "بحث" and n.focused, what="the search box ready for typing")
    desktop.type("يعتبر")
    desktop.see(lambda n: n.role == "list item" and "يُعتبر الجهاز" in n.name, what="the word with its marks")
    desktop.keys("Return")
    reader_shows(desktop, "يُعتبر")


def test_a_cluster_opens_by_mouse(crowded):
    crowded.wait_until(lambda nodes: gathered(nodes) > 200, what="most of 300 events in clusters")
    before = gathered(crowded.tree())
    pill = clusters(crowded.tree())[1]
    first, last = pill.name.split("·")[1].split("–")
    crowded.click(pill)
    crowded.wait_until(lambda nodes: 0 < gathered(nodes) < before / 2, what="what it gathers, spread out")
    years = {int(n.name.split("،")[1].split()[-1]) for n in cards(crowded.tree())}
    assert years
    assert int(first.split()[-1]) <= min(years) + 1, (first, years)
    assert max(years) <= int(last.split()[-1]) + 1, (last, years)
    crowded.click(pill, button=8)  # the button of the thumb
    crowded.wait_until(lambda nodes: gathered(nodes) == before, what="the view before")


def test_a_cluster_opens_by_keyboard(crowded):
    crowded.wait_until(lambda nodes: gathered(nodes) > 200, what="most of 300 events in clusters")
    before = gathered(crowded.tree())
    crowded.keys("ctrl+1", "alt+Down", "alt+Down")
    crowded.wait_until(lambda nodes: sum(n.focused for n in clusters(nodes)) == 1, what="the keyboard on a cluster")
    crowded.keys("Return")
    crowded.wait_until(lambda nodes: 0 < gathered(nodes) < before / 2, what="what it gathers, spread out")
    crowded.keys("Down")
    crowded.wait_until(lambda nodes: any(n.selected for n in cards(nodes)), what="an event selected")
    crowded.keys("ctrl+0")
    crowded.wait_until(lambda nodes: gathered(nodes) > 200, what="everything in the window again")
