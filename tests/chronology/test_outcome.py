"""What came of one event, told otherwise by two sources: a score, a sentence, a contract."""

import pytest

from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_text, stated_day


@pytest.fixture(name="told")
def _told():
    """What the sides of each contradiction say, of articles of one day."""

    def check(*texts):
        found = analyse([read_text(text, given=stated_day("2019-05-08")) for text in texts])
        return [tuple(e.says for e in c.evidence) for c in found.contradictions]

    return check


MATCH = "فاز سطاد الجبل على وداد الساحل {} في نهائي الكأس أمس الثلاثاء."
VERDICT = "قضت محكمة في سلا أمس الثلاثاء {} في حق الوزير السابق سالم بن زروال."
DEAL = "وقع المهاجم رشيد حمداوي أمس الثلاثاء عقدا مع سطاد الجبل {}."


@pytest.mark.parametrize(
    ("frame", "one", "other"),
    [
        (MATCH, "2-1", "3-1"),
        (VERDICT, "بالسجن 5 سنوات", "بالسجن 7 سنوات"),
        (DEAL, "لمدة ثلاث سنوات", "يمتد أربع سنوات"),
    ],
)
def test_two_outcomes_of_one_event_contradict_each_other(told, frame, one, other):
    (sides,) = told(frame.format(one), frame.format(other) + " وكان ذلك متوقعا.")
    assert all(side in f"{one} {other}" for side in sides)


@pytest.mark.parametrize(
    ("frame", "one", "other"),
    [
        (MATCH, "2-1", "1-2"),
        (MATCH, "2-1", "6-5 بركلات الترجيح"),
        (MATCH, "2-1", "بعدما أنهى الشوط الأول 1-0"),
        (VERDICT, "بالسجن 5 سنوات", "بالسجن 5 سنوات، بعدما طلب الادعاء 7 سنوات"),
        (VERDICT, "بالسجن 5 سنوات", "ببراءته بعد سنتين في السجن"),
        (DEAL, "لمدة ثلاث سنوات", "لمدة عامين مع خيار التمديد عاما ثالثا"),
    ],
)
def test_another_order_a_half_a_demand_and_an_option_contradict_nothing(told, frame, one, other):
    assert told(frame.format(one), frame.format(other) + " وكان ذلك متوقعا.") == []
