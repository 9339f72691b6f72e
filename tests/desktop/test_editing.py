"""Does one real editing story, done by mouse and keyboard, survive a kill -9?"""

from __future__ import annotations

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.test_reading import card, cards, label

pytestmark = pytest.mark.desktop

# the events by their dates: what they are titled is for other tests
OPENING = "الاثنين 24 نونبر 2025"
FOUNDING = "1923"
SESSION_92 = "4–7 نونبر 2024"
ELECTION = "الخميس 7 نونبر 2024"
HOSTING = "2007"


def select(desktop, words):
    desktop.click(card(desktop, words))
    desktop.wait_until(lambda nodes: any(n.selected and words in n.name for n in cards(nodes)), what=f"«{words}» selected")


def names(nodes):
    return [n.name for n in cards(nodes)]


def what_stands(nodes):
    """The events on the timeline, and how many the tabs count."""
    return sorted(names(nodes)), sorted(n.name for n in nodes if n.role == "page tab")


def shows(desktop, condition, what):
    desktop.wait_until(lambda nodes: condition(names(nodes)), what=what)


def typed_into_the_field(desktop, text):
    """Wait for the field that the key before has opened: no search box and no article."""
    desktop.wait_until(
        lambda nodes: any(n.role == "text" and n.focused and n.name != "بحث" and not n.name.startswith("المقال") for n in nodes),
        what="a field",
    )
    desktop.keys("ctrl+a")
    desktop.type(text)
    desktop.keys("Return")


def test_an_editing_story_survives_kill_9(tmp_path):
    with Desktop(tmp_path) as desktop:
        desktop.start()
        shows(desktop, lambda all_: len(all_) == 6, "six events")

        select(desktop, OPENING)
        desktop.keys("ctrl+shift+Return")
        shows(desktop, lambda all_: not any(OPENING in n and "تاريخان" in n for n in all_), "the suggested date accepted")

        select(desktop, ELECTION)
        desktop.keys("F2")
        typed_into_the_field(desktop, "فوز المغرب بالمنصب")
        shows(desktop, lambda all_: any(n.startswith("فوز المغرب بالمنصب") for n in all_), "the new title")

        select(desktop, HOSTING)
        desktop.keys("F3")
        typed_into_the_field(desktop, "5 نونبر 2007")
        shows(desktop, lambda all_: any(HOSTING in n and "5 نونبر 2007" in n for n in all_), "the date typed")

        desktop.keys("ctrl+z")
        shows(desktop, lambda all_: any(HOSTING in n and "5 نونبر 2007" not in n for n in all_), "the date undone")
        desktop.keys("ctrl+shift+z")
        shows(desktop, lambda all_: any(HOSTING in n and "5 نونبر 2007" in n for n in all_), "the date done again")

        select(desktop, FOUNDING)
        desktop.keys("ctrl+shift+m")
        shows(desktop, lambda all_: sum("1923" in n for n in all_) == 2, "the second source split off")
        label(desktop, "تأسيس")
        desktop.keys("ctrl+z")
        shows(desktop, lambda all_: sum("1923" in n for n in all_) == 1, "the split undone")

        desktop.click(card(desktop, SESSION_92))
        desktop.click(card(desktop, "فوز المغرب"), held="ctrl")
        desktop.wait_until(lambda nodes: sum(n.selected for n in cards(nodes)) == 2, what="two events selected")
        desktop.keys("ctrl+m")
        shows(desktop, lambda all_: len(all_) == 5, "two events merged")

        left, top, width, _ = desktop.see(lambda n: n.name.startswith("المقال:"), what="the reader").box
        desktop.click((left + width - 230, top + 140), times=2)
        desktop.keys("ctrl+e")
        label(desktop, "سجل القرارات")
        label(desktop, "إضافة حدث")

        before = what_stands(desktop.tree())
        desktop.kill()
        desktop.start()
        desktop.wait_until(lambda nodes: what_stands(nodes) == before, what=f"everything found again: {before}")
