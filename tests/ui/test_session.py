from tests.ui.sample import CONTRADICTIONS, EVENTS
from timeline_app.model.decision import Merge, RejectEvent, Rename, Split
from timeline_app.model.problem import Problem

ORDER = ["founding", "session-76", "session-92", "election", "opening", "session-93"]


def test_events_stand_in_the_order_of_time(session):
    assert session.index.order == ORDER


def test_selecting_an_event_reads_its_first_source(session, qtbot):
    with qtbot.waitSignals([session.selection_changed, session.passage_requested, session.reveal_requested]):
        session.select(["session-93"])
    assert session.current == "session-93"
    assert session.passage == EVENTS[4].mentions[0].passage
    assert session.mention_index == 0


def test_selecting_several_makes_the_first_in_time_current_unless_told(session):
    session.select(["session-93", "founding"])
    assert session.current == "founding"
    session.select(["session-93", "founding"], current="session-93")
    assert session.current == "session-93"


def test_selecting_the_same_again_only_reveals_it(session, qtbot):
    session.select(["founding"])
    with qtbot.assertNotEmitted(session.selection_changed), qtbot.waitSignal(session.reveal_requested):
        session.select(["founding"])


def test_next_and_previous_walk_through_time_and_stop_at_the_ends(session):
    session.turn_event(1)
    assert session.current == ORDER[0]
    session.turn_event(-1)
    assert session.current == ORDER[0]
    for _ in range(9):
        session.turn_event(1)
    assert session.current == ORDER[-1]


def test_a_passage_makes_its_event_current(session):
    session.show_passage(EVENTS[3].mentions[0].passage)
    assert session.current == "election"


def test_a_passage_of_nothing_leaves_the_selection(session):
    session.select(["founding"])
    session.show_passage(session.state.undated[0].passage)
    assert session.current == "founding"
    assert session.mention_index is None


def test_sources_turn_round(session):
    session.select(["session-93"])
    seen = []
    assert len(session.sources) == 4
    for _ in range(5):
        seen.append(session.source_index)
        session.turn_source(1)
    assert seen == [0, 1, 2, 3, 0]
    session.select(["opening"])
    session.turn_source(-1)
    assert session.mention_index == 1


def test_passages_of_an_article_follow_its_text(session):
    session.show_passage(EVENTS[3].mentions[0].passage)
    order = []
    for _ in range(3):
        order.append(session.current)
        session.turn_passage(1)
    assert order == ["election", "session-92", "founding"]
    session.turn_passage(-1)
    assert session.current == "founding"


def test_an_act_is_done_and_every_pane_hears_which_events_changed(session, qtbot):
    with qtbot.waitSignal(session.state_changed) as heard:
        session.decide(Rename(session.ref("founding"), "قيام المنظمة"))
    assert heard.args[0].events == {"founding"}
    assert not heard.args[0].whole
    assert session.state.events["founding"].title == "قيام المنظمة"


def test_undo_brings_the_old_state_and_redo_the_new(session):
    session.decide(Rename(session.ref("founding"), "قيام المنظمة"))
    session.undo()
    assert session.state.events["founding"].title == EVENTS[0].title
    session.redo()
    assert session.state.events["founding"].title == "قيام المنظمة"


def test_a_rejected_event_leaves_the_order_and_the_selection(session):
    session.select(["founding"])
    session.decide(RejectEvent(session.ref("founding")))
    assert session.index.order == ORDER[1:]
    assert session.current is None


def test_where_the_current_event_goes_away_the_one_that_holds_its_passage_is_shown(session):
    session.select(["session-93"])
    session.turn_source(1)
    passage = session.passage
    session.decide(Split(session.ref("session-93"), (passage,), "جزء"))
    session.show_passage(passage)
    assert session.current == "session-93-2"
    session.undo()
    assert session.current == "session-93"


def test_a_merged_event_leaves_the_order(session):
    session.decide(Merge(session.ref("session-93"), (session.ref("opening"),)))
    assert "opening" not in session.index.order
    marks = session.index.marks(CONTRADICTIONS[0].evidence[0].passage.article)
    assert {mark.event for mark in marks} == {"session-93"}


def test_a_problem_is_told_and_nothing_changes(session, desk, qtbot, monkeypatch):
    def full(_act):
        raise Problem("disk-full", path="x.timeline")

    monkeypatch.setattr(desk, "decide", full)
    with qtbot.assertNotEmitted(session.state_changed), qtbot.waitSignal(session.problem_raised) as told:
        session.decide(Rename(session.ref("founding"), "قيام"))
    assert told.args[0].step.code == "disk-full"


def test_settings_are_kept_and_told(session, qtbot):
    with qtbot.waitSignal(session.settings_changed):
        session.change_settings(months="levant", digits="arabic")
    assert session.store.load().months == "levant"
    assert session.wording.month_name(11) == "تشرين الثاني"
    with qtbot.assertNotEmitted(session.settings_changed):
        session.change_settings(months="levant")


def test_a_new_order_is_the_same_as_one_made_from_nothing(session):
    from timeline_app.ui.index import Index

    session.decide(Rename(session.ref("session-92"), "أ"))
    session.decide(RejectEvent(session.ref("session-76")))
    session.undo()
    fresh = Index()
    fresh.update(session.state, whole=True)
    assert fresh.order == session.index.order
    for article in session.state.articles:
        assert fresh.marks(article) == session.index.marks(article)
