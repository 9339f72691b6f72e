"""Who may import whom, and how long may a function be? The plan of the house, held as a test."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline_app"
FLOORS = [
    {"assets"},
    {"model"},
    {"language", "calendars"},
    {"importing", "extraction", "resolution", "chronology", "dossier", "layout", "storage"},
    {"exporting", "wording"},
    {"services"},
    {"command"},
    {"ui"},
]
CHAMBERS = ["sentences", "traits", "phrases", "titles", "reports", "links", "ties", "doubts"]  # of chronology, in a row
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
ONLY_IN = {"PySide6": {"ui"}, "shiboken6": {"ui"}, "sqlite3": {"storage"}, "pyarabic": {"language"}}

MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "data" not in p.relative_to(PACKAGE).parts)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found |= {node.module or ""} | {f"{node.module}.{a.name}" for a in node.names if node.module == "timeline_app"}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_from_the_floors_below(path):
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] in ONLY_IN:
            assert room in ONLY_IN[parts[0]], f"{path} imports {name}"
        if parts[0] == "timeline_app" and len(parts) > 1 and parts[1] != room and parts[1] in FLOOR_OF:
            assert FLOOR_OF[parts[1]] < FLOOR_OF[room], f"{path}: {room} may not import {parts[1]}"


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.parent.parent.name == "chronology"], ids=lambda p: f"{p.parent.name}/{p.name}"
)
def test_a_chamber_of_chronology_imports_only_from_those_before_it(path):
    for name in imports_of(path):
        parts = name.split(".")
        if len(parts) > 2 and parts[1] == "chronology" and parts[2] in CHAMBERS:
            assert CHAMBERS.index(parts[2]) <= CHAMBERS.index(path.parent.name), f"{path} imports {name}"


def test_every_room_has_a_floor():
    rooms = {p.name for p in PACKAGE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert rooms <= set(FLOOR_OF), rooms - set(FLOOR_OF)
    assert {p.parent.name for p in MODULES if p.parent.parent.name == "chronology"} == set(CHAMBERS)


# path or path::function -> reason why it may be longer than the budget
EXCEPTIONS: dict[str, str] = {}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_functions_and_files_stay_within_the_budget(path):
    lines_of_function, lines_of_file = (60, 400) if room_of(path) == "ui" else (40, 300)
    name = str(path.relative_to(PACKAGE))
    source = path.read_text("utf-8")
    too_long = []
    if source.count("\n") > lines_of_file and name not in EXCEPTIONS:
        too_long.append(f"{name}: {source.count(chr(10))} lines, {lines_of_file} at most")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and f"{name}::{node.name}" not in EXCEPTIONS:
            body = node.body
            start = body[1].lineno if len(body) > 1 and ast.get_docstring(node) is not None else node.lineno
            length = (node.end_lineno or start) - start + 1
            if length > lines_of_function:
                too_long.append(f"{name}::{node.name}: {length} lines, {lines_of_function} at most")
    assert not too_long, "\n".join(too_long)
