import pytest

from timeline_app.chronology.mention import reports_of


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("الثلاثاء 5 مارس 2019 الرباط", "الثلاثاء 5 مارس 2019", "2019-03-05"),
        ("ويعتبر الهجوم الأعنف منذ عام 2005 في البلاد كلها", "عام 2005", "2005"),
        ("شارك الفريق في مونديال 2018 بتشكيلة جديدة", "2018", "2018"),
        ("ولد الفنان الكبير (1926) في مدينة القاهرة", "1926", "1926"),
        ("ارتفعت الصادرات كثيرا مقارنة مع سنة 2011 وحدها", "سنة 2011", "2011"),
        ("وتضم اليوم نحو مئتي دولة من القارات كلها", "اليوم", "2019-03-05"),
        ("والمدينة القديمة في 2011 كبيرة جميلة", "2011", "2011"),
    ],
)
def test_a_date_without_a_report_is_no_event(written, text, date, when):
    marked = written(text, (date, when))
    assert reports_of(marked.article, marked.readings) == ()


def test_the_year_that_runs_is_no_event_but_the_year_before_is(written):
    text = "تنظم البلدية معارض كثيرة في 2019، وافتتحت المتحف في 2018."
    marked = written(text, ("2019", "2019"), ("2018", "2018"), published="2019-03-05")
    assert [r.mention.dates[0].last for r in reports_of(marked.article, marked.readings)] == [
        r.ranges[0].last for r in marked.readings[1:]
    ]


def test_a_denied_and_an_announced_event_say_so(written):
    denied = written("ولم ينعقد المؤتمر في 5 ماي 2019.", ("5 ماي 2019", "2019-05-05"))
    coming = written("وسينعقد المؤتمر في 5 ماي 2019.", ("5 ماي 2019", "2019-05-05"))
    assert [reports_of(w.article, w.readings)[0].mention.modality.value for w in (denied, coming)] == ["denied", "announced"]
