"""Are the program's tables read as TOML is, by the quick way and by the careful one?"""

import sys
import tomllib

import pytest

from timeline_app import assets

FILES = sorted(assets.root().joinpath("resources").rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_table_of_the_resources_is_what_toml_says(path):
    source = path.read_text("utf-8")
    assert assets.table(source) == tomllib.loads(source)


@pytest.mark.parametrize(
    "source",
    [
        'a = [\n "x",\n "y",\n]\n',
        'a = "one \\" two"',
        "a = 1.5",
        "[a.b]\nc = 1",
        'a = [1, 2]\n[t]\nb = { c = "d", e = true, f = -1 }',
        'a = "x" # "y"',
        'a=["x"]',
        "[a] # [b]\nc = 1",
    ],
)
def test_what_is_not_plain_is_read_as_toml_too(source):
    assert assets.table(source) == tomllib.loads(source)


def test_the_words_are_read_without_the_slow_reader(monkeypatch):
    monkeypatch.setitem(sys.modules, "tomllib", None)
    for path in assets.resource("lexicon", "time").glob("*.toml"):
        assert assets.table(path.read_text("utf-8"))
