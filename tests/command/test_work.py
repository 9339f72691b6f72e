"""The commands do their work: JSON as promised, a chronology to read, files written."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app import __main__ as program
from timeline_app.__main__ import main
from timeline_app.command.display import usable

ROOT = Path(__file__).parents[2]
TEXT = "انعقد المجلس الإداري للمؤسسة يوم 24 نونبر 2025 في الرباط."


@pytest.fixture
def article(tmp_path) -> Path:
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def typed(monkeypatch):
    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))

    return give


def test_a_text_is_tagged(article, capsys):
    assert main(["tag", str(article)]) == 0
    (found,) = json.loads(capsys.readouterr().out)["expressions"]
    assert TEXT[found["start"] : found["end"]] == found["text"] == "يوم 24 نونبر 2025"
    assert (found["type"], found["value"], found["begin"], found["until"]) == ("DATE", "2025-11-24", "2025-11-24", "2025-11-24")
    assert {"rule", "steps"} <= set(found)


@pytest.mark.parametrize("arguments", [["tag"], ["tag", "-"]])
def test_standard_input_is_tagged_in_whatever_encoding_it_comes(typed, capsys, arguments):
    typed(TEXT.encode("cp1256"))
    assert main(arguments) == 0
    assert len(json.loads(capsys.readouterr().out)["expressions"]) == 1


def test_a_published_date_places_a_relative_one(typed, capsys):
    typed("وصل الوفد أمس إلى المدينة.".encode())
    main(["tag", "--published", "2025-11-24T10:30"])
    assert json.loads(capsys.readouterr().out)["expressions"][0]["begin"] == "2025-11-23"


def test_a_stream_is_answered_line_by_line_in_order(typed, capsys):
    rows = [
        {"id": "a\u2028", "text": TEXT, "published": None},
        {"id": 2, "text": "وصل أمس.", "published": "2025-11-24"},
        {"id": None, "text": ""},
    ]
    typed("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())
    assert main(["tag", "--jsonl"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.removesuffix("\n").split("\n")]
    assert [answer["id"] for answer in answers] == ["a\u2028", 2, None]
    assert answers[1]["expressions"][0]["begin"] == "2025-11-23"


def test_a_stream_may_be_a_file_and_one_date_may_stand_for_all(tmp_path, capsys):
    path = tmp_path / "lines.jsonl"
    path.write_text('{"id": 1, "text": "وصل الوفد أمس."}\n', "utf-8")
    assert main(["tag", "--jsonl", str(path), "--published", "2025-11-24"]) == 0
    assert json.loads(capsys.readouterr().out)["expressions"][0]["begin"] == "2025-11-23"


def test_reasons_are_sentences_in_the_language_asked_for(typed, capsys):
    reasons = []
    for language in ("ar", "en"):
        typed("وصل الوفد أمس.".encode())
        main(["tag", "--published", "2025-11-24", "--language", language])
        reasons.append(json.loads(capsys.readouterr().out)["expressions"][0]["steps"][-1])
    assert reasons == ["يُحسب من تاريخ النشر", "counted from the publication date"]


def test_lone_surrogates_pass_through_unharmed(typed, capsys):
    typed(b'{"id": "\\ud800", "text": "\\udc00 24 \xd9\x86\xd9\x88\xd9\x86\xd8\xa8\xd8\xb1 2025 \\ud83d\\ude00"}\n')
    assert main(["tag", "--jsonl"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["id"] == "\ud800"
    assert answer["expressions"][0]["start"] == 2


def test_answers_come_before_the_next_line_is_asked_for():
    command = [sys.executable, "-m", "timeline_app", "tag", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as program:
        for name in ("1", "2"):
            program.stdin.write(json.dumps({"id": name, "text": TEXT}).encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == name
        program.stdin.close()
        assert program.wait() == 0


def test_no_window_is_loaded_for_the_terminal():
    script = (
        "import sys; from timeline_app.__main__ import main; "
        "main(['extract', 'seeds']); main(['tag', 'seeds/001_0856dd84f713a45d.txt']); "
        "sys.exit(str({name.split('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'sqlite3'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False, text=True)
    assert done.stderr.strip() == "set()"


def test_articles_become_a_chronology_to_read(article, capsys):
    assert main(["extract", str(article)]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "مقال واحد · حدث واحد · لا تعارضات"
    assert "الاثنين 24 نونبر 2025" in lines
    assert any("«" in line for line in lines)


def test_a_contradiction_is_shown_with_what_may_have_been_meant(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("انعقد المجلس الإداري يوم الاثنين 24 يونيو 2025 في الرباط.", "utf-8")
    main(["extract", str(path)])
    out = capsys.readouterr().out
    assert "تعارض واحد" in out
    assert "يوم الاثنين لا يوافق 24 يونيو 2025 (يوافق الثلاثاء)" in out


def test_the_days_articles_appeared_head_the_chronology(article, capsys):
    main(["extract", str(article), "--published", "2025-11-25"])
    assert "(25 نونبر 2025)" in capsys.readouterr().out.split("\n")[1]


def test_the_chronology_fits_the_terminal(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    main(["extract", str(ROOT / "seeds")])
    assert max(map(len, capsys.readouterr().out.split("\n"))) <= 60


def test_the_chronology_speaks_english_and_other_months_when_asked(article, capsys):
    main(["extract", str(article), "--language", "en"])
    assert "Monday 24 November 2025" in capsys.readouterr().out
    main(["extract", str(article), "--months", "levant", "--digits", "arabic", "--hijri"])
    assert "الاثنين ٢٤ تشرين الثاني ٢٠٢٥ (٣ جمادى الآخرة ١٤٤٧)" in capsys.readouterr().out


def test_a_manifest_gives_each_article_its_date(article, typed, capsys):
    other = article.with_name("2.txt")
    other.write_text("وصل الوفد الرسمي أمس إلى العاصمة في زيارة عمل.", "utf-8")
    rows = [{"path": str(other), "published": "2024-02-10"}, {"path": str(article), "published": None}]
    typed("".join(json.dumps(row) + "\n" for row in rows).encode())
    assert main(["extract", "--manifest", "-", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [a["path"] for a in found["articles"]] == [str(other), str(article)]
    assert found["articles"][0]["published"] == "2024-02-10"
    assert found["articles"][0]["published_basis"] == "given"


def test_a_manifest_may_be_a_file_and_name_files_beside_it(article, capsys):
    manifest = article.with_name("list.jsonl")
    manifest.write_text(json.dumps({"path": article.name}) + "\n", "utf-8")
    assert main(["extract", "--manifest", str(manifest)]) == 0
    assert "حدث واحد" in capsys.readouterr().out


def test_an_article_may_come_through_a_pipe(typed, capsys):
    typed(TEXT.encode("utf-16"))
    assert main(["extract", "-"]) == 0
    assert "الاثنين 24 نونبر 2025" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["tag"], ["extract", "--format", "json"]])
def test_offsets_into_a_web_page_come_with_the_text_they_count(tmp_path, capsys, command):
    path = tmp_path / "page.html"
    path.write_text(f"<html><script>1</script><h1>خبر من الرباط</h1><p>{TEXT} {TEXT}</p></html>", "utf-8")
    assert main([*command, str(path)]) == 0
    found = json.loads(capsys.readouterr().out)
    text = found["text"] if command == ["tag"] else found["articles"][0]["text"]
    spans = found["expressions"] if command == ["tag"] else found["events"][0]["mentions"]
    assert all(text[each["start"] : each["end"]] == each.get("text", each.get("quote")) for each in spans)


def test_json_is_the_promised_one(capsys):
    assert main(["extract", str(ROOT / "seeds"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"articles", "events", "contradictions"} <= set(found)
    texts = {}
    for article in found["articles"]:
        assert {"id", "path", "title", "published", "published_basis"} <= set(article)
        with Path(article["path"]).open(encoding="utf-8", newline="") as file:
            texts[article["id"]] = file.read()
    for event in found["events"]:
        assert {"id", "title", "begin", "until", "precision", "edtf", "kind", "place", "mentions"} <= set(event)
        for mention in event["mentions"]:
            assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["quote"]
            assert mention["basis"] in {"dated", "inferred"}
    for contradiction in found["contradictions"]:
        assert {"kind", "message", "evidence", "suggestion"} <= set(contradiction)
        assert " " in contradiction["message"]


@pytest.mark.parametrize("to", ["out.csv", "out.json"])
def test_articles_are_exported(article, tmp_path, to):
    assert main(["export", str(article), "--to", str(tmp_path / to)]) == 0
    content = (tmp_path / to).read_text("utf-8-sig")
    if to == "out.csv":
        assert [row["begin"] for row in csv.DictReader(io.StringIO(content))] == ["2025-11-24"]
    else:
        (event,) = json.loads(content)["events"]
        assert (event["status"], event["begin"]) == ("proposed", "2025-11-24")


def test_an_export_may_go_through_a_pipe(article):
    command = [sys.executable, "-m", "timeline_app", "export", str(article), "--to", "-", "--format", "csv"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.startswith(b"\xef\xbb\xbfid,title")


def test_who_waits_is_told_how_far_the_work_is(article, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    article.with_name("2.txt").write_text("وصل الوفد يوم 3 ماي 2021 إلى الرباط.", "utf-8")
    article.with_name("3.txt").write_text("وصل الوفد يوم 4 ماي 2022 إلى الرباط.", "utf-8")
    main(["extract", str(article.parent)])
    told = capsys.readouterr().err
    assert told.startswith("\r\x1b[K0/")
    assert told.endswith("\r\x1b[K")


def test_the_window_is_drawn_without_a_display(article, tmp_path):
    command = [sys.executable, "-m", "timeline_app", "screenshot", str(article), "--to", str(tmp_path / "w.png")]
    done = subprocess.run([*command, "--size", "900x600"], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "w.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_bad_file_in_a_folder_is_complained_of_and_left_out(article, capsys):
    article.with_name("bad.txt").write_bytes(b"\x00\x01\x02")
    assert main(["extract", str(article.parent)]) == 0
    out, err = capsys.readouterr()
    assert "حدث واحد" in out
    assert err.count("\n") == 1
    assert "bad.txt" in err


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("timeline-app ")


@pytest.mark.parametrize("command", [[], ["tag"], ["extract"], ["export"], ["screenshot"]])
def test_help_is_given(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([*command, "--help"])
    assert left.value.code == 0
    assert "usage" in capsys.readouterr().out


def test_ctrl_c_ends_quietly(monkeypatch, capsys):
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_run", interrupted)
    assert main(["tag"]) == 130
    assert capsys.readouterr().err == ""


def test_drawing_without_a_display_is_usable(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert usable()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not usable()
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-nowhere")
    assert not usable()
