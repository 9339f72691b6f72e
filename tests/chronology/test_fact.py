"""Figures that articles of one story give for one person or thing, and what is another's."""

import pytest

from timeline_app.chronology.doubts.contradiction import contradictions_of

MATCH = "فاز سطاد الجبل على وداد الساحل بهدفين لواحد في مباراة الكأس على ملعب النخيل يوم 6 ماي 2019. {}"
SCHOOL = "هاجم مسلحون مدرسة تالمست الثانوية في إقليم الصويرة يوم 6 ماي 2019. {}"
VOTE = "جرت انتخابات بلدية سلا في 6 ماي 2019 وتأهل للدور الثاني فيها سالم الراجي. {}"
TRIAL = "أوقفت الشرطة المقاول سالم بن زروال في سلا يوم 6 ماي 2019. {}"


@pytest.fixture(name="told")
def _told(written, chronicle):
    """Of each contradiction of articles with these texts what its sides say."""

    def check(*texts, published=("2019-05-07", "2019-05-07")):
        articles = [
            written(text, ("6 ماي 2019", "2019-05-06"), published=day) for text, day in zip(texts, published, strict=True)
        ]
        readings = {w.article.id: w.readings for w in articles}
        found = contradictions_of(chronicle(*articles), [w.article for w in articles], readings).contradictions
        return [tuple(e.says for e in c.evidence) for c in found]

    return check


@pytest.mark.parametrize(
    ("frame", "one", "other", "sides"),
    [
        (
            MATCH,
            "وسجل رشيد حمداوي الهدف الأول في الدقيقة 31.",
            "وخطف رشيد حمداوي هدف السبق للسطاد في الدقيقة (32).",
            ("الدقيقة 31", "الدقيقة (32)"),
        ),
        (
            MATCH,
            "وسجل رشيد حمداوي الهدف الأول في الدقيقة الحادية والثلاثين.",
            "وأحرز الهدفين رشيد حمداوي (32) ويوسف بنعمر (70).",
            ("الدقيقة الحادية والثلاثين", "(32)"),
        ),
        (SCHOOL, "وتضم المدرسة 640 تلميذا.", "وقال الوالي إن المدرسة تضم 715 تلميذا.", ("640 تلميذا", "715 تلميذا")),
        (
            VOTE,
            "وحصل الراجي في الدور الأول على نسبة 17.46 بالمئة من الأصوات.",
            "وكان الراجي نال 17.64 بالمئة من أصوات الدور الأول.",
            ("17.46 بالمئة", "17.64 بالمئة"),
        ),
        (
            TRIAL,
            "ويواجه سالم بن زروال (41 عاما) تهمة الرشوة.",
            "ويتهم سالم بن زروال، البالغ من العمر 44 عاما، بالرشوة.",
            ("41 عاما", "44 عاما"),
        ),
    ],
)
def test_two_figures_of_one_person_or_thing_contradict_each_other(told, frame, one, other, sides):
    assert told(frame.format(one), frame.format(other)) == [sides]


@pytest.mark.parametrize(
    ("frame", "one", "other"),
    [
        (MATCH, "وسجل رشيد حمداوي الهدف الأول في الدقيقة 31.", "وسجل يوسف بنعمر الهدف الثاني في الدقيقة 32."),
        (MATCH, "وسجل رشيد حمداوي الهدف الأول في الدقيقة 31.", "وطرد الحكم رشيد حمداوي بعد هدف التعادل في الدقيقة 32."),
        (
            MATCH,
            "وسجل رشيد حمداوي هدفا في الدقيقة 31.",
            "وسجل رشيد حمداوي هدفا في الدقيقة 33، بعدما سجل رشيد حمداوي هدفا في الدقيقة 31.",
        ),
        (SCHOOL, "وتضم المدرسة 700 تلميذ.", "وقال الوالي إن المدرسة تضم 715 تلميذا."),
        (SCHOOL, "وتضم المدرسة 640 تلميذا.", "وقال الوالي إن المدرسة تضم نحو 715 تلميذا."),
        (SCHOOL, "وتضم المدرسة 640 تلميذا.", "وأضاف الوالي أن فندق المدينة يضم 715 شخصا."),
        (VOTE, "وحصل الراجي على نسبة 17.46 بالمئة من الأصوات.", "وبلغت نسبة المشاركة في الدور الأول 41.67 بالمئة."),
        (TRIAL, "ويواجه سالم بن زروال (41 عاما) تهمة الرشوة.", "ويتهم معه شقيقه رشيد بن زروال (44 عاما)."),
        (TRIAL, "ويواجه سالم بن زروال (41 عاما) تهمة الرشوة.", "ويتهم معه رشيد حمداوي، البالغ من العمر 44 عاما، بالرشوة."),
    ],
)
def test_another_goal_a_round_number_and_another_person_contradict_nothing(told, frame, one, other):
    assert told(frame.format(one), frame.format(other)) == []


def test_an_age_grows_with_the_years_between_two_articles(told):
    one, other = (TRIAL.format(f"ويواجه سالم بن زروال ({age} عاما) تهمة الرشوة.") for age in (41, 44))
    assert told(one, other, published=("2019-05-07", "2022-06-01")) == []


def test_a_goal_of_the_next_match_is_another_goal(written, chronicle):
    goal = "وسجل رشيد حمداوي هدفا لسطاد الجبل في الدقيقة {}."
    one = written(MATCH.format(goal.format(31)), ("6 ماي 2019", "2019-05-06"), published="2019-05-07")
    text = f"خسر سطاد الجبل أمام اتحاد تافوغالت يوم 10 ماي 2019. {goal.format(32)} وكان فاز على وداد الساحل في 6 ماي 2019."
    other = written(text, ("10 ماي 2019", "2019-05-10"), ("6 ماي 2019", "2019-05-06"), published="2019-05-11")
    readings = {w.article.id: w.readings for w in (one, other)}
    assert contradictions_of(chronicle(one, other), [one.article, other.article], readings).contradictions == ()


def test_a_figure_of_another_story_is_another_figure(told):
    school = "وتضم المدرسة 715 تلميذا."
    assert told(SCHOOL.format("وتضم المدرسة 640 تلميذا."), f"دشن الوزير ملعبا في وجدة يوم 6 ماي 2019. {school}") == []


DEAL = "وقعت شركة المرسى مع وزارة النقل في 6 ماي 2019 {} لتوسعة ميناء العرائش {}."


def test_what_one_deal_is_worth_is_compared_however_far_the_sums_lie_apart(told):
    one, other = DEAL.format("عقدا", "بقيمة 27 مليون دولار"), DEAL.format("اتفاقا", "قيمته 10 ملايين دولار")
    assert told(one, other) == [("10 ملايين دولار", "27 مليون دولار")]


@pytest.mark.parametrize(
    ("deal", "sum_"),
    [
        ("ثلاثة عقود", "بقيمة 10 ملايين دولار"),
        ("عقدا", "بقيمة نحو 10 ملايين دولار"),
        ("عقدا", "ودفعت قسطا بقيمة 10 ملايين دولار"),
        ("عقدا", "بقيمة 27.3 مليون دولار"),
    ],
)
def test_several_deals_a_part_and_a_rounding_are_no_other_worth(told, deal, sum_):
    assert told(DEAL.format("عقدا", "بقيمة 27 مليون دولار"), DEAL.format(deal, sum_)) == []
