"""Articles come in: files, folders, manifests, pasted text."""

from __future__ import annotations

import io
import json

import pytest

from timeline_app.importing.published import published_day
from timeline_app.model.problem import Problem
from timeline_app.services.intake import read_manifest, read_paths, read_text, stated_day

ONE, TWO = "افتتح المعرض يوم 3 ماي 2021 في الرباط.", "اختتم المعرض يوم 9 ماي 2021 في الرباط."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "1.txt").write_text(ONE, "utf-8")
    (tmp_path / "2.txt").write_text(TWO, "cp1256")
    return tmp_path


def test_a_folder_gives_its_articles_with_paths_and_encodings(folder):
    articles = read_paths([folder])
    assert [(a.text, a.encoding) for a in articles] == [(ONE, "utf-8"), (TWO, "cp1256")]
    assert articles[0].path == str(folder / "1.txt")


def test_the_same_text_twice_is_one_article(folder):
    (folder / "3.txt").write_text(ONE, "utf-8")
    assert len(read_paths([folder, folder / "1.txt"])) == 2


def test_a_stated_date_is_given_to_all(folder):
    day = published_day("2021-05-10")
    assert all(article.published.when == day for article in read_paths([folder], day))


def test_progress_is_told(folder):
    told = []
    read_paths([folder], progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_one_bad_file_in_a_folder_costs_only_itself(folder):
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    refused = []
    assert len(read_paths([folder], refused=refused.append)) == 2
    assert [problem.step.code for problem in refused] == ["file-binary"]
    with pytest.raises(Problem):
        read_paths([folder])


def test_a_bad_file_named_by_itself_stops_the_work(folder):
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    with pytest.raises(Problem):
        read_paths([folder / "1.txt", folder / "bad.txt"], refused=lambda _: None)


def test_the_window_leaves_out_a_bad_file_among_good_ones(folder):
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    refused = []
    paths = [folder / "1.txt", folder / "bad.txt", folder / "none.txt"]
    assert len(read_paths(paths, refused=refused.append, lenient=True)) == 1
    assert [problem.step.code for problem in refused] == ["file-binary", "file-missing"]


def test_a_folder_of_bad_files_alone_is_an_error(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    with pytest.raises(Problem):
        read_paths([tmp_path], refused=lambda _: None)


def test_a_manifest_names_files_and_dates(folder):
    rows = [{"path": str(folder / "1.txt"), "published": "2021-05-03"}, {"path": "2.txt", "published": None}]
    stream = io.BytesIO("\n".join(map(json.dumps, rows)).encode())
    articles = read_manifest(stream, str(folder / "list.jsonl"))
    assert [a.published.when for a in articles] == [published_day("2021-05-03"), None]
    assert [a.path for a in articles] == [str(folder / "1.txt"), "2.txt"]


def test_a_manifest_that_names_a_missing_file_says_which(folder):
    with pytest.raises(Problem) as caught:
        read_manifest(io.BytesIO(b'{"path": "none.txt"}\n'), str(folder / "list.jsonl"))
    assert dict(caught.value.step.arguments)["path"] == "none.txt"


def test_an_empty_manifest_is_told():
    with pytest.raises(Problem):
        read_manifest(io.BytesIO(b"\n\n"))


def test_pasted_text_is_an_article_and_nothing_is_none():
    assert read_text(ONE, title="معرض").title == "معرض"
    with pytest.raises(Problem):
        read_text("  \n")


def test_a_typed_date_must_be_one():
    assert stated_day("2021-05-03").first == published_day("2021-05-03").first
    with pytest.raises(Problem):
        stated_day("yesterday")


def test_a_web_page_brings_its_title_outlet_and_day(folder):
    body = "افتتح وزير الثقافة المعرض بحضور عدد كبير من الناشرين والكتاب من بلدان عربية كثيرة، وألقى كلمة مطولة."
    said = '<meta property="og:site_name" content="الجريدة"><meta name="date" content="2021-05-04">'
    page = f"{said}<h1>افتتاح المعرض</h1><p>{body}</p>"
    (folder / "3.html").write_text(page, "utf-8")
    article = read_paths([folder])[2]
    assert (article.title, article.outlet, article.published.when) == ("افتتاح المعرض", "الجريدة", published_day("2021-05-04"))
    assert article.published.basis == "written"
    assert read_paths([folder / "3.html"], published_day("2021-05-05"))[0].published.basis == "given"


def test_a_page_without_text_is_told(folder):
    (folder / "4.html").write_text("<script>x</script>", "utf-8")
    with pytest.raises(Problem) as caught:
        read_paths([folder / "4.html"])
    assert caught.value.step.code == "no-text-in-page"
