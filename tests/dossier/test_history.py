"""Undoing and redoing along the log."""

from __future__ import annotations

from tests.dossier.builder import Desk, ref
from timeline_app.dossier.fold import fold, in_effect
from timeline_app.dossier.history import walk
from timeline_app.dossier.naming import difference, name_of
from timeline_app.model import decision as d
from timeline_app.model.decision import Decision
from timeline_app.model.step import step


def test_undoing_everything_gives_the_dossier_before_any_decision():
    desk = Desk()
    before = desk.state
    for title in "abc":
        desk.do(d.Rename(ref("session"), title))
    for _ in range(3):
        desk.undo()
    assert desk.state == before
    assert desk.history.undoable is None


def test_something_new_after_undoing_leaves_nothing_to_redo():
    desk = Desk()
    desk.do(d.Rename(ref("session"), "a"))
    desk.undo()
    desk.do(d.Rename(ref("glasgow"), "b"))
    assert desk.history.redoable is None


def test_a_decision_in_the_middle_can_be_taken_back():
    desk = Desk()
    desk.do(d.Rename(ref("session"), "a"))
    desk.do(d.Rename(ref("glasgow"), "b"))
    log = [*desk.log, Decision("d3", "", undoes="d1")]
    history = walk(fold(desk.analysis, desk.articles), log)
    assert history.state.events["glasgow"].title == "b"
    assert history.state.events["session"] == fold(desk.analysis, desk.articles).events["session"]
    assert [decision.id for decision in in_effect(log)] == ["d2"]


def test_an_undoing_of_nothing_changes_nothing():
    desk = Desk()
    entries = [Decision("d1", "", undoes="d9"), Decision("d2", "", redoes="d9")]
    assert walk(desk.state, entries).state == desk.state
    assert in_effect(entries) == ()


def test_acts_are_named_for_the_undo_menu():
    assert name_of(d.Merge(ref("a"), (ref("b"),))) == step("act-merge", n=2)
    assert name_of(d.SetNote(ref("a"), "")) == step("act-set-note")
    both = d.Bulk((d.RejectEvent(ref("a")), d.RejectEvent(ref("b"))))
    assert name_of(both) == step("act-reject-event-all", n=2)
    assert name_of(d.Bulk((*both.acts, d.AcceptEvent(ref("c"))))) == step("act-bulk", n=3)
    assert name_of(d.Bulk((d.AcceptEvent(ref("c")),))) == step("act-accept-event")


def test_a_change_names_what_has_to_be_shown_anew():
    desk = Desk()
    before = desk.state
    desk.do(d.Merge(ref("founding"), (ref("glasgow"),)))
    change = difference(before, desk.state, step("act-merge", n=2))
    assert (change.changed, change.added, change.removed) == ({"founding"}, set(), {"glasgow"})
    assert not change.tray
    back = difference(desk.state, before, step("act-merge", n=2))
    assert (back.changed, back.added, back.removed) == ({"founding"}, {"glasgow"}, set())
