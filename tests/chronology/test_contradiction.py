"""What is shown as a contradiction between sources, and what an editor would refuse is not."""

from dataclasses import replace

import pytest

from timeline_app.chronology.doubts.contradiction import contradictions_of
from timeline_app.model.event import ContradictionKind
from timeline_app.model.expression import TimexType
from timeline_app.model.step import step

SIXTH, SEVENTH = ("6 ماي 2019", "2019-05-06"), ("7 ماي 2019", "2019-05-07")


@pytest.fixture(name="said")
def _said(written, chronicle):
    """Of each contradiction its kind and what the sides say."""

    def check(*texts):
        articles = [written(*text) for text in texts]
        told = chronicle(*articles)
        readings = {w.article.id: w.readings for w in articles}
        found = contradictions_of(told, [w.article for w in articles], readings).contradictions
        return [(c.kind.value, tuple(sorted(e.says for e in c.evidence)), c.update) for c in found]

    return check


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "ضرب زلزال بقوة 6.8 درجة جزيرة لومبان يوم 6 ماي 2019.",
            "وكان زلزال بقوة 6.5 درجة قد ضرب جزيرة لومبان في 6 ماي 2019.",
            ("6.5 درجة", "6.8 درجة"),
        ),
        (
            "حجزت الجمارك في ميناء أصيلة 31 كلغ من العنبر المهرب يوم 6 ماي 2019.",
            "وحجزت الجمارك في 6 ماي 2019 بميناء أصيلة 35 كلغ من العنبر المهرب.",
            ("31 كلغ", "35 كلغ"),
        ),
        (
            "هاجم أربعة مسلحين مصرفا في حي النخيل بسلا يوم 6 ماي 2019.",
            "وفي 6 ماي 2019 هاجم ستة مسلحين مصرفا بحي النخيل في سلا.",
            ("أربعة مسلحين", "ستة مسلحين"),
        ),
    ],
)
def test_two_measures_of_one_thing_are_a_contradiction(said, one, other, sides):
    assert said((one, SIXTH), (other, SIXTH)) == [(ContradictionKind.FIGURE.value, sides, False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "وقعت الشركة في 6 ماي 2019 عقد مصنع الإسمنت بقيمة 3.2 مليار دولار.",
            "وقعت الشركة يوم 6 ماي 2019 عقد مصنع الإسمنت بقيمة 3 مليارات دولار.",
        ),
        (
            "وقعت الشركة في 6 ماي 2019 عقد مصنع الإسمنت بقيمة 43 مليون دولار.",
            "وقعت الشركة عقد مصنع الإسمنت مقابل قسط أول قدره 36 مليون دولار في 6 ماي 2019.",
        ),
        (
            "تحطمت طائرة شحن قرب قرية تالمست يوم 6 ماي 2019 وعلى متنها 12 شخصا قتل معظمهم.",
            "تحطمت طائرة شحن قرب قرية تالمست في 6 ماي 2019 وقتل 9 أشخاص.",
        ),
        (
            "هاجم أربعة مسلحين مصرفا في حي النخيل بسلا يوم 6 ماي 2019.",
            "هاجم مسلحون مصرفا بحي النخيل في سلا يوم 6 ماي 2019 وقتل ثلاثة مسلحين.",
        ),
    ],
)
def test_a_rounded_figure_a_part_and_who_was_aboard_contradict_nothing(said, one, other):
    assert said((one, SIXTH), (other, SIXTH)) == []


def test_two_sources_that_date_a_founding_differently_contradict_each_other(said):
    one = "تأسست جمعية قدماء البحارة بآسفي يوم 6 ماي 2019."
    other = "وتأسست جمعية قدماء البحارة بآسفي في 7 ماي 2019."
    assert said((one, SIXTH), (other, SEVENTH)) == [(ContradictionKind.DATE.value, ("6 ماي 2019", "7 ماي 2019"), False)]


def test_the_day_of_most_sources_is_proposed_to_the_one_that_is_alone(written, chronicle):
    texts = (
        "تأسست جمعية قدماء البحارة بآسفي في {}.",
        "وتأسست جمعية قدماء البحارة بآسفي يوم {}.",
        "وقد تأسست جمعية قدماء البحارة بآسفي في {}.",
    )
    most = [written(text.format("6 ماي 2019"), SIXTH) for text in texts]
    other = written("وكانت جمعية قدماء البحارة بآسفي تأسست يوم 7 ماي 2019.", SEVENTH)
    for articles, proposed in ((most, True), (most[:1], False)):
        told = [*articles, other]
        readings = {w.article.id: w.readings for w in told}
        (found,) = contradictions_of(chronicle(*told), [w.article for w in told], readings).contradictions
        assert (found.suggestion is not None and found.suggestion.dates == most[0].readings[0].ranges) == proposed
        assert len(found.mentions) == proposed


