"""A text becomes an article."""

from __future__ import annotations

from hashlib import sha256

from timeline_app.calendars.gregorian import day_of
from timeline_app.importing.article import article_of, stated_by_user
from timeline_app.model.article import PublicationBasis
from timeline_app.model.daterange import DateRange

TEXT = "انتخاب رئيس جديد\r\n\r\nانتخب المجلس رئيسا جديدا يوم 5 ماي 2020 بأغلبية كبيرة.\r\n"


def test_the_text_is_kept_and_named_by_its_digest():
    article = article_of(TEXT, path="a.txt")
    assert article.text == TEXT
    assert article.sha256 == sha256(TEXT.encode()).hexdigest()
    assert article.sha256.startswith(article.id)
    assert len(article.id) == 16
    assert article.title == "انتخاب رئيس جديد"


def test_every_section_lies_in_the_text_in_order():
    ends = [0]
    for section in article_of(TEXT).sections:
        assert ends[-1] <= section.span.start < section.span.end <= len(TEXT)
        ends.append(section.span.end)
    assert len(ends) > 1


def test_a_stated_date_is_a_given_publication():
    day = DateRange(day_of(2020, 5, 6), day_of(2020, 5, 6))
    assert article_of(TEXT, published=stated_by_user(day)).published.basis is PublicationBasis.GIVEN
    assert article_of(TEXT).published.basis is PublicationBasis.UNKNOWN


def test_lone_surrogates_do_not_reach_the_article():
    assert article_of("نص \udc80 نص").text == "نص \ufffd نص"
