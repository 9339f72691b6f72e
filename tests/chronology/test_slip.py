"""Which dates the day of publication rules out, and which it does not."""

import pytest

from timeline_app.chronology.doubts.contradiction import contradictions_of

DECEMBER = "2021-12-08"


@pytest.fixture(name="slips")
def _slips(written, chronicle):
    """The contradictions of articles written by hand."""

    def check(*articles):
        readings = {w.article.id: w.readings for w in articles}
        return contradictions_of(chronicle(*articles), [w.article for w in articles], readings).contradictions

    return check


def test_a_month_called_the_current_one_is_that_of_publication(slips, written):
    text = "أعلنت الرابطة أن مباراة القمة بين سطاد الجبل ووداد الساحل ستقام يوم 12 شتنبر الجاري."
    one = written(text, ("12 شتنبر الجاري", "2021-09-12"), published=DECEMBER)
    other = written(
        "تقام مباراة القمة بين سطاد الجبل ووداد الساحل في 12 دجنبر 2021.", ("12 دجنبر 2021", "2021-12-12"), published="2021-12-09"
    )
    (found,) = slips(one, other)
    assert [e.says for e in found.evidence] == ["12 شتنبر الجاري", "12 دجنبر 2021"]
    assert found.message.code == "month-conflict"
    assert found.suggestion.dates == other.readings[0].ranges
    (alone,) = slips(one)
    assert alone.suggestion is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("29 نونبر الجاري", "2021-11-29"),  # written on the last days of a month
        ("12 دجنبر الجاري", "2021-12-12"),
        ("12 شتنبر من العام الجاري", "2021-09-12"),
        ("12 شتنبر الماضي", "2021-09-12"),
        ("شتنبر الجاري", "2021-09"),
    ],
)
def test_what_is_near_the_day_of_publication_or_says_another_span_is_no_slip(slips, written, words, days):
    text = f"زار وفد الرابطة ملعب سطاد الجبل يوم {words}."
    assert slips(written(text, (words, days), published=DECEMBER)) == ()


def test_a_dateline_of_days_to_come_contradicts_the_day_of_publication(slips, written):
    later = written("سلا 19 دجنبر 2021 (وكالة) - دشن الوالي سوق السمك.", ("19 دجنبر 2021", "2021-12-19"), published=DECEMBER)
    (found,) = slips(later)
    assert (found.message.code, [e.says for e in found.evidence]) == ("dateline-conflict", ["19 دجنبر 2021"])
    for text in ("سلا 9 دجنبر 2021 (وكالة) - دشن الوالي سوق السمك.", "يدشن الوالي في 9 دجنبر 2021 سوق السمك."):
        assert slips(written(text, ("9 دجنبر 2021", "2021-12-09"), published=DECEMBER)) == ()
    plan = "يدشن الوالي يوم 19 دجنبر 2021 سوق السمك."
    assert slips(written(plan, ("19 دجنبر 2021", "2021-12-19"), published=DECEMBER)) == ()
