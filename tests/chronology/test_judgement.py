import pytest

from timeline_app.chronology.reports.mention import reports_of


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
        ("تنظر الهيئة في جرائم وقعت بين 1955 و2013", "1955 و2013", "1955/2013"),
        ("يواجه الموقوفون تهما من قانون مكافحة الغش لعام 2015", "عام 2015", "2015"),
        ("اندلع الحريق في متجر بشارع 20 مارس وسط المدينة", "20 مارس", "2019-03-20"),
        ("حددت المحكمة موعد رؤية هلال شهر شوال", "شهر شوال", "2019-06"),
        ("ولد الشاعر في مثل هذا اليوم من الربيع", "هذا اليوم", "2019-05-05"),
        ("تصرف الأجور بعد انتهاء إجازة عيد الفطر", "عيد الفطر", "2019-06-04"),
        ("ولم تتوقف المحاولات حتى اليوم", "اليوم", "2019-05-05"),
        ("ولم يتأكد الخبر حتى مساء أمس", "مساء أمس", "2019-05-05"),
        ("وارتفعت عقود الخام تسليم أبريل كثيرا", "أبريل", "2019-04"),
        ("وأكد الرئيس أن اليوم سيكون طويلا", "اليوم", "2019-05-05"),
        ("قال النقيب عن ما بلغ العمال اليوم كلاما طويلا", "اليوم", "2019-05-05"),
        ("ويعد هذا أعلى مستوى منذ عام 2005", "عام 2005", "2005"),
        ("أعلن المصرف نتائجه عن الربع الثالث من عام 2018", "الربع الثالث من عام 2018", "2018-07"),
        ("واعتمد المجلس التقرير السنوي لعام 2018", "عام 2018", "2018"),
        ("وبلغ المؤشر أربعين نقطة لشهر فبراير 2018", "شهر فبراير 2018", "2018-02"),
        ("ويأتي الحادث في مطلع الشهر الماضي وسط جدل", "مطلع الشهر الماضي", "2019-04"),
        ("وأصبح سليم رابع أمين للنقابة منذ يوليو 2015", "يوليو 2015", "2015-07"),
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


def test_a_wide_date_that_only_holds_the_days_told_after_it_is_a_frame(written):
    text = "تقام في نوفمبر جولتان، وتنطلق الأولى يوم 1 نوفمبر."
    marked = written(text, ("نوفمبر", "2019-11"), ("يوم 1 نوفمبر", "2019-11-01"))
    assert [r.mention.dates[0].days for r in reports_of(marked.article, marked.readings)] == [1]


def test_what_is_told_to_go_on_since_a_date_began_then(written):
    marked = written("يقيم الرسام في القاهرة منذ عام 2005.", ("عام 2005", "2005"))
    assert len(reports_of(marked.article, marked.readings)) == 1


def test_a_further_item_of_a_list_shares_the_verb_of_the_one_before_it(written):
    text = "نال الجائزة الأولى في باريس عام 2011، وجائزة الجمهور في روما عام 2012."
    marked = written(text, ("عام 2011", "2011"), ("عام 2012", "2012"))
    assert [r.mention.kind for r in reports_of(marked.article, marked.readings)] == ["award", "award"]


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("تجلس البطريرك على الكرسي في حفل كبير، وذلك في 18 نوفمبر 2012", "18 نوفمبر 2012", "2012-11-18"),
        ("الانطلاق: 17 شتنبر 2025", "17 شتنبر 2025", "2025-09-17"),
        ("تعرض الشاعر للسجن عدة مرات، وكانت آخر مرة في تموز 2020", "تموز 2020", "2020-07"),
        ("من مواليد 1943", "1943", "1943"),
        ("وغادر البلاد سكان كثيرون يعيشون في المخيمات منذ تقسيم الإقليم في تموز 2009", "تموز 2009", "2009-07"),
    ],
)
def test_what_stands_before_a_date_and_leads_to_it_is_told_of_it(written, text, date, when):
    marked = written(text, (date, when))
    assert len(reports_of(marked.article, marked.readings)) == 1


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("وصل وزير الري (الثلاثاء) إلى سد الواحة في زيارة", "الثلاثاء", "2019-03-05"),
        ("تراجع الدينار كثيرا مقابل الدولار الاثنين في السوق", "الاثنين", "2019-03-04"),
        ("باع النادي حارسه مقابل مليون دينار الاثنين", "الاثنين", "2019-03-04"),
    ],
)
def test_a_day_of_the_news_in_brackets_and_one_after_a_price_are_reports(written, text, date, when):
    marked = written(text, (date, when), published="2019-03-05")
    assert len(reports_of(marked.article, marked.readings)) == 1


def test_a_year_in_a_name_parts_no_clause(written):
    text = "أغلق معرض الواحة للتمور 2021، أبوابه مساء الأحد بحضور الوالي."
    marked = written(text, ("2021", "2021"), ("مساء الأحد", "2021-10-10"), published="2021-10-11")
    (report,) = reports_of(marked.article, marked.readings)
    assert report.mention.passage.quote.startswith("أغلق معرض الواحة")


def test_a_bare_year_after_a_joined_preposition_dates_its_verb(written):
    marked = written("في 2015 فاز الفريق بالكأس، وفي 2016 خسر النهائي.", ("2015", "2015"), ("2016", "2016"))
    assert len(reports_of(marked.article, marked.readings)) == 2


@pytest.mark.parametrize(
    ("text", "date", "day"),
    [
        ("ويأتي الحكم بعد إحالة الملف الأسبوع الماضي", "الأسبوع الماضي", "2019-04"),
        ("وتمت زيادة الأجور في الربع الثالث من عام 2018", "الربع الثالث من عام 2018", "2018-07"),
        ("وأكد الوزير أن الأشغال ستبدأ بنهاية العام الجاري", "نهاية العام الجاري", "2019"),
        ("على أن يتم صرف المنح يوم 26 ماي", "يوم 26 ماي", "2019-05-26"),
    ],
)
def test_a_date_of_what_is_done_or_planned_is_one(written, text, date, day):
    marked = written(text, (date, day), published="2019-05-05")
    assert len(reports_of(marked.article, marked.readings)) == 1


def test_the_running_year_of_an_edition_leaves_the_day_beside_it(written):
    text = "تقام دورة هذا العام يوم 9 ماي في القلعة."
    marked = written(text, ("هذا العام", "2019"), ("يوم 9 ماي", "2019-05-09"), published="2019-05-05")
    assert [r.mention.dates[0].days for r in reports_of(marked.article, marked.readings)] == [1]


def test_a_roll_of_years_describes_a_thing_but_two_of_them_may_be_two_events(written):
    many, two = "2002", "2006"
    roll = written("يحلم النادي بالكأس التي أحرزها أعوام 2002 و2006 و2013.", ("أعوام 2002 و2006 و2013", many, two, "2013"))
    pair = written("غاب الوالي عن المؤتمرين اللذين عقدا عامي 2002 و2006.", ("عامي 2002 و2006", many, two))
    assert [len(reports_of(w.article, w.readings)) for w in (roll, pair)] == [0, 2]
