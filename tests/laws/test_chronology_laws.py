"""What holds of every chronology: the order of the articles, an unrelated article and a copy change nothing."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.assets import seeds
from timeline_app.model.event import MentionBasis
from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_paths, read_text

UNRELATED = (
    "زرع مزارعون في وادي زيز نخيلا جديدا خلال ربيع 2019، وجنوا أول تمر منه في خريف 2023.\n"
    "وافتتح متحف صغير للواحات يوم 3 ماي 2021 قرب القصر القديم.\n"
)


@pytest.fixture(scope="module")
def articles():
    return read_paths([seeds()])


@pytest.fixture(scope="module")
def expected(articles):
    return analyse(articles)


WORDS = [
    "أعلن",
    "الوزير",
    "انطلق",
    "المؤتمر",
    "التي",
    "جرت",
    "في",
    "5",
    "ماي",
    "2019",
    "الاثنين",
    "أمس",
    "إن",
    "أن",
    "،",
    ".",
    ":",
    "(",
    ")",
    "«",
    "»",
    "و",
    "قبل",
    "يومين",
    "من",
    "الدورة",
    "الـ93",
    "بحضور",
    "40",
    "دولة",
    "\n",
]


def essence(analysis):
    return analysis.events, analysis.contradictions


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_the_order_of_the_articles_does_not_matter(articles, expected, order):
    assert essence(analyse([articles[i] for i in order])) == essence(expected)


SAME_DAY = (
    "فاز الشهاب على البرق بهدفين في مراكش يوم 24 نونبر 2025 أمام جمهور كبير من عدة دول.\n"
    "وقال مدرب الشهاب إن المباراة كانت صعبة، وأضاف أن فريقه يستعد للدورة المقبلة من البطولة الوطنية.\n"
)


EVERYDAY = (
    "أعلنت وزارة الفلاحة اليوم الاثنين 24 نونبر 2025 انطلاق الدورة الثالثة من معرض التمور، وأكد الوزير مشاركة عشر دول.\n"
    "وقال رئيس الجمعية إن الأمن والنظام مضمونان، وقرر المنظمون تأجيل حفل الافتتاح إلى يوم الأربعاء.\n"
    "وعقدت اللجنة اجتماعا الثلاثاء، ووقعت الشرطة اتفاقية مع المدينة، وانتخب المشاركون رئيسا جديدا لهم.\n"
)


@pytest.mark.parametrize("unrelated", [UNRELATED, SAME_DAY, EVERYDAY])
def test_an_unrelated_article_changes_no_event(articles, expected, unrelated):
    more = analyse([*articles, read_text(unrelated, "غير ذلك")])
    known = {event.id: event for event in expected.events}
    assert {event.id: event for event in more.events if event.id in known} == known
    assert len(more.events) > len(expected.events)
    assert more.contradictions == expected.contradictions


@pytest.mark.parametrize("copied", range(5))
def test_an_article_given_twice_adds_no_event(articles, expected, copied):
    twice = analyse([*articles, replace(articles[copied], path="copy.txt")])
    assert essence(twice) == essence(expected)


def test_the_same_articles_give_the_same_names_each_time(articles, expected):
    assert [event.id for event in analyse(articles).events] == [event.id for event in expected.events]


@settings(max_examples=25)
@given(text=st.text(alphabet=st.sampled_from("ابتجدرسعقلمنهوي ،.؟:()«»0123456789\n"), min_size=1, max_size=200).filter(str.strip))
def test_no_text_makes_the_chronology_fail(text):
    analysis = analyse([read_text(text)])
    assert all(event.title.strip() and event.mentions for event in analysis.events)


def test_every_mention_quotes_its_article_and_every_link_says_why(articles, expected):
    texts = {article.id: article.text for article in articles}
    for event in expected.events:
        dated = sum(mention.basis is MentionBasis.DATED for mention in event.mentions)
        for mention in event.mentions:
            assert mention.passage.span.of(texts[mention.passage.article]) == mention.passage.quote
            assert mention.links or (mention.basis is MentionBasis.DATED and dated == 1)
        assert event.steps


@settings(max_examples=60)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
def test_no_run_of_reporting_words_makes_the_chronology_fail(words):
    text = " ".join(words) + " مقال"
    article = read_text(text)
    for event in analyse([article]).events:
        assert event.title
        assert all(mention.passage.span.of(text) == mention.passage.quote for mention in event.mentions)


def test_a_text_without_a_full_stop_is_read_in_stretches():
    text = "افتتح الوزير المعرض الكبير يوم 5 ماي 2019 بحضور وفود كثيرة، " * 200
    analysis = analyse([read_text(text)])
    assert max(len(m.passage.span) for e in analysis.events for m in e.mentions) < 600
