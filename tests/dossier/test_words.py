"""Every act, every step and every problem of a dossier is said in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import timeline_app
from tests.storage.test_codec import EVERY_ACT
from timeline_app.dossier.naming import name_of, told
from timeline_app.model.decision import Bulk, EventRef, Merge, Rename
from timeline_app.model.step import step
from timeline_app.wording import Wording

PACKAGE = Path(timeline_app.__file__).parent
SOURCES = [
    *(PACKAGE / "dossier").glob("*.py"),
    *(PACKAGE / "storage").glob("*.py"),
    PACKAGE / "services" / "workspace.py",
    PACKAGE / "services" / "typed_date.py",
]
CODES = sorted(
    {code for source in SOURCES for code in re.findall(r'(?:step|Problem)\(\s*"([a-z-]+)"', source.read_text("utf-8"))}
)


@pytest.fixture(params=["ar", "en"])
def wording(request):
    return Wording(request.param)


@pytest.mark.parametrize("act", EVERY_ACT, ids=lambda act: type(act).__name__)
@pytest.mark.parametrize("n", [1, 2, 3, 11, 100])
def test_every_act_has_a_name_alone_and_in_numbers(wording, act, n):
    for one in (act, Bulk((act,) * n)):
        said = wording.say(name_of(one))
        assert said
        assert "act-" not in said


@pytest.mark.parametrize("act", EVERY_ACT, ids=lambda act: type(act).__name__)
def test_the_history_tells_every_act(wording, act):
    said = wording.say(told(act))
    assert wording.knows(told(act).code)
    assert "{" not in said


def test_the_history_tells_what_was_before_and_what_became():
    assert Wording("ar").say(told(Rename(EventRef("e", (), "قديم"), "جديد"))) == "تغيير العنوان من «قديم» إلى «جديد»"
    assert Wording("en").say(told(Merge(EventRef("e"), (EventRef("f", (), "other"),)))) == "“other” merged into it"


@pytest.mark.parametrize("code", CODES)
def test_every_step_and_problem_has_a_sentence(wording, code):
    assert wording.knows(code)


def test_the_codes_are_really_looked_for():
    assert {"dates-by-editor", "dossier-locked", "dossier-damaged", "read-only", "act-analysis"} <= set(CODES)


def test_undoing_a_merge_of_two_is_said_as_a_colleague_would():
    act = EVERY_ACT[7]
    assert isinstance(act, Merge)
    assert Wording("ar").say(name_of(Merge(act.into, act.others[:1]))) == "دمج حدثين"
    assert Wording("ar").say(step("act-merge", n=5)) == "دمج 5 أحداث"
    assert Wording("en").say(name_of(EVERY_ACT[2])) == "renaming the event"
    assert isinstance(EVERY_ACT[2], Rename)
