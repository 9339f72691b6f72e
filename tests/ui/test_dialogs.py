import re
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLabel

from tests.ui.sample import ARTICLES
from timeline_app.model.decision import Bulk, SetPlace, SetPublication
from timeline_app.services.typed_date import read_typed
from timeline_app.ui.actions import commands
from timeline_app.ui.application import translate_qt
from timeline_app.ui.dialogs import files, saving
from timeline_app.ui.dialogs.paste import PasteDialog
from timeline_app.ui.dialogs.publication import PublicationDialog, moved
from timeline_app.ui.dialogs.settings import SettingsDialog
from timeline_app.ui.dialogs.shortcuts import ShortcutsDialog
from timeline_app.ui.formats import formats
from timeline_app.ui.paragraph import Paragraph
from timeline_app.wording import Wording


def opened(window, kind=QDialog):
    QApplication.processEvents()
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def test_a_text_is_pasted_with_its_title(window, monkeypatch, write):
    pasted = []
    monkeypatch.setattr(window.session, "paste_text", lambda text, title="": pasted.append((title, text)))
    QApplication.clipboard().setText("")
    window.actions_of["paste"].trigger()
    dialog = opened(window, PasteDialog)
    assert not dialog.findChild(type(dialog._add)).isEnabled()
    write(dialog.text, "افتُتح المعرض اليوم.")
    write(dialog.title, "المعرض")
    dialog.accept()
    assert pasted == [("المعرض", "افتُتح المعرض اليوم.")]


def test_what_is_on_the_clipboard_stands_in_the_field(window):
    QApplication.clipboard().setText("نص منسوخ")
    window.actions_of["paste"].trigger()
    assert opened(window, PasteDialog).text.toPlainText() == "نص منسوخ"


def test_every_command_with_a_key_is_in_the_help(window):
    window.actions_of["shortcuts"].trigger()
    shown = {label.text() for label in opened(window, ShortcutsDialog).findChildren(QLabel)}
    words = window.session.wording
    assert {words.text(one.label) for one in commands() if one.keys and one.menu != "export"} <= shown


def test_no_two_commands_share_a_key():
    keys = [key for one in commands() for key in one.keys]
    assert len(keys) == len(set(keys))


def test_no_two_commands_are_meant_by_one_key_where_shift_makes_its_sign():
    """Qt asks for Ctrl++ as well as for Ctrl+Shift++ where Shift makes the plus; with both, it does neither."""
    signs = [(key.replace("Shift+", ""), one.name) for one in commands() for key in one.keys if not key[-1].isalnum()]
    owners = Counter(key for key, _ in set(signs))
    assert [key for key, number in owners.items() if number > 1] == []


def test_settings_show_at_once_and_stay(window):
    window.actions_of["settings"].trigger()
    dialog = opened(window, SettingsDialog)
    months = dialog.fields["months"]
    assert isinstance(months, QComboBox)
    months.setCurrentIndex(months.findData("levant"))
    assert window.session.settings.months == "levant"
    assert "الشام" in window.toolbar.months.text()
    dialog.fields["hijri"].setChecked(True)
    assert window.actions_of["hijri"].isChecked()


def test_another_publication_date_says_what_moves_before_it_is_set(window, desk, write):
    article = ARTICLES[1]
    window.commands.set_publication((article.id,))
    dialog = opened(window, PublicationDialog)
    write(dialog.date.line, "8 نونبر 2024")
    dialog._preview()
    assert "اليوم الخميس" in " ".join(dialog.preview.item(row).text() for row in range(dialog.preview.count()))
    dialog.accept()
    assert isinstance(desk.acts[-1], SetPublication)
    assert desk.acts[-1].when == read_typed("2024-11-08")[0]


@pytest.mark.parametrize("scale", [100, 200])
def test_a_dialog_says_its_article_whole_at_any_size_of_text(window, scale):
    window.session.change_settings(scale=scale)
    window.commands.set_publication((ARTICLES[1].id,))
    dialog = opened(window, PublicationDialog)
    QApplication.processEvents()
    said = [one for one in dialog.findChildren(Paragraph) if one.text() and one.isVisible()]
    assert said
    assert all(one.height() >= one.heightForWidth(one.width()) for one in said)
    assert dialog.screen().availableGeometry().size().expandedTo(dialog.size()) == dialog.screen().availableGeometry().size()


