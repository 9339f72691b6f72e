"""Dossiers and articles coming into the window, with real workspaces in folders of their own."""

import random

import pytest

from tests.ui.lot import workspace
from timeline_app.dossier.inputs import key_of
from timeline_app.model.decision import Rename, SetPublication
from timeline_app.model.problem import Problem
from timeline_app.storage.dossier_file import Contents, create
from timeline_app.storage.payload import analysis_payload
from timeline_app.ui import opening as opening_module
from timeline_app.ui.jobs import Job, Progress, Slices, renewing
from timeline_app.ui.naming import file_name
from timeline_app.ui.session import Session
from timeline_app.ui.settings import MemoryStore
from timeline_app.ui.status import StatusLine
from timeline_app.ui.timeline.binding import bound

NEWS = "افتتاح المعرض\n\nافتُتح معرض الكتاب في الدار البيضاء يوم 3 مارس 2020، واختُتم في 9 مارس 2020.\n"


@pytest.fixture
def fresh(qapp):
    made = Session(MemoryStore())
    yield made
    made.close()
    made.deleteLater()


def test_the_sample_opens_with_its_events(fresh):
    fresh.opening.open_first(())
    assert len(fresh.state.articles) == 5
    assert len(fresh.index) >= 6
    assert file_name(fresh) == "ملف المثال"


def test_what_was_decided_in_the_sample_is_there_the_next_time(fresh, qapp):
    fresh.opening.open_first(())
    event = fresh.index.at(0)
    fresh.decide(Rename(fresh.ref(event), "عنوان جديد"))
    fresh.close()
    again = Session(MemoryStore())
    again.opening.open_first(())
    assert again.state.events[event].title == "عنوان جديد"
    assert again.undo_name.code == "act-rename"
    again.close()


def test_articles_given_at_the_start_make_a_dossier_of_their_own(fresh, tmp_path):
    (tmp_path / "خبر.txt").write_text(NEWS, "utf-8")
    fresh.opening.open_first((tmp_path / "خبر.txt",))
    assert [article.path.rsplit("/")[-1] for article in fresh.state.articles.values()] == ["خبر.txt"]
    assert len(fresh.index) >= 1
    assert file_name(fresh) == "ملف بلا اسم"


def test_a_pasted_text_is_added_to_the_open_dossier(fresh):
    fresh.opening.new()
    fresh.paste_text(NEWS, "المعرض")
    fresh.paste_text("توفي الكاتب في 5 أبريل 2021 بمدينة فاس.", "وفاة")
    assert {article.title for article in fresh.state.articles.values()} == {"المعرض", "وفاة"}


def test_articles_are_never_mixed_into_the_sample(fresh):
    fresh.opening.open_sample()
    fresh.paste_text(NEWS)
    assert len(fresh.state.articles) == 1


def test_a_saved_dossier_opens_again_and_is_the_one_of_next_time(fresh, tmp_path):
    fresh.opening.new()
    fresh.paste_text(NEWS)
    fresh.workspace.save_as(tmp_path / "المعرض.timeline")
    fresh.close()
    fresh.open_paths([tmp_path / "المعرض.timeline"])
    assert file_name(fresh) == "المعرض.timeline"
    assert fresh.store.value("dossier/last") == str(tmp_path / "المعرض.timeline")
    fresh.close()
    fresh.opening.open_first(())
    assert file_name(fresh) == "المعرض.timeline"


@pytest.mark.parametrize(
    ("name", "content", "code"), [("فارغ.txt", b"", "file-empty"), ("صورة.txt", b"\x89PNG\x00\x00\x01" * 9, "file-binary")]
)
def test_what_cannot_be_read_is_told_and_what_is_open_stays(fresh, tmp_path, qtbot, name, content, code):
    fresh.opening.open_sample()
    (tmp_path / name).write_bytes(content)
    with qtbot.waitSignal(fresh.problem_raised) as told:
        fresh.open_paths([tmp_path / name])
    assert told.args[0].step.code == code
    assert len(fresh.state.articles) == 5


