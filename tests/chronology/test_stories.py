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


AGENCY = "وتعهد رئيس النقابة بتنظيم لقاء جديد مع ممثلي المزارعين في السهول الغربية قبل موسم الحصاد القادم."
DAMS = "دشن الوزير سد الوادي الكبير بناحية تازة في 12 أبريل 2016 وزغردت نساء القرية."


def test_a_sentence_that_two_papers_copy_from_one_agency_tells_of_one_event(written, chronicle):
    twelfth = ("12 أبريل 2016", "2016-04-12")
    strike = "أعلن رئيس النقابة عمر بوزيان إضراب عمال السكك في 14 أبريل 2016. "
    one = written(strike + AGENCY, ("14 أبريل 2016", "2016-04-14"))
    other = written(DAMS + " وعلق عمال السكك شارات سوداء. " + AGENCY, twelfth)
    found = chronicle(one, other)
    (event,) = [e for e in found.events if any(m.passage.article == one.article.id for m in e.mentions)]
    copied = [m for m in event.mentions if m.passage.article == other.article.id]
    assert [m.links[0].code for m in copied] == ["tie-copied"]
    assert copied[0].passage.quote == AGENCY


def test_a_phrase_set_a_day_before_its_sentence_names_the_event_of_that_day(written, chronicle):
    text = (
        "اقتحم لصوص مصرف الجنوب بمدينة وجدة يوم 8 يونيو 2017. "
        "واعتقلت الشرطة سائقا بمدينة بركان في 9 يونيو 2017 بعد يوم واحد من اقتحام المصرف."
    )
    found = chronicle(written(text, ("8 يونيو 2017", "2017-06-08"), ("9 يونيو 2017", "2017-06-09")))
    raid = next(e for e in found.events if e.hull.first + 1 == max(other.hull.first for other in found.events))
    (named,) = [m for m in raid.mentions if m.basis is MentionBasis.INFERRED]
    assert named.passage.quote == "اقتحام المصرف"
    assert "tie-offset" in {link.code for link in named.links}


def test_a_match_and_its_return_and_what_points_back_to_each_are_kept_apart(written, chronicle):
    first = written(
        "فاز الشهاب على البرق بهدفين في مباراة الذهاب يوم 3 مارس 2015. وأشاد مدرب الشهاب بأداء لاعبيه في هذه المباراة.",
        ("3 مارس 2015", "2015-03-03"),
    )
    second = written(
        "تعادل البرق مع الشهاب في مباراة الإياب يوم 17 مارس 2015. وطرد الحكم مدافع البرق في هذه المباراة.",
        ("17 مارس 2015", "2015-03-17"),
    )
    found = chronicle(first, second)
    assert len(found.events) == 2
    for event, article in zip(found.events, (first, second), strict=True):
        assert {m.passage.article for m in event.mentions} == {article.article.id}
        assert len(event.mentions) == 2


def test_a_report_and_the_event_it_reports_are_two_and_what_is_said_further_belongs_to_the_report(written, chronicle):
    text = (
        "انهار جسر خشبي قديم بمدينة إفران يوم 2 ماي 2013. "
        "وأعلن العمدة كريم الوزاني يوم 6 ماي 2013 فتح تحقيق في أسباب ما جرى. "
        "وأضاف أن لجنة من المهندسين ستنشر تقريرها للعموم."
    )
    found = chronicle(written(text, ("2 ماي 2013", "2013-05-02"), ("6 ماي 2013", "2013-05-06")))
    collapse, statement = found.events
    assert not [m for m in collapse.mentions if "وأضاف" in m.passage.quote]
    assert [m.basis for m in statement.mentions if "وأضاف" in m.passage.quote] == [MentionBasis.INFERRED]


def test_a_saying_of_nobody_knows_whom_is_not_tied_by_what_it_points_to(written, chronicle):
    text = (
        "اندلع حريق كبير في سوق الخشب بمدينة صفرو يوم 2 مارس 2021. "
        "وللمدينة سور قديم وحدائق واسعة على ضفة الوادي. "
        "وأضاف أن الحريق لم يغير شيئا من برنامج الموسم."
    )
    (event,) = chronicle(written(text, SECOND)).events
    assert not [m for m in event.mentions if "وأضاف" in m.passage.quote]


def test_two_things_of_one_day_that_share_no_word_are_two_though_their_papers_tell_one_story(written, chronicle):
    days = (("5 مارس 2020", "2020-03-05"), ("3 مارس 2020", "2020-03-03"))
    warned = " وحذرت النقابات في 3 مارس 2020 من قدم القاطرات ونقص الحراس وضعف الإنارة على سكة الشمال."
    crash = written("اصطدم قطار البضائع بحاجز في محطة تيفلت يوم 5 مارس 2020." + warned, *days)
    attack = written("هاجم غاضبون مقر وزارة الأشغال في 5 مارس 2020." + warned, *days)
    told = [{m.passage.article for m in event.mentions} for event in chronicle(crash, attack).events]
    assert sorted(map(len, told)) == [1, 1, 2]