def test_escape_leaves_the_publication_date_as_it_is(window, desk, qtbot):
    window.session.show_passage(window.session.state.events["election"].mentions[0].passage)
    window.commands.give("publication")
    dialog = opened(window, PublicationDialog)
    qtbot.keyClick(dialog.date.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not desk.acts


def test_the_date_of_several_articles_is_set_in_one_act_and_what_moves_in_all_of_them_is_shown(window, desk, write):
    view = window.articles.view
    window.session.select(["election"])
    view.selectAll()
    window.commands.publication()
    dialog = opened(window, PublicationDialog)
    write(dialog.date.line, "8 نونبر 2024")
    dialog._preview()
    shown = " ".join(dialog.preview.item(row).text() for row in range(dialog.preview.count()))
    assert sum(one.title in shown for one in ARTICLES) > 1
    dialog.accept()
    assert isinstance(desk.acts[-1], Bulk)
    assert {act.article for act in desk.acts[-1].acts} == {one.id for one in ARTICLES}


def test_dates_written_in_full_do_not_move():
    text = "وُقع الاتفاق في 3 مارس 2020، ودخل حيز التنفيذ أمس."
    moving = moved(text, read_typed("2020-03-10")[0], read_typed("2020-04-10")[0])
    assert [words for words, _, _ in moving] == ["أمس"]


def test_the_place_of_several_events_is_asked_once(window, desk, monkeypatch):
    from timeline_app.ui.dialogs import asking

    monkeypatch.setattr(asking, "ask_line", lambda *_: "مراكش")
    window.session.select(["opening", "session-93"])
    window.actions_of["set_place"].trigger()
    assert isinstance(desk.acts[-1], Bulk)
    assert all(isinstance(act, SetPlace) and act.place == "مراكش" for act in desk.acts[-1].acts)


@pytest.mark.parametrize("code", [name for name, _ in formats()])
def test_the_chronology_is_exported(window, tmp_path, code):
    assert code in {name for name, _ in formats()}
    path = tmp_path / f"out.{code}"
    saving.export_to(window, code, path)
    assert path.stat().st_size > 300
    assert "out" in window.status.currentMessage()


def test_an_export_that_cannot_be_written_is_told(window, tmp_path):
    saving.export_to(window, "csv", tmp_path / "no" / "out.csv")
    assert window.banner.isVisible()


def test_saving_as_asks_for_a_file_and_goes_on_there(window, tmp_path, monkeypatch):
    saved = []

    class Work:
        set_analysis = None
        problem = None
        path = None

        def save_as(self, path):
            saved.append(path)

        def close(self):
            pass

    session = window.session
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ملفي"), ""))
    monkeypatch.setattr(type(session), "workspace", property(lambda _: Work()))
    monkeypatch.setattr(session, "take", lambda: None)
    saving.save_as(window)
    assert saved == [tmp_path / "ملفي.timeline"]
    assert session.store.value("dossier/last").endswith("ملفي.timeline")
    monkeypatch.undo()


def test_a_name_without_its_ending_never_falls_on_another_file_unasked(window, tmp_path, monkeypatch):
    (tmp_path / "ملفي.json").write_text("قديم", "utf-8")
    proposed, answers = [], [str(tmp_path / "ملفي"), str(tmp_path / "ملفي.json")]

    def ask(_window, _title, proposal, _kinds):
        proposed.append(proposal)
        return answers[len(proposed) - 1], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert files.save_file(window, "تصدير", ".json") == tmp_path / "ملفي.json"
    assert proposed[0].endswith("/الخطّ الزمني.json")
    assert proposed[1] == str(tmp_path / "ملفي.json")


def test_a_dialog_opens_where_the_last_one_was_left(window, tmp_path, monkeypatch):
    (tmp_path / "مقالات").mkdir()
    shown = []

    def ask(_window, _title, folder):
        shown.append(folder)
        return str(tmp_path / "مقالات")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)
    for _ in range(2):
        assert files.open_folder(window, "فتح مجلد") == (tmp_path / "مقالات",)
    assert shown[1] == str(tmp_path / "مقالات")


def test_qt_speaks_arabic_where_its_own_catalogue_is_silent(window):
    translate_qt(window.session.wording)
    said = [QCoreApplication.translate("QFileDialog", words) for words in ("&Look in:", "Files of &type:", "&Save")]
    translate_qt(Wording("en"))
    assert not [words for words in said if re.search("[A-Za-z]", words)]
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"


def test_a_shortcut_reads_from_left_to_right_in_an_arabic_menu(window):
    translate_qt(window.session.wording)
    shown = QKeySequence("Ctrl++").toString(QKeySequence.SequenceFormat.NativeText)
    translate_qt(Wording("en"))
    assert shown == "\u202aCtrl++"


def test_escape_closes_a_dialog(window, press):
    window.actions_of["about"].trigger()
    dialog = opened(window)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
