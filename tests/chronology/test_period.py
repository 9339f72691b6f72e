import pytest

from timeline_app.chronology.reports.mention import reports_of

PUBLISHED = "2020-04-01"


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("بلغت مبيعات المصنع مليون درهم، مقابل نصف مليون خلال نفس الفترة من سنة 2018", "سنة 2018", "2018"),
        ("نمت أرباح المصنع كثيرا عما سجلته في الربع المماثل من 2018", "2018", "2018"),
        ("ارتفع عدد الزوار إلى مليونين مقارنة مع مليون زائر دخلوا المتحف في صيف 2018", "صيف 2018", "2018-06-21/2018-09-22"),
        ("تراجع المخزون قياسا بالمخزون الذي سجلته الشركة في مايو 2019", "مايو 2019", "2019-05"),
        ("أغلقت الوزارة المدارس كلها حتى 15 أبريل", "15 أبريل", "2020-04-15"),
        ("سجل الميناء نموا كبيرا إلى غاية مارس 2019", "مارس 2019", "2019-03"),
        ("ضم النادي حارسا بعقد يمتد حتى عام 2023", "عام 2023", "2023"),
        ("هذا الحريق هو الأعنف الذي تشهده الغابة منذ عام 2005", "عام 2005", "2005"),
        ("وبات سليم رابع أمين للنقابة تختاره القواعد منذ يوليو 2015", "يوليو 2015", "2015-07"),
        ("حقق النادي أرباحا قياسية، وذلك بعد شهرين فقط على وصول الحارس", "بعد شهرين", "2020-06"),
        ("قرر الحزب تنظيم تجمع كبير لإحياء ذكرى 2 مارس 1934", "2 مارس 1934", "1934-03-02"),
        ("استأجر المعمل حافلات لتحل مكان تلك التي اشتراها في 2011", "2011", "2011"),
        ("وتعد هذه المرة الأولى منذ سنوات التي تقام فيها المباراة في مايو", "مايو", "2020-05"),
        ("أعلنت الحكومة تفاصيل موازنة عام 2021 كلها", "عام 2021", "2021"),
    ],
)
def test_a_date_that_only_bounds_compares_or_names_dates_no_event(written, text, date, when):
    marked = written(text, (date, when), published=PUBLISHED)
    assert reports_of(marked.article, marked.readings) == ()


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("يستمر معرض الكتاب حتى 20 مايو المقبل", "20 مايو المقبل", "2020-05-20"),
        ("مددت الهيئة مهلة تقديم الطلبات حتى 20 مايو المقبل", "20 مايو المقبل", "2020-05-20"),
        ("لن تفتح المتاحف أبوابها حتى 20 مايو المقبل", "20 مايو المقبل", "2020-05-20"),
        ("تستضيف المدينة المعرض المقابل للمتحف في 20 مايو المقبل", "20 مايو المقبل", "2020-05-20"),
        ("شارك الناخبون بكثافة مقارنة بالانتخابات التي جرت في 2015", "2015", "2015"),
        ("واجه الفريق نظيره الضيف على ملعب المدينة في 20 مارس", "20 مارس", "2020-03-20"),
        ("تنطلق البطولة بعد شهرين من افتتاح الملعب", "بعد شهرين", "2020-06"),
        ("وفي الشهر نفسه من سنة 2011 أسس الشاعر مجلة", "سنة 2011", "2011"),
    ],
)
def test_a_day_of_the_end_or_of_the_other_side_is_told(written, text, date, when):
    marked = written(text, (date, when), published=PUBLISHED)
    assert len(reports_of(marked.article, marked.readings)) == 1


def test_from_a_vague_start_until_a_day(written):
    text = "تسافر الفرقة إلى العاصمة مطلع غشت المقبل، وستبقى هناك حتى الثامن من الشهر نفسه."
    marked = written(
        text, ("مطلع غشت المقبل", "2020-08-01/2020-08-10"), ("الثامن من الشهر نفسه", "2020-08-08"), published=PUBLISHED
    )
    (report,) = reports_of(marked.article, marked.readings)
    assert report.mention.dates[0].days == 8


def test_one_of_two_months_is_one_event_of_both(written):
    marked = written(
        "تنتقل الوزارة إلى المدينة في أكتوبر أو نوفمبر.", ("أكتوبر أو نوفمبر", "2020-10", "2020-11"), published=PUBLISHED
    )
    (report,) = reports_of(marked.article, marked.readings)
    assert report.mention.dates[0].days == 61


def test_a_contract_that_runs_until_a_year_ends_with_it_and_not_its_signing(written):
    text = "أعلن النادي الجمعة ضم الحارس بعقد يمتد حتى عام 2025."
    marked = written(text, ("الجمعة", "2020-03-27"), ("عام 2025", "2025"), published=PUBLISHED)
    assert [r.mention.dates[0].days for r in reports_of(marked.article, marked.readings)] == [1]
