"""The dossier an editor works on, from opening to coming back the next day."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dossier.builder import ARTICLES, DOUBTED, OPENING, RECALL, REPORT, analysis, article, day, ref, reworked
from timeline_app.dossier.suggestion import acceptance, keeping
from timeline_app.model import decision as d
from timeline_app.model.article import Publication, PublicationBasis
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import EventStatus
from timeline_app.model.problem import Problem
from timeline_app.model.step import step
from timeline_app.services import place
from timeline_app.services.workspace import Workspace
from timeline_app.storage import payload as payload_of
from timeline_app.storage.dossier_file import Contents, create
from timeline_app.storage.payload import analysis_of, analysis_payload
from timeline_app.storage.steps import at_once


@pytest.fixture(autouse=True)
def _own_places(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path) -> Path:
    here = tmp_path / "work" / "one.timeline"
    here.parent.mkdir()
    create(here, Contents(ARTICLES, (), {"key": analysis()}))
    return here


@pytest.fixture
def work(path):
    found = Workspace.open(path)
    yield found
    found.close()


def again(work: Workspace) -> Workspace:
    work.close()
    return Workspace.open(work.path)


def test_a_decision_is_there_when_the_dossier_is_opened_again(work):
    work.decide(d.Rename(ref("session"), "الدورة"))
    before = work.state
    other = again(work)
    assert other.state == before
    assert other.state.events["session"].title == "الدورة"
    other.close()


def test_undoing_goes_on_in_the_next_session(work):
    work.decide(d.Rename(ref("session"), "الدورة"))
    work.decide(d.Merge(ref("session"), (ref("glasgow"),)))
    other = again(work)
    assert other.undo_name == step("act-merge", n=2)
    assert other.undo().added == {"glasgow"}
    assert (other.undo_name, other.redo_name) == (step("act-rename"), step("act-merge", n=2))
    third = again(other)
    assert third.redo().removed == {"glasgow"}
    assert third.redo() is None
    third.close()


def test_with_nothing_decided_there_is_nothing_to_undo(work):
    assert (work.undo(), work.redo(), work.undo_name, work.redo_name) == (None, None, None, None)


def test_an_act_about_an_unknown_event_changes_nothing(work):
    before = work.state
    with pytest.raises(LookupError):
        work.decide(d.Rename(ref("nothing"), "x"))
    with pytest.raises(LookupError):
        work.decide(d.CreateEvent(replace(DOUBTED.passage, quote="ليست هنا", article="x"), "x", day(1)))
    assert (work.state, work.log) == (before, ())


def test_a_change_says_what_the_panes_have_to_show_anew(work):
    change = work.decide(d.AcceptSuggestion("c1", (DOUBTED.passage,), day(100)))
    assert (change.changed, change.added, change.removed, change.contradictions) == ({"opening"}, set(), set(), {"c1"})
    assert (change.name, change.whole, change.reanalyse) == (step("act-accept-suggestion"), False, False)


def test_the_suggestions_button_redates_the_doubted_report_and_undo_brings_it_back(work):
    found = work.state.contradictions["c1"]
    work.decide(acceptance(work.state, found))
    assert work.state.events["opening"].mentions[1].dates == day(100)
    assert "c1" in work.state.settled
    work.undo()
    assert work.state.events["opening"].mentions[1] == DOUBTED
    work.decide(keeping(work.state, found))
    assert "c1" in work.state.settled


def test_the_history_of_an_event_names_what_was_decided_about_it(work):
    work.decide(d.Rename(ref("session"), "الدورة"))
    work.decide(d.SetNote(ref("glasgow"), "x"))
    assert [type(decision.act).__name__ for decision in work.state.trail["session"]] == ["Rename"]
    assert "founding" not in work.state.trail


def test_another_analysis_keeps_every_decision_and_is_there_the_next_day(work):
    work.decide(d.Rename(ref("session"), "الدورة"))
    change = work.set_analysis(reworked(analysis()))
    assert change.whole
    assert work.state.events["other-session"].title == "الدورة"
    other = again(work)
    assert other.state.analysis == reworked(analysis())
    assert not other.needs_analysis
    other.close()


def test_an_analysis_reckoned_in_steps_takes_in_what_was_decided_meanwhile(work):
    payload = analysis_payload(reworked(analysis()))
    steps = work.reckoning(payload)
    next(steps)
    work.decide(d.Rename(ref("session"), "الدورة"))
    work.take_in(at_once(steps), payload)
    assert work.state.events["other-session"].title == "الدورة"
    other = again(work)
    assert other.state.analysis == reworked(analysis())
    assert other.state.events["other-session"].title == "الدورة"
    other.close()


def test_an_analysis_reckoned_while_articles_came_is_laid_under_all_of_them(work):
    payload, new = analysis_payload(reworked(analysis())), article("مقال جديد")
    steps = work.reckoning(payload)
    next(steps)
    work.add([new])
    work.take_in(at_once(steps), payload)
    assert new.id in work.state.articles
    assert work.needs_analysis


def test_an_analysis_of_another_version_of_the_program_is_shown_and_asked_for_anew(path, monkeypatch):
    monkeypatch.setattr("timeline_app.storage.dossier_file.__version__", "0.0.1")
    work = Workspace.open(path)
    work.set_analysis(analysis())
    work.close()
    monkeypatch.undo()
    work = Workspace.open(path)
    assert len(work.state.events) == 4
    assert work.needs_analysis
    work.set_analysis(analysis())
    assert not work.needs_analysis
    work.close()


def test_articles_are_added_once_and_wait_for_an_analysis(work):
    new = article("مقال جديد")
    change = work.add([new, OPENING])
    assert (change.articles, change.whole, change.reanalyse) == ({new.id}, True, True)
    assert list(work.state.articles) == [a.id for a in (*ARTICLES, new)]
    other = again(work)
    assert other.needs_analysis
    assert other.inputs == (*ARTICLES, new)
    other.close()


def test_a_removed_article_that_is_added_again_is_back(work):
    work.decide(d.RemoveArticle(RECALL.id))
    assert RECALL not in work.inputs
    assert work.needs_analysis
    assert work.add([RECALL]).articles == {RECALL.id}
    assert "glasgow" in work.state.events
    assert not work.needs_analysis


def test_a_publication_date_asks_for_an_analysis_and_undoing_it_brings_the_old_one_back(work):
    when = day(500)[0]
    before = work.state
    change = work.decide(d.SetPublication(REPORT.id, when, "الخميس"))
    assert (change.reanalyse, change.articles) == (True, {REPORT.id})
    given = next(found for found in work.inputs if found.id == REPORT.id)
    assert given.published == Publication(when, PublicationBasis.GIVEN)
    moved = replace(analysis(), version="2", articles=work.inputs, events=())
    assert not work.set_analysis(moved).reanalyse
    assert not work.state.events
    change = work.undo()
    assert not change.reanalyse
    assert work.state.events == before.events
    work.redo()
    assert work.state.analysis == moved


def test_at_opening_only_the_newest_analysis_is_unpacked_and_an_older_one_when_undoing_asks_for_it(work, monkeypatch):
    work.set_analysis(analysis())
    before = work.state
    work.decide(d.SetPublication(REPORT.id, day(500)[0], "الخميس"))
    work.set_analysis(replace(analysis(), version="2", articles=work.inputs, events=()))
    work.close()
    unpacked = []
    monkeypatch.setattr(payload_of, "analysis_of", lambda *given: unpacked.append(1) or analysis_of(*given))
    other = Workspace.open(work.path)
    assert len(unpacked) == 1
    other.undo()
    assert len(unpacked) == 2
    assert other.state.events == before.events
    other.close()


def test_the_settings_of_the_view_are_kept(work):
    work.keep_setting("view", "2024/2025")
    other = again(work)
    assert (other.setting("view"), other.setting("lanes", "no")) == ("2024/2025", "no")
    other.close()


def test_saving_under_another_name_goes_on_there_and_leaves_the_old_file(work, path, tmp_path):
    work.decide(d.Rename(ref("session"), "الدورة"))
    there = tmp_path / "two.timeline"
    work.save_as(there)
    work.decide(d.Rename(ref("session"), "أخرى"))
    old = Workspace.open(path)
    assert old.state.events["session"].title == "الدورة"
    assert work.path == there
    assert again(work).state.events["session"].title == "أخرى"
    assert old.recent == (there, path)
    old.close()


def test_saving_over_a_dossier_that_is_open_elsewhere_is_refused(work, tmp_path):
    there = tmp_path / "two.timeline"
    create(there)
    other = Workspace.open(there)
    with pytest.raises(Problem) as caught:
        work.save_as(there)
    assert caught.value.step.code == "dossier-locked"
    other.close()


def test_the_sample_is_kept_in_the_programs_own_folder_and_survives(tmp_path):
    sample = Workspace.sample()
    assert (len(sample.state.articles), sample.saved) == (5, False)
    assert all("/" not in found.path for found in sample.state.articles.values())
    assert sample.path.is_relative_to(tmp_path / "data")
    name = next(iter(sample.state.articles))
    sample.decide(d.RemoveArticle(name))
    sample.close()
    other = Workspace.sample()
    assert name not in other.state.articles
    other.close()


def test_a_second_window_has_a_sample_of_its_own():
    one, two = Workspace.sample(), Workspace.sample()
    assert one.path != two.path
    one.close()
    two.close()


def test_a_sample_that_cannot_be_read_is_set_aside_and_made_anew():
    folder = place.own_folder()
    (folder / "sample.timeline").write_bytes(b"SQLite")
    sample = Workspace.sample()
    assert len(sample.state.articles) == 5
    assert [found.read_bytes() for found in folder.glob("*set-aside*")] == [b"SQLite"]
    sample.close()


def test_where_nothing_can_be_written_the_sample_is_kept_in_memory(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    sample = Workspace.sample()
    assert len(sample.state.articles) == 5
    assert sample.problem.step.code == "read-only"
    assert sample.recent == ()


def test_an_unsaved_dossier_moves_when_it_is_given_a_place(tmp_path):
    new = Workspace.new(articles=ARTICLES)
    old = new.path
    assert not new.saved
    new.save_as(tmp_path / "named.timeline")
    assert new.saved
    assert not old.exists()
    new.close()


def test_a_dossier_never_saved_is_among_the_recent_ones_unless_nothing_was_put_into_it():
    empty, new = Workspace.new(), Workspace.new(articles=ARTICLES)
    empty.close()
    new.close()
    assert Workspace().recent == (new.path,)
    assert not empty.path.exists()


def test_a_dossier_is_read_where_the_program_has_no_folder_of_its_own(path, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    for write in (True, False):
        work = Workspace.open(path, write=write)
        assert (work.saved, len(work.state.events)) == (True, 4)
        work.close()


def test_looking_into_a_dossier_does_not_make_it_a_recent_one(path):
    Workspace.open(path, write=False).close()
    assert Workspace().recent == ()


def test_a_damaged_dossier_opens_for_reading_and_can_be_saved_elsewhere(work, path, tmp_path):
    for number in range(300):
        work.decide(d.SetNote(ref("session"), f"{number}"))
    work.close()
    data = bytearray(path.read_bytes())
    page = len(data) // 4096 // 2 * 4096
    data[page : page + 4096] = b"\x00" * 4096
    path.write_bytes(data)
    hurt = Workspace.open(path)
    assert hurt.problem.step.code == "dossier-damaged"
    assert len(hurt.log) > 100
    with pytest.raises(Problem):
        hurt.decide(d.RejectEvent(ref("session")))
    with pytest.raises(Problem):
        hurt.save_as(path)
    assert path.read_bytes() == bytes(data)
    hurt.save_as(tmp_path / "mended.timeline")
    assert hurt.problem is None
    assert list(hurt.state.articles) == [found.id for found in ARTICLES]
    hurt.close()
    mended = Workspace.open(tmp_path / "mended.timeline")
    assert (mended.problem, mended.log) == (None, hurt.log)
    mended.close()


def test_a_letter_changed_on_the_disk_opens_what_is_whole_for_reading(work, path):
    work.decide(d.SetNote(ref("session"), "كلمة تتغير"))
    work.decide(d.SetNote(ref("session"), "باقية"))
    work.close()
    data = path.read_bytes()
    path.write_bytes(data.replace("كلمة تتغير".encode(), "كلمه تتغير".encode()))
    hurt = Workspace.open(path)
    assert hurt.problem.step.code == "dossier-damaged"
    assert [entry.act.note for entry in hurt.log] == ["باقية"]


def test_a_dossier_whose_first_page_is_gone_still_gives_up_what_it_holds(work, path):
    work.decide(d.Rename(ref("session"), "الدورة"))
    work.close()
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    hurt = Workspace.open(path)
    assert hurt.problem.step.code == "dossier-damaged"
    assert (list(hurt.state.articles), len(hurt.log)) == ([found.id for found in ARTICLES], 1)


def test_a_dossier_of_which_nothing_can_be_read_says_so(path):
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(Problem) as caught:
        Workspace.open(path)
    assert caught.value.step.code == "dossier-unreadable"


def test_what_was_never_a_dossier_is_not_taken_for_a_damaged_one(tmp_path):
    stranger = tmp_path / "stranger.timeline"
    stranger.write_bytes(bytes(range(256)) * 400)
    with pytest.raises(Problem) as caught:
        Workspace.open(stranger)
    assert caught.value.step.code == "not-a-dossier"


def test_a_dossier_that_may_only_be_read_refuses_decisions(path):
    shown = Workspace.open(path, write=False)
    with pytest.raises(Problem) as caught:
        shown.decide(d.RejectEvent(ref("session")))
    assert caught.value.step.code == "read-only"
    assert shown.state.events["session"].status == EventStatus.PROPOSED
    shown.close()


def test_a_decision_that_cannot_be_stored_is_not_shown(work):
    work._file._connection.execute("PRAGMA query_only = ON")
    before = work.state
    with pytest.raises(Problem):
        work.decide(d.RejectEvent(ref("session")))
    assert (work.state, work.log, work.undo_name) == (before, (), None)


def test_what_can_be_made_again_is_shown_even_where_it_cannot_be_stored(work):
    work._file._connection.execute("PRAGMA query_only = ON")
    work.set_analysis(reworked(analysis()))
    work.keep_setting("view", "2025")
    assert "other-session" in work.state.events
    assert work.setting("view") == "2025"


def test_a_copy_made_by_hand_of_the_open_dossier_is_whole(work, tmp_path):
    work.decide(d.Rename(ref("session"), "الدورة"))
    copy = Path(shutil.copy(work.path, tmp_path / "copy.timeline"))
    other = Workspace.open(copy)
    assert other.state == work.state
    other.close()


def test_in_memory_everything_works_without_a_file():
    work = Workspace(Contents(ARTICLES, (), {"key": analysis()}), clock=lambda: "2026-01-02T03:04:05Z")
    work.decide(d.Rename(ref("session"), "الدورة"))
    work.undo()
    work.keep_setting("a", "b")
    assert (work.path, work.saved, work.setting("a")) == (None, False, "b")
    assert [entry.at for entry in work.log] == ["2026-01-02T03:04:05Z"] * 2
    work.close()


def test_a_day_in_a_range_is_still_the_same_day_after_a_night(work):
    dates = (DateRange(-100, 5), DateRange(7, 7))
    work.decide(d.Redate(ref("session"), dates, "قديم"))
    other = again(work)
    assert other.state.events["session"].dates == dates
    other.close()
