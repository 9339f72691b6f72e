"""Is what the program read when it was built used at the first start, and only when it may be?"""

import os
import shutil

import pytest

from timeline_app import assets
from timeline_app.services import sample
from timeline_app.services.analysing import analyse
from timeline_app.storage.dossier_file import DossierFile


@pytest.fixture
def built(tmp_path, monkeypatch):
    """The program's own files in a place of their own, with the sample read."""
    for folder in ("resources/rules", "resources/lexicon", "seeds"):
        shutil.copytree(assets.root() / folder, tmp_path / folder)
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    sample.main()
    (found,) = (tmp_path / "resources" / "sample").iterdir()
    return found


def laid(folder):
    path = folder / "laid.timeline"
    sample.lay_sample(path)
    file = DossierFile(path)
    contents = file.read()
    file.close()
    return contents


def test_a_new_sample_holds_the_articles_and_what_is_read_in_them(built, tmp_path):
    contents = laid(tmp_path)
    assert contents.articles == sample.sample_articles()
    assert not contents.outdated
    (analysis,) = contents.analyses.values()
    fresh = analyse(contents.articles)
    assert (analysis.events, analysis.contradictions, analysis.undated) == (fresh.events, fresh.contradictions, fresh.undated)


@pytest.mark.parametrize("folder", ["resources/rules", "resources/lexicon/months", "seeds"])
def test_one_made_from_other_rules_words_or_seeds_is_passed_over(built, tmp_path, folder):
    file = min((tmp_path / folder).iterdir())
    file.write_text(file.read_text("utf-8") + "\n\n", "utf-8")
    assert not laid(tmp_path).analyses


def test_one_of_another_version_is_passed_over(built, tmp_path, monkeypatch):
    monkeypatch.setattr(sample, "__version__", "0.0.0")
    assert not laid(tmp_path).analyses


def test_one_older_than_the_code_is_passed_over(built, tmp_path, monkeypatch):
    edited = tmp_path / "edited.py"
    edited.touch()
    monkeypatch.setattr(sample, "_code", lambda: [edited])
    os.utime(built, (1, 1))
    assert not laid(tmp_path).analyses


def test_it_is_made_once_and_old_ones_go(built, tmp_path, monkeypatch):
    made = built.stat().st_mtime_ns
    sample.main()
    assert built.stat().st_mtime_ns == made
    monkeypatch.setattr(sample, "__version__", "0.0.0")
    sample.main()
    (found,) = built.parent.iterdir()
    assert found != built


def test_the_code_of_a_checkout_is_looked_at_but_not_the_windows():
    names = {file.name for file in sample._code()}
    assert "analysing.py" in names
    assert "main_window.py" not in names