def test_what_lasts_since_a_day_does_not_date_what_happened_on_another(written, chronicle):
    one = written("توفي الشاعر أحمد البناني يوم 6 ماي 2019.", SIXTH)
    other = written("أُعلنت وفاة الشاعر أحمد البناني الذي لم يشاهد علنا منذ 7 ماي 2017.", ("7 ماي 2017", "2017-05-07"))
    (reading,) = other.readings
    lasting = replace(other, readings=(replace(reading, ranges=(replace(reading.ranges[0], open_end=True),)),))
    told = chronicle(one, lasting)
    articles = [one.article, lasting.article]
    assert not contradictions_of(told, articles, {w.article.id: w.readings for w in (one, lasting)}).contradictions


def test_today_by_the_weekday_of_another_day_is_told_once_for_the_article(written, chronicle):
    tuesday = "2019-05-07"
    text = "أعلن الوزير اليوم الاثنين خطة الري، وسيزور غدا الثلاثاء سد الكرمة."
    article = written(text, ("اليوم الاثنين", "2019-05-06"), ("غدا الثلاثاء", tuesday), published=tuesday)
    stale = step("weekday-conflict-deictic", written=1, found=2, day=article.readings[1].ranges[0])
    readings = {article.article.id: tuple(replace(r, conflicts=(stale,)) for r in article.readings)}
    told = chronicle(replace(article, readings=readings[article.article.id]))
    (found,) = contradictions_of(told, [article.article], readings).contradictions
    assert (found.kind, [e.says for e in found.evidence]) == (ContradictionKind.WEEKDAY, ["اليوم الاثنين", "غدا الثلاثاء"])


def test_the_day_by_its_name_is_proposed_where_another_article_gives_it(written, chronicle):
    late = written(
        "افتتح وزير الري سالم بلقايد اليوم الاثنين سد الكرمة بسوس.", ("اليوم الاثنين", "2019-05-06"), published="2019-05-07"
    )
    stale = step("weekday-conflict-deictic", written=1, found=2, day=late.readings[0].ranges[0])
    late = replace(late, readings=tuple(replace(r, conflicts=(stale,)) for r in late.readings))
    for other, proposed in (
        ("افتتح وزير الري سالم بلقايد سد الكرمة بسوس في 6 ماي 2019.", 1),
        ("زار الوالي ميناء سلا في 6 ماي 2019.", 0),
    ):
        both = (late, written(other, SIXTH))
        readings = {w.article.id: w.readings for w in both}
        (found,) = contradictions_of(chronicle(*both), [w.article for w in both], readings).contradictions
        assert bool(found.suggestion) == proposed
        assert found.suggestion is None or found.suggestion.dates == late.readings[0].ranges


CREW = "كان على متن العبارة {} تونسيا و{} مالطيا عند غرقها في 6 ماي 2019."


def test_two_lists_that_agree_in_one_nation_and_not_in_another_contradict_each_other(said):
    assert said((CREW.format(34, 12), SIXTH), (CREW.format(34, 15), SIXTH)) == [
        (ContradictionKind.FIGURE.value, ("12 مالطيا", "15 مالطيا"), False)
    ]


def test_a_toll_by_nations_that_grows_and_lists_that_agree_in_none_contradict_nothing(said):
    toll = "قتل 34 تونسيا و{} مالطيا في غرق العبارة."
    assert said((toll.format(12),), (toll.format(15),)) == []
    assert said(("كان على متنها 34 تونسيا و12 مالطيا.",), ("كان على متنها 41 تونسيا و15 مالطيا.",)) == []


@pytest.mark.parametrize("other", ["سبع درجات", "6.4 درجات"])
def test_a_strength_is_written_to_a_tenth(said, other):
    one = "ضرب زلزال قوته 6.6 درجات جزيرة لومبان يوم 6 ماي 2019."
    found = said((one, SIXTH), (f"وكان زلزال قوته {other} قد ضرب جزيرة لومبان في 6 ماي 2019.", SIXTH))
    assert found == [(ContradictionKind.FIGURE.value, tuple(sorted(("6.6 درجات", other))), False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "جنحت ناقلة الحبوب المرجان قرب رصيف ميناء الصويرة الجنوبي في 6 ماي 2019.",
            "وكانت الناقلة المرجان قد جنحت قرب الرصيف الجنوبي لميناء الصويرة في 7 ماي 2019.",
        ),
        (
            "قدم وزير الري سالم بن زروال استقالته في 6 ماي 2019.",
            "وأعلنت الوزارة استقالة وزير الري سالم بن زروال يوم 7 ماي 2019.",
        ),
    ],
)
def test_one_deed_told_of_two_days_running_is_one_event_with_two_dates(said, one, other):
    assert said((one, SIXTH), (other, SEVENTH)) == [(ContradictionKind.DATE.value, ("6 ماي 2019", "7 ماي 2019"), False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "جنحت ناقلة الحبوب المرجان قرب رصيف ميناء الصويرة الجنوبي في 6 ماي 2019.",
            "جنحت سفينة الصيد الزمردة قرب شاطئ العرائش في 7 ماي 2019.",
        ),
        (
            "قصفت المدفعية ضواحي تعز الشرقية في 6 ماي 2019.",
            "وقصفت المدفعية ضواحي تعز الشرقية في 7 ماي 2019.",
        ),
        (
            "قدم وزير الري سالم بن زروال استقالته في 6 ماي 2019.",
            "قدم وزير الري رشيد حمداوي استقالته في 7 ماي 2019.",
        ),
    ],
)
def test_another_ship_another_shelling_and_another_minister_are_another_event(said, one, other):
    assert said((one, SIXTH), (other, SEVENTH)) == []