def test_a_missing_dossier_is_told(fresh, tmp_path, qtbot):
    with qtbot.waitSignal(fresh.problem_raised):
        fresh.open_paths([tmp_path / "غائب.timeline"])


def test_another_publication_date_has_everything_analysed_anew(fresh):
    fresh.opening.new()
    fresh.paste_text("الرباط - وُقع الاتفاق يوم الثلاثاء الماضي في القصر الملكي.", "توقيع")
    article = next(iter(fresh.state.articles))
    from timeline_app.services.typed_date import read_typed

    fresh.decide(SetPublication(article, read_typed("5/3/2020")[0]))
    dates = [event.dates for event in fresh.state.events.values()]
    assert (read_typed("3/3/2020")) in dates or any(
        found and found[0].first == read_typed("3/3/2020")[0].first for found in dates
    )


def test_much_text_is_analysed_in_another_process_with_progress(fresh, qtbot, monkeypatch):
    monkeypatch.setattr(opening_module, "SMALL", 10)
    seen = []
    fresh.busy_changed.connect(seen.append)
    fresh.opening.new()
    fresh.paste_text(NEWS)
    assert fresh.opening.busy
    qtbot.waitUntil(lambda: not fresh.opening.busy, timeout=15000)
    assert len(fresh.index) >= 1
    assert seen[-1] is None
    assert any(isinstance(one, Progress) for one in seen)


def test_what_is_decided_while_a_large_analysis_is_unpacked_stays(fresh, qtbot):
    fresh.opening.new()
    fresh.paste_text(NEWS)
    payload = analysis_payload(fresh.state.analysis)
    event = fresh.index.order[0]
    for _ in renewing(fresh.workspace, payload):
        if fresh.state.events[event].title != "عنوان آخر":
            fresh.decide(Rename(fresh.ref(event), "عنوان آخر"))
    fresh.take(whole=True)
    assert fresh.state.events[event].title == "عنوان آخر"
    assert fresh.index.order[0] == event


def test_a_large_analysis_is_unpacked_in_slices_and_shown_once(fresh, qtbot):
    fresh.opening.new()
    fresh.paste_text(NEWS)
    whole = []
    fresh.state_changed.connect(lambda change: whole.append(change.whole))
    before = fresh.state
    slices = Slices(renewing(fresh.workspace, analysis_payload(before.analysis)), fresh)
    with qtbot.waitSignal(slices.finished, timeout=15000) as told:
        pass
    assert not whole
    fresh.take(whole=True, filled=told.args[0])
    assert whole == [True]
    assert fresh.state == before
    assert fresh.index is told.args[0]


@pytest.fixture
def kept(tmp_path):
    """A dossier of some twenty events in a file."""
    given = workspace(random.Random(1)).state.analysis
    create(tmp_path / "lot.timeline", Contents(given.articles, (), {key_of(given.articles): given}))
    return tmp_path / "lot.timeline"


def test_the_timeline_and_the_lists_stand_before_any_event_is_read(fresh, kept):
    fresh.open_paths((kept,))
    shelf, index = fresh.state.analysis.events, fresh.index
    columns = bound(fresh.state, fresh.wording, lanes="place").columns
    assert len(columns) == len(index) == len(shelf) > 0
    assert len(index.review.queue.items) == len(index.waiting) + len(fresh.state.contradictions)
    assert all(shelf.peek(place) is shelf for place in range(len(shelf)))
    fresh.select([index.at(3)])
    assert fresh.current_event.id == index.at(3)
    assert fresh.passage == fresh.current_event.mentions[0].passage


def test_events_nobody_looked_at_are_read_once_the_window_is_let_alone(fresh, qtbot, kept, monkeypatch):
    monkeypatch.setattr(opening_module, "_SETTLED_MS", 0)
    fresh.open_paths((kept,))
    shelf = fresh.state.analysis.events
    assert shelf.peek(0) is shelf
    assert not fresh.opening.busy
    qtbot.waitUntil(lambda: all(shelf.peek(place) is not shelf for place in range(len(shelf))), timeout=15000)


