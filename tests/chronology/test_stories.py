"""Two stories, each told by three articles: what is linked, what is kept apart though alike, what is tied without a date."""

import pytest

from timeline_app.model.event import MentionBasis

SECOND, FOURTH, FIFTH = ("2 مارس 2021", "2021-03-02"), ("4 مارس 2021", "2021-03-04"), ("5 مارس 2021", "2021-03-05")

FIRES = (
    (
        (
            "اندلع حريق كبير في سوق الخشب بمدينة صفرو يوم 2 مارس 2021 وأتى على 46 محلا. "
            "وأسفر هذا الحريق عن إصابة ثلاثة حراس بحروق خفيفة. "
            "وينتظر التجار في الأحياء المجاورة موسم الزيتون بفارغ الصبر."
        ),
        SECOND,
    ),
    (
        (
            "التهمت النيران معمل النسيج بمدينة فاس، واندلع حريق المعمل في 4 مارس 2021. "
            "وزار الوالي عمال معمل النسيج في 5 مارس 2021 بعد حريق سوق الخشب بمدينة صفرو."
        ),
        FOURTH,
        FIFTH,
    ),
    (
        "شهدت مدينة صفرو في 2 مارس 2021 حريقا كبيرا في سوق الخشب دمر 46 محلا. وتحدث تاجر عن حريق منفصل في مخزن للعطور.",
        SECOND,
    ),
)

TWELFTH, THIRTEENTH = ("10 ماي 2018", "2018-05-10"), ("14 ماي 2019", "2019-05-14")

FESTIVALS = (
    (
        (
            "انطلقت الدورة الثانية عشرة لمهرجان القصبة بمدينة وزان يوم 10 ماي 2018 بمشاركة 30 فرقة. "
            "وحضر جمهور غفير سهرات الدورة الثانية عشرة للمهرجان."
        ),
        TWELFTH,
    ),
    ("انطلقت الدورة الـ13 لمهرجان القصبة بمدينة وزان في 14 ماي 2019 بمشاركة 42 فرقة.", THIRTEENTH),
    (
        (
            "وصفت لجنة التحكيم سهرات الدورة الثالثة عشرة لمهرجان القصبة بأنها ناجحة. "
            "وتعد المدينة ملتقى لقوافل الملح منذ زمن بعيد. وقررت الجمعية توسيع المسرح الصيفي."
        ),
    ),
)


@pytest.fixture(name="told")
def _told(written, chronicle):
    """Of each event its days, and the articles (by number) and openings of its mentions, dated and not."""

    def tell(story, order=(0, 1, 2)):
        articles = [written(text, *dates) for text, *dates in story]
        found = chronicle(*(articles[i] for i in order))
        numbers = {w.article.id: n for n, w in enumerate(articles)}
        out = {}
        for event in found.events:
            rows = [(numbers[m.passage.article], m.basis is MentionBasis.DATED, m.passage.quote) for m in event.mentions]
            assert all(m.links for m in event.mentions if m.basis is MentionBasis.INFERRED)
            out.setdefault(event.hull.first, []).append(sorted(rows))
        return [rows for _, events in sorted(out.items()) for rows in events]

    return tell


def test_one_fire_in_two_papers_is_one_event_and_the_fire_of_two_days_later_another(told):
    market, mill, visit = told(FIRES)
    assert {n for n, dated, _ in market if dated} == {0, 2}
    assert {n for n, dated, _ in mill if dated} == {n for n, dated, _ in visit if dated} == {1}


def test_a_phrase_in_the_sentence_of_another_event_names_the_fire_of_another_paper(told):
    market, mill, visit = told(FIRES)
    phrases = [quote for n, dated, quote in market if n == 1 and not dated]
    assert len(phrases) == 1
    assert phrases[0].startswith("حريق سوق الخشب بمدينة صفرو")
    assert not [row for row in (*mill, *visit) if row[0] != 1]


def test_what_points_back_is_tied_and_a_separate_fire_or_a_season_is_not(told):
    market, *others = told(FIRES)
    assert any(quote.startswith("وأسفر هذا الحريق") for n, dated, quote in market if n == 0 and not dated)
    every = [quote for rows in (market, *others) for *_, quote in rows]
    assert not [quote for quote in every if "العطور" in quote or "الزيتون" in quote]


def test_a_session_named_without_a_date_is_tied_to_the_session_of_its_number_alone(told):
    twelfth, thirteenth = told(FESTIVALS)
    assert {n for n, *_ in twelfth} == {0}
    assert {(n, dated) for n, dated, _ in thirteenth} == {(1, True), (2, False)}
    assert any("سهرات الدورة الثانية عشرة" in quote for _, dated, quote in twelfth if not dated)
    assert not [quote for rows in (twelfth, thirteenth) for *_, quote in rows if "الملح" in quote or "المسرح" in quote]


@pytest.mark.parametrize("story", [FIRES, FESTIVALS])
def test_a_story_is_the_same_whichever_article_is_read_first(told, story):
    assert told(story, (0, 1, 2)) == told(story, (2, 0, 1)) == told(story, (1, 2, 0))
