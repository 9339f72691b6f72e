"""A value is what a frozen dataclass with slots is: equal by its fields, hashable, never altered, copied with changes."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from timeline_app.model.frozen import frozen


@frozen
class Whole:
    """The base of the others."""


@frozen
class Part(Whole):
    """Two fields, one with a default, and a check."""

    size: int
    name: str = "part"

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError(self.size)


@frozen
class Named(Part):
    """One field more than its base."""

    label: str = ""


def test_equal_fields_make_equal_values_of_one_class_alone() -> None:
    assert Part(1) == Part(size=1, name="part") != Part(2)
    assert hash(Part(1)) == hash(Part(1, "part"))
    assert Named(1) != Part(1)
    assert Whole() == Whole()
    assert {Part(1): "one"}[Part(1)] == "one"


def test_a_field_is_not_assigned_to_nor_deleted_nor_added() -> None:
    part = Part(1)
    with pytest.raises(FrozenInstanceError, match="size"):
        part.size = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="size"):
        del part.size  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="other"):
        part.other = 2  # type: ignore[attr-defined]
    assert not hasattr(part, "__dict__")


def test_it_is_checked_when_made_and_when_copied_with_changes() -> None:
    assert replace(Named(1, label="a"), size=3) == Named(3, "part", "a")
    with pytest.raises(ValueError, match="-1"):
        replace(Part(1), size=-1)
    with pytest.raises(TypeError):
        Part()  # type: ignore[call-arg]


def test_it_is_shown_matched_copied_and_packed_by_its_fields() -> None:
    part = Named(1, "two", "three")
    assert repr(part) == "Named(size=1, name='two', label='three')"
    assert [each.name for each in fields(part)] == ["size", "name", "label"]
    assert pickle.loads(pickle.dumps(part)) == copy.copy(part) == copy.deepcopy(part) == part
    match part:
        case Named(size, name, label):
            assert (size, name, label) == (1, "two", "three")
