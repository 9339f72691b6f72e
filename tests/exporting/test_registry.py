"""Which formats there are, and what is said of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.exporting.registry import FORMATS, exporter_of, format_named
from timeline_app.model.problem import Problem


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [("a.json", None, "json"), ("A.CSV", None, "csv"), ("a.txt", "csv", "csv"), ("a.json", "CSV", "csv"), ("-", "json", "json")],
)
def test_the_name_decides_and_else_the_ending(path, name, found):
    assert format_named(path, name) == found


@pytest.mark.parametrize(
    ("path", "name", "code"),
    [("a.xyz", None, "format-unknown"), ("a", None, "format-missing"), ("a.csv", "word", "format-unknown")],
)
def test_another_format_is_refused_and_the_offered_ones_are_named(path, name, code):
    with pytest.raises(Problem) as caught:
        format_named(path, name)
    assert caught.value.step.code == code
    assert "json, csv" in dict(caught.value.step.arguments)["formats"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_exporter(name):
    assert callable(exporter_of(name))


def test_the_standalone_program_is_tried_with_every_format():
    smoke = (Path(__file__).parents[2] / "packaging" / "smoke.sh").read_text("utf-8")
    tried = next(line for line in smoke.splitlines() if line.startswith("for format in "))
    assert set(tried.removeprefix("for format in ").removesuffix("; do").split()) == set(FORMATS)
