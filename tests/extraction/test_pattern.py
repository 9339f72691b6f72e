"""Is a rule's pattern read as it is written?"""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.pattern import Alphabet, character_set, compile_pattern, mask_of

ALPHABET = Alphabet([frozenset(), frozenset({"month"}), frozenset({"day"}), frozenset({"month", "name"}), frozenset({"and"})])
CODES = {
    "M": ALPHABET.code(["month"], ""),
    "m": ALPHABET.code(["month"], "+"),
    "l": ALPHABET.code(["month"], "~"),
    "N": ALPHABET.code(["month", "name"], ""),
    "D": ALPHABET.code(["day"], ""),
    "d": ALPHABET.code(["day"], "+"),
    "A": ALPHABET.code(["and"], ""),
    "x": ALPHABET.code([], ""),
}


MACROS = {"WHEN": "day | @MONTH", "MONTH": "month"}


def compiled(pattern):
    return compile_pattern(pattern, ALPHABET, MACROS)


def regular(pattern):
    return re.compile(ALPHABET.regular(compiled(pattern).source))


def row(letters):
    return "".join(CODES[letter] for letter in letters)


@pytest.mark.parametrize(
    ("pattern", "words", "length"),
    [
        ("day month", "DM", 2),
        ("day month", "DMx", 2),
        ("day month", "dM", 2),
        ("day month", "Dm", None),
        ("day +month", "Dm", 2),
        ("day ~month", "Dl", 2),
        ("day &month", "Dl", 2),
        ("day? month", "M", 1),
        ("day ( and day )* month", "DADADM", 6),
        ("( day | month ) and", "MA", 2),
        ("day month^name", "DN", None),
        ("day month !and", "DMA", None),
        ("day month =and", "DMA", 2),
        ("day !and,day", "DAM", 1),
        ("day !and,day", "DAD", None),
    ],
)
def test_a_pattern_matches_the_words_it_describes(pattern, words, length):
    match = regular(pattern).match(row(words))
    assert (match.end() if match else None) == length


def test_what_stands_before_can_forbid_a_match():
    pattern = regular("!and day")
    assert pattern.match(row("AD"), 1) is None
    assert pattern.match(row("xD"), 1)


def test_a_slot_holds_its_part():
    match = regular("when:( day and ) month").match(row("DAM"))
    assert match.span("when") == (0, 2)


def test_the_words_a_pattern_can_begin_with_are_known():
    first = compiled("day? month").first
    assert all(first & mask_of(CODES[letter]) for letter in "DMN")
    assert not first & mask_of(CODES["A"])


def test_macros_are_put_in_where_they_are_named():
    assert compiled("@WHEN and").source == compiled("( day | ( month ) ) and").source


@pytest.mark.parametrize("pattern", ["day )", "no-such-class", "day ??? ("])
def test_a_pattern_that_cannot_be_read_says_so(pattern):
    with pytest.raises((ValueError, IndexError)):
        compiled(pattern)


def test_repetition_is_bounded_so_that_no_text_is_slow():
    pattern = regular("( and )*")
    assert pattern.match(row("A") * 1000).end() == 16


@given(st.sets(st.integers(0x100, 0x180).map(chr), min_size=1))
def test_a_character_set_matches_its_characters_alone(codes):
    pattern = re.compile(character_set(sum(map(mask_of, codes))))
    assert {chr(code) for code in range(0x100, 0x181) if pattern.match(chr(code))} == codes


@pytest.mark.parametrize(
    "pattern",
    [
        "day month",
        "day? month",
        "( day | month )? and",
        "!day ( month | ( day? and ) ) day",
        "=day ( !month slot:( day | month? )* ) and day",
        "( day ( and | month ) | month ( day ) ) and",
        "+month ~day",
        "( day and? )+ month?",
        "( month day )*",
    ],
)
def test_no_match_begins_with_two_words_that_were_said_not_to(pattern):
    found, matching = compiled(pattern), regular(pattern)
    for before, *rest in itertools.product("DMAx", "DMANmld", "DMAxm", "DMAx", "DA"):
        match = matching.match(row([before, *rest]), 1)
        if match is not None and match.end() > 1:
            assert found.first & mask_of(CODES[rest[0]])
            assert found.may_match(mask_of(CODES[rest[0]]), mask_of(CODES[rest[1]]) if match.end() > 2 else 0)


def test_two_words_that_cannot_stand_together_begin_nothing():
    day, month, and_ = (mask_of(CODES[letter]) for letter in "DMA")
    assert compiled("day month").may_match(day, month)
    assert not compiled("day month").may_match(day, and_)
    assert not compiled("day month").may_match(day, 0)
    assert compiled("day month?").may_match(day, and_)
    assert compiled("( day and )* month").may_match(month, day)
    assert not compiled("( day and )* month").may_match(day, month)
