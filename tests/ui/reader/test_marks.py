"""Which words are marked, and to which passage does each belong?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.sample import reported
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Section, SectionRole, passage_of
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Event, Mention
from timeline_app.model.expression import Expression, Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.term import Term
from timeline_app.ui import index
from timeline_app.ui.reader.marks import Rank, at, marks_of


@pytest.fixture
def marked(sample):
    """The marks of an article of 100 letters, with passages and words of time at the given spans."""

    def marked(passages=(), words=(), current=None, boilerplate=None, dating=None):
        article = replace(sample.a, text="x" * 100, sections=())
        if boilerplate:
            article = replace(article, sections=(Section(Span(*boilerplate), SectionRole.BOILERPLATE),))
        events = {}
        for number, place in enumerate(passages):
            date = Span(*dating) if dating and number == 0 else None
            mention = Mention(f"m{number}", passage_of(article, Span(*place)), expression=date)
            events[f"e{number}"] = Event(f"e{number}", "", (), (mention,), kind="session")
        readings = tuple(Reading(Expression(Span(*w), "", TimexType.DATE, Term(), "r"), "") for w in words)
        state = DossierState({article.id: article}, Analysis("", (article,), ((article.id, readings),)), events)
        state = replace(state, by_article=reported(events.values()))
        order = index.Index()
        order.update(state, whole=True)
        return marks_of(article, state, order.marks(article.id), current)

    return marked


def owners(marks):
    return [mark.event for mark in marks if mark.rank is Rank.EXPRESSION]


def test_words_of_time_belong_to_the_narrowest_passage_around_them(marked):
    assert owners(marked([(0, 60), (20, 40)], [(5, 8), (25, 30), (50, 55), (70, 75)])) == ["e0", "e1", "e0", None]


def test_the_passage_they_date_comes_before_a_narrower_one(marked):
    assert owners(marked([(0, 60), (20, 40)], [(25, 30)], dating=(25, 30))) == ["e0"]


def test_the_selected_event_s_passage_comes_before_a_narrower_one(marked):
    assert owners(marked([(0, 60), (20, 40)], [(25, 30)], current="e0")) == ["e0"]


def test_words_that_reach_beyond_a_passage_do_not_belong_to_it(marked):
    assert owners(marked([(0, 28)], [(25, 30)])) == [None]


def test_words_in_boilerplate_are_left_alone(marked):
    assert len(owners(marked([], [(5, 8), (30, 34), (60, 64)], boilerplate=(28, 40)))) == 2


def test_passages_are_painted_before_the_words_in_them_and_the_current_one_last(marked):
    ranks = [mark.rank for mark in marked([(0, 60), (20, 40)], [(25, 30)], current="e1")]
    assert ranks == [Rank.MENTION, Rank.CURRENT, Rank.EXPRESSION]


def test_the_narrowest_mark_is_told_first(marked):
    assert [len(mark.span) for mark in at(marked([(0, 60), (20, 40)], [(25, 30)]), 26)] == [5, 20, 60]