@pytest.fixture(name="tolls")
def _tolls(written, chronicle):
    """The same of articles given with the day they appeared."""

    def check(*texts):
        articles = [written(text, published=published) for text, published in texts]
        told = chronicle(*articles)
        readings = {w.article.id: w.readings for w in articles}
        found = contradictions_of(told, [w.article for w in articles], readings).contradictions
        return [(tuple(sorted(e.says for e in c.evidence)), c.update) for c in found]

    return check


FIRE = "قتل {} في حريق فندق الزيتونة بمدينة صفاقس"


def test_a_toll_belongs_to_the_disaster_it_is_told_with_whatever_the_article_dates(tolls):
    one = FIRE.format("21 شخصا، بينهم 4 أطفال، وأصيب 40 آخرون") + "."
    other = "استقال مدير الحماية المدنية. وكان 24 نزيلا قضوا وأصيب 44 آخرون في حريق فندق الزيتونة بصفاقس."
    sides = (("21 شخصا", "24 نزيلا"), False), (("40 آخرون", "44 آخرون"), False)
    assert sorted(tolls((one, "2019-05-08"), (other, "2019-05-08"))) == sorted(sides)


@pytest.mark.parametrize(
    ("first", "then", "update"),
    [("21 شخصا", "24 شخصا", True), ("24 شخصا", "21 شخصا", False)],
)
def test_a_toll_that_grows_from_day_to_day_is_an_update_and_one_that_shrinks_is_none(tolls, first, then, update):
    found = tolls((FIRE.format(first) + ".", "2019-05-08"), (FIRE.format(then) + ".", "2019-05-09"))
    assert found == [(tuple(sorted((first, then))), update)]


def test_what_a_count_of_the_dead_has_come_to_is_a_toll_however_far_it_stands(tolls):
    reached = "ارتفع عدد القتلى في حريق فندق الزيتونة بمدينة صفاقس الساحلية إلى 24 شخصا."
    found = tolls((FIRE.format("21 شخصا") + ".", "2019-05-08"), (reached, "2019-05-08"))
    assert found == [(("21 شخصا", "24 شخصا"), False)]


SINKING = "غرق مركب صيد قبالة شاطئ الزهرة بمدينة صفاقس، {}."


@pytest.mark.parametrize(
    ("first", "then"), [("ولا يزال 8 بحارة مفقودين", "وما زال 11 بحارا مفقودا"), ("وتم إنقاذ 14 بحارا", "ونجا 11 بحارا")]
)
def test_the_missing_and_the_rescued_of_one_day_are_compared_and_those_of_another_may_differ(tolls, first, then):
    one, other = SINKING.format(first), SINKING.format(then)
    (found,) = tolls((one, "2019-05-08"), (other, "2019-05-08"))
    assert not found[1]
    if "مفقود" in first:
        assert tolls((one, "2019-05-08"), (other, "2019-05-09")) == []
    assert tolls((other, "2019-05-08"), (one, "2019-05-09")) == []


def test_a_count_given_as_a_first_one_contradicts_no_other(tolls):
    one, other = (SINKING.format(rescued) for rescued in ("وتم إنقاذ 14 بحارا", "ونجا 11 بحارا في حصيلة أولية"))
    assert tolls((one, "2019-05-08"), (other, "2019-05-08")) == []


def test_of_several_counts_the_highest_is_told_with_the_last_of_those_that_differ_from_it(written, chronicle):
    tolls = (("42 شخصا", "2019-05-08"), ("45 شخصا", "2019-05-09"), ("70 شخصا", "2019-05-08"))
    articles = [written(FIRE.format(toll) + ".", published=day) for toll, day in tolls]
    readings = {w.article.id: w.readings for w in articles}
    (found,) = contradictions_of(chronicle(*articles), [w.article for w in articles], readings).contradictions
    assert dict(found.message.arguments) == {"one": "45 شخصا", "other": "70 شخصا", "counted": "dead"}
    assert [e.says for e in found.evidence][:2] == ["45 شخصا", "70 شخصا"]


