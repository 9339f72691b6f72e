"""Does a mark say what its words were read as, and why?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Contradiction, ContradictionKind, Suggestion
from timeline_app.model.step import step
from timeline_app.ui.index import Index
from timeline_app.ui.reader import explanation, marks
from timeline_app.wording import Wording

ARABIC = Wording("ar", "morocco", "latin")


@pytest.fixture
def explained(sample):
    def explained(article, words, state=sample.state, wording=ARABIC):
        index = Index()
        index.update(state, whole=True)
        shown = marks.marks_of(article, state, index.marks(article.id), None)
        found = marks.at(shown, sample.span_in(article, words).start)
        return explanation.explain(found, state, wording, article.text)

    return explained


def test_words_of_time_say_their_day_with_its_weekday_and_their_event(explained, sample):
    said = explained(sample.a, "3 مارس 2020")
    assert said.quote == "«3 مارس 2020»"
    assert said.meaning == "الثلاثاء 3 مارس 2020"
    assert said.event == "الحدث: افتتاح مؤتمر البريد"


def test_an_inferred_date_says_that_it_is_one(explained, sample):
    assert explained(sample.a, "أبريل المقبل").badge == ARABIC.certainty(sample.readings[1].certainty)


def test_a_contradiction_is_told_with_what_may_have_been_meant(explained, sample):
    message = step("weekday-conflict", written=2, found=1, date=DateRange(737488, 737488))
    doubted = sample.opening.mentions[1]
    conflict = Contradiction(
        "c", ContradictionKind.WEEKDAY, message, (), Suggestion((DateRange(737487, 737487),)), ("opening",), (doubted.id,)
    )
    state = replace(sample.state, contradictions={"c": conflict})
    said = explained(sample.b, "انطلقت", state)
    assert said.warnings == (ARABIC.say(message), "لعل المقصود 3 مارس 2020")
    assert len(explained(sample.b, "الثلاثاء", state).warnings) == len(set(explained(sample.b, "الثلاثاء", state).warnings))


def test_a_doubtful_passage_without_a_contradiction_still_says_so(explained, sample):
    assert explained(sample.b, "انطلقت").warnings == ("هذا التاريخ موضع شك",)


def test_a_passage_says_why_it_belongs_to_its_event(explained, sample):
    linked = replace(sample.founding.mentions[0], links=(step("same-session", number=3),))
    events = {**sample.state.events, "founding": replace(sample.founding, mentions=(linked,))}
    state = replace(sample.state, events=events)
    assert explained(sample.a, "وكان الاتحاد", state).links


def test_nothing_is_said_where_nothing_is_marked(sample):
    assert explanation.explain((), sample.state, ARABIC, sample.a.text) is None


def test_the_publication_date_says_how_it_is_known(sample):
    said = explanation.of_publication(sample.a, ARABIC)
    assert said.meaning.startswith("نُشر")
    assert said.reasons
    assert explanation.of_publication(sample.b, ARABIC).meaning == "تاريخ النشر غير معروف"


def test_english_speaks_english(explained, sample):
    said = explained(sample.a, "3 مارس 2020", wording=Wording("en"))
    assert said.quote == "“3 مارس 2020”"
    assert said.meaning == "Tuesday 3 March 2020"
