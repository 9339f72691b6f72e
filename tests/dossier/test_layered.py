"""Mappings that share most of themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dossier.layered import Layered

CHANGES = st.lists(st.dictionaries(st.integers(0, 20), st.one_of(st.none(), st.integers()), max_size=6), max_size=8)


@given(st.dictionaries(st.integers(0, 20), st.integers(), max_size=10), CHANGES)
def test_a_layered_mapping_is_the_plain_one_with_its_changes(base, changes):
    layered, plain = Layered(dict(base)), dict(base)
    for change in changes:
        layered = layered.with_changes(change)
        plain = {key: value for key, value in (plain | change).items() if value is not None}
    assert layered == plain
    assert len(layered) == len(plain)
    assert {key: layered.get(key) for key in range(21) if key in layered} == plain
    assert dict(layered.items()) == plain
    assert sorted(layered.values()) == sorted(plain.values())


def test_many_changes_are_kept_as_few_are():
    layered = Layered({0: 0})
    for number in range(3000):
        layered = layered.with_changes({number: number})
    assert len(layered) == 3000
    assert layered[2999] == 2999


def test_the_keys_that_differ_are_found_whatever_the_base():
    one = Layered({1: "a", 2: "b"})
    other = one.with_changes({2: "c", 3: "d", 1: None})
    assert other.differing(one) == {1, 2, 3}
    assert Layered({1: "a"}).differing(Layered({})) == {1}


def test_the_keys_that_differ_are_found_when_changes_have_become_older_ones():
    one = Layered({number: number for number in range(10)})
    other = one
    for number in range(100):
        other = other.with_changes({number % 10: number + 1000, 10 + number: number})
    assert other.differing(one) == {*range(110)}
    assert other.with_changes({3: None}).differing(other) == {3}
