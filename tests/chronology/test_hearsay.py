"""When who says it on a day tells nothing beside what the sentence dates itself."""

import pytest

from timeline_app.chronology.reports.mention import reports_of


def told_days(marked):
    return {r.ranges[0].first: r.span for r in marked.readings}, [
        m.mention.dates[0].first for m in reports_of(marked.article, marked.readings)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الشرطة اليوم أن ملثمين هاجموا مساء أمس متجرا في السوق",
        "قالت الإدارة اليوم إن ثلاثة عمال لقوا حتفهم مساء أمس في النفق",
        "أفاد الطبيب اليوم بأن حريقا شب مساء أمس في المخزن",
    ],
)
def test_who_reports_a_deed_of_the_day_before_is_no_second_event(written, text):
    marked = written(text, ("اليوم", "2021-03-09"), ("مساء أمس", "2021-03-08"), published="2021-03-09")
    assert told_days(marked)[1] == [marked.readings[1].ranges[0].first]


@pytest.mark.parametrize(
    ("text", "other", "day"),
    [
        ("أعلنت الشركة اليوم أن أرباحها تضاعفت في فبراير", "في فبراير", "2021-02"),
        ("أعلنت الشرطة اليوم أنها أوقفت رجلا هاجم مساء أمس متجرا", "مساء أمس", "2021-03-08"),
        ("وصل الوزير اليوم بعدما وقع مساء أمس اتفاقا", "مساء أمس", "2021-03-08"),
        ("أعلن النادي اليوم أن الفريق سيسافر مساء غد", "مساء غد", "2021-03-10"),
    ],
)
def test_what_else_is_done_on_its_own_day_stands(written, text, other, day):
    marked = written(text, ("اليوم", "2021-03-09"), (other, day), published="2021-03-09")
    assert len(told_days(marked)[1]) == 2
