"""The sample dossier: what the editor does with the date that cannot be right."""

from __future__ import annotations

import pytest

from timeline_app.calendars.gregorian import day_of
from timeline_app.dossier.suggestion import acceptance
from timeline_app.model import decision as d
from timeline_app.model.daterange import DateRange
from timeline_app.model.decision import EventRef
from timeline_app.model.event import ContradictionKind
from timeline_app.services.analysing import analyse
from timeline_app.services.workspace import Workspace

OPENING = day_of(2025, 11, 24)
WRITTEN = day_of(2025, 6, 24)


@pytest.fixture
def sample(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    work = Workspace.sample()
    work.set_analysis(analyse(work.inputs))
    yield work
    work.close()


def doubted(work):
    found = next(c for c in work.state.contradictions.values() if c.kind == ContradictionKind.WEEKDAY)
    event = next(e for e in work.state.events.values() if any(m.id in found.mentions for m in e.mentions))
    return found, event


def test_accepting_the_suggested_date_makes_the_report_agree_and_undo_takes_it_back(sample):
    found, event = doubted(sample)
    before = sample.state
    report = next(m for m in event.mentions if m.id in found.mentions)
    assert report.dates[0].first == WRITTEN
    assert event.dates[0].first == OPENING
    sample.decide(acceptance(sample.state, found))
    after = sample.state.events[event.id]
    assert {m.dates[0].first for m in after.mentions if m.dates} == {OPENING}
    assert after.dates == event.dates
    assert found.id in sample.state.settled
    assert found.id not in sample.state.contradictions
    assert len(sample.state.events) == len(before.events)
    sample.undo()
    assert sample.state == before


def test_the_sample_is_analysed_once_and_stands_the_next_day(sample):
    found, _ = doubted(sample)
    sample.decide(acceptance(sample.state, found))
    before = sample.state
    sample.close()
    again = Workspace.sample()
    assert not again.needs_analysis
    assert again.state == before
    again.close()


def test_the_same_analysis_made_again_keeps_every_decision(sample):
    _, event = doubted(sample)
    other = next(name for name in sample.state.events if name != event.id)
    sample.decide(d.Merge(EventRef(event.id), (EventRef(other),)))
    sample.decide(d.Rename(EventRef(event.id), "الافتتاح"))
    before = sample.state
    sample.set_analysis(analyse(sample.inputs))
    assert sample.state == before
    assert sample.state.lost == ()


def test_a_publication_date_moves_what_its_article_says_and_nothing_else(sample):
    article = next(a for a in sample.state.articles.values() if "اليوم الخميس" in a.text)
    before = sample.state
    change = sample.decide(d.SetPublication(article.id, DateRange(day_of(2024, 11, 14), day_of(2024, 11, 14))))
    assert change.reanalyse
    sample.set_analysis(analyse(sample.inputs))
    moved = [one for name, one in before.events.items() if sample.state.events[name].dates != one.dates]
    assert moved
    assert all(any(mention.passage.article == article.id for mention in one.mentions) for one in moved)
