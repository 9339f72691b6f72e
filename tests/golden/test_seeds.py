"""What the five articles of the sample must yield, to the letter of ``seeds.json``."""

import json
from pathlib import Path

import pytest

from timeline_app.assets import seeds
from timeline_app.calendars.iso import iso_date
from timeline_app.chronology.phrases.wellformed import well_formed
from timeline_app.model.article import SectionRole
from timeline_app.model.event import ContradictionKind, MentionBasis
from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_paths

GOLD = json.loads((Path(__file__).parent / "seeds.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def analysis():
    return analyse(read_paths([seeds()]))


@pytest.fixture(scope="module")
def names(analysis):
    return {article.id: Path(article.path).name for article in analysis.articles}


def days(event):
    first, last = iso_date(event.hull.first), iso_date(event.hull.last)
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return first[:4]
    return first if first == last else f"{first}/{last}"


def by_days(analysis):
    return {days(event): event for event in analysis.events}


def test_the_sample_holds_six_events_and_no_other(analysis):
    assert sorted(by_days(analysis)) == sorted(event["when"] for event in GOLD["events"])
    assert len(analysis.events) == 6


@pytest.mark.parametrize("gold", GOLD["events"], ids=lambda g: g["key"])
def test_each_event_rests_on_exactly_the_dated_mentions_of_the_articles(analysis, names, gold):
    event = by_days(analysis)[gold["when"]]
    dated = [m for m in event.mentions if m.basis is MentionBasis.DATED]
    assert sorted(names[m.passage.article] for m in dated) == sorted(m["article"] for m in gold["mentions"])
    for wanted in gold["mentions"]:
        mention = next(m for m in dated if names[m.passage.article] == wanted["article"])
        both = min(mention.passage.span.end, wanted["end"]) - max(mention.passage.span.start, wanted["start"])
        assert both * 2 >= min(len(mention.passage.span), wanted["end"] - wanted["start"])


@pytest.mark.parametrize("gold", GOLD["events"], ids=lambda g: g["key"])
def test_each_event_has_its_kind_its_place_and_a_title_of_the_sources_own_words(analysis, gold):
    event = by_days(analysis)[gold["when"]]
    assert event.kind == gold["kind"]
    assert 8 <= len(event.title) <= 100
    assert not any(word in event.title for word in ("اليوم", "هذه", "هذا", "نوفمبر", "1923"))


def test_every_title_of_the_sample_is_one_an_editor_could_print(analysis):
    assert all(well_formed(event.title) for event in analysis.events)
    assert len({event.title for event in analysis.events}) == len(analysis.events)


def test_the_sessions_are_named_by_their_number(analysis):
    found = by_days(analysis)
    assert "الـ76" in found["2007"].title
    assert "الثانية والتسعون" in found["2024-11-04/2024-11-07"].title
    assert "93" in found["2025-11-24/2025-11-27"].title
    assert "الـ93" in found["2025-11-24"].title


@pytest.mark.parametrize(("article", "when"), GOLD["published"].items())
def test_publication_dates_are_inferred_where_the_text_gives_them_away(analysis, names, article, when):
    published = next(a.published for a in analysis.articles if names[a.id] == article)
    if when is None or "/" in when:
        return
    assert published.when is not None
    assert iso_date(published.when.first) == when
    assert published.steps


def test_the_weekday_that_is_not_the_dates_is_reported_with_what_was_meant(analysis, names):
    gold = GOLD["contradictions"][0]
    found = [c for c in analysis.contradictions if c.kind is ContradictionKind.WEEKDAY]
    assert len(found) == 1
    assert names[found[0].evidence[0].passage.article] == gold["article"]
    assert found[0].evidence[0].passage.quote == gold["text"]
    assert iso_date(found[0].suggestion.dates[0].first) == gold["suggest"]
    assert found[0].suggestion.steps
    opening = by_days(analysis)["2025-11-24"]
    assert found[0].events == (opening.id,)
    doubtful = [m for m in opening.mentions if m.doubtful]
    assert [m.id for m in doubtful] == list(found[0].mentions)
    assert iso_date(doubtful[0].dates[0].first) == "2025-06-24"


def test_figures_of_one_session_that_differ_are_shown_and_others_never_compared(analysis, names):
    found = [c for c in analysis.contradictions if c.kind is ContradictionKind.FIGURE]
    assert len(found) == 1
    said = {e.says for e in found[0].evidence}
    assert "مائة وسبعين إلى مائة وستين دولة" in said
    assert "179 دولة" in said
    assert len({names[e.passage.article] for e in found[0].evidence}) == 2
    assert {"session", "opening"} == {event.kind for event in analysis.events if event.id in found[0].events}


def test_nothing_the_page_put_around_the_articles_becomes_an_event(analysis):
    quotes = " ".join(m.passage.quote for e in analysis.events for m in e.mentions)
    assert not any(words in quotes for words in GOLD["not_events"])


@pytest.mark.parametrize(("article", "lines"), GOLD["boilerplate"].items())
def test_boilerplate_is_what_the_page_put_around_the_article(analysis, names, article, lines):
    found = next(a for a in analysis.articles if names[a.id] == article)
    marked = [s.span.of(found.text) for s in found.sections if s.role is SectionRole.BOILERPLATE]
    assert all(any(line in text for text in marked) for line in lines)
    assert sum(map(len, marked)) <= sum(map(len, lines)) + 40
