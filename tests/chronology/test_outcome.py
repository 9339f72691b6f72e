"""What came of one event, told otherwise by two sources: a score, a sentence, a contract."""

import pytest

from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_text, stated_day


@pytest.fixture(name="told")
def _told():
    """What the sides of each contradiction say, of articles of one day."""

    def check(*texts, days=("2019-05-08", "2019-05-08")):
        found = analyse([read_text(text, given=stated_day(day)) for text, day in zip(texts, days, strict=True)])
        return [tuple(e.says for e in c.evidence) for c in found.contradictions]

    return check


MATCH = "فاز سطاد الجبل على اتحاد الساحل {} في نهائي الكأس أمس الثلاثاء."
VERDICT = "قضت محكمة في سلا أمس الثلاثاء {} في حق الوزير السابق سالم بن زروال."
DEATH = "توفي الشاعر أحمد البناني أمس الثلاثاء {}."
DELAY = "أجلت محكمة سلا أمس الثلاثاء محاكمة الوزير السابق سالم بن زروال إلى {}."
DEAL = "وقع المهاجم رشيد حمداوي أمس الثلاثاء عقدا مع سطاد الجبل {}."


@pytest.mark.parametrize(
    ("frame", "one", "other"),
    [
        (MATCH, "2-1", "3-1"),
        (VERDICT, "بالسجن 5 سنوات", "بالسجن 7 سنوات"),
        (DEAL, "لمدة ثلاث سنوات", "يمتد أربع سنوات"),
        (DEATH, "عن 84 عاما", "عن عمر ناهز 87 عاما"),
        (DELAY, "20 ماي 2019", "22 ماي 2019"),
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
        (DEATH, "عن 84 عاما", "بعد غياب عن الساحة دام 12 عاما"),
        (DEAL, "لمدة ثلاث سنوات", "لمدة عامين مع خيار التمديد عاما ثالثا"),
    ],
)
def test_another_order_a_half_a_demand_and_an_option_contradict_nothing(told, frame, one, other):
    assert told(frame.format(one), frame.format(other) + " وكان ذلك متوقعا.") == []


def test_a_win_over_another_team_is_another_match(told):
    assert told(MATCH.format("2-1"), MATCH.format("3-1").replace("اتحاد الساحل", "اتحاد الجنوب")) == []


def test_a_second_delay_weeks_later_and_of_another_trial_is_none_of_the_first(told):
    one = DELAY.format("20 ماي 2019")
    other = "أجلت محكمة وجدة أمس الثلاثاء النظر في نزاع شركة الحديد وعمالها إلى 22 ماي 2019."
    assert told(one, other) == []
    assert told(one, DELAY.format("22 ماي 2019").replace("سالم", "رشيد")) == []
    later = DELAY.format("10 يونيو 2019").replace("أمس الثلاثاء", "يوم 20 ماي 2019")
    assert told(one, later, days=("2019-05-08", "2019-05-21")) == []
