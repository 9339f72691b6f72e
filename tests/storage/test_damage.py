"""Whatever happens to the bytes of a dossier, opening it ends in the whole of it or in a problem that says so."""

from __future__ import annotations

import random

import pytest

from tests.dossier.builder import ARTICLES, AT
from timeline_app.model import decision as d
from timeline_app.model.decision import Decision, EventRef
from timeline_app.model.problem import Problem
from timeline_app.storage.dossier_file import Contents, DossierFile, create
from timeline_app.storage.salvage import salvage

LOG = tuple(Decision(f"d{number}", AT, d.SetNote(EventRef("e1"), f"ملاحظة {number} " * 4)) for number in range(1, 101))
PAGE = 4096


def letters_changed(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.choice([1, 3, 20])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data


def stretch_emptied(data: bytearray, chance: random.Random) -> bytearray:
    start, length = chance.randrange(len(data)), chance.choice([16, 512, PAGE])
    end = min(len(data), start + length)
    data[start:end] = bytes(end - start)
    return data


def cut_off(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(len(data))]


def pages_mixed_up(data: bytearray, chance: random.Random) -> bytearray:
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE] = data[other : other + PAGE]
    return data


@pytest.mark.parametrize("harm", [letters_changed, stretch_emptied, cut_off, pages_mixed_up])
def test_a_harmed_file_never_passes_for_a_whole_one_and_is_never_written_to(tmp_path, harm):
    path, chance = tmp_path / "a.timeline", random.Random(harm.__name__)
    create(path, Contents(ARTICLES, LOG))
    data = path.read_bytes()
    said = set()
    for _ in range(60):
        path.write_bytes(harm(bytearray(data), chance))
        before = path.read_bytes()
        try:
            file = DossierFile(path)
            try:
                found = file.read()
            finally:
                file.close()
            assert (found.articles, found.log) == (ARTICLES, LOG)
        except Problem as problem:
            said.add(problem.step.code)
            rescued = salvage(path)
            assert set(rescued.articles) <= set(ARTICLES)
            assert set(rescued.log) <= set(LOG)
        assert path.read_bytes() == before
    assert said
    assert said <= {"dossier-damaged", "not-a-dossier", "dossier-newer"}
