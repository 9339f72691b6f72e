"""Whatever the sample dossier's analysis says of itself, it says in words."""

from __future__ import annotations

import dataclasses

import pytest

from timeline_app import assets
from timeline_app.model.step import Step
from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_paths
from timeline_app.wording import Wording


@pytest.fixture(scope="module")
def steps() -> dict[str, Step]:
    found: dict[str, Step] = {}

    def walk(value: object) -> None:
        if isinstance(value, Step):
            found.setdefault(value.code, value)
        elif dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                walk(getattr(value, field.name))
        elif isinstance(value, tuple):
            for each in value:
                walk(each)

    walk(analyse(read_paths([assets.seeds()])))
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_reason_has_its_sentence(steps, language):
    assert len(steps) > 10
    assert not [code for code in steps if not Wording(language).knows(code)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_placeholder_finds_its_argument(steps, language):
    said = {code: Wording(language).say(step) for code, step in steps.items()}
    assert not {code: text for code, text in said.items() if "{" in text}
