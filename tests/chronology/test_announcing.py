import pytest

from timeline_app.chronology.reports.mention import reports_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وصلت القافلة بعد إعلان ولاية الرمال أمس أن الجسر سيفتح للقوافل.", "إعلان ولاية الرمال أن الجسر سيفتح للقوافل"),
        ("وصلت القافلة بعد إعلان النقابة أمس خوض مسيرة طويلة.", "إعلان النقابة خوض مسيرة طويلة"),
        ("وصلت القافلة بعد إعلان النقابة أمس في بيتها.", "إعلان النقابة في بيتها"),
    ],
)
def test_what_is_announced_behind_the_date_belongs_to_the_title(written, text, wanted):
    marked = written(text, ("أمس", "2019-05-05"))
    assert wanted in [report.mention.title for report in reports_of(marked.article, marked.readings)]
