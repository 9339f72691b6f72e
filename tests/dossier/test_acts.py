"""What each act does to the events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dossier.builder import (
    COMING,
    CREATED,
    DOUBTED,
    FOUNDED,
    HOSTED,
    LASTING,
    OPENED,
    OPENING,
    RECALL,
    SPOKEN,
    TWO_DATES,
    WEEKDAY,
    Desk,
    analysis,
    day,
    event,
    mention,
    passage,
    ref,
)
from timeline_app.model import decision as d
from timeline_app.model.event import Contradiction, ContradictionKind, EventStatus, Evidence
from timeline_app.model.step import step


@pytest.fixture
def desk():
    return Desk()


def titles(state):
    return sorted(one.title for one in state.events.values())


def test_accepting_and_rejecting_mark_the_event(desk):
    desk.do(d.AcceptEvent(ref("session")))
    desk.do(d.RejectEvent(ref("glasgow")))
    assert desk.event("session").status == EventStatus.ACCEPTED
    assert desk.event("glasgow").status == EventStatus.REJECTED
    assert "glasgow" in desk.state.events


def test_an_event_gets_another_title_place_kind_and_note(desk):
    desk.do(d.Rename(ref("session"), "الدورة"))
    desk.do(d.SetPlace(ref("session"), "مراكش"))
    desk.do(d.SetKind(ref("session"), "session"))
    desk.do(d.SetNote(ref("session"), "يراجع"))
    found = desk.event("session")
    assert (found.title, found.place, found.kind, found.note) == ("الدورة", "مراكش", "session", "يراجع")


def test_another_date_leaves_what_the_reports_say(desk):
    desk.do(d.Redate(ref("session"), day(7), "٧"))
    found = desk.event("session")
    assert found.dates == day(7)
    assert found.decided
    assert found.mentions[0].dates == LASTING.dates
    assert found.steps[-1].code == "dates-by-editor"


def test_merging_unites_the_reports_and_keeps_title_and_dates_of_the_first(desk):
    desk.do(d.Merge(ref("opening"), (ref("session"),)))
    found = desk.event("opening")
    assert [m.passage for m in found.mentions] == [OPENED.passage, DOUBTED.passage, LASTING.passage]
    assert found.dates == day(100)
    assert "session" not in desk.state.events
    assert desk.state.by_article[LASTING.passage.article] == ("opening", "founding")


def test_merging_keeps_every_note_and_moves_the_contradictions_along(desk):
    desk.do(d.SetNote(ref("session"), "أولى"))
    desk.do(d.SetNote(ref("founding"), "ثانية"))
    desk.do(d.Merge(ref("session"), (ref("founding"),)))
    assert desk.event("session").note == "أولى\nثانية"
    assert desk.event("session").contradictions == ("c2",)
    assert desk.state.contradictions["c2"].events == ("session",)


def test_splitting_makes_an_event_of_the_passages_named(desk):
    desk.do(d.Split(ref("founding"), (CREATED.passage,), "إنشاء"))
    assert desk.event("founding").mentions == (FOUNDED,)
    parted = desk.event("new-d1")
    assert (parted.title, parted.dates, parted.mentions) == ("إنشاء", day(11), (CREATED,))


def test_splitting_reckons_the_dates_of_what_stays_anew(desk):
    desk.do(d.Split(ref("opening"), (OPENED.passage,)))
    assert desk.event("opening").dates == DOUBTED.dates
    assert desk.event("new-d1").dates == OPENED.dates


def test_splitting_off_everything_leaves_the_event_whole(desk):
    before = desk.event("session")
    desk.do(d.Split(ref("session"), (LASTING.passage,)))
    assert desk.event("session") == before
    assert desk.state.lost == ()


def test_attaching_moves_a_report_from_its_event(desk):
    desk.do(d.Attach(CREATED.passage, ref("glasgow")))
    assert [m.passage for m in desk.event("glasgow").mentions] == [HOSTED.passage, CREATED.passage]
    assert [m.passage for m in desk.event("founding").mentions] == [FOUNDED.passage]


def test_attaching_takes_a_passage_out_of_the_tray(desk):
    desk.do(d.Attach(SPOKEN.passage, ref("opening")))
    assert desk.state.undated == (COMING,)
    assert desk.event("opening").mentions[-1].passage == SPOKEN.passage


def test_attaching_words_nobody_marked_makes_them_a_report(desk):
    words = passage(OPENING, "وحضر كثيرون")
    desk.do(d.Attach(words, ref("opening")))
    assert desk.event("opening").mentions[-1].passage == words


def test_an_event_whose_last_report_moves_away_is_gone(desk):
    desk.do(d.Attach(HOSTED.passage, ref("session")))
    assert "glasgow" not in desk.state.events


def test_detaching_puts_the_passage_into_the_tray_in_its_place(desk):
    desk.do(d.Detach(CREATED.passage, ref("founding")))
    assert [m.passage for m in desk.state.undated] == [SPOKEN.passage, CREATED.passage, COMING.passage]
    assert desk.event("founding").mentions == (FOUNDED,)


def test_marked_words_become_an_event_of_the_editors(desk):
    words = passage(OPENING, "وحضر كثيرون من كل مكان")
    desk.do(d.CreateEvent(words, "الحضور", day(101), "visit"))
    found = desk.event("new-d1")
    assert (found.title, found.dates, found.kind, found.mentions[0].passage) == ("الحضور", day(101), "visit", words)
    assert found.status == EventStatus.ACCEPTED


def test_a_dismissed_passage_leaves_its_event_and_the_tray(desk):
    desk.do(d.DismissPassage(CREATED.passage))
    desk.do(d.DismissPassage(COMING.passage))
    assert desk.event("founding").mentions == (FOUNDED,)
    assert desk.state.undated == (SPOKEN,)
    assert set(desk.state.dismissed) == {CREATED.passage, COMING.passage}


def test_a_passage_of_the_tray_gets_its_date_and_becomes_an_event(desk):
    desk.do(d.DateMention(SPOKEN.passage, day(100), "24 نونبر"))
    found = desk.event("new-d1")
    assert (found.title, found.dates, found.mentions[0].dates) == (SPOKEN.title, day(100), day(100))
    assert desk.state.undated == (COMING,)


def test_accepting_the_suggestion_dates_exactly_the_doubted_report(desk):
    desk.do(d.AcceptSuggestion("c1", (DOUBTED.passage,), day(100)))
    opened, doubted = desk.event("opening").mentions
    assert opened == OPENED
    assert (doubted.dates, doubted.doubtful) == (day(100), False)
    assert "c1" not in desk.state.contradictions
    assert desk.state.settled["c1"].id == "d1"
    assert desk.event("opening").contradictions == ()


def test_undoing_the_accepted_suggestion_brings_the_contradiction_back(desk):
    before = desk.state
    desk.do(d.AcceptSuggestion("c1", (DOUBTED.passage,), day(100)))
    assert desk.undo() == before
    assert "c1" in desk.state.contradictions


def test_a_doubted_report_alone_moves_its_event(desk):
    desk.do(d.Split(ref("opening"), (DOUBTED.passage,)))
    desk.do(d.AcceptSuggestion("c1", (DOUBTED.passage,), day(100)))
    assert desk.event("new-d1").dates == day(100)


def test_keeping_what_is_written_settles_the_contradiction_and_moves_nothing(desk):
    desk.do(d.KeepAsWritten("c1", (DOUBTED.passage,)))
    assert "c1" in desk.state.settled
    assert desk.event("opening").mentions[1].dates == DOUBTED.dates
    assert desk.event("opening").dates == day(100)


def test_choosing_a_date_keeps_the_other_as_a_ghost(desk):
    desk.do(d.ChooseDate(ref("founding"), CREATED.passage, CREATED.dates))
    found = desk.event("founding")
    assert found.dates == day(11)
    assert found.mentions[0].dates == day(10)
    assert "c2" in desk.state.settled


def test_a_chosen_date_stays_when_reports_come_and_go(desk):
    desk.do(d.ChooseDate(ref("founding"), CREATED.passage, CREATED.dates))
    desk.do(d.Detach(CREATED.passage, ref("founding")))
    assert desk.event("founding").dates == day(11)


def test_several_acts_are_one_decision_and_one_undoing(desk):
    before = desk.state
    desk.do(d.Bulk((d.RejectEvent(ref("session")), d.Rename(ref("glasgow"), "أخرى"), d.RejectEvent(ref("founding")))))
    assert desk.event("glasgow").title == "أخرى"
    assert desk.event("founding").status == EventStatus.REJECTED
    assert desk.undo() == before


def test_removing_an_article_takes_its_reports_along(desk):
    desk.do(d.RemoveArticle(RECALL.id))
    assert "glasgow" not in desk.state.events
    assert desk.event("founding").mentions == (FOUNDED,)
    assert desk.state.undated == (SPOKEN,)
    assert "c2" not in desk.state.contradictions
    assert RECALL.id not in desk.state.articles


def test_the_trail_of_an_event_names_what_was_decided_even_before_a_merge(desk):
    desk.do(d.Rename(ref("session"), "الدورة"))
    desk.do(d.SetNote(ref("opening"), "ملاحظة"))
    desk.do(d.Merge(ref("opening"), (ref("session"),)))
    assert [decision.id for decision in desk.state.trail["opening"]] == ["d1", "d2", "d3"]


def test_a_contradiction_goes_where_its_report_goes(desk):
    desk.do(d.Split(ref("opening"), (DOUBTED.passage,)))
    assert desk.state.contradictions["c1"].events == ("new-d1",)
    assert desk.event("new-d1").contradictions == ("c1",)
    assert desk.event("opening").contradictions == ()
    desk.do(d.Attach(DOUBTED.passage, ref("session")))
    assert desk.state.contradictions["c1"].events == ("session",)
    assert desk.event("session").contradictions == ("c1",)


def test_a_contradiction_between_two_reports_belongs_to_both_events_once_they_part(desk):
    desk.do(d.Split(ref("founding"), (CREATED.passage,)))
    assert desk.state.contradictions["c2"].events == ("founding", "new-d1")
    assert desk.event("new-d1").contradictions == desk.event("founding").contradictions == ("c2",)
    desk.do(d.Merge(ref("glasgow"), (ref("founding"), ref("new-d1"))))
    assert desk.state.contradictions["c2"].events == ("glasgow",)
    assert desk.event("glasgow").contradictions == ("c2",)


def test_a_contradiction_names_no_event_that_is_gone(desk):
    desk.do(d.Split(ref("opening"), (DOUBTED.passage,)))
    desk.do(d.Detach(DOUBTED.passage, ref("new-d1")))
    assert desk.state.contradictions["c1"].events == ()


def test_choosing_a_date_settles_nothing_but_the_quarrel_over_that_date():
    sides = (Evidence(LASTING.passage, "100"), Evidence(HOSTED.passage, "60"))
    figure = Contradiction("c3", ContradictionKind.FIGURE, step("figures-differ"), sides, None, ("session",))
    other = Contradiction("c4", ContradictionKind.DATE, step("dates-differ"), sides, None, ("glasgow",))
    desk = Desk(replace(analysis(), contradictions=(WEEKDAY, TWO_DATES, figure, other)))
    desk.do(d.ChooseDate(ref("session"), LASTING.passage, LASTING.dates))
    assert not desk.state.settled
    desk.do(d.ChooseDate(ref("founding"), OPENED.passage, day(1)))
    assert not desk.state.settled
    desk.do(d.ChooseDate(ref("founding"), CREATED.passage, CREATED.dates))
    assert set(desk.state.settled) == {"c2"}


def test_of_reports_that_overlap_the_one_with_exactly_these_words_is_meant():
    wide = mention(OPENING, "افتتحت الدورة يوم الاثنين في مراكش", day(100))
    desk = Desk(replace(analysis(), events=(event("wide", wide), event("narrow", OPENED)), contradictions=()))
    desk.do(d.DismissPassage(OPENED.passage))
    assert list(desk.state.events) == ["wide"]


def test_an_article_that_is_not_there_gets_no_date(desk):
    before = desk.state
    assert desk.do(d.SetPublication("nothing", day(1)[0])) == before
    assert desk.log == []


def test_a_dismissed_sentence_leaves_every_event_it_reported():
    again = replace(OPENED, id="second", dates=day(3))
    desk = Desk(replace(analysis(), events=(event("one", OPENED), event("two", again)), contradictions=()))
    desk.do(d.DismissPassage(OPENED.passage))
    assert len(desk.state.events) == 0
