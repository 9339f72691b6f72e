"""JSON lines: one object each, errors by line number."""

from __future__ import annotations

import io

import pytest

from timeline_app.importing.lines import day_of_line, objects, string_of
from timeline_app.importing.published import published_day
from timeline_app.model.problem import Problem


def lines(text: str | bytes) -> list:
    return list(objects(io.BytesIO(text.encode() if isinstance(text, str) else text), "here"))


def test_lines_end_at_line_feeds_alone():
    assert lines('{"id": "a\u2028b\u0085c"}\n\n{"id": "d"}') == [(1, {"id": "a\u2028b\u0085c"}), (3, {"id": "d"})]


def test_a_byte_order_mark_before_the_first_line_is_passed_over():
    assert lines(b'\xef\xbb\xbf{"id": "a"}\n') == [(1, {"id": "a"})]


@pytest.mark.parametrize("bad", ["nonsense", "[1]", '"text"', '{"id": ', "[" * 100_000, "{}\x00"])
def test_a_bad_line_is_named_by_its_number(bad):
    with pytest.raises(Problem) as caught:
        lines('{"id": "a"}\n' + bad + "\n")
    assert caught.value.step.code == "line-not-json"
    assert dict(caught.value.step.arguments) == {"path": "here", "line": 2}


def test_a_line_in_another_encoding_is_a_bad_line():
    with pytest.raises(Problem):
        lines('{"id": "نص"}\n'.encode("cp1256"))


def test_what_a_line_lacks_is_named():
    with pytest.raises(Problem) as caught:
        string_of({"id": "a"}, "text", 7, "here")
    assert caught.value.step.code == "line-incomplete"


@pytest.mark.parametrize("bad", ["2025-02-30", "غدا", 20250101, "2025-11-24T25:00", "24/11/2025"])
def test_a_bad_date_in_a_line_is_named(bad):
    with pytest.raises(Problem) as caught:
        day_of_line({"published": bad}, 3, "here")
    assert caught.value.step.code == "line-date-unreadable"


@pytest.mark.parametrize("none", [{}, {"published": None}, {"published": ""}])
def test_no_date_is_no_date(none):
    assert day_of_line(none, 1, "here") is None


@pytest.mark.parametrize("text", ["2025-11-24", "2025-11-24T10:30", "2025-11-24T10:30:59Z", "2025-11-24 10:30:00.5+01:00"])
def test_a_publication_date_is_iso_8601(text):
    when = published_day(text)
    assert (when.first, when.last) == (739579, 739579)
    assert when.first_minute == (630 if ":" in text else None)


@pytest.mark.parametrize("text", ["", "2025", "2025-11", "2025-11-24 and more", "2025-13-01", "٢٠٢٥-١١-٢٤"])
def test_anything_else_is_not_a_publication_date(text):
    assert published_day(text) is None
