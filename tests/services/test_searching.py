"""Where in the whole dossier is it said, with exact places?"""

from __future__ import annotations

import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.model.article import Article, Section, SectionRole
from timeline_app.model.daterange import DateRange
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Event, EventStatus
from timeline_app.model.span import Span
from timeline_app.services.searching import EVENTS_SHOWN, Searcher


def article(name, text, sections=()):
    return Article(name, text, name, title=text.split("\n")[0], sections=tuple(sections))


def dossier(*articles, events=()):
    return DossierState(articles={a.id: a for a in articles}, events={e.id: e for e in events})


@pytest.fixture
def searcher():
    made = Searcher()
    yield made
    made.close()


def search(searcher, state, query, **options):
    searcher.take(state)
    while searcher.feed(2):
        pass
    return searcher.find(query, **options)


def words(results, state):
    return [hit.place.of(state.articles[hit.article].text) for hit in results.hits]


def test_a_word_is_found_behind_its_prefixes_and_marked_without_them(searcher):
    state = dossier(article("a", "عاد إلى المغرب\nأقيم بالمغرب\nأُهدي للمغرب\nوللمغرب دور\nصحيفة مغربية"))
    results = search(searcher, state, "مغرب")
    assert words(results, state) == ["مغرب"] * 5
    assert [hit.highlights[0].of(hit.snippet) for hit in results.hits] == ["مغرب"] * 5


def test_a_search_made_ready_finds_the_same(searcher):
    state = dossier(article("a", "عاد إلى المغرب"), events=[Event("e", "عودة إلى المغرب", (DateRange(738000, 738000),), ())])
    searcher.take(state)
    searcher.ready()
    assert [hit.event for hit in search(searcher, state, "المغرب").events] == ["e"]


def test_the_article_in_a_query_matches_the_joined_preposition(searcher):
    state = dossier(article("a", "أُهدي للمغرب"))
    assert words(search(searcher, state, "المغرب"), state) == ["لمغرب"]


def test_a_word_inside_another_is_not_found(searcher):
    state = dossier(article("a", "عاد إلى المغرب"), article("b", "غرب المدينة"))
    assert [hit.article for hit in search(searcher, state, "غرب").hits] == ["b"]


def test_a_query_with_a_prefix_nobody_wrote_finds_the_bare_word(searcher):
    state = dossier(article("a", "عاد إلى مراكش"))
    assert words(search(searcher, state, "بمراكش"), state) == ["مراكش"]


def test_quoted_words_stand_in_a_row(searcher):
    state = dossier(article("a", "الأمن العام والتعاون"), article("b", "التعاون في الأمن"))
    assert [hit.article for hit in search(searcher, state, "«الأمن العام»").hits] == ["a"]
    assert {hit.article for hit in searcher.find("الأمن التعاون").hits} == {"a", "b"}


def test_an_unfinished_quotation_is_searched_already(searcher):
    state = dossier(article("a", "الأمن العام والتعاون"))
    assert words(search(searcher, state, "«الأمن الع"), state) == ["الأمن الع"]


def test_a_long_paragraph_is_shown_around_the_find(searcher):
    text = "كلمة " * 60 + "مراكش" + " كلمة" * 60
    hit = search(searcher, dossier(article("a", text)), "مراكش").hits[0]
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 200
    assert [span.of(hit.snippet) for span in hit.highlights] == ["مراكش"]
    assert hit.place.of(text) == "مراكش"


def test_events_are_found_by_their_titles_but_not_the_rejected_ones(searcher):
    events = [Event("e1", "تأسيس المنظّمة", (), ()), Event("e2", "حلّ المنظمة", (), (), status=EventStatus.REJECTED)]
    results = search(searcher, dossier(events=events), "منظمه")
    assert [(hit.event, hit.highlights[0].of(hit.title)) for hit in results.events] == [("e1", "منظّمة")]


def test_words_in_boilerplate_come_last(searcher):
    text = "اقرأ أيضا مراكش\nفي مراكش"
    state = dossier(article("a", text, [Section(Span(0, 15), SectionRole.BOILERPLATE)]))
    assert [hit.aside for hit in search(searcher, state, "مراكش").hits] == [False, True]


def test_more_than_asked_for_is_said(searcher):
    state = dossier(article("a", "\n".join(["مراكش"] * 9)))
    results = search(searcher, state, "مراكش", limit=4)
    assert len(results.hits) == 4
    assert results.more
    assert not searcher.find("مراكش", limit=9).more


def test_an_article_that_left_is_not_found_and_one_that_came_is(searcher):
    first, second = article("a", "مراكش"), article("b", "مراكش أيضا")
    assert len(search(searcher, dossier(first), "مراكش").hits) == 1
    assert [hit.article for hit in search(searcher, dossier(second), "مراكش").hits] == ["b"]


def test_nothing_is_found_for_signs_alone(searcher):
    assert search(searcher, dossier(article("a", "مراكش")), "؟ -").hits == ()


def test_among_many_events_exactly_those_with_the_word_are_found_in_their_order(searcher):
    titles = [f"حدث رقم {n} في {'مراكش' if n % 7 == 0 else 'فاس'}" for n in range(60)]
    events = [Event(f"e{n}", title, (), ()) for n, title in enumerate(titles)]
    results = search(searcher, dossier(events=events), "مراكش")
    assert [hit.event for hit in results.events] == [f"e{n}" for n in range(0, 60, 7)]


def test_no_more_than_twenty_events_are_shown(searcher):
    events = [Event(f"e{n}", "لقاء", (), ()) for n in range(50)]
    assert len(search(searcher, dossier(events=events), "لقاء").events) == EVENTS_SHOWN


def test_a_changed_title_is_found_by_its_new_words_only(searcher):
    before, after = dossier(events=[Event("e", "لقاء", (), ())]), dossier(events=[Event("e", "وداع", (), ())])
    assert search(searcher, before, "لقاء").events
    assert not search(searcher, after, "لقاء").events
    assert searcher.find("وداع").events


def test_a_title_with_a_joined_preposition_is_found(searcher):
    results = search(searcher, dossier(events=[Event("e", "زيارة للمغرب", (), ())]), "المغرب")
    assert [span.of("زيارة للمغرب") for span in results.events[0].highlights] == ["لمغرب"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("7 نونبر 2024", ["e7"]), ("نوفمبر ٢٠٢٤", ["e4", "e7"]), ("2024", ["e1", "e4", "e7"]), ("7/11/2024", ["e7"]), ("2023", [])],
)
def test_events_are_found_by_a_date_in_the_order_of_time(searcher, query, found):
    days = {"e7": day_of(2024, 11, 7), "e4": day_of(2024, 11, 4), "e1": day_of(2024, 1, 1)}
    events = [Event(name, "لقاء", (DateRange(day, day),), ()) for name, day in days.items()]
    assert [
        hit.event for hit in search(searcher, dossier(events=[*events, Event("none", "لقاء", (), ())]), query).events
    ] == found