def test_a_dossier_that_was_closed_is_not_read_on(fresh, qtbot, kept, monkeypatch):
    monkeypatch.setattr(opening_module, "_SETTLED_MS", 0)
    fresh.open_paths((kept,))
    shelf = fresh.state.analysis.events
    fresh.close()
    qtbot.wait(100)
    assert all(shelf.peek(place) is shelf for place in range(len(shelf)))


def test_large_files_are_read_in_another_process_and_make_a_dossier_of_their_own(fresh, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(opening_module, "SMALL_FILES", 10)
    (tmp_path / "خبر.txt").write_text(NEWS, "utf-8")
    (tmp_path / "فارغ.txt").write_text("", "utf-8")
    fresh.opening.open_first(())
    sample, told = fresh.work, []
    fresh.problem_raised.connect(told.append)
    fresh.open_paths([tmp_path])
    qtbot.waitUntil(lambda: fresh.work is not sample and len(fresh.index) > 0, timeout=15000)
    assert [article.path.rsplit("/")[-1] for article in fresh.state.articles.values()] == ["خبر.txt"]
    assert [problem.step.code for problem in told] == ["file-empty"]
    (tmp_path / "ثان.txt").write_text(NEWS.replace("الكتاب", "الصورة"), "utf-8")
    fresh.open_paths([tmp_path / "ثان.txt"])
    qtbot.waitUntil(lambda: len(fresh.state.articles) == 2, timeout=15000)


def test_a_large_dossier_is_exported_in_another_process_with_what_was_decided_last(fresh, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(opening_module, "LARGE", 0)
    fresh.opening.new()
    fresh.paste_text(NEWS)
    event = fresh.index.order[0]
    fresh.decide(Rename(fresh.ref(event), "عنوان آخر"))
    said = []
    fresh.status_changed.connect(said.append)
    path = tmp_path / "out.csv"
    fresh.opening.export(path, "csv")
    assert fresh.opening.busy
    qtbot.waitUntil(lambda: not fresh.opening.busy, timeout=15000)
    assert "عنوان آخر" in path.read_text("utf-8")
    assert "out.csv" in said[-1]


def test_a_large_export_that_cannot_be_written_is_told_and_leaves_nothing(fresh, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(opening_module, "LARGE", 0)
    fresh.opening.new()
    fresh.paste_text(NEWS)
    with qtbot.waitSignal(fresh.problem_raised, timeout=15000) as told:
        fresh.opening.export(tmp_path / "no" / "out.docx", "docx")
    assert told.args[0].step.code == "write-failed"
    assert not (tmp_path / "no").exists()


def test_cancelled_work_leaves_what_was_there(fresh, qtbot, monkeypatch):
    monkeypatch.setattr(opening_module, "SMALL", 10)
    fresh.opening.new()
    fresh.paste_text(NEWS)
    fresh.opening.cancel()
    assert not fresh.opening.busy
    assert len(fresh.state.articles) == 1
    assert len(fresh.index) == 0


def test_a_problem_in_the_other_process_comes_back_as_a_problem(fresh, qtbot, tmp_path):
    job = Job("timeline_app.ui.jobs:read", ((str(tmp_path / "غائب.txt"),),), fresh)
    with qtbot.waitSignal(job.failed, timeout=15000) as told:
        pass
    assert told.args[0].step.code == "file-missing"


def test_a_dossier_that_cannot_be_written_says_so(fresh, qtbot):
    fresh.opening.new()
    fresh.paste_text(NEWS)
    line = StatusLine(fresh)
    qtbot.addWidget(line)
    assert line.counts.text().startswith("محفوظ")
    fresh.workspace.problem = Problem("read-only", path="قديم.timeline")
    with qtbot.waitSignal(fresh.problem_raised) as told:
        fresh.decide(Rename(fresh.ref(fresh.index.at(0)), "غير ذلك"))
    assert told.args[0].step.code == "read-only"
    line.refresh()
    assert line.counts.text().startswith("للقراءة فقط")
