"""The same words under two dates: a notice that another article took over with its «today»."""

import pytest

from timeline_app.chronology.doubts.contradiction import contradictions_of
from timeline_app.model.event import ContradictionKind

STORM = "ضربت عاصفة رملية ميناء طانطان مساء 2 ماي 2019 وأغرقت مركبين."
AGAIN = "وكانت عاصفة رملية أغرقت مركبين عندما ضربت ميناء طانطان مساء 2 ماي 2019."
NOTICE = "وأعلنت وزارة الصيد البحري {} أن البحث عن مركب المرجان مستمر شمال ميناء طانطان وأن الرصيف الجنوبي {}."


@pytest.fixture(name="apart")
def _apart(written, chronicle):
    """The contradictions of two articles, dated by what they call today."""

    def check(one, other, published=("2019-05-03", "2019-05-06"), storm=AGAIN):
        articles = [
            written(
                f"{frame} {text}",
                *([("2 ماي 2019", "2019-05-02")] if "ماي 2019" in frame else []),
                ("اليوم", day),
                published=day,
            )
            for frame, text, day in zip((STORM, storm), (one, other), published, strict=True)
        ]
        readings = {w.article.id: w.readings for w in articles}
        return contradictions_of(chronicle(*articles), [w.article for w in articles], readings).contradictions

    return check


def test_one_notice_under_two_dates_is_shown_with_the_first_of_them(apart):
    notice = NOTICE.format("اليوم", "مغلق")
    (found,) = apart(notice, notice)
    assert (found.kind, found.message.code) == (ContradictionKind.DATE, "verbatim-conflict")
    assert [e.says for e in found.evidence] == ["اليوم", "اليوم"]
    assert found.suggestion.dates[0].first < found.message.arguments[1][1].first


def test_other_words_another_count_a_later_week_and_another_story_are_no_copy(apart):
    notice = NOTICE.format("اليوم", "مغلق")
    assert apart(notice, "وقالت وزارة الصيد البحري اليوم إن البحث عن مركب المرجان انتهى وفتح الرصيف الجنوبي أمام السفن.") == ()
    assert apart(NOTICE.format("اليوم", "استقبل 7 مراكب"), NOTICE.format("اليوم", "استقبل 9 مراكب")) == ()
    assert apart(notice, notice, published=("2019-05-03", "2019-06-03")) == ()
    assert apart(notice, notice, storm="افتتح مهرجان التمور في أرفود بحفل غنائي. " * 12) == ()
