"""Decisions over another analysis: kept where the passage stands, listed where it does not."""

from __future__ import annotations

from dataclasses import replace

from tests.dossier.builder import (
    ARTICLES,
    CREATED,
    DOUBTED,
    HOSTED,
    OPENING,
    RECALL,
    REPORT,
    Desk,
    analysis,
    article,
    day,
    ref,
    reworked,
)
from timeline_app.dossier.fold import fold
from timeline_app.model import decision as d
from timeline_app.model.analysis import Analysis


def again(desk, found, articles=ARTICLES):
    return fold(found, articles, desk.log)


def the(state, title):
    return next(event for event in state.events.values() if event.title == title)


def test_other_names_and_other_cuts_lose_no_decision():
    desk = Desk()
    desk.do(d.Rename(ref("session"), "الدورة"))
    desk.do(d.Merge(ref("session"), (ref("glasgow"),)))
    desk.do(d.Split(ref("founding"), (CREATED.passage,), "إنشاء"))
    desk.do(d.AcceptSuggestion("c1", (DOUBTED.passage,), day(100)))
    state = again(desk, reworked(analysis()))
    assert state.lost == ()
    assert len(the(state, "الدورة").mentions) == 2
    assert the(state, "إنشاء").dates == day(11)
    assert [found.kind for found in state.contradictions.values()] == ["date"]
    assert all(not mention.doubtful for event in state.events.values() for mention in event.mentions)


def test_an_event_the_new_rules_do_not_see_stands_again_as_decided():
    desk = Desk()
    desk.do(d.Rename(ref("glasgow"), "غلاسكو"))
    state = again(desk, Analysis("2", ARTICLES))
    assert state.lost == ()
    found = the(state, "غلاسكو")
    assert (found.dates, found.mentions[0].passage) == (day(60), HOSTED.passage)


def test_a_rejected_event_the_new_rules_do_not_see_is_not_brought_back():
    desk = Desk()
    desk.do(d.RejectEvent(ref("glasgow")))
    state = again(desk, Analysis("2", ARTICLES))
    assert (state.lost, len(state.events)) == ((), 0)


def test_a_decision_whose_words_are_gone_is_listed():
    desk = Desk()
    desk.do(d.Rename(ref("glasgow"), "غلاسكو"))
    desk.do(d.Rename(ref("session"), "الدورة"))
    left = (OPENING, REPORT)
    state = again(desk, Analysis("2", left), left)
    assert [decision.id for decision in state.lost] == ["d1"]
    assert the(state, "الدورة")


def test_the_same_words_in_a_corrected_text_are_found_again():
    desk = Desk()
    desk.do(d.Rename(ref("glasgow"), "غلاسكو"))
    corrected = article("تصحيح: " + RECALL.text, "recall.txt")
    state = again(desk, Analysis("2", (OPENING, REPORT, corrected)), (OPENING, REPORT, corrected))
    assert state.lost == ()
    assert the(state, "غلاسكو").mentions[0].passage.article == corrected.id


def test_events_merged_by_hand_that_the_new_rules_link_themselves_are_one():
    desk = Desk()
    desk.do(d.Merge(ref("session"), (ref("glasgow"),)))
    old = analysis()
    session, glasgow = old.events[1], old.events[3]
    linked = replace(session, id="both", mentions=session.mentions + glasgow.mentions)
    state = again(desk, replace(old, version="2", events=(linked,)))
    assert state.lost == ()
    assert list(state.events) == ["both"]


def test_an_id_that_means_something_else_now_is_not_taken_for_the_event():
    desk = Desk()
    desk.do(d.Rename(ref("session"), "الدورة"))
    old = analysis()
    swapped = tuple(replace(e, id={"session": "glasgow", "glasgow": "session"}.get(e.id, e.id)) for e in old.events)
    state = again(desk, replace(old, version="2", events=swapped))
    assert state.events["glasgow"].title == "الدورة"
    assert state.events["session"].title != "الدورة"
