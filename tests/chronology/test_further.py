"""Which further facts a dated sentence tells on the same day, and which it does not."""

import pytest

from timeline_app.chronology.reports.mention import reports_of

TODAY = "2021-03-09"


def facts(chronicle, marked):
    """The passages of all dated mentions with their days, in the order of the text."""
    found = [(m.passage.span.start, m.passage.quote) for e in chronicle(marked).events for m in e.mentions]
    return [quote for _, quote in sorted(found)]


@pytest.mark.parametrize(
    ("text", "date", "further"),
    [
        (
            "انطلقت يوم الاثنين جلسات الاستماع إلى موظفي الجمارك، وسلم الشاهد الأول وثائقه إلى اللجنة",
            "يوم الاثنين",
            "وسلم الشاهد الأول وثائقه إلى اللجنة",
        ),
        (
            "افتتح الوالي يوم الاثنين معرض النحاس في القلعة، حيث كرمت البلدية ثلاثة من قدامى الصناع",
            "يوم الاثنين",
            "كرمت البلدية ثلاثة من قدامى الصناع",
        ),
        (
            "انهار جسر خشبي يوم الاثنين على طريق الغابة، فيما أنقذ الجيران سائق الشاحنة وابنه",
            "يوم الاثنين",
            "أنقذ الجيران سائق الشاحنة وابنه",
        ),
        (
            "تجمع سائقو الحافلات يوم الاثنين أمام مقر البلدية، وتم توقيف أربعة من المنظمين قرب الساحة",
            "يوم الاثنين",
            "وتم توقيف أربعة من المنظمين قرب الساحة",
        ),
    ],
)
def test_a_verb_of_the_past_that_goes_on_from_a_dated_clause_is_told_on_its_day(chronicle, written, text, date, further):
    assert further in facts(chronicle, written(text + ".", (date, "2021-03-08"), published=TODAY))


@pytest.mark.parametrize(
    ("text", "date", "day"),
    [
        ("ولد الرسام في 4 مارس 1931 بقرية جبلية، ودرس النحت في معهد العاصمة", "4 مارس 1931", "1931-03-04"),
        ("سيفتتح الوالي يوم الجمعة معرض النحاس، وكرمت البلدية ثلاثة من قدامى الصناع", "يوم الجمعة", "2021-03-12"),
        ("ضربت عاصفة رملية يوم الاثنين قرى الواحة، وتسببت في إغلاق الطريق الصحراوي", "يوم الاثنين", "2021-03-08"),
        ("قال المدير يوم الاثنين إن المصنع استعاد زبائنه، وضاعفت الشركة أجور عمالها", "يوم الاثنين", "2021-03-08"),
        ("تعطل القطار يوم الاثنين قرب السد، وأضاف المهندس أن المحرك قديم", "يوم الاثنين", "2021-03-08"),
        ("رفع المصرف يوم الاثنين سعر القرض، وبعد ذلك أقال المجلس محافظه وعين المدير نائبا له", "يوم الاثنين", "2021-03-08"),
        ("سطا ملثمون يوم الاثنين على المصرف، وقاموا بتحطيم الخزائن", "يوم الاثنين", "2021-03-08"),
        ("اقتحم ملثمون يوم الاثنين المتجر، ونهبوا محتوياته الثمينة كلها", "يوم الاثنين", "2021-03-08"),
        ("أغلق السوق يوم الاثنين أبوابه باكرا، ثم هبطت العملة بثلث قيمتها في المدن", "يوم الاثنين", "2021-03-08"),
        ("وصل الفريق يوم الاثنين إلى البطولة التي أطلقها الاتحاد وشارك فيها تسعون ناديا", "يوم الاثنين", "2021-03-08"),
    ],
)
def test_a_life_a_plan_a_consequence_and_what_is_only_said_lend_no_day(chronicle, written, text, date, day):
    assert len(facts(chronicle, written(text + ".", (date, day), published=TODAY))) == 1


def test_the_news_around_a_noun_of_the_day_of_publication_is_of_that_day(chronicle, written):
    text = "قدم مدير الميناء استقالته إلى المجلس، بعد الاجتماع الذي انعقد اليوم في دار النقابة."
    found = facts(chronicle, written(text, ("اليوم", TODAY), published=TODAY))
    assert any(quote.startswith("قدم مدير الميناء استقالته") for quote in found)


def test_what_is_told_around_an_older_noun_has_no_day(chronicle, written):
    text = "قدم مدير الميناء استقالته إلى المجلس، بعد الاجتماع الذي انعقد يوم الخميس في دار النقابة."
    found = facts(chronicle, written(text, ("يوم الخميس", "2021-03-04"), published=TODAY))
    assert not any(quote.startswith("قدم") for quote in found)


def test_what_sets_a_later_day_is_told_of_that_day_alone(chronicle, written):
    text = "أحال القاضي يوم الاثنين ملف المنجم على الخبراء، وحدد جلسة 6 يوليو لسماع الشهود."
    marked = written(text, ("يوم الاثنين", "2021-03-08"), ("6 يوليو", "2021-07-06"), published=TODAY)
    assert len(facts(chronicle, marked)) == len(marked.readings)


def test_a_fact_is_told_past_a_date_in_brackets(chronicle, written):
    text = "شهد الميناء يوم الاثنين احتجاجات الصيادين (ضد اتفاق الصيد المبرم عام 2014)، وتم استخدام خراطيم المياه قرب الرصيف."
    marked = written(text, ("يوم الاثنين", "2021-03-08"), ("عام 2014", "2014"), published=TODAY)
    found = facts(chronicle, marked)
    assert "وتم استخدام خراطيم المياه قرب الرصيف" in found
    assert any(quote.startswith("اتفاق الصيد") for quote in found)


def test_a_further_fact_with_a_wider_date_of_its_own_is_not_of_the_day(chronicle, written):
    text = "أغلق السوق يوم الاثنين أبوابه باكرا، وهبطت العملة بثلث قيمتها هذا العام."
    marked = written(text, ("يوم الاثنين", "2021-03-08"), ("هذا العام", "2021"), published=TODAY)
    assert not any("هبطت" in quote and days == "2021-03-08" for quote, days in _with_days(chronicle, marked))


def _with_days(chronicle, marked):
    from timeline_app.calendars.iso import iso_date

    return [(m.passage.quote, iso_date(m.dates[0].first, None)) for e in chronicle(marked).events for m in e.mentions]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("تونس في 8 مارس (ولا) - افتتح الوالي معرض النحاس في القلعة.", 1),
        ("تونس في 8 مارس (ولا) - يفتتح الوالي معرض النحاس في القلعة.", 0),
        ("تونس في 8 مارس (ولا) - المعرض في القلعة كبير. وزاره الوالي.", 0),
    ],
)
def test_the_verb_behind_an_agencys_dateline_is_of_its_day(written, text, days):
    marked = written(text, ("8 مارس", "2021-03-08"), published=TODAY)
    assert len(reports_of(marked.article, marked.readings)) == days