def test_of_two_tolls_of_one_day_the_much_higher_is_the_later(tolls):
    found = tolls((FIRE.format("6 أشخاص") + ".", "2019-05-08"), (FIRE.format("19 شخصا") + ".", "2019-05-08"))
    assert [update for _, update in found] == [True]


@pytest.mark.parametrize(
    "other",
    [
        "قتل 9 أشخاص في حريق سوق الجملة بمدينة سوسة.",
        "قتل أكثر من 20 شخصا في حريق فندق الزيتونة بمدينة صفاقس.",
        "أوقع حريق فندق الزيتونة بمدينة صفاقس 60 بين قتيل وجريح.",
        "نقلت الإذاعة أن 12 من قتلى حريق فندق الزيتونة بمدينة صفاقس سياح.",
        "ذكر حريق فندق الزيتونة بصفاقس بآخر. وفي حريق منفصل، قتل 9 أشخاص في معمل.",
    ],
)
def test_another_disaster_a_bound_a_part_and_a_sum_are_no_other_toll(tolls, other):
    assert tolls((FIRE.format("21 شخصا") + ".", "2019-05-08"), (other, "2019-05-08")) == []


def test_two_disasters_of_one_article_are_kept_apart(written, chronicle):
    old = "وكان 9 أشخاص قتلوا في حريق فندق بصفاقس في 2 ماي 2018."
    one = written(FIRE.format("21 شخصا") + " يوم 6 ماي 2019. " + old, SIXTH, ("2 ماي 2018", "2018-05-02"), published="2019-05-08")
    other = written(FIRE.format("21 شخصا") + ".", published="2019-05-08")
    readings = {w.article.id: w.readings for w in (one, other)}
    assert not contradictions_of(chronicle(one, other), [one.article, other.article], readings).contradictions


FAIR = "افتتح الوزير معرض سلا للخزف اليوم. {}"


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            FAIR.format("وتشارك في المعرض 40 دارا من 31 دولة."),
            FAIR.format("ويشهد المعرض مشاركة حرفيين من 26 دولة."),
            ("26 دولة", "31 دولة"),
        ),
        (
            "تنافس في الانتخابات البلدية بمدينة سلا 90 مرشحا، بينهم 17 امرأة.",
            "انتهت الانتخابات البلدية بمدينة سلا. وترشحت 19 سيدة ولم تفز منهن واحدة.",
            ("17 امرأة", "19 سيدة"),
        ),
    ],
)
def test_what_is_counted_of_one_gathering_or_election_is_compared(tolls, one, other, sides):
    assert tolls((one, "2019-05-08"), (other, "2019-05-08")) == [(sides, False)]


@pytest.mark.parametrize(
    "other",
    [
        FAIR.format("وتشارك في المعرض دور من نحو 30 دولة."),
        FAIR.format("وستشارك في المعرض المقبل 26 دولة."),
        "افتتح الوزير معرض سوسة للزيتون اليوم. وتشارك في المعرض 26 دولة.",
        FAIR.format("وتضم الرابطة 26 دولة."),
        "انطلقت اليوم الدورة الثالثة من معرض التمور في أكادير، وأكد الوزير مشاركة عشر دول.",
    ],
)
def test_a_round_figure_a_plan_another_fair_and_members_are_no_other_count(tolls, other):
    one = FAIR.format("وتشارك في المعرض 40 دارا من 31 دولة.")
    assert tolls((one, "2019-05-08"), (other, "2019-05-08")) == []


def test_how_long_a_sitting_lasted_is_compared(written, chronicle):
    texts = ("دامت جلسة مجلس مدينة سلا حول الميزانية {}.", "استمرت جلسة مجلس مدينة سلا حول الميزانية {}.")
    told = []
    for text, words, value in zip(texts, ("9 ساعات", "6 ساعات و20 دقيقة"), ("PT9H", "PT6H20M"), strict=True):
        article = written(text.format(words), (words,), published="2019-05-08")
        (reading,) = article.readings
        length = replace(reading, value=value, expression=replace(reading.expression, type=TimexType.DURATION))
        told.append(replace(article, readings=(length,)))
    readings = {w.article.id: w.readings for w in told}
    (found,) = contradictions_of(chronicle(*told), [w.article for w in told], readings).contradictions
    assert sorted(e.says for e in found.evidence) == ["6 ساعات و20 دقيقة", "9 ساعات"]
