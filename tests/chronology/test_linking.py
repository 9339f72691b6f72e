"""Which reports become one event: by names that differ here and there, by kinship, and a week where most reports stand."""

from dataclasses import replace

import pytest

from timeline_app.chronology.links.agreement import agreement, side_of, topics_of, weights_of
from timeline_app.chronology.links.linking import THRESHOLD
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.traits.difference import Marks
from timeline_app.chronology.traits.trait import Traits
from timeline_app.model.article import Passage
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Mention
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

DAY, FRIDAY = ("السبت", "2022-05-14"), ("الجمعة", "2022-05-13")
WEEK = ("الأسبوع الماضي", "2022-05-09/2022-05-15")


def _sizes(chronicle, *articles):
    return sorted(len(event.mentions) for event in chronicle(*articles).events)


def test_what_few_pairs_of_a_cluster_name_otherwise_parts_nothing(written, chronicle):
    without_its_country = "صادقت حكومة الاحتلال السبت على اتفاق تقاسم مياه النهر مع كينيا في جلسة طارئة."
    without_the_other = "تصادق الحكومة الإثيوبية السبت نهائيا على اتفاق تقاسم مياه النهر."
    whole = "صادقت إثيوبيا السبت على اتفاق تقاسم مياه النهر مع كينيا."
    again = "وافقت إثيوبيا السبت على اتفاق تقاسم مياه النهر مع كينيا."
    assert _sizes(chronicle, *(written(text, DAY) for text in (without_its_country, without_the_other))) == [1, 1]
    told = (without_its_country, without_the_other, whole, again)
    assert _sizes(chronicle, *(written(text, DAY) for text in told)) == [4]


def _of_week(article):
    (reading,) = article.readings
    return replace(article, readings=(replace(reading, ranges=tuple(replace(r, grain=Grain.WEEK) for r in reading.ranges)),))


def test_a_week_goes_to_the_day_in_it_that_most_reports_give(written, chronicle):
    week = _of_week(written("اختطف مسلحون الأسبوع الماضي تلاميذ مدرسة داخلية في غرب البلاد.", WEEK))
    saturday = written("اختطف مسلحون السبت تلاميذ مدرسة داخلية في غرب البلاد، وفق حاكم الولاية.", DAY)
    fridays = [
        written(f"خطف مسلحون الجمعة تلاميذ مدرسة داخلية قرب {town}.", FRIDAY) for town in ("بلدة دامبا", "غابة كورا", "نهر سوكو")
    ]
    found = chronicle(week, saturday, *fridays)
    assert sorted(len(event.mentions) for event in found.events) == [1, 4]


def test_one_act_announced_with_two_verbs_fills_the_month(written, chronicle):
    day = "ذكر مجلس الوزراء السبت أنه وافق على رفع حصة السكر المدعوم."
    month = "أعلنت الحكومة في مايو 2022 موافقتها على رفع حصة السكر المدعوم."
    assert _sizes(chronicle, written(day, DAY), written(month, ("مايو 2022", "2022-05"))) == [2]


def _report(article, kind, *words):
    passage = Passage(ArticleId(article), article, Span(0, 40), " ".join(words))
    mention = Mention(article, passage, dates=(DateRange(738_000, 738_000),), title="", kind=kind)
    return Report(mention, Traits(kind=kind, stems=frozenset(words), context=frozenset(words)), 50, 0)


@pytest.mark.parametrize(
    ("kind", "shared", "joined"),
    [
        pytest.param("attack", ("خطف", "مسلح"), True, id="one-family"),
        pytest.param("publication", ("خطف", "مسلح"), False, id="another-family"),
        pytest.param("attack", ("مسلح",), False, id="one-word"),
        pytest.param("statement", ("خطف", "مسلح"), False, id="a-saying"),
    ],
)
def test_reports_of_one_story_and_family_need_two_words_in_common(kind, shared, joined):
    one = _report("a", "attack" if kind != "statement" else kind, *shared, *(f"ا{n}" for n in range(24)))
    other = _report("b", kind, *shared, *(f"ب{n}" for n in range(24)))
    score = _score(one, other)
    assert (score is not None and score >= THRESHOLD) is joined


def _score(one, other):
    topics = topics_of((one, other))
    weights = weights_of((one, other), topics, {"a": "a", "b": "a"})
    return agreement(side_of(one, weights), side_of(other, weights), weights)


def test_what_many_saw_is_told_in_many_words_but_a_verdict_is_not():
    other = _report("b", "opening", "شارع", "درعا", "سوق")
    rally, verdict = (
        replace(_report("a", "protest", "شارع", "درعا", "هتف"), marks=Marks(head="هتف", act=act)) for act in ("rally", "verdict")
    )
    assert _score(rally, other) > _score(verdict, other)
