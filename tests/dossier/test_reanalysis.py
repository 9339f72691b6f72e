"""Decisions over another analysis: kept where the passage stands, listed where it does not."""

from __future__ import annotations

from dataclasses import replace

from tests.dossier.builder import (
    ARTICLES,
    CREATED,
    DOUBTED,
    HOSTED,
    LASTING,
    OPENED,
    OPENING,
    RECALL,
    REPORT,
    Desk,
    analysis,
    article,
    day,
    event,
    mention,
    passage,
    ref,
    reworked,
)
from timeline_app.dossier.fold import fold
from timeline_app.dossier.pins import locate
from timeline_app.model import decision as d
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Publication, PublicationBasis, passage_of
from timeline_app.model.event import Contradiction, ContradictionKind, Evidence
from timeline_app.model.span import Span
from timeline_app.model.step import step


def again(desk, found, articles=ARTICLES):
    return fold(found, articles, desk.log)


def the(state, title):
    return next(one for one in state.events.values() if one.title == title)


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
    assert all(not m.doubtful for one in state.events.values() for m in one.mentions)


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


def test_a_part_split_off_that_the_new_rules_see_apart_is_only_named():
    desk = Desk()
    desk.do(d.Split(ref("founding"), (CREATED.passage,), "إنشاء"))
    old = analysis()
    founding = old.events[2]
    apart = (
        replace(founding, mentions=founding.mentions[:1]),
        replace(founding, id="apart", title="x", mentions=(CREATED,), dates=CREATED.dates),
    )
    state = again(desk, replace(old, version="2", events=apart, contradictions=()))
    assert {one.title for one in state.events.values()} == {"إنشاء", founding.title}
    assert state.lost == ()


def test_a_part_split_off_that_the_new_rules_do_not_see_is_made():
    desk = Desk()
    desk.do(d.Split(ref("founding"), (CREATED.passage,), "إنشاء"))
    old = analysis()
    seen = replace(old.events[2], mentions=old.events[2].mentions[:1])
    state = again(desk, replace(old, version="2", events=(seen,), contradictions=()))
    assert the(state, "إنشاء").mentions[0].passage == CREATED.passage
    assert len(state.events) == 2


def test_an_event_marked_by_hand_that_the_new_rules_see_is_not_there_twice():
    desk = Desk()
    words = passage(OPENING, "وحضر كثيرون من كل مكان")
    desk.do(d.CreateEvent(words, "الحضور", day(101), "visit"))
    desk.do(d.SetNote(ref("new-d1"), "ملاحظة"))
    old = analysis()
    seen = event("seen", mention(OPENING, "وحضر كثيرون من كل مكان.", day(101)))
    state = again(desk, replace(old, version="2", events=(*old.events, seen)))
    assert len(state.events) == 5
    assert (state.events["seen"].title, state.events["seen"].note) == ("الحضور", "ملاحظة")
    assert state.lost == ()


def test_a_contradiction_the_new_rules_do_not_see_stays_answered():
    desk = Desk()
    desk.do(d.AcceptSuggestion("c1", (DOUBTED.passage,), day(100)))
    desk.do(d.KeepAsWritten("c2", (CREATED.passage,)))
    state = again(desk, replace(analysis(), version="2", contradictions=()))
    assert state.lost == ()
    assert the(state, "عنوان opening").mentions[1].dates == day(100)


def test_a_report_with_the_same_words_twice_is_found_where_it_was():
    twice = article("قال كلمة. ثم عاد. قال كلمة. ثم مضى.", "twice.txt")
    second = passage_of(twice, Span(18, 26))
    assert second.quote == "قال كلمة"
    longer = article("مقدمة. " + twice.text, "twice.txt")
    found = locate(replace(second, article=longer.id), {longer.id: longer})
    assert found.span == Span(25, 33)


def test_words_that_are_nowhere_are_nowhere():
    assert locate(replace(HOSTED.passage, quote=""), {RECALL.id: RECALL}) is None
    assert locate(replace(HOSTED.passage, quote="غير موجود"), {RECALL.id: RECALL}) is None


def test_of_several_acts_in_one_the_lost_one_is_listed_and_the_others_hold():
    desk = Desk()
    desk.do(d.Bulk((d.Rename(ref("glasgow"), "غلاسكو"), d.Rename(ref("session"), "الدورة"))))
    left = (OPENING, REPORT)
    state = again(desk, Analysis("2", left), left)
    assert [decision.id for decision in state.lost] == ["d1"]
    assert the(state, "الدورة")


def test_after_an_article_is_removed_within_several_acts_its_words_are_gone_for_the_rest():
    desk = Desk()
    before = len(desk.log)
    desk.do(d.Bulk((d.RemoveArticle(RECALL.id), d.CreateEvent(HOSTED.passage, "x", day(1)))))
    assert len(desk.log) == before


def test_an_inferred_publication_date_comes_back_when_the_editors_is_taken_away():
    inferred = Publication(day(99)[0], PublicationBasis.INFERRED)
    found = replace(analysis(), articles=(OPENING, replace(REPORT, published=inferred), RECALL))
    desk = Desk(found)
    desk.do(d.SetPublication(REPORT.id, day(7)[0]))
    assert desk.state.articles[REPORT.id].published.when == day(7)[0]
    desk.do(d.SetPublication(REPORT.id, None))
    assert desk.state.articles[REPORT.id].published == inferred


def test_a_figure_three_sources_give_is_still_disputed_when_one_leaves():
    sides = tuple(Evidence(m.passage, say) for m, say in ((OPENED, "1"), (LASTING, "2"), (HOSTED, "3")))
    dispute = Contradiction("c9", ContradictionKind.FIGURE, step("figures-differ"), sides, None, ("session", "glasgow"))
    desk = Desk(replace(analysis(), contradictions=(dispute,)))
    desk.do(d.RemoveArticle(RECALL.id))
    assert len(desk.state.contradictions["c9"].evidence) == 2
    assert desk.state.contradictions["c9"].events == ("session",)


def test_an_event_that_stands_again_takes_no_name_another_has_now():
    desk = Desk()
    desk.do(d.Rename(ref("glasgow"), "غلاسكو"))
    taken = event("glasgow", LASTING)
    state = again(desk, Analysis("2", ARTICLES, (), (taken,)))
    assert state.events["glasgow"] == taken
    assert the(state, "غلاسكو").id == "new-d1"


def test_an_event_without_a_title_that_stands_again_is_called_by_its_words():
    desk = Desk(replace(analysis(), events=(event("nameless", HOSTED, title=""),)))
    desk.do(d.AcceptEvent(ref("nameless")))
    assert the(again(desk, Analysis("2", ARTICLES)), HOSTED.passage.quote)
